import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { LAPTOP } from '../browser.ts'
import { firefoxPath } from './firefox-path.ts'

/**
 * Someone opens Firefox, with nothing kept in it, and signs in.
 * @param url where the house is.
 */
export const comeInByFirefox = async (
  url: string,
  email: string,
): Promise<{ page: Page; version: string; close: () => Promise<void> }> => {
  const browser = await launchFirefox()
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

/** Starts the second browser, with the fonts of the machine: a house that draws pictures has its own. */
export const launchFirefox = (): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath()!,
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: undefined },
  })
