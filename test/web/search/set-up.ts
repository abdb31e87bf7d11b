import type { Answer } from '../../support/house.ts'

/** What was found, by the heading that it stands under. */
export const foundIn = ({ body }: Answer): Record<string, string[]> =>
  Object.fromEntries(
    [...body.matchAll(/<h2 id="in-(\w+)">[^]*?<\/section>/g)].map(([section, key]) => [
      key!,
      [...section.matchAll(/<h3[^>]*>[^]*?<\/h3>/g)].map(([each]) =>
        each
          .replace(/<svg[^]*?<\/svg>|<[^>]*>/g, '')
          .trim()
          .replace(/\s+/g, ' '),
      ),
    ]),
  )
export const asked = (q: string): string => `/desk/search?q=${encodeURIComponent(q)}`
