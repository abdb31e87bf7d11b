import type { CDPSession, Locator, Page } from 'playwright-core'
import t, { type Test } from 'tap'
import {
  hasFocus,
  openBrowser,
  PEOPLE,
  PHONE,
  signInByLetter,
  type House,
} from '../support/browser.ts'

const { test } = await openBrowser()
t.setTimeout(300_000)

const HERE = { demo: false, name: 'localhost' } as const
/** A device in the page that can say who holds it, as long as it is told to know them. */
const withDevice = async (
  page: Page,
): Promise<{
  knows: (isUserVerified: boolean) => Promise<unknown>
  holds: () => Promise<number>
  cdp: CDPSession
}> => {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    cdp,
    knows: (isUserVerified) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    holds: async () =>
      (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  }
}
const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name, level: 1 }).waitFor()
const keysOf = (house: House, email: string) =>
  house.store.passkeys.list(house.store.people.findByEmail(email)!.id)
/**
 * What the page says where scripts are off. Chromium reads it then and, when a test is what turned
 * them off, does not draw it.
 */
const wordsWithout = (page: Page): Promise<string | null> =>
  page.locator('noscript p').textContent()
/** By the Tab key to this control, as someone without a mouse would. */
const tabTo = async (t: Test, page: Page, target: Locator): Promise<void> => {
  for (let i = 0; i < 40 && !(await hasFocus(target)); i++) await page.keyboard.press('Tab')
  t.ok(
    await hasFocus(target),
    `the Tab key comes to ${await target.innerText().catch(() => 'a field')}`,
  )
}
const fits = async (t: Test, page: Page): Promise<void> => {
  t.equal(
    await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
    true,
    `nothing runs off the side of ${new URL(page.url()).pathname}`,
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

    await button(page, 'Sign out').click()
    await page.waitForURL('**/sign-in')
    const letters = house.letters.length
    await button(page, 'Use a passkey').click()
    await button(page, 'Use my passkey').click()
    await page.waitForURL('**/desk')
    t.equal(house.letters.length, letters, 'without a letter')
    t.ok(keysOf(house, PEOPLE.coordinator)[0]!.usedAt)

    await button(page, 'Sign out').click()
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
    await button(phone, 'Sign out').tap()
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
  'R23, R25: a device that says no, or that has one already, gets words on what to do, and the next try works',
  async (t, house) => {
    const page = await house.comeIn()
    const device = await withDevice(page)
    await signInByLetter(page, house, PEOPLE.observer)
    await page.waitForURL('**/desk')
    await page.goto('/desk/me')
    await button(page, 'Add a passkey').click()
    await device.knows(false)
    await page.getByLabel('What you call this device').fill('My tablet')
    await button(page, 'Add it').click()
    await page.getByText('Your device did not answer. Press the button to try again.').waitFor()
    t.equal(
      await page.getByLabel('What you call this device').inputValue(),
      'My tablet',
      'with what was typed',
    )
    t.same(keysOf(house, PEOPLE.observer), [])
    await device.knows(true)
    await button(page, 'Add it').click()
    await heading(page, 'Keep your recovery codes')

    await page.goto('/desk/me')
    await button(page, 'Add a passkey').click()
    await button(page, 'Add it').click()
    await page
      .getByText('This device has a passkey for you already. You can use it to sign in.')
      .waitFor()
    t.notOk(await page.getByText('Your device did not answer').isVisible())
    t.equal(await device.holds(), 1)
    await page.getByRole('link', { name: 'Not now' }).click()
    await page.waitForURL('**/desk/me')

    await button(page, 'Sign out').click()
    await button(page, 'Use a passkey').click()
    await device.knows(false)
    await button(page, 'Use my passkey').click()
    await page
      .getByText(
        'Your device did not answer. Press the button to try again, or go in another way below.',
      )
      .waitFor()
    t.ok(await page.getByRole('link', { name: 'Use a code from my email' }).isVisible())
    await device.knows(true)
    await button(page, 'Use my passkey').click()
    await page.waitForURL('**/desk')
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
    await button(page, 'Sign out').click()
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

test(
  'R25: a browser that knows no passkeys, as some inside a mail app, says so and leaves no button that does nothing',
  async (t, house) => {
    const page = await house.comeIn({ viewport: PHONE })
    await page.addInitScript({ content: 'delete window.PublicKeyCredential' })
    await page.goto('/sign-in')
    await button(page, 'Use a passkey').click()
    await page.getByText('This browser cannot use a passkey.').waitFor()
    t.notOk(await button(page, 'Use my passkey').isVisible())
    await page.getByRole('link', { name: 'Use a code from my email' }).click()
    await signInByLetter(page, house, PEOPLE.observer)
    await page.waitForURL('**/desk')
    await page.goto('/desk/me')
    await button(page, 'Add a passkey').click()
    await page.getByText('or set up an authenticator app').waitFor()
    t.notOk(await button(page, 'Add it').isVisible())
  },
  HERE,
)

test(
  'R20, R25: without JavaScript the pages say so, and the app, the codes and the sessions work',
  async (t, house) => {
    const page = await house.comeIn({ javaScriptEnabled: false, viewport: PHONE })
    await signInByLetter(page, house, PEOPLE.coordinator)
    await button(page, 'Add a passkey instead').click()
    await heading(page, 'Add a passkey')
    t.equal(
      await wordsWithout(page),
      'A passkey needs scripts, and they are off in this browser. An authenticator app works without them.',
    )
    t.notOk(await button(page, 'Add it').isVisible(), 'no button that does nothing')
    await page.getByRole('link', { name: 'Not now' }).click()
    await heading(page, 'Set up your second step')
    await button(page, 'Show me the square to scan').click()
    await page.getByLabel('Six digits').waitFor()
    await fits(t, page)

    const other = await house.comeIn({ javaScriptEnabled: false, viewport: PHONE })
    await other.goto('/sign-in')
    await button(other, 'Use a passkey').click()
    await heading(other, 'Use your passkey')
    t.equal(await wordsWithout(other), 'A passkey needs scripts, and they are off in this browser.')
    t.notOk(await button(other, 'Use my passkey').isVisible())
    await other.getByRole('link', { name: 'Use a code from my email' }).click()
    for (const browser of [other, await house.comeIn({ javaScriptEnabled: false })]) {
      await signInByLetter(browser, house, PEOPLE.observer)
      await browser.waitForURL('**/desk')
    }
    await other.goto('/desk/me')
    t.equal(await other.locator('[aria-labelledby=sessions] li').count(), 2)
    await other.getByRole('button', { name: /^Sign it out/ }).click()
    await other.getByRole('button', { name: /^Sign it out/ }).waitFor({ state: 'detached' })
    t.equal(await other.locator('[aria-labelledby=sessions] li').count(), 1)
  },
  HERE,
)
