import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { backupName } from '../../../src/domain/settings/backups.ts'
import { partnershipOf } from '../../../src/sample/partnership.ts'
import { verify } from '../../../src/store/copies.ts'
import { listFile, readList } from '../../../src/store/erasing/list.ts'
import { openStore } from '../../../src/store/store.ts'
import { decryptFile } from '../../../src/work/backups/age.ts'
import { emptyFolder, finished, run } from '../programs.ts'
import { backupsIn, holds, keyInFile, oneRound } from './set-up.ts'

const WORDS = 'zqforget my street'
const at = (day: number, hour = 3): string => new Date(Date.UTC(2026, 0, day, hour)).toISOString()

/** A record in which a resident wrote something, and how it is erased. */
const withMessage = () => {
  const dataDir = emptyFolder()
  const store = openStore(dataDir)
  partnershipOf(store)
  const words = { language: 'en', text: WORDS, area: null, name: 'zqname', reach: 'zqreach' }
  store.inbox.leaveMessage(words, at(1), '2026-01-01')
  const { id } = store.messages.listUnfiltered().at(-1)!
  const erase = (): void => {
    store.erasures.record('message', id, { personId: 1, at: at(5, 12) })
    store.close()
  }
  return { dataDir, folder: emptyFolder(), erase }
}

t.test('R29: plain backups are rid of what is erased, or gone; they stay whole', async (t) => {
  const { dataDir, folder, erase } = withMessage()
  for (const day of [2, 3, 4]) await oneRound({ dataDir, folder, at: at(day) })
  writeFileSync(join(folder, backupName(at(1), false)), `no database, but ${WORDS}`)
  erase()
  t.ok(holds(folder, WORDS), 'they hold it')
  t.equal(await oneRound({ dataDir, folder, at: at(5, 13), isDue: false }), null)
  t.notOk(holds(folder, WORDS))
  t.notOk(holds(folder, 'zqreach'))
  t.same(
    backupsIn(folder),
    [2, 3, 4].map((day) => backupName(at(day), false)),
    'the damaged one is gone, and no other',
  )
  for (const name of backupsIn(folder)) verify(join(folder, name))
  t.same(readList(folder), readList(dataDir), 'the list of erasures lies beside them')
})

t.test('R29: where the newest cannot be rid of it, another is made before it goes', async (t) => {
  const { dataDir, folder, erase } = withMessage()
  writeFileSync(join(folder, backupName(at(4), false)), `no database, but ${WORDS}`)
  erase()
  t.equal(await oneRound({ dataDir, folder, at: at(5, 13), isDue: false }), null)
  t.same(backupsIn(folder), [backupName(at(5, 13), false)])
  verify(join(folder, backupsIn(folder)[0]!))
  t.notOk(holds(folder, WORDS))
})

t.test(
  'R29: an encrypted backup, which nobody here can open, goes within a week of an erasure; put back before that, it is erased again',
  async (t) => {
    const key = await keyInFile()
    const { dataDir, folder, erase } = withMessage()
    const keys = [key.open]
    await oneRound({ dataDir, folder, keys, at: at(4) })
    erase()
    await oneRound({ dataDir, folder, keys, at: at(6) })
    const [old, after] = backupsIn(folder)
    t.same([old, after], [backupName(at(4), true), backupName(at(6), true)])
    const opened = emptyFolder()
    await decryptFile(join(folder, old!), join(opened, 'old.db'), key.file)
    t.ok(holds(opened, WORDS), 'it holds the words')

    const other = emptyFolder()
    const restored = await finished(
      run('src/commands/restore.ts', { DATA_DIR: other, BACKUP_KEY_FILE: key.file }, [
        join(folder, old!),
      ]),
    )
    t.equal(restored.code, 0, restored.err)
    t.notOk(holds(other, WORDS), 'put back, it is rid of them, and no opened copy is left')
    t.ok(readList(other).length > 0, listFile(other))

    await oneRound({ dataDir, folder, keys, at: at(11), isDue: false })
    t.same(backupsIn(folder), [old, after], 'not yet')
    await oneRound({ dataDir, folder, keys, at: at(12), isDue: false })
    t.same(backupsIn(folder), [after])
  },
)

t.test(
  'R25: a key to another round table, ended since, opens nothing where an older backup is put back',
  async (t) => {
    const [dataDir, folder, other] = [emptyFolder(), emptyFolder(), emptyFolder()]
    const store = openStore(dataDir)
    partnershipOf(store)
    const token = store.tableKeys.make({ personId: 1, at: at(1) })
    await oneRound({ dataDir, folder, at: at(2) })
    const [key] = store.tableKeys.list(1, at(3))
    store.tableKeys.end(key!.id, { personId: 1, at: at(3) })
    store.close()
    const [name] = backupsIn(folder)
    const restored = await finished(
      run('src/commands/restore.ts', { DATA_DIR: other }, [join(folder, name!)]),
    )
    t.equal(restored.code, 0, restored.err)
    t.match(restored.out, 'have ended')
    const there = openStore(other)
    t.equal(there.tableKeys.ownerOf(token, at(4)), undefined)
    there.close()
  },
)
