import Database from 'better-sqlite3'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseFile } from '../../src/store/folder.ts'
import { oldRecord } from '../support/house/old-record.ts'
import { read } from '../support/sources.ts'
import { buildOnce, spawnServer, startServer } from './parts/server.ts'
import { report, times } from './report.ts'

// R22: a record of the second version, and the server of today, killed while it migrates it, at
// moments from when it takes the folder until it answers, closer together at first, where it
// migrates. Whenever that is, the record is as it was
// or wholly migrated, and the next start migrates all of it and loses no row.

const KILLS = times({ short: 3, long: 50 })
const ALL = (JSON.parse(read('migrations/meta/_journal.json')) as { entries: unknown[] }).entries
  .length
const OLD = 2
const LETTERS = 2000

buildOnce()

const withOldRecord = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-torture-'))
  try {
    oldRecord(folder)
    addLetters(databaseFile(folder))
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As many that there is something to do. */
const addLetters = (file: string): void => {
  const db = new Database(file)
  const insert = db.prepare(
    "insert into letters (kind, round_table_id, person_id, message_id, sent_by_id, at, tries, try_at) values ('minutes', 1, 1, ?, 1, '2022-01-28T10:00:00.000Z', 0, '2022-01-28T10:00:00.000Z')",
  )
  db.transaction(() => {
    for (let n = 0; n < LETTERS; n++) insert.run(`<many-${n}@round-table>`)
  })()
  db.close()
}

/** Until the server has taken the folder: from then on it changes it. */
const taken = async (folder: string): Promise<void> => {
  while (!existsSync(join(folder, 'lock.db'))) await wait(1)
}

/** How long it takes from then until it answers. */
const wholeMs = (): Promise<number> =>
  withOldRecord(async (folder) => {
    const starting = startServer(folder)
    await taken(folder)
    const began = Date.now()
    const server = await starting
    server.child.kill('SIGKILL')
    await server.ended
    return Date.now() - began
  })

interface Stands {
  migrations: number
  wrong: string[]
}

/** How far a record is, and what it lacks. */
const standing = (file: string): Stands => {
  const db = new Database(file)
  try {
    const count = (table: string): number =>
      db.prepare(`select count(*) from ${table}`).pluck().get() as number
    const migrations = count('__drizzle_migrations')
    const told = migrations === OLD ? 'tellings' : 'publications'
    const has = {
      letters: count('letters'),
      told: count(told),
      drafts: count('drafts'),
      people: count('people'),
    }
    const should = { letters: LETTERS + 2, told: 2, drafts: 1, people: 1 }
    return {
      migrations,
      wrong: [
        ...(JSON.stringify(has) === JSON.stringify(should) ? [] : [`rows: ${JSON.stringify(has)}`]),
        ...(db.pragma('integrity_check', { simple: true }) === 'ok' ? [] : ['integrity_check']),
        ...((db.pragma('foreign_key_check') as unknown[]).length === 0
          ? []
          : ['foreign_key_check']),
      ],
    }
  } finally {
    db.close()
  }
}

const killAfter = (ms: number): Promise<{ wrong: string[]; was: string }> =>
  withOldRecord(async (folder) => {
    const child = spawnServer(folder)
    const ended = new Promise((resolve) => child.once('close', resolve))
    await taken(folder)
    await wait(ms)
    child.kill('SIGKILL')
    await ended
    const file = databaseFile(folder)
    const copy = join(folder, `before-migration-${OLD}.db`)
    const between = standing(file)
    const [hasCopy, isPartial] = [existsSync(copy), existsSync(`${copy}.partial`)]
    const server = await startServer(folder)
    server.child.kill('SIGTERM')
    await server.ended
    const after = standing(file)
    const kept = standing(copy)
    return {
      was:
        between.migrations === ALL
          ? 'migrated'
          : hasCopy
            ? 'copied'
            : isPartial
              ? 'copying'
              : 'begun',
      wrong: [
        ...between.wrong.map((each) => `just after the kill: ${each}`),
        ...([OLD, ALL].includes(between.migrations)
          ? []
          : [`stopped between: ${between.migrations} of ${ALL}`]),
        ...after.wrong.map((each) => `after the next start: ${each}`),
        ...(after.migrations === ALL ? [] : [`not all migrated: ${after.migrations} of ${ALL}`]),
        ...kept.wrong.map((each) => `in the copy of before: ${each}`),
        ...(kept.migrations === OLD ? [] : [`the copy of before is of ${kept.migrations}`]),
      ],
    }
  })

const whole = await wholeMs()
const found: Awaited<ReturnType<typeof killAfter>>[] = []
for (let n = 0; n < KILLS; n++) found.push(await killAfter(whole * (n / KILLS) ** 2))
const wrong = found.flatMap((each) => each.wrong)
for (const each of wrong) process.stderr.write(`WRONG ${each}\n`)
const at = Object.entries(Object.groupBy(found, (each) => each.was)).map(
  ([was, all]) => `${all!.length} ${was}`,
)
report({ tried: `${KILLS} kills`, lost: wrong.length, more: `${at.join(', ')}; ${ALL} migrations` })
