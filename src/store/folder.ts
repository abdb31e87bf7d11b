import Database from 'better-sqlite3'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** Where the record of a folder is. */
export const databaseFile = (folder: string): string => join(folder, 'round-table.db')

/**
 * Keeps a second server out of the folder. Freed by the system even when the process is killed.
 * @param setting what names the folder, for whoever reads why it is refused.
 * @param way what they can do where a server has it.
 */
export const lockFolder = (
  folder: string,
  setting = 'DATA_DIR',
  way = `Stop it first, or choose another ${setting}.`,
): (() => void) => {
  prepareFolder(folder, setting)
  const file = join(folder, 'lock.db')
  ownedFile(file)
  const lock = new Database(file)
  lock.pragma('busy_timeout = 0')
  try {
    // Nothing is ever written in it, so that a full disk is not taken for another server.
    lock.pragma('journal_mode = memory')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    const { code } = error as { code?: string }
    throw new CannotStart(
      code?.startsWith('SQLITE_BUSY')
        ? `Another server is running on ${folder}. ${way}`
        : `The folder ${folder} cannot be locked (${code}). ${file} may be deleted while no server runs on it.`,
    )
  }
  return () => lock.close()
}

/** Makes the folder, and refuses one that cannot be written in. */
export const prepareFolder = (folder: string, setting = 'DATA_DIR'): void => {
  const probe = join(folder, '.write-test')
  try {
    makeFolder(folder)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new CannotStart(
      `Cannot write in ${folder} (${(error as NodeJS.ErrnoException).code}). ` +
        `Make it writable for the user that the server runs as, or choose another ${setting}.`,
    )
  }
}

/** One after another: in a place like `/proc` that takes no folders, Node's own `recursive` never ends. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/**
 * For its owner alone before the first row is in it: SQLite gives the log the mode of the file, at
 * the moment that it makes it.
 */
export const ownedFile = (file: string): void => {
  try {
    closeSync(openSync(file, 'a', 0o600))
    chmodSync(file, 0o600)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EACCES' && code !== 'EPERM') throw error
    throw new CannotStart(
      `${file} cannot be opened (${code}). It has to belong to the user that the server runs as: chown it, and whatever else was made by another user in that folder.`,
    )
  }
}

/** Root may write in anybody's folder, and whose it is could not open what root put there. */
export const refuseRootInAnothers = (folder: string): void => {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid ?? 0
  if (process.geteuid?.() === 0 && owner !== 0)
    throw new CannotStart(
      `${folder} belongs to another user (${owner}). Run this as that one: the server could not open what root puts there.`,
    )
}

const PROBE_BYTES = 1024 * 1024

/** Whether so little is free on the disk of a folder that no record can be opened there. */
export const isFull = (folder: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < PROBE_BYTES
  } catch {
    return false
  }
}

/** Whether a megabyte can be written here and is on disk; it is taken away again. */
export const hasRoom = (folder: string): boolean => {
  const probe = join(folder, '.write-test')
  try {
    const opened = openSync(probe, 'w', 0o600)
    try {
      writeSync(opened, Buffer.alloc(PROBE_BYTES))
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
    return true
  } catch {
    return false
  } finally {
    rmSync(probe, { force: true })
  }
}
