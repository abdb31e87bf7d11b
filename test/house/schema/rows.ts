import t from 'tap'
import { connect, SETTINGS } from '../../../src/store/database.ts'
import { openHouse } from '../../support/house.ts'
import { beside } from './set-up.ts'

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
