import t from 'tap'
import { here, rows } from './nine.ts'
import { council, mosaic, police, read, school } from './set-up.ts'

t.test('R6: a word for how people are here holds until the next', async (t) => {
  const line = read(
    'h apologies @mps, @wcc and @youth; present @mosaic, school: head and deputy, 7 residents',
  )
  t.same(
    line.here.map((each) => [each.organisationId, each.seatId, each.guestRole, each.presence]),
    [
      [police, null, null, 'apologies'],
      [council, null, null, 'apologies'],
      [council, 6, null, 'apologies'],
      [mosaic, null, null, 'present'],
      [school, null, 'head', 'present'],
      [school, null, 'deputy', 'present'],
    ],
  )
  t.match(line, { residents: 7, text: '', remarks: [/If it is the Head of year, write @head/] })
})

t.test('R6: sixteen people from nine organisations in one line, as it is said', async (t) => {
  t.same(
    rows(
      'h Present: Mosaic coordinator, police: ward sergeant, constable and detective, council youth worker and planning officer, ' +
        'the School (Head of year), Library, Clinic nurse, 12 residents. Apologies from the Mosque and the Market, Housing lead',
    ),
    [
      [1, 1, null, 'present'],
      [2, 2, null, 'present'],
      [2, null, 'constable', 'present'],
      [2, null, 'detective', 'present'],
      [3, null, 'youth worker', 'present'],
      [3, null, 'planning officer', 'present'],
      [4, null, 'Head of year', 'present'],
      [6, null, null, 'present'],
      [7, null, 'nurse', 'present'],
      [8, null, null, 'apologies'],
      [9, null, null, 'apologies'],
      [6, 6, null, 'apologies'],
    ],
  )
})

t.test(
  'R6: names without a sign, who sent whom, who came for whom, and how many residents',
  async (t) => {
    t.same(rows('h the police, the council and Mosaic'), [
      [2, null, null, 'present'],
      [3, null, null, 'present'],
      [1, null, null, 'present'],
    ])
    t.same(rows('h apologies from Police and the Library'), [
      [2, null, null, 'apologies'],
      [6, null, null, 'apologies'],
    ])
    t.same(rows('h nobody from the police, two residents'), [[2, null, null, 'absent']])
    t.same(rows('h Police sent a constable'), [
      [2, null, null, 'sent-someone'],
      [2, null, 'constable', 'present'],
    ])
    t.same(rows('h @ward sergeant sent @inspector'), [
      [2, 2, null, 'sent-someone'],
      [3, 3, null, 'present'],
    ])
    const instead = here('h Pat Example (for Ward sergeant), Mosaic')
    t.match(instead.here, [
      { seatId: 2, presence: 'sent-someone' },
      { organisationId: 1, presence: 'present' },
    ])
    t.match(instead, { text: 'Pat Example', remarks: ['“Pat Example” was not read'] })
    for (const [words, count] of Object.entries({
      '6 residents': 6,
      'two residents': 2,
      'a resident': 1,
      'Residents: 9': 9,
      'no residents': 0,
    }))
      t.equal(here(`h @police, ${words}`).residents, count, words)
    t.match(here('h @police, 6 residents, 2 residents'), { residents: 6, text: '2 residents' })
  },
)

t.test('R6: a seat is marked only at its own organisation, and two guests are two', async (t) => {
  t.same(rows('h School: ward sergeant and Head of year'), [[4, null, 'ward sergeant', 'present']])
  t.match(here('h School: ward sergeant and Head of year'), {
    text: 'Head of year',
    remarks: [/may be the Head of year, or someone else/],
  })
  t.same(rows('h Homes: head of year and parent'), [
    [5, 5, null, 'present'],
    [5, null, 'parent', 'present'],
  ])
  t.same(rows('h @council councillor, @council councillor'), [
    [3, null, 'councillor', 'present'],
    [3, null, 'councillor', 'present'],
  ])
})

t.test('R6: a guest who is away does not make those who came from there away', async (t) => {
  t.match(here('h @council housing officer, apologies @council councillor'), {
    here: [
      { organisationId: 3, guestRole: 'housing officer', presence: 'present' },
      { organisationId: 3, guestRole: 'councillor', presence: 'apologies' },
    ],
    text: '',
  })
})

t.test('R2: here or away, where it may be either, is asked and not written', async (t) => {
  t.match(here('h @mosaic apologies @police'), {
    kind: 'note',
    remarks: [/here or away/, /here or away/],
  })
  t.match(here('h @mosaic, @council and @police sent apologies'), {
    here: [
      { organisationId: 3, presence: 'apologies' },
      { organisationId: 2, presence: 'apologies' },
    ],
    text: '@mosaic',
    remarks: [/Is “@mosaic” here or away/],
  })
  t.match(here('h present @mosaic, @police; absent @mosaic'), {
    here: [{ organisationId: 2 }],
    text: '@mosaic',
    remarks: [/stands twice/],
  })
  t.match(here('h apologies @police; @mosaic here, @council'), {
    here: [
      { organisationId: 2, presence: 'apologies' },
      { organisationId: 1, presence: 'present' },
    ],
    text: '@council',
  })
})

t.test(
  'R6: residents and a chair who stand for nobody are said so, as many as they are',
  async (t) => {
    const chair = [null, null, 'independent chair', 'present']
    const mentors = [null, null, '2 mentors', 'present']
    for (const typed of [
      'h Mosaic; others: independent chair, 2 mentors',
      'h Mosaic; no organisation: independent chair and 2 mentors',
      'h Mosaic, independent chair (no organisation), 2 mentors from no organisation',
    ])
      t.same(rows(typed), [[1, null, null, 'present'], chair, mentors], typed)
    t.same(rows('h others: independent chair, 2 mentors, Mosaic, 7 residents'), [
      chair,
      mentors,
      [1, null, null, 'present'],
    ])
    t.same(rows('h Mosaic; apologies independent chair (no organisation)'), [
      [1, null, null, 'present'],
      [null, null, 'independent chair', 'apologies'],
    ])
  },
)

t.test(
  'R2: whoever is in no list is not guessed, and that they stand for nobody is offered',
  async (t) => {
    const line = here('h Mosaic, independent chair, 2 mentors')
    t.match(line, {
      here: [{ organisationId: 1 }],
      text: 'independent chair, 2 mentors',
      remarks: ['“independent chair” was not read', '“2 mentors” was not read'],
      fixes: [
        { typed: 'independent chair', insert: 'independent chair (no organisation)' },
        { typed: '2 mentors', insert: '2 mentors (no organisation)' },
      ],
    })
    t.equal(line.here.length, 1)
  },
)

t.test('R6: apologies of someone who is not found are not said of those before them', async (t) => {
  t.match(here('h coordinator, ward sergeant, apologies councillor, 7 residents'), {
    here: [
      { seatId: 1, presence: 'present' },
      { seatId: 2, presence: 'present' },
    ],
    text: 'councillor',
    residents: 7,
  })
})

t.test('R6: two constables are two guests', async (t) => {
  const constable = [2, null, 'constable', 'present']
  t.same(rows('h Police two constables'), [constable, constable])
  t.same(rows('h Police: planning officer and 2 constables'), [
    [2, null, 'planning officer', 'present'],
    constable,
    constable,
  ])
})

t.test('R6: nine organisations and nineteen people in one line, without one sign', async (t) => {
  const line = here(
    'h Coordinator, ward sergeant, neighbourhood inspector, youth worker, head of year, housing lead, ' +
      'librarian, Clinic nurse, Mosque imam, Market manager, School deputy head, ' +
      'Council planning officer and housing officer, Police two constables, ' +
      'others: independent chair, 2 mentors; apologies Police superintendent, 12 residents',
  )
  t.match(line, { text: '', remarks: [], residents: 12 })
  t.equal(line.here.length, 18)
  t.same(
    line.here.filter(({ presence }) => presence !== 'present').map((each) => each.guestRole),
    ['superintendent'],
  )
})
