import { copyTo } from '../store/copies.ts'
import { CannotStart } from '../store/cannot-start.ts'
import { existsSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { connectBeside, type Db } from '../store/database.ts'
import { bringList } from '../store/erasing/list.ts'
import { encryptFile, wrongKey } from '../work/backups/age.ts'
import { command } from './command.ts'

// Safe beside a running server: the copy is one moment of the record, and has its name only when it
// is whole.
command(async (file, { dataDir, backups }) => {
  if (!file) throw new CannotStart('Say where the backup goes: npm run backup -- FILE')
  const to = resolve(file)
  const keys = backups?.keys ?? []
  const wrong = await wrongKey(keys)
  if (wrong !== null) throw new CannotStart(wrong)
  const db = connectBeside(dataDir)
  try {
    refuseBadPlace(to, dataDir)
    if (keys.length > 0) await copyEncrypted(db, to, join(dataDir, 'to-encrypt-by-hand.db'), keys)
    else copyTo(db, to)
    // What must stay erased goes with every backup, and holds for the older ones beside it.
    bringList(dataDir, dirname(to))
  } finally {
    db.$client.close()
  }
  return [`Backed up to ${to}${keys.length > 0 ? ', encrypted' : ''}`]
})

/** No plain copy leaves the folder of the record. */
const copyEncrypted = async (
  db: Db,
  to: string,
  plain: string,
  keys: readonly string[],
): Promise<void> => {
  try {
    copyTo(db, plain)
    await encryptFile(plain, to, keys)
  } finally {
    rmSync(plain, { force: true })
  }
}

/**
 * The copy replaces what is there, which is right for last night's backup and wrong for the record
 * itself.
 */
const refuseBadPlace = (to: string, dataDir: string): void => {
  const folder = dirname(to)
  if (!existsSync(folder)) throw new CannotStart(`There is no folder ${folder}. Make it first.`)
  if (existsSync(to) && statSync(to).isDirectory())
    throw new CannotStart(`${to} is a folder. Give the name of a file in it.`)
  const ours =
    realpathSync(folder) === realpathSync(dataDir) &&
    /^(round-table|lock)\.db(-|$)/.test(basename(to))
  if (ours) throw new CannotStart(`${to} belongs to the server. Choose another name.`)
}
