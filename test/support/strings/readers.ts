import { chromium } from 'playwright-core'
import { launchFirefox } from '../browser/firefox.ts'
import { chromiumPath } from '../chromium.ts'
import { SCAN, TRAP, type Scanned } from './scan.ts'

/** A real browser that opens a page, and says what ran, what was asked for and what stands there. */
export interface Reader {
  name: string
  open: (url: string) => Promise<Scanned & { ran: string[] }>
  /** A page that came back as the answer to a form: read by the same parser, and never run. */
  parse: (html: string) => Promise<Scanned>
  /** Who is signed in from now on; nobody where it is null. */
  as: (session: string | null) => Promise<void>
  close: () => Promise<void>
}

export const openChromium = async (site: string): Promise<Reader> => {
  const browser = await chromium.launch({ executablePath: chromiumPath()!, args: ['--no-sandbox'] })
  const context = await browser.newContext()
  await context.addInitScript({ content: TRAP })
  const ran: string[] = []
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    ran.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => ran.push(`another page: ${popup.url()}`))
  page.on('request', (request) => {
    if (!/^(data|about|blob):/.test(request.url()) && !request.url().startsWith(site))
      ran.push(`asked for ${request.url()}`)
  })
  return {
    name: `Chromium ${browser.version()}`,
    open: async (url) => {
      ran.length = 0
      await page.goto(site + url, { waitUntil: 'load' })
      if (!page.url().startsWith(site)) ran.push(`went to ${page.url()}`)
      const scanned = (await page.evaluate(`(${SCAN})(null)`)) as Scanned
      const times = (await page.evaluate('window.zqran ?? 0')) as number
      return { ...scanned, ran: [...ran, ...(times > 0 ? [`ran ${times} times`] : [])] }
    },
    parse: (html) => page.evaluate(`(${SCAN})(${JSON.stringify(html)})`),
    as: async (session) => {
      await context.clearCookies()
      if (session) await context.addCookies([{ name: 'session', value: session, url: site }])
    },
    close: () => browser.close(),
  }
}

export const openFirefox = async (site: string): Promise<Reader> => {
  const browser = await launchFirefox()
  const ran: string[] = []
  const page = await browser.newPage()
  await page.evaluateOnNewDocument(TRAP)
  page.on('dialog', (dialog) => {
    ran.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!/^(data|about|blob):/.test(request.url()) && !request.url().startsWith(site))
      ran.push(`asked for ${request.url()}`)
  })
  return {
    name: await browser.version(),
    open: async (url) => {
      ran.length = 0
      await page.goto(site + url, { waitUntil: 'load' })
      if (!page.url().startsWith(site)) ran.push(`went to ${page.url()}`)
      const scanned = (await page.evaluate(`(${SCAN})(null)`)) as Scanned
      const times = (await page.evaluate('window.zqran ?? 0')) as number
      return { ...scanned, ran: [...ran, ...(times > 0 ? [`ran ${times} times`] : [])] }
    },
    parse: (html) => page.evaluate(`(${SCAN})(${JSON.stringify(html)})`) as Promise<Scanned>,
    as: async (session) => {
      const { hostname } = new URL(site)
      await browser.deleteMatchingCookies({ name: 'session', domain: hostname })
      if (session) await browser.setCookie({ name: 'session', value: session, domain: hostname })
    },
    close: () => browser.close(),
  }
}
