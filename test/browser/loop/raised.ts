import type { Locator, Page } from 'playwright-core'
import type { Test } from 'tap'
import { type House, PEOPLE } from '../../support/browser.ts'
import { hasFocus, signIn, under } from '../../support/browser/pages.ts'
import { countsOn, pairUnder, resident, saveAndCheck } from './steps.ts'
import { ACTION, ACTION_TOLD, CONCERN, HEARD, SAID } from './words.ts'

export async function minutesBegin(t: Test, scripts: boolean, coordinator: Page) {
  // The minute-taker goes on with the round table that is open, and says that the police have
  // come.
  await signIn(coordinator, PEOPLE.coordinator)
  await coordinator.getByRole('link', { name: 'Go on with the minutes' }).click()
  await coordinator.waitForURL('**/desk/round-tables/2022-q1')
  await coordinator.evaluate(() => {
    Object.assign(globalThis, { mark: 'here' })
  })
  const here = coordinator.locator('#attendance')
  t.match(
    await here.getByRole('alert').innerText(),
    /No one from the police is here/,
    'the missing police are named (R6)',
  )
  await here.locator('summary').click()
  await here.getByLabel('Ward sergeant, Church Street', { exact: true }).selectOption('Present')
  if (!scripts) await here.getByRole('button', { name: 'Save who is here' }).click()
  await here.getByRole('alert').waitFor({ state: 'detached' })
  t.match(
    await here.getByRole('group', { name: /^Metropolitan Police Service/ }).innerText(),
    /1 here/,
    'the police are at the table',
  )
}

export async function raisedAndAgreed(t: Test, scripts: boolean, coordinator: Page) {
  // What residents said, in their words; it comes first; the police agree to act.
  await coordinator.locator('#forms > summary').click()
  const adding = coordinator.locator('#new-concern')
  await adding.getByLabel('Add a concern, in residents’ words').fill(CONCERN)
  await adding.locator('summary').filter({ hasText: 'Theme' }).click()
  await adding.getByLabel('Theme', { exact: true }).selectOption('Young people')
  await adding.getByRole('button', { name: 'Add the concern' }).click()
  const item = coordinator.getByRole('article', { name: CONCERN })
  await item.waitFor()
  const next = item.getByLabel('Next action')
  t.ok(await hasFocus(next), 'after the concern, the keyboard is in its next action')
  await item.getByLabel('A priority now').check()
  if (!scripts) await item.getByRole('button', { name: /^Save whether/ }).click()
  if (scripts) await item.getByText(/^Saved \d/).waitFor()
  t.ok(await item.getByLabel('A priority now').isChecked(), 'the priority is kept')
  await next.fill(ACTION)
  await item.getByLabel('Who leads').selectOption('Metropolitan Police Service')
  await item.getByLabel('By, like 28/4 or April').fill('March')
  await next.press('Enter')
  await item.getByText(ACTION).waitFor()
  t.match(
    await item.getByRole('listitem').innerText(),
    /Metropolitan Police Service\. By March 2022\./,
    'the action says who and by when',
  )
  t.notMatch(await item.innerText(), /Not yet accepted/, 'the police are here, so it is agreed')
  t.equal(await next.inputValue(), '', 'the next action is empty again')
  t.ok(await hasFocus(next), 'and the keyboard is in it')
  t.equal(
    await coordinator.evaluate(() => 'mark' in globalThis),
    scripts,
    'with scripts the page is never left; without, each save is a page',
  )
  return item
}

export async function heardFirst(t: Test, coordinator: Page, item: Locator) {
  // The entry begins with "heard".
  await item.getByRole('link', { name: /^Its own page/ }).click()
  t.match(
    await coordinator.locator('dl.facts').first().innerText(),
    /Young people[^]*Priority\s+Yes/,
    'the concern has its theme and is a priority',
  )
  await coordinator.getByRole('button', { name: 'Write the entry' }).click()
  t.match(
    await coordinator.locator('#checks').innerText(),
    /Write what residents said/,
    'the empty entry says what it lacks',
  )
  await coordinator.getByLabel('You said').fill(SAID)
  await coordinator.getByLabel('No answer yet: what happens next').fill(HEARD)
  await coordinator.getByLabel(/, in public words$/).fill(ACTION_TOLD)
  await saveAndCheck(coordinator)
  t.match(
    await coordinator.locator('#checks').innerText(),
    /All passed/,
    'the checks are read and pass',
  )
  t.match(
    await under(coordinator, 'As the public will see it').innerText(),
    /No answer yet[^]*walk the school route/i,
    'the writer sees it as the public will',
  )
  t.equal(
    await coordinator.getByRole('button', { name: /Approve these words/ }).count(),
    0,
    'the writer cannot approve their own words (R13)',
  )
}

export async function heardByResidents(t: Test, house: House, before: Record<string, number>) {
  const heard = await resident(house)
  t.match(
    await pairUnder(heard, 'No answer yet', SAID),
    /No answer yet[^]*Nobody has started yet[^]*By\s+March 2022/i,
    'a resident reads that it was heard, and the date',
  )
  t.same(
    await countsOn(heard),
    { ...before, heard: before.heard! + 1, 'no answer yet': before['no answer yet']! + 1 },
    'and it counts once, as heard and as unanswered',
  )
  await heard
    .getByRole('article', { name: SAID })
    .getByRole('link', { name: 'Where it stands' })
    .click()
  t.match(
    await under(heard, 'Who, and by when').innerText(),
    /The police\.? By March 2022[^]*Not started/i,
    'its own page says who, by when, and that it is not started',
  )
  const address = heard.url()
  return address
}
