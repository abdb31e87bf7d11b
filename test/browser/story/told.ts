import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { type House, PEOPLE } from '../../support/browser.ts'
import { signIn, under } from '../../support/browser/pages.ts'
import { approve, publish, resident, saveAndCheck } from '../loop/steps.ts'
import { ACTION_TOLD, CONCERN, HEARD, SAID } from './words.ts'

/** What was heard is told, by two people (R13). */
export async function toldFirst(t: Test, house: House, coordinator: Page, manager: Page) {
  await coordinator.goto('/desk/concerns')
  await coordinator.getByRole('link', { name: CONCERN }).click()
  await coordinator.getByRole('button', { name: 'Write the entry' }).click()
  await coordinator.getByLabel('You said').fill(SAID)
  await coordinator.getByLabel('No answer yet: what happens next').fill(HEARD)
  await coordinator.getByLabel(/, in public words$/).fill(ACTION_TOLD)
  await saveAndCheck(coordinator)
  await signIn(manager, PEOPLE.manager)
  await approve(manager, SAID)
  await publish(coordinator, SAID)
  const page = await resident(house)
  t.match(await page.getByRole('article', { name: SAID }).innerText(), /By\s+September 2021/)
}

/** R28: the desk says by itself that the board tells of yesterday. */
export async function outOfDate(t: Test, coordinator: Page) {
  await coordinator.goto('/desk')
  t.match(await under(coordinator, 'The board tells of yesterday').innerText(), SAID)
}

/** The new date is told, and how often it moved. */
export async function toldMoved(t: Test, house: House, coordinator: Page, manager: Page) {
  await outOfDate(t, coordinator)
  await under(coordinator, 'The board tells of yesterday')
    .getByRole('listitem')
    .filter({ hasText: SAID })
    .getByRole('link')
    .click()
  await saveAndCheck(coordinator, async () => {
    await coordinator.getByLabel('Why there is a new copy').selectOption('News: it has moved on')
  })
  await signIn(manager, PEOPLE.manager)
  await approve(manager, SAID)
  await publish(coordinator, SAID)
  await coordinator.goto('/desk')
  t.equal(await under(coordinator, 'The board tells of yesterday').count(), 0)
  const page = await resident(house)
  await page.getByRole('article', { name: SAID }).getByRole('link').first().click()
  const told = await page.getByRole('main').innerText()
  t.match(told, /March 2022/)
  t.match(told, /The date has moved 2 times\./)
}
