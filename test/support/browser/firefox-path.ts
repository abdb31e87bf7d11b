import { existsSync } from 'node:fs'

const CANDIDATES = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

/** What is said where a page could not be tried in a second browser. */
export const NO_FIREFOX =
  'No Firefox is here, so this was tried in Chromium alone. Set FIREFOX to the path of one'

/** The program of the second browser: the one named by FIREFOX, or one of Debian's. */
export const firefoxPath = (): string | undefined =>
  [process.env.FIREFOX, ...CANDIDATES].find(
    (each) => each !== undefined && each !== '' && existsSync(each),
  )
