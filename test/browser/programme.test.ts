import type { Test } from 'tap'
import { hasFocus, signIn, under } from '../support/browser/pages.ts'
import type { Page, BrowserContextOptions } from 'playwright-core'
import { LAPTOP, openBrowser, PEOPLE, PHONE } from '../support/browser.ts'

const { test } = await openBrowser()

const shot = async (page: Page, name: string): Promise<void> => {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}

for (const [where, options] of [
  ['a laptop', { viewport: LAPTOP }],
  ['a laptop without JavaScript', { viewport: LAPTOP, javaScriptEnabled: false }],
  ['a phone', { viewport: PHONE }],
  ['a phone without JavaScript', { viewport: PHONE, javaScriptEnabled: false }],
] as const) {
  test(`A coordinator writes down the mentoring scheme from nothing on ${where} (R16, R20, R23)`, async (t, house) => {
    const page = await house.comeIn(options)
    await writtenDown(t, where, page)
    await shot(page, `${where}-2-new`)

    await phasesAndPoints(t, options, page)
    await page.getByRole('button', { name: /^Add it.*An opportunity/ }).click()
    await page.locator('summary').filter({ hasText: 'Say what is known' }).first().click()
    await page.getByLabel('How do you know?').first().selectOption('Told to us')
    await page
      .getByLabel('What is known', { exact: true })
      .first()
      .fill('Members said that they talk more openly')
    await page.getByRole('button', { name: 'Save what is known' }).first().click()
    await page.locator('span').getByText('Members said that they talk more openly').waitFor()
    await page.getByRole('button', { name: /^Make it a concern/ }).click()
    await page.waitForURL('**/desk/concerns/*')
    await page.getByRole('link', { name: 'Mentoring scheme, second time' }).click()
    await under(page, 'Opportunities to take forward').getByText('No answer yet').waitFor()
    await shot(page, `${where}-3-whole`)
    t.ok(
      await page.evaluate(
        () =>
          (
            globalThis as unknown as {
              document: { documentElement: { scrollWidth: number; clientWidth: number } }
            }
          ).document.documentElement.scrollWidth <=
          (globalThis as unknown as { document: { documentElement: { clientWidth: number } } })
            .document.documentElement.clientWidth,
      ),
      'nothing has to be moved sideways',
    )
    await page.getByRole('link', { name: 'Count who came' }).click()
    await page.getByRole('heading', { name: /^Sessions that are not recorded/, level: 1 }).waitFor()
    await shot(page, `${where}-4-sessions`)
  })
}

async function writtenDown(t: Test, where: string, page: Page) {
  await signIn(page, PEOPLE.coordinator)
  await page.goto('/desk/programmes')
  await page.getByRole('link', { name: 'Write down a programme' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Mentoring scheme, second time')
  await page.getByRole('group', { name: 'Who runs it' }).getByRole('checkbox').first().check()
  await page.getByLabel('Began').fill('soonish')
  await page.getByLabel('How long').fill('six months')
  await page.getByLabel('Support on offer').fill('A therapist, alone or in pairs')
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.getByRole('alert').waitFor()
  t.match(await page.title(), /^Error:/)
  t.equal(await page.getByLabel('Began').inputValue(), 'soonish')
  t.ok(
    await page
      .getByRole('group', { name: 'Who runs it' })
      .getByRole('checkbox')
      .first()
      .isChecked(),
  )
  await shot(page, `${where}-1-error`)
  await page.getByLabel('Began').fill('September 2020')
  await page
    .getByLabel('What it is for')
    .fill('Officers and council staff meet in pairs, to build trust')
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.getByRole('heading', { name: /^Mentoring scheme, second time/, level: 1 }).waitFor()
}

async function phasesAndPoints(t: Test, options: BrowserContextOptions, page: Page) {
  await page.locator('summary').filter({ hasText: 'Begin a phase' }).click()
  await page.getByLabel('What to call it').fill('First phase')
  await page.getByLabel('How many pairs').fill('11')
  await page.getByRole('button', { name: 'Save the phase' }).click()
  await page.getByText('11 pairs').waitFor()
  await page.locator('summary').filter({ hasText: 'Hand on the baton' }).click()
  await page.getByLabel('Who hands on').fill('a council officer')
  await page.getByLabel('Who carries on').fill('an inspector')
  await page.getByLabel('At which organisation').selectOption('Metropolitan Police Service')
  await page.getByRole('button', { name: 'Save who carries on' }).click()
  await page.getByText('a council officer hands on to an inspector').waitFor()
  for (const month of ['November 2020', 'January 2021', 'March 2021']) {
    await page.getByLabel('Another session: day or month').fill(month)
    await page.getByRole('button', { name: 'Add it', exact: true }).click()
    await under(page, 'Sessions that are not recorded').getByText(month).waitFor()
  }
  await page.locator('summary').filter({ hasText: 'Something it hopes for' }).click()
  for (const [i, text] of [
    'Open dialogue between the police and the community',
    'Highlight what both have in common',
  ].entries()) {
    const field = page.locator('#points-outcome-text')
    if (i > 0 && options !== undefined && !('javaScriptEnabled' in options))
      t.ok(await hasFocus(field), 'the next one is typed where the last one was')
    await field.fill(text)
    await page.getByRole('button', { name: /^Add it.*Something it hopes for/ }).click()
    await under(page, 'What it hopes for, and what is known of it')
      .locator('b')
      .getByText(text)
      .waitFor()
  }
  await page.locator('summary').filter({ hasText: 'Something learned' }).click()
  await page.getByLabel('Theme').fill('Communication styles')
  await page.locator('#points-learning-text').fill('The two organisations speak in different ways.')
  await page.getByRole('button', { name: /^Add it.*Something learned/ }).click()
  t.equal(
    await page.getByLabel('Theme').inputValue(),
    'Communication styles',
    'the theme stays for the next one',
  )
  await page.locator('summary').filter({ hasText: 'An opportunity to take forward' }).click()
  await page
    .locator('#points-opportunity-text')
    .fill('Ensure police are represented at round tables, second time.')
}

test('A coordinator writes something learned by the keyboard alone (R20)', async (t, house) => {
  const page = await house.comeIn({ viewport: LAPTOP })
  await signIn(page, PEOPLE.coordinator)
  await page.goto('/desk/programmes/1')
  await page.locator('summary').filter({ hasText: 'Something learned' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  t.ok(await hasFocus(page.getByLabel('Theme')))
  await page.keyboard.type('Agency')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Both take part, in the second phase as well.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await under(page, 'What was learned')
    .getByText('Both take part, in the second phase as well.')
    .first()
    .waitFor()
  t.ok(await hasFocus(page.locator('#points-learning-text')))
  t.equal(await page.getByLabel('Theme').inputValue(), 'Agency')
})
