import { unreached } from '../../support/reach/press.ts'
import type { Page } from 'playwright-core'
import { LAPTOP, PHONE } from '../../support/browser.ts'
import { entriesOf, test, walk } from './set-up.ts'

/** 1280 wide at a zoom of 400 % is 320 CSS pixels. */
const ZOOMED = { width: 320, height: 256 }

test('By keyboard alone everything is reached in its order, seen, not covered, and left again, on a laptop and at a zoom of 400 %', async (t, house) => {
  for (const [options, paths] of [
    [{ viewport: LAPTOP }, ['', '/ar', '/tell-us', '/poster']],
    [{ viewport: ZOOMED, deviceScaleFactor: 4 }, ['', '/tell-us', '/ar/follow', '/round-tables']],
  ] as const) {
    const page = await house.comeIn(options)
    const entry = `/entries/${(await entriesOf(house)).done}`
    for (const path of [...paths, entry]) {
      await page.goto(path || '/')
      const { wrong, walked } = await walk(page)
      t.same(
        wrong,
        [],
        `${path} at ${options.viewport.width}: each thing is seen where the keyboard is`,
      )
      const left = await page.locator('html').evaluate(unreached)
      t.same(
        left,
        [],
        `${path} at ${options.viewport.width}: ${walked.length} things are reached, in the order they stand in`,
      )
      await page.evaluate('document.activeElement?.blur(); window.scrollTo(0, 0)')
      await page.goto(path || '/')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      t.equal(await focused(page), 'main', `${path}: the first link skips to the page`)
      await page.keyboard.press('Tab')
      t.ok(
        await page.evaluate('document.activeElement.closest("main, footer") !== null'),
        'and the keyboard goes on from there',
      )
    }
  }
})

test('A resident finds an entry, answers it and raises a concern by keyboard alone, on a phone', async (t, house) => {
  const page = await house.comeIn({ viewport: PHONE })
  await page.goto('/')
  await tabTo(page, /^summary Search and filter/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^input q/)
  await page.keyboard.type('football')
  await page.keyboard.press('Enter')
  await page.waitForURL('**q=football**')
  await tabTo(page, /^a How it happened/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/entries/*')
  await tabTo(page, /^summary Add a word/)
  await page.keyboard.press('Space')
  await tabTo(page, /^textarea word/)
  await page.keyboard.type('There is light in the park now')
  await tabTo(page, /^button A little/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/thanks')
  t.match(await page.getByRole('heading', { level: 1 }).innerText(), 'Thank you')
  await tabTo(page, /^a Tell us/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/tell-us')
  await tabTo(page, /^button Send it/)
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  t.match(await page.title(), /^There is a problem/, 'the title begins with what is wrong')
  t.equal(await focused(page), 'div', 'the keyboard stands at what is wrong')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  t.match(await focused(page), /^textarea text/, 'which leads to the field')
  await page.keyboard.type('The lamp in our street is out')
  await tabTo(page, /^button Send it/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'We have it. Thank you' }).waitFor()
  const number = await page.locator('.keep-code').innerText()
  await tabTo(page, /^a See what became of it/)
  await page.keyboard.press('Enter')
  await page.locator('#reference').waitFor()
  await tabTo(page, /^input reference/)
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await page.getByText('Nobody has read it yet').waitFor()
  t.equal(house.store.messages.listUnfiltered().at(-1)!.text, 'The lamp in our street is out')
})

/** What the keyboard is at: its tag, and its words or its name. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `(({ tagName, innerText, name, id }) => (tagName + ' ' + (/^(A|BUTTON|SUMMARY)$/.test(tagName) ? innerText : /^(MAIN|DIV)$/.test(tagName) ? '' : name || id)).trim().replace(/^\\S+/, (tag) => tag.toLowerCase()))(document.activeElement)`,
  )

export const tabTo = async (page: Page, what: RegExp): Promise<void> => {
  for (let i = 0; i < 120; i += 1) {
    await page.keyboard.press('Tab')
    if (what.test(await focused(page))) return
  }
  throw new Error(`the keyboard never comes to ${what}`)
}
