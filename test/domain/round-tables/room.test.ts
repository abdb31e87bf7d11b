import t from 'tap'
import { roomLines, type RoomLine } from '../../../src/domain/round-tables/room/room-lines.ts'
import { roomNow } from '../../../src/domain/round-tables/room/room-now.ts'
import { action, concern, table, update } from '../make.ts'

const OPENED = '2022-01-27T10:30:00.000Z'
const at = (minute: number): string => `2022-01-27T10:${30 + minute}:00.000Z`
const open = table({ id: 9, openedAt: OPENED })
const said = (id: number, text: string, over: Partial<ReturnType<typeof concern>> = {}) => {
  const one = concern({ id, createdAt: at(id), ...over })
  return { ...one, wordings: one.wordings.map((each) => ({ ...each, text })) }
}
const agreed = (id: number, text: string, over: Partial<ReturnType<typeof action>> = {}) => {
  const one = action({ id, roundTableId: 9, agreedAt: at(id), concernIds: [], ...over })
  return { ...one, terms: one.terms.map((each) => ({ ...each, text })) }
}
const note = (id: number, text: string, over = {}) => ({
  id,
  roundTableId: 9,
  concernId: null,
  kind: 'note' as const,
  text,
  unread: null,
  personId: 1,
  at: at(id),
  changeId: null,
  ...over,
})
const held = { depth: 'named' as const, ground: 'A family could be identified.', list: [1] }

t.test(
  'R11: of what is held in private, and of what hangs on it, the wall has nothing',
  async (t) => {
    const open2 = {
      table: open,
      concerns: [said(1, 'The stairs are dark')],
      actions: [agreed(3, 'Mend the lamp', { concernIds: [1] })],
      notes: [note(5, 'Paper: The map'), note(6, 'x', { unread: 'Begin with a letter' })],
    }
    const without = roomLines(open2)
    t.same(
      without.map(({ what, text }) => [what, text]),
      [
        ['Concern', 'The stairs are dark'],
        ['Action', 'Mend the lamp'],
        ['Paper', 'The map'],
      ],
    )
    const withHeld = roomLines({
      table: open,
      concerns: [
        ...open2.concerns,
        said(2, 'The boy', held),
        said(7, 'Gone', { takenOutAt: at(8) }),
      ],
      actions: [
        ...open2.actions,
        agreed(4, 'Fetch the boy', { concernIds: [2], ...held }),
        agreed(5, 'Call the aunt', { concernIds: [2] }),
        agreed(6, 'Alone', held),
        agreed(2, 'From before', {
          roundTableId: 1,
          ...held,
          updates: [update({ roundTableId: 9 })],
        }),
      ],
      notes: [...open2.notes, note(7, 'The aunt came', { concernId: 2 })],
    })
    t.same(withHeld, without, 'not even a gap, a number or a count')
  },
)

t.test(
  'an action stands with who and by when, and one from before once it is spoken of',
  async (t) => {
    const before = agreed(2, 'Print the leaflet', {
      roundTableId: 1,
      agreedAt: '2021-10-28T10:00:00.000Z',
    })
    const spoken = {
      ...before,
      updates: [
        ...before.updates,
        update({ id: 8, roundTableId: 9, status: 'done', text: 'It is printed', at: at(9) }),
      ],
    }
    t.same(roomLines({ table: open, concerns: [], actions: [before], notes: [] }), [])
    t.match(roomLines({ table: open, concerns: [], actions: [spoken], notes: [] }), [
      {
        what: 'Update',
        text: 'Print the leaflet',
        said: 'It is printed',
        status: 'done',
        at: at(9),
      },
    ])
  },
)

const line = (minute: number, over: Partial<RoomLine> = {}): RoomLine => ({
  at: at(minute),
  what: 'Note',
  text: `Line ${minute}`,
  concernId: null,
  isPriority: false,
  owner: null,
  by: null,
  kind: 'one-off',
  isProposed: false,
  said: '',
  status: null,
  ...over,
})
const dark = line(1, { what: 'Concern', text: 'It is dark', concernId: 1 })

t.test('the wall has the concern that is spoken of, and the newest lines last', async (t) => {
  t.same(roomNow([], null), { now: null, concern: null, lines: [], older: 0 })
  const lines = [2, 3, 4, 5, 6, 7].map((minute) => line(minute, { concernId: 1 }))
  const now = roomNow([line(0), dark, ...lines, line(8)], null)
  t.match(now, { concern: { text: 'It is dark' }, older: 3 })
  t.same(
    now.lines.map(({ text }) => text),
    ['Line 5', 'Line 6', 'Line 7', 'Line 8'],
  )
  const turned = roomNow([dark, ...lines], { title: 'Police report', at: at(9) })
  t.same(turned, { now: 'Police report', concern: null, lines: [], older: 0 })
  t.match(
    roomNow([dark, line(10, { concernId: 1 })], { title: 'Police report', at: at(9) }),
    { concern: { text: 'It is dark' }, lines: [{ text: 'Line 10' }] },
    'what comes up again is spoken of again',
  )
})

t.test('a long line leaves room for itself alone, and is cut', async (t) => {
  const long = 'words and '.repeat(100)
  const now = roomNow(
    [
      dark,
      line(2, { concernId: 1, text: long }),
      line(3, { concernId: 1, text: long, said: long }),
    ],
    null,
  )
  t.equal(now.lines.length, 1)
  t.ok(now.lines[0]!.text.length <= 210)
  t.match(now.lines[0]!.text, / …$/)
  t.equal(now.older, 1)
})
