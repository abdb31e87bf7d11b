import { putInPlace, refuseShared, verifyBackup } from '../store/restoring.ts'
import { copyTo } from '../store/copies.ts'
import { databaseFile, lockFolder, refuseRootInAnothers } from '../store/folder.ts'
import { CannotStart } from '../store/cannot-start.ts'
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { connect, openDatabase } from '../store/database.ts'
import { takeLease } from '../work/lease/lease.ts'
import { eraseAgain } from '../store/erasing/erasures.ts'
import { bringList } from '../store/erasing/list.ts'
import { decryptFile, isEncrypted } from '../work/backups/age.ts'
import { isBoundTo, OTHER_KEY } from '../store/secrets/bound.ts'
import { endKeysAgain } from '../store/people/carried/table-keys.ts'
import { keyOf } from '../store/secrets/key-file.ts'
import { command } from './command.ts'

// Everything that can refuse comes first; then the present record is kept; only then is a name
// changed.
command(async (file, { dataDir, backupKeyFile }) => {
  if (!file) throw new CannotStart('Say which backup to restore: npm run restore -- FILE')
  const from = resolve(file)
  refuseRootInAnothers(dataDir)
  const unlock = lockFolder(dataDir, 'DATA_DIR', process.env.PARTNERSHIPS ? TAKE_OFF : undefined)
  const lease = await takeLease(dataDir).catch((error: unknown) => {
    unlock()
    throw error
  })
  const opened = join(dataDir, 'decrypted.db')
  try {
    const isLocked = await isEncrypted(from)
    if (isLocked) await decryptFile(from, opened, keyNamed(from, backupKeyFile))
    const plain = isLocked ? opened : from
    verifyBackup(plain)
    refuseShared(dataDir)
    const kept = keepPresent(dataDir)
    bringList(dirname(from), dataDir)
    putInPlace(plain, dataDir)
    const db = openDatabase(dataDir)
    // What was to be forgotten since that backup was made goes before anyone comes in (R29).
    eraseAgain(db, dataDir)
    // What was ended since then would open something again.
    const ended = endKeysAgain(db, new Date().toISOString())
    const isOurs = isBoundTo(db, keyOf(dataDir))
    db.$client.close()
    return [
      `Restored ${from}.${kept ? ` What was there before is kept as ${kept}.` : ''}`,
      ...(ended > 0 ? [KEYS_ENDED] : []),
      ...(isOurs ? [] : [OTHER_KEY]),
    ]
  } finally {
    rmSync(opened, { force: true })
    lease.release()
    unlock()
  }
})

const KEYS_ENDED =
  'The keys by which people see what is theirs at other round tables have ended: each makes a new one.'

/** The others go on. */
const TAKE_OFF = 'Put an empty file called closed into that folder, and try again in a moment.'

const keyNamed = (from: string, file: string | null | undefined): string => {
  if (file) return resolve(file)
  throw new CannotStart(
    `${from} is encrypted. Say where the secret half of its key is: BACKUP_KEY_FILE=FILE npm run restore -- ${from}`,
  )
}

/**
 * Keeps the present record beside itself, and answers its new name. One too damaged to copy whole
 * is kept byte for byte.
 */
const keepPresent = (dataDir: string): string | null => {
  const file = databaseFile(dataDir)
  if (!existsSync(file)) return null
  const time = new Date().toISOString().replace(/[:.]/g, '-')
  const kept = join(dataDir, `round-table.before-restore-${time}.db`)
  try {
    const db = connect(file)
    try {
      copyTo(db, kept)
    } finally {
      // The last connection writes the log into the file as it closes, so that dropping the log
      // loses nothing.
      db.$client.close()
    }
    return kept
  } catch {
    const damaged = join(dataDir, `round-table.damaged-${time}.db`)
    copyFileSync(file, damaged)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${damaged}-wal`)
    return damaged
  }
}
