import type { Page } from 'playwright-core'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { isHere } from '../../../src/domain/round-tables/round-table.ts'
import { PEOPLE } from '../../support/browser.ts'
import { comeInByFirefox } from '../../support/browser/firefox.ts'
import { firefoxPath, NO_FIREFOX } from '../../support/browser/firefox-path.ts'
import { signIn } from '../../support/browser/pages.ts'
import { panelOf } from './panel-partnership.ts'
import { PANEL } from './panel-words.ts'
import { boxOn, countedHands, openMinutes, OPEN, saved, test } from './set-up.ts'

const PANEL_OPTIONS = { sample: false, prepare: panelOf }
const PAGE = '[scrollY, document.documentElement.scrollHeight]'
const BOX =
  '(({ y, height }) => [Math.round(y), Math.round(height)])(document.querySelector("#quick-text").getBoundingClientRect())'

/** What moves by itself, and not within half a second of a key, as the browser counts it. */
const WATCH_SHIFTS = `window.shifts = []
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) shifts.push(each.value)
}).observe({ type: 'layout-shift' })`

test(
  'A panel of nine organisations is minuted line by line: the page does not move while one types, and all of it stands within four screens',
  async (t, house) => {
    const page = await house.comeIn({ viewport: { width: 1440, height: 900 } })
    await signIn(page, PEOPLE.coordinator)
    await openMinutes(page)
    t.same((await page.evaluate<number[]>(PAGE))[0], 0, 'it opens at its top')
    await page.getByRole('heading', { name: 'Minutes to agree' }).waitFor()
    await page.evaluate(WATCH_SHIFTS)
    const hands = countedHands(page)
    const places = new Set<string>()
    for (const line of PANEL) {
      const before = await page.evaluate<number[]>(PAGE)
      await hands.type(line)
      t.same(await page.evaluate(PAGE), before, `nothing moved: ${line.slice(0, 40)}`)
      places.add(String(await page.evaluate(BOX)))
      await hands.press('Enter')
      await saved(page)
    }
    t.same([...places].slice(1), [], `the box stood where it was all the time: ${[...places][0]}`)
    t.same(await page.evaluate('shifts'), [], 'and nothing else shifted')

    const { store } = house
    const table = store.roundTables.find('2022-q1')!
    t.equal(store.roundTables.concernIds(table.id).length, 10)
    const agreed = store.actions
      .ofTable(table.id, [])
      .filter((each) => each.roundTableId === table.id)
    t.equal(agreed.filter((each) => termsOf(each).leadId !== null).length, 11)
    t.equal(table.attendance.filter(isHere).length, 16)
    t.equal(store.roundTables.find('2022-q2')!.startsAt, '10.30')

    const chars = PANEL.join('').length
    const [, height] = await page.evaluate<number[]>(PAGE)
    t.comment(
      `the panel: ${hands.count.keys} keystrokes for ${chars} characters, ratio ${(hands.count.keys / chars).toFixed(3)}, ${hands.count.clicks} clicks, ${hands.count.pages} pages; ${height} px high, ${(height! / 900).toFixed(2)} screens`,
    )
    t.ok(height! <= 4 * 900, `the whole panel stands within four screens: ${height}`)
    await staysInView(page)
    t.ok(await isRightAbove(page), 'the newest line stands right above the box')
    await smallWindow(page, (ok, what) => t.ok(ok, what))
  },
  PANEL_OPTIONS,
)

/** The box, what the next line hangs under, who is missing and the time. */
const staysInView = async (page: Page): Promise<void> => {
  await page.evaluate('scrollTo(0, 0)')
  for (const id of ['quick-text', 'quick-under', 'quick-away', 'quick-clock'])
    if (!(await isInWindow(page, id))) throw new Error(`${id} is out of sight`)
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
}
const isInWindow = (page: Page, id: string): Promise<boolean> =>
  page.evaluate(
    `(({ y, bottom, width }) => width > 0 && y >= 0 && bottom <= innerHeight)(document.getElementById("${id}").getBoundingClientRect())`,
  )
const isRightAbove = (page: Page): Promise<boolean> =>
  page.evaluate(
    '((gap) => gap >= 0 && gap < 48)(document.querySelector("#quick").getBoundingClientRect().top - document.querySelector("#added > :last-child").getBoundingClientRect().bottom)',
  )

const smallWindow = async (page: Page, ok: (ok: boolean, what: string) => void): Promise<void> => {
  await page.setViewportSize({ width: 720, height: 450 })
  const high = await page.evaluate<number>(
    'document.querySelector("#quick").getBoundingClientRect().height',
  )
  ok(high <= 450 / 4, `in a small window the box takes at most a quarter of it: ${high}`)
  for (const id of ['quick-under', 'quick-away', 'quick-clock'])
    ok(await isInWindow(page, id), `${id} is in view in a small window`)
}

test(
  'In Firefox too nothing moves while one types, and a line is changed with one key',
  async (t, house) => {
    if (firefoxPath() === undefined) {
      if (process.env.BROWSER === 'required') throw new Error(NO_FIREFOX)
      t.comment(NO_FIREFOX)
      return
    }
    const { page, version, close } = await comeInByFirefox(house.url, PEOPLE.coordinator)
    t.teardown(close)
    t.comment(version)
    await page.goto(`${house.url}${OPEN}`)
    await page.waitForSelector('#quick-text:focus')
    t.same(((await page.evaluate(PAGE)) as number[])[0], 0, 'it opens at its top')
    for (const line of PANEL.slice(0, 12)) {
      const before = await page.evaluate(`[${PAGE}, ${BOX}]`)
      await page.keyboard.type(line)
      t.same(
        await page.evaluate(`[${PAGE}, ${BOX}]`),
        before,
        `nothing moved: ${line.slice(0, 40)}`,
      )
      await page.keyboard.press('Enter')
      await page.waitForFunction(
        '!Object.keys(sessionStorage).some((key) => key.endsWith(location.pathname)) && document.querySelector("#quick-state").textContent.startsWith("Saved")',
      )
      await page.waitForFunction('document.querySelector("#quick-text").value === ""')
    }
    await page.keyboard.press('ArrowUp')
    await page.waitForFunction('document.querySelector("#quick-text").value !== ""')
    t.match(
      await page.$eval('#quick-text', (box) => (box as unknown as { value: string }).value),
      /^u 1\.5 done/,
    )
    await page.keyboard.type(' and December')
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      'document.querySelector("#added").textContent.includes("since November and December")',
    )
    const updates = house.store.actions
      .listUnfiltered()
      .find(({ number }) => number === '1.5')!.updates
    t.equal(updates.filter(({ takenBackAt }) => takenBackAt === null).length, 2, 'it counts once')
  },
  PANEL_OPTIONS,
)

test('A line is typed better where it stands, moved under another item, and taken out, without leaving the page', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await openMinutes(page)
  for (const line of [
    'c The lift is broken',
    'a Mend the lft @wcc by May',
    'c The bins are full',
  ]) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await saved(page)
  let loads = 0
  page.on('domcontentloaded', () => (loads += 1))
  const lift = page.getByRole('article', { name: 'The lift is broken' })
  const bins = page.getByRole('article', { name: 'The bins are full' })
  await lift.getByRole('link', { name: /^Change action/ }).click()
  const line = lift.getByLabel('The line, typed better')
  await line.waitFor()
  t.match(await line.inputValue(), /^a\d Mend the lft @\w+ by May 2022$/)
  const number = (await bins.locator('.n').first().innerText()).replace(/\D/g, '')
  await line.fill(`a${number} Mend the lid @police by June`)
  await lift.getByText('By June 2022').waitFor()
  await line.press('Enter')
  await bins.getByText('Mend the lid').waitFor()
  t.equal(await lift.getByText('Mend the').count(), 0, 'it is moved')
  t.equal(loads, 0, 'the page was not left')
  await bins.getByRole('link', { name: /^Change action/ }).click()
  await bins.getByRole('button', { name: /^Take it out/ }).click()
  await page.locator('#quick-text:focus').waitFor()
  t.equal(await page.getByText('Mend the lid').count(), 0)
  t.equal(await boxOn(page).inputValue(), '')
})
