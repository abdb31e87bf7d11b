import t from 'tap'
import { readWhen } from '../../../../src/domain/day.ts'
import {
  begin,
  factsOf,
  happenedOn,
  heldInPrivate,
  originOf,
} from '../../../../src/domain/publishing/from-record.ts'
import { namedIn, parseSteps } from '../../../../src/domain/publishing/words.ts'
import { action, concern, saying, table, update } from '../../make.ts'
import { label, words } from './set-up.ts'

t.test('R1: an entry’s standing, owners and dates come from the record', async (t) => {
  const facts = factsOf(
    concern(),
    [
      saying('done', { helperIds: [2] }),
      saying('done', {}, { id: 2, depth: 'named' }),
      action({ id: 3 }, { leadId: 3, proposed: true }),
    ],
    'July 2021 round table',
    { theme: null, area: null },
    label,
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
  const facts = factsOf(
    concern(),
    [action({}, { leadId: null })],
    'x',
    { theme: null, area: null },
    label,
    () => '',
  )
  t.match(facts.actions[0], { who: null, by: null, words: '' })
})

t.test('the first words hold facts and no private text', async (t) => {
  const first = begin(
    concern({ originNote: 'Told by a mother at number nine', originKind: 'stall' }),
    [saying('done')],
    originOf(concern({ originKind: 'stall', originNote: 'Told by a mother' }), undefined),
    { theme: null, area: null },
    label,
  )
  t.equal(JSON.stringify(first).includes('mother'), false)
  t.equal(
    JSON.stringify(first).includes('We are stopped'),
    false,
    'the concern’s own words are written anew',
  )
  t.equal(JSON.stringify(first).includes('Hold a stall'), false)
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
  t.same(heldInPrivate('2021', [named], actions).grounds, [
    { ground: 'A family could be identified.', count: 1 },
    { ground: 'A place or a group could be harmed.', count: 1 },
  ])
})

t.test('the trail is typed as lines that begin with a day or a month', async (t) => {
  const read = (typed: string) => readWhen(typed, '2022-01-27', 'behind')
  t.match(parseSteps('July 2021: Raised.\n\n10 December 2021: Played: twice.', read), {
    value: [
      { on: '2021-07', words: 'Raised.' },
      { on: '2021-12-10', words: 'Played: twice.' },
    ],
  })
  t.match(parseSteps('It was raised', read), { accepted: false, refusals: [{ field: 'trail' }] })
})

t.test('the day of a result is proposed from what owners said', async (t) => {
  t.equal(
    happenedOn([
      action({ updates: [update({ on: '2021-11' })] }),
      action({ updates: [update({ on: '2021-12-10' })] }),
      action({ depth: 'named', updates: [update({ on: '2022-01' })] }),
    ]),
    '2021-12-10',
  )
  t.equal(originOf(concern(), table()), 'July 2021 round table')
})
