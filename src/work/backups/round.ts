import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  backupName,
  backupsToDrop,
  readBackupName,
  type Backup,
} from '../../domain/settings/backups.ts'
import { dayOf } from '../../domain/day.ts'
import { CannotStart } from '../../store/cannot-start.ts'
import { copyTo, openBackup } from '../../store/copies.ts'
import { eraseInBackup } from '../../store/erasing/copies.ts'
import { bringList, readList, type Line } from '../../store/erasing/list.ts'
import { databaseFile } from '../../store/folder.ts'
import { encryptFile } from './age.ts'
import {
  dropUnencrypted,
  lacksRoom,
  listBackups,
  recordBytes,
  toEncrypt,
  type BackupFailure,
  type BackupSettings,
} from './folder.ts'

export interface Round extends BackupSettings {
  /** The moment that it is, which a new backup is called by. */
  at: string
  /** Whether a new one is made. */
  isDue: boolean
}

/**
 * One look after the backups, in a process of its own: what a stop left goes, old ones are rid of
 * what was erased, a new one is made if it is due, and those whose time is over go last.
 * @returns why there is no new one; null where all is well.
 */
export const runRound = async (round: Round): Promise<BackupFailure | null> => {
  try {
    return await inOrder(round)
  } catch (error) {
    return failureOf(error)
  }
}

const inOrder = async (round: Round): Promise<BackupFailure | null> => {
  const { dataDir, folder, at } = round
  dropParts(folder)
  dropUnencrypted(dataDir)
  bringList(dataDir, folder)
  const erasures = readList(dataDir)
  const stuck = await eraseInBackups(folder, erasures)
  if (round.isDue || stuck) {
    const failed = await make(round)
    if (failed) return failed
    if (stuck) rmSync(join(folder, stuck.name), { force: true })
  }
  const erasedAt = erasures.map((each) => each.at)
  // One from a time to come, when the clock was wrong, takes nobody's place.
  const upToNow = (await listBackups(folder)).filter((each) => each.at <= at)
  for (const { name } of backupsToDrop(upToNow, erasedAt, dayOf(at)))
    rmSync(join(folder, name), { force: true })
  return null
}

const PART = /\.partial(?:-journal)?$/

/** A backup that was never whole is nobody's. */
const dropParts = (folder: string): void => {
  for (const name of readdirSync(folder))
    if (PART.test(name) && readBackupName(name.replace(PART, '')))
      rmSync(join(folder, name), { force: true })
}

/**
 * R29: what was erased goes from plain backups as well, the oldest first. One that cannot be rid of
 * it goes whole, which makes room for the next: a promise stands above a copy.
 * @returns the newest, if it is one of those: it goes when there is another.
 */
const eraseInBackups = async (
  folder: string,
  erasures: readonly Line[],
): Promise<Backup | undefined> => {
  if (erasures.length === 0) return undefined
  const [newest, ...older] = await listBackups(folder)
  const isStuck = async ({ name, bytes, isEncrypted }: Backup): Promise<boolean> => {
    if (isEncrypted) return false
    try {
      if (await lacksRoom(folder, bytes)) return true
      eraseInBackup(join(folder, name), erasures)
      return false
    } catch {
      return true
    }
  }
  for (const each of older.toReversed())
    if (await isStuck(each)) rmSync(join(folder, each.name), { force: true })
  return newest && (await isStuck(newest)) ? newest : undefined
}

/** A whole copy of one moment, looked over, on disk, and encrypted where there is a key. */
const make = async ({ dataDir, folder, keys, at }: Round): Promise<BackupFailure | null> => {
  const bytes = recordBytes(dataDir)
  const isEncrypted = keys.length > 0
  const isTwice = isEncrypted && statSync(dataDir).dev === statSync(folder).dev
  const lacks =
    (await lacksRoom(folder, isTwice ? 2 * bytes : bytes)) ??
    (isEncrypted ? await lacksRoom(dataDir, bytes) : null)
  if (lacks) return lacks
  const file = join(folder, backupName(at, isEncrypted))
  const plain = isEncrypted ? toEncrypt(dataDir) : file
  const client = openBackup(databaseFile(dataDir))
  try {
    copyTo({ $client: client }, plain)
    if (isEncrypted) await encryptFile(plain, file, keys)
  } finally {
    client.close()
    if (isEncrypted) dropUnencrypted(dataDir)
  }
  return null
}

const NO_ROOM = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL']
const NO_FOLDER = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'ESTALE', 'EIO']

/** What an error means for whoever reads it on the desk. */
export const failureOf = (error: unknown): BackupFailure => {
  const { code: found, name } = error as NodeJS.ErrnoException
  const code = found ?? (error instanceof CannotStart ? 'NOT_SOUND' : name)
  const why = NO_ROOM.includes(code) ? 'room' : NO_FOLDER.includes(code) ? 'folder' : 'fault'
  return { why, code }
}
