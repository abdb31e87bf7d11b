import { STANDINGS } from '../../src/domain/concerns/standing.ts'
import type { EntryWords } from '../../src/domain/publishing/kinds/entry.ts'
import { databaseFile } from '../../src/store/folder.ts'
import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { buildSample, SAMPLE_NOW } from '../../src/sample/sample.ts'
import { openStore } from '../../src/store/store.ts'

// The sample partnership with as many entries as it is told to have, on themes, areas and quarters
// of twenty years.
process.once('message', async ({ entries }: { entries: number }) => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-bench-'))
  const first = openStore(folder)
  buildSample(first)
  const like = first.published.board().entries.map((entry) => entry.words)
  first.close()
  const db = new Database(databaseFile(folder))
  const add = db.prepare(
    "insert into copies (kind, slug, version, published_on, standing, words, change_kind, change_words) values ('entry', ?, 1, ?, ?, ?, 'first', '')",
  )
  db.transaction(() => {
    for (let i = 0; i < entries; i += 1) {
      const year = 2001 + (i % 20)
      const raisedOn = `${year}-${String(1 + (i % 12)).padStart(2, '0')}`
      const from = like[i % like.length]!
      const standing = STANDINGS[i % STANDINGS.length]!
      const words: EntryWords = {
        ...from,
        standing,
        raisedOn,
        on: standing === 'unanswered' ? null : raisedOn,
        said: `${from.said} (${i})`,
        theme: { code: `theme-${i % 12}`, name: `Theme ${i % 12}` },
        area: { code: `area-${i % 9}`, name: `Area ${i % 9}` },
      }
      add.run(`${year}-q1-${i + 100}`, `${year}-12-01`, standing, JSON.stringify(words))
    }
  })()
  db.close()
  const store = openStore(folder)
  const read = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn' })
  if ('wrong' in read) throw new Error(read.wrong.join('\n'))
  const ahead = Date.now() - Date.parse(SAMPLE_NOW)
  const app = await buildApp({
    store,
    post: { send: async () => {} },
    now: () => new Date(Date.now() - ahead),
    config: read.config,
  })
  process.send!(await app.listen({ host: '127.0.0.1', port: 0 }))
  process.on('message', () => process.send!(process.cpuUsage()))
  process.on('disconnect', () => {
    store.close()
    rmSync(folder, { recursive: true })
    process.exit(0)
  })
})
