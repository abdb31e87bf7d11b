import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { isCurrent, START, SURROUNDINGS } from '../../src/bundle.js'
import { databaseFile } from '../../src/store/folder.ts'
import { openStore } from '../../src/store/store.ts'
import { putKey, sampleFile } from '../support/sample-file.ts'
import { line, machine, median } from './writing/machine.ts'

// How long a start takes until the first answer, from the one file, by `npm start` and from the
// sources by turns, and how much memory a server holds: idle on an empty record, and on the sample
// after a minute (or as many seconds as are asked for) of readers, and of a coordinator at the desk.
// `node test/bench/start.ts 3600 100` is an hour of a hundred readers each second.
// A copy of Node of our own is run: memory that other programs of the same file share is not ours
// to leave out.
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ROUNDS = 5
const IDLE_MS = 4000
/** A server looks each minute whether the last one was quiet. */
const QUIET_MS = 125_000
const [, , LOAD_SECONDS = 60, PER_SECOND = Infinity] = process.argv.map(Number)
const WANTED = { seconds: 0.45, idleMb: 110, loadedMb: 140, largeMb: 250 }
/** Twenty years of a partnership that met twice as often as is usual, and the time to look at them. */
const LARGE = '152'
const GLANCES_MS = 15_000
const FROM_SOURCE = [...START.slice(0, -1), 'src/server.ts']
const PAGES = ['/', '/?theme=safety', '/ar', '/entries/2021-q3-1', '/round-tables', '/sign-in']
const DESK = ['', '/actions', '/concerns', '/entries', '/mine', '/round-tables/2022-q1', '/people']
/** A page of the desk for each, while readers come as fast as they are answered. */
const DESK_EVERY_MS = 200

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
const start = async (args: string[], folder: string, program = node): Promise<Started> => {
  const began = performance.now()
  const child = spawn(program, args, {
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
  let said = ''
  while (!said.includes('Round Table is at'))
    said += String(((await once(child.stdout!, 'data')) as [Buffer])[0])
  const url = /Round Table is at (\S+)/.exec(said)![1]!
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

/** The sample, and the cookie of a coordinator who signed in just now. */
const sampleIn = (folder: string): string => {
  mkdirSync(folder, { mode: 0o700 })
  copyFileSync(sampleFile(), databaseFile(folder))
  putKey(folder)
  return cookieIn(folder)
}

const cookieIn = (folder: string): string => {
  const store = openStore(folder)
  const { id } = store.people.findByEmail('coordinator@mosaic.example')!
  const session = store.signIn.startSession(id, true, new Date().toISOString())
  store.close()
  return `session=${session}`
}

/** A page of the desk, read to its end. */
const read = async (url: string, path: string, cookie: string): Promise<void> => {
  const answer = await fetch(`${url}${path}`, { headers: { cookie }, redirect: 'manual' })
  await answer.text()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
}

/** @returns how many pages of the board and of the desk were answered. */
const load = async (url: string, cookie: string): Promise<{ board: number; desk: number }> => {
  const reading = autocannon({
    url,
    connections: 10,
    duration: LOAD_SECONDS,
    requests: PAGES.map((path) => ({ path })),
    ...(PER_SECOND < Infinity && { overallRate: PER_SECOND }),
  })
  let desk = 0
  const end = performance.now() + LOAD_SECONDS * 1000
  while (performance.now() < end) {
    await read(url, `/desk${DESK[desk % DESK.length]}`, cookie)
    desk += 1
    await wait(DESK_EVERY_MS)
  }
  const { errors, non2xx, requests } = await reading
  if (errors + non2xx > 0) throw new Error('not every page was answered')
  return { board: requests.total, desk }
}

if (!isCurrent(ROOT)) throw new Error('Run `npm run build` first.')
line(machine())
try {
  const empty = join(place, 'empty')
  const rounds: { one: Started; npm: Started; many: Started }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const one = await start(START, empty)
    await stop(one)
    const npm = await start(['start'], empty, 'npm')
    await stop(npm)
    const many = await start(FROM_SOURCE, empty)
    await stop(many)
    rounds.push({ one, npm, many })
  }
  const of = (which: 'one' | 'npm' | 'many', what: 'seconds' | 'cpu'): number =>
    median(rounds.map((each) => each[which][what]))
  const seconds = of('one', 'seconds')
  line(
    `A start to the first answer (median of ${ROUNDS} by turns): ${seconds.toFixed(2)} s from the one file${seconds > WANTED.seconds ? `, above ${WANTED.seconds}` : ''}, ` +
      `${of('npm', 'seconds').toFixed(2)} s by npm, ` +
      `${of('many', 'seconds').toFixed(2)} s from the sources: ${(of('many', 'seconds') / seconds).toFixed(1)} times as long. ` +
      `Of processor: ${of('one', 'cpu').toFixed(2)} s and ${of('many', 'cpu').toFixed(2)} s.`,
  )
  const idle = await start(START, empty)
  await wait(IDLE_MS)
  line(`Idle on an empty record: ${sayMemory(memoryOf(idle), WANTED.idleMb)}.`)
  await stop(idle)

  const busy = join(place, 'busy')
  const cookie = sampleIn(busy)
  const loaded = await start(START, busy)
  await wait(IDLE_MS)
  line(`On the sample, before anyone asks: ${sayMemory(memoryOf(loaded), WANTED.idleMb)}.`)
  const { board, desk } = await load(loaded.url, cookie)
  line(
    `... after ${LOAD_SECONDS} seconds, ${board} pages of the board and ${desk} of the desk: ${sayMemory(memoryOf(loaded), WANTED.loadedMb)}.`,
  )
  await wait(QUIET_MS)
  line(`... and two minutes later: ${sayMemory(memoryOf(loaded), WANTED.loadedMb)}.`)
  await stop(loaded)

  const large = join(place, 'large')
  const made = execFileSync(node, ['test/bench/desk/fill.ts', '--tables', LARGE, large], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const signedIn = cookieIn(large)
  const many = await start(START, large)
  await wait(GLANCES_MS)
  line(`On ${made.trim().replace(/:.*/, '')}: ${sayMemory(memoryOf(many), WANTED.largeMb)}.`)
  for (let i = 0; i < 10 * DESK.length; i += 1)
    await read(many.url, `/desk${DESK[i % DESK.length]}`, signedIn)
  line(
    `... after ${10 * DESK.length} pages of the desk: ${sayMemory(memoryOf(many), WANTED.largeMb)}.`,
  )
  await stop(many)
} finally {
  rmSync(place, { recursive: true, force: true })
}
