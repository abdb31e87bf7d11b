import { createRequire } from 'node:module'

/** The oldest browsers that get the design: of autumn 2018 and the two years after. */
export const FLOOR: Record<string, string> = {
  chrome: '69',
  chrome_android: '69',
  firefox: '68',
  safari: '12.1',
  safari_ios: '12.2',
}

interface Support {
  version_added?: string | boolean | null
  version_removed?: string
  flags?: unknown
  prefix?: string
  alternative_name?: string
}
interface Feature {
  __compat?: { support: Record<string, Support | Support[]> }
  [part: string]: unknown
}

// It is large: the compiler has no need to read it.
const css = (createRequire(import.meta.url)('@mdn/browser-compat-data') as { css: Feature }).css

/** A feature by its path, such as `properties gap flex_context`; undefined where none is known. */
export const feature = (...path: string[]): Feature | undefined =>
  path.reduce<Feature | undefined>((at, part) => at?.[part] as Feature | undefined, css)

/** The browsers of the floor that do not know a feature. */
export const without = (it: Feature): string[] =>
  Object.entries(FLOOR).flatMap(([browser, floor]) =>
    [it.__compat?.support[browser] ?? []].flat().some((each) => isThere(each, floor))
      ? []
      : [browser],
  )

const isThere = (support: Support, floor: string): boolean =>
  typeof support.version_added === 'string' &&
  !support.flags &&
  !support.prefix &&
  !support.alternative_name &&
  numberOf(support.version_added) <= numberOf(floor) &&
  (!support.version_removed || numberOf(support.version_removed) > numberOf(floor))

const numberOf = (version: string): number =>
  version === 'preview' ? Infinity : Number.parseFloat(version.replace('≤', ''))
