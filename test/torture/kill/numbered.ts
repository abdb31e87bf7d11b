import type Database from 'better-sqlite3'
import type { Sending } from '../parts/forms.ts'
import { tablesOf } from '../parts/rows.ts'

const WORDS = 'Hold a stall at the library'
const NUMBER = /zq(\d+)q/g

/** The same form with a number of its own in all that is typed, which nothing else on the record has. */
export const numbered = (sending: Sending, number: number): Sending => ({
  ...sending,
  fields: Object.fromEntries(
    Object.entries(sending.fields).map(([name, all]) => [
      name,
      all.map((each) => each.replaceAll(WORDS, `${WORDS} zq${number}q`)),
    ]),
  ),
})

/** Words that were told are copied from where they stand into these, as often as it takes. */
const COPIED_INTO = ['drafts', 'copies', 'publications']

/** How many rows have each number, by the name of their table and the number. */
export const numbersIn = (db: Database.Database): Map<string, number> => {
  const found = new Map<string, number>()
  for (const table of tablesOf(db).filter((each) => !COPIED_INTO.includes(each)))
    for (const row of db.prepare(`select * from "${table}"`).raw().iterate() as Iterable<
      unknown[]
    >) {
      const text = row.filter((each) => typeof each === 'string').join(' ')
      for (const number of new Set([...text.matchAll(NUMBER)].map(([, n]) => n)))
        found.set(`${table} ${number}`, (found.get(`${table} ${number}`) ?? 0) + 1)
    }
  return found
}

/** ... those of one number, by table. */
export const rowsOf = (
  found: ReadonlyMap<string, number>,
  number: number,
): Record<string, number> =>
  Object.fromEntries(
    [...found]
      .filter(([key]) => key.endsWith(` ${number}`))
      .map(([key, rows]) => [key.split(' ')[0]!, rows]),
  )
