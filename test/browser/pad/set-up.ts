import { signIn } from '../../support/browser/pages.ts'
import type { Page } from 'playwright-core'
import t from 'tap'
import { eventTermsOf, tallyOf } from '../../../src/domain/evidence/event.ts'
import { must } from '../../../src/sample/must.ts'
import { type House, openBrowser, PEOPLE, PHONE } from '../../support/browser.ts'
import { FIRST_GROUPS, groupingsOf } from '../../../src/domain/evidence/grouping.ts'

export const { test } = await openBrowser()
t.setTimeout(120_000)

const find = (house: House) =>
  house.store.events
    .listUnfiltered()
    .find(
      (each) => eventTermsOf(each).name === 'Pop-up stall with the ward officers of Church Street',
    )!
const gender = must(groupingsOf(FIRST_GROUPS))[0]!
export const counted = (house: House): Record<string, number> =>
  tallyOf(find(house), gender)!.groups
export const pad = (house: House): string => `/desk/events/${find(house).id}/pad`
export const button = (page: Page, group: string) =>
  page.locator(`form[data-tap="gender ${group}"] button`)
export const shown = async (page: Page, group: string): Promise<number> =>
  Number(await page.locator(`[data-count="gender ${group}"]`).innerText())
export const waiting = (page: Page): Promise<number> =>
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
export const sent = (page: Page): Promise<void> =>
  until('all is sent', async () => (await waiting(page)) === 0)
export const showing = (page: Page, group: string, count: number): Promise<void> =>
  until(`${count} ${group}`, async () => (await shown(page, group)) === count)
export const onPhone = async (
  house: House,
  options = {},
  who: string = PEOPLE.coordinator,
): Promise<Page> => {
  const phone = await house.comeIn({ viewport: PHONE, hasTouch: true, isMobile: true, ...options })
  await signIn(phone, who)
  await phone.goto(pad(house))
  return phone
}
