import { PassThrough } from 'node:stream'
import t from 'tap'
import { openHouse, PEOPLE } from '../support/house.ts'

const FORM = {
  method: 'POST' as const,
  url: '/tell-us',
  payload: 'text=Hello&area=&name=&reach=',
}
const TYPE = { 'content-type': 'application/x-www-form-urlencoded' }

t.test('a form comes from our own address, whatever host the request names', async (t) => {
  const house = await openHouse({ t, publicUrl: 'https://table.example' })
  const sent = async (headers: Record<string, string>): Promise<number> =>
    (await house.app.inject({ ...FORM, headers: { ...TYPE, ...headers } })).statusCode
  t.equal(await sent({ host: 'table.example', origin: 'https://table.example' }), 303)
  t.equal(await sent({ host: 'evil.example', origin: 'https://evil.example' }), 403)
  t.equal(await sent({ host: 'table.example', origin: 'http://table.example' }), 403)
  t.equal(await sent({ host: 'table.example' }), 403)
})

t.test('who came by https once comes by it always, and nobody else is told to', async (t) => {
  const header = 'strict-transport-security'
  const secure = await openHouse({ t, publicUrl: 'https://table.example' })
  for (const path of ['/', '/desk', '/healthz', '/no-such-page', '/report/no-such-link'])
    t.equal((await secure.stranger().get(path)).headers[header], 'max-age=31536000', path)
  const plain = await openHouse({ t })
  t.equal((await plain.stranger().get('/')).headers[header], undefined)
})

t.test('who is turned away stands in the log, without an address or a word', async (t) => {
  const log: string[] = []
  const house = await openHouse({
    t,
    logTo: new PassThrough().on('data', (line) => log.push(String(line))),
  })
  await house.signIn(PEOPLE.observer).post('/desk/organisations', { name: 'Zebra club' })
  await house.app.inject({ ...FORM, headers: { ...TYPE, host: 'evil.example' } })
  const guess = { ...FORM, url: '/tell-us/what-became-of-it', payload: 'reference=AAAAA-AAAAA' }
  const site = { ...TYPE, host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }
  for (let i = 0; i < 12; i++) await house.app.inject({ ...guess, headers: site })
  const all = log.join('')
  t.match(all, '"refused":429,"method":"POST","route":"/tell-us/what-became-of-it"')
  t.notMatch(all, /AAAAA/)
  t.match(all, '"refused":403,"method":"POST","route":"/desk/organisations"')
  t.match(all, '"refused":403,"method":"POST","route":"/tell-us"')
  t.notMatch(all, /Zebra|evil|127\.0\.0\.1|10\.0\.0/)
})

t.test(
  'R27: whoever names another browser each time guesses a resident’s code no more often',
  async (t) => {
    const house = await openHouse({ t })
    const statuses: number[] = []
    for (let i = 0; i < 300; i++) {
      const { statusCode } = await house.app.inject({
        ...FORM,
        url: '/tell-us/what-became-of-it',
        payload: `reference=AAAAA-AAA${i}`,
        remoteAddress: '192.0.2.7',
        headers: {
          ...TYPE,
          host: '127.0.0.1:3000',
          'sec-fetch-site': 'same-origin',
          'user-agent': `browser ${i}`,
          'x-forwarded-for': `198.51.100.${i}`,
        },
      })
      statuses.push(statusCode)
    }
    t.equal(
      statuses.filter((each) => each === 422).length,
      40,
      'a line has 40 in a quarter of an hour',
    )
    t.equal(statuses.filter((each) => each === 429).length, 260)
  },
)

t.test('an address with a number that is not one is not there', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  t.equal((await laptop.get('/desk/concerns/1')).statusCode, 200)
  for (const id of ['0x1', '1e0', '01', '1.0', '%201', '-1', '9'.repeat(40)])
    t.equal((await laptop.get(`/desk/concerns/${id}`)).statusCode, 404, id)
})
