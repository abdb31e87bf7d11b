import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { databaseFile } from '../../../src/store/folder.ts'
import { emptyFolder, finished, rowsOf, run, until } from '../programs.ts'
import { backupsIn, folderOfSample, keeperOf, keyInFile } from './set-up.ts'

t.test(
  'R22: a backup of everything, made while someone writes, is restored to the last row',
  async (t) => {
    const key = await keyInFile()
    await t.test('a plain one', (t) => drill(t))
    await t.test('an encrypted one', (t) => drill(t, key))
  },
)

/** Made by the server's own keeper, put back by the command that people type, row by row. */
const drill = async (t: Test, key?: { open: string; file: string }): Promise<void> => {
  const [folder, to, other] = [folderOfSample(), emptyFolder(), emptyFolder()]
  const writer = run('test/commands/writer.ts', {}, [folder])
  t.teardown(() => writer.child.kill('SIGKILL'))
  const said = (): number => writer.out().trim().split('\n').length
  await until(() => said() > 5)
  const before = said()
  const first = rowsOf(databaseFile(folder)).concerns!.length - said()
  await keeperOf(folder, to, key ? [key.open] : [], () => new Date()).look()
  await until(() => said() > before + 5)
  writer.child.kill('SIGKILL')
  await writer.ended

  const [name, ...more] = backupsIn(to)
  t.same(more, [])
  const bytes = readFileSync(join(to, name!))
  t.equal(bytes.includes('Church Street'), key === undefined, 'words can be read in a plain one')
  t.match(bytes.subarray(0, 30).toString(), key ? /^age-encryption\.org\/v1\n/ : /^SQLite format 3/)
  const restored = await finished(
    run('src/commands/restore.ts', { DATA_DIR: other, ...(key && { BACKUP_KEY_FILE: key.file }) }, [
      join(to, name!),
    ]),
  )
  t.equal(restored.code, 0, restored.err)

  const rows = rowsOf(databaseFile(other))
  const live = rowsOf(databaseFile(folder))
  t.ok(rows.concerns!.length >= first + before, 'all that was acknowledged before it began')
  t.ok(live.concerns!.length > rows.concerns!.length, 'someone wrote meanwhile and afterwards')
  t.equal(rows.concerns!.length, rows.concern_wordings!.length, 'nothing half-written')
  t.ok(Object.keys(rows).length > 100, 'every table')
  // What was there only grows by whole rows, so one moment of it is its beginning, to the last byte.
  for (const [table, all] of Object.entries(live).filter(([name]) => name !== COUNTERS))
    t.equal(hashOf(rows[table]!), hashOf(all.slice(0, rows[table]!.length)), table)
}
/** SQLite's own: the last number of each table, which is written over. */
const COUNTERS = 'sqlite_sequence'

const hashOf = (rows: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex')
