import Database from 'better-sqlite3'
import t from 'tap'
import { type Fields, type House, openHouse, PEOPLE } from '../../../support/house.ts'
import {
  answerIn,
  comeIn,
  everyRow,
  goBack,
  invite,
  join,
  leave,
  open,
  RETURN,
  visit,
} from './set-up.ts'

/** Moves with every change that anyone commits to the record. */
const watching = (house: House) => {
  const record = new Database(house.file, { readonly: true })
  return {
    version: (): unknown => record.pragma('data_version', { simple: true }),
    tables: (): string => everyRow(record),
    close: () => record.close(),
  }
}

t.test('R21: a form from another site starts no visit, ends none and joins nothing', async (t) => {
  const { provider, house } = await open(t)
  const link = await invite(house, PEOPLE.observer)
  const phone = house.stranger()
  const path = await visit(provider, await leave(phone, link))
  const answer = answerIn(await phone.get(path))
  const record = watching(house)
  const before = record.version()
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': undefined, origin: 'https://evil.example' },
    { 'sec-fetch-site': undefined },
  ]) {
    for (const [address, fields] of [
      ['/sign-in/account', {}],
      [`${link}/account`, {}],
      [RETURN, { answer }],
    ] as const)
      t.equal((await phone.post(address, fields, { headers })).statusCode, 403)
  }
  t.equal(record.version(), before)
  record.close()
  t.equal(
    (await phone.post(RETURN, { answer })).headers.location,
    '/desk',
    'and the visit is not spent',
  )
})

t.test(
  'R21: opening the invitation or the address of return, by anyone and any number of times, changes no row',
  async (t) => {
    const { provider, house } = await open(t)
    const link = await invite(house, PEOPLE.observer)
    const phone = house.stranger()
    const path = await visit(provider, await leave(phone, link))
    const record = watching(house)
    const [version, tables] = [record.version(), record.tables()]
    for (const browser of [phone, house.stranger()]) {
      for (const address of [
        link,
        path,
        RETURN,
        `${RETURN}?error=access_denied&state=x`,
        `${RETURN}?${'a'.repeat(15_000)}`,
        '/sign-in',
      ]) {
        t.ok((await browser.get(address)).statusCode < 400)
        await browser.head(address)
      }
      for (const address of ['/sign-in/account', `${link}/account`])
        t.equal((await browser.get(address)).statusCode, 404)
    }
    t.equal(record.version(), version)
    t.equal(record.tables(), tables)
    record.close()
    t.equal((await goBack(phone, path)).headers.location, '/desk', 'a scanner spent nothing')
  },
)

t.test('what comes back is shown as words and never as a page of its own', async (t) => {
  const { provider, house } = await open(t)
  const phone = house.stranger()
  await leave(phone)
  const page = await phone.get(`${RETURN}?code="><script>alert(1)</script>&state='onload=x`)
  t.notMatch(page.body, '<script>alert')
  t.equal(page.headers['cache-control'], 'no-store')
  t.equal(page.headers['referrer-policy'], 'same-origin')
  for (const fields of [
    {},
    { answer: '' },
    { answer: 'a'.repeat(15_000) },
    { answer: ['code=a', 'code=b'] },
    { answer: 'code=a', next: 'https://evil.example' },
  ] as Fields[])
    t.equal((await phone.post(RETURN, fields)).statusCode, 400)
  provider.wrong.says = 'access_denied'
  provider.wrong.adds = { error_description: '<b>AADSTS65004: the user declined</b>' }
  const answer = await comeIn(provider, phone)
  t.equal(answer.statusCode, 403)
  t.notMatch(answer.body, 'AADSTS')
})

t.test('R23: a code as long as Microsoft’s longest comes through', async (t) => {
  const { provider, house } = await open(t)
  await join(house, provider, PEOPLE.observer)
  provider.wrong.adds = { session_state: 'a'.repeat(12_000) }
  t.equal((await comeIn(provider, house.stranger())).headers.location, '/desk')
})

t.test('R25: thirty visits in a quarter of an hour are enough for one address', async (t) => {
  const { house } = await open(t)
  for (const path of ['/sign-in/account', RETURN]) {
    const browser = house.stranger()
    const statuses: number[] = []
    for (let i = 0; i < 31; i++)
      statuses.push(
        (await browser.post(path, path === RETURN ? { answer: 'code=a&state=b' } : {})).statusCode,
      )
    t.same([statuses[29] === 429, statuses[30]], [false, 429], path)
  }
})

t.test(
  'without the settings none of the addresses are there, and no page offers them',
  async (t) => {
    const house = await openHouse({ t })
    const link = await invite(house, PEOPLE.observer)
    const browser = house.stranger()
    for (const address of ['/sign-in/account', RETURN, `${link}/account`]) {
      t.equal((await browser.post(address, { answer: 'x' })).statusCode, 404)
      t.equal((await browser.get(address)).statusCode, 404)
    }
    for (const address of ['/sign-in', link])
      t.notMatch((await browser.get(address)).body, 'work account')
  },
)
