import type { Page } from 'playwright-core'
import { type House, PEOPLE } from '../../support/browser.ts'
import { signIn, under } from '../../support/browser/pages.ts'
import { check } from './set-up.ts'

export async function signInPages(
  page: Page,
  wrong: string[],
  visit: (path: string, name?: string) => Promise<void>,
) {
  await visit('/sign-in')
  await page.getByLabel('Your work email').fill('nobody')
  await page.getByRole('button', { name: 'Email me a code' }).click()
  await page.getByRole('alert').waitFor()
  await check(page, 'sign-in: not an address', wrong)
  await page.getByLabel('Your work email').fill(PEOPLE.coordinator)
  await page.getByRole('button', { name: 'Email me a code' }).click()
  await page.getByLabel('Code', { exact: true }).waitFor()
  await check(page, 'sign-in: the code', wrong)
  await page.getByLabel('Code', { exact: true }).fill('WRONG1')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await check(page, 'sign-in: a wrong code', wrong)
}

export async function othersAtTheDesk(house: House, wrong: string[]) {
  for (const [who, email] of Object.entries(PEOPLE)) {
    if (who === 'coordinator') continue
    const other = await house.comeIn()
    await signIn(other, email)
    await check(other, `the desk of the ${who}`, wrong)
    if (who === 'sergeant') {
      await under(other, 'Waiting for your yes').getByRole('link').click()
      await check(other, 'an action that waits for a yes', wrong)
    }
    if (who === 'observer') {
      for (const path of [
        '/desk/round-tables/2022-q1',
        '/desk/round-tables/2022-q2/agenda',
        '/desk/round-tables/2021-q4/minutes',
        '/desk/sessions',
        '/desk/actions/4',
        '/desk/entries/15',
        '/desk/settings',
      ]) {
        await other.goto(path)
        await check(other, `${path}, for an observer`, wrong)
      }
    }
    await other.close()
  }
}

export async function coordinatorsPages(
  page: Page,
  wrong: string[],
  visit: (path: string, name?: string) => Promise<void>,
) {
  await signIn(page, PEOPLE.coordinator)
  await check(page, 'the desk of the coordinator', wrong)
  for (const path of [
    '/desk/concerns',
    '/desk/concerns?q=zebra',
    '/desk/concerns/1',
    '/desk/concerns/3',
    '/desk/concerns/new',
    '/desk/round-tables',
    '/desk/round-tables/2022-q2',
    '/desk/round-tables/2022-q1',
    '/desk/round-tables/2022-q1/minutes',
    '/desk/round-tables/2021-q3',
    '/desk/round-tables/2021-q3/minutes?depth=public',
    '/desk/round-tables/2021-q3/minutes?depth=table',
    '/desk/round-tables/2021-q3/minutes?depth=named',
    '/desk/round-tables/2022-q2/agenda',
    '/desk/round-tables/2022-q2/agenda?large=yes',
    '/desk/round-tables/2022-q1/agenda',
    '/desk/sessions',
    '/desk/bringing-in',
    '/desk/actions',
    '/desk/actions?kind=question',
    '/desk/actions?q=zebra',
    '/desk/actions/4',
    '/desk/actions/5',
    '/desk/actions/12',
    '/desk/entries',
    '/desk/entries/15',
    '/desk/people',
    '/desk/settings',
    '/desk/journal',
    '/desk/nowhere',
  ])
    await visit(path)
}
