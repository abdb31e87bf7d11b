import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { LAPTOP } from '../../support/browser.ts'
import { hasFocus } from '../../support/browser/pages.ts'
import {
  formsOfConcerns,
  minutesAndPeople,
  refusing,
  type Refusing,
  sessionsAndRows,
} from './desk-forms.ts'
import { coordinatorsPages, othersAtTheDesk, signInPages } from './desk-pages.ts'
import { check, test } from './set-up.ts'

test('Every page for people who sign in is within reach of everyone, errors and conflicts too', async (t, house) => {
  const page = await house.comeIn()
  const wrong: string[] = []
  const visit = async (path: string, name = path): Promise<void> => {
    await page.goto(path)
    await check(page, name, wrong)
  }
  await signInPages(page, wrong, visit)

  await othersAtTheDesk(house, wrong)

  await coordinatorsPages(page, wrong, visit)

  const refused = refusing(t, page, wrong)
  await formsOfConcerns(page, wrong, refused)
  await sessionsAndRows(t, page, wrong, refused)
  await minutesAndPeople(page, wrong, refused)

  await conflictOnAConcern(page, refused)

  await whileMinuting(page, wrong)

  await quickLine(t, page, wrong)

  await stoppedEntry(t, page, wrong, refused)

  await page.goto('/desk/round-tables/2022-q1')
  await page.getByRole('link', { name: 'Finish the round table' }).click()
  await check(page, 'what is left before it is finished', wrong)
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByText('Draft minutes. The next round table agrees them.').waitFor()
  await check(page, 'draft minutes', wrong)
  await refused(
    '/desk/round-tables/2022-q1',
    'Open the minutes again',
    'minutes opened again without a reason',
  )
  await refused('/desk/round-tables/2022-q1', 'Save the correction', 'a correction without words')
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

async function stoppedEntry(t: Test, page: Page, wrong: string[], refused: Refusing) {
  // An entry that the checks stop.
  await page.goto('/desk/concerns/11')
  await page.getByRole('button', { name: 'Write the entry' }).click()
  await check(page, 'an entry that has just begun', wrong)
  await page
    .getByLabel('You said')
    .fill(
      'Twelve mothers at Lantern Lane Youth Club asked PC Sample for a film. Call 020 7946 0000.',
    )
  await page.getByLabel('No answer yet: what happens next').fill('We will disseminate it.')
  await page.getByRole('button', { name: 'Save and check' }).click()
  await page.locator('#checks').getByText('Stopped').first().waitFor()
  t.match(
    await page.locator('#checks').innerText(),
    /Look again[^]*Stopped|Stopped[^]*Look again/,
    'some stop it, some can be overruled',
  )
  await check(page, 'an entry with failing checks', wrong)
  await refused(new URL(page.url()).pathname, /^Overrule/, 'an overruling without a reason')
  await refused(
    new URL(page.url()).pathname.replace(/\/overrulings$/, ''),
    'Send the comment',
    'a comment without words',
  )
}

async function conflictOnAConcern(page: Page, refused: Refusing) {
  const second = await page.context().newPage()
  await second.goto('/desk/concerns/4')
  await second.getByText('Words, theme and area').click()
  await second.getByLabel('What residents said').fill('There is shouting in the shared areas.')
  await refused('/desk/concerns/4', 'Save the words', 'a conflict on a concern', 409, async () => {
    await second.getByRole('button', { name: 'Save the words' }).click()
    await second.getByRole('heading', { level: 1, name: 'There is shouting' }).waitFor()
    await page
      .getByLabel('What residents said')
      .first()
      .fill('There is litter in the shared areas.')
  })
  await second.close()
}

async function whileMinuting(page: Page, wrong: string[]) {
  // While minuting, what is wrong is said within the part.
  await page.goto('/desk/round-tables/2022-q1')
  await page.locator('#forms > summary').click()
  await page
    .locator('#item-4')
    .getByRole('link', { name: /^Change item/ })
    .click()
  await page.locator('#item-4').getByRole('button', { name: /^Add/ }).click()
  await page.locator('#item-4').getByRole('alert').waitFor()
  await page.locator('#new-concern').getByRole('button', { name: 'Add the concern' }).click()
  await page.locator('#new-concern').getByRole('alert').waitFor()
  await check(page, 'the minutes with two errors', wrong)
}

async function quickLine(t: Test, page: Page, wrong: string[]) {
  // The quick line: how it is read, what completes it, what was kept as a note, and a line far too
  // long for the bar.
  const line = page.locator('#quick-text')
  await page.goto('/desk/round-tables/2022-q1')
  for (const typed of [
    'u 9.9 done: nothing of that number',
    'd- We meet at Church Street',
    `c ${'The lift is broken again and nobody has come. '.repeat(40)}`,
  ]) {
    await line.fill(typed)
    await line.press('Enter')
    await page
      .getByText(/^Saved/)
      .first()
      .waitFor()
  }
  await page.locator('#priorities > summary').click()
  await page.locator('#priorities').getByRole('button', { name: /^Keep/ }).first().click()
  await page.getByText('Kept.', { exact: true }).waitFor()
  t.ok(
    await hasFocus(page.locator('#priorities').getByRole('button', { name: /^Keep/ }).first()),
    'the keyboard stays where it was',
  )
  await page.locator('#priorities summary').nth(2).click()
  await page
    .getByRole('button', { name: /^Change it/ })
    .first()
    .click()
  await page.locator('#priorities').getByRole('alert').waitFor()
  await line.fill('a Ask the landlord +wcc by May @m')
  await page.locator('.offers').waitFor()
  const bar = await page.locator('#quick').boundingBox()
  t.ok(bar && bar.height < LAPTOP.height / 2, 'the bar leaves half of the screen to the minutes')
  await check(page, 'the minutes with a line being read', wrong)
  await line.fill('')
}
