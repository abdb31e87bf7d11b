import t from 'tap'
import { decisionsOf, passes, type Seen } from '../../../src/domain/round-tables/table-decisions.ts'
import { action, concern, table } from '../make.ts'

const OPENED = '2021-07-15T09:00:00.000Z'
const july = table({ openedAt: OPENED, finishedAt: '2021-07-15T12:00:00.000Z' })
const october = table({
  id: 2,
  slug: '2021-q4',
  heldOn: '2021-10-28',
  openedAt: '2021-10-28T09:00:00.000Z',
})
const closing = {
  id: 1,
  roundTableId: 2,
  at: '2021-10-28T10:00:00.000Z',
  reopenedAt: null,
  reopeningReason: null,
}
const said = (over: Partial<ReturnType<typeof concern>> = {}) => ({
  ...concern(over),
  priorities: [
    { id: 1, roundTableId: 1, agreed: true, reason: null, at: '2021-07-15T10:00:00.000Z' },
    {
      id: 2,
      roundTableId: 2,
      agreed: false,
      reason: 'It is better',
      at: '2021-10-28T11:00:00.000Z',
    },
  ],
})
const line = {
  id: 1,
  roundTableId: 2,
  concernId: null,
  kind: 'decision' as const,
  text: 'We meet in the library',
  unread: null,
  personId: 1,
  at: '2021-10-28T11:30:00.000Z',
  changeId: null,
}
const seen: Seen = {
  tables: [july, { ...october }].map((each) =>
    each.id === 1 ? { ...each, agreedAt: '2021-10-28T09:30:00.000Z', agreedAtTableId: 2 } : each,
  ),
  concerns: [said()],
  actions: [action({ roundTableId: 1, closings: [closing] })],
  lines: [line],
  dropped: [],
}
const rows = (all: Seen = seen) =>
  decisionsOf(all).map((each) => [each.table.id, each.what, each.text, each.note])

t.test(
  'R5: what tables came to is one list, the newest table first and as it was said there',
  async (t) => {
    const [words] = seen.concerns.map((each) => each.wordings.at(-1)!.text)
    t.same(rows(), [
      [2, 'minutes', 'July 2021 round table', null],
      [2, 'closing', 'Hold a stall', null],
      [2, 'no-priority', words, 'It is better'],
      [2, 'line', 'We meet in the library', null],
      [1, 'action', 'Hold a stall', null],
      [1, 'priority', words, null],
    ])
  },
)

t.test(
  'R11: of what is held in private the list says only that it is, to those who may know',
  async (t) => {
    const held: Seen = {
      ...seen,
      concerns: [said({ depth: 'named', ground: 'A family could be identified.', list: [1] })],
      actions: [action({ depth: 'named', list: [1], roundTableId: 1 }, { text: 'See the family' })],
      lines: [{ ...line, concernId: 1, text: 'We visit the family' }],
    }
    t.notMatch(
      JSON.stringify(decisionsOf(held).map(({ text, note, on }) => [text, note, on])),
      /family|better/,
    )
    t.same(
      decisionsOf(held)
        .filter((each) => each.what !== 'minutes')
        .map(({ text, leadId, themeIds, note }) => [text, leadId, themeIds, note]),
      Array.from({ length: 3 }, () => ['Held in private', null, [], null]),
    )
    t.same(
      decisionsOf({ ...held, concerns: [], actions: [] }).map((each) => each.what),
      ['minutes'],
      'and nothing at all to the others: not even a line under it',
    )
  },
)

t.test('they are found by table, owner and words', async (t) => {
  const all = decisionsOf(seen)
  const find = (filter: Partial<Parameters<typeof passes>[1]>) =>
    all
      .filter((each) => passes(each, { table: '', theme: '', organisation: '', q: '', ...filter }))
      .map((each) => each.what)
  t.same(find({ q: 'LIBRARY' }), ['line'])
  t.same(find({ q: 'is better' }), ['no-priority'])
  t.same(find({ table: july.slug }).toSorted(), ['action', 'priority'])
  t.same(find({ organisation: '1' }).toSorted(), ['action', 'closing'])
  t.same(find({ organisation: '2' }), [])
})
