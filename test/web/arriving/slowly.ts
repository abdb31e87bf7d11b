import t from 'tap'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { FILE_BEGINS, headOf, lineTo, listening } from './set-up.ts'

t.test(
  'the house waits a minute for a form, and no longer, looking every other second',
  async (t) => {
    const { app } = await openHouse({ t })
    t.match(app.server, {
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 10_000,
    })
    t.equal(
      (app.server as { connectionsCheckingInterval?: number }).connectionsCheckingInterval,
      2000,
    )
  },
)

t.test(
  'R23: whoever sends a letter at a time is told that it took too long, and the line is free',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    // The same waiting, only shorter.
    Object.assign(house.app.server, {
      headersTimeout: 200,
      requestTimeout: 400,
      connectionsCheckingInterval: 50,
    })
    const port = await listening(house)
    const path = '/desk/leaflets/1/files'
    const dribbled = async (begins: string, then: string) => {
      const line = lineTo(port)
      line.say(begins)
      const drip = setInterval(() => line.say(then), 30)
      const heard = await line.ended()
      clearInterval(drip)
      return heard
    }
    const slow = /^HTTP\/1.1 408 [^]*took too long[^]*<\/html>$/
    t.match(await dribbled('GET / HTTP/1.1\r\nX: ', 'x'), slow, 'a head that never ends')
    t.match(await dribbled(headOf(path, 9000, laptop) + FILE_BEGINS, 'x'), slow, 'a file')
    t.match(await dribbled(headOf('/desk/bringing-in', 9000, laptop), '-'), slow, 'a list')
    const chunk = '5\r\nxxxxx\r\n'
    t.match(await dribbled(headOf(path, 'chunked', laptop), chunk), slow, 'one of no length')
    t.match(await dribbled(headOf(path, 9000), 'x'), /^HTTP\/1.1 303 /, 'and what was refused')
    t.match(await dribbled('NOT A REQUEST\r\n\r\n', ''), /^HTTP\/1.1 400 [^]*did not arrive whole/)
    t.match(
      await dribbled(`GET / HTTP/1.1\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`, ''),
      /^HTTP\/1.1 431 /,
    )
    t.equal((await house.stranger().get('/')).statusCode, 200)
  },
)
