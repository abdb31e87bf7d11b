import { FIRST_GROUPS, groupingsOf } from '../../src/domain/evidence/grouping.ts'
import t from 'tap'
import { tallyOf, eventTermsOf } from '../../src/domain/evidence/event.ts'
import { must } from '../../src/sample/must.ts'
import { SAMPLE_NOW } from '../../src/sample/sample.ts'
import {
  hasFocus,
  LAPTOP,
  openBrowser,
  PEOPLE,
  PHONE,
  signIn,
  typeCode,
  type House,
} from '../support/browser.ts'
import type { Page } from 'playwright-core'

const { test } = await openBrowser()
t.setTimeout(120_000)
/** What a phone says on its console when its network is gone. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION/

const find = (house: House) =>
  house.store.events
    .listUnfiltered()
    .find((each) => eventTermsOf(each).name === 'Pop-up stall on Church Street')!
const gender = must(groupingsOf(FIRST_GROUPS))[0]!
const counted = (house: House): Record<string, number> => tallyOf(find(house), gender)!.groups
const pad = (house: House): string => `/desk/events/${find(house).id}/pad`
const button = (page: Page, group: string) =>
  page.locator(`form[data-tap="gender ${group}"] button`)
const shown = async (page: Page, group: string): Promise<number> =>
  Number(await page.locator(`[data-count="gender ${group}"]`).innerText())
const waiting = (page: Page): Promise<number> =>
  page.evaluate(
    'Object.keys(localStorage).filter((each) => each.startsWith("taps ")).reduce((sum, each) => sum + JSON.parse(localStorage[each]).length, 0)',
  )
/** Looks again until it is so: the page's own policy lets no test run a script in it that waits. */
const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 100; i++) {
    if (await isSo().catch(() => false)) return
    await new Promise((done) => {
      setTimeout(done, 50)
    })
  }
  throw new Error(`it did not come to this: ${what}`)
}
const sent = (page: Page): Promise<void> =>
  until('all is sent', async () => (await waiting(page)) === 0)
const showing = (page: Page, group: string, count: number): Promise<void> =>
  until(`${count} ${group}`, async () => (await shown(page, group)) === count)
const onPhone = async (
  house: House,
  options = {},
  who: string = PEOPLE.coordinator,
): Promise<Page> => {
  const phone = await house.comeIn({ viewport: PHONE, hasTouch: true, isMobile: true, ...options })
  await signIn(phone, who)
  await phone.goto(pad(house))
  return phone
}

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
    await phone.getByRole('button', { name: 'Sign out' }).tap()
    await phone.getByText('Sign out when they are sent').waitFor()
    t.equal(await waiting(phone), 1)
  },
  { expected: NO_NETWORK },
)

test('R22: a network that answers in our place, as cafés do, is no yes', async (t, house) => {
  const phone = await onPhone(house)
  await phone.route('**/taps', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to the café</h1>' }),
  )
  await button(phone, 'male').tap()
  await phone.getByText('The server did not take them').waitFor()
  t.equal(await waiting(phone), 1)
  await phone.unroute('**/taps')
  await phone.reload()
  await sent(phone)
  t.equal(counted(house).male, 15)
})

test('where a browser keeps nothing each tap still goes by itself', async (t, house) => {
  const phone = await onPhone(house)
  await phone.evaluate('Storage.prototype.setItem = () => { throw new Error("full") }')
  await button(phone, 'male').tap()
  await showing(phone, 'male', 15)
  t.equal(counted(house).male, 15)
})

test('R20: with scripts off each button is a form, and a number is put right the same way', async (t, house) => {
  const phone = await onPhone(house, { javaScriptEnabled: false })
  await button(phone, 'male').tap()
  await showing(phone, 'male', 15)
  await button(phone, 'male').tap()
  await showing(phone, 'male', 16)
  t.ok(await phone.getByRole('button', { name: 'Undo the last tap' }).isHidden())
  await phone.getByText('Put a number right').first().tap()
  await phone.getByLabel('Male', { exact: true }).fill('twelve')
  await phone.locator('form:has(input[name="group"][value="male"]) button').tap()
  await phone.getByText('Write a whole number').first().waitFor()
  t.equal(await phone.getByLabel('Male', { exact: true }).inputValue(), 'twelve')
  await phone.getByLabel('Male', { exact: true }).fill('12')
  await phone.locator('form:has(input[name="group"][value="male"]) button').tap()
  await showing(phone, 'male', 12)
  t.equal(counted(house).male, 12)
})

test('the pad fits a phone with one thumb: nothing runs off the side, and each button is large', async (t, house) => {
  const phone = await onPhone(house)
  t.equal(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
  for (const group of ['male', 'female', 'not-asked']) {
    const box = (await button(phone, group).boundingBox())!
    t.ok(box.height >= 64 && box.width >= 100, JSON.stringify(box))
  }
  if (process.env.SHOTS) {
    for (const [name, path] of [
      ['pad', pad(house)],
      ['event', pad(house).replace('/pad', '')],
      ['events', '/desk/events'],
      ['new', '/desk/events/new'],
    ] as const) {
      for (const size of [PHONE, LAPTOP]) {
        await phone.setViewportSize(size)
        await phone.goto(path)
        await phone.screenshot({
          path: `${process.env.SHOTS}/${name}-${size.width}.png`,
          fullPage: true,
        })
      }
    }
  }
})

test('with a keyboard alone: tap, tap, undo, and the keyboard stays where it was; the number that is put right follows', async (t, house) => {
  const laptop = await house.comeIn()
  await signIn(laptop, PEOPLE.coordinator)
  await laptop.goto(pad(house))
  await button(laptop, 'female').focus()
  await laptop.keyboard.press('Enter')
  await laptop.keyboard.press('Space')
  await sent(laptop)
  t.equal(counted(house).female, 26)
  t.ok(await hasFocus(button(laptop, 'female')))
  await laptop.getByRole('button', { name: 'Undo the last tap' }).focus()
  await laptop.keyboard.press('Enter')
  await sent(laptop)
  t.equal(counted(house).female, 25)
  t.ok(await hasFocus(button(laptop, 'female')), 'not lost with the button that is gone')
  await laptop.getByText('Put a number right').first().click()
  t.equal(await laptop.getByLabel('Female', { exact: true }).inputValue(), '25')
  await laptop.getByLabel('Female', { exact: true }).fill('30')
  await laptop.keyboard.press('Enter')
  await showing(laptop, 'female', 30)
  t.equal(counted(house).female, 30)
})
