import t from 'tap'
import { type House, openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { codeIn } from './set-up.ts'

const codesOf = (house: House): string[] =>
  house.letters.flatMap(({ text }) => (/code is/.test(text) ? [codeIn(text)] : []))
/** As a letter's link is opened, or an address that somebody typed. */
const FROM_OUTSIDE = { headers: { 'sec-fetch-site': 'cross-site' } }
/** All the steps of signing in with a code; where it lands. */
const comeIn = async (
  house: House,
  phone: Visitor,
  email: string = PEOPLE.sergeant,
): Promise<string> => {
  house.clock.pass({ seconds: 11 })
  await phone.post('/sign-in', { email })
  const code = codesOf(house).at(-1)!
  return String((await phone.post('/sign-in/code', { code })).headers.location)
}

t.test('R21, R25: whoever signs in lands on the page that the letter named', async (t) => {
  const house = await openHouse({ t })
  const phone = house.stranger()
  const asked = await phone.get('/desk/actions/17?from=letter', FROM_OUTSIDE)
  t.equal(asked.headers.location, '/sign-in')
  t.equal(await comeIn(house, phone), '/desk/actions/17?from=letter')
  await phone.post('/sign-out')
  t.equal(await comeIn(house, phone), '/desk', 'and once only')
})

t.test('R25: it survives a wrong code, and the second factor on the way', async (t) => {
  const house = await openHouse({ t, demo: false })
  await house.signInTheLongWay(PEOPLE.coordinator)
  house.clock.pass({ minutes: 11 })
  const phone = house.stranger()
  await phone.get('/desk/concerns', FROM_OUTSIDE)
  await phone.post('/sign-in', { email: PEOPLE.coordinator })
  t.equal((await phone.post('/sign-in/code', { code: 'WRONG2' })).statusCode, 422)
  const code = codesOf(house).at(-1)!
  const typed = await phone.post('/sign-in/code', { code })
  t.equal(typed.headers.location, '/desk/concerns')
  t.equal((await phone.get('/desk/concerns')).headers.location, '/sign-in/second-factor')
  const number = { code: house.numberFor(PEOPLE.coordinator) }
  const landed = await phone.post('/sign-in/second-factor', number)
  t.equal(landed.headers.location, '/desk/concerns')
  t.equal((await phone.get('/desk/concerns')).statusCode, 200)
})

t.test('R25: nobody is sent anywhere but to a page of the desk', async (t) => {
  const house = await openHouse({ t })
  for (const target of [
    '/desk//evil.example',
    '/desk/\\evil.example',
    '/desk/%5c%5cevil.example/..//x',
    '/desk/../evil',
    '/desk/actions/1?to=//evil.example',
    '/desk/actions/1?to=https://evil.example',
    '/desk/actions/letters.csv',
    `/desk/actions/${'1'.repeat(600)}`,
  ]) {
    const phone = house.stranger()
    await phone.get(target, FROM_OUTSIDE)
    const landed = await comeIn(house, phone)
    t.match(landed, /^\/desk(\/[\w%-]+)*$/, target)
    t.notMatch(landed, /\/\/|\\|evil\.example(?!\/)/, target)
  }
})

t.test('R25: a target that somebody forged is worth nothing', async (t) => {
  const house = await openHouse({ t })
  const now = Date.parse('2021-10-01T09:00:00Z')
  for (const forged of [
    'https://evil.example',
    '//evil.example',
    `x ${now} //evil.example`,
    `${Buffer.alloc(32).toString('base64url')} ${now} /desk/actions/17`,
    '  ',
  ]) {
    const phone = house.stranger()
    await phone.post('/sign-in', { email: PEOPLE.sergeant })
    const code = codesOf(house).at(-1)!
    phone.cookies.set('onward', forged)
    const landed = await phone.post('/sign-in/code', { code })
    t.equal(landed.headers.location, '/desk', forged)
    house.clock.pass({ seconds: 11 })
  }
  const phone = house.stranger()
  await phone.get('/desk/actions/17', FROM_OUTSIDE)
  const kept = phone.cookies.get('onward')!
  phone.cookies.set('onward', kept.replace('17', '18'))
  t.not(phone.cookies.get('onward'), kept)
  t.equal(await comeIn(house, phone), '/desk', 'one character changed')
})

t.test('R21: only a page that somebody opened: no form, no part, no picture', async (t) => {
  const house = await openHouse({ t })
  const phone = house.stranger()
  await phone.post('/desk/actions/17/updates', { words: 'It is done' })
  await phone.get('/desk/actions/17', { part: true })
  await phone.get('/desk/actions/17', { headers: { 'sec-fetch-dest': 'image' } })
  await phone.get('/desk/actions/17', { headers: { accept: 'application/json' } })
  await phone.head('/desk/actions/17')
  t.equal(await comeIn(house, phone), '/desk')
})

t.test('R25: after half an hour it is forgotten', async (t) => {
  const house = await openHouse({ t })
  const phone = house.stranger()
  await phone.get('/desk/actions/17', FROM_OUTSIDE)
  house.clock.pass({ minutes: 31 })
  t.equal(await comeIn(house, phone), '/desk')
})

t.test('R24: a public page keeps nothing of it', async (t) => {
  const house = await openHouse({ t })
  for (const path of ['/', '/about', '/sign-in'])
    t.equal((await house.stranger().get(path)).headers['set-cookie'], undefined, path)
})

t.test('R25: whoever signs in after someone else does not land where that one was', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.stranger()
  await laptop.get('/desk/concerns', FROM_OUTSIDE)
  t.equal(await comeIn(house, laptop, PEOPLE.observer), '/desk/concerns')
  await laptop.post('/sign-out')
  await laptop.get('/desk/concerns/1')
  t.equal(
    await comeIn(house, laptop, PEOPLE.officer),
    '/desk',
    'they went back to it, and signed in',
  )
})

t.test('R25: whose session ran out goes on where they were, and nobody else does', async (t) => {
  const house = await openHouse({ t })
  for (const [email, page] of [
    [PEOPLE.observer, '/desk/actions/17'],
    [PEOPLE.officer, '/desk'],
  ] as const) {
    const laptop = house.stranger()
    await comeIn(house, laptop, PEOPLE.observer)
    house.clock.pass({ minutes: 31 })
    t.equal((await laptop.get('/desk/actions/17')).headers.location, '/sign-in')
    t.equal(await comeIn(house, laptop, email), page, email)
  }
})

t.test('R25: what someone opened halfway through signing in is for them alone', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.stranger()
  await comeIn(house, laptop)
  t.equal((await laptop.get('/desk/concerns/1')).headers.location, '/sign-in/second-factor')
  t.equal(await comeIn(house, laptop, PEOPLE.observer), '/desk')
})
