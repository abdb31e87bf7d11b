import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { buildSample, SAMPLE_NOW } from '../../src/sample/sample.ts'
import { openStore } from '../../src/store/store.ts'

// The sample partnership, served as `npm start` serves: the same app, with the log at the level of
// the demo.
const folder = mkdtempSync(join(tmpdir(), 'round-table-bench-'))
const store = openStore(folder)
buildSample(store)
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
