import t from 'tap'
import { connect } from '../../../src/store/database.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { COVERED } from '../../../src/store/sealing/covered.ts'
import { openStore } from '../../../src/store/store.ts'
import { busyFolder, checked, faultsAfter, folderOf, openArmed } from './set-up.ts'

t.test('R5: each column of a table that the chain covers is a fact or a word of it', async (t) => {
  const folder = folderOf(t)
  openStore(folder).close()
  const { $client: db } = connect(databaseFile(folder))
  t.teardown(() => db.close())
  for (const { table, facts, words } of COVERED)
    t.same(
      db.prepare('select name from pragma_table_info(?)').pluck().all(table).toSorted(),
      ['id', ...facts, ...words].toSorted(),
      table,
    )
})

t.test(
  'R5: a row that another program writes has no link, and is named; one of ours has it whoever writes',
  async (t) => {
    const folder = busyFolder(t)
    const line =
      "insert into journal (at, verb, noun, noun_id) values ('2022-01-27T10:00:00.000Z', 'saw', 'it', '1')"
    const armed = openArmed(folder)
    armed.exec(line)
    armed.close()
    t.same(checked(folder).faults, [])
    t.match(
      faultsAfter(folder, (db) => db.exec(line)),
      [{ is: 'unknown', table: 'journal' }],
    )
  },
)

t.test('R13, R15: the program itself changes no fact and deletes no row', async (t) => {
  const folder = busyFolder(t)
  const db = openArmed(folder)
  t.teardown(() => db.close())
  for (const { table, facts, mayGo } of COVERED) {
    const [fact] = facts
    t.throws(
      () => db.exec(`update ${table} set ${fact} = ${fact} || '1'`),
      /only added to|frozen|CHECK|FOREIGN/,
      table,
    )
    if (!mayGo)
      t.throws(() => db.exec(`delete from ${table}`), /only added to|never deleted/, table)
  }
  t.throws(
    () => db.exec("update publications set slug = 'other' where slug is not null"),
    /only added to/,
    'an address is given once',
  )
})

t.test('R22: what is rolled back leaves no link', async (t) => {
  const folder = busyFolder(t)
  const { head } = checked(folder)
  const store = openStore(folder)
  t.throws(() =>
    store.together(() => {
      store.journal.recordLook({ personId: 1, at: '2022-01-27T10:00:00.000Z' }, 'concern', 1)
      throw new Error('cut short')
    }),
  )
  store.close()
  t.equal(checked(folder).head, head)
})
