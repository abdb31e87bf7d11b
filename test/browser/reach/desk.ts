import { hasFocus, signIn, under } from '../../support/browser/pages.ts'
import { LAPTOP, PEOPLE } from '../../support/browser.ts'
import { check, test } from './set-up.ts'

test('Every page for people who sign in is within reach of everyone, errors and conflicts too', async (t, house) => {
  const page = await house.comeIn()
  const wrong: string[] = []
  const visit = async (path: string, name = path): Promise<void> => {
    await page.goto(path)
    await check(page, name, wrong)
  }
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

  /** Sends a form as it stands, and looks at what comes back. */
  const refused = async (
    path: string,
    button: string | RegExp,
    name: string,
    status = 422,
    before?: () => Promise<unknown>,
  ): Promise<void> => {
    await page.goto(path)
    await page.locator('details:not([open])').evaluateAll((all) =>
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

  // While minuting, what is wrong is said within the part.
  await page.goto('/desk/round-tables/2022-q1')
  await page.locator('#item-4').getByText('Add an action with the form').click()
  await page.locator('#item-4').getByRole('button', { name: /^Add/ }).click()
  await page.locator('#item-4').getByRole('alert').waitFor()
  await page.locator('#new-concern').getByRole('button', { name: 'Add the concern' }).click()
  await page.locator('#new-concern').getByRole('alert').waitFor()
  await check(page, 'the minutes with two errors', wrong)

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
  await page.locator('#priorities').getByRole('button', { name: /^Keep/ }).first().click()
  await page.getByText('Kept.', { exact: true }).waitFor()
  t.ok(
    await hasFocus(page.locator('#priorities').getByRole('button', { name: /^Keep/ }).first()),
    'the keyboard stays where it was',
  )
  await page.locator('#priorities summary').nth(1).click()
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
