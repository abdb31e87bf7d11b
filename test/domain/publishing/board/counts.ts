import fc from 'fast-check'
import t from 'tap'
import { type Copy, makeBoard } from '../../../../src/domain/publishing/board.ts'
import { TODAY } from '../../make.ts'
import { type Standing, STANDINGS } from '../../../../src/domain/concerns/standing.ts'
import { couldNot } from '../../../../src/domain/publishing/kinds/entry/facts.ts'
import { count, inState, matching } from '../../../../src/domain/publishing/board-query.ts'
import { isLate, silentDays } from '../../../../src/domain/publishing/voices.ts'
import { nextTable, runOf, toldSince } from '../../../../src/domain/publishing/related.ts'
import type { EntryWords } from '../../../../src/domain/publishing/kinds/entry.ts'
import type { ToldAction } from '../../../../src/domain/publishing/kinds/entry/told-action.ts'
import type { TableWords } from '../../../../src/domain/publishing/kinds/round-table.ts'

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
  publishedAt: '2022-01-01T10:41:00.000Z',
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
  publishedAt: `${heldOn}T10:41:00.000Z`,
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
      publishedAt: '2022-01-01T10:41:00.000Z',
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
