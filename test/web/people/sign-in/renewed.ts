import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'

t.test(
  'R25: a session goes on under another name once the second factor is given, so that who fixed or saw it halfway has nothing',
  async (t) => {
    const house = await openHouse({ t })
    await house.signInTheLongWay(PEOPLE.coordinator)
    house.clock.pass({ seconds: 31 })
    const laptop = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    const thief = house.stranger()
    const halfway = laptop.cookies.get('session')!
    thief.cookies.set('session', halfway)
    const page = await laptop.get('/sign-in/second-factor')
    const once = page.body.match(/name="once" value="([^"]+)"/)![1]!
    const number = { code: house.numberFor(PEOPLE.coordinator), once }
    const given = await laptop.post('/sign-in/second-factor', number)
    t.equal(given.headers.location, '/desk')
    t.not(laptop.cookies.get('session'), halfway)
    t.equal((await laptop.get('/desk')).statusCode, 200)
    t.equal((await thief.get('/desk')).headers.location, '/sign-in', 'the one from before is dead')
    t.equal(
      (await thief.post('/sign-in/second-factor', { code: number.code })).statusCode,
      403,
      'and its number does not bring it back',
    )

    const slow = house.stranger()
    slow.cookies.set('session', halfway)
    const again = await slow.post('/sign-in/second-factor', number)
    t.equal(again.headers.location, '/desk', 'R31: the same form sent twice is one')
    t.equal(slow.cookies.get('session'), laptop.cookies.get('session'))
    house.clock.pass({ minutes: 3 })
    const later = house.stranger()
    later.cookies.set('session', halfway)
    t.equal((await later.post('/sign-in/second-factor', number)).statusCode, 403)
  },
)

t.test('R25: setting up the app renews the session as well', async (t) => {
  const house = await openHouse({ t })
  const laptop = await house.signInTheLongWay(PEOPLE.coordinator)
  const [session, ...more] = house.store.signIn.liveSessions(
    house.person(PEOPLE.coordinator).id,
    house.clock.at(),
  )
  t.same(more, [])
  t.ok(session!.secondFactorAt)
  t.equal((await laptop.get('/desk')).statusCode, 200)
  t.equal(house.store.signIn.findSession(laptop.cookies.get('session')!)!.id, session!.id)
})
