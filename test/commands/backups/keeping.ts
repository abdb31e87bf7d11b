import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { backupName } from '../../../src/domain/settings/backups.ts'
import { emptyFolder, until } from '../programs.ts'
import { backupsIn, folderOfSample, keeperOf, keyInFile, oneRound } from './set-up.ts'

t.test('a backup is made each night, once, and one more whenever somebody asks', async (t) => {
  const [dataDir, folder, elsewhere] = [folderOfSample(), emptyFolder(), emptyFolder()]
  let now = new Date('2026-11-30T10:00:00.000Z')
  // A clock that was wrong once made one from a time to come: it counts for nothing.
  const wrong = await oneRound({ dataDir, folder: elsewhere, at: '2031-01-01T03:00:00.000Z' })
  t.equal(wrong, null)
  copyFileSync(join(elsewhere, TO_COME), join(folder, TO_COME))
  const backups = keeperOf(dataDir, folder, [], () => now)
  await backups.look()
  await backups.look()
  const first = backupName(now.toISOString(), false)
  t.same(backupsIn(folder), [first, TO_COME])
  t.equal(statSync(join(folder, first)).mode & 0o777, 0o600, 'readable by its owner alone')
  t.match(backups.state(), { failed: null, isMaking: false, isOnSameDisk: true, hasKey: false })
  t.same(
    backups.state().list.map((each) => [each.name, each.bytes]),
    [[first, statSync(join(folder, first)).size]],
  )

  now = new Date('2026-11-30T14:00:00.000Z')
  backups.make()
  backups.make()
  t.ok(backups.state().isMaking)
  await backups.settled(60_000)
  t.notOk(backups.state().isMaking)
  now = new Date('2026-12-01T03:10:00.000Z')
  await backups.look()
  t.equal(backups.said.length, 3)
  t.same([...backups.said, TO_COME], backupsIn(folder), 'the log says of each that it was made')
})
const TO_COME = backupName('2031-01-01T03:00:00.000Z', false)

t.test('R11: only what is encrypted can be taken away, whatever it is called', async (t) => {
  const key = await keyInFile()
  const [dataDir, folder] = [folderOfSample(), emptyFolder()]
  const at = '2026-11-30T10:00:00.000Z'
  const plain = backupName('2026-11-29T10:00:00.000Z', false)
  await oneRound({ dataDir, folder, at: '2026-11-29T10:00:00.000Z' })
  writeFileSync(join(folder, backupName('2026-11-28T10:00:00.000Z', true)), 'plain words')
  const backups = keeperOf(dataDir, folder, [key.open], () => new Date(at))
  await backups.look()
  for (const name of [plain, backupName('2026-11-28T10:00:00.000Z', true), '../round-table.db'])
    t.equal(await backups.open(name), undefined, name)
  const taken = await backups.open(backupName(at, true))
  const bytes = Buffer.concat(await taken!.stream.toArray())
  t.equal(bytes.length, taken!.bytes)
  t.notOk(bytes.includes('SQLite format'))
})

t.test('a place for backups that is gone is said, and is used again when it is back', async (t) => {
  const [dataDir, folder] = [folderOfSample(), join(emptyFolder(), 'disk')]
  mkdirSync(folder)
  let now = new Date('2026-11-30T10:00:00.000Z')
  const backups = keeperOf(dataDir, folder, [], () => now)
  renameSync(folder, `${folder}-away`)
  await backups.look()
  t.match(backups.state().failed, { why: 'folder', code: 'ENOENT' })
  t.match(backups.said, [{ why: 'folder' }])
  renameSync(`${folder}-away`, folder)
  now = new Date('2026-11-30T11:01:00.000Z')
  await backups.look()
  t.equal(backups.state().failed, null)
  t.equal(backupsIn(folder).length, 1)
})

/** A disk of a few megabytes, in memory; taken away at the end. */
const smallDisk = (): string | undefined => {
  const folder = emptyFolder()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]).status !== 0)
    return undefined
  t.teardown(() => spawnSync('umount', ['-l', folder]))
  return folder
}
const disk = smallDisk()

t.test(
  'a backup never fills the disk: where there is too little room, none is tried',
  { skip: disk === undefined && 'not run here: only root can mount a small disk' },
  async (t) => {
    const backups = keeperOf(folderOfSample(), disk!, [], () => new Date())
    await backups.look()
    const { failed } = backups.state()
    t.match(failed, { why: 'room', code: 'NO_ROOM' })
    t.ok(failed!.room!.free < 8.5e6 && failed!.room!.needs > 64e6)
    t.same(backupsIn(disk!), [])
  },
)

t.test('R22: a server that stops waits for no backup, and that is no failure', async (t) => {
  const [dataDir, folder] = [folderOfSample(), emptyFolder()]
  const backups = keeperOf(dataDir, folder, [], () => new Date())
  const looking = backups.look()
  await until(() => backups.state().isMaking || backupsIn(folder).length > 0)
  backups.stop()
  await looking
  t.same(backups.said, [])
})
