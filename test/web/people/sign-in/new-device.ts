import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { type House, openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { codeIn } from './set-up.ts'

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await new Promise((done) => setImmediate(done))
}
const comeIn = async (house: House, browser: Visitor, email: string) => {
  await browser.post('/sign-in', { email })
  const code = codeIn(house.letters.findLast((each) => /code is/.test(each.text))!.text)
  const headers = { 'user-agent': FIREFOX }
  const answer = await browser.post('/sign-in/code', { code }, { headers })
  await settle()
  return answer
}
const told = (house: House) => house.letters.filter((each) => /new device/.test(each.subject))
const buttonIn = (text: string): string =>
  text.match(/http:\/\/127\.0\.0\.1:3000(\/sign-in\/ending\/[\w-]+)/)![1]!

t.test(
  'R25: who signs in on a new device is written to, with a button that ends every session, and not again on one they know',
  async (t) => {
    const house = await openHouse({ t })
    const first = house.stranger()
    await comeIn(house, first, PEOPLE.observer)
    t.same(told(house), [], 'the first time they are here they know')
    await first.post('/sign-out')
    await comeIn(house, first, PEOPLE.observer)
    t.same(told(house), [], 'nor on a device they know')
    const thief = house.stranger()
    await comeIn(house, thief, PEOPLE.observer)
    const [letter, ...more] = told(house)
    t.same(more, [])
    t.equal(letter!.to, PEOPLE.observer)
    t.match(letter!.text, /on 27 January 2022 at \d+\.\d\d, in Firefox on Windows/)
    t.match(letter!.text, 'It was not me')
    const files = readdirSync(house.folder, { withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => readFileSync(join(each.parentPath, each.name), 'latin1'))
      .join('\n')
    t.notMatch(files + letter!.text, /\b10\.0\.\d+\.\d+\b/, 'no address is kept, or sent')

    const button = buttonIn(letter!.text)
    t.notMatch(files, button.split('/').at(-1), 'and of the button a digest')
    const scanner = house.stranger()
    for (let i = 0; i < 50; i++) t.equal((await scanner.get(button)).statusCode, 200)
    t.equal((await thief.get('/desk')).statusCode, 200, 'R21: a scanner ends nothing')
    const mine = house.stranger()
    t.equal((await mine.post(button)).headers.location, button)
    t.match((await mine.get(button)).body, 'You are signed out on every device')
    for (const each of [first, thief])
      t.equal((await each.get('/desk')).headers.location, '/sign-in')

    await comeIn(house, first, PEOPLE.observer)
    t.equal((await first.get('/desk')).statusCode, 200)
    t.equal((await mine.post(button)).statusCode, 303)
    t.equal((await first.get('/desk')).statusCode, 200, 'R31: the button counts once')
    t.equal(told(house).length, 2, 'nothing is known any more, so that they are told again')
    house.clock.pass({ days: 31 })
    t.equal((await mine.post(button)).statusCode, 410)
    t.equal((await mine.get('/sign-in/ending/never-was')).statusCode, 410)
  },
)

t.test('R25: a code on its way is spent by the button as well', async (t) => {
  const house = await openHouse({ t })
  await comeIn(house, house.stranger(), PEOPLE.observer)
  await comeIn(house, house.stranger(), PEOPLE.observer)
  const thief = house.stranger()
  await thief.post('/sign-in', { email: PEOPLE.observer })
  const code = codeIn(house.letters.findLast((each) => /code is/.test(each.text))!.text)
  await house.stranger().post(buttonIn(told(house)[0]!.text))
  t.equal((await thief.post('/sign-in/code', { code })).statusCode, 422)
})

t.test(
  'R25: a browser that somebody else marked before is not known by that mark afterwards',
  async (t) => {
    const house = await openHouse({ t })
    const planted = 'a-mark-that-a-stranger-put-there'
    const phone = house.stranger()
    phone.cookies.set('browser', planted)
    await comeIn(house, phone, PEOPLE.observer)
    t.not(phone.cookies.get('browser'), planted)
    const stranger = house.stranger()
    stranger.cookies.set('browser', planted)
    await comeIn(house, stranger, PEOPLE.observer)
    t.equal(told(house).length, 1, 'it is a new device')
  },
)

t.test(
  'R25: the button takes away the ways in that were added since the new device was there, and says so; older ones stay',
  async (t) => {
    const house = await openHouse({ t })
    const { id } = house.person(PEOPLE.observer)
    const { passkeys, workAccounts, calendars, tableKeys, signIn } = house.store
    const by = () => ({ personId: id, at: house.clock.at() })
    const key = (name: string) =>
      passkeys.record({ credentialId: name, publicKey: 'AA', counter: 0, name }, by())
    await comeIn(house, house.stranger(), PEOPLE.observer)
    workAccounts.record({ tenant: 'T', object: 'mine' }, by())
    house.clock.pass({ days: 1 })
    await comeIn(house, house.stranger(), PEOPLE.observer)
    const button = buttonIn(told(house)[0]!.text)
    key('theirs')
    workAccounts.record({ tenant: 'T', object: 'theirs' }, by())
    signIn.enrol(id, 'SECRET', 1, by())
    calendars.make(by())
    tableKeys.make(by())
    house.clock.pass({ minutes: 5 })

    const mine = house.stranger()
    t.match((await mine.get(button)).body, 'were added since then')
    await mine.post(button)
    t.same(passkeys.list(id), [])
    t.match(workAccounts.list(id), [{ object: 'mine' }])
    t.equal(house.person(PEOPLE.observer).totpSecret, null)
    t.equal(calendars.since(id), null)
    t.same(tableKeys.list(id, house.clock.at()), [])
    const { body } = await mine.get(button)
    for (const words of [
      'passkeys that were added',
      'work accounts that were joined',
      'the authenticator app',
      'the recovery codes',
      'the address of your calendar',
      'the keys with which other tables showed',
      'set up a new passkey or authenticator app',
    ])
      t.match(body, words)
  },
)

t.test(
  'R25: an app, its recovery codes and a passkey from before the new device stay, and nothing is said of them',
  async (t) => {
    const house = await openHouse({ t })
    const { id } = house.person(PEOPLE.observer)
    const { passkeys, signIn } = house.store
    const by = () => ({ personId: id, at: house.clock.at() })
    passkeys.record({ credentialId: 'mine', publicKey: 'AA', counter: 0, name: 'mine' }, by())
    const codes = signIn.enrol(id, 'SECRET', 1, by())
    house.clock.pass({ days: 1 })
    const key = signIn.makeEnding(id, house.clock.at())
    const mine = house.stranger()
    await mine.post(`/sign-in/ending/${key}`)
    t.equal(passkeys.list(id).length, 1)
    t.equal(signIn.appSecret(house.person(PEOPLE.observer)), 'SECRET')
    t.ok(signIn.useRecoveryCode(id, codes[0]!, house.clock.at()))
    t.notMatch((await mine.get(`/sign-in/ending/${key}`)).body, 'These ended too')
  },
)
