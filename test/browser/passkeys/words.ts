import { signInByLetter, signOut } from '../../support/browser/pages.ts'
import type { Page } from 'playwright-core'
import { PEOPLE, PHONE } from '../../support/browser.ts'
import { button, fits, heading, HERE, keysOf, test, withDevice } from './set-up.ts'

/**
 * What the page says where scripts are off. Chromium reads it then and, when a test is what turned
 * them off, does not draw it.
 */
const wordsWithout = (page: Page): Promise<string | null> =>
  page.locator('noscript p').textContent()

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

    await signOut(page)
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
