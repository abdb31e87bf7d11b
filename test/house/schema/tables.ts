import type Database from 'better-sqlite3'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import t from 'tap'
import { CLASSES } from '../../../src/store/classes/classes.ts'
import { openHouse } from '../../support/house.ts'
import { files, read } from '../../support/sources.ts'
import { beside } from './set-up.ts'

const schema: Record<string, SQLiteTable> = Object.assign(
  {},
  ...(await Promise.all(
    files('src/store/schema/*.ts').map((file) => import(`../../../${file}`) as Promise<object>),
  )),
)

interface Made {
  type: string
  name: string
  tbl_name: string
  sql: string | null
}
const schemaOf = (db: Database.Database): Made[] =>
  db.prepare('select type, name, tbl_name, sql from sqlite_schema').all() as Made[]
const ours = (db: Database.Database): Made[] =>
  schemaOf(db).filter(
    (each) =>
      each.type === 'table' &&
      !each.name.startsWith('sqlite_') &&
      !each.name.startsWith('__drizzle'),
  )
const columnsOf = (db: Database.Database, table: string): string[] =>
  db.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]

t.test('an empty record holds every table the code knows, and no other', async (t) => {
  const db = beside(t, (await openHouse({ t, sample: false })).file)
  const known = Object.values(schema)
    .filter((each) => each instanceof SQLiteTable)
    .map((table) => getTableConfig(table))
  t.same(
    ours(db)
      .map((each) => each.name)
      .toSorted(),
    known.map((each) => each.name).toSorted(),
  )
  for (const table of known)
    t.same(
      columnsOf(db, table.name).toSorted(),
      table.columns.map((column) => column.name).toSorted(),
      `the columns of ${table.name}`,
    )
})

t.test(
  'every table is strict, and nothing is ever deleted along with something else',
  async (t) => {
    const db = beside(t, (await openHouse({ t, sample: false })).file)
    t.same(
      ours(db)
        .filter((each) => !/\)\s*STRICT\s*(,\s*WITHOUT ROWID)?\s*$/i.test(each.sql ?? ''))
        .map((each) => each.name),
      [],
      'tables that take any value',
    )
    t.same(
      schemaOf(db)
        .filter((each) => /\bCASCADE\b|\bSET NULL\b|\bSET DEFAULT\b/i.test(each.sql ?? ''))
        .map((each) => each.name),
      [],
      'tables that lose rows by themselves',
    )
    t.same(
      db
        .prepare(
          "select m.name, f.on_delete from sqlite_schema m, pragma_foreign_key_list(m.name) f where m.type = 'table' and (f.on_delete <> 'NO ACTION' or f.on_update <> 'NO ACTION')",
        )
        .all(),
      [],
    )
    t.same(db.pragma('foreign_key_check'), [])
  },
)

t.test(
  'R10: nothing public points at a working table, and no working table reads into it by itself',
  async (t) => {
    const db = beside(t, (await openHouse({ t, sample: false })).file)
    for (const table of ['copies', 'withdrawals', 'seals'])
      t.same(
        db.prepare('select * from pragma_foreign_key_list(?)').all(table),
        [],
        `${table} points nowhere`,
      )
    t.same(
      schemaOf(db)
        .filter((each) => each.type === 'view')
        .map((each) => each.name),
      [],
      'no views',
    )
  },
)

t.test('migrations come in order, each one is applied, and none throws a table away', async (t) => {
  const journal = JSON.parse(read('migrations/meta/_journal.json')) as {
    entries: { idx: number; when: number; tag: string }[]
  }
  const whens = journal.entries.map((each) => each.when)
  t.same(
    whens,
    [...new Set(whens)].toSorted((a, b) => a - b),
    'their times strictly increase',
  )
  t.same(
    journal.entries.map((each) => each.idx),
    journal.entries.map((_, i) => i),
    'their numbers run from 0',
  )
  t.same(
    files('migrations/*.sql').map((file) => file.slice('migrations/'.length, -'.sql'.length)),
    journal.entries.map((each) => each.tag).toSorted(),
    'each file has its line and each line its file',
  )
  // A table is only dropped where all its rows stand in the one that takes its name.
  const dropped = files('migrations/*.sql').flatMap((file) =>
    [...read(file).matchAll(/DROP\s+TABLE\s+`?(\w+)`?/gi)].map((match) => ({
      file,
      name: match[1]!,
      text: read(file),
    })),
  )
  t.same(
    dropped
      .filter(
        ({ name, text }) =>
          !new RegExp(
            `INSERT INTO \`__new_${name}\`[^;]* FROM \`${name}\`;[\\s\\S]*DROP TABLE \`${name}\`;[\\s\\S]*ALTER TABLE \`__new_${name}\` RENAME TO \`${name}\`;`,
          ).test(text),
      )
      .map(({ file, name }) => `${file}: ${name}`),
    [],
    'DROP TABLE',
  )
  const db = beside(t, (await openHouse({ t, sample: false })).file)
  t.same(
    db.prepare('select created_at from __drizzle_migrations order by created_at').pluck().all(),
    whens,
  )
})

t.test('R9: every column has a class, and every class a column', async (t) => {
  const db = beside(t, (await openHouse({ t, sample: false })).file)
  const there = Object.fromEntries(ours(db).map(({ name }) => [name, columnsOf(db, name)]))
  const list = (tables: Record<string, string[]>): string[] =>
    Object.entries(tables)
      .flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`))
      .toSorted()
  const classed = list(
    Object.fromEntries(
      Object.entries(CLASSES).map(([table, columns]) => [table, Object.keys(columns)]),
    ),
  )
  t.same(
    list(there).filter((each) => !classed.includes(each)),
    [],
    'columns without a class',
  )
  t.same(
    classed.filter((each) => !list(there).includes(each)),
    [],
    'classes without a column',
  )
  t.same(
    [
      ...new Set(
        Object.entries(CLASSES).flatMap(([table, columns]) =>
          Object.values(columns).includes('public') ? [table] : [],
        ),
      ),
    ].toSorted(),
    ['copies', 'copy_files', 'labels', 'organisations', 'seals', 'withdrawals'],
    'tables with public columns',
  )
})
