import t from 'tap'
import type { Action } from '../../../../src/domain/actions/action.ts'
import {
  factsOf,
  lastHappenedOn,
  originOf,
} from '../../../../src/domain/publishing/kinds/entry/facts.ts'
import { movedFrom } from '../../../../src/domain/publishing/kinds/entry/moved.ts'
import { parseSteps } from '../../../../src/domain/publishing/kinds/entry/trail.ts'
import { entry } from '../../../../src/domain/publishing/kinds/entry.ts'
import { year } from '../../../../src/domain/publishing/kinds/year.ts'
import { namedIn } from '../../../../src/domain/publishing/pieces.ts'
import { action, AT, concern, saying, source, table, TODAY, update } from '../../make.ts'
import { keysOf, label, words } from './set-up.ts'

t.test('R1: an entry’s standing, owners and dates come from the record', async (t) => {
  const actions = [
    saying('done', { helperIds: [2] }),
    saying('done', {}, { id: 2, depth: 'named' }),
    action({ id: 3 }, { leadId: 3, proposed: true }),
  ]
  const facts = factsOf(
    concern(),
    'July 2021 round table',
    source({ actionsUnder: () => actions }),
    () => 'Hold a stall',
  )
  t.equal(facts.standing, 'done')
  t.same(
    facts.who.map((each) => each.code),
    ['org-1', 'org-2'],
    'R6: an organisation that has not accepted answers for nothing',
  )
  t.same(
    facts.actions.map((each) => each.accepted),
    [true, false],
    'R11: the named one is not there',
  )
  t.ok(facts.notYetClosed)
})

t.test('R2: an action without owner or date is told as such', async (t) => {
  const actions = [action({}, { leadId: null })]
  const facts = factsOf(concern(), 'x', source({ actionsUnder: () => actions }), () => '')
  t.match(facts.actions[0], { who: null, by: null, words: '' })
})

t.test(
  'R5, R28: an entry says how often a date moved, and has moved on when it moves again',
  async (t) => {
    const put = action({}, { by: '2021-10' })
    const [first] = put.terms
    const movedOn = (...to: [string, string][]) => ({
      ...put,
      terms: [first!, ...to.map(([by, at], i) => ({ ...first!, id: i + 2, by, at }))],
    })
    const record = (at: Action) => source({ actionsUnder: () => [at] })
    const told = (at: Action) => factsOf(concern(), 'x', record(at), () => '').actions[0]!
    t.notOk('moved' in told(put), 'nothing is said where it never did')
    const once = movedOn(['2022-01', '2021-10-28T10:00:00.000Z'])
    t.equal(told(once).moved, 1)
    const back = movedOn(
      ['2022-01', '2021-10-28T10:00:00.000Z'],
      ['2021-10', '2021-11-01T10:00:00.000Z'],
    )
    t.equal(told(back).moved, 2, 'there and back is twice')
    const words = entry.begin(
      { kind: 'entry', concernId: 1 },
      source({ concern: () => concern(), actionsUnder: () => [put] }),
      TODAY,
    )!.words
    t.notOk(movedFrom(words, concern(), record(put)))
    t.match(movedFrom(words, concern(), record(back)), { reason: /the date changed/ })
  },
)

t.test('the first words hold facts and no private text', async (t) => {
  const told = concern({ originNote: 'Told by a mother at number nine', originKind: 'stall' })
  const first = entry.begin(
    { kind: 'entry', concernId: 1 },
    source({
      concern: () => ({ ...told, roundTableId: null }),
      actionsUnder: () => [saying('done')],
    }),
    TODAY,
  )
  t.ok(first)
  t.equal(JSON.stringify(first).includes('mother'), false)
  t.equal(
    JSON.stringify(first).includes('We are stopped'),
    false,
    'the concern’s own words are written anew',
  )
  t.equal(JSON.stringify(first).includes('Hold a stall'), false)
})

t.test('R28: the record moving on stops yesterday’s words and is seen on the desk', async (t) => {
  const of = { kind: 'entry', concernId: 1 }
  const now = (...actions: Action[]) =>
    source({ concern: () => concern(), actionsUnder: () => actions })
  const told = (...actions: Action[]) => words(factsOf(concern(), '', now(...actions), () => ''))
  const stand = saying('under-way', { by: '2022-01' })
  const movedOn = entry.movedOn!(told(saying('done')), of, now(stand))
  t.same(keysOf(words(), {}, { movedOn }), ['current: did'])
  t.match(movedOn!.reason, /It now stands at “/)
  const heard = update({ id: 3, status: 'under-way', text: 'More' })
  t.equal(entry.movedOn!(told(stand), of, now(stand)), undefined, 'the same')
  const more = { ...stand, updates: [...stand.updates, heard] }
  t.equal(entry.movedOn!(told(stand), of, now(more)), undefined, 'one more word of it')

  const closing = { id: 1, roundTableId: 1, at: AT, reopenedAt: null, reopeningReason: null }
  const terms = stand.terms[0]!
  const changes: [Action[], string][] = [
    [[stand, action({ id: 2 })], 'a new action'],
    [[{ ...stand, terms: [{ ...terms, leadId: 3 }] }], 'its lead'],
    [[{ ...stand, terms: [{ ...terms, helperIds: [3] }] }], 'who helps'],
    [[{ ...stand, terms: [{ ...terms, by: '2022-04' }] }], 'its date'],
    [[{ ...stand, terms: [{ ...terms, proposed: true }] }], 'its acceptance'],
    [[{ ...stand, closings: [closing] }], 'its closing'],
  ]
  for (const [changed, what] of changes) {
    const found = entry.movedOn!(told(stand), of, now(...changed))
    t.match(
      found,
      { reason: /^The record has moved on\. .*(An action is new|changed|now stands)/ },
      what,
    )
    t.ok(entry.hasMovedOn(told(stand), [1], of, now(...changed)), `${what}, on the desk`)
  }
})

t.test('R13: every organisation named is known, so that it can be shown the words', async (t) => {
  t.same(
    namedIn(
      words({
        actions: [
          {
            words: '',
            who: label(2),
            helpers: [label(3)],
            by: null,
            kind: 'one-off',
            status: 'done',
            accepted: true,
            closed: false,
            lastHeardOn: '2021-11-01',
          },
        ],
      }),
    ),
    ['org-1', 'org-2', 'org-3'],
  )
})

t.test('R11: the year’s count holds grounds and numbers, and counts a matter once', async (t) => {
  const named = concern({
    depth: 'named',
    ground: 'A family could be identified.',
    createdAt: '2021-07-15T10:00:00.000Z',
  })
  const actions = [
    action({ depth: 'named', ground: 'A family could be identified.' }),
    action({
      id: 2,
      concernIds: [],
      depth: 'named',
      ground: 'A place or a group could be harmed.',
    }),
    action({
      id: 3,
      concernIds: [],
      depth: 'named',
      ground: 'x',
      agreedAt: '2022-01-01T00:00:00.000Z',
    }),
  ]
  const held = source({ matters: () => ({ concerns: [named], actions }) })
  t.same(year.begin({ kind: 'year', year: '2021' }, held, TODAY)?.words.grounds, [
    { ground: 'A family could be identified.', count: 1 },
    { ground: 'A place or a group could be harmed.', count: 1 },
  ])
  t.equal(
    year.begin({ kind: 'year', year: '2022' }, held, TODAY),
    undefined,
    'and only of a closed year',
  )
})

t.test('the trail is typed as lines that begin with a day or a month', async (t) => {
  t.match(parseSteps('July 2021: Raised.\n\n10 December 2021: Played: twice.', TODAY), {
    value: [
      { on: '2021-07', words: 'Raised.' },
      { on: '2021-12-10', words: 'Played: twice.' },
    ],
  })
  t.match(parseSteps('It was raised', TODAY), { accepted: false, refusals: [{ field: 'trail' }] })
})

t.test('the day of a result is proposed from what owners said', async (t) => {
  t.equal(
    lastHappenedOn([
      action({ updates: [update({ on: '2021-11' })] }),
      action({ updates: [update({ on: '2021-12-10' })] }),
      action({ depth: 'named', updates: [update({ on: '2022-01' })] }),
    ]),
    '2021-12-10',
  )
  t.equal(originOf(concern(), table()), 'July 2021 round table')
})
