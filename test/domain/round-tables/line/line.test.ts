import { readLine, readLines } from '../../../../src/domain/round-tables/line/read-line.ts'
import fc from 'fast-check'
import t from 'tap'
import { GROUNDS } from '../../../../src/domain/depth.ts'
import { LETTERS, type Line, type Reading } from '../../../../src/domain/round-tables/line/line.ts'
import { namesToMention } from '../../../../src/domain/round-tables/line/mentions.ts'
import { sayingDates } from '../../../../src/work/read-dates.ts'
import { areas, organisations, seats, themes, TODAY } from '../../make.ts'

const reading: Reading = {
  names: namesToMention(organisations, seats, themes, areas),
  ahead: sayingDates(TODAY, '2022-04-28'),
  behind: sayingDates(TODAY, null, 'behind'),
}
const read = (typed: string): Line => readLine(typed, reading)
const [mosaic, police, council, school] = [1, 2, 3, 4]
const sergeant = 4

t.test('each letter says what a line is, small or capital, with a space or a colon', async (t) => {
  for (const [letter, kind] of Object.entries(LETTERS)) {
    const words =
      letter === 'u' ? '1.5 The hall is booked' : letter === 'h' ? '@mps' : 'The hall is booked'
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
    'x Something',
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

t.test('R2: a mark that may mean two, or nobody, stays in the words and says so', async (t) => {
  t.match(read('a Ask them @officer'), {
    leadId: null,
    text: 'Ask them @officer',
    remarks: [
      '“@officer” may be Community engagement officer, or Youth services officer. Write a little more of it',
    ],
  })
  t.match(read('a Ask them @m'), {
    leadId: null,
    seatId: null,
    text: 'Ask them @m',
    remarks: [/may be Mosaic/],
  })
  t.match(read('a Ask them @fire +ambulance'), {
    leadId: null,
    helperIds: [],
    text: 'Ask them @fire +ambulance',
    remarks: [
      'Nobody here is called “@fire”. It stays in the words',
      'Nobody here is called “+ambulance”. It stays in the words',
    ],
  })
  t.match(read('c It rains #stop #trust'), {
    themeId: 2,
    text: 'It rains #trust',
    remarks: ['It has a theme already, so “#trust” stays in the words'],
  })
  t.match(read('c It rains #s'), {
    areaId: null,
    themeId: null,
    text: 'It rains #s',
    remarks: [/may be/],
  })
})

t.test('R26: a date is a day or a month at the end of a line, after “by”', async (t) => {
  const by = (words: string) => read(`a Hold a stall by ${words}`)
  for (const [typed, when] of Object.entries({
    Sept: '2022-09',
    'end of Sept': '2022-09',
    'mid-March': '2022-03',
    '28/4': '2022-04-28',
    '28/4/2022': '2022-04-28',
    '28 April': '2022-04-28',
    'April 2023': '2023-04',
    '2022-04-28': '2022-04-28',
    'the next table': '2022-04-28',
    'next round table': '2022-04-28',
    'next Friday': '2022-02-04',
    Monday: '2022-01-31',
    tomorrow: '2022-01-28',
    'in two weeks': '2022-02-10',
    'next month': '2022-02',
    'Sept.': '2022-09',
  }))
    t.match(by(typed), { by: when, text: 'Hold a stall' }, typed)
  t.match(read('a Stand by the school by May'), { by: '2022-05', text: 'Stand by the school' })
  t.match(read('a Hold a stall (by May)'), { by: '2022-05', text: 'Hold a stall' })
  t.match(read('a Hold a stall, by May @mps'), {
    by: '2022-05',
    text: 'Hold a stall',
    leadId: police,
  })
})

t.test(
  'R2, R26: words after “by” that are no date stay in the words, and so does an hour',
  async (t) => {
    for (const words of [
      'the church',
      'Friday or not',
      'Friday with MPS',
      '28 April too',
      '31/4',
      'noon',
      '3pm',
      'Friday 2pm',
      'next year',
      'summer',
      'hand',
    ])
      t.match(
        read(`a Hold a stall by ${words}`),
        { by: null, text: `Hold a stall by ${words}` },
        words,
      )
    t.match(
      readLine('a Hold a stall by next table', { ...reading, ahead: sayingDates(TODAY, null) }),
      { by: null, text: 'Hold a stall by next table' },
      'no next table is planned',
    )
    t.match(
      read('c By May they were afraid'),
      { by: null, text: 'By May they were afraid' },
      'a concern has no date',
    )
  },
)

t.test('an update names its action and says how it stands', async (t) => {
  const said = (words: string) => read(`u 1.5 ${words}`)
  t.match(said('done: leaflets printed'), {
    kind: 'update',
    number: '1.5',
    status: 'done',
    text: 'leaflets printed',
  })
  t.match(said('Done. Leaflets printed'), { status: 'done', text: 'Leaflets printed' })
  t.match(said('answered: yes, ask for a warrant card'), {
    status: 'done',
    text: 'yes, ask for a warrant card',
  })
  for (const words of ['under way', 'underway', 'started', 'doing'])
    t.match(
      said(`${words}: a hall is booked`),
      { status: 'under-way', text: 'a hall is booked' },
      words,
    )
  t.match(said('not started, no money'), { status: 'not-started', text: 'no money' })
  for (const words of [
    'could not, because',
    'could not because',
    'couldn’t because',
    "couldn't, because",
    'cannot',
    'can’t:',
    'Could not:',
  ])
    t.match(
      said(`${words} there is no hall`),
      { status: 'could-not', text: 'there is no hall' },
      words,
    )
  t.match(
    said('A hall is booked'),
    { status: null, text: 'A hall is booked' },
    'what does not begin with a status says none',
  )
  t.match(said('the work is done'), { status: null, text: 'the work is done' })
  t.match(said('not done'), { status: null, text: 'not done' })
  t.match(
    said('still going: two more'),
    { status: null, text: 'still going: two more' },
    'R3: still going is not done',
  )
  t.match(said(', done: printed'), { number: '1.5', status: 'done', text: 'printed' })
})

t.test('an update says for whom it waits, by name, and that is not who leads', async (t) => {
  t.match(read('u 1.5 waiting for the council: they said June'), {
    status: 'waiting',
    waitingFor: 'the council',
    text: 'they said June',
    leadId: null,
  })
  t.match(read('u 1.5 waiting for Mosaic to read it'), {
    status: 'waiting',
    waitingFor: 'Mosaic to read it',
    text: '',
  })
  t.match(read('u 1.5 waiting for @mps: figures by May'), {
    status: 'waiting',
    waitingFor: 'Metropolitan Police Service',
    text: 'figures',
    leadId: null,
    by: '2022-05',
  })
  t.match(
    read('u 1.5 waiting'),
    { status: 'waiting', waitingFor: null, text: '' },
    'the rule asks for whom',
  )
})

t.test(
  'an update says when it happened, that it is closed, and what changes in what was agreed',
  async (t) => {
    t.match(read('u 1.5 done: the stall was held on 10 December'), {
      on: '2021-12-10',
      text: 'the stall was held',
    })
    t.match(read('u 1.5 done: the stall was held on Church Street'), {
      on: null,
      text: 'the stall was held on Church Street',
    })
    t.match(read('u 1.5 done: we met on Monday with two of them'), {
      on: null,
      text: 'we met on Monday with two of them',
    })
    for (const words of [
      'done, closed: printed',
      'done and closed: printed',
      'done, agreed closed: printed',
      'done: printed !closed',
    ])
      t.match(read(`u 1.5 ${words}`), { status: 'done', closed: true, text: 'printed' }, words)
    t.match(read('u 1.5 closed'), { status: null, closed: true, text: '' })
    t.match(read('u 1.5 done: the road is closed'), { closed: false, text: 'the road is closed' })
    t.match(read('u 1.5 @sergeant +wcc by May'), {
      leadId: police,
      seatId: sergeant,
      helperIds: [council],
      by: '2022-05',
      status: null,
      text: '',
    })
  },
)

t.test(
  'R6: a line says who is here: by seat, by organisation, by role, with apologies, and how many residents',
  async (t) => {
    t.match(read('h @mosaic, @sergeant, 7 residents'), {
      kind: 'here',
      text: '',
      residents: 7,
      remarks: [],
      here: [
        { organisationId: mosaic, seatId: null, guestRole: null, presence: 'present' },
        { organisationId: police, seatId: sergeant, presence: 'present' },
      ],
    })
    t.match(read('h @wcc councillor; 1 resident'), {
      residents: 1,
      here: [{ organisationId: council, guestRole: 'councillor', presence: 'present' }],
    })
    for (const words of ['apologies @mps', '@mps apologies', '@mps: sorry', '@mps sends apologies'])
      t.match(
        read(`h ${words}`).here,
        [{ organisationId: police, presence: 'apologies', guestRole: null }],
        words,
      )
    t.match(
      read('h @mps absent, @sergeant sent someone, @wcc here').here.map((each) => each.presence),
      ['absent', 'sent-someone', 'present'],
    )
    t.match(
      read('h @mps and @wcc & 7 residents'),
      {
        residents: 7,
        remarks: [],
        here: [
          { organisationId: police, guestRole: null },
          { organisationId: council, guestRole: null },
        ],
      },
      '“and” is nobody’s role',
    )
    t.match(read('h @school health and safety officer').here, [
      { organisationId: school, guestRole: 'health and safety officer' },
    ])
    t.match(
      read('h @mps @wcc').here.map((each) => each.organisationId),
      [police, council],
    )
  },
)

t.test('R6: apologies of someone by role never count their organisation as here', async (t) => {
  const line = read('h @mps inspector apologies')
  t.match(line.here, [{ organisationId: police, guestRole: null, presence: 'apologies' }])
  t.equal(line.text, 'inspector', 'and the words that were not read are kept')
})

t.test('what is not read of who is here stays in the words', async (t) => {
  t.match(read('h @mps, the vicar, 7 residents'), {
    text: 'the vicar',
    residents: 7,
    here: [{ organisationId: police }],
    remarks: ['“the vicar” was not read'],
  })
  t.match(read('h @mps, @fire'), { text: '@fire', here: [{ organisationId: police }] })
  t.match(read('h @sergeant and a colleague'), {
    text: 'and a colleague',
    here: [{ seatId: sergeant, guestRole: null }],
  })
})

t.test('R11: words that hold a line in private give the ground that others read', async (t) => {
  for (const [word, ground] of [
    ['private', 0],
    ['held', 0],
    ['family', 0],
    ['person', 1],
    ['place', 2],
    ['inquiry', 3],
    ['confidence', 4],
  ] as const)
    t.match(
      read(`c They were moved away !${word}`),
      { kind: 'concern', depth: 'named', ground: GROUNDS[ground], text: 'They were moved away' },
      word,
    )
  t.match(
    read('c They were moved away !priv'),
    { depth: 'named', text: 'They were moved away' },
    'a beginning that can be only one',
  )
  t.match(read('a Support them @sergeant !family by May'), {
    kind: 'action',
    depth: 'named',
    leadId: police,
    seatId: sergeant,
    text: 'Support them',
    by: '2022-05',
  })
  t.match(
    read('c They were moved away !private !person !priority'),
    { depth: 'named', ground: GROUNDS[0], priority: true, text: 'They were moved away' },
    'the first ground stands',
  )
  t.match(read('c The park is dark !public'), { depth: 'public', ground: null })
  for (const typed of ['c Moved !public !private', 'c Moved !private !public'])
    t.match(read(typed), { depth: 'named' }, 'the narrower wins')
})

t.test('R11: a slip of the finger in a private mark never shows a family’s story', async (t) => {
  const slips = [
    '!privte',
    '!priavte',
    '!Private',
    '!PRIVATE',
    '!privat',
    '!p',
    '!pri',
    '!pr',
    '!c',
    '!private.',
    '!private,',
    '!private!',
    '(!private)',
    '“!private”',
    '!!private',
    '!private?',
    '!private-',
    '!private’s',
    '!privately',
    '!private)',
    '!privte!',
    '(!privte)',
    '!pr1vate',
    '!1private',
    '！private',
    '！ｐｒｉｖａｔｅ',
    '¡private',
    '❗private',
    '! private',
    '!  private',
    '!private1',
    '! family',
    '1private',
    '@private',
    '#private',
    '+private',
    'private!',
    '!privatе',
    '!privateé',
    '!prívate',
    '!fam',
    '!familly',
    '!person!',
    '!held/',
  ]
  for (const slip of slips) {
    for (const letter of ['c ', 'a ', 'q ', 'd ', 'n ', 'u 1.5 done: ', 'h @mps, ', ''])
      t.equal(read(`${letter}Their son was moved ${slip}`).depth, 'named', `${letter}${slip}`)
    t.equal(read(`c ${slip} Their son was moved`).depth, 'named', `${slip} first`)
  }
  for (const typed of [
    'c Their son was moved!private',
    'c Their son was moved.!private',
    'c Their son was moved!privte',
    'c!private Their son',
    '!private c Their son',
    'c !privateTheir son was moved',
    'c Their son!family was moved',
  ])
    t.equal(read(typed).depth, 'named', typed)
  t.match(read('c Their son was moved !privte').remarks, [
    /We do not know “!privte”, so this is held in private to be safe/,
  ])
  t.match(read('c Their son was moved 1private').remarks, [/It looks like “!private”/])
  t.equal(
    read('c The Ahmeds were moved !Ahmed').text,
    'The Ahmeds were moved !Ahmed',
    'and a word that was not read is not lost',
  )
})

t.test('a sentence that only cries out is not held', async (t) => {
  for (const typed of [
    'c Help! They stopped him',
    'c They said no!',
    'c Stop!',
    'c A private road is dark',
    'c !',
    'c It is 5!',
  ])
    t.equal(read(typed).depth, 'table', typed)
})

t.test(
  'R11: a note, a decision, an update or a line without a letter that is held becomes a concern with every word of it',
  async (t) => {
    const asConcern = (typed: string) => {
      const line = read(typed)
      t.match(
        line,
        {
          kind: 'concern',
          depth: 'named',
          unread: null,
          status: null,
          waitingFor: null,
          number: null,
          here: [],
          closed: false,
        },
        typed,
      )
      t.match(line.remarks.at(-1), 'kept as a concern that only you can open')
      return line.text
    }
    t.equal(asConcern('n Their son was moved !private'), 'Their son was moved')
    t.equal(asConcern('d We support them !private'), 'We support them')
    t.equal(asConcern('Their son was moved !private'), 'Their son was moved')
    t.equal(asConcern('u 1.5 done: their son was moved !private'), '1.5 done: their son was moved')
    t.equal(
      asConcern('u 1.5 waiting for the Ahmeds: they moved on 10 December !private'),
      '1.5 waiting for the Ahmeds: they moved on 10 December',
    )
    t.equal(asConcern('h @mps, the mother !private'), '@mps, the mother')
    t.equal(asConcern('n !private'), 'n !private', 'nothing but the mark')
  },
)

t.test(
  'a word after ! that says nothing about a line is only a word, and is not promised',
  async (t) => {
    t.match(read('a Hold a stall !priority'), {
      priority: false,
      depth: 'table',
      text: 'Hold a stall !priority',
      remarks: [/says nothing about this line/],
    })
    t.match(read('c It rains !closed'), { closed: false, depth: 'table', text: 'It rains !closed' })
    t.match(read('n It rains !public'), { depth: 'table', text: 'It rains !public' })
    t.match(read('a Meet mothers every month !standing'), {
      standing: true,
      text: 'Meet mothers every month',
    })
    t.match(read('q Why? !standing'), { standing: false, text: 'Why? !standing' })
  },
)

t.test('many lines are read one by one, and empty ones are nothing', async (t) => {
  t.same(readLines('', reading), [])
  t.same(readLines(' \n\n\t\n', reading), [])
  t.same(
    readLines('c The park is dark\n\n  a Mend the lamp @wcc  \nn Thanks\n', reading).map((line) => [
      line.kind,
      line.text,
    ]),
    [
      ['concern', 'The park is dark'],
      ['action', 'Mend the lamp'],
      ['note', 'Thanks'],
    ],
  )
})

t.test(
  'whatever is typed, no line throws, is refused or is lost, and a private mark anywhere holds it',
  async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    fc.assert(
      fc.property(anything, (typed) => {
        const line = read(typed)
        return (
          line.typed === typed &&
          (line.unread === null ||
            line.depth !== 'table' ||
            line.text === typed ||
            line.text ===
              typed
                .replace(/\s+/g, ' ')
                .replace(/ ([.,;:?!])/g, '$1')
                .trim())
        )
      }),
    )
    fc.assert(
      fc.property(
        anything,
        anything,
        fc.constantFrom('!private', '！private', '!PRIVATE', '!Private'),
        (before, after, mark) => read(before + mark + after).depth === 'named',
      ),
    )
  },
)

/** Every piece of a line that is read, with words beside it that nobody reads. */
const PIECES = [
  '@mps',
  '@officer',
  '@fire',
  '+wcc',
  '#stop',
  '#s',
  '!priority',
  '!public',
  '!standing',
  '!closed',
  '!',
  '1.5',
  '99',
  'by',
  'by Sept',
  'by Friday',
  'by 3pm',
  'promised by',
  'on',
  'on 10 December',
  'on Friday',
  'done',
  'done,',
  'closed:',
  'and closed',
  'waiting',
  'waiting for',
  'waiting for @mps:',
  'could not because',
  'still going',
  'not started',
  'apologies',
  'sorry',
  'absent',
  'sent someone',
  'here',
  '7 residents',
  'residents',
  ',',
  ';',
  '.',
  ':',
  '(',
  ')',
  '&',
  'and',
  'the',
  'next',
  'end of',
  'May',
]

t.test('R11: no word is ever lost: each is read, or stands in the words', async () => {
  const filler = fc.nat({ max: 999 }).map((n) => `zq${n}`)
  const piece = fc.oneof(
    { arbitrary: filler, weight: 2 },
    { arbitrary: fc.constantFrom(...PIECES), weight: 3 },
    fc
      .tuple(fc.constantFrom('!', '@', '+', '#', '!private', '(', '“'), filler)
      .map((pair) => pair.join('')),
  )
  const opening = fc.constantFrom(
    '',
    'c ',
    'a ',
    'a3 ',
    'a- ',
    'A ',
    'q ',
    'd ',
    'n ',
    'u ',
    'u 1.5 ',
    'u 1.5, ',
    'u 1.5 done: ',
    'u 1.5 waiting for ',
    'h ',
    'h @mps ',
    'h @sergeant ',
  )
  fc.assert(
    fc.property(opening, fc.array(piece, { minLength: 1, maxLength: 9 }), (first, pieces) => {
      const typed = (first + pieces.join(' ')).trim()
      const line = read(typed)
      const kept = [line.text, line.waitingFor, ...line.here.map((each) => each.guestRole)].join(
        ' ',
      )
      return (
        (typed.match(/zq\d+/g) ?? []).every((word) => kept.includes(word)) &&
        (!typed.includes('!private') || line.depth === 'named')
      )
    }),
    { numRuns: 3000 },
  )
})
