import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type RequestListener } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import t, { type Test } from 'tap'
import { passTo } from '../../src/readers/passing.ts'
import { openServer } from '../../src/web/open-server.ts'

const SETTINGS = { logLevel: 'silent', publicUrl: 'http://127.0.0.1', behindReaders: true }

/** The server of the record inside the machine, and one that hands everything on to it. */
const handingOn = async (t: Test, answers: RequestListener, trustProxy = false) => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-'))
  const socketPath = join(folder, 'server.sock')
  const inside = createServer(answers).listen(socketPath)
  const outside = createServer(passTo(socketPath, trustProxy)).listen(0, '127.0.0.1')
  await Promise.all([once(inside, 'listening'), once(outside, 'listening')])
  t.teardown(() => {
    inside.close()
    outside.close()
    outside.closeAllConnections()
    rmSync(folder, { recursive: true, force: true })
  })
  return { inside, port: (outside.address() as AddressInfo).port }
}

/** Who asks, as the server of the record takes it from what is handed on. */
const whoAsks = async (t: Test, trustProxy: boolean, headers: Record<string, string>) => {
  const app = openServer({ ...SETTINGS, trustProxy })
  app.get('/', { config: { policy: 'public' } }, async ({ ip, host, protocol }) => ({
    ip,
    host,
    protocol,
  }))
  await app.ready()
  t.teardown(() => app.close())
  const { port } = await handingOn(t, (asked, answer) => app.routing(asked, answer), trustProxy)
  const asked = request({ port, headers: { host: 'board.example', ...headers } }).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return JSON.parse(Buffer.concat(await answer.toArray()).toString()) as object
}

const CLAIMED = {
  'x-forwarded-for': '203.0.113.9',
  'x-forwarded-host': 'elsewhere.example',
  'x-forwarded-proto': 'https',
}

t.test(
  'nobody says of themselves who they are: without a proxy it is who is on the line',
  async (t) => {
    t.same(await whoAsks(t, false, CLAIMED), {
      ip: '127.0.0.1',
      host: 'board.example',
      protocol: 'http',
    })
  },
)

t.test(
  'a proxy in front says who asks, and what it was told by them is not believed',
  async (t) => {
    const told = { ...CLAIMED, 'x-forwarded-for': '198.51.100.1, 203.0.113.9' }
    t.same(await whoAsks(t, true, told), {
      ip: '203.0.113.9',
      host: 'elsewhere.example',
      protocol: 'https',
    })
  },
)

t.test('a form goes on as it comes, and its answer comes back whole', async (t) => {
  const { port } = await handingOn(t, async (asked, answer) => {
    const body = Buffer.concat(await asked.toArray()).toString()
    answer.setHeader('set-cookie', ['a=1', 'b=2'])
    answer.writeHead(422, { 'x-said': `${asked.method} ${asked.url}` }).end(`got ${body}`)
  })
  for (const length of [{ 'content-length': 7 }, { 'transfer-encoding': 'chunked' }]) {
    const asked = request({ port, method: 'POST', path: '/sign-in?a=%41', headers: length })
    asked.write('one')
    asked.end(' two')
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    t.equal(answer.statusCode, 422)
    t.equal(answer.headers['x-said'], 'POST /sign-in?a=%41')
    t.same(answer.headers['set-cookie'], ['a=1', 'b=2'])
    t.equal(Buffer.concat(await answer.toArray()).toString(), 'got one two')
  }
})

t.test(
  'R23: what is refused before it has all come is answered, and the rest let go by',
  async (t) => {
    const app = openServer({ ...SETTINGS, trustProxy: false })
    app.post('/', { config: { policy: 'public' } }, async () => 'not reached')
    app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_r, body, done) =>
      done(null, body),
    )
    await app.register(async (scope) => {
      scope.addHook('onRequest', async (_request, reply) => reply.code(413).send('too long'))
      scope.post('/long', { config: { policy: 'public', fromAnywhere: true } }, async () => 'no')
    })
    await app.ready()
    t.teardown(() => app.close())
    const { port } = await handingOn(t, (asked, answer) => app.routing(asked, answer))
    const asked = request({
      port,
      method: 'POST',
      path: '/long',
      headers: { 'content-type': 'text/plain', 'content-length': 1_000_000 },
    })
    asked.on('error', () => {})
    asked.write('a'.repeat(1000))
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    t.equal(answer.statusCode, 413)
    t.equal(Buffer.concat(await answer.toArray()).toString(), 'too long')
    asked.destroy()
  },
)

t.test('while the server of the record does not answer, a page says so', async (t) => {
  const { inside, port } = await handingOn(t, fastify().routing)
  inside.close()
  await once(inside, 'close')
  const asked = request({ port, method: 'POST', path: '/sign-in' }).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  t.equal(answer.statusCode, 503)
  t.match(Buffer.concat(await answer.toArray()).toString(), /Wait a minute/)
  t.match(answer.headers['content-security-policy'], /default-src 'none'/)
})
