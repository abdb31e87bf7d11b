import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { fileURLToPath } from 'node:url'

// What a page costs to draw from 10,000 entries beside 100: each address is asked for once, so that
// no page is a kept one.
const SIZES = [100, 10_000] as const
const PAGES = 200
const ROUNDS = 3
const WANTED = 1.5
const KINDS: Record<string, string> = {
  'the board': '/?',
  'its third page': '/?page=3&',
  'one theme': '/?theme=theme-3&',
  'one quarter and state': '/?quarter=2015-q1&state=done&',
  'longest waiting first': '/?order=waiting&',
  'in Arabic': '/ar?',
  'a search': '/?q=police+mothers&',
  'an entry': '/entries/2005-q1-104?',
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const line = (text: string): void => {
  process.stdout.write(`${text}\n`)
}
const start = async (entries: number): Promise<{ child: ChildProcess; url: string }> => {
  const child = fork(fileURLToPath(new URL('./size-server.ts', import.meta.url)))
  child.send({ entries })
  const [url] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the server stopped')
    }),
  ])) as [string]
  return { child, url }
}
const cpuOf = async (child: ChildProcess): Promise<number> => {
  child.send('cpu')
  const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage]
  return user + system
}
let asked = 0
const ask = async (url: string): Promise<void> => {
  const [answer] = (await once(
    get(`${url}n=${(asked += 1)}`, { agent, headers: { 'accept-encoding': 'gzip' } }),
    'response',
  )) as [IncomingMessage]
  await answer.toArray()
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`)
}
/** Microseconds of processor for one page. */
const cost = async (
  server: { child: ChildProcess; url: string },
  path: string,
  pages: number,
): Promise<number> => {
  const before = await cpuOf(server.child)
  for (let i = 0; i < pages; i += 1) await ask(server.url + path)
  return ((await cpuOf(server.child)) - before) / pages
}
const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!

const [small, large] = [await start(SIZES[0]), await start(SIZES[1])]
line(
  `A page drawn anew from ${SIZES[1]} entries beside one from ${SIZES[0]}, in microseconds of processor (${ROUNDS} rounds of ${PAGES} pages by turns):`,
)
for (const [name, path] of Object.entries(KINDS)) {
  for (const server of [small, large]) await cost(server, path, 60)
  const rounds: { small: number; large: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ small: await cost(small, path, PAGES), large: await cost(large, path, PAGES) })
  const [few, many] = [
    median(rounds.map((each) => each.small)),
    median(rounds.map((each) => each.large)),
  ]
  line(
    `${name.padEnd(24)} ${Math.round(few).toString().padStart(6)} and ${Math.round(many).toString().padStart(6)}: ${(many / few).toFixed(2)}${many / few > WANTED ? `, above ${WANTED}` : ''}`,
  )
}
for (const { child } of [small, large]) child.disconnect()
agent.destroy()
