import fc from 'fast-check'
import t from 'tap'
import type { Presence } from '../../../../../src/domain/round-tables/round-table.ts'
import { namesToMention } from '../../../../../src/domain/round-tables/line/mentions.ts'
import { readLine } from '../../../../../src/domain/round-tables/line/read-line.ts'
import { areas, themes } from '../../../make.ts'
import { council, mosaic, police, read, reading, school } from './set-up.ts'

const ORGANISATIONS = [
  'Mosaic',
  'Police',
  'Council',
  'School',
  'Homes',
  'Library',
  'Clinic',
  'Mosque',
  'Market',
].map((name, at) => ({
  id: at + 1,
  code: name.toLowerCase(),
  name: `${name} Trust`,
  publicName: name,
  expected: true,
  endedOn: null,
}))
const SEATS = [
  'Coordinator',
  'Ward sergeant',
  'Neighbourhood inspector',
  'Youth worker',
  'Head of year',
  'Housing lead',
  'Librarian',
].map((title, at) => ({ id: at + 1, organisationId: at + 1, title, endedOn: null, holders: [] }))
const names = namesToMention(ORGANISATIONS, SEATS, themes, areas)
const here = (typed: string) => readLine(typed, { ...reading, names })
type Row = [
  organisationId: number,
  seatId: number | null,
  guestRole: string | null,
  presence: Presence,
]
const rows = (typed: string): Row[] =>
  here(typed).here.map((each) => [each.organisationId, each.seatId, each.guestRole, each.presence])

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

/** Someone, as a line names them and as the record has them. */
const someone = fc.oneof(
  fc
    .constantFrom(...ORGANISATIONS)
    .chain(({ id, publicName, name }) =>
      fc
        .constantFrom(`@${publicName.toLowerCase()}`, `@${name}`, name, `the ${publicName}`)
        .map((typed) => ({ typed, key: `o${id}` })),
    ),
  fc
    .constantFrom(...SEATS)
    .chain(({ id, title }) =>
      fc
        .constantFrom(title, `@${title}`, `the ${title}`)
        .map((typed) => ({ typed, key: `s${id}` })),
    ),
)
const WORDS: [string, Presence][] = [
  ['apologies', 'apologies'],
  ['Apologies from', 'apologies'],
  ['apologies:', 'apologies'],
  ['absent', 'absent'],
  ['Absent:', 'absent'],
  ['present', 'present'],
  ['Present:', 'present'],
  ['in attendance', 'present'],
]

t.test('R6: any people, in any order, after any words, are exactly who was here', async () => {
  const group = fc.record({
    word: fc.constantFrom(...WORDS),
    people: fc.array(someone, { minLength: 1, maxLength: 6 }),
    joined: fc.constantFrom(', ', ' and ', ' & '),
    last: fc.constantFrom(', ', ' and ', ' & '),
  })
  fc.assert(
    fc.property(
      fc.array(group, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('; ', ', ', '. '),
      fc.option(fc.nat({ max: 99 })),
      (groups, between, residents) => {
        const seen = new Set<string>()
        const once = groups
          .map((each) => ({
            ...each,
            people: each.people.filter(({ key }) => !seen.has(key) && seen.add(key)),
          }))
          .filter(({ people }) => people.length > 0)
        const sayGroup = ({ word, people, joined, last }: (typeof once)[number]): string => {
          const typed = people.map((one) => one.typed)
          const list =
            typed.length < 2
              ? typed.join('')
              : `${typed.slice(0, -1).join(joined)}${last}${typed.at(-1)}`
          return `${word[0]} ${list}`
        }
        const line = here(
          `h ${[...once.map(sayGroup), ...(residents === null ? [] : [`${residents} residents`])].join(between)}`,
        )
        const wanted = once.flatMap(({ word, people }) =>
          people.map(({ key }) => `${key} ${word[1]}`),
        )
        const got = line.here.map(
          (each) =>
            `${each.seatId === null ? `o${each.organisationId}` : `s${each.seatId}`} ${each.presence}`,
        )
        return (
          JSON.stringify(got.toSorted()) === JSON.stringify(wanted.toSorted()) &&
          line.residents === residents &&
          line.text === ''
        )
      },
    ),
    { numRuns: 2000 },
  )
})
