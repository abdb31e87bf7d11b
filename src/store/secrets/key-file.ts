import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { KEY_BYTES, keyOver, type Key } from './key.ts'

/** Where the key of a folder is: beside the record and never in it, nor in a backup of it. */
export const keyFile = (folder: string): string => join(folder, 'key')

/** The key of a folder, which is made where there is none. */
export const keyOf = (folder: string): Key => {
  const file = keyFile(folder)
  if (!existsSync(file)) makeKey(folder, file)
  try {
    chmodSync(file, 0o600)
    return keyOver(readWhole(file))
  } catch (error) {
    throw error instanceof CannotStart
      ? error
      : new CannotStart(`The key ${file} cannot be read (${(error as Error).message}).`)
  }
}

/**
 * Whole under its name or not there, and on disk before anything is made with it (R22). Of two
 * programs that make one at once the first is kept.
 */
const makeKey = (folder: string, file: string): void => {
  const made = `${file}.${process.pid}.partial`
  const handle = openSync(made, 'w', 0o600)
  writeSync(handle, randomBytes(KEY_BYTES).toString('base64url'))
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(made, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(made, { force: true })
  }
  const place = openSync(folder, 'r')
  fsyncSync(place)
  closeSync(place)
}

const readWhole = (file: string): Buffer => {
  const bytes = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (bytes.length !== KEY_BYTES)
    throw new CannotStart(
      `The key ${file} is not whole. Bring back the copy that was kept of it, or move it away: a new one is made, and docs/operating.md says what that costs.`,
    )
  return bytes
}
