import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { add, askToAdd, device, isIn, keysOf, open, questionOn, withKey } from './set-up.ts'

t.test(
  'R25: a session that somebody left open adds no passkey and no app, and removes none, before it is shown who they are',
  async (t) => {
    const house = await open(t)
    const { key, browser } = await withKey(house, PEOPLE.coordinator)
    const [first] = keysOf(house, PEOPLE.coordinator)
    house.clock.pass({ minutes: 20 })
    const stolen = device()
    for (const path of [
      '/sign-in/passkey/adding',
      '/sign-in/second-factor/app',
      `/desk/me/passkeys/${first!.id}/ending`,
    ]) {
      const asked = await browser.post(path)
      t.equal(asked.statusCode, 403, path)
      t.match(asked.body, 'Show that it is you')
      t.equal(asked.headers['hx-retarget'], 'body')
    }
    const credential = stolen.create(
      await askToAdd(house.signIn(PEOPLE.coordinator, { secondFactor: true })),
    )
    for (const fields of [
      { credential, name: 'x' },
      { credential: '{}', name: 'x' },
    ])
      t.match((await browser.post('/sign-in/passkey/new', fields)).body, 'Begin again')
    t.same(
      (await browser.get('/sign-in/passkey/new')).headers.location,
      '/desk/me',
      'a wrong answer is no way to a question',
    )
    t.match(keysOf(house, PEOPLE.coordinator), [{ id: first!.id }])

    const asked = await browser.post('/sign-in/passkey/adding')
    const shown = await browser.post('/sign-in/passkey/adding', {
      credential: key.get(questionOn(asked)),
    })
    t.equal(shown.headers.location, '/sign-in/passkey/new', 'the passkey that is there answers')
    t.equal((await add(browser, device())).headers.location, '/desk/me')
    t.equal(keysOf(house, PEOPLE.coordinator).length, 2)
    t.ok(await isIn(browser))
  },
)

t.test(
  'R25: whoever has no second step shows a fresh code first, and whoever needs one sets up their first without it',
  async (t) => {
    const house = await open(t)
    const observer = house.signIn(PEOPLE.observer, { secondFactor: false })
    const halfway = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    house.clock.pass({ minutes: 20 })
    t.match((await observer.post('/sign-in/passkey/adding')).body, 'A code is on its way')
    const code = house.letters.at(-1)!.text.match(/code is (\w+)/)![1]!
    const shown = await observer.post('/sign-in/passkey/adding', { 'again-code': code })
    t.equal(shown.headers.location, '/sign-in/passkey/new')
    t.equal((await add(observer, device())).statusCode, 200)
    t.equal((await add(halfway, device())).statusCode, 200, 'there is no loop')
    t.ok(await isIn(halfway))
  },
)

t.test(
  'R23, R25: a device that was slow is asked once more with the name kept, and twenty minutes after somebody showed who they are no more',
  async (t) => {
    const house = await open(t)
    const { browser } = await withKey(house, PEOPLE.coordinator)
    const slow = device()
    const credential = slow.create(await askToAdd(browser))
    house.clock.pass({ minutes: 11 })
    const late = await browser.post('/sign-in/passkey/new', { credential, name: 'Van' })
    t.equal(late.statusCode, 422)
    t.match(late.body, 'value="Van"')
    const again = slow.create(questionOn(late))
    house.clock.pass({ minutes: 11 })
    const over = await browser.post('/sign-in/passkey/new', { credential: again, name: 'Van' })
    t.match(over.body, 'Begin again')
    t.equal(keysOf(house, PEOPLE.coordinator).length, 1)
  },
)
