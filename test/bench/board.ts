import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'

// The board beside bare Fastify sending the same bytes and headers, by turns, so that a busy
// machine slows both.
const ROUNDS = 3
const SECONDS = 4
const WANTED = 0.9
const MOST_KB = 40
const ZIPPED = { 'accept-encoding': 'gzip' }

interface Server {
  child: ChildProcess
  url: string
}
const start = async (file: string, sent?: object): Promise<Server> => {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)))
  if (sent) child.send(sent)
  const [url] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`${file} stopped`)
    }),
  ])) as [string]
  return { child, url }
}

interface Sent {
  body: Buffer
  headers: Record<string, string>
}
const fetchRaw = async (url: string): Promise<Sent> => {
  const [answer] = (await once(get(url, { headers: ZIPPED }), 'response')) as [IncomingMessage]
  const body = Buffer.concat(await answer.toArray())
  const {
    date: _date,
    connection: _connection,
    'keep-alive': _alive,
    'content-length': _length,
    ...headers
  } = answer.headers
  return { body, headers: headers as Record<string, string> }
}

interface Measured {
  perSecond: number
  p99: number
  cpu: number
}
const measure = async (server: Server, seconds = SECONDS): Promise<Measured> => {
  const before = await cpuOf(server)
  const result = await autocannon({
    url: `${server.url}/`,
    connections: 10,
    duration: seconds,
    headers: ZIPPED,
  })
  const failed = result.errors + result.non2xx
  if (failed > 0) throw new Error(`${failed} requests to ${server.url} failed`)
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    cpu: ((await cpuOf(server)) - before) / result.requests.total,
  }
}

/**
 * Microseconds of processor that the server has used: steadier than requests a second where other
 * work runs beside.
 */
const cpuOf = async ({ child }: Server): Promise<number> => {
  child.send('cpu')
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage]
  return user + system
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
const say = ({ perSecond, p99, cpu }: Measured): string =>
  `${Math.round(perSecond).toString().padStart(6)} req/s, p99 ${p99} ms, ${cpu.toFixed(1)} µs of CPU a request`
const line = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const board = await start('./board-server.ts')
const page = await fetchRaw(`${board.url}/`)
const bare = await start('./bare-server.ts', {
  body: page.body.toString('base64'),
  headers: page.headers,
})
const same = await fetchRaw(`${bare.url}/`)
if (!same.body.equals(page.body)) throw new Error('the two do not send the same body')

const style = await fetchRaw(`${board.url}/static/round-table.css`)
const icon = await fetchRaw(`${board.url}/static/icon.svg`)
const sent = ({ body, headers }: Sent): string =>
  `${body.length} bytes ${headers['content-encoding'] ?? `as it is, ${gzipSync(body).length} were it gzipped`}`
line(
  `A first view is 3 requests: the page (${sent(page)}), the stylesheet (${sent(style)}), the icon (${sent(icon)}): ${((page.body.length + style.body.length + icon.body.length) / 1000).toFixed(1)} kB of the ${MOST_KB} it may be.`,
)
for (const server of [board, bare]) await measure(server, 2)
const rounds: { board: Measured; bare: Measured }[] = []
for (let round = 1; round <= ROUNDS; round += 1) {
  const one = { board: await measure(board), bare: await measure(bare) }
  rounds.push(one)
  line(`Round ${round}  board ${say(one.board)}   bare ${say(one.bare)}`)
}
for (const { child } of [board, bare]) child.disconnect()

const medians = (of: (each: Measured) => number) => ({
  board: median(rounds.map((each) => of(each.board))),
  bare: median(rounds.map((each) => of(each.bare))),
})
const speed = medians((each) => each.perSecond)
const slow = medians((each) => each.p99)
const cost = medians((each) => each.cpu)
const ratio = speed.board / speed.bare
line(
  `Medians: p99 ${slow.board} ms beside ${slow.bare} ms; CPU ${cost.board.toFixed(1)} µs beside ${cost.bare.toFixed(1)} µs (${(cost.bare / cost.board).toFixed(2)})`,
)
line(`Ratio of the board to bare Fastify, requests a second: ${ratio.toFixed(2)}`)
if (ratio < WANTED)
  line(
    `This is below ${WANTED}: ${cost.bare / cost.board < WANTED ? 'the board is too slow.' : 'but the processor time is level, so the machine was busy. Run it again when it is quiet.'}`,
  )
