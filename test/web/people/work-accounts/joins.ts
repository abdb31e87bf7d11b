import { OBJECT, TENANT } from '../../../support/provider/place.ts'
import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import {
  comeIn,
  goBack,
  invite,
  isIn,
  join,
  joinedTo,
  leave,
  open,
  plain,
  RETURN,
  visit,
} from './set-up.ts'

t.test(
  'R25: an observer from the school joins a work account by the invitation, and from then on it lets them in without a code',
  async (t) => {
    const { provider, house } = await open(t)
    const people = house.store.people.list().length
    const link = await invite(house, PEOPLE.observer)
    const phone = house.stranger()
    t.match((await phone.get(link)).body, 'Use my work account')
    const page = await phone.post(`${link}/account`)
    t.match(
      page.body,
      /<meta http-equiv="refresh" content="0;url=http:/,
      'no script is needed to go on',
    )
    const asked = new URL(plain(page.body.match(/<a class="button" href="([^"]+)"/)![1]!))
      .searchParams
    t.same(
      [
        asked.get('scope'),
        asked.get('response_type'),
        asked.get('code_challenge_method'),
        asked.get('redirect_uri'),
      ],
      ['openid profile', 'code', 'S256', `http://127.0.0.1:3000${RETURN}`],
    )
    t.equal((await comeIn(provider, phone, link)).headers.location, '/desk')
    t.match((await phone.get('/desk/me')).body, 'Your work account')
    t.same(joinedTo(house, PEOPLE.observer), [{ tenant: TENANT, object: OBJECT }])

    const letters = house.letters.length
    const laptop = house.stranger()
    t.match((await laptop.get('/sign-in')).body, 'Use my work account')
    t.equal((await comeIn(provider, laptop)).headers.location, '/desk')
    t.ok(await isIn(laptop))
    const [device, ...more] = house.letters.slice(letters)
    t.match(device!.subject, 'you signed in on a new device', 'they are told of it')
    t.same(more, [], 'and no code was sent')
    t.equal(house.store.people.list().length, people, 'and nobody was made')
    t.equal(
      house.store.workAccounts.list(house.person(PEOPLE.observer).id).length,
      1,
      'the account is joined once',
    )
  },
)

t.test(
  'R25: an invitation joins an account once, within seven days, and not after a newer one was sent',
  async (t) => {
    const { provider, house } = await open(t)
    const used = await invite(house, PEOPLE.observer)
    t.equal((await comeIn(provider, house.stranger(), used)).headers.location, '/desk')
    t.equal((await house.stranger().post(`${used}/account`)).statusCode, 410, 'used')

    provider.who.oid = 'sergeant'
    const older = await invite(house, PEOPLE.sergeant)
    const newer = await invite(house, PEOPLE.sergeant)
    t.equal(
      (await house.stranger().post(`${older}/account`)).statusCode,
      410,
      'a newer one takes its place',
    )
    house.clock.pass({ days: 6, hours: 23 })
    const late = house.stranger()
    const path = await visit(provider, await leave(late, newer))
    house.clock.pass({ hours: 1 })
    t.equal((await house.stranger().post(`${newer}/account`)).statusCode, 410, 'seven days')
    house.clock.pass({ minutes: -55 })
    const again = house.stranger()
    const back = await visit(provider, await leave(again, newer))
    house.clock.pass({ minutes: 9 })
    t.equal(
      (await goBack(again, back)).headers.location,
      '/desk',
      'six days and some hours are in time',
    )
    t.equal(
      (await goBack(late, path)).statusCode,
      403,
      'a way out and back is good for ten minutes',
    )
  },
)

t.test(
  'R25: an invitation that runs out, or is taken up, while its reader is at the provider joins nothing',
  async (t) => {
    const { provider, house } = await open(t)
    const link = await invite(house, PEOPLE.observer)
    house.clock.pass({ days: 6, hours: 23, minutes: 55 })
    const late = house.stranger()
    const path = await visit(provider, await leave(late, link))
    house.clock.pass({ minutes: 6 })
    t.equal((await goBack(late, path)).statusCode, 410)
    t.same(joinedTo(house, PEOPLE.observer), [])

    const next = await invite(house, PEOPLE.observer)
    const [first, second] = [house.stranger(), house.stranger()]
    const one = await visit(provider, await leave(first, next))
    provider.who.oid = 'second'
    const two = await visit(provider, await leave(second, next))
    const answers = await Promise.all([goBack(first, one), goBack(second, two)])
    t.same(
      answers.map((each) => each.statusCode).toSorted(),
      [303, 410],
      'two accounts at once: one of them',
    )
    t.equal(joinedTo(house, PEOPLE.observer).length, 1)
  },
)

t.test(
  'R25: an account that is someone else’s here is not joined to a second person',
  async (t) => {
    const { provider, house } = await open(t)
    await join(house, provider, PEOPLE.observer)
    const browser = house.stranger()
    const link = await invite(house, PEOPLE.sergeant)
    const answer = await comeIn(provider, browser, link)
    t.equal(answer.statusCode, 409)
    t.notOk(await isIn(browser))
    t.same(joinedTo(house, PEOPLE.sergeant), [])
    provider.who.oid = 'sergeant'
    t.equal(
      (await comeIn(provider, browser, link)).headers.location,
      '/desk',
      'the invitation is still good for the right one',
    )
  },
)

t.test(
  'R25: someone who is ended while they are at the provider is joined to nothing',
  async (t) => {
    const { provider, house } = await open(t)
    const phone = house.stranger()
    const path = await visit(provider, await leave(phone, await invite(house, PEOPLE.observer)))
    const { id } = house.person(PEOPLE.observer)
    house.store.people.end(id, {
      personId: house.person(PEOPLE.coordinator).id,
      at: house.clock.at(),
    })
    const last = house.store.journal.lastId()
    t.equal((await goBack(phone, path)).statusCode, 410)
    t.same(house.store.workAccounts.list(id), [])
    t.same(
      house.store.journal.since(last).map(({ verb, noun }) => `${verb} ${noun}`),
      ['came back to sign in by account'],
    )
  },
)

t.test('R25: whoever was going somewhere lands there with a work account too', async (t) => {
  const { provider, house } = await open(t)
  await join(house, provider, PEOPLE.observer)
  const phone = house.stranger()
  await phone.get('/desk/actions/17', { headers: { 'sec-fetch-site': 'none' } })
  t.equal((await comeIn(provider, phone)).headers.location, '/desk/actions/17')
})
