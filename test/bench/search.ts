import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appOver } from './desk/app.ts'
import { buildSample, SAMPLE_NOW } from '../../src/sample/sample.ts'
import { openStore } from '../../src/store/store.ts'
import { fillWithYears, YEARS } from './desk/years.ts'

// A search of the desk over a record of twenty years, beside the desk itself, which reads as much.
const ROUNDS = 30
const WARM = 5
const WANTED_MS = 100
const ASKED = {
  'one word in all': '/desk/search?q=lights',
  'three words': '/desk/search?q=walk+route+residents',
  'a number': '/desk/search?q=1.6',
  'nothing found': '/desk/search?q=giraffe',
  'one kind of many': '/desk/search?q=concern&in=concerns',
  'the desk': '/desk',
}

const folder = mkdtempSync(join(tmpdir(), 'round-table-bench-'))
const store = openStore(folder)
buildSample(store)
fillWithYears(store)
const app = await appOver(store, folder)
const coordinator = store.people.findByEmail('coordinator@mosaic.example')!
const session = store.signIn.startSession(coordinator.id, true, SAMPLE_NOW)
const at = (all: number[], share: number): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))]!

process.stdout.write(
  `A search over a record of ${YEARS} years (${store.concerns.listUnfiltered().length} concerns, ${store.actions.listUnfiltered().length} actions), in milliseconds of processor. Wanted: median below ${WANTED_MS}.\n`,
)
for (const [name, url] of Object.entries(ASKED)) {
  const measured: number[] = []
  for (let i = 0; i < WARM + ROUNDS; i += 1) {
    const before = process.cpuUsage()
    const { statusCode } = await app.inject({ url, cookies: { session } })
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`)
    const { user, system } = process.cpuUsage(before)
    measured.push((user + system) / 1000)
  }
  measured.splice(0, WARM)
  process.stdout.write(
    `${name.padEnd(20)} median ${at(measured, 0.5).toFixed(0)}, p95 ${at(measured, 0.95).toFixed(0)}\n`,
  )
}
await app.close()
store.close()
rmSync(folder, { recursive: true, force: true })
