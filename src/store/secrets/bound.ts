import type { Db } from '../database.ts'
import { forget, withoutKeepers, write } from '../transactions.ts'
import type { Key } from './key.ts'

/** What says with which key the codes and secrets of a record were made. */
const NAME = 'made with key'
const MARK = 'the key of this record'

/** Codes that people type, which an older version kept as a digest that anyone can try out. */
const CODES = [
  ['messages', 'reference_hash'],
  ['replies', 'reference_hash'],
  ['recovery_codes', 'code_hash'],
  ['sign_in_codes', 'code_hash'],
  ['sign_in_codes', 'address_hash'],
] as const
/** Secrets that have to be used again, which it kept as they are. */
const SECRETS = [
  ['people', 'totp_secret'],
  ['sessions', 'pending_secret'],
] as const

/**
 * Binds a record to the key of its folder, once: what an older version kept, also in an older backup
 * that is put back, is kept from then on as this one keeps it. A record of another key stays as it is.
 */
export const bindToKey = (db: Db, key: Key): void => {
  if (marksIn(db).length > 0) return
  write(db, () => {
    withoutKeepers(db, ['messages', 'replies'], () => {
      for (const [table, column] of CODES) replaceIn(db, table, column, key.fromPlainDigest)
      for (const [table, column] of SECRETS)
        replaceIn(db, table, column, (kept) => (key.isSealed(kept) ? kept : key.seal(kept)))
    })
    goOnWithKey(db, key)
  })
  // What was kept before leaves the log of the database as well.
  forget(db)
}

/** What that costs, for whoever looks after the machine. */
export const OTHER_KEY =
  'The key in DATA_DIR is not the one that this record was made with: authenticator apps, recovery codes and the codes of residents do not open anything. Stop, put the kept copy of that key there, and start again. Where it is lost: npm run invite -- ADDRESS'

/** Whether the key of the folder is the one that this record was made with. */
export const isBoundTo = (db: Db, key: Key): boolean => marksIn(db).includes(key.digest(MARK))

/** From now on this key is known here: whoever looks after the machine has been told. */
export const goOnWithKey = (db: Db, key: Key): void => {
  db.$client
    .prepare(
      "insert into settings (name, value, at) values (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
    )
    .run(NAME, key.digest(MARK))
}

const marksIn = (db: Db): string[] =>
  db.$client.prepare('select value from settings where name = ?').pluck().all(NAME) as string[]

const replaceIn = (db: Db, table: string, column: string, kept: (was: string) => string): void => {
  const put = db.$client.prepare(`update "${table}" set "${column}" = ? where rowid = ?`)
  const rows = db.$client
    .prepare(`select rowid as id, "${column}" as was from "${table}" where "${column}" is not null`)
    .all() as { id: number; was: string }[]
  for (const { id, was } of rows) put.run(kept(was), id)
}
