import { fileURLToPath } from 'node:url'
import { readAssets, type Assets } from './web/files/assets.ts'
import { openTemplates, type Templates } from './web/shared-parts.ts'
import type { Criterion } from './web/views/board.ts'
import { readCriteria } from './web/words/criteria.ts'
import type { Figures } from './web/views/board-parts.ts'
import { readFigures } from './web/words/figures.ts'
import type { Language } from './web/words/languages.ts'
import { readLanguages } from './web/words/read-languages.ts'

/**
 * What the house is fitted with: read once, the same for every partnership, and changed by none.
 * Nothing in it comes from a record.
 */
export interface Fittings {
  languages: readonly Language[]
  templates: Templates
  assets: Assets
  criteria: readonly Criterion[]
  figures: Figures | null
  fonts: string
}

/** @param views the folder of the templates, where it is not our own. */
export const readFittings = (views: string = fromRoot('views')): Fittings => {
  // The letters of pictures are ours alone, the same on every machine.
  process.env.FONTCONFIG_FILE = fromRoot('static/fonts/fonts.conf')
  return {
    languages: frozen(readLanguages(fromRoot('views/words'))),
    templates: openTemplates(views),
    assets: readAssets(fromRoot('static')),
    criteria: readCriteria(fromRoot('docs/accessibility.md')),
    figures: readFigures(fromRoot('docs/figures.json')),
    fonts: fromRoot('static/fonts'),
  }
}

/** All the way down: what one partnership could change, another would read. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
