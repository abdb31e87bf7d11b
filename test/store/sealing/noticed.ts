import t from 'tap'
import { figure } from '../../bench/counted.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { openStore } from '../../../src/store/store.ts'
import { beginChain } from '../../../src/store/sealing/begin.ts'
import { busyFolder, checked, faultsAfter, openArmed } from './set-up.ts'
import { openForTampering } from './tamper.ts'
import { tryTampering } from './tried.ts'

const TIMES = 150

t.test(
  'R5, R15: whoever edits, deletes, adds or reorders a row of the journal or of what was told is noticed',
  async (t) => {
    const { sound, after, ways, unnoticed } = tryTampering(TIMES, 4, 'people')
    t.same([...sound.faults, ...after.faults], [], 'nothing is noticed where nothing was done')
    t.equal(
      Object.values(ways).reduce((sum, each) => sum + each, 0),
      TIMES,
    )
    t.ok(Object.keys(ways).length >= 9, Object.keys(ways).join(', '))
    t.same(unnoticed, [])
    figure('forged', TIMES)
  },
)

t.test('R5: the first row that does not fit is named, by its table and its number', async (t) => {
  const folder = busyFolder(t)
  t.same(
    faultsAfter(folder, (db) => db.exec('update journal set person_id = 2 where id = 7')),
    [{ is: 'changed', table: 'journal', row: 7 }],
    'somebody else is said to have done it',
  )
  t.same(
    faultsAfter(folder, (db) =>
      db.exec('delete from approvals where id = 1; delete from journal where id = 3'),
    )[0],
    { is: 'missing', table: 'journal', row: 3 },
    'and of two, the one that was written first',
  )
})

t.test('R13: nobody can be made to have said yes afterwards', async (t) => {
  const folder = busyFolder(t)
  const faults = faultsAfter(folder, (db) =>
    db.exec(
      "insert into approvals (draft_id, alone, person_id, at) values (1, 0, 2, '2022-01-26')",
    ),
  )
  t.match(faults, [{ is: 'unknown', table: 'approvals' }])
})

t.test(
  'R15: words cannot be taken out under the name of a line of the journal that is about something else',
  async (t) => {
    const folder = busyFolder(t)
    const store = openStore(folder)
    const by = { personId: 1, at: '2022-01-27T10:00:00.000Z' }
    const told = store.publications
      .list()
      .filter((each) => each.releases.length > 0 && !each.withdrawal)
    store.close()
    const client = openArmed(folder)
    client.exec(`update copies set words = '{}', change_words = '' where slug = '${told[0]!.slug}'`)
    client.exec(
      `insert into journal (at, person_id, verb, noun, noun_id) values ('${by.at}', 1, 'withdrew', 'entry', '999')`,
    )
    client.close()
    t.match(checked(folder).faults, [{ is: 'unexplained', table: 'copies' }])
  },
)

t.test(
  'R15: forgetting is no way to put other words in the place of what was told, links and line and all',
  async (t) => {
    const folder = busyFolder(t)
    const client = openArmed(folder)
    const { id, publication } = client
      .prepare(
        `select c.id, p.id as publication from copies c join publications p on p.kind = c.kind and p.slug = c.slug
          where c.words <> '{}' and c.kind = 'entry'`,
      )
      .get() as { id: number; publication: number }
    client.exec(`drop trigger copies_frozen;
      update copies set words = replace(words, 'dark', 'bright') where id = ${id};
      insert into journal (at, person_id, verb, noun, noun_id)
        values ('2022-01-27T10:00:00.000Z', 1, 'withdrew', 'entry', '${publication}')`)
    client.close()
    t.match(checked(folder).faults, [{ is: 'changed', table: 'copies', row: id }])
  },
)

t.test(
  'R5: a record that is written anew with its whole chain is sound, and a seal that somebody kept is not in it',
  async (t) => {
    const folder = busyFolder(t)
    const { head: kept } = checked(folder)
    t.ok(checked(folder, kept!.slice(0, 20)).stands, 'the seal stands in the record that it is of')
    const db = openForTampering(databaseFile(folder))
    db.exec("update journal set verb = 'never did' where id = 5")
    db.exec(
      "delete from chain; delete from seals; delete from sqlite_sequence where name = 'chain'",
    )
    beginChain(db)
    db.close()
    const { faults, head } = checked(folder)
    t.same(faults, [])
    t.notSame(head, kept)
    t.equal(checked(folder, kept).stands, undefined)
  },
)

t.test('R5: a chain that was emptied is not quietly begun again', async (t) => {
  const folder = busyFolder(t)
  const { rows } = checked(folder)
  t.equal(faultsAfter(folder, (db) => db.exec('delete from chain')).length, rows + 2)
  openStore(folder).close()
  t.not(checked(folder).faults.length, 0)
})
