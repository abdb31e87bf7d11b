import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { CannotStart } from '../store/cannot-start.ts'

/**
 * A file that is written replaces what is there, which is right for last night's and wrong for the
 * record itself.
 */
export const refuseBadPlace = (to: string, dataDir: string): void => {
  const folder = dirname(to)
  if (!existsSync(folder)) throw new CannotStart(`There is no folder ${folder}. Make it first.`)
  if (existsSync(to) && statSync(to).isDirectory())
    throw new CannotStart(`${to} is a folder. Give the name of a file in it.`)
  const ours =
    existsSync(dataDir) &&
    realpathSync(folder) === realpathSync(dataDir) &&
    /^(round-table|lock)\.db(-|$)/.test(basename(to))
  if (ours) throw new CannotStart(`${to} belongs to the server. Choose another name.`)
}
