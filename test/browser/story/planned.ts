import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { type House, PEOPLE } from '../../support/browser.ts'
import { signIn } from '../../support/browser/pages.ts'

const TABLES = '/desk/round-tables'

/** A series is planned; one of its tables is moved, and one is cancelled (R30). */
export async function planned(t: Test, house: House, coordinator: Page) {
  await signIn(coordinator, PEOPLE.coordinator)
  await coordinator.goto(TABLES)
  await coordinator.getByText('Plan a series', { exact: true }).click()
  const form = coordinator.locator('#series form').last()
  await form.getByLabel('How often').selectOption('Every three months')
  await form.getByLabel('In which week of the month').selectOption('The fourth')
  await form.getByLabel('On which day').selectOption('Thursday')
  await form.getByLabel('First month').fill('July 2021')
  await form.getByLabel('Time', { exact: true }).fill('10.30')
  await form.getByLabel('Place').fill('Church Street')
  await form.getByLabel('How many to plan now').fill('4')
  await form.getByRole('button', { name: 'Plan the series' }).click()
  await coordinator.getByText('Every three months, on the fourth Thursday, 10.30').waitFor()
  for (const day of ['22 July 2021', '28 October 2021', '27 January 2022', '28 April 2022'])
    await coordinator.getByRole('link', { name: `${day} round table` }).waitFor()

  await coordinator.getByRole('link', { name: '28 October 2021 round table' }).click()
  await coordinator.getByRole('link', { name: 'Change, move or cancel it' }).click()
  const change = coordinator.locator('form').filter({ hasText: 'Its number stays' })
  await change.getByLabel('Day or month').fill('4/11/2021')
  await change.getByLabel('Why', { exact: true }).fill('It is half term')
  await change.getByRole('button', { name: 'Change it' }).click()
  await coordinator.waitForURL('**/2021-q4')
  t.match(
    await coordinator.getByRole('main').innerText(),
    /Moved from 28 October 2021, 10\.30 to 4 November 2021, 10\.30\. It is half term\./,
  )

  await coordinator.goto(TABLES)
  await coordinator.getByRole('link', { name: '28 April 2022 round table' }).click()
  await coordinator.getByRole('link', { name: 'Change, move or cancel it' }).click()
  await coordinator.getByLabel('Why it does not meet').fill('Easter')
  await coordinator.getByRole('button', { name: 'Cancel this round table' }).click()
  await coordinator.waitForURL('**/2022-q2')
  t.match(await coordinator.getByRole('heading', { level: 1 }).innerText(), /Cancelled/)
  t.notOk(
    house.letters.some((each) => /round table/.test(each.subject)),
    'nobody was asked to either, so nobody is written to',
  )
}

/** Those who are expected are asked by letter; the sergeant answers on a phone, signed in nowhere. */
export async function answered(t: Test, house: House, coordinator: Page, phone: Page) {
  await coordinator.goto(`${TABLES}/2021-q3`)
  await coordinator.getByRole('button', { name: 'Send the letter to those who are ticked' }).click()
  await coordinator
    .getByText(/Asked,|on its way/)
    .first()
    .waitFor()
  const written = () => house.letters.find((each) => each.to === PEOPLE.sergeant)
  while (!written()) await coordinator.waitForTimeout(20)
  const letter = written()!
  t.match(letter.subject, 'are you coming on Thursday 22 July 2021, 10.30?')
  await phone.goto(letter.text.match(/\/answer\/\S+/)![0])
  await phone.getByLabel('I am coming').check()
  await phone.getByRole('button', { name: 'Send' }).click()
  await phone.getByText('Thank you').waitFor()
  await coordinator.goto(`${TABLES}/2021-q3`)
  t.match(
    await coordinator.locator('#asked li').filter({ hasText: 'Ward sergeant' }).innerText(),
    /Coming/,
  )
}
