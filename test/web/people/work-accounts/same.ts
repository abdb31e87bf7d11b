import { OBJECT } from '../../../support/provider/place.ts'
import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { comeIn, isIn, join, joinedTo, open } from './set-up.ts'

t.test(
  'R25: it is the same person after their name and address changed there, and nobody once they part from it here',
  async (t) => {
    const { provider, house } = await open(t)
    const phone = await join(house, provider, PEOPLE.observer)
    provider.who.email = 'another.name@school.example'
    t.equal((await comeIn(provider, house.stranger())).headers.location, '/desk')
    const [account] = house.store.workAccounts.list(house.person(PEOPLE.observer).id)
    t.equal(
      (await house.signIn(PEOPLE.sergeant).post(`/desk/me/accounts/${account!.id}/ending`))
        .statusCode,
      404,
      'nobody else parts them',
    )
    t.equal((await phone.post(`/desk/me/accounts/${account!.id}/ending`)).statusCode, 303)
    t.equal((await comeIn(provider, house.stranger())).statusCode, 403)
    await join(house, provider, PEOPLE.observer)
    t.equal(
      (await comeIn(provider, house.stranger())).headers.location,
      '/desk',
      'a new invitation joins it again',
    )
  },
)

t.test(
  'R25: an account that nobody was invited with is refused and makes nobody, whatever address it shows',
  async (t) => {
    const { provider, house } = await open(t)
    const before = JSON.stringify(house.store.people.list())
    for (const email of ['someone@elsewhere.example', PEOPLE.coordinator]) {
      provider.who.email = email
      for (const claims of [
        {},
        { email, email_verified: true, upn: email, preferred_username: email, unique_name: email },
      ]) {
        provider.wrong.claims = claims
        const browser = house.stranger()
        const answer = await comeIn(provider, browser)
        t.equal(answer.statusCode, 403)
        t.match(answer.body, 'We do not know this work account')
        t.notOk(await isIn(browser))
      }
    }
    t.equal(JSON.stringify(house.store.people.list()), before)
    t.same(joinedTo(house, PEOPLE.coordinator), [])
  },
)

t.test(
  'R25: the same object in another tenant, and another object in the same tenant, are someone else',
  async (t) => {
    const { provider, house } = await open(t)
    await join(house, provider, PEOPLE.observer)
    provider.who.oid = '00000000-77e2-4f19-a2c8-6e4d9f0b1a33'
    t.equal((await comeIn(provider, house.stranger())).statusCode, 403)
    Object.assign(provider.who, { oid: OBJECT, tid: '00000000-8a41-4b0e-9d57-0c1f5a7b9e21' })
    t.equal((await comeIn(provider, house.stranger())).statusCode, 403)
  },
)

t.test(
  'R7, R25: someone who left is not let in, and who comes back as someone new joins the same account again',
  async (t) => {
    const { provider, house } = await open(t)
    const phone = await join(house, provider, PEOPLE.observer)
    const { id, organisationId } = house.person(PEOPLE.observer)
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    house.store.people.end(id, by)
    t.notOk(await isIn(phone), 'they are out at once')
    t.equal((await comeIn(provider, house.stranger())).statusCode, 403)
    house.store.people.record(
      {
        name: 'The same observer',
        email: 'back@school.example',
        role: 'member',
        approves: false,
        organisationId,
      },
      by,
    )
    await join(house, provider, 'back@school.example')
    const back = house.stranger()
    t.equal((await comeIn(provider, back)).headers.location, '/desk')
    t.match((await back.get('/desk/me')).body, 'back@school.example')
  },
)

t.test(
  'R25: a coordinator still gives the second factor: the account stands for the code alone',
  async (t) => {
    const { provider, house } = await open(t)
    await house.signInTheLongWay(PEOPLE.coordinator)
    const laptop = await join(house, provider, PEOPLE.coordinator)
    t.equal((await laptop.get('/desk')).headers.location, '/sign-in/second-factor')
    t.equal((await laptop.get('/desk/people')).headers.location, '/sign-in/second-factor')
    provider.wrong.claims = { amr: ['pwd', 'mfa'], acr: '1' }
    const again = house.stranger()
    t.equal((await comeIn(provider, again)).headers.location, '/desk')
    t.equal(
      (await again.get('/desk')).headers.location,
      '/sign-in/second-factor',
      'a second factor given elsewhere is not ours',
    )
    t.equal(
      (await again.post('/sign-in/passkey/adding')).statusCode,
      409,
      'nor is one added beside the one that is there',
    )
    house.clock.pass({ seconds: 31 })
    t.equal(
      (await again.post('/sign-in/second-factor', { code: house.numberFor(PEOPLE.coordinator) }))
        .headers.location,
      '/desk',
    )
    t.equal((await again.get('/desk')).statusCode, 200)
  },
)
