import type { Locator } from 'playwright-core'
import { hidden, moving, outline, small } from '../../support/reach/press.ts'
import { clashes, cutOff, faint, foreign } from '../../support/reach/words.ts'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { type House, LAPTOP, openBrowser, PHONE } from '../../support/browser.ts'

export const { test } = await openBrowser()

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const WIDTHS = [320, 768, 1280]
/** The text spacing that readers may set (1.4.12), and text alone at twice its size (1.4.4). */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }'
const DOUBLED = 'html { font-size: 200% !important }'
const STANDINGS = {
  done: 'done',
  standing: 'standing',
  'under-way': 'under-way',
  'could-not': 'could-not',
  unanswered: 'unanswered',
}
export const AT = '2022-01-26T10:00:00.000Z'

export const pages = { states: 0 }
t.setTimeout(1_100_000)
t.teardown(() => {
  t.comment(`${pages.states} page states were looked at`)
})

/**
 * A page of the desk, looked at as it stands; and a form of it that is sent, with what comes back.
 */
export const deskOf = (t: Test, page: Page, wrong: string[]) => {
  const visit = async (path: string, name = path): Promise<void> => {
    t.equal((await page.goto(path))?.status(), 200, `${name}: 200`)
    await look(page, name, wrong)
  }
  const send = async (button: string | RegExp, name: string, status = 200): Promise<void> => {
    await page.locator('main details:not([open])').evaluateAll((all) =>
      all.forEach((each) => {
        each.open = true
      }),
    )
    const answer = page.waitForResponse(
      (response) => response.request().resourceType() === 'document' && response.status() !== 303,
    )
    await page.getByRole('main').getByRole('button', { name: button }).first().click()
    t.equal((await answer).status(), status, `${name}: ${status}`)
    await page.waitForLoadState()
    // The page that comes has no title yet while it is on its way.
    await page.waitForFunction('/^(?!Loading )./.test(document.title)')
    if (status === 422)
      t.match(await page.title(), /^Error:/, `${name}: the title begins with Error`)
    await look(page, name, wrong)
  }
  return { visit, send }
}
/** As long as a name may be, without a break. */
export const TIGHT = 'n'.repeat(110)

/** Entries of each standing, by their slugs. */
export const entriesOf = async (house: House): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(STANDINGS).map((standing) => [
      standing,
      house.store.published
        .board()
        .entries.find(
          (entry) => entry.words.standing === standing && !Object.values(LONG).includes(entry.slug),
        )!.slug,
    ]),
  )

/**
 * Looks at a page as it stands, with all that is folded laid open: axe by day and its colours by
 * night; at each width no sideways scroll, no words cut off, no small target; the same with spaced
 * and with doubled text; and what each piece is in.
 */
export const look = async (page: Page, name: string, wrong: string[]): Promise<void> => {
  pages.states += 1
  const html = page.locator('html')
  const add = (found: string[], where = ''): void => {
    wrong.push(
      ...found
        .slice(0, 3)
        .map(
          (line) =>
            `${name}${where}: ${line}${found.length > 3 ? ` (and ${found.length - 3} more)` : ''}`,
        ),
    )
  }
  const reflow = async (where: string): Promise<void> => {
    const over = await html.evaluate((html) => html.scrollWidth - html.clientWidth)
    if (over > 0) wrong.push(`${name} (${where}): scrolls sideways by ${over}`)
    add(await html.evaluate(cutOff), ` (${where})`)
  }
  await page.setViewportSize(LAPTOP)
  await page.locator('main details:not([open])').evaluateAll((all) =>
    all.forEach((each) => {
      each.open = true
    }),
  )
  // The desk has no foot: who works there knows where they are.
  const atDesk = (await page.locator('body.work').count()) > 0
  add(
    (await html.evaluate(outline)).filter(
      (line) => !atDesk || !/one footer|A,HEADER,MAIN$/.test(line),
    ),
  )
  add(await html.evaluate(foreign))
  add(await html.evaluate(moving))
  await page.evaluate(axe)
  await inBothLights(page, html, add)
  await page.emulateMedia({ colorScheme: null })
  await atEachWidth({ page, html, add, reflow })
  await page.setViewportSize(LAPTOP)
}

async function inBothLights(
  page: Page,
  html: Locator,
  add: (found: string[], where?: string) => void,
) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const options =
      colorScheme === 'light'
        ? { runOnly: TAGS }
        : { runOnly: ['color-contrast', 'link-in-text-block'] }
    const found = await page.evaluate<{
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
    }>(`axe.run(document, { resultTypes: ['violations'], ...${JSON.stringify(options)} })`)
    add(
      found.violations.map(
        ({ id, nodes }) =>
          `${id}, ${nodes.length} times: ${nodes[0]!.html.slice(0, 160)} ${nodes[0]!.failureSummary.split('\n')[1]?.trim() ?? ''}`,
      ),
      ` (1280, ${colorScheme})`,
    )
    add(await html.evaluate(faint), ` (${colorScheme})`)
  }
}

async function atEachWidth({
  page,
  html,
  add,
  reflow,
}: {
  page: Page
  html: Locator
  add: (found: string[], where?: string) => void
  reflow: (where: string) => Promise<void>
}) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await reflow(`${width}`)
    add(await html.evaluate(small), ` (${width})`)
    add(await html.evaluate(clashes), ` (${width})`)
  }
  for (const [css, width, where] of [
    [SPACED, 320, 'spaced'],
    [DOUBLED, PHONE.width, 'text at 200 %'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await dress(page, css)
    await reflow(where)
    add(await html.evaluate(clashes), ` (${where})`)
    await dress(page, '')
  }
}

/** A reader's own style, as a browser lays it over any page. */
const dress = (page: Page, css: string): Promise<unknown> =>
  page.evaluate(
    `(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets = [sheet] })()`,
  )

/**
 * Walks the page with Tab from its beginning until the keyboard leaves it, and looks at each thing
 * that takes the focus.
 */
export const walk = async (page: Page): Promise<{ wrong: string[]; walked: string[] }> => {
  const wrong: string[] = []
  const walked: string[] = []
  await page.evaluate(
    'document.activeElement?.blur(); window.scrollTo(0, 0); document.querySelectorAll("[data-walked]").forEach((each) => each.removeAttribute("data-walked"))',
  )
  const most = (await page.locator('a, button, input, select, textarea, summary').count()) + 2
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab')
    const at = await page.locator('html').evaluate(hidden, i)
    if (at === null) break
    walked.push(at.name)
    wrong.push(...at.wrong)
  }
  return { wrong, walked }
}

// A record with what no sample has: words without a break, very long answers, and a trail of thirty
// steps.
export const LONG: Record<string, string> = {}
export const BREATHLESS = 'w'.repeat(500)
export const ENDLESS = 'They came to the estate and they spoke with everyone they met there. '
  .repeat(22)
  .trim()

export type DeskOf = ReturnType<typeof deskOf>
