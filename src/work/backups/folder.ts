import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { newestFirst, readBackupName, type Backup } from '../../domain/settings/backups.ts'
import { CannotStart } from '../../store/cannot-start.ts'
import { databaseFile } from '../../store/folder.ts'

/** Where backups go, and whom they are encrypted for: nobody where there are no keys. */
export interface BackupSettings {
  dataDir: string
  folder: string
  /** Somebody chose the folder: it is not made where it is missing, since its disk may not be there. */
  isChosen: boolean
  /** Of a folder that was chosen for all it is one in there, and is made like our own. */
  isOneOfMany?: boolean
  keys: readonly string[]
}

/** Why there is no new backup. */
export interface BackupFailure {
  why: 'room' | 'folder' | 'fault'
  /** What would be needed and what is free, in bytes. */
  room?: { needs: number; free: number }
  /** For the log: a code, never a word of the record. */
  code: string
}

/** Refuses a folder that backups cannot be written to, and makes our own where it is missing. */
export const prepareBackups = ({ folder, isChosen, isOneOfMany }: BackupSettings): void => {
  const probe = join(folder, '.write-test')
  try {
    if (!isChosen) mkdirSync(folder, { recursive: true, mode: 0o700 })
    else if (isOneOfMany && !existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CannotStart(
      code === 'ENOENT'
        ? `BACKUP_DIR is ${JSON.stringify(folder)}. There is no such folder: make it, or mount its disk first.`
        : `Backups cannot be written to ${folder} (${code}). Make it a folder that can be written, or choose another BACKUP_DIR.`,
    )
  }
}

/** Every backup that is there, newest first. */
export const listBackups = async (folder: string): Promise<Backup[]> => {
  const found: Backup[] = []
  for (const name of await readdir(folder)) {
    const read = readBackupName(name)
    // One that goes just now is not there any more.
    const there = read && (await stat(join(folder, name)).catch(() => undefined))
    if (read && there?.isFile()) found.push({ name, ...read, bytes: there.size })
  }
  return newestFirst(found)
}

/** Whether the backups lie on the disk of the record: what breaks one takes the other. */
export const isOnSameDisk = async ({ dataDir, folder }: BackupSettings): Promise<boolean> =>
  (await stat(dataDir)).dev === (await stat(folder)).dev

/** What is always left free: a backup must not be what stops the record. */
const MARGIN = 64e6

/** Too little room for so many bytes in a folder; null where there is enough. */
export const lacksRoom = async (folder: string, bytes: number): Promise<BackupFailure | null> => {
  const { bavail, bsize } = await statfs(folder)
  const [needs, free] = [bytes + MARGIN, bavail * bsize]
  return needs > free ? { why: 'room', room: { needs, free }, code: 'NO_ROOM' } : null
}

/** A copy that lies beside the record until it is encrypted: no plain one leaves its folder. */
export const toEncrypt = (dataDir: string): string => join(dataDir, 'to-encrypt.db')

/** What a stop left of one. */
export const dropUnencrypted = (dataDir: string): void => {
  const file = toEncrypt(dataDir)
  for (const each of [file, `${file}.partial`, `${file}.partial-journal`])
    rmSync(each, { force: true })
}

/** Copies that a command had begun to encrypt, or had opened to restore, as well. */
const LEFT = /^(?:to-encrypt(?:-by-hand)?|decrypted)\.db(?:\.partial)?(?:-journal)?$/

/** At the start, before anyone comes in: what a stop left of plain copies. */
export const dropLeft = (dataDir: string): void => {
  for (const name of readdirSync(dataDir))
    if (LEFT.test(name)) rmSync(join(dataDir, name), { force: true })
}

/** As much as a copy of the record may take. */
export const recordBytes = (dataDir: string): number =>
  ['', '-wal']
    .map((end) => statSync(databaseFile(dataDir) + end, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, each) => sum + each, 0)
