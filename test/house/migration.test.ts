import Database from 'better-sqlite3'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openDatabase } from '../../src/store/database.ts'
import { oldRecord } from '../support/house/old-record.ts'
import { verifyChain } from '../../src/store/sealing/verify.ts'
import { databaseFile } from '../../src/store/folder.ts'

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
