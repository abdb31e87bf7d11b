import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { hasFocus, signIn } from '../../support/browser/pages.ts'
import type { Locator } from 'playwright-core'
import { PEOPLE } from '../../support/browser.ts'
import { boxOn, openMinutes, SECOND, secondCoordinator, test } from './set-up.ts'

test(
  'Two people minute at one table: each sees the other’s lines within five seconds, and loses nothing of their own',
  async (t, house) => {
    const [one, two] = [await house.comeIn(), await house.comeIn()]
    await signIn(one, PEOPLE.coordinator)
    await signIn(two, SECOND)
    await openMinutes(one)
    await openMinutes(two)
    const soon = async (shown: Locator, what: string): Promise<void> => {
      const from = Date.now()
      await shown.waitFor({ timeout: 5000 })
      t.ok(Date.now() - from <= 5000, `${what} within five seconds`)
      t.comment(`${what}: ${Date.now() - from} ms`)
    }
    const bins = await seesTheOther(t, one, two, soon)

    await formIsKept(t, { one, two, soon, bins })

    await one.keyboard.type('h @sergeant, 4 residents')
    await one.keyboard.press('Enter')
    await soon(two.locator('#attendance-now').getByText(/4 residents/), 'who is here')
    await one.keyboard.type('d- We meet at the library from now on')
    await one.keyboard.press('Enter')
    await soon(two.locator('#added').getByText('We meet at the library from now on'), 'a decision')
    await one
      .locator('#added li', { hasText: 'We meet at the library' })
      .getByRole('link', { name: /^Change/ })
      .click()
    await one.getByRole('button', { name: /^Take it out/ }).click()
    await two
      .locator('#added')
      .getByText('We meet at the library from now on')
      .waitFor({ state: 'detached', timeout: 5000 })
    t.pass('what is taken out is gone from both')
  },
  { prepare: (store) => secondCoordinator(store) },
)

async function seesTheOther(
  t: Test,
  one: Page,
  two: Page,
  soon: (shown: Locator, what: string) => Promise<void>,
) {
  await two.keyboard.type('c Half a sentence that')
  await two.keyboard.press('ArrowLeft')
  await one.keyboard.type('c The bins are never emptied #home !priority')
  await one.keyboard.press('Enter')
  const bins = two.getByRole('article', { name: 'The bins are never emptied' })
  await soon(bins, 'a concern')
  t.match(await bins.innerText(), 'A priority now')
  t.equal(
    await boxOn(two).inputValue(),
    'c Half a sentence that',
    'what the other one types is still there',
  )
  t.ok(await hasFocus(boxOn(two)))
  t.equal(
    await boxOn(two).evaluate((box) => box.selectionStart),
    'c Half a sentence tha'.length,
    'and so is the place of the caret',
  )
  await two.keyboard.press('End')
  await two.keyboard.type(' was finished')
  await two.keyboard.press('Enter')
  await soon(
    one.getByRole('article', { name: 'Half a sentence that was finished' }),
    'the other’s concern',
  )
  return bins
}

async function formIsKept(
  t: Test,
  {
    one,
    two,
    soon,
    bins,
  }: { one: Page; two: Page; soon: (shown: Locator, what: string) => Promise<void>; bins: Locator },
) {
  // A form that someone types in is not drawn over, whether they are in it or have just left it.
  await bins.getByRole('link', { name: /^Change item/ }).click()
  await bins.getByLabel('Next action').fill('Empty them twice a week')
  await one.keyboard.type('a3 Ask who empties the bins @wcc by March')
  await one.keyboard.press('Enter')
  await soon(bins.getByText('Ask who empties the bins'), 'an action under an open form')
  t.equal(await bins.getByLabel('Next action').inputValue(), 'Empty them twice a week')
  t.ok(await hasFocus(bins.getByLabel('Next action')))
  await two.keyboard.press('Escape')
  t.ok(await hasFocus(boxOn(two)), 'Escape leads back to the line')
  await one.keyboard.type('a3 Count the bins @wcc')
  await one.keyboard.press('Enter')
  await soon(bins.getByText('Count the bins'), 'an action under a form that was left')
  t.equal(await bins.getByLabel('Next action').inputValue(), 'Empty them twice a week')
  t.ok(await bins.getByLabel('Next action').isVisible(), 'the form is still open')
  await bins.getByLabel('Next action').press('Enter')
  await soon(
    one
      .getByRole('article', { name: 'The bins are never emptied' })
      .getByText('Empty them twice a week'),
    'what was sent with the form',
  )
}
