import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { databaseFile } from '../../src/store/folder.ts'
import { putKey, sampleFile } from '../support/sample-file.ts'

// A hundred small partnerships in one process: how long the start takes, what a page of each costs
// when it has to be opened for it and when it is open, and how much memory that takes.
const HOW_MANY = 100
const ROOT = new URL('../..', import.meta.url)
const BUNDLE = new URL('build/server.js', ROOT)

const line = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const hostOf = (i: number): string => `partnership-${i}.example`

const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (let i = 1; i <= HOW_MANY; i += 1) {
    const one = join(folder, hostOf(i))
    mkdirSync(one)
    copyFileSync(sampleFile(), databaseFile(one))
    putKey(one)
  }
  return folder
}

const start = async (
  folder: string,
  port: number,
): Promise<{ child: ChildProcess; startMs: number }> => {
  const began = performance.now()
  const child = fork(fileURLToPath(existsSync(BUNDLE) ? BUNDLE : new URL('src/server.ts', ROOT)), {
    env: { PATH: process.env.PATH, PARTNERSHIPS: folder, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  while (child.exitCode === null) {
    const said = await ask(port, 'nobody.example', '/').catch(() => undefined)
    if (said) return { child, startMs: performance.now() - began }
    await wait(5)
  }
  throw new Error('the server stopped')
}

const ask = async (
  port: number,
  host: string,
  path: string,
): Promise<{ status: number; ms: number }> => {
  const began = performance.now()
  const asking = get({ port, host: '127.0.0.1', path, headers: { host } })
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  await answer.toArray()
  return { status: answer.statusCode!, ms: performance.now() - began }
}

/** The share of memory that is this process's own, in MB (`Pss`). */
const memoryOf = ({ pid }: ChildProcess): number => {
  const found = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
  return Math.round(Number(found![1]) / 1024)
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/** One page of each, from the first to the last of these. */
const askEach = async (port: number, from: number, to: number): Promise<string> => {
  const took: number[] = []
  for (let i = from; i <= to; i += 1) {
    const { status, ms } = await ask(port, hostOf(i), '/')
    if (status !== 200) throw new Error(`${hostOf(i)} answered ${status}`)
    took.push(ms)
  }
  return `${median(took).toFixed(0)} ms, at most ${Math.max(...took).toFixed(0)}`
}

const PORT = 3900 + (process.pid % 90)
const folder = makeFolder()
const { child, startMs } = await start(folder, PORT)
line(`${HOW_MANY} partnerships, ${existsSync(BUNDLE) ? 'from the one file' : 'from the files'}`)
line(`answers after ${startMs.toFixed(0)} ms`)
line(`PSS with none visited: ${memoryOf(child)} MB`)
line(`a page of each, which is opened for it: ${await askEach(PORT, 1, 10)}`)
await wait(1000)
line(`PSS with 10 visited: ${memoryOf(child)} MB`)
line(`a page of each, which is opened for it: ${await askEach(PORT, 11, HOW_MANY)}`)
await wait(3000)
line(`PSS with ${HOW_MANY} visited: ${memoryOf(child)} MB`)
line(`a page of each, which is open: ${await askEach(PORT, 1, HOW_MANY)}`)
const began = performance.now()
child.kill('SIGTERM')
await once(child, 'exit')
line(`stopped after ${(performance.now() - began).toFixed(0)} ms`)
