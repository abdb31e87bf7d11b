import { join } from 'node:path'
import Database from 'better-sqlite3'
import t from 'tap'
import { databaseFile } from '../../src/store/folder.ts'
import { checkRecord } from '../../src/store/sealing/check.ts'
import { openStore } from '../../src/store/store.ts'
import { emptyFolder, finished, folderWithPeople, rowsOf, run, servingQuietly } from './programs.ts'

const verify = (folder: string, ...args: string[]) =>
  finished(run('src/commands/verify.ts', { DATA_DIR: folder }, args))
const sealIn = (out: string): string => /now: ([0-9A-F-]+)/.exec(out)![1]!

const headOf = (folder: string): string => checkRecord(databaseFile(folder), null).head!

/** Somebody looks at a matter, so that there is one more line. */
const look = (folder: string): void => {
  const store = openStore(folder)
  store.journal.recordLook({ personId: 1, at: '2022-01-27T10:00:00.000Z' }, 'concern', 1)
  store.close()
}

t.test(
  'R5: a record is checked beside a running server, and a seal from an older sheet of minutes is found in it',
  async (t) => {
    const folder = folderWithPeople()
    await servingQuietly(t, folder)
    const before = rowsOf(databaseFile(folder))
    const first = await verify(folder)
    t.same({ code: first.code, err: first.err }, { code: 0, err: '' })
    t.match(first.out, /^Sound\. All \d+ rows/)
    t.match(first.out, 'A seal that somebody else kept can', 'and it says what it cannot see')
    t.same(rowsOf(databaseFile(folder)), before, 'nothing was written')
    const seal = sealIn(first.out)
    t.match(seal, /^([0-9A-F]{4}-){4}[0-9A-F]{4}$/)
    look(folder)
    const again = await verify(folder, seal.toLowerCase().replaceAll('-', ''))
    t.equal(again.code, 0, again.err)
    t.match(again.out, /in this record: at link \d+, of \d+ \w+ \d{4}\. .* 1 link came after/)
    t.not(sealIn(again.out), seal)
  },
)

t.test(
  'R5: a rewritten row is named by table and number, with no word of it, and the check ends with 1',
  async (t) => {
    const folder = folderWithPeople()
    const db = new Database(databaseFile(folder))
    db.exec("drop trigger journal_kept; update journal set verb = 'zqsecret' where id = 2")
    db.close()
    const { code, out, err } = await verify(folder)
    t.same({ code, out }, { code: 1, out: '' })
    t.match(err, /^Not sound\. Row 2 of journal is not as it was written\./)
    t.notMatch(err, 'zqsecret')
  },
)

t.test(
  'R5, R22: a backup is checked as it lies there; a seal that is newer than it is not in it',
  async (t) => {
    const folder = folderWithPeople()
    const file = join(emptyFolder(), 'backup.db')
    t.equal((await finished(run('src/commands/backup.ts', { DATA_DIR: folder }, [file]))).code, 0)
    const older = headOf(folder)
    look(folder)
    const newer = headOf(folder)
    const sound = await verify(emptyFolder(), file, older)
    t.equal(sound.code, 0, sound.err)
    const missing = await verify(emptyFolder(), file, newer)
    t.equal(missing.code, 1)
    t.match(missing.err, 'not in this record')
    t.match(missing.err, 'put back to an older copy')
  },
)

t.test('R23: what cannot be checked is said plainly, in one line', async (t) => {
  const empty = await verify(emptyFolder())
  t.same([empty.code, empty.out], [1, ''])
  t.match(empty.err, 'There is no record at')
  const typed = await verify(folderWithPeople(), '4F2A-91C0')
  t.equal(typed.code, 1)
  t.match(typed.err, '“4F2A-91C0” is no seal')
})
