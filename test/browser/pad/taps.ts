import { signOut, typeCode } from '../../support/browser/pages.ts'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import { PEOPLE } from '../../support/browser.ts'
import { button, counted, onPhone, pad, sent, showing, shown, test, waiting } from './set-up.ts'

/** What a phone says on its console when its network is gone. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION/

test(
  'R17, R22: a stall in the rain: taps with no network wait on the phone, through closing the page, and each counts once',
  async (t, house) => {
    const phone = await onPhone(house)
    t.same(counted(house), { male: 14, female: 24, 'not-asked': 0 })
    await button(phone, 'male').tap()
    await sent(phone)
    t.equal(counted(house).male, 15)
    await phone.context().setOffline(true)
    for (let i = 0; i < 3; i++) await button(phone, 'female').tap()
    t.equal(await shown(phone, 'female'), 27, 'the number is there at once')
    await phone.getByText('3 taps wait for the network. They are kept on this phone.').waitFor()
    await phone.getByRole('button', { name: 'Undo the last tap' }).tap()
    await phone.getByText('4 taps wait').waitFor()
    t.equal(await shown(phone, 'female'), 26)
    t.equal(counted(house).female, 24)
    await phone.reload().catch(() => undefined)
    await phone.context().setOffline(false)
    await phone.goto(pad(house))
    await sent(phone)
    await showing(phone, 'female', 26)
    t.same(counted(house), { male: 15, female: 26, 'not-asked': 0 })
    await phone.reload()
    t.equal(await shown(phone, 'female'), 26)
    t.ok(await phone.locator('#pad-state').isHidden())
  },
  { expected: NO_NETWORK },
)

test(
  'R22: when the network comes back the phone sends by itself, and an answer that was lost on the way counts nothing twice',
  async (t, house) => {
    const phone = await onPhone(house)
    let lost = 0
    await phone.route('**/taps', async (route) => {
      if (lost++ > 0) return route.continue()
      await route.fetch({ maxRedirects: 0 })
      return route.abort()
    })
    await button(phone, 'male').tap()
    await phone.getByText('1 tap waits').waitFor()
    t.equal(counted(house).male, 15, 'the server has it, and the phone does not know')
    await phone.reload()
    await sent(phone)
    await showing(phone, 'male', 15)
    t.equal(counted(house).male, 15)
    await phone.context().setOffline(true)
    await button(phone, 'male').tap()
    await phone.getByText('1 tap waits').waitFor()
    await phone.context().setOffline(false)
    await sent(phone)
    t.equal(counted(house).male, 16)
  },
  { expected: NO_NETWORK },
)

test('two taps as fast as a finger can are two; an undo after sending takes one back; two phones count together and see each other', async (t, house) => {
  const [one, two] = [await onPhone(house), await onPhone(house, {}, PEOPLE.sergeant)]
  await button(one, 'male').evaluate((each: { click: () => void }) => {
    each.click()
    each.click()
  })
  await sent(one)
  t.equal(counted(house).male, 16)
  await button(two, 'male').tap()
  await sent(two)
  await showing(two, 'male', 17)
  t.equal(counted(house).male, 17)
  await one.getByRole('button', { name: 'Undo the last tap' }).tap()
  await sent(one)
  t.equal(counted(house).male, 16)
  t.equal(await shown(one, 'male'), 16)
  t.ok(
    await one.getByRole('button', { name: 'Undo the last tap' }).isHidden(),
    'there is one last tap',
  )
})

test(
  'R22: a tap that cannot be counted is told of, and holds up none of the others',
  async (t, house) => {
    const phone = await onPhone(house)
    await phone.context().setOffline(true)
    for (const group of ['male', 'not-asked', 'female']) await button(phone, group).tap()
    await phone.getByText('3 taps wait').waitFor()
    house.store.labels.set('groups', 'Gender: Male, Female', null, {
      personId: house.store.people.findByEmail(PEOPLE.coordinator)!.id,
      at: SAMPLE_NOW,
    })
    await phone.context().setOffline(false)
    await phone.getByText('1 tap was not counted').waitFor()
    t.same(counted(house), { male: 15, female: 25, 'not-asked': 0 })
    t.equal(await waiting(phone), 0)
  },
  { expected: NO_NETWORK },
)

test(
  'R25: a session that ends with taps waiting keeps them, and they are sent after signing in again; signing out waits for them',
  async (t, house) => {
    const phone = await onPhone(house)
    house.pass({ hours: 1 })
    await button(phone, 'female').tap()
    await phone.getByText('Sign in again, and come back to this page').waitFor()
    t.equal(await waiting(phone), 1)
    t.equal(counted(house).female, 24)
    await phone.goto('/sign-in')
    await typeCode(phone, PEOPLE.coordinator)
    t.equal(await waiting(phone), 1)
    await phone.goto(pad(house))
    await sent(phone)
    t.equal(counted(house).female, 25)
    await phone.context().setOffline(true)
    await button(phone, 'female').tap()
    await signOut(phone)
    await phone.getByText('Sign out when they are sent').waitFor()
    t.equal(await waiting(phone), 1)
  },
  { expected: NO_NETWORK },
)
