import type { When } from '../../domain/day.ts'
import type { PassedOn, Passing, PassingWord } from '../../domain/concerns/passing.ts'
import type { Db } from '../database.ts'
import { among, group, idsAs, preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { passings, passingWords } from '../schema/concerns.ts'

const statementsOf = preparedOnce((db: Db) => ({
  passings: db
    .select()
    .from(passings)
    .where(among(passings.concernId))
    .orderBy(passings.id)
    .prepare(),
  words: db
    .select()
    .from(passingWords)
    .where(among(passingWords.passingId))
    .orderBy(passingWords.id)
    .prepare(),
}))

/** Every passing on of these concerns, the first one first, with what was written of it since. */
export const loadPassings = (db: Db, concernIds: number[]): Passing[] => {
  const read = statementsOf(db)
  const rows = read.passings.all(idsAs(concernIds))
  const all = rows.length === 0 ? [] : read.words.all(idsAs(rows.map((row) => row.id)))
  const words = group(all, (row) => row.passingId)
  return rows.map((row) => ({ ...row, words: words.get(row.id) ?? [] }))
}

/** A concern is passed on to a body outside the partnership, and the body answers. */
export const recordPassings = (db: Db) => ({
  recordPassing: (concernId: number, passed: PassedOn, by: By) =>
    journaled(db, by, 'passed on', 'concern', () => {
      insert(db, passings, { concernId, ...passed, personId: by.personId!, at: by.at })
      return concernId
    }),
  /** Their answer, or that it is taken back. */
  recordPassingWords: (
    { id, concernId }: Passing,
    said: { kind: PassingWord; words: string; on: When },
    by: By,
  ) =>
    journaled(db, by, SAY[said.kind], 'concern', () => {
      insert(db, passingWords, { passingId: id, ...said, personId: by.personId!, at: by.at })
      return concernId
    }),
})

const SAY: Record<PassingWord, string> = {
  answer: 'answered by another body',
  'taken-back': 'took back a passing on',
}
