import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { databaseFile } from '../../src/store/folder.ts'
import { putKey, sampleFile } from '../support/sample-file.ts'

// The server by itself beside the server with two processes for readers, by turns: kept pages,
// searches that nobody made before, and how long who signs in waits while others read.
const ROUNDS = 5
const SECONDS = 4
const CONNECTIONS = 16

interface Server {
  child: ChildProcess
  folder: string
  url: string
}
interface Measured {
  pages: number
  searches: number
  /** Milliseconds for a page of the server of the record, while the board is read. */
  waits: number
}

const start = async (workers: number): Promise<Server> => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-bench-'))
  copyFileSync(sampleFile(), databaseFile(folder))
  putKey(folder)
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../src/server.ts', import.meta.url))],
    {
      env: { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error', WORKERS: String(workers) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  child.stdout.on('data', (text) => {
    said += String(text)
  })
  while (!said.includes('Round Table is at')) {
    if (child.exitCode !== null) throw new Error('the server did not start')
    await wait(50)
  }
  return { child, folder, url: /Round Table is at (\S+)/.exec(said)![1]! }
}

let searched = 0
const load = async (url: string, seconds: number, isSearching = false): Promise<number> => {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { 'accept-encoding': 'gzip' },
    ...(isSearching && {
      requests: [
        { setupRequest: (each: object) => ({ ...each, path: `/?q=lights${(searched += 1)}` }) },
      ],
    }),
  })
  if (result.errors + result.non2xx > 0) throw new Error(`requests to ${url} failed`)
  return result.requests.average
}

const measure = async ({ url }: Server): Promise<Measured> => {
  const pages = await load(`${url}/`, SECONDS)
  const searches = await load(`${url}/`, SECONDS, true)
  const reading = load(`${url}/`, SECONDS)
  const times: number[] = []
  const end = performance.now() + SECONDS * 900
  while (performance.now() < end) {
    const began = performance.now()
    await (await fetch(`${url}/sign-in`)).text()
    times.push(performance.now() - began)
  }
  await reading
  return { pages, searches, waits: median(times) }
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
const line = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const say = ({ pages, searches, waits }: Measured): string =>
  `${Math.round(pages)} pages/s, ${Math.round(searches)} searches/s, ${waits.toFixed(1)} ms to sign in`

const servers = { alone: await start(0), workers: await start(2) }
for (const { url } of Object.values(servers)) await load(`${url}/`, 2)
const rounds: { alone: Measured; workers: Measured }[] = []
for (let round = 1; round <= ROUNDS; round += 1) {
  const one = { alone: await measure(servers.alone), workers: await measure(servers.workers) }
  rounds.push(one)
  line(`Round ${round}  alone ${say(one.alone)}   with two ${say(one.workers)}`)
}
for (const { child, folder } of Object.values(servers)) {
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}
for (const what of ['pages', 'searches', 'waits'] as const) {
  const alone = median(rounds.map((each) => each.alone[what]))
  const workers = median(rounds.map((each) => each.workers[what]))
  const ratio = median(rounds.map((each) => each.workers[what] / each.alone[what]))
  line(
    `${what}: ${alone.toFixed(1)} alone, ${workers.toFixed(1)} with two; the median of the ratios is ${ratio.toFixed(2)}`,
  )
}
