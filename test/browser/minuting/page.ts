import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { hasFocus, signIn, typeCode } from '../../support/browser/pages.ts'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LAPTOP, PEOPLE, PHONE, type House } from '../../support/browser.ts'
import {
  arrivedOnce,
  boxOn,
  countOf,
  holds,
  LINES,
  OPEN,
  openMinutes,
  read,
  test,
} from './set-up.ts'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

test('Without a line of script many lines are sent at once: shown first, then written down, and nothing is lost on the way (R20)', async (t, house) => {
  const page = await house.comeIn({ javaScriptEnabled: false })
  await signIn(page, PEOPLE.coordinator)
  await page.goto(OPEN)
  const typed = [
    ...LINES,
    'h @sergeant, 7 residents',
    'd- We go on in April',
    'Something without a letter',
    'a Hold a pop-up stall @mps +wcc by 28/4',
  ].join('\n')
  await boxOn(page).fill(typed)
  const before = house.store.concerns.listUnfiltered().length
  await page.getByRole('button', { name: 'Show how it is read' }).click()
  const reading = await page.locator('#quick-reading').innerText()
  t.match(
    reading,
    /Concern The first thing[^]*Action Write the second thing down[^]*No date agreed yet[^]*Note[^]*Ward sergeant, Church Street: present[^]*7 residents[^]*Decision We go on in April[^]*Begin with a letter[^]*Metropolitan Police Service[^]*By 28 April 2022/,
    'each line is read back',
  )
  t.equal(house.store.concerns.listUnfiltered().length, before, 'and nothing is written yet')
  t.equal(
    (await boxOn(page).inputValue()).replaceAll('\r\n', '\n'),
    typed,
    'all that was typed is still there',
  )
  await page.goto('/desk')
  await page.goto(OPEN)
  t.equal(
    (await boxOn(page).inputValue()).replaceAll('\r\n', '\n'),
    typed,
    'even for who looks at another page in between',
  )
  await page.getByRole('button', { name: 'Write it down' }).click()
  t.equal(await boxOn(page).inputValue(), '')
  arrivedOnce(t, house)
  t.match(
    await page.locator('#added').innerText(),
    /The first thing that was said[^]*Write the second thing down[^]*The third thing that was said[^]*Hold a pop-up stall/,
  )
  t.match(await page.locator('#added').innerText(), /We go on in April/)
  const unread = page.locator('#added .unread')
  t.match(await unread.innerText(), /This line was kept as a note/)
  await unread.locator('textarea').fill('c Something with a letter')
  await page.getByRole('button', { name: /^Read it again/ }).click()
  await page.getByRole('article', { name: 'Something with a letter' }).waitFor()
  t.notMatch(
    await page.locator('#added').innerText(),
    /kept as a note/,
    'a line is put right in its place',
  )

  await page.goBack()
  await page.goBack()
  t.equal(countOf(house, 'The third thing that was said'), 1)

  await signedOutBetween(t, house, page)
})

async function signedOutBetween(t: Test, house: House, page: Page) {
  // The session runs out between the two.
  await page.goto(OPEN)
  await boxOn(page).fill('c Typed before the tea\nc Typed after the tea')
  house.pass({ minutes: 31 })
  await page.getByRole('button', { name: 'Write it down' }).click()
  t.match(await page.getByRole('main').innerText(), /What you typed is saved/)
  await typeCode(page, PEOPLE.coordinator)
  await page.getByRole('button', { name: 'Send it now' }).click()
  t.equal(countOf(house, 'Typed before the tea'), 1)
  t.equal(countOf(house, 'Typed after the tea'), 1)
}

test('The line keeps its place on a phone and on a laptop, the keyboard comes back to it, and nothing stands in anyone’s way', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  for (const viewport of [PHONE, LAPTOP]) {
    await page.setViewportSize(viewport)
    await lineFits(t, page, viewport)
    await page.evaluate(axe)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const found = await page.evaluate<{
        violations: { id: string; nodes: { html: string }[] }[]
      }>(
        'axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
      )
      t.same(
        found.violations.map((each) => `${each.id}: ${each.nodes[0]!.html.slice(0, 160)}`),
        [],
        `axe finds nothing at ${viewport.width}, ${colorScheme}`,
      )
    }
    await page.emulateMedia({ colorScheme: null })
    await offersFit(t, page, viewport)
    await page.keyboard.press('Tab')
    await holds(page, /!priority $/)
    t.pass('Tab completes the word')
    await page.keyboard.press('Enter')
    t.ok(await hasFocus(boxOn(page)), 'after Enter the keyboard is still in the line')
    await page.getByRole('article', { name: `The lift is broken at ${viewport.width}` }).waitFor()
    t.ok(await hasFocus(boxOn(page)), 'and when the answer has come')
  }
  await page.keyboard.press('Tab')
  t.notOk(await hasFocus(boxOn(page)), 'with nothing to complete, Tab goes on as everywhere')
  await page.keyboard.press('/')
  t.ok(await hasFocus(boxOn(page)), 'a stroke leads back to the line')
  t.equal(await boxOn(page).inputValue(), '', 'and is not typed into it')
  await page.locator('#attendance summary').click()
  await page.locator('#attendance-residents').focus()
  await page.keyboard.type('4/')
  t.equal(
    await page.locator('#attendance-residents').inputValue(),
    '4/',
    'in a field a stroke is a stroke',
  )
  await page.keyboard.press('Escape')
  t.ok(await hasFocus(boxOn(page)), 'Escape leads back from another field')
  await page.keyboard.type('c One thing')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('a Another thing')
  t.equal(
    await boxOn(page).inputValue(),
    'c One thing\na Another thing',
    'Shift and Enter begin a new line',
  )
})

async function lineFits(t: Test, page: Page, viewport: { width: number; height: number }) {
  await openMinutes(page)
  t.ok(await hasFocus(boxOn(page)), `the line has the keyboard at ${viewport.width}`)
  await boxOn(page).fill('')
  const long = `c ${'Someone speaks for a long time without stopping once '.repeat(12)}${'andthisisawordwithoutend'.repeat(12)} #young @nobody !priority`
  await page.keyboard.insertText(long)
  await read(page, /A priority now/)
  const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  t.ok(over <= 0, `no sideways scroll at ${viewport.width} (${over})`)
  const [box, button] = [
    await boxOn(page).boundingBox(),
    await page.getByRole('button', { name: 'Write it down' }).boundingBox(),
  ]
  t.ok(
    viewport === PHONE || (button !== null && button.y + button.height <= viewport.height),
    `its button is in the window at ${viewport.width}`,
  )
  t.ok(
    box &&
      box.y >= 0 &&
      box.y + Math.min(box.height, 40) <= viewport.height &&
      box.x >= 0 &&
      box.x + box.width <= viewport.width,
    `the line is in the window at ${viewport.width}: ${JSON.stringify(box)}`,
  )
}

async function offersFit(t: Test, page: Page, viewport: { width: number; height: number }) {
  await boxOn(page).fill('')
  await page.keyboard.type(`c The lift is broken at ${viewport.width} !`)
  await page.locator('.offers ul').waitFor()
  await page.evaluate(axe)
  await page.locator('#quick summary').click()
  const open = await page.locator('#quick').boundingBox()
  t.comment(`the line with its help open at ${viewport.width}: ${open?.height} high`)
  await page.locator('#quick summary').click()
  await boxOn(page).focus()
  const offered = await page.evaluate<{
    violations: { id: string; nodes: { html: string }[] }[]
  }>(
    'axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  )
  t.same(
    offered.violations.map((each) => `${each.id}: ${each.nodes[0]!.html.slice(0, 160)}`),
    [],
    `nor with its offers at ${viewport.width}`,
  )
}
