import Database from 'better-sqlite3'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseFile } from '../../../src/store/folder.ts'
import type { Sending } from '../parts/forms.ts'
import type { Prepared } from '../parts/record.ts'
import { linesSince, type Made } from './look.ts'
import { numbersIn, rowsOf } from './numbered.ts'
import { beginRound } from './round.ts'

/** What each form of each script makes where nothing is killed; kept beside the record. */
export const madeInCalm = async (prepared: Prepared): Promise<Made[][]> => {
  const kept = `${prepared.file.slice(0, -'.db'.length)}.calm.json`
  if (!existsSync(kept)) {
    const all: Made[][] = []
    for (const script of prepared.scripts) all.push(await madeBy(prepared, script))
    writeFileSync(kept, JSON.stringify(all))
  }
  return JSON.parse(readFileSync(kept, 'utf8')) as Made[][]
}

/** Until the clock has looked at the record: what it writes then is no form's. */
const clockIsDone = async (db: Database.Database, prepared: Prepared): Promise<void> => {
  const lines = db.prepare("select max(id), count(*) filter (where noun = 'clock') from journal")
  const read = (): [lines: number, days: number] => lines.raw().get() as [number, number]
  const before = daysIn(prepared.file)
  let last = 0
  for (let tries = 0; tries < 200; tries += 1) {
    const [now, days] = read()
    if (days > before && now === last) return
    last = now
    await wait(100)
  }
  throw new Error('the clock did not look')
}

/** How many days were counted in a record. */
const daysIn = (file: string): number => {
  const db = new Database(file, { readonly: true })
  const days = db.prepare("select count(*) from journal where noun = 'clock'").pluck().get()
  db.close()
  return days as number
}

const madeBy = async (prepared: Prepared, script: readonly Sending[]): Promise<Made[]> => {
  const made: Made[] = script.map(() => ({ rows: {}, rowsAtEnd: {}, lines: [] }))
  const round = beginRound(prepared, script, made)
  const server = await round.start()
  const db = new Database(databaseFile(round.folder), { readonly: true })
  const base = (): number => db.prepare('select max(id) from journal').pluck().get() as number
  try {
    await clockIsDone(db, prepared)
    for (const [i, each] of made.entries()) {
      const before = base()
      await round.writeOne(server)
      each.lines = round.lines[i]!.isAcknowledged ? linesSince(db, before) : []
      each.rows = rowsOf(numbersIn(db), i)
    }
    const atEnd = numbersIn(db)
    for (const [i, each] of made.entries()) each.rowsAtEnd = rowsOf(atEnd, i)
  } finally {
    db.close()
    server.child.kill('SIGKILL')
    await server.ended
    round.end()
  }
  return made
}
