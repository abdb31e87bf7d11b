import type { Locator } from 'playwright-core'
import { PEOPLE, PHONE } from '../../support/browser.ts'
import { hasFocus, signIn, typeCode, under } from '../../support/browser/pages.ts'
import { visibleFocus } from './focus.ts'
import { OWNED, test } from './set-up.ts'

test('The minute-taker writes a concern and an action with Tab and Enter alone, and always sees where the keyboard is', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await page.goto('/desk/round-tables/2022-q1')
  const unseen: string[] = []
  const press = async (key: 'Tab' | 'Enter'): Promise<void> => {
    await page.keyboard.press(key)
    const seen = await page.locator(':focus').evaluate(visibleFocus)
    if (seen !== '') unseen.push(seen)
  }
  const tabTo = async (field: Locator): Promise<number> => {
    for (let stops = 1; stops <= 150; stops += 1) {
      await press('Tab')
      if (await hasFocus(field)) return stops
    }
    throw new Error('the keyboard never comes there')
  }
  t.ok(
    await hasFocus(page.getByLabel('A line', { exact: true })),
    'the keyboard begins in the quick line',
  )
  await page.getByRole('link', { name: 'Skip to the page' }).focus()
  await page.keyboard.press('Enter')
  await tabTo(page.locator('#forms > summary'))
  await page.keyboard.press('Enter')
  const far = await tabTo(page.getByLabel('Add a concern, in residents’ words'))
  t.comment(`${far} stops from the top of the page to a new concern`)
  await page.keyboard.type('The lift has been broken for a month.')
  await tabTo(page.getByRole('button', { name: 'Add the concern' }))
  await page.keyboard.press('Enter')
  const item = page.getByRole('article', { name: 'The lift has been broken for a month.' })
  await item.waitFor()
  const next = item.getByLabel('Next action')
  t.ok(await hasFocus(next), 'the keyboard is in its next action')
  await page.keyboard.type('Ask the landlord when it will be mended.')
  await page.keyboard.press('Enter')
  await item
    .getByText(
      /Ask the landlord when it will be mended\.\s*Owner not agreed yet\. No date agreed yet\./,
    )
    .waitFor()
  t.ok(await hasFocus(next), 'and in the next one after Enter')
  await tabTo(item.getByRole('button', { name: /^Add/ }))
  t.same(unseen, [], 'at each stop the focus is drawn, and nothing lies over it')
})

test('A session ends while someone types: what was typed waits on their desk and is sent from there (R25)', async (t, house) => {
  const page = await house.comeIn({ viewport: PHONE })
  await signIn(page, PEOPLE.sergeant)
  await under(page, 'My actions').getByRole('link', { name: OWNED }).click()
  const action = page.url()
  await page.getByRole('radio', { name: 'Waiting' }).check()
  await page
    .getByLabel('What happened? One or two sentences')
    .fill('The hall is booked for a day in March.')
  await page.getByLabel('Waiting for whom').fill('the caretaker')
  house.pass({ minutes: 31 })
  await page.getByRole('button', { name: 'Send the update' }).click()
  t.match(
    await page.getByRole('main').innerText(),
    /signed out to keep the work safe\. What you typed is saved/,
    'they are told why, and that nothing is lost',
  )
  await typeCode(page, PEOPLE.sergeant)
  const kept = under(page, 'You were signed out while you were writing')
  t.match(
    await kept.innerText(),
    /the caretaker[^]*The hall is booked for a day in March\./,
    'what was typed is on the desk',
  )
  await kept.getByRole('button', { name: 'Send it now' }).click()
  await page.getByText('Saved.').waitFor()
  t.equal(page.url().split('?')[0], action, 'it is sent where it was going')
  t.match(
    await page.locator('.trail li').first().innerText(),
    /Waiting, for the caretaker\s+The hall is booked for a day in March\./,
    'and saved whole',
  )
  await page.goto('/desk')
  t.equal(await kept.count(), 0, 'and it is gone from the desk')

  const other = await house.comeIn()
  await signIn(other, PEOPLE.officer)
  t.notMatch(
    await other.getByRole('main').innerText(),
    /booked for a day in March/,
    'nobody else was shown it',
  )
})

test('A session ends while the table is minuting: htmx leads to the sign-in, and the concern is sent from the desk (R25)', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await page.goto('/desk/round-tables/2022-q1')
  await page.locator('#forms > summary').click()
  await page.getByLabel('Add a concern, in residents’ words').fill('The bins are never emptied.')
  house.pass({ minutes: 31 })
  await page.getByRole('button', { name: 'Add the concern' }).click()
  await page.waitForURL('**/sign-in?kept=yes')
  await typeCode(page, PEOPLE.coordinator)
  await page.getByRole('button', { name: 'Send it now' }).click()
  await page.getByRole('article', { name: 'The bins are never emptied.' }).waitFor()
  t.match(
    page.url(),
    /\/desk\/round-tables\/2022-q1/,
    'the minutes are there again, with the concern',
  )
})

test('Two windows on the words of one concern: the second is shown both texts, and nothing is lost (R23)', async (t, house) => {
  const first = await house.comeIn()
  await signIn(first, PEOPLE.coordinator)
  const second = await first.context().newPage()
  for (const page of [first, second]) {
    await page.goto('/desk/concerns/4')
    await page.getByText('Words, theme and area').click()
  }
  await first
    .getByLabel('What residents said')
    .fill('There is shouting and litter in the shared areas at night.')
  await first.getByRole('button', { name: 'Save the words' }).click()
  await first.getByRole('heading', { level: 1, name: 'There is shouting and litter' }).waitFor()
  await second
    .getByLabel('What residents said')
    .fill('Young people gather on the stairs, and neighbours are afraid.')
  const answer = second.waitForResponse((response) => response.request().method() === 'POST')
  await second.getByRole('button', { name: 'Save the words' }).click()
  t.equal((await answer).status(), 409)
  await second.getByRole('heading', { level: 1, name: 'Two people changed this' }).waitFor()
  t.match(
    await under(second, 'What is there now').innerText(),
    /shouting and litter in the shared areas/,
    'the words that are there',
  )
  t.match(
    await under(second, 'What you wrote').innerText(),
    /gather on the stairs/,
    'and the words of the second',
  )
  await second.getByRole('link', { name: 'Go back to it' }).click()
  t.match(
    await second.getByRole('heading', { level: 1 }).innerText(),
    /shouting and litter/,
    'nothing was overwritten',
  )
})
