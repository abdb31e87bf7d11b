import { readLanguages } from '../../../src/web/words/read-languages.ts'
import { openBrowser } from '../../support/browser.ts'

export const { test } = await openBrowser()

/** Every language, by its code, and the board in it. */
export const boards = readLanguages('views/words').map(({ code }) => ({
  code,
  path: code === 'en' ? '/' : `/${code}`,
}))
