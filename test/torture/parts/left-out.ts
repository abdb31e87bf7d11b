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
  '/sign-in/passkey/new': 'a device signs a question that is new each time',
  '/sign-in/passkey/answer': 'a device signs a question that is new each time',
}

/** A line for each route that was not tried; one without a reason is a fault of the trial. */
export const whyNot = (routes: readonly PostRoute[], tried: ReadonlySet<string>): string[] =>
  routes
    .filter(({ url }) => !tried.has(url))
    .map(({ url }) => `not tried: ${url}: ${LEFT_OUT[url] ?? 'NO REASON'}`)
