import { once } from 'node:events'
import { request, type ClientRequest } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { madeInCalm } from './kill/calm.ts'
import { beginRound } from './kill/round.ts'
import { HOST } from './parts/encoded.ts'
import { preparedRecord } from './parts/record.ts'
import { buildOnce, type Server } from './parts/server.ts'
import { report, times } from './report.ts'

// R22: the server is asked to stop (SIGTERM) while people send forms. What it has begun to read is
// answered, it ends by itself within ten seconds and with 0, and all that was acknowledged is there.

const STOPS = times({ short: 1, long: 20 })
const MOST_MS = 10_000
const HALF_SENT = 4

const prepared = preparedRecord()
buildOnce()
const calm = await madeInCalm(prepared)
const wrong: string[] = []
let [acknowledged, answeredLate, slowest] = [0, 0, 0]

/** A message of a resident of which half is with the server. */
const halfSent = (server: Server, who: number): { finish: () => void; status: Promise<number> } => {
  const body = new URLSearchParams({
    text: `The lift is broken ${who}`,
    area: '',
    name: '',
    reach: '',
  }).toString()
  const post: ClientRequest = request({
    port: server.port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/tell-us',
    headers: {
      host: HOST,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': `10.8.0.${who}`,
    },
  })
  post.write(body.slice(0, 10))
  const status = once(post, 'response').then(
    ([answer]) => (answer.resume().statusCode as number) ?? 0,
    () => 0,
  )
  return { finish: () => post.end(body.slice(10)), status }
}

const stopOnce = async (): Promise<void> => {
  const round = beginRound(prepared, prepared.scripts[0]!, calm[0]!)
  const server = await round.start()
  const halves = Array.from({ length: HALF_SENT }, (_, who) => halfSent(server, who))
  await wait(200)
  let asked = 0
  await round.write(server, 5 + Math.floor(Math.random() * 60), async () => {
    server.child.kill('SIGTERM')
    asked = Date.now()
    await wait(100)
    for (const each of halves) each.finish()
  })
  const [code, signal] = await Promise.race([
    server.ended,
    wait(MOST_MS * 3, [null, 'it did not end'] as [null, string], { ref: false }),
  ])
  const took = Date.now() - asked
  slowest = Math.max(slowest, took)
  if (code !== 0 || took > MOST_MS)
    wrong.push(`ended with ${code} ${signal ?? ''} after ${took} ms`)
  const statuses = await Promise.all(halves.map((each) => each.status))
  answeredLate += statuses.filter((status) => status === 303).length
  if (statuses.some((status) => status !== 303))
    wrong.push(`begun and not answered: ${statuses.join(', ')}`)
  const next = await round.start()
  wrong.push(...round.look(), ...(await round.again(next)), ...round.look())
  acknowledged += round.lines.filter((line) => line.isAcknowledged).length
  next.child.kill('SIGKILL')
  await next.ended
  round.end()
}

for (let n = 0; n < STOPS; n++) await stopOnce()
for (const each of wrong) process.stderr.write(`WRONG ${each}\n`)
report({
  tried: `${STOPS} stops, ${acknowledged} acknowledged`,
  lost: wrong.length,
  more: `${answeredLate} begun before and answered after; slowest end ${slowest} ms`,
})
