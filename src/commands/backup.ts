import { copyTo } from '../store/copies.ts'
import { CannotStart } from '../store/cannot-start.ts'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { connectBeside } from '../store/database.ts'
import { bringList } from '../store/erasing/list.ts'
import { command } from './command.ts'

// Safe beside a running server: the copy is one moment of the record, and has its name only when it
// is whole.
command((file, { dataDir }) => {
  if (!file) throw new CannotStart('Say where the backup goes: npm run backup -- FILE')
  const to = resolve(file)
  const db = connectBeside(dataDir)
  try {
    refuseBadPlace(to, dataDir)
    copyTo(db, to)
    // What must stay erased goes with every backup, and holds for the older ones beside it.
    bringList(dataDir, dirname(to))
  } finally {
    db.$client.close()
  }
  return [`Backed up to ${to}`]
})

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
