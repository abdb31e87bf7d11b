import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { openBrowser } from '../../support/browser.ts'

export const { test } = await openBrowser()

/** The pages of the sheet as a printer is given them: the size of each, and what it says. */
export const print = async (page: Page, path: string) => {
  await page.goto(path)
  const pdf = await getDocumentProxy(
    new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })),
  )
  const { text } = await extractText(pdf)
  const sizes = await Promise.all(
    text.map(async (_, i) => (await pdf.getPage(i + 1)).getViewport({ scale: 1 })),
  )
  return {
    texts: text,
    sizes: sizes.map(({ width, height }) => ({
      width: Math.round(width),
      height: Math.round(height),
    })),
  }
}
