import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { databaseFile } from '../../../src/store/folder.ts'
import {
  emptyFolder,
  finished,
  folderWithPeople,
  refusedPlainly,
  rowsOf,
  run,
} from '../programs.ts'
import { decryptFile } from '../../../src/work/backups/age.ts'
import { backupsIn, keyInFile, oneRound } from './set-up.ts'

t.test(
  'a key is made, a backup is encrypted with its public half and opened with the other',
  async (t) => {
    const file = join(emptyFolder(), 'key.txt')
    const made = await finished(run('src/commands/backup-key.ts', {}, [file]))
    t.equal(made.code, 0, made.err)
    const [, open] = /^ {2}BACKUP_KEY=(age1\S+)$/m.exec(made.out)!
    t.notMatch(made.out, /AGE-SECRET-KEY/, 'the secret half is in the file alone')
    t.match(readFileSync(file, 'utf8'), /^AGE-SECRET-KEY-1/m)
    t.equal(statSync(file).mode & 0o777, 0o600)
    refusedPlainly(
      t,
      await finished(run('src/commands/backup-key.ts', {}, [file])),
      /there already/,
    )

    const [folder, other] = [folderWithPeople(), emptyFolder()]
    const backup = join(emptyFolder(), 'monday.db')
    const settings = { DATA_DIR: folder, BACKUP_KEY: open! }
    const backedUp = await finished(run('src/commands/backup.ts', settings, [backup]))
    t.equal(backedUp.out, `Backed up to ${backup}, encrypted\n`)
    const restore = (settings: Record<string, string>) =>
      finished(run('src/commands/restore.ts', { DATA_DIR: other, ...settings }, [backup]))
    refusedPlainly(t, await restore({}), /is encrypted. Say where the secret half of its key is/)
    t.equal((await restore({ BACKUP_KEY_FILE: file })).code, 0)
    t.same(rowsOf(databaseFile(other)), rowsOf(databaseFile(folder)))
    t.same(
      readdirSync(other).toSorted(),
      ['key', 'lock.db', 'round-table.db'],
      'no opened copy is left',
    )
  },
)

t.test(
  'R22: an encrypted backup that is damaged, cut or not ours to open is refused',
  async (t) => {
    const [key, another] = [await keyInFile(), await keyInFile()]
    const [dataDir, folder] = [folderWithPeople(), emptyFolder()]
    await oneRound({
      dataDir,
      folder,
      keys: [key.open, another.open],
      at: '2026-01-05T03:00:00.000Z',
    })
    const backup = join(folder, backupsIn(folder)[0]!)
    const bytes = readFileSync(backup)
    const opened = join(emptyFolder(), 'opened.db')
    for (const { file } of [key, another]) await decryptFile(backup, opened, file)
    t.ok(readFileSync(opened).includes('SQLite format 3'), 'either key opens it')

    const refused = async (changed: Buffer, keyFile: string, words: RegExp): Promise<void> => {
      const [file, to] = [join(emptyFolder(), 'changed.age'), join(emptyFolder(), 'to.db')]
      writeFileSync(file, changed)
      await t.rejects(decryptFile(file, to, keyFile), { message: words })
      t.same(readdirSync(dirname(to)), [], 'and nothing of it is left')
    }
    await refused(bytes, (await keyInFile()).file, /does not open/)
    await refused(bytes, backup, /has to be a file with the secret half/)
    await refused(bytes.subarray(0, -70_000), key.file, /damaged or not whole/)
    await refused(bytes.subarray(0, -1), key.file, /damaged or not whole/)
    const turned = Buffer.from(bytes)
    turned[turned.length >> 1]! ^= 1
    await refused(turned, key.file, /damaged or not whole/)
    const chunk = 65_536 + 16
    const head = bytes.length % chunk
    const swapped = Buffer.concat([
      bytes.subarray(0, head),
      bytes.subarray(head + chunk, head + 2 * chunk),
      bytes.subarray(head, head + chunk),
      bytes.subarray(head + 2 * chunk),
    ])
    await refused(swapped, key.file, /damaged or not whole/)
  },
)
