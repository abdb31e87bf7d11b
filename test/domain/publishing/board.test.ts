import { couldNot } from '../../../src/domain/publishing/kinds/entry-facts.ts'
import { STANDINGS, type Standing } from '../../../src/domain/concerns/standing.ts'
import { nextTable, runOf, toldSince } from '../../../src/domain/publishing/related.ts'
import { isLate, silentDays } from '../../../src/domain/publishing/voices.ts'
import { count, inState, matching } from '../../../src/domain/publishing/board-query.ts'
import type { TableWords } from '../../../src/domain/publishing/kinds/round-table.ts'
import type { EntryWords, ToldAction } from '../../../src/domain/publishing/kinds/entry.ts'
import fc from 'fast-check'
import t from 'tap'
import { makeBoard, type Copy } from '../../../src/domain/publishing/board.ts'
import { may } from '../../../src/domain/may.ts'
import { needsSecondFactor, type Who } from '../../../src/domain/people/person.ts'
import { action, TODAY, update } from '../make.ts'

const FIRST = { kind: 'first' as const, words: '' }
const told = (over: Partial<ToldAction> = {}): ToldAction => ({
  words: 'Hold a stall',
  who: { code: 'police', name: 'the police' },
  helpers: [],
  by: null,
  kind: 'one-off',
  status: 'under-way',
  accepted: true,
  closed: false,
  lastHeardOn: '2022-01-01',
  ...over,
})
const entry = (slug: string, over: Partial<EntryWords> = {}): Copy => ({
  slug,
  version: 1,
  publishedOn: '2022-01-01',
  change: FIRST,
  earlier: [],
  words: {
    kind: 'entry',
    change: FIRST,
    said: 'We are stopped',
    did: 'Café workshops',
    standing: 'done',
    on: '2021-11',
    raisedOn: '2021-07',
    origin: 'July 2021 round table',
    theme: { code: 'young', name: 'Young people' },
    area: null,
    who: [],
    worked: null,
    notYetClosed: false,
    actions: [],
    trail: [],
    ...over,
  },
})
const page = (
  slug: string,
  heldOn: string,
  presence: 'present' | 'apologies',
  state: TableWords['state'] = 'agreed',
): Copy => ({
  slug,
  version: 1,
  publishedOn: heldOn,
  change: FIRST,
  earlier: [],
  words: {
    kind: 'round-table',
    change: FIRST,
    heldOn,
    startsAt: null,
    place: null,
    state,
    agreedOn: null,
    organisations: [{ code: 'police', name: 'the police', presence, expected: true }],
    priorities: [],
    agreed: [],
    gaps: [],
  },
})
const ask = (over = {}) => ({ page: 1, ...over })

t.test('heard is the sum of the five, and each number’s list is as long as it says', async (t) => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...STANDINGS), { maxLength: 40 }),
      (standings: Standing[]) => {
        const board = makeBoard(
          1,
          standings.map((standing, i) => entry(`2021-q3-${i + 1}`, { standing })),
          [],
        )
        const counts = count(matching(board, ask()))
        return (
          counts.heard === STANDINGS.reduce((sum, each) => sum + counts[each], 0) &&
          STANDINGS.every((each) => inState([...board.entries], each).length === counts[each])
        )
      },
    ),
  )
  t.pass('for 100 random boards')
})

t.test('filters combine, also with what a search found', async (t) => {
  const board = makeBoard(
    1,
    [
      entry('2021-q3-1'),
      entry('2021-q3-2', { theme: null, raisedOn: '2021-10', actions: [told()] }),
    ],
    [],
  )
  t.same(
    matching(board, ask(), new Set(['2021-q3-1'])).map((each) => each.slug),
    ['2021-q3-1'],
  )
  t.same(matching(board, ask({ theme: 'young' }), new Set(['2021-q3-2'])), [])
  t.same(matching(board, ask(), new Set()), [], 'nothing found is not nothing asked')
  t.same(
    matching(board, ask({ theme: 'young' })).map((each) => each.slug),
    ['2021-q3-1'],
  )
  t.same(
    matching(board, ask({ by: 'police', quarter: '2021-q4' })).map((each) => each.slug),
    ['2021-q3-2'],
  )
})

t.test(
  'what readers said of an entry stands through a correction, and begins anew with news',
  async (t) => {
    const copy = (version: number, kind: 'first' | 'news' | 'correction' | 'privacy') => ({
      version,
      publishedOn: '2022-01-01',
      standing: null,
      change: { kind, words: '' },
    })
    const told = (...kinds: ('first' | 'news' | 'correction' | 'privacy')[]) => {
      const all = kinds.map((kind, i) => copy(i + 1, kind))
      return toldSince({ ...entry('2021-q3-1'), ...all.at(-1)!, earlier: all.slice(0, -1) })
    }
    t.equal(told('first'), 1)
    t.equal(told('first', 'correction', 'correction'), 1)
    t.equal(told('first', 'news', 'correction', 'privacy'), 2)
    t.equal(told('first', 'correction', 'news'), 3)
  },
)

t.test('R1: what is done names what could not be done beside it', async (t) => {
  const actions = [
    told({ status: 'done' }),
    told({ status: 'could-not', words: 'Open a hub' }),
    told({ status: 'could-not', words: 'Never accepted', accepted: false }),
  ]
  const [done, failed] = makeBoard(
    1,
    [entry('2021-q3-2', { actions }), entry('2021-q3-1', { actions, standing: 'could-not' })],
    [],
  ).entries
  t.same(couldNot(done!.words), ['Open a hub'])
  t.same(couldNot(failed!.words), [], 'where all of it could not, the reason is the answer')
})

t.test('R26: late is worked out from dates on the day it is read', async (t) => {
  t.ok(isLate(told({ by: '2022-01-14' }), TODAY))
  t.notOk(isLate(told({ by: '2022-01' }), TODAY))
  t.notOk(isLate(told({ by: '2022-01-14', status: 'done' }), TODAY))
  t.notOk(isLate(told({ by: '2022-01-14', accepted: false }), TODAY), 'nobody has promised it')
})

t.test('R8: in public, silence counts the open actions of an entry', async (t) => {
  const board = makeBoard(
    1,
    [
      entry('2021-q3-1', {
        actions: [told(), told({ status: 'done', lastHeardOn: '2021-01-01' })],
      }),
      entry('2021-q3-2'),
    ],
    [],
  )
  t.same(board.entries.map((each) => [each.slug, silentDays(each, TODAY)]).toSorted(), [
    ['2021-q3-1', 26],
    ['2021-q3-2', null],
  ])
})

t.test('R6: the run says how often an organisation came, up to that table', async (t) => {
  const board = makeBoard(
    1,
    [
      page('2021-q3', '2021-07', 'present'),
      page('2021-q4', '2021-10-28', 'apologies'),
      page('2022-q2', '2022-04-28', 'apologies', 'planned'),
    ],
    [],
  )
  t.same(runOf(board, 'police', '2021-10-28'), { present: 1, of: 2 })
  t.same(runOf(board, 'police', '2021-07'), { present: 1, of: 1 })
  t.equal(nextTable(board, TODAY)?.slug, '2022-q2')
})

const who = (over: Partial<Who> = {}): Who => ({
  personId: 1,
  name: 'x',
  role: 'member',
  approves: false,
  organisationId: 1,
  seatIds: [],
  isCharity: true,
  ...over,
})

t.test('R11: being coordinator gives no way into a named matter', async (t) => {
  const named = action({ depth: 'named', list: [9] })
  t.notOk(may.see(who({ role: 'coordinator' }), named))
  t.notOk(may.change(who({ role: 'coordinator' }), named))
  t.notOk(may.close(who({ role: 'coordinator' }), named))
  t.notOk(may.report(who({ role: 'coordinator' }), named))
  t.ok(may.report(who({ personId: 9 }), named))
})

t.test(
  'members report for their own organisation and seats, observers change nothing',
  async (t) => {
    t.ok(may.report(who(), action()))
    t.notOk(may.report(who({ organisationId: 2 }), action()))
    t.ok(may.report(who({ organisationId: 2 }), action({}, { helperIds: [2] })))
    t.ok(may.report(who({ organisationId: 2, seatIds: [4] }), action({}, { seatId: 4 })))
    t.notOk(may.report(who({ role: 'observer' }), action()))
    t.notOk(may.comment(who({ role: 'observer' })))
    t.notOk(may.answerFor(who(), action({}, { proposed: true })), 'a seat of the lead accepts')
    t.ok(may.answerFor(who({ seatIds: [1] }), action({}, { proposed: true })))
    t.notOk(may.takeBack(who(), action(), update({ personId: 2 })))
    t.ok(may.takeBack(who(), action(), update({ personId: 1 })))
  },
)

t.test(
  'R13: the writer does not approve, whoever they are, unless it is switched off',
  async (t) => {
    t.notOk(may.approve(who({ role: 'coordinator', approves: true }), 1))
    t.ok(may.approve(who({ role: 'coordinator', approves: true }), 2))
    t.notOk(
      may.approve(who({ role: 'coordinator' }), 2),
      'a coordinator is not an approver by that alone',
    )
    t.ok(may.approve(who({ role: 'approver' }), 2))
    t.notOk(may.approve(who({ role: 'member' }), 2))
    t.ok(may.approve(who({ role: 'coordinator' }), 1, true))
    t.notOk(may.approve(who({ role: 'member' }), 2, true))
  },
)

t.test('R25: coordinators, approvers and those on a named list need a second factor', async (t) => {
  t.ok(needsSecondFactor(who({ role: 'coordinator' }), false))
  t.ok(needsSecondFactor(who({ role: 'approver' }), false))
  t.ok(needsSecondFactor(who({ approves: true }), false))
  t.ok(needsSecondFactor(who(), true))
  t.notOk(needsSecondFactor(who(), false))
})
