import { rmSync } from 'node:fs'
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
