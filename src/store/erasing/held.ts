import type { Db } from '../database.ts'
import { CLASSES } from '../classes/classes.ts'
import type { Class } from '../classes/class.ts'

/**
 * Nothing that proves who someone is, and no words that others may have to be asked for: those stand
 * where the person reads them.
 */
const THEIRS: readonly Class[] = ['public', 'desk', 'person']

type Held = Record<string, Record<string, unknown>[]>

/** All that is held about someone who signs in, table by table, as the database calls it. */
export const heldAbout = (db: Db, personId: number): Held =>
  Object.fromEntries(
    Object.entries(CLASSES).flatMap(([table, columns]) => {
      const owner = table === 'people' ? 'id' : 'person_id'
      if (columns[owner] === undefined) return []
      const theirs = Object.keys(columns).filter((column) => THEIRS.includes(columns[column]!))
      if (theirs.length === 0) return []
      const rows = db.$client
        .prepare(
          `select ${theirs.map((each) => `"${each}"`).join(', ')} from "${table}" where "${owner}" = ?`,
        )
        .all(personId) as Record<string, unknown>[]
      return rows.length > 0 ? [[table, rows]] : []
    }),
  )
