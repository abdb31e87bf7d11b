import type Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CannotStart } from './cannot-start.ts'
import { copyTo } from './copies.ts'
import { hashOf } from './tokens.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Refuses a record that a newer program made: what it holds may mean something else there. */
export const refuseNewer = (client: Database.Database): void => {
  const known = new Set(journalOfMigrations().map((each) => each.when))
  if (applied(client).some((when) => !known.has(when)))
    throw new CannotStart(
      'This database was made by a newer Round Table. Run that version, or restore an older backup.',
    )
}

/** ... and one that waits to be migrated, for a command that writes to it. */
export const refuseOlder = (client: Database.Database): void => {
  if (applied(client).length < journalOfMigrations().length)
    throw new CannotStart(
      'This database was made by an older Round Table. Start the server on it once.',
    )
}

/** Back up, foreign keys off, migrate, check foreign keys and row counts, foreign keys on. */
export const migrateWithGuard = (client: Database.Database, folder: string): void => {
  const done = applied(client)
  if (done.length === journalOfMigrations().length) return
  if (done.length > 0)
    copyTo({ $client: client }, join(folder, `before-migration-${done.length}.db`))
  const before = rowCounts(client)
  client.pragma('foreign_keys = OFF')
  // For a secret that an older version kept as it was, and this one keeps as a digest.
  client.function('sha256_hex', { deterministic: true }, (text) => hashOf(String(text)))
  migrate(drizzle(client), { migrationsFolder: MIGRATIONS })
  if ((client.pragma('foreign_key_check') as unknown[]).length > 0)
    throw new CannotStart(
      'The migration left broken references. Restore the file before-migration-*.db.',
    )
  const after = rowCounts(client)
  const nameNow = renamedSince(done.length)
  const lost = Object.keys(before).find((table) => (after[nameNow(table)] ?? 0) < before[table]!)
  if (lost)
    throw new CannotStart(
      `The migration lost rows of ${lost}. Restore the file before-migration-*.db.`,
    )
  if (applied(client).length !== journalOfMigrations().length)
    throw new CannotStart('A migration was skipped: migrations are out of order.')
  client.pragma('foreign_keys = ON')
}

/** What a table of a record that has had so many migrations is called after the rest of them. */
const renamedSince = (done: number) => {
  const renames = journalOfMigrations()
    .slice(done)
    .flatMap(({ tag }) => [
      ...readFileSync(join(MIGRATIONS, `${tag}.sql`), 'utf8').matchAll(
        /ALTER TABLE `(?!__new_)(\w+)` RENAME TO `(\w+)`/g,
      ),
    ])
  return (table: string): string =>
    renames.reduce((name, [, from, to]) => (name === from ? to! : name), table)
}

const rowCounts = (client: Database.Database): Record<string, number> => {
  const tables = client
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' " +
        "and name not like '\\_\\_%' escape '\\'",
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((table) => [
      table,
      client.prepare(`select count(*) from "${table}"`).pluck().get() as number,
    ]),
  )
}

const journalOfMigrations = (): { when: number; tag: string }[] =>
  JSON.parse(readFileSync(join(MIGRATIONS, 'meta', '_journal.json'), 'utf8')).entries

const applied = (client: Database.Database): number[] => {
  const exists = client
    .prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'")
    .get()
  return exists
    ? (client
        .prepare('select created_at from __drizzle_migrations order by created_at')
        .pluck()
        .all() as number[])
    : []
}
