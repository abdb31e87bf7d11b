import type { Page } from 'puppeteer-core'
import sharp from 'sharp'
import { PHONE } from '../../support/browser.ts'
import { launchFirefox } from '../../support/browser/firefox.ts'
import { firefoxPath, NO_FIREFOX } from '../../support/browser/firefox-path.ts'
import { test } from './set-up.ts'

const PAGES = ['', '/entries/2021-q3-2', '/tell-us', '/round-tables', '/about', '/poster']

test('residents read the board, an entry and a form in Firefox, in English and in Arabic', async (t, house) => {
  if (firefoxPath() === undefined) {
    t.comment(NO_FIREFOX)
    return
  }
  const browser = await launchFirefox()
  try {
    const page = await browser.newPage()
    t.comment(await browser.version())
    await page.setViewport(PHONE)
    for (const language of ['', '/ar'])
      for (const each of PAGES) {
        const answer = await page.goto(`${house.url}${language}${each}` || house.url)
        const name = `${language}${each}`
        t.equal(answer?.status(), 200, name)
        t.same(await beside(page), [], `${name}: nothing stands beside the window`)
      }
    await page.goto(house.url)
    t.same(await discOf(page), { halves: true, round: true }, 'the table is one disc')
    await page.goto(`${house.url}/ar`)
    t.same(await discOf(page), { halves: true, round: true }, '... in Arabic as well')
    await page.goto(house.url)
    await page.click('.langs summary')
    await Promise.all([page.waitForNavigation(), page.click('.langs a[hreflang=ar]')])
    t.match(page.url(), /\/ar$/)
    await page.goto(`${house.url}/tell-us`)
    await page.type('textarea', 'The lights on the stairs are broken again.')
    await Promise.all([page.waitForNavigation(), page.click('form button[type=submit]')])
    t.match(await page.$eval('h1', (each) => each.textContent ?? ''), 'We have it')
  } finally {
    await browser.close()
  }
})

/** What reaches out of the window sideways, but for what is cut off on purpose. */
const beside = (page: Page): Promise<string[]> =>
  page.$eval('html', ({ scrollWidth, clientWidth }) =>
    scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth}`] : [],
  )

/**
 * The emblem on the seam of the title, in a picture of it: whether the middle of each half is drawn
 * in a colour of its own, and whether its corners are round.
 */
const discOf = async (page: Page): Promise<{ halves: boolean; round: boolean }> => {
  const said = (await (await page.$('.title > .said'))!.boundingBox())!
  const did = (await (await page.$('.title > .did'))!.boundingBox())!
  const seam = said.x < did.x ? did.x : said.x
  const middle = Math.round(said.y + said.height / 2)
  const clip = { x: seam - RADIUS, y: middle - RADIUS, width: RADIUS * 2, height: RADIUS * 2 }
  const { data, info } = await sharp(await page.screenshot({ clip }))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number): string =>
    data
      .subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)
      .join()
  const [left, right] = [RADIUS / 2, (RADIUS * 3) / 2]
  const far = RADIUS * 2 - 1
  return {
    halves: at(left, RADIUS) !== at(0, 0) && at(right, RADIUS) !== at(far, 0),
    round: at(left, RADIUS) !== at(0, far) && at(right, RADIUS) !== at(far, far),
  }
}
/** The least that the disc of a title is: half its width. */
const RADIUS = 14
