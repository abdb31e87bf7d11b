import { copyTo } from '../store/copies.ts'
import { CannotStart } from '../store/cannot-start.ts'
import { rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { connectBeside, type Db } from '../store/database.ts'
import { bringList } from '../store/erasing/list.ts'
import { encryptFile, wrongKey } from '../work/backups/age.ts'
import { command } from './command.ts'
import { refuseBadPlace } from './place.ts'

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
