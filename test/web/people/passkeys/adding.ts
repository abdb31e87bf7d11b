import t from 'tap'
import { type Fields, PEOPLE } from '../../../support/house.ts'
import { add, askToAdd, device, isIn, keysOf, open, use, withKey } from './set-up.ts'

t.test('R25: beside a factor that is there a mailbox alone adds none, in any way', async (t) => {
  const house = await open(t)
  const person = house.person(PEOPLE.coordinator)
  await withKey(house, PEOPLE.coordinator)
  const thief = house.signIn(PEOPLE.coordinator, { secondFactor: false })
  t.equal(
    (await thief.post('/sign-in/passkey/adding')).statusCode,
    403,
    'no passkey beside a passkey',
  )
  t.equal(
    (await thief.post('/sign-in/passkey/new', { credential: '{}', name: 'x' })).statusCode,
    403,
  )
  t.equal(
    (await thief.get('/sign-in/second-factor/app')).headers.location,
    '/sign-in/second-factor',
    'no app beside a passkey',
  )
  for (const fields of [{}, { code: '000000' }] as Fields[])
    t.equal(
      (await thief.post('/sign-in/second-factor/app', fields)).headers.location,
      '/sign-in/second-factor',
    )
  t.equal(house.store.people.find(person.id)!.totpSecret, null)
  t.equal(
    (await thief.post(`/desk/me/passkeys/${keysOf(house, PEOPLE.coordinator)[0]!.id}/ending`))
      .headers.location,
    '/sign-in/second-factor',
    'and takes none away',
  )
  t.equal(keysOf(house, PEOPLE.coordinator).length, 1)

  const manager = house.person(PEOPLE.approver)
  house.store.signIn.enrol(manager.id, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 1, {
    personId: manager.id,
    at: house.clock.at(),
  })
  t.equal(
    (await house.signIn(PEOPLE.approver, { secondFactor: false }).post('/sign-in/passkey/adding'))
      .statusCode,
    403,
    'no passkey beside an app',
  )
})

t.test(
  'R25: a mailbox that asked to add while nothing was there is too late once something is',
  async (t) => {
    const house = await open(t)
    const thief = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    const asked = await askToAdd(thief)
    await thief.post('/sign-in/second-factor/app')
    await withKey(house, PEOPLE.coordinator)
    t.equal(
      (await thief.post('/sign-in/passkey/new', { credential: device().create(asked), name: 'x' }))
        .statusCode,
      403,
    )
    t.equal(
      (await thief.post('/sign-in/second-factor/app', { code: '123456' })).headers.location,
      '/sign-in/second-factor',
      'the app’s secret it was shown is no use either',
    )
    t.equal(keysOf(house, PEOPLE.coordinator).length, 1)
  },
)

t.test(
  'R25: of two mailboxes that answer at the same moment one adds the first factor, and the other adds nothing',
  async (t) => {
    const house = await open(t)
    const browsers = [1, 2].map(() => house.signIn(PEOPLE.coordinator, { secondFactor: false }))
    const answers = await Promise.all(
      browsers.map(async (browser) => device().create(await askToAdd(browser))),
    )
    const all = await Promise.all(
      browsers.map((browser, i) =>
        browser.post('/sign-in/passkey/new', { credential: answers[i]!, name: 'x' }),
      ),
    )
    t.same(all.map((each) => each.statusCode).toSorted(), [200, 403])
    t.equal(keysOf(house, PEOPLE.coordinator).length, 1)
  },
)

t.test(
  'R25: a member who came by the mailbox alone neither adds nor removes, and does both once the passkey has answered',
  async (t) => {
    const house = await open(t)
    const { key } = await withKey(house, PEOPLE.observer)
    const [kept] = keysOf(house, PEOPLE.observer)
    const mailbox = house.signIn(PEOPLE.observer, { secondFactor: false })
    t.ok(await isIn(mailbox), 'a member needs no second factor to work')
    const page = (await mailbox.get('/desk/me')).body
    t.match(page, 'show first that it is you')
    t.notMatch(page, `/desk/me/passkeys/${kept!.id}/ending`)
    t.notMatch(page, '/sign-in/passkey/adding')
    t.equal((await mailbox.post(`/desk/me/passkeys/${kept!.id}/ending`)).statusCode, 403)
    t.equal((await mailbox.post('/sign-in/passkey/adding')).statusCode, 403)
    t.equal(keysOf(house, PEOPLE.observer).length, 1)
    t.match((await mailbox.get('/sign-in/second-factor')).body, 'Use my passkey')
    t.equal((await use(mailbox, key)).headers.location, '/desk')
    t.equal((await add(mailbox, device(), {}, '')).headers.location, '/desk/me')
    t.equal(
      (await mailbox.post(`/desk/me/passkeys/${kept!.id}/ending`)).headers.location,
      '/desk/me',
    )
    t.match(keysOf(house, PEOPLE.observer), [{ name: 'A browser on another device' }])
  },
)

t.test(
  'R25: adding belongs to the session that asked: not to another person’s, nor to none, nor to one that has ended',
  async (t) => {
    const house = await open(t)
    const sergeant = house.signIn(PEOPLE.sergeant)
    const asked = await askToAdd(sergeant)
    t.equal(asked.user.name, PEOPLE.sergeant)
    const officer = house.signIn(PEOPLE.officer)
    officer.cookies.set('__Host-passkey', sergeant.cookies.get('__Host-passkey')!)
    t.equal(
      (await officer.get('/sign-in/passkey/new')).headers.location,
      '/desk/me',
      'the page shows nobody else’s address',
    )
    t.equal(
      (
        await officer.post('/sign-in/passkey/new', {
          credential: device().create(asked),
          name: 'x',
        })
      ).statusCode,
      422,
    )
    t.same([...keysOf(house, PEOPLE.officer), ...keysOf(house, PEOPLE.sergeant)], [])

    t.equal((await house.stranger().post('/sign-in/passkey/adding')).statusCode, 403)
    const leaving = house.signIn(PEOPLE.sergeant)
    const question = await askToAdd(leaving)
    const session = leaving.cookies.get('__Host-session')!
    await leaving.post('/sign-out')
    t.equal(
      (await leaving.get('/sign-in/passkey/new')).headers.location,
      '/desk/me',
      'after signing out the page is gone',
    )
    leaving.cookies.set('__Host-session', session)
    t.equal(
      (
        await leaving.post('/sign-in/passkey/new', {
          credential: device().create(question),
          name: 'x',
        })
      ).statusCode,
      403,
    )
    t.same(keysOf(house, PEOPLE.sergeant), [])
  },
)
