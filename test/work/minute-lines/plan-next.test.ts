import t from 'tap'
import { openBox } from './open-box.ts'

t.test('R30: the next table is planned once, and moved only where that is said', async (t) => {
  const { store, table, shown, written } = await openBox(t)
  const typed = [
    'x 12 May, Library',
    'x moves to 12 May 7pm, Library',
    'x 12 May',
    'next 19 May',
    'next moves to 19 May',
  ].join('\n')
  t.same(
    shown(typed).read.map(({ kind, facts, remarks }) => [kind, ...facts, ...remarks]),
    [
      [
        'Note',
        'Under no concern',
        'The next round table is planned for 28 April 2022, 10.30. To move it, write “moves to” before the day. It will be kept as a note',
      ],
      [
        'The next round table',
        'Moves it from 28 April 2022, 10.30 to 12 May 2022, 19.00',
        'Place: Library, before not agreed yet',
      ],
      ['The next round table', 'Planned for 12 May 2022, 19.00 already: nothing changes'],
      [
        'Note',
        'Under no concern',
        'The next round table is planned for 12 May 2022, 19.00. To move it, write “moves to” before the day. It will be kept as a note',
      ],
      ['The next round table', 'Moves it from 12 May 2022, 19.00 to 19 May 2022, 19.00'],
    ],
  )
  const count = store.roundTables.list().length
  written(typed, (became) => {
    t.same(
      became.map((each) => each.noun),
      ['note', 'plan', 'plan', 'note', 'plan'],
    )
    t.equal(store.roundTables.list().length, count, 'none was doubled')
    const next = store.roundTables.findById(became[1]!.id)!
    t.match(next, { slug: '2022-q2', heldOn: '2022-05-19', startsAt: '19.00', place: 'Library' })
    t.equal(next.changes.length, 2, 'each change is a row')
    t.match(next.changes.at(-1), {
      verb: 'moved',
      reason: /Said at the 27 January 2022 round table/,
    })
    t.match(store.roundTables.findById(table.id), { heldOn: '2022-01-27', changes: [] })
  })
})

t.test(
  'R30: where none is planned, it is, with the time, place and those expected of this one',
  async (t) => {
    const { store, table, shown, written } = await openBox(t)
    const { id } = store.roundTables.find('2022-q2')!
    store.roundTables.recordPlanTakenBack(id, { personId: 1, at: '2022-01-27T10:00:00.000Z' })
    t.match(shown('x 12 May').read, [
      {
        kind: 'The next round table',
        facts: ['Plans it for 12 May 2022, 10.30', 'No place agreed yet', /^Expected: Mosaic/],
      },
    ])
    written('x 12 May', ([became]) => {
      t.match(store.roundTables.findById(became!.id), {
        slug: '2022-q2',
        heldOn: '2022-05-12',
        startsAt: '10.30',
        place: null,
        expectedIds: table.expectedIds,
      })
    })
    t.match(shown('x 12 January 2022').read[0]!.remarks, [/comes after this one/])
  },
)
