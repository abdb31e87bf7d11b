import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { join } from 'node:path'
import { connect } from '../../../src/store/database.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { read } from '../sources.ts'

/**
 * A record as a version before the public forms left it: some letters that were sent, and something
 * that is told.
 */
export const oldRecord = (folder: string): void => {
  const journal = JSON.parse(read('migrations/meta/_journal.json')) as {
    entries: { idx: number; tag: string }[]
  }
  const old = { ...journal, entries: journal.entries.filter((each) => each.idx < 2) }
  const migrations = join(folder, 'old')
  mkdirSync(join(migrations, 'meta'), { recursive: true })
  for (const { tag } of old.entries)
    writeFileSync(join(migrations, `${tag}.sql`), read(`migrations/${tag}.sql`))
  writeFileSync(join(migrations, 'meta', '_journal.json'), JSON.stringify(old))
  const db = connect(databaseFile(folder))
  migrate(db, { migrationsFolder: migrations })
  rmSync(migrations, { recursive: true })
  db.$client.exec(`
    insert into organisations (id, code, name, public_name, expected) values (1, 'mosaic', 'Mosaic', 'Mosaic', 1);
    insert into people (id, name, email, role, approves, organisation_id, created_at) values (1, 'Sample', 'a@b.example', 'coordinator', 0, 1, '2022-01-01T00:00:00.000Z');
    insert into round_tables (id, slug, held_on) values (1, '2022-q1', '2022-01-27');
    insert into letters (id, kind, round_table_id, person_id, message_id, sent_by_id, at, tries, try_at, posted_at, fault) values
      (3, 'minutes', 1, 1, '<one@round-table>', 1, '2022-01-27T10:00:00.000Z', 0, '2022-01-27T10:00:00.000Z', '2022-01-27T10:01:00.000Z', null),
      (7, 'minutes', 1, 1, '<two@round-table>', 1, '2022-01-28T10:00:00.000Z', 2, '2022-01-28T10:05:00.000Z', null, 'ECONNREFUSED');
    insert into tellings (id, kind, concern_id, round_table_id, year, slug, created_at) values (4, 'round-table', null, 1, null, '2022-q1', '2022-01-27T10:00:00.000Z'), (9, 'year', null, null, '2021', null, '2022-01-27T10:00:00.000Z');
    insert into drafts (id, telling_id, words, covers_ids, writer_id, at) values (1, 4, '{}', '[]', 1, '2022-01-27T10:00:00.000Z');
  `)
  db.$client.close()
}
