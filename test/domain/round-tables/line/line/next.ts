import t from 'tap'
import { read } from './set-up.ts'

t.test(
  'R30: the date of the next table is read, with time and place as they are said',
  async (t) => {
    const may = { heldOn: '2022-05-12', startsAt: null, place: null, moves: false }
    for (const [typed, next] of Object.entries({
      'x 12 May': may,
      'x: Thursday 12 May': may,
      'next Thursday 12 May': may,
      'Next table: 12 May': may,
      'next round table is on Thursday, 12 May': may,
      'date of the next meeting: 12 May': may,
      'next 12 May, same time and place': may,
      'x May': { ...may, heldOn: '2022-05' },
      'next Thursday 12 May 10.30am, Church Street Library': {
        ...may,
        startsAt: '10.30',
        place: 'Church Street Library',
      },
      'x 12 May at 7pm in the library': { ...may, startsAt: '19.00', place: 'the library' },
      'x 12 May, 22 Church Street': { ...may, place: '22 Church Street' },
      'x 12 May 2022, half past six in the evening, Town Hall': {
        ...may,
        startsAt: '18.30',
        place: 'Town Hall',
      },
      'x moves to 12 May': { ...may, moves: true },
      'next meeting is moved to 12 May': { ...may, moves: true },
      'x 12 May instead': { ...may, moves: true },
    }))
      t.same(read(typed).next, next, typed)
  },
)

t.test(
  'R2: what may be something else is a note that says why, and is never guessed',
  async (t) => {
    for (const [typed, why] of Object.entries({
      'x soon': /Write a day like 28\/4/,
      'x Friday 12 May': /is a Thursday\. Write the day again/,
      'x 12 May at 7': /in the morning, or in the evening/,
      'x 12 May we hold a stall': /“we hold a stall” was not read\. Write the place after a comma/,
      'next steps: write to the council': /Begin with a letter/,
      'next time bring the map': /Begin with a letter/,
      'next May we hold a stall': /Begin with a letter/,
      'next Thursday, bring the map': /Begin with a letter/,
      'Next to the lift it is dark': /Begin with a letter/,
    }))
      t.match(read(typed), { kind: 'note', next: null, unread: why, text: typed }, typed)
    t.match(read('x Friday 12 May').fixes, [{ typed: 'Friday 12 May', insert: '12 May 2022' }])
    t.match(read('x 12 May at 7').fixes, [
      { typed: '12 May at 7', insert: '12 May at 7am' },
      { insert: '12 May at 7pm' },
    ])
    t.match(read('x 12 May !private'), { kind: 'concern', depth: 'named' }, 'R11: held stays held')
  },
)

t.test('a paper is named, and a vote is part of a decision', async (t) => {
  t.match(read('p Crime figures, quarter 3 (police slides)'), {
    kind: 'paper',
    text: 'Crime figures, quarter 3 (police slides)',
    unread: null,
  })
  t.match(read('p2 The map'), { kind: 'paper', under: 2, text: 'The map' })
  t.match(read('d We meet at Church Street, 9 to 3, 2 abstained'), {
    text: 'We meet at Church Street, 9 to 3, 2 abstained',
    remarks: [],
  })
  t.match(read('d A stall on Saturday, 2 to 4'), {
    text: 'A stall on Saturday, 2 to 4',
    remarks: [/“2 to 4” stays in the words. If it is a vote, write it like 9 for, 3 against/],
  })
})
