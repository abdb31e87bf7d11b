import type { Locator, Page } from 'playwright-core'
import type { House } from '../browser.ts'

/** Through the pages, as a person would: the address, and the code, which the demo shows. */
export const signIn = async (page: Page, email: string): Promise<void> => {
  await page.goto('/sign-in')
  await typeCode(page, email)
}

/** The same, on a sign-in page that is there already. */
export const typeCode = async (page: Page, email: string): Promise<void> => {
  await page.getByLabel('Your work email').fill(email)
  await page.getByRole('button', { name: 'Email me a code' }).click()
  const code = await page.locator('.code').innerText()
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
  // On to the desk, or back to the page that they were on.
  await page.waitForURL(/\/desk(\/|$)/)
}

/**
 * Through the pages of a house that is not the demo: the address, and the code from the letter,
 * which may come after the page that asks for it.
 */
export const signInByLetter = async (page: Page, house: House, email: string): Promise<void> => {
  const written = () => house.letters.filter((each) => each.to === email)
  const before = written().length
  await page.goto('/sign-in')
  await page.getByLabel('Your work email').fill(email)
  await page.getByRole('button', { name: 'Email me a code' }).click()
  await page.getByLabel('Code', { exact: true }).waitFor()
  while (written().length === before) await page.waitForTimeout(20)
  await page
    .getByLabel('Code', { exact: true })
    .fill(/code is (\w+)/.exec(written().at(-1)!.text)![1]!)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** The section of a page under this heading. */
export const under = (page: Page, heading: string | RegExp): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading, level: 2 }) })

/** True where the keyboard is in this field. */
export const hasFocus = (field: Locator): Promise<boolean> =>
  field.evaluate((element) => element === element.ownerDocument.activeElement)

/** Opens a group of the menu, and goes to one of its places. */
export const goBy = async (page: Page, group: string, place: string): Promise<void> => {
  await page.locator('.menu summary', { hasText: group }).click()
  await page.locator('.menu').getByRole('link', { name: place, exact: true }).click()
}

export const signOut = async (page: Page): Promise<void> => {
  await page.locator('.menu summary', { hasText: 'You' }).click()
  await page.locator('.menu').getByRole('button', { name: 'Sign out' }).click()
}
