import t from 'tap'
import { openBrowser } from '../../support/browser.ts'

export const { test } = await openBrowser()
export { events as find, linkOf as linkFor } from '../../support/browser/links.ts'
t.setTimeout(120_000)
