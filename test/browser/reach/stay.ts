import type { Page } from 'playwright-core'
import { type House, PEOPLE } from '../../support/browser.ts'
import { hasFocus, signIn } from '../../support/browser/pages.ts'
import { test } from './set-up.ts'

/** The clocks of the house and of the page go on together. */
const pass = async (page: Page, house: House, minutes: number): Promise<void> => {
  house.pass({ minutes: minutes - 1 })
  house.pass({ minutes: 1 })
  await page.clock.runFor(61_000)
}

test('2.2.1: before half an hour is over the page says so and offers to stay; at twelve hours it cannot (R25)', async (t, house) => {
  const page = await house.comeIn()
  await page.clock.install()
  await signIn(page, PEOPLE.coordinator)
  await page.goto('/desk/concerns')
  const place = page.locator('#stay')
  await pass(page, house, 20)
  t.equal((await place.innerText()).trim(), '', 'nothing is said while there is time')
  await pass(page, house, 6)
  await place.getByText(/You will be signed out at \d+\.\d\d/).waitFor()
  t.equal(await place.getAttribute('aria-live'), 'assertive')
  t.notOk(
    await page.evaluate('document.querySelector("#stay").contains(document.activeElement)'),
    'the keyboard is left where it is',
  )
  const stay = place.getByRole('button', { name: 'Stay signed in' })
  await stay.focus()
  await page.keyboard.press('Enter')
  await stay.waitFor({ state: 'detached' })
  t.ok(await hasFocus(page.locator('main')), 'the keyboard goes on in the page')
  await pass(page, house, 20)
  t.equal((await place.innerText()).trim(), '', 'the half hour began anew')
  await page.goto('/desk/concerns')
  t.match(page.url(), /concerns$/, 'and they are in')
  for (let i = 0; i < 26; i += 1) {
    house.pass({ minutes: 25 })
    await page.goto('/desk/concerns')
  }
  await pass(page, house, 20)
  await place.getByText('after twelve hours').waitFor()
  t.equal(await stay.count(), 0)
})

test('R25: to be asked keeps nobody signed in, and what was typed is there after signing in again', async (t, house) => {
  const page = await house.comeIn()
  await page.clock.install()
  await signIn(page, PEOPLE.coordinator)
  await page.goto('/desk/concerns/1')
  const word = page.getByLabel('What will be done')
  await word.evaluate((field) => {
    for (let at = field.parentElement; at; at = at.parentElement)
      if (at.tagName === 'DETAILS') at.open = true
  })
  await word.fill('Walk the school route')
  for (let i = 0; i < 6; i += 1) await pass(page, house, 6)
  await page.locator('#stay').getByText('You have been signed out').waitFor()
  await word.press('Enter')
  await page.getByText('What you typed is saved').waitFor()
  t.match(page.url(), /sign-in\?kept=yes/)
})
