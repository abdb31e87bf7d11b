import type { Page } from 'playwright-core'
import { PHONE } from '../../support/browser.ts'
import { boards, test } from './set-up.ts'

const SMALL = { width: 360, height: 640 }
const MOST_SCREENS = 8

test('a resident meets a concern and the beginning of its answer on the first screen, in every language', async (t, house) => {
  const figures: string[] = []
  for (const viewport of [PHONE, SMALL]) {
    const page = await house.comeIn({ viewport, javaScriptEnabled: false })
    for (const { code, path } of boards) {
      await page.goto(path)
      const { said, did, wide, whole } = await placesOn(page)
      const at = `${code} at ${viewport.width} × ${viewport.height}`
      t.ok(said < viewport.height, `${at}: the concern begins at ${said}`)
      t.ok(did < viewport.height, `${at}: the first words of its answer end at ${did}`)
      t.ok(wide <= viewport.width, `${at}: nothing stands beside the window`)
      if (viewport === PHONE)
        t.ok(
          whole <= MOST_SCREENS * viewport.height,
          `${at}: the whole board is ${whole} pixels, ${(whole / viewport.height).toFixed(1)} screens`,
        )
      figures.push(`${at}: concern ${said}, answer ${did}, whole board ${whole}`)
    }
  }
  for (const each of figures) t.comment(each)
})

/** Where the first concern begins, and where the first line of its answer ends, from the top. */
const placesOn = (
  page: Page,
): Promise<{ said: number; did: number; wide: number; whole: number }> =>
  page
    .locator('article.pair')
    .first()
    .evaluate((pair) => {
      const edge = (of: string, side: 'top' | 'bottom'): number =>
        Math.round(pair.querySelector(of)!.getBoundingClientRect()[side])
      const { scrollWidth, scrollHeight } = pair.ownerDocument.documentElement
      return {
        said: edge('.words', 'top'),
        did: edge('.did > .label', 'bottom'),
        wide: scrollWidth,
        whole: scrollHeight,
      }
    })

test('someone who wants to write finds the box on the first screen, in every language', async (t, house) => {
  for (const viewport of [PHONE, SMALL]) {
    const page = await house.comeIn({ viewport, javaScriptEnabled: false })
    for (const { code, path } of boards) {
      await page.goto(`${path === '/' ? '' : path}/tell-us`)
      const box = (await page.locator('textarea').first().boundingBox())!
      t.ok(
        box.y + 48 < viewport.height,
        `${code} at ${viewport.width} × ${viewport.height}: the box begins at ${Math.round(box.y)}`,
      )
    }
  }
})
