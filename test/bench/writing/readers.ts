import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { lineSender, sendUpdate, type Desk } from './forms.ts'
import { at, line, machine, median } from './machine.ts'

// How long readers wait while the table is being minuted and owners report: pages of the board at a
// steady rate, without writes and beside fifty a second, by turns. A page is asked for when its turn
// is, however long the one before takes, so that what waits behind a write is counted.
const ROUNDS = Number(process.argv[2] ?? 5)
const SECONDS = 8
const WARM = 20
const WARM_SECONDS = 3
const READS = 200
const WRITES = 50
const WANTED_MS = 20
const PAGES = ['/', '/?theme=safety', '/entries/2021-q3-1', '/ar', '/?state=done']

interface Read {
  p50: number
  p99: number
  max: number
}
const read = async ({ url }: Desk, seconds = SECONDS): Promise<Read> => {
  const { errors, non2xx, latency } = await autocannon({
    url,
    connections: 10,
    duration: seconds,
    overallRate: READS,
    headers: { 'accept-encoding': 'gzip' },
    requests: PAGES.map((path) => ({ path })),
  })
  if (errors + non2xx > 0) throw new Error(`${errors + non2xx} pages were not answered`)
  return latency
}

/**
 * A form every fiftieth of a second, updates and typed lines by turns, until told to stop.
 * @returns milliseconds that each took.
 */
const writeAlong = (desk: Desk, sendLine: () => Promise<number>): (() => Promise<number[]>) => {
  const all: Promise<number>[] = []
  const timer = setInterval(() => {
    all.push(all.length % 2 === 0 ? sendUpdate(desk) : sendLine())
  }, 1000 / WRITES)
  return () => {
    clearInterval(timer)
    return Promise.all(all)
  }
}

const start = async (): Promise<{ child: ChildProcess; desk: Desk }> => {
  const child = fork(fileURLToPath(new URL('./server.ts', import.meta.url)))
  const [desk] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the server stopped')
    }),
  ])) as [Desk]
  return { child, desk }
}
const say = ({ p50, p99, max }: Read): string => `p50 ${p50}, p99 ${p99}, most ${max} ms`

/** On a server of its own: a table that goes on for all rounds would have a thousand lines. */
const measure = async (): Promise<{ alone: Read; beside: Read; writes: number[] }> => {
  const { child, desk } = await start()
  const sendLine = lineSender(desk)
  for (let i = 0; i < WARM; i += 1) await Promise.all([sendUpdate(desk), sendLine()])
  await read(desk, WARM_SECONDS)
  const alone = await read(desk)
  const stop = writeAlong(desk, sendLine)
  const beside = await read(desk)
  const writes = await stop()
  child.disconnect()
  return { alone, beside, writes }
}

line(machine())
const rounds: { alone: Read; beside: Read; writes: number[] }[] = []
for (let round = 1; round <= ROUNDS; round += 1) {
  const one = await measure()
  rounds.push(one)
  line(
    `Round ${round}  ${READS} pages a second ${say(one.alone)}; beside ${(one.writes.length / SECONDS).toFixed(0)} writes a second ${say(one.beside)}, ` +
      `a write ${at(one.writes, 0.5).toFixed(1)} ms, p99 ${at(one.writes, 0.99).toFixed(0)} ms`,
  )
}
const of = (which: 'alone' | 'beside'): number => median(rounds.map((each) => each[which].p99))
line(
  `Medians: p99 of a page ${of('alone')} ms, beside ${WRITES} writes a second ${of('beside')} ms: ` +
    `${(of('beside') / Math.max(1, of('alone'))).toFixed(1)} times as long, ${of('beside') < WANTED_MS ? 'below' : 'not below'} the ${WANTED_MS} wanted.`,
)
