import Database from 'better-sqlite3'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import t from 'tap'
import { CLASSES } from '../../src/store/classes/classes.ts'
import { connect, SETTINGS } from '../../src/store/database.ts'
import { openHouse } from '../support/house.ts'
import { files, read } from '../support/sources.ts'

const schema: Record<string, SQLiteTable> = Object.assign(
  {},
  ...(await Promise.all(
    files('src/store/schema/*.ts').map((file) => import(`../../${file}`) as Promise<object>),
  )),
)

interface Made {
  type: string
  name: string
  tbl_name: string
  sql: string | null
}

/** Another connection to the same record, as the owner of the machine could open it. */
const beside = (
  t: { teardown: (fn: () => unknown) => unknown },
  file: string,
): Database.Database => {
  const db = new Database(file)
  t.teardown(() => db.close())
  return db
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
    for (const table of ['copies', 'withdrawals'])
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

t.test('R22: every connection has our settings', async (t) => {
  const house = await openHouse({ t, sample: false })
  const { $client: client } = connect(house.file)
  t.teardown(() => client.close())
  for (const [name, value] of Object.entries(SETTINGS))
    t.equal(client.pragma(name, { simple: true }), value, name)
  t.throws(
    () =>
      client
        .prepare("insert into seats (organisation_id, title) values (999, 'A seat of nobody')")
        .run(),
    /FOREIGN KEY/,
    'a row cannot hang on nothing',
  )
  t.throws(
    () =>
      client
        .prepare(
          "insert into organisations (code, name, public_name, expected) values ('a', 'b', 'c', 'not a number')",
        )
        .run(),
    /cannot store TEXT/,
    'a number column takes no words',
  )
})

t.test(
  'R5, R13: what was said, approved and noted can be added to and never changed',
  async (t) => {
    const { file } = await openHouse({ t })
    const db = beside(t, file)
    const { $client: client } = connect(file)
    t.teardown(() => client.close())
    const columns = { journal: 'verb', drafts: 'words', approvals: 'at', updates: 'text' }
    for (const [table, column] of Object.entries(columns)) {
      t.ok(
        (db.prepare(`select count(*) from ${table}`).pluck().get() as number) > 0,
        `${table} has rows to lose`,
      )
      t.throws(
        () => db.prepare(`update ${table} set ${column} = ${column}`).run(),
        /only added to/,
        `${table} cannot be changed`,
      )
      t.throws(
        () => db.prepare(`delete from ${table}`).run(),
        /only added to/,
        `${table} cannot be emptied`,
      )
      t.throws(
        () =>
          client.prepare(`insert or replace into ${table} select * from ${table} limit 1`).run(),
        /only added to|FOREIGN KEY/,
        `${table} cannot be written over`,
      )
    }
  },
)

t.test(
  'R15: a copy is frozen; its words can be blanked and nothing else of it can be changed',
  async (t) => {
    const { file } = await openHouse({ t })
    const db = beside(t, file)
    const { $client: client } = connect(file)
    t.teardown(() => client.close())
    const id = db.prepare("select id from copies where kind = 'entry'").pluck().get() as number
    const change = (what: string) => () =>
      db.prepare(`update copies set ${what} where id = ?`).run(id)
    for (const what of ['words = \'{"kind":"entry"}\'', "slug = 'other'", 'version = 99'])
      t.throws(change(what), /frozen/, what)
    for (const what of [
      "published_on = '1999-01-01', words = '{}'",
      "kind = 'year', words = '{}'",
      "standing = 'done', words = '{}'",
      "change_words = 'other', words = '{}'",
    ])
      t.throws(change(what), /frozen/, what)
    t.throws(() => db.prepare('delete from copies where id = ?').run(id), /never deleted/)
    t.throws(
      () =>
        client.prepare('insert or replace into copies select * from copies where id = ?').run(id),
      /never deleted/,
      'a copy cannot be written over',
    )
    t.doesNotThrow(change("words = '{}'"))
    t.equal(db.prepare('select words from copies where id = ?').pluck().get(id), '{}')
  },
)

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
    ['copies', 'copy_files', 'labels', 'organisations', 'withdrawals'],
    'tables with public columns',
  )
})
