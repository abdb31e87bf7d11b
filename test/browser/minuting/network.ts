import { hasFocus, signIn } from '../../support/browser/pages.ts'
import type { Page } from 'playwright-core'
import { PEOPLE } from '../../support/browser.ts'
import {
  arrivedOnce,
  boxOn,
  countOf,
  LINES,
  NO_NETWORK,
  OPEN,
  openMinutes,
  saved,
  test,
} from './set-up.ts'

test(
  'Someone types, and the page is loaded again: the text is back (R25)',
  async (t, house) => {
    const page = await house.comeIn()
    page.on('dialog', (dialog) => {
      void dialog.accept()
    })
    await signIn(page, PEOPLE.coordinator)
    await openMinutes(page)
    await page.keyboard.type('c The lift has been broken for a month')
    await page.locator('#quick-kept').waitFor()
    await page.reload()
    t.equal(await boxOn(page).inputValue(), 'c The lift has been broken for a month')
    await page.keyboard.press('End')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' now')
    await page.locator('#quick-kept').waitFor()
    await page.close()
    const other = await house.comeIn()
    await signIn(other, PEOPLE.coordinator)
    await openMinutes(other)
    t.equal(
      await boxOn(other).inputValue(),
      'c The lift has been broken for a month now',
      'another laptop has it too',
    )
    const sergeant = await house.comeIn()
    await signIn(sergeant, PEOPLE.manager)
    await sergeant.goto(OPEN)
    t.notMatch(await sergeant.content(), /lift has been broken/, 'and nobody else')
    await other.keyboard.press('Enter')
    await saved(other)
    t.equal(countOf(house, 'The lift has been broken for a month now'), 1)
    await other.reload()
    t.equal(await boxOn(other).inputValue(), '', 'what was written down does not come back')

    await other.route('**/reading', (route) => route.abort())
    await other.keyboard.type('c The stairs are dirty')
    await other.getByText('Not saved yet, trying').waitFor()
    other.on('dialog', (dialog) => {
      void dialog.accept()
    })
    await other.reload()
    t.equal(
      await boxOn(other).inputValue(),
      'c The stairs are dirty',
      'even what the server never had is back in this tab',
    )
    await other.unroute('**/reading')
    await other.locator('#quick-kept').waitFor()
  },
  { expected: NO_NETWORK },
)

for (const [name, cut, mend] of [
  [
    'With no network',
    (page: Page) => page.context().setOffline(true),
    (page: Page) => page.context().setOffline(false),
  ],
  [
    'With a server that is down',
    (page: Page) =>
      page.route('**/desk/**', (route) => route.fulfill({ status: 503, body: 'down' })),
    (page: Page) => page.unroute('**/desk/**'),
  ],
  // The worst: the server wrote it down, and its answer is lost.
  [
    'With answers that get lost',
    (page: Page) =>
      page.route('**/lines', async (route) => {
        await route.fetch()
        await route.abort()
      }),
    (page: Page) => page.unroute('**/lines'),
  ],
] as const) {
  test(
    `${name} someone goes on typing, and the lines arrive once and in order (R22)`,
    async (t, house) => {
      const page = await house.comeIn()
      await signIn(page, PEOPLE.coordinator)
      await openMinutes(page)
      await cut(page)
      for (const line of LINES) {
        await page.keyboard.type(line)
        await page.keyboard.press('Enter')
        t.equal(await boxOn(page).inputValue(), '', 'the line is empty for the next one')
        await page.locator('#quick-state', { hasText: /on (its|their) way/ }).waitFor()
      }
      await page.keyboard.type('c The fifth is not finished')
      await page.getByText(/Not saved yet/).waitFor()
      t.ok(await hasFocus(boxOn(page)))
      await mend(page)
      await page.getByRole('article', { name: 'The third thing that was said' }).waitFor()
      await page.locator('#quick-kept').waitFor()
      arrivedOnce(t, house)
      t.equal(
        await boxOn(page).inputValue(),
        'c The fifth is not finished',
        'what was being typed was not touched',
      )
      await page.waitForFunction('sessionStorage.length === 0')
      t.pass('and nothing is left in the browser')
      t.notMatch(
        await page.locator('#quick-state').innerText(),
        /Not saved/,
        'the words of warning are gone',
      )
    },
    { expected: NO_NETWORK },
  )
}

test(
  'The laptop is closed while lines wait, and they go on their way when the page is opened again (R22)',
  async (t, house) => {
    const page = await house.comeIn()
    await signIn(page, PEOPLE.coordinator)
    await openMinutes(page)
    await page.route('**/lines', (route) => route.abort())
    for (const line of LINES) {
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
    }
    await page.locator('#quick-state', { hasText: 'Not saved yet' }).waitFor()
    let asked = 0
    page.on('dialog', (dialog) => {
      asked += 1
      void dialog.accept()
    })
    await page.reload()
    t.equal(asked, 1, 'they are asked before they leave')
    t.match(await page.locator('#quick-state').innerText(), /on their way|Not saved yet/)
    await page.unroute('**/lines')
    await page.getByRole('article', { name: 'The third thing that was said' }).waitFor()
    await page.waitForFunction('sessionStorage.length === 0')
    arrivedOnce(t, house)
  },
  { expected: NO_NETWORK },
)
