import Database from 'better-sqlite3'
import { existsSync, rmSync } from 'node:fs'
import { CannotStart } from './cannot-start.ts'
import { copyTo, openBackup, verify } from './copies.ts'
import { databaseFile } from './folder.ts'
import { refuseNewer } from './migrations.ts'

/** Throws unless the file is a sound database of ours, made by this program or an older one. */
export const verifyBackup = (file: string): void => {
  verify(file)
  const client = openBackup(file)
  try {
    refuseNewer(client)
  } finally {
    client.close()
  }
}

/**
 * Throws where another program has the record of a folder open. It would go on with a file that has
 * no name any more: what Litestream carries would fit no record, and nobody would be told.
 */
export const refuseShared = (folder: string): void => {
  const file = databaseFile(folder)
  if (!existsSync(file)) return
  const client = new Database(file, { timeout: 2000 })
  try {
    client.pragma('locking_mode = EXCLUSIVE')
    client.exec('BEGIN EXCLUSIVE; ROLLBACK')
  } catch (error) {
    // One that is damaged is no reason: that is what a backup is for.
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY'))
      throw new CannotStart(
        `Another program has the record in ${folder} open, such as Litestream or a backup by hand. Stop it first, and start it again afterwards.`,
      )
  } finally {
    client.close()
  }
}

/**
 * Puts a backup in the place of a folder's record, for which no connection may be open. The old
 * file must be kept already.
 */
export const putInPlace = (backup: string, folder: string): void => {
  const file = databaseFile(folder)
  const client = openBackup(backup)
  try {
    // A log left by the old file would be replayed into the new one, so it goes before the name
    // changes hands.
    for (const log of [`${file}-wal`, `${file}-shm`]) rmSync(log, { force: true })
    copyTo({ $client: client }, file)
  } finally {
    client.close()
  }
}
