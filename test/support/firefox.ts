import { existsSync } from 'node:fs'
import puppeteer, { type Page } from 'puppeteer-core'
import { LAPTOP } from './browser.ts'

const CANDIDATES = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

/** What is said where a page could not be tried in a second browser. */
export const NO_FIREFOX =
  'No Firefox is here, so this was tried in Chromium alone. Set FIREFOX to the path of one'

/** The program of the second browser: the one named by FIREFOX, or one of Debian's. */
export const firefoxPath = (): string | undefined =>
  [process.env.FIREFOX, ...CANDIDATES].find(
    (each) => each !== undefined && each !== '' && existsSync(each),
  )

/**
 * Someone opens Firefox, with nothing kept in it, and signs in.
 * @param url where the house is.
 */
export const comeInByFirefox = async (
  url: string,
  email: string,
): Promise<{ page: Page; version: string; close: () => Promise<void> }> => {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath()!,
    headless: true,
  })
  const page = await browser.newPage()
  await page.setViewport(LAPTOP)
  await page.goto(`${url}/sign-in`)
  await page.type('input[name=email]', email)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  const code = await page.$eval('.code', (each) => each.textContent ?? '')
  await page.type('input[name=code]', code.trim())
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  return { page, version: await browser.version(), close: () => browser.close() }
}
