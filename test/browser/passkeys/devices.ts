import { hasFocus, signInByLetter, signOut } from '../../support/browser/pages.ts'
import type { Locator, Page } from 'playwright-core'
import type { Test } from 'tap'
import { PEOPLE, PHONE } from '../../support/browser.ts'
import { button, fits, heading, HERE, keysOf, test, withDevice } from './set-up.ts'

/** By the Tab key to this control, as someone without a mouse would. */
const tabTo = async (t: Test, page: Page, target: Locator): Promise<void> => {
  for (let i = 0; i < 40 && !(await hasFocus(target)); i++) await page.keyboard.press('Tab')
  t.ok(
    await hasFocus(target),
    `the Tab key comes to ${await target.innerText().catch(() => 'a field')}`,
  )
}

test(
  'R25: a coordinator enrols a passkey at the first sign-in, keeps the recovery codes, and comes back by it alone',
  async (t, house) => {
    const page = await house.comeIn()
    const device = await withDevice(page)
    await signInByLetter(page, house, PEOPLE.coordinator)
    await heading(page, 'Set up your second step')
    await button(page, 'Add a passkey instead').click()
    await heading(page, 'Add a passkey')
    await page.getByLabel('What you call this device').fill('The office laptop')
    await button(page, 'Add it').click()
    await heading(page, 'Keep your recovery codes')
    t.equal(await page.locator('.codes li').count(), 10)
    t.equal(await device.holds(), 1)
    await page.getByRole('link', { name: 'I have kept them' }).click()
    await page.waitForURL('**/desk')
    t.match(keysOf(house, PEOPLE.coordinator), [{ name: 'The office laptop', usedAt: null }])

    await signOut(page)
    await page.waitForURL('**/sign-in')
    const letters = house.letters.length
    await button(page, 'Use a passkey').click()
    await button(page, 'Use my passkey').click()
    await page.waitForURL('**/desk')
    t.equal(house.letters.length, letters, 'without a letter')
    t.ok(keysOf(house, PEOPLE.coordinator)[0]!.usedAt)

    await signOut(page)
    await signInByLetter(page, house, PEOPLE.coordinator)
    await heading(page, 'One more step')
    await button(page, 'Use my passkey').click()
    await button(page, 'Use my passkey').click()
    await page.waitForURL('**/desk')
  },
  HERE,
)

test(
  'R25: a member adds a passkey on a phone, by touch, and it is a way in from then on',
  async (t, house) => {
    const phone = await house.comeIn({ viewport: PHONE, hasTouch: true, isMobile: true })
    await withDevice(phone)
    await signInByLetter(phone, house, PEOPLE.observer)
    await phone.waitForURL('**/desk')
    await phone.goto('/desk/me')
    await fits(t, phone)
    await button(phone, 'Add a passkey').tap()
    await heading(phone, 'Add a passkey')
    await fits(t, phone)
    for (const target of [button(phone, 'Add it'), phone.getByLabel('What you call this device')])
      t.ok((await target.boundingBox())!.height >= 44, 'large enough for a finger')
    await button(phone, 'Add it').tap()
    await heading(phone, 'Keep your recovery codes')
    await fits(t, phone)
    await phone.getByRole('link', { name: 'I have kept them' }).tap()
    await phone.waitForURL('**/desk')
    await phone.goto('/desk/me')
    await phone.getByText('Not used yet').waitFor()
    await fits(t, phone)
    await signOut(phone)
    await phone.waitForURL('**/sign-in')
    await fits(t, phone)
    await button(phone, 'Use a passkey').tap()
    await heading(phone, 'Use your passkey')
    await fits(t, phone)
    t.ok((await button(phone, 'Use my passkey').boundingBox())!.height >= 44)
    await button(phone, 'Use my passkey').tap()
    await phone.waitForURL('**/desk')
    await phone.goto('/desk/me')
    await phone.getByText(/Last used/).waitFor()
  },
  HERE,
)

test(
  'R20, R25: adding a passkey, signing in by it and ending the other sessions, by keyboard alone',
  async (t, house) => {
    const page = await house.comeIn()
    await withDevice(page)
    await signInByLetter(page, house, PEOPLE.observer)
    await page.waitForURL('**/desk')
    const other = await house.comeIn()
    await signInByLetter(other, house, PEOPLE.observer)
    await other.waitForURL('**/desk')
    await page.goto('/desk/me')
    await tabTo(t, page, button(page, 'Add a passkey'))
    await page.keyboard.press('Enter')
    await heading(page, 'Add a passkey')
    await tabTo(t, page, page.getByLabel('What you call this device'))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Keyboard')
    await page.keyboard.press('Enter')
    await heading(page, 'Keep your recovery codes')
    await tabTo(t, page, page.getByRole('link', { name: 'I have kept them' }))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/desk')
    await tabTo(t, page, page.locator('.menu summary', { hasText: 'You' }))
    await page.keyboard.press('Enter')
    await tabTo(t, page, button(page, 'Sign out'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/sign-in')
    await tabTo(t, page, button(page, 'Use a passkey'))
    await page.keyboard.press('Space')
    await heading(page, 'Use your passkey')
    await tabTo(t, page, button(page, 'Use my passkey'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/desk')
    await page.goto('/desk/me')
    await tabTo(t, page, button(page, 'Sign out everywhere else'))
    await page.keyboard.press('Enter')
    await button(page, 'Sign out everywhere else').waitFor({ state: 'detached' })
    await other.goto('/desk')
    t.match(other.url(), /\/sign-in$/)
  },
  HERE,
)

test(
  'R25: a passkey that was removed here and not on the device is refused in words, and the code still lets in',
  async (t, house) => {
    const page = await house.comeIn()
    const device = await withDevice(page)
    await signInByLetter(page, house, PEOPLE.observer)
    await page.waitForURL('**/desk')
    await page.goto('/desk/me')
    await button(page, 'Add a passkey').click()
    await button(page, 'Add it').click()
    await heading(page, 'Keep your recovery codes')
    await page.goto('/desk/me')
    await page.getByRole('button', { name: /^Remove/ }).click()
    await page.getByRole('button', { name: /^Remove/ }).waitFor({ state: 'detached' })
    await signOut(page)
    await button(page, 'Use a passkey').click()
    t.equal(await device.holds(), 1)
    await button(page, 'Use my passkey').click()
    await page.getByRole('alert').getByText('This passkey did not let you in').waitFor()
    t.ok(await hasFocus(page.getByRole('alert').first()), 'the summary has the keyboard')
    await page.getByRole('alert').getByRole('link').click()
    t.ok(await hasFocus(button(page, 'Use my passkey')), 'and its line leads to the button')
    await page.getByRole('link', { name: 'Use a code from my email' }).click()
    house.pass({ minutes: 11 })
    await signInByLetter(page, house, PEOPLE.observer)
    await page.waitForURL('**/desk')
  },
  HERE,
)
