import fc from 'fast-check'
import t from 'tap'
import type { Presence } from '../../../../../src/domain/round-tables/round-table.ts'
import { here, ORGANISATIONS, SEATS } from './nine.ts'

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
