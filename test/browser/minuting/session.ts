import { signIn, signOut, under } from '../../support/browser/pages.ts'
import { wordingOf } from '../../../src/domain/concerns/concern.ts'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import { PEOPLE } from '../../support/browser.ts'
import {
  arrivedOnce,
  boxOn,
  countOf,
  LINES,
  NO_NETWORK,
  OPEN,
  openMinutes,
  SECOND,
  secondCoordinator,
  test,
} from './set-up.ts'

test('A session runs out while someone types: all of it is kept, and goes on once they have signed in in another tab (R25)', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await openMinutes(page)
  house.pass({ minutes: 31 })
  for (const line of LINES) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('c The fifth is not finished')
  await page.getByText(/You have been signed out\. What you typed is kept/).waitFor()
  t.equal(
    await boxOn(page).inputValue(),
    'c The fifth is not finished',
    'what is being typed stays',
  )
  const second = await page.context().newPage()
  await signIn(second, PEOPLE.coordinator)
  const waiting = under(second, 'You were signed out while you were writing')
  t.match(await waiting.innerText(), /The first thing that was said/, 'the desk holds it as well')
  await page.getByRole('article', { name: 'The third thing that was said' }).waitFor()
  await page.locator('#quick-kept').waitFor()
  arrivedOnce(t, house)
  await waiting.getByRole('button', { name: 'Send it now' }).first().click()
  await second.waitForURL((url) => url.pathname !== '/desk')
  arrivedOnce(t, house)
  await second.goto('/desk')
  t.equal(await waiting.count(), 0, 'and nothing waits on the desk any more')
})

test('With five forms kept on the desk already, a session that runs out still loses no line (R25)', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await openMinutes(page)
  const person = house.store.people.list().find((each) => each.email === PEOPLE.coordinator)!
  for (let i = 0; i < 5; i += 1)
    house.store.people.keepForm(
      person.id,
      '/desk/concerns',
      { text: `Kept before ${i}` },
      new Date(Date.parse(SAMPLE_NOW)).toISOString(),
    )
  house.pass({ minutes: 31 })
  await page.keyboard.type('c The sixth thing')
  await page.keyboard.press('Enter')
  await page.getByText(/You have been signed out\. What you typed is kept/).waitFor()
  const second = await page.context().newPage()
  await signIn(second, PEOPLE.coordinator)
  await page.getByRole('article', { name: 'The sixth thing' }).waitFor()
  t.equal(countOf(house, 'The sixth thing'), 1)
})

test('Someone signs in again and has the second factor still to give: the first tab waits, and loses nothing (R25)', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await openMinutes(page)
  await page.route('**/lines', (route) =>
    route.fulfill({ status: 200, headers: { 'hx-redirect': '/sign-in/second-factor' }, body: '' }),
  )
  await page.keyboard.type('c The seventh thing')
  await page.keyboard.press('Enter')
  await page.getByText(/What you typed is kept/).waitFor()
  t.match(page.url(), OPEN, 'the page stays where it is')
  await page.unroute('**/lines')
  await page.getByRole('article', { name: 'The seventh thing' }).waitFor()
  t.equal(countOf(house, 'The seventh thing'), 1)
})

test(
  'Another person signs in on the same laptop: what the first one typed is not written in their name (R25)',
  async (t, house) => {
    const page = await house.comeIn()
    await signIn(page, PEOPLE.coordinator)
    await openMinutes(page)
    house.pass({ minutes: 31 })
    await page.keyboard.type('c Said by the first of them')
    await page.keyboard.press('Enter')
    await page.getByText(/You have been signed out\. What you typed is kept/).waitFor()
    const second = await page.context().newPage()
    await signIn(second, SECOND)
    await page.waitForTimeout(4500)
    t.equal(countOf(house, 'Said by the first of them'), 0, 'it waits for the one who typed it')
    await signOut(second)
    await second.waitForURL('**/sign-in')
    await page.waitForURL('**/sign-in')
    await signIn(second, PEOPLE.coordinator)
    await second.getByRole('button', { name: 'Send it now' }).click()
    await second.getByRole('article', { name: 'Said by the first of them' }).waitFor()
    t.equal(countOf(house, 'Said by the first of them'), 1)
    const concern = house.store.concerns
      .listUnfiltered()
      .find((each) => wordingOf(each).text === 'Said by the first of them')!
    const first = house.store.people.list().find((each) => each.email === PEOPLE.coordinator)!
    t.equal(
      house.store.journal.history('concern', concern.id)[0]?.personId,
      first.id,
      'in their own name',
    )
  },
  { prepare: (store) => secondCoordinator(store) },
)

test(
  'After someone signs out, the laptop holds nothing of what was typed (R25)',
  async (t, house) => {
    const page = await house.comeIn()
    page.on('dialog', (dialog) => {
      void dialog.accept()
    })
    await signIn(page, PEOPLE.coordinator)
    await openMinutes(page)
    await page.route('**/reading', (route) => route.abort())
    await page.keyboard.type('c A family that can be recognised !private')
    await page.getByText('Not saved yet, trying').waitFor()
    t.ok(
      (await page.evaluate<number>('sessionStorage.length')) > 0,
      'while it is not saved it is held here',
    )
    await signOut(page)
    await page.waitForURL('**/sign-in')
    const held = (): Promise<string> =>
      page.evaluate(
        'JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.documentElement.innerHTML, [...document.querySelectorAll("input, textarea")].map((each) => each.value)])',
      )
    t.equal(
      await page.evaluate('sessionStorage.length + localStorage.length'),
      0,
      'nothing is kept in the browser',
    )
    t.notMatch(await held(), /recognised/)
    await page.unroute('**/reading')
    await page.goBack().catch(() => {})
    await page.waitForLoadState()
    t.notMatch(await held(), /recognised/, 'nor is it there for who goes back')

    await signIn(page, PEOPLE.coordinator)
    await page.goto(OPEN)
    await boxOn(page).fill('c Another family that can be recognised !private')
    await page.locator('#quick-kept').waitFor()
    const other = await page.context().newPage()
    await other.goto('/desk')
    await signOut(other)
    await other.waitForURL('**/sign-in')
    await page.waitForURL('**/sign-in', { timeout: 6000 })
    t.notMatch(
      await held(),
      /recognised/,
      'and a tab that was open besides is cleared within seconds',
    )
  },
  { expected: NO_NETWORK },
)
