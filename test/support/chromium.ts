import { existsSync } from 'node:fs'

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** What is said where nothing could be tried in a browser. */
export const NO_CHROMIUM =
  'No Chromium is here, so nothing was tried in a browser. Set CHROMIUM to the path of one'

/** The program of the browser that the tests use: the one named by CHROMIUM, or one of Debian's. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM, ...CANDIDATES].find(
    (each) => each !== undefined && each !== '' && existsSync(each),
  )
