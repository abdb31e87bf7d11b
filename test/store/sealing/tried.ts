import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseFile } from '../../../src/store/folder.ts'
import { verifyChain } from '../../../src/store/sealing/verify.ts'
import { busyRecord } from './busy-record.ts'
import { dice, openForTampering, tamper } from './tamper.ts'

/** Rewrites a record in so many ways, each time from how it was, and asks each time what is noticed. */
export const tryTampering = (times: number, seed: number, record: 'people' | 'sample') => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-chain-'))
  try {
    busyRecord(folder, record)
    const db = openForTampering(databaseFile(folder))
    const from = dice(seed)
    const sound = verifyChain(db)
    const ways: Record<string, number> = {}
    const unnoticed: string[] = []
    for (let done = 0; done < times;) {
      db.exec('begin')
      const tampered = tamper(db, from)
      if (tampered) {
        const { way, what } = tampered
        done += 1
        ways[way] = (ways[way] ?? 0) + 1
        if (verifyChain(db).faults.length === 0) unnoticed.push(`${way}: ${what}`)
      }
      db.exec('rollback')
    }
    const after = verifyChain(db)
    db.close()
    return { sound, after, ways, unnoticed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
