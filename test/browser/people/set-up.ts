import { openBrowser } from '../../support/browser.ts'

export const { test } = await openBrowser()

export const OWNED = 'Community events to bring together parents'
