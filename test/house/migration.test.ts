import Database from 'better-sqlite3'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { connect, openDatabase } from '../../src/store/database.ts'
import { read } from '../support/sources.ts'
import { verifyChain } from '../../src/store/sealing/verify.ts'
import { databaseFile } from '../../src/store/folder.ts'

/**
 * A record as a version before the public forms left it: some letters that were sent, and something
 * that is told.
 */
const oldRecord = (folder: string): void => {
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

t.test(
  'R22: a record of the version before keeps every letter and everything that is told, and can take what residents leave',
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'round-table-old-'))
    t.teardown(() => rmSync(folder, { recursive: true, force: true }))
    oldRecord(folder)
    const before = new Database(databaseFile(folder))
    const rows = (db: Database.Database, table: string) =>
      db.prepare(`select * from ${table} order by id`).all() as Record<string, unknown>[]
    const kept = {
      letters: rows(before, 'letters'),
      publications: rows(before, 'tellings'),
      drafts: rows(before, 'drafts'),
    }
    before.close()
    const { $client: db } = openDatabase(folder)
    t.teardown(() => db.close())
    keptInEach(t, rows, kept, db)
    t.match(verifyChain(db), { rows: 3, faults: [] }, 'what was there has come into the chain')
    whatTheNewTablesTake(t, db)
    t.ok(readdirSync(folder).includes('before-migration-2.db'), 'and there is a copy of how it was')
  },
)

function keptInEach(
  t: Test,
  rows: (db: Database.Database, table: string) => Record<string, unknown>[],
  kept: Record<'letters' | 'publications' | 'drafts', Record<string, unknown>[]>,
  db: Database.Database,
) {
  t.same(
    rows(db, 'letters').map(
      ({ follower_id, held_at, held_by_id, invitation_id, baton_id, ...row }) => {
        t.same(
          [follower_id, held_at, held_by_id, invitation_id, baton_id],
          [null, null, null, null, null],
        )
        return row
      },
    ),
    kept.letters,
  )
  t.same(
    rows(db, 'publications').map(
      ({ quote_id, shown_photo_id, event_id, leaflet_id, programme_id, ...row }) => {
        t.same(
          [quote_id, shown_photo_id, event_id, leaflet_id, programme_id],
          [null, null, null, null, null],
        )
        return row
      },
    ),
    kept.publications,
  )
  t.same(
    rows(db, 'drafts').map(({ publication_id, ...row }) => ({
      telling_id: publication_id,
      ...row,
    })),
    kept.drafts,
  )
  t.same(db.pragma('foreign_key_check'), [])
  t.equal(db.pragma('foreign_keys', { simple: true }), 1)
}

function whatTheNewTablesTake(t: Test, db: Database.Database) {
  t.throws(
    () =>
      db
        .prepare(
          "insert into drafts (publication_id, words, covers_ids, writer_id, at) values (99, '{}', '[]', 1, 'x')",
        )
        .run(),
    /FOREIGN KEY/,
    'what hangs on a publication still does',
  )
  t.equal(
    db
      .prepare(
        "insert into letters (kind, round_table_id, message_id, at, try_at) values ('news', 1, '<three@round-table>', 'x', 'x')",
      )
      .run().lastInsertRowid,
    8,
    'numbers go on where they were',
  )
  t.throws(
    () =>
      db
        .prepare(
          "insert into letters (kind, message_id, at, try_at) values ('other', '<four@round-table>', 'x', 'x')",
        )
        .run(),
    /CHECK/,
  )
  t.throws(
    () =>
      db
        .prepare(
          "insert into letters (kind, message_id, at, try_at) values ('news', '<one@round-table>', 'x', 'x')",
        )
        .run(),
    /UNIQUE/,
  )
}
