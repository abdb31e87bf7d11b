import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import {
  add,
  answer,
  askToSign,
  device,
  isIn,
  keysOf,
  open,
  questionOn,
  refusedIn,
  use,
  withKey,
} from './set-up.ts'

t.test(
  'R25: a coordinator adds a passkey in place of the app, keeps recovery codes, and from then on it alone lets them in',
  async (t) => {
    const house = await open(t)
    const laptop = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    t.equal((await laptop.get('/desk')).headers.location, '/sign-in/second-factor')
    t.equal(
      (await laptop.get('/sign-in/second-factor')).headers.location,
      '/sign-in/second-factor/app',
    )
    t.match((await laptop.get('/sign-in/second-factor/app')).body, 'Add a passkey instead')
    const key = device()
    const codes = await add(laptop, key)
    t.equal(codes.statusCode, 200)
    const shown = [...codes.body.matchAll(/<li class="code">(\w{5}) (\w{5})<\/li>/g)]
    t.equal(shown.length, 10)
    t.ok(await isIn(laptop), 'and is in at once')
    t.match(keysOf(house, PEOPLE.coordinator), [{ name: 'My phone', usedAt: null }])

    const other = house.stranger()
    t.match((await other.get('/sign-in')).body, 'Use a passkey')
    t.equal((await use(other, key)).headers.location, '/desk')
    t.ok(await isIn(other), 'no code and no number is asked')
    t.ok(keysOf(house, PEOPLE.coordinator)[0]!.usedAt)
    const lines = house.store.journal.list(1).map((line) => line.verb)
    for (const verb of ['added a passkey of', 'used a passkey of', 'signed in'])
      t.ok(lines.includes(verb), verb)

    const lost = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    t.match((await lost.get('/sign-in/second-factor')).body, 'A recovery code')
    t.equal(
      (await lost.post('/sign-in/second-factor', { code: `${shown[0]![1]} ${shown[0]![2]}` }))
        .headers.location,
      '/desk',
    )
    t.ok(await isIn(lost), 'a recovery code stands in for a passkey that is lost')
  },
)

t.test(
  'R25: a passkey is the second step after the code, for the person whose code it was',
  async (t) => {
    const house = await open(t)
    const { key } = await withKey(house, PEOPLE.coordinator)
    const { key: foreign } = await withKey(house, PEOPLE.approver)
    const halfway = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    t.match((await halfway.get('/sign-in/second-factor')).body, 'Use my passkey')
    const no = await use(halfway, foreign)
    refusedIn(t, no, 'another person’s passkey')
    t.match(
      no.body,
      '<a href="/sign-in/second-factor">Go in another way',
      'and the page goes back to the second step',
    )
    t.notOk(await isIn(halfway))
    const before = halfway.cookies.get('__Host-session')
    t.equal(
      (await answer(halfway, key.get(questionOn(no)))).headers.location,
      '/desk',
      'the refusal came with a new question, which the right one answers',
    )
    t.not(halfway.cookies.get('__Host-session'), before, 'under a token of its own')
    t.ok(await isIn(halfway))
  },
)

t.test(
  'R25: a code that is on its way is still good for someone who tried a passkey meanwhile',
  async (t) => {
    const house = await open(t)
    const phone = house.stranger()
    await phone.post('/sign-in', { email: PEOPLE.observer })
    refusedIn(t, await use(phone, device()), 'a passkey from elsewhere')
    t.equal(
      (
        await phone.post('/sign-in/code', {
          code: /code is (\w+)/.exec(house.letters[0]!.text)![1]!,
        })
      ).headers.location,
      '/desk',
    )
    t.ok(await isIn(phone))
  },
)

t.test('R25: a second step that was begun in one session does not finish another', async (t) => {
  const house = await open(t)
  const { key } = await withKey(house, PEOPLE.coordinator)
  const halfway = house.signIn(PEOPLE.coordinator, { secondFactor: false })
  const asked = await askToSign(halfway)
  const victim = house.signIn(PEOPLE.coordinator, { secondFactor: false })
  victim.cookies.set('__Host-passkey', halfway.cookies.get('__Host-passkey')!)
  refusedIn(t, await answer(victim, key.get(asked)), 'another session of the same person')
  t.notOk(await isIn(victim))
  const idle = house.signIn(PEOPLE.coordinator, { secondFactor: false })
  house.clock.pass({ minutes: 25 })
  const late = await askToSign(idle)
  house.clock.pass({ minutes: 6 })
  refusedIn(
    t,
    await answer(idle, key.get(late)),
    'a session that ran out while the device was asked',
  )
})

t.test(
  'R25: the set-up link from the server ends passkeys, recovery codes and sessions, and starts again from the mailbox',
  async (t) => {
    const house = await open(t)
    const first = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    const key = device()
    const [, a, b] = /<li class="code">(\w{5}) (\w{5})<\/li>/.exec((await add(first, key)).body)!
    const asked = await askToSign(house.stranger())
    const waiting = house.stranger()
    const question = await askToSign(waiting)
    t.ok(asked)
    const link = house.store.signIn.makeLink(house.person(PEOPLE.coordinator).id, house.clock.at())
    const found = house.stranger()
    t.match((await found.get(`/set-up/${link}`)).body, 'passkeys and recovery codes')
    t.equal(keysOf(house, PEOPLE.coordinator).length, 1, 'R21: looking at it changes nothing')
    t.equal((await found.post(`/set-up/${link}`)).headers.location, '/sign-in/second-factor/app')
    t.same(keysOf(house, PEOPLE.coordinator), [])
    t.notOk(await isIn(first), 'signed out')
    refusedIn(t, await answer(waiting, key.get(question)), 'the old passkey')
    t.equal(
      (await found.post('/sign-in/second-factor', { code: `${a} ${b}` })).statusCode,
      422,
      'the old recovery codes',
    )
    t.notOk(await isIn(found))
    t.equal((await add(found, device())).statusCode, 200)
    t.ok(await isIn(found))
  },
)

t.test(
  'a passkey is offered only at an address that has a name, over https or on this machine',
  async (t) => {
    for (const [publicUrl, isThere] of [
      ['https://board.example', true],
      ['http://localhost:3000', true],
      ['http://board.example', false],
      ['https://192.0.2.7', false],
      ['https://[2001:db8::1]', false],
      ['http://127.0.0.1:3000', false],
    ] as const) {
      const house = await openHouse({ t, publicUrl })
      const stranger = house.stranger()
      const sergeant = house.signIn(PEOPLE.sergeant)
      t.equal(/Use a passkey/.test((await stranger.get('/sign-in')).body), isThere, publicUrl)
      t.equal(/Add a passkey/.test((await sergeant.get('/desk/me')).body), isThere, publicUrl)
      t.equal((await stranger.post('/sign-in/passkey')).statusCode, isThere ? 303 : 409, publicUrl)
      t.equal(
        (await sergeant.post('/sign-in/passkey/adding')).statusCode,
        isThere ? 303 : 409,
        publicUrl,
      )
      t.equal(
        (await stranger.post('/sign-in/passkey/answer', { credential: '{}' })).statusCode,
        422,
        publicUrl,
      )
    }
  },
)

t.test('R25: whoever was going somewhere lands there with a passkey too', async (t) => {
  const house = await open(t)
  const { key } = await withKey(house, PEOPLE.sergeant)
  const phone = house.stranger()
  await phone.get('/desk/actions/17', { headers: { 'sec-fetch-site': 'none' } })
  t.equal((await use(phone, key)).headers.location, '/desk/actions/17')
})
