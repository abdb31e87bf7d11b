import { hasFocus, signIn, under } from '../../support/browser/pages.ts'
import type { Locator } from 'playwright-core'
import { PEOPLE, PHONE } from '../../support/browser.ts'
import { OWNED, test } from './set-up.ts'

const FIGURES = 'What do the stop and search figures for our area show?'

test('An owner on a phone says why it could not be done, saves it, and takes it back (R3, R23)', async (t, house) => {
  const page = await house.comeIn({ viewport: PHONE, hasTouch: true, isMobile: true })
  await signIn(page, PEOPLE.sergeant)
  await under(page, 'My actions').getByRole('link', { name: OWNED }).tap()
  await page.getByRole('radio', { name: 'Could not' }).check()
  await page.getByText('When it happened').tap()
  await page.getByLabel('When it was done').fill('14/1')
  await page.getByRole('button', { name: 'Send the update' }).tap()

  await page.getByRole('alert').waitFor()
  t.match(await page.title(), /^Error:/, 'the title says that something is wrong')
  t.ok(await hasFocus(page.getByRole('alert')), 'the summary of what is wrong has the keyboard')
  const words = page.getByLabel('What happened? One or two sentences')
  t.match(
    await described(words),
    /Error: Say why it could not be done\. Residents will be told the reason/,
    'the error stands beside its field',
  )
  t.equal(await words.getAttribute('aria-invalid'), 'true')
  t.ok(
    await page.getByRole('radio', { name: 'Could not' }).isChecked(),
    'the choice is still there',
  )
  t.equal(await page.locator('#update-on').inputValue(), '14/1', 'and the day that was typed')
  await page.getByRole('alert').getByRole('link').tap()
  t.ok(await hasFocus(words), 'the line in the summary leads to the field')

  await words.fill('The hall was let to someone else.')
  await page.getByRole('button', { name: 'Send the update' }).tap()
  t.match(await page.getByRole('status').innerText(), /Saved/)
  t.match(
    await page.locator('.trail li').first().innerText(),
    /Could not, 14 January 2022\s+The hall was let to someone else\.\s+Said by Ward sergeant, Church Street/,
    'it is in the history as said by the seat',
  )
  await page
    .getByRole('button', { name: /^Take it back/ })
    .first()
    .tap()
  const taken = page.locator('.trail li').filter({ hasText: 'The hall was let' })
  await taken.getByText('Taken back on 27 January 2022').waitFor()
  t.match(
    await taken
      .locator('.struck')
      .evaluate(
        (element) => element.ownerDocument.defaultView.getComputedStyle(element).textDecorationLine,
      ),
    /line-through/,
    'what was taken back stays, struck through',
  )
  t.ok(
    await page.getByRole('radio', { name: 'Under way' }).isChecked(),
    'the action stands where it stood before',
  )
})

test('What was agreed without the police waits for their yes: they accept one and decline another (R6)', async (t, house) => {
  const coordinator = await house.comeIn()
  await signIn(coordinator, PEOPLE.coordinator)
  await coordinator.getByRole('link', { name: 'Go on with the minutes' }).click()
  const item = coordinator.getByRole('article', {
    name: 'There is anti-social behaviour in the communal areas where we live.',
  })
  await item.getByRole('link', { name: /^Change item/ }).click()
  await item.getByLabel('Next action').fill('Officers pass through the courtyard each evening.')
  await item.getByLabel('Who leads').selectOption('Metropolitan Police Service')
  await item.getByRole('button', { name: /^Add/ }).click()
  await item
    .getByText(/Officers pass through the courtyard.*Not yet accepted by the police/s)
    .waitFor()

  const sergeant = await house.comeIn({ viewport: PHONE })
  await signIn(sergeant, PEOPLE.sergeant)
  const waiting = under(sergeant, 'Waiting for your yes')
  t.equal(await waiting.getByRole('listitem').count(), 2, 'both stand on the desk, first of all')
  await waiting.getByRole('link', { name: FIGURES }).click()
  await sergeant.getByRole('button', { name: 'Yes, we accept it' }).click()
  await sergeant.getByText('Accepted by the police.').waitFor()
  t.equal(
    await sergeant.getByRole('heading', { name: /Do you accept it/ }).count(),
    0,
    'it is asked once',
  )

  await sergeant.getByRole('link', { name: 'Desk' }).click()
  await waiting.getByRole('link', { name: 'Officers pass through' }).click()
  await sergeant.getByRole('button', { name: 'No, not like this' }).click()
  t.match(await sergeant.title(), /^Error:/)
  t.match(
    await described(sergeant.getByLabel('A word to the table')),
    /Say what would have to change/,
    'a no needs a word',
  )
  await sergeant
    .getByLabel('A word to the table')
    .fill('We have no shift in the evening. Twice a week we can.')
  await sergeant.getByRole('button', { name: 'No, not like this' }).click()
  await sergeant.getByText(/Declined by\s+the police\.\s+We have no shift/).waitFor()
  await sergeant.getByRole('link', { name: 'Desk' }).click()
  t.equal(await waiting.count(), 0, 'nothing waits for a yes any more')

  await coordinator.reload()
  t.match(await item.innerText(), /Declined by the police/, 'the table sees the no')
})

test('An observer reads at table depth and finds no form to change anything but the one to sign out', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.observer)
  for (const path of [
    '/desk',
    '/desk/round-tables',
    '/desk/round-tables/2022-q1',
    '/desk/round-tables/2021-q4',
    '/desk/round-tables/2022-q2',
    '/desk/concerns',
    '/desk/concerns/3',
    '/desk/actions',
    '/desk/actions/4',
    '/desk/entries',
    '/desk/entries/15',
    '/desk/people',
  ]) {
    const answer = await page.goto(path)
    t.equal(answer?.status(), 200, `the observer reads ${path}`)
    t.same(
      await page
        .locator('form[method=post]')
        .evaluateAll((forms) => forms.map((form) => form.getAttribute('action'))),
      ['/sign-out'],
      `and can change nothing on ${path}`,
    )
  }
  await page.goto('/desk/actions')
  await page.getByRole('row').getByRole('link', { name: OWNED }).click()
  t.match(
    await page.getByRole('main').innerText(),
    /A hall is being looked for/,
    'the words at table depth are read',
  )
  for (const path of ['/desk/settings', '/desk/journal', '/desk/concerns/new'])
    t.equal((await page.goto(path))?.status(), 403, `${path} is not theirs`)
})

/** What a screen reader adds to a field: its hint and its error. */
const described = (field: Locator): Promise<string> =>
  field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map(
        (id: string) =>
          element.ownerDocument.getElementById(id)?.textContent ?? `nothing is called ${id}`,
      )
      .join(' '),
  )
