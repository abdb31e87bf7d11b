import { readLanguages } from '../../../src/web/words/read-languages.ts'

export { test } from '../everyone/set-up.ts'

/** Every language, by its code, and the board in it. */
export const boards = readLanguages('views/words').map(({ code }) => ({
  code,
  path: code === 'en' ? '/' : `/${code}`,
}))
