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
  const all = log.join('')
  t.match(all, '"refused":403,"method":"POST","route":"/desk/organisations"')
  t.match(all, '"refused":403,"method":"POST","route":"/tell-us"')
  t.notMatch(all, /Zebra|evil|127\.0\.0\.1|10\.0\.0/)
})

t.test('an address with a number that is not one is not there', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  t.equal((await laptop.get('/desk/concerns/1')).statusCode, 200)
  for (const id of ['0x1', '1e0', '01', '1.0', '%201', '-1', '9'.repeat(40)])
    t.equal((await laptop.get(`/desk/concerns/${id}`)).statusCode, 404, id)
})
