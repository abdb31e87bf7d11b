import { join } from 'node:path'
import Database from 'better-sqlite3'
import t from 'tap'
import { copyTo } from '../../../src/store/copies.ts'
import { connect } from '../../../src/store/database.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { putInPlace } from '../../../src/store/restoring.ts'
import { openStore } from '../../../src/store/store.ts'
import { isTold, takeDown } from '../../../src/work/publishing/take-down.ts'
import { entryWords, tell, withdraw } from '../../support/publications.ts'
import { busyFolder, checked, filesOf, folderOf } from './set-up.ts'

const AT = '2022-01-27T10:00:00.000Z'

t.test(
  'R15, R18, R29: withdrawals, corrections for privacy, taken-back quotes and erasures leave a sound record',
  async (t) => {
    const folder = busyFolder(t, 'sample')
    const { faults, rows, takenOut } = checked(folder)
    t.same(faults, [])
    t.ok(rows > 1000)
    const db = new Database(databaseFile(folder), { readonly: true })
    t.teardown(() => db.close())
    const verbs = db.prepare("select verb || ' ' || table_name from chain group by 1").pluck().all()
    t.same(
      verbs.filter((each) => !String(each).startsWith('written')),
      [
        'forgotten copies',
        'forgotten drafts',
        'forgotten overrulings',
        'gone copy_files',
        'set publications',
      ],
      'each way in which something may go was tried',
    )
    t.ok(takenOut > 5)
    t.same(
      db
        .prepare(
          `select l.id from chain l where words_salt is not null and exists (select 1 from chain m
            where m.table_name = l.table_name and m.row_id = l.row_id and m.id > l.id and m.verb <> 'set')`,
        )
        .all(),
      [],
      'and no salt stays of what went: nobody can try out what it was',
    )
  },
)

t.test(
  'R15, R18: an entry that is taken down with its quotes, photos and translations leaves a sound record',
  async (t) => {
    const folder = busyFolder(t, 'sample')
    const store = openStore(folder)
    const by = { personId: 1, at: AT }
    const [quote] = store.quotes.list().filter((each) => each.withdrawnAt === null)
    store.publications.forget('quoteId', quote!.id, 'The consent was withdrawn.', by)
    const told = store.publications
      .list()
      .filter((each) => each.kind !== 'translation' && each.slug !== null && isTold(each))
    for (const each of told) {
      const now = store.publications.find(each.id)!
      if (isTold(now)) takeDown(store, now, 'It was wrong.', by)
    }
    t.same(store.published.board().entries, [])
    store.close()
    t.same(checked(folder).faults, [])
  },
)

t.test('R15: neither words nor their salt are on the disk once they are withdrawn', async (t) => {
  const folder = busyFolder(t)
  const store = openStore(folder)
  t.teardown(() => store.close())
  const { id } = tell(store, entryWords({ said: 'zqsaid once.' }), AT)
  const db = new Database(databaseFile(folder), { readonly: true })
  t.teardown(() => db.close())
  const salt = db
    .prepare("select words_salt from chain where table_name = 'copies' order by id desc limit 1")
    .pluck()
    .get() as Buffer
  const isOnDisk = (): boolean =>
    db.prepare('select 1 from chain where words_salt = ?').get(salt) !== undefined ||
    filesOf(folder).some((each) => each.includes(salt))
  t.ok(isOnDisk())
  withdraw(store, id, AT)
  t.notOk(isOnDisk())
  t.same(checked(folder).faults, [])
})

t.test(
  'R29: an older record that is put back is sound, what is erased again is in its chain, and a newer seal is not',
  async (t) => {
    const [folder, other] = [busyFolder(t), folderOf(t)]
    const backup = join(other, 'backup.db')
    const db = connect(databaseFile(folder))
    copyTo(db, backup)
    db.$client.close()
    const store = openStore(folder)
    const words = { language: 'en', text: 'zq', area: null, name: '', reach: '' }
    const older = checked(folder).head
    store.inbox.leaveMessage(words, AT, AT.slice(0, 10))
    const message = store.messages.listUnfiltered()[0]!
    store.erasures.record('message', message.id, { personId: 1, at: AT })
    store.erasures.record('person', 2, { personId: 1, at: AT })
    store.close()
    const newer = checked(folder).head
    putInPlace(backup, folder)
    openStore(folder).close()
    const { faults, head } = checked(folder)
    t.same(faults, [])
    t.notSame(head, older, 'what was erased again has its line')
    t.match(checked(folder, older).stands, { on: '2022-01-26' })
    t.equal(checked(folder, newer).stands, undefined)
  },
)
