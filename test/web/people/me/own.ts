import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { HOST, me, open } from './set-up.ts'

t.test(
  'R25: a passkey is removed by its owner alone, and the last one stays with whoever needs it',
  async (t) => {
    const house = await open(t)
    const record = (email: string, name: string) =>
      house.store.passkeys.record(
        { credentialId: `${email} ${name}`, publicKey: 'x', counter: 0, name },
        { personId: house.person(email).id, at: house.clock.at() },
      )
    const keys = (email: string) => house.store.passkeys.list(house.person(email).id)
    record(PEOPLE.coordinator, 'Phone')
    record(PEOPLE.observer, 'Tablet <i>')
    const laptop = house.signIn(PEOPLE.coordinator)
    const observer = house.signIn(PEOPLE.observer)
    t.equal(
      (await observer.post(`/desk/me/passkeys/${keys(PEOPLE.coordinator)[0]!.id}/ending`))
        .statusCode,
      404,
    )
    t.match(await me(observer), 'Passkey: Tablet &lt;i')
    t.match(await me(laptop), 'This passkey is your only second step')
    const only = await laptop.post(`/desk/me/passkeys/${keys(PEOPLE.coordinator)[0]!.id}/ending`)
    t.equal(only.statusCode, 409)
    t.match(only.body, 'This is your only second step')
    record(PEOPLE.coordinator, 'Laptop')
    t.equal(
      (await laptop.post(`/desk/me/passkeys/${keys(PEOPLE.coordinator)[0]!.id}/ending`)).headers
        .location,
      '/desk/me',
      'with another it goes',
    )
    t.match(keys(PEOPLE.coordinator), [{ name: 'Laptop' }])
    house.store.signIn.enrol(
      house.person(PEOPLE.coordinator).id,
      'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      1,
      { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() },
    )
    t.equal(
      (await laptop.post(`/desk/me/passkeys/${keys(PEOPLE.coordinator)[0]!.id}/ending`)).headers
        .location,
      '/desk/me',
      'and with the app',
    )
    t.match(await me(laptop), 'An authenticator app')
    t.equal(
      (await observer.post(`/desk/me/passkeys/${keys(PEOPLE.observer)[0]!.id}/ending`)).headers
        .location,
      '/desk/me',
      'an observer needs none',
    )
    t.same([...keys(PEOPLE.coordinator), ...keys(PEOPLE.observer)], [])
    t.equal(
      house.store.journal.list(1).filter((line) => line.verb === 'removed a passkey of').length,
      3,
    )
  },
)

t.test(
  'R25: someone whose only second factor is a passkey sets up the app as well, from their own page',
  async (t) => {
    const house = await open(t)
    const { id } = house.person(PEOPLE.coordinator)
    house.store.passkeys.record(
      { credentialId: 'a', publicKey: 'x', counter: 0, name: 'Phone' },
      { personId: id, at: house.clock.at() },
    )
    const laptop = house.signIn(PEOPLE.coordinator)
    t.match(await me(laptop), 'href="/sign-in/second-factor/app"')
    t.match((await laptop.get('/sign-in/second-factor/app')).body, 'Show me the square to scan')
    t.equal(
      (await laptop.post('/sign-in/second-factor/app')).headers.location,
      '/sign-in/second-factor/app',
    )
    t.match((await laptop.get('/sign-in/second-factor/app')).body, 'Six digits')
  },
)

t.test(
  'a calendar address is shown once, another takes its place, and ending it ends it',
  async (t) => {
    const house = await open(t)
    const sergeant = house.signIn(PEOPLE.sergeant)
    const make = async (): Promise<string> =>
      /<code class="address">([^<]+)<\/code>/.exec(
        (
          await sergeant.post('/desk/me/calendar', {
            since: house.store.calendars.since(house.person(PEOPLE.sergeant).id) ?? '',
          })
        ).body,
      )![1]!
    const read = async (address: string): Promise<number> =>
      (await house.stranger().get(address.slice(HOST.length))).statusCode
    t.match(await me(sergeant), 'Make my address')
    const first = await make()
    t.match(first, new RegExp(`^${HOST}/calendar/[\\w-]{32}\\.ics$`))
    t.equal(await read(first), 200)
    const page = await me(sergeant)
    t.notMatch(page, first, 'and never again')
    t.match(page, 'Make a new address')
    const second = await make()
    t.not(second, first)
    t.same([await read(first), await read(second)], [404, 200])
    t.equal(
      (await sergeant.post('/desk/me/calendar')).headers.location,
      '/desk/me',
      'the page that showed it, loaded again, makes no other',
    )
    t.equal(await read(second), 200)
    t.equal(
      (await house.signIn(PEOPLE.officer).post('/desk/me/calendar/ending')).headers.location,
      '/desk/me',
    )
    t.equal(await read(second), 200, 'nobody else ends it')
    t.equal((await sergeant.post('/desk/me/calendar/ending')).headers.location, '/desk/me')
    t.equal(await read(second), 404)
    t.match(await me(sergeant), 'Make my address')
    t.equal((await sergeant.post('/desk/me/calendar', { for: '1' })).statusCode, 400)
  },
)

t.test(
  'R14: whoever has held a seat is named as a past holder only if they say so, and may take it back',
  async (t) => {
    const house = await open(t)
    const { id } = house.person(PEOPLE.sergeant)
    const sergeant = house.signIn(PEOPLE.sergeant)
    const isTicked = async () => /name="alumni" value="yes" checked/.test(await me(sergeant))
    t.notOk(await isTicked(), 'R9: no by default')
    t.equal(
      (await sergeant.post('/desk/me/alumni', { alumni: 'yes' })).headers.location,
      '/desk/me',
    )
    t.ok(await isTicked())
    t.ok(house.store.batons.alumni().includes(id))
    t.equal((await sergeant.post('/desk/me/alumni', { alumni: 'certainly' })).statusCode, 422)
    t.equal(
      (await sergeant.post('/desk/me/alumni', { alumni: 'yes', personId: '1' })).statusCode,
      400,
    )
    t.same(house.store.batons.alumni(), [id])
    await sergeant.post('/desk/me/alumni')
    t.notOk(await isTicked())
    t.same(house.store.batons.alumni(), [])
  },
)

t.test('R21: opening one’s own page changes nothing, whoever one is', async (t) => {
  const house = await open(t)
  for (const email of Object.values(PEOPLE)) {
    const browser = house.signIn(email)
    const before = house.store.journal.lastId()
    t.equal((await browser.get('/desk/me')).statusCode, 200, email)
    t.equal(house.store.journal.lastId(), before)
  }
  t.equal((await house.stranger().get('/desk/me')).headers.location, '/sign-in')
})
