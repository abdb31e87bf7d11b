import { ARABIC } from './encoded.ts'
import type { PostRoute } from './forms.ts'

/** Routes that no trial sends a form to, and why. */
const LEFT_OUT: Record<string, string> = {
  ...Object.fromEntries(
    ['', ARABIC].map((under) => [
      `${under}/tell-us/what-became-of-it`,
      'looks up a code, and writes nothing',
    ]),
  ),
  '/desk/bringing-in': 'shows how each row is read, and writes nothing',
  '/desk/round-tables/:slug/reading': 'shows how each line is read, and writes nothing',
  '/desk/translations/:language/bringing-in': 'shows what a file would change, and writes nothing',
  '/desk/letters/next/:id/copy': 'nobody waits for a letter in this record',
  '/desk/bringing-in/rows': 'its rows are shown first, and chosen one by one',
  '/desk/round-tables/:slug/opening': 'another table is open',
  '/desk/round-tables/:slug/opening/withdrawal': 'no table was opened just now',
  '/desk/round-tables/:slug/withdrawal': 'no table was planned just now',
  '/desk/round-tables/:slug/agreement': 'no minutes wait for the table that is open',
  '/desk/round-tables/:slug/agreement/withdrawal': 'no minutes were agreed just now',
  '/desk/round-tables/:slug/attendance/as-last-time': 'who is here was written down',
  '/desk/round-tables/:slug/concerns/:id/taking-out': 'more was said of each concern here',
  '/desk/actions/:id/photos/:photoId/showing': 'no entry that is told waits for a photo',
  '/desk/actions/:id/photos/:photoId/taking-back': 'no photo waits to be told',
  '/desk/entries/:id/overrulings': 'no draft has a check that can be overruled',
  '/desk/seats/:id/baton/invitation': 'whoever was named was asked in before',
  '/sign-in/passkey/new': 'a device signs a question that is new each time',
  '/sign-in/passkey/answer': 'a device signs a question that is new each time',
  '/desk/settings/backups': 'nobody keeps backups in this trial: at the doors each is sent twice',
  '/desk/settings/backups/:name/taking':
    'nobody keeps backups in this trial: at the doors each is sent twice',
}

/** A line for each route that was not tried; one without a reason is a fault of the trial. */
export const whyNot = (routes: readonly PostRoute[], tried: ReadonlySet<string>): string[] =>
  routes
    .filter(({ url }) => !tried.has(url))
    .map(({ url }) => `not tried: ${url}: ${LEFT_OUT[url] ?? 'NO REASON'}`)
