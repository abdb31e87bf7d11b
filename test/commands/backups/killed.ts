import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { backupName } from '../../../src/domain/settings/backups.ts'
import { emptyFolder, run, until } from '../programs.ts'
import { backupsIn, folderOfSample, keyInFile, oneRound, verifyAll } from './set-up.ts'

const TIMES = 8

t.test(
  'R22: however often it is killed in the middle, no backup has its name that is not whole',
  async (t) => {
    const key = await keyInFile()
    const [dataDir, folder] = [folderOfSample(), emptyFolder()]
    let left = 0
    const open: string[] = []
    for (let each = 0; each < TIMES; each += 1) {
      for (const part of partsIn(folder, dataDir)) rmSync(part)
      const keys = each % 2 ? [key.open] : []
      const before = backupsIn(folder).length
      const backer = run('test/commands/backups/backer.ts', {}, [dataDir, folder, ...keys])
      await until(() => partsIn(folder).length > 0 || backupsIn(folder).length > before)
      // An encrypted one is written in a moment; a plain one takes longer, and the next begins at once.
      await wait(keys.length > 0 ? each : each * 40)
      backer.child.kill('SIGKILL')
      await backer.ended
      const parts = partsIn(folder, dataDir)
      left += parts.length > 0 ? 1 : 0
      open.push(...parts.filter((part) => (statSync(part).mode & 0o077) !== 0))
    }
    writeFileSync(join(folder, `${backupName('2026-01-05T03:00:00.000Z', true)}.partial`), 'half')
    t.ok(left > 0, `${left} of ${TIMES} were killed midway`)
    t.same(open, [], 'nobody else could read one that was being written')
    await verifyAll(folder, key.file)
    t.equal(await oneRound({ dataDir, folder, at: new Date().toISOString() }), null)
    t.same(partsIn(folder, dataDir), [], 'the next one takes away what a kill left')
    await verifyAll(folder, key.file)
  },
)

/** Files that are not whole, and plain ones that wait to be encrypted. */
const partsIn = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.includes('.partial') || name.startsWith('to-encrypt'))
      .map((name) => join(folder, name)),
  )
