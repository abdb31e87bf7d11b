import type { prepare } from '../../support/doors/record.ts'
import { PEOPLE } from '../../support/house.ts'
import { ARABIC } from './encoded.ts'
import type { Sending } from './forms.ts'
import { WORDS, type Ways } from './ways.ts'

type Made = ReturnType<typeof prepare>

/** Forms that stand on no page of the desk: of residents, of ways in, and what a script sends. */
export const byHand = (ids: Made, ways: Ways): Sending[] =>
  all(ids, ways).map((each, i) =>
    KEYLESS.test(each.route)
      ? each
      : { ...each, fields: { ...each.fields, once: [`written-by-hand-${i}`] } },
  )

/** Most pages of residents are kept for everyone; a code is spent once, and a session ends once. */
const KEYLESS = /(follow|follow\/:key|verdicts|choices)$|^\/sign-(in\/code|out)$/

const all = (ids: Made, ways: Ways): Sending[] => [
  ...ways.follow.flatMap((keys, i) =>
    ofResidents(keys).map(({ route, action, fields }) => ({
      route: i === 0 ? route : `${ARABIC}${route}`,
      caller: 'nobody',
      action: i === 0 ? action : `/ar${action}`,
      fields: lists(fields),
    })),
  ),
  ...ofWaysIn(ways),
  {
    route: '/desk/unsent',
    caller: 'coordinator',
    action: '/desk/unsent',
    fields: lists({
      who: '',
      place: `/desk/round-tables/${ids.open}`,
      form: 'quick',
      fields: JSON.stringify({ text: WORDS }),
    }),
  },
  {
    route: '/desk/events/:id/taps',
    caller: 'coordinator',
    action: `/desk/events/${ids.events.table}/taps`,
    fields: lists({ taps: 'key-00000001 gender male +1' }),
  },
  ...ofTheDesk(ids).map((each) => ({ caller: 'coordinator', ...each, fields: lists(each.fields) })),
  {
    route: '/report/:token/renewal',
    caller: 'nobody',
    action: `/report/${ids.report}/renewal`,
    fields: {},
  },
  ...(['declining', 'acceptance'] as const).map((noun) => ({
    route: `/report/:token/${noun}`,
    caller: 'nobody',
    action: `/report/${ways.proposed}/${noun}`,
    fields: lists({ words: WORDS }),
  })),
  ...(['declining', 'acceptance'] as const).map((noun) => ({
    route: `/desk/actions/:id/${noun}`,
    caller: 'sergeant',
    action: `/desk/actions/${ways.proposedId}/${noun}`,
    fields: lists({ words: WORDS }),
  })),
  {
    route: '/desk/concerns/:id/quotes',
    caller: 'coordinator',
    action: `/desk/concerns/${ways.toldId}/quotes`,
    fields: lists({
      words: WORDS,
      role: 'a mother',
      askedById: '1',
      use: 'the board',
      until: '4/5/2022',
    }),
  },
]

/** What other forms of the desk begin with, and what a page shows in a state that is seldom. */
const ofTheDesk = (
  ids: Made,
): (Pick<Sending, 'route' | 'action' | 'leads' | 'last'> & {
  fields: Record<string, string>
})[] => [
  {
    route: '/desk/actions/:id/updates',
    action: `/desk/actions/${ids.actions.table}/updates`,
    fields: { status: 'done', text: WORDS, waitingFor: '', on: '' },
    leads: true,
  },
  {
    route: '/desk/unsent',
    action: '/desk/unsent',
    fields: { who: '', place: '/desk/bringing-in', form: 'rows', fields: '{"text":"A"}' },
    leads: true,
  },
  {
    route: '/desk/bringing-in/rows/dropping',
    action: '/desk/bringing-in/rows/dropping',
    fields: {},
  },
  { route: '/desk/first-steps', action: '/desk/first-steps', fields: { step: 'table' } },
  ...atTheTable(ids),
]

/** What a slip at the open table is put right by, and how one table follows another. */
const atTheTable = ({ open, planned, note, agreedHere, concerns, actions }: Made) => {
  const at = (
    slug: string,
    route: string,
    fields: Record<string, string> = {},
    id: string | number = '',
  ) => ({
    route: `/desk/round-tables/:slug/${route}`,
    action: `/desk/round-tables/${slug}/${route.replace(/:\w+/, String(id))}`,
    fields,
  })
  const said = { status: 'under-way', text: WORDS, waitingFor: '' }
  return [
    at(open, 'actions/:id/updates', said, actions.table),
    at(open, 'notes/:id/changes', { text: WORDS, basedOn: '0' }, note),
    at(open, 'lines/:of/taking-out', {}, `note-${note}`),
    at(open, 'actions/:id/taking-out', {}, agreedHere),
    at(open, 'concerns/:id/taking-out', {}, concerns.table),
    { ...at(planned, 'opening'), last: 2 as const },
    { ...at(planned, 'opening/withdrawal'), last: 2 as const },
    { ...at(planned, 'opening'), last: 2 as const, leads: true as const },
    { ...at(planned, 'attendance/as-last-time'), last: 2 as const },
    { ...at(open, 'agreement'), last: 2 as const },
    { ...at(open, 'agreement/withdrawal'), last: 2 as const },
  ]
}

const ofResidents = ({
  yes,
  other,
  no,
}: Ways['follow'][number]): { route: string; action: string; fields: Record<string, string> }[] => [
  { route: '/tell-us', action: '/tell-us', fields: { text: WORDS, area: '', name: '', reach: '' } },
  {
    route: '/follow',
    action: '/follow',
    fields: {
      email: `new-${no.slice(0, 6)}@home.example`.toLowerCase(),
      what: 'all',
      often: 'table',
    },
  },
  { route: '/follow/:key', action: `/follow/${yes}`, fields: {} },
  {
    route: '/unfollow/:key/choices',
    action: `/unfollow/${other}/choices`,
    fields: { keep: 'all', more: '', often: 'week' },
  },
  { route: '/unfollow/:key', action: `/unfollow/${no}`, fields: {} },
  {
    route: '/entries/:slug/verdicts',
    action: '/entries/2021-q3-1/verdicts',
    fields: { question: 'difference', verdict: 'yes', word: WORDS },
  },
]

const ofWaysIn = ({ setUp, code, browser, recovery }: Ways): Sending[] => [
  {
    route: '/sign-in',
    caller: 'nobody',
    action: '/sign-in',
    fields: lists({ email: PEOPLE.officer }),
  },
  {
    route: '/sign-in/code',
    caller: 'nobody',
    action: '/sign-in/code',
    fields: lists({ code }),
    cookies: { browser },
  },
  { route: '/set-up/:token', caller: 'nobody', action: `/set-up/${setUp}`, fields: {} },
  {
    route: '/sign-in/second-factor',
    caller: 'halfway approver',
    action: '/sign-in/second-factor',
    fields: lists({ code: recovery }),
  },
  {
    route: '/sign-in/second-factor/app',
    caller: 'halfway',
    action: '/sign-in/second-factor/app',
    fields: {},
  },
  { route: '/sign-in/passkey', caller: 'nobody', action: '/sign-in/passkey', fields: {} },
  {
    route: '/sign-in/passkey/adding',
    caller: 'coordinator',
    action: '/sign-in/passkey/adding',
    fields: {},
  },
  { route: '/sign-out', caller: 'leaving', action: '/sign-out', fields: {} },
]

const lists = (fields: Record<string, string>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]))
