import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import t from 'tap'
import { LAPTOP, openBrowser, PHONE } from '../../support/browser.ts'

export const { test } = await openBrowser()

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SMALLEST = { width: 320, height: 640 }
export const pages = { states: 0 }
t.teardown(() => {
  t.comment(`${pages.states} page states were checked`)
})

/**
 * Looks at a page as it stands, with all that is folded laid open: axe at two widths, its colours
 * again by night, no sideways scroll down to 320 pixels, and each link to a place on the page leads
 * somewhere.
 */
export const check = async (page: Page, name: string, wrong: string[]): Promise<void> => {
  pages.states += 1
  await page.locator('main details:not([open])').evaluateAll((all) =>
    all.forEach((each) => {
      each.open = true
    }),
  )
  for (const href of await page
    .locator('a[href^="#"]')
    .evaluateAll((links) =>
      links
        .filter(
          (link) => link.ownerDocument.getElementById(link.getAttribute('href').slice(1)) === null,
        )
        .map((link) => link.getAttribute('href')),
    )) {
    wrong.push(`${name}: a link leads to ${href}, which is not there`)
  }
  await page.evaluate(axe)
  for (const viewport of [LAPTOP, PHONE]) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      // Night changes colours alone, so that is what is looked at again.
      const options =
        colorScheme === 'light'
          ? { runOnly: TAGS }
          : { runOnly: ['color-contrast', 'link-in-text-block'] }
      const found = await page.evaluate<{
        violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
      }>(`axe.run(document, { resultTypes: ['violations'], ...${JSON.stringify(options)} })`)
      for (const { id, nodes } of found.violations) {
        wrong.push(
          `${name} (${viewport.width}, ${colorScheme}): ${id}, ${nodes.length} times: ${nodes[0]!.html.slice(0, 160)} ${nodes[0]!.failureSummary.split('\n')[1]?.trim() ?? ''}`,
        )
      }
    }
  }
  await page.emulateMedia({ colorScheme: null })
  for (const viewport of [PHONE, SMALLEST]) {
    await page.setViewportSize(viewport)
    const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    if (over > 0) wrong.push(`${name} (${viewport.width}): scrolls sideways by ${over}`)
  }
  await page.setViewportSize(LAPTOP)
}
