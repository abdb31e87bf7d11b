import type { Page } from 'playwright-core'
import { type House, PEOPLE, PHONE } from '../../support/browser.ts'
import { signIn, under } from '../../support/browser/pages.ts'

/** A resident with an old phone that knows nothing of us: no script, nothing kept. */
export const resident = async (house: House): Promise<Page> => {
  const page = await house.comeIn({ javaScriptEnabled: false, viewport: PHONE })
  await page.goto('/')
  return page
}

/** The numbers at the top of the board, by their words. */
export const countsOn = async (page: Page): Promise<Record<string, number>> => {
  const lines = await page.locator('.counts a').allInnerTexts()
  return Object.fromEntries(
    lines.map((line) => {
      const [, number, words] = /^(\d+)\s+(.*)$/s.exec(line.trim())!
      return [words!.replace(/^concerns? /, ''), Number(number)]
    }),
  )
}

export const pairUnder = (page: Page, heading: string, said: string): Promise<string> =>
  under(page, heading).getByRole('article', { name: said }).innerText()

export const saveAndCheck = async (
  page: Page,
  write: () => Promise<unknown> = async () => {},
): Promise<void> => {
  await write()
  await page.getByRole('button', { name: 'Save and check' }).click()
  // With scripts the page is not left, and the keyboard goes to the checks; without, the address
  // does.
  await Promise.any([
    page.waitForURL('**/desk/entries/*#checks'),
    page.locator('#checks-title:focus').waitFor(),
  ])
}

export const approve = async (page: Page, said: string): Promise<void> => {
  if (page.url() === 'about:blank') await signIn(page, PEOPLE.manager)
  await under(page, 'Ready for you to read and approve')
    .getByRole('listitem')
    .filter({ hasText: said })
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: 'I have read it. Approve these words' }).click()
  await page.getByText('Change one letter and it has to be approved again').waitFor()
}

export const publish = async (page: Page, said: string): Promise<void> => {
  await page.getByRole('link', { name: 'Desk' }).click()
  await under(page, 'Approved, ready to publish')
    .getByRole('listitem')
    .filter({ hasText: said })
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: 'Publish on the board' }).click()
  await page.getByText('These words are public.').waitFor()
}
