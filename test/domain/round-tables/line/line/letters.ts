import t from 'tap'
import { LETTERS } from '../../../../../src/domain/round-tables/line/line.ts'
import { council, mosaic, police, read, sergeant } from './set-up.ts'

t.test('each letter says what a line is, small or capital, with a space or a colon', async (t) => {
  for (const [letter, kind] of Object.entries(LETTERS)) {
    const words =
      { u: '1.5 The hall is booked', h: '@mps', x: '12 May' }[letter] ?? 'The hall is booked'
    for (const typed of [
      `${letter} ${words}`,
      `${letter.toUpperCase()} ${words}`,
      `${letter}: ${words}`,
      `${letter}   ${words}`,
    ])
      t.match(read(typed), { kind, typed, unread: null, under: 'last', depth: 'table' }, typed)
  }
  t.match(read('c Young men are stopped #stop !priority'), {
    kind: 'concern',
    text: 'Young men are stopped',
    themeId: 2,
    priority: true,
    areaId: null,
  })
  t.match(read('a Hold a stall @mps +wcc by Sept'), {
    kind: 'action',
    text: 'Hold a stall',
    leadId: police,
    seatId: null,
    helperIds: [council],
    by: '2022-09',
  })
  t.match(read('q How do we check an officer is real? @mps promised by March'), {
    kind: 'question',
    text: 'How do we check an officer is real?',
    leadId: police,
    by: '2022-03',
  })
  t.match(read('d We meet at Church Street'), {
    kind: 'decision',
    text: 'We meet at Church Street',
  })
})

t.test('R2: nothing is filled in that was not typed', async (t) => {
  t.match(read('a Hold a stall'), {
    leadId: null,
    seatId: null,
    helperIds: [],
    by: null,
    themeId: null,
    areaId: null,
    standing: false,
    priority: false,
    depth: 'table',
    ground: null,
  })
  t.match(read('u 1.5 The hall is booked'), {
    status: null,
    waitingFor: null,
    on: null,
    by: null,
    leadId: null,
    closed: false,
  })
})

t.test('a line goes under the last item, under one by its number, or under none', async (t) => {
  t.equal(read('a Walk the route').under, 'last')
  t.match(read('a3 Walk the route'), { under: 3, kind: 'action', text: 'Walk the route' })
  t.match(read('n12: The club is shut'), { under: 12, kind: 'note', text: 'The club is shut' })
  t.match(read('a- Walk the route'), { under: 'none', text: 'Walk the route' })
  t.match(
    read('a 3 stalls in May'),
    { under: 'last', text: '3 stalls in May' },
    'a number that is not beside the letter is a number of something',
  )
})

t.test(
  'a sentence that begins with A is a sentence, and one with a verb after it is an action',
  async (t) => {
    t.match(read('A man was stopped twice'), { kind: 'note', text: 'A man was stopped twice' })
    t.match(read('A Hold a stall'), { kind: 'action', text: 'Hold a stall' })
    t.match(read('a hold a stall'), { kind: 'action', text: 'hold a stall' })
    t.match(read('Cars are broken into'), { kind: 'note', text: 'Cars are broken into' })
  },
)

t.test('a line that cannot be read is a note with all its words, which says why', async (t) => {
  for (const typed of [
    'They talked about the park',
    'y Something',
    'c',
    'a3',
    'u1.5 done',
    'chold a stall',
    'c!',
  ])
    t.match(read(typed), { kind: 'note', text: typed, unread: /Begin with a letter/ }, typed)
  t.match(read('u done, closed: leaflets printed'), {
    kind: 'note',
    text: 'u done, closed: leaflets printed',
    status: null,
    closed: false,
    unread: /number of its action/,
  })
  t.match(read('h nobody yet'), { kind: 'note', text: 'h nobody yet', unread: /their marks/ })
})

t.test('a mark stands anywhere in a line and leaves no hole in its words', async (t) => {
  t.match(read('c #stop Young men, #church-street are stopped #priority'), {
    text: 'Young men, are stopped #priority',
    themeId: 2,
    areaId: 1,
    remarks: [/No theme or area is called “#priority”/],
  })
  t.match(read('a @sergeant, walk the route +mosaic, +wcc.'), {
    leadId: police,
    seatId: sergeant,
    helperIds: [mosaic, council],
  })
  t.match(
    read('a Hold a stall @mps @wcc'),
    { leadId: police, helperIds: [council] },
    'who is named second helps',
  )
  t.match(read('a Hold a stall +wcc +council +wcc'), { leadId: null, helperIds: [council] })
  t.match(read('a Write to table@mosaic.example about C++ and #1'), {
    leadId: null,
    text: 'Write to table@mosaic.example about C++ and #1',
  })
})
