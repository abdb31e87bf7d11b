import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { PEOPLE } from '../../support/browser.ts'
import { signIn } from '../../support/browser/pages.ts'
import { ACTION, CONCERN } from './words.ts'

const open = async (page: Page, slug: string): Promise<void> => {
  await signIn(page, PEOPLE.coordinator)
  await page.goto(`/desk/round-tables/${slug}`)
  await page.getByRole('button', { name: /^Open it/ }).click()
  await page.locator('#quick-text').waitFor()
}

const lineIn = async (page: Page, line: string): Promise<void> => {
  await page.locator('#quick-text').fill(line)
  await page.locator('#quick-text').press('Enter')
  // Without scripts the button sends what Enter only breaks.
  const send = page.locator('#quick-form').getByRole('button', { name: /^(Save|Write)/ })
  if ((await page.locator('#quick-text').inputValue()) !== '') await send.first().click()
}

const finish = async (page: Page, slug: string): Promise<string> => {
  await page.goto(`/desk/round-tables/${slug}/finishing`)
  await page.getByRole('button', { name: 'Finish', exact: true }).click()
  await page.waitForURL(`**/${slug}**`)
  await page.goto(`/desk/round-tables/${slug}/minutes`)
  return page.getByRole('main').innerText()
}

/** Who answered is filled in; a concern is raised, and the council will act by September. */
export async function firstTable(t: Test, page: Page) {
  await open(page, '2021-q3')
  const here = page.locator('#attendance')
  t.match(await here.innerText(), /Filled in from what people answered/)
  t.equal(
    await here.getByLabel('Ward sergeant, Church Street', { exact: true }).inputValue(),
    'present',
  )
  await here.getByLabel('Youth services officer', { exact: true }).selectOption('Present')
  await here.getByRole('button', { name: 'Save who is here' }).click()
  await here.getByText('Filled in from what people answered').waitFor({ state: 'detached' })
  await lineIn(page, `c ${CONCERN}`)
  await page.getByRole('article', { name: CONCERN }).waitFor()
  await lineIn(page, `a ${ACTION.replace('.', '')} @wcc by September 2021`)
  await page.getByRole('article', { name: CONCERN }).getByText('By September 2021').waitFor()
  const minutes = await finish(page, '2021-q3')
  t.match(minutes, CONCERN)
  t.match(minutes, /Westminster City Council[^]*September 2021/)
  t.match(minutes, /4 November 2021/, 'the minutes name the next one by the day it was moved to')
}

/** The next table opens and agrees the minutes of the one before (R5). */
export async function tableAgain(t: Test, page: Page, slug: string, before: string) {
  await open(page, slug)
  const here = page.locator('#attendance')
  if (!(await here.getByLabel('Youth services officer', { exact: true }).isVisible()))
    await here.locator('summary').click()
  await here.getByLabel('Youth services officer', { exact: true }).selectOption('Present')
  await here.getByRole('button', { name: 'Save who is here' }).click()
  await here
    .getByText(/1 here/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: /^The table agrees/ }).click()
  await page.getByText('They are locked').waitFor()
  await page.goto('/desk/round-tables')
  t.match(
    await page
      .locator('li')
      .filter({ has: page.locator(`a[href$="${before}"]`) })
      .innerText(),
    /Agreed minutes/,
  )
  await page.goto(`/desk/round-tables/${slug}`)
}

/** A date is put off: the minutes say the new one, and the one before (R5). */
export async function putOff(
  t: Test,
  page: Page,
  slug: string,
  { from, to }: { from: string; to: string },
) {
  await page.locator('#quick-text').waitFor()
  await lineIn(page, `u 1.1 by ${to}`)
  await page.locator('#before').getByText(`By ${to}`).first().waitFor()
  const minutes = await finish(page, slug)
  t.match(minutes, new RegExp(`${to}[^]*${from}|${from}[^]*${to}`), 'new and old date stand there')
  if (slug === '2022-q1') t.match(minutes, /moved twice/)
}
