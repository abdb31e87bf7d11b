import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { isCurrent, START, SURROUNDINGS } from '../../src/bundle.js'
import { databaseFile } from '../../src/store/folder.ts'
import { sampleFile } from '../support/sample-file.ts'

// How long a start takes until the first answer, from the one file and from the sources by turns,
// and how much memory a server holds: idle on an empty record, and on the sample after many pages.
// A copy of Node of our own is run: memory that other programs of the same file share is not ours
// to leave out.
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ROUNDS = 5
const IDLE_MS = 4000
const REQUESTS = Number(process.argv[2] ?? 20_000)
const WANTED = { seconds: 0.45, idleMb: 110, loadedMb: 140 }
const FROM_SOURCE = [...START.slice(0, -1), 'src/server.ts']
const PAGES = ['/', '/?theme=safety', '/ar', '/entries/2021-q3-1', '/round-tables', '/sign-in']

const line = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!

const place = mkdtempSync(join(tmpdir(), 'round-table-'))
const node = join(place, 'node')
copyFileSync(process.execPath, node)

interface Started {
  child: ChildProcess
  url: string
  seconds: number
  /** Seconds of processor until then, which other work on the machine does not lengthen. */
  cpu: number
}
const start = async (args: string[], folder: string): Promise<Started> => {
  const began = performance.now()
  const child = spawn(node, args, {
    cwd: ROOT,
    env: {
      ...SURROUNDINGS,
      PATH: process.env.PATH,
      DATA_DIR: folder,
      PORT: '0',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(child.stdout!, 'data')) as [Buffer]
  const url = /http:\/\/\S+/.exec(String(said))![0]
  const { status } = await fetch(`${url}/healthz`)
  if (status !== 200) throw new Error(`the first answer was ${status}`)
  return { child, url, seconds: (performance.now() - began) / 1000, cpu: cpuOf(child) }
}
const stop = async ({ child }: Started): Promise<void> => {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** By the system's own count, in hundredths. */
const cpuOf = ({ pid }: ChildProcess): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Proportional set size, and of it what is no file: in megabytes. */
const memoryOf = ({ child }: Started): { all: number; own: number } => {
  const rollup = readFileSync(`/proc/${child.pid}/smaps_rollup`, 'utf8')
  const of = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(rollup)![1]) / 1000
  return { all: of('Pss'), own: of('Pss_Anon') }
}
const sayMemory = ({ all, own }: { all: number; own: number }, wanted: number): string =>
  `${all.toFixed(0)} MB, ${own.toFixed(0)} of it no file${all > wanted ? `, above ${wanted}` : ''}`

const ask = async (url: string): Promise<void> => {
  const { errors, requests } = await autocannon({
    url,
    connections: 10,
    amount: REQUESTS,
    requests: PAGES.map((path) => ({ path })),
  })
  if (errors > 0 || requests.total < REQUESTS) throw new Error('not every page was answered')
}

if (!isCurrent(ROOT)) throw new Error('Run `npm run build` first.')
try {
  const empty = join(place, 'empty')
  const rounds: { one: Started; many: Started }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const one = await start(START, empty)
    await stop(one)
    const many = await start(FROM_SOURCE, empty)
    await stop(many)
    rounds.push({ one, many })
  }
  const of = (which: 'one' | 'many', what: 'seconds' | 'cpu'): number =>
    median(rounds.map((each) => each[which][what]))
  const seconds = of('one', 'seconds')
  line(
    `A start to the first answer (median of ${ROUNDS} by turns): ${seconds.toFixed(2)} s from the one file${seconds > WANTED.seconds ? `, above ${WANTED.seconds}` : ''}, ` +
      `${of('many', 'seconds').toFixed(2)} s from the sources: ${(of('many', 'seconds') / seconds).toFixed(1)} times as long. ` +
      `Of processor: ${of('one', 'cpu').toFixed(2)} s and ${of('many', 'cpu').toFixed(2)} s.`,
  )
  const idle = await start(START, empty)
  await wait(IDLE_MS)
  line(`Idle on an empty record: ${sayMemory(memoryOf(idle), WANTED.idleMb)}.`)
  await stop(idle)

  const busy = join(place, 'busy')
  await stop(await start(START, busy))
  copyFileSync(sampleFile(), databaseFile(busy))
  const loaded = await start(START, busy)
  await wait(IDLE_MS)
  line(`On the sample, before anyone asks: ${sayMemory(memoryOf(loaded), WANTED.idleMb)}.`)
  await ask(loaded.url)
  line(`... after ${REQUESTS} pages: ${sayMemory(memoryOf(loaded), WANTED.loadedMb)}.`)
  await stop(loaded)
} finally {
  rmSync(place, { recursive: true, force: true })
}
