import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { check } from './set-up.ts'

export async function formsOfConcerns(page: Page, wrong: string[], refused: Refusing) {
  await refused('/desk/concerns/new', 'Write it down', 'a concern without words')
  await refused('/desk/concerns/4', 'Add the action', 'an action without words')
  await refused('/desk/concerns/4', 'Split it', 'a split without words')
  await refused('/desk/concerns/4', 'Join them', 'a joining to nothing')
  await refused(
    '/desk/concerns/4',
    'Save who may know',
    'held in private without a ground',
    422,
    () => page.locator('#depth-depth').selectOption('named'),
  )
  await refused('/desk/round-tables', 'Plan it', 'a round table without a day')
  await refused(
    '/desk/round-tables/2022-q2',
    /^Open it.*start the minutes$/,
    'two round tables at once',
  )
  const nextAgenda = '/desk/round-tables/2022-q2/agenda'
  await refused(nextAgenda, 'Put it on the agenda', 'a topic without words')
  await refused(
    nextAgenda,
    /^Save the minutes for Residents/,
    'an agenda with no number of minutes',
    422,
    () => page.locator('#slot-residents-minutes').fill('ten'),
  )
  await page.goto(nextAgenda)
  await page.getByLabel('I want to talk about').fill('Knife arches at the school gate')
  await page.getByRole('button', { name: 'Put it on the agenda' }).click()
  await page.waitForURL('**#topics')
  await check(page, 'an agenda with a topic', wrong)
}

export async function sessionsAndRows(t: Test, page: Page, wrong: string[], refused: Refusing) {
  await refused('/desk/sessions', 'Plan it', 'a session without a day')
  await page.getByLabel('Day or month').fill('20/1/2022')
  await page.getByLabel('Which group').fill('Mentoring group')
  await page.getByRole('button', { name: 'Plan it' }).click()
  await page.getByRole('heading', { name: 'Mentoring group 20 January' }).waitFor()
  await check(page, 'a session to count', wrong)
  await refused(
    '/desk/sessions',
    'Save the count',
    'words that nobody agreed to share',
    422,
    async () => {
      await page.locator('#count-4-headCount').fill('11')
      await page.locator('#count-4-shared').fill('More of this')
    },
  )
  await refused('/desk/bringing-in', 'See how it is read', 'nothing to bring in')
  await page
    .getByLabel('A list, or cells')
    .fill(
      'Action\tWho\tBy when\tWhere it stands\nContinue ongoing monthly engagement with mothers.\t\t\t\nMend the lamps\tFire brigade\t32/13\tunder way',
    )
  await page.getByRole('button', { name: 'See how it is read' }).click()
  await page.getByRole('heading', { level: 1, name: 'Look at each row' }).waitFor()
  t.equal(
    await page.locator('#rows-row-2-status').inputValue(),
    'under-way',
    'the column that the page names itself is found',
  )
  await check(page, 'rows that are looked at', wrong)
  await page.getByRole('button', { name: 'Write them down' }).click()
  await page.getByRole('alert').waitFor()
  await check(page, 'a row that cannot be written down', wrong)
}

export async function minutesAndPeople(page: Page, wrong: string[], refused: Refusing) {
  await refused('/desk/round-tables/2021-q4/minutes', 'Add them', 'a reader without an address')
  await page.getByLabel('Who they are, by role').fill('Senior officer')
  await page.getByLabel('Email address').fill('senior@met.example')
  await page.getByRole('button', { name: 'Add them' }).click()
  await page.waitForURL('**#letters')
  await page.getByRole('button', { name: 'Send the minutes' }).click()
  await page
    .getByText(/On its way|Sent on/)
    .first()
    .waitFor()
  await check(page, 'minutes that were sent', wrong)
  await refused('/desk/actions/4', 'Send the update', 'an update without words', 422, () =>
    page.getByRole('radio', { name: 'Done' }).check(),
  )
  await refused('/desk/actions/4', 'Save the change', 'a change without a reason')
  await refused('/desk/people', 'Add and invite them', 'a person without a name')
  await refused('/desk/people', 'Add the seat', 'a seat without a name')
  await refused('/desk/people', 'Add the organisation', 'an organisation without a name')
  await refused('/desk/people', 'Seat them as Coordinator', 'a seat for nobody')
  await refused('/desk/settings', 'Add the theme', 'a theme without a name')
  await refused('/desk/settings', 'Guard it', 'a guarded word without a word')
  await refused('/desk/settings', 'Save who approves', 'one person without a reason', 422, () =>
    page.getByLabel('One person is enough').check(),
  )
}

export function refusing(t: Test, page: Page, wrong: string[]) {
  /** Sends a form as it stands, and looks at what comes back. */
  const refused = async (
    path: string,
    button: string | RegExp,
    name: string,
    status = 422,
    before?: () => Promise<unknown>,
  ): Promise<void> => {
    await page.goto(path)
    await page.locator('main details:not([open])').evaluateAll((all) =>
      all.forEach((each) => {
        each.open = true
      }),
    )
    await before?.()
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: button }).first().click()
    t.equal((await answer).status(), status, `${name}: ${status}`)
    await page.waitForLoadState()
    // A part that is put into the page says it there; a whole page says it in its title too.
    if (status === 422 && (await answer).request().headers()['hx-request'])
      await page.getByRole('alert').first().waitFor()
    else if (status === 422)
      t.match(await page.title(), /^Error:/, `${name}: the title begins with Error`)
    await check(page, name, wrong)
  }
  return refused
}

export type Refusing = ReturnType<typeof refusing>
