import type { Path } from '../to.ts'
import { viewOf } from './view.ts'

/** What was typed and could not be saved, to be sent again from the page that says so (R23). */
export interface Unsaved {
  to: Path
  fields: { name: string; text: string }[]
}

/** Every template of errors, and exactly what it is given. */
export interface ErrorViews {
  'errors/problem': { title: string; words: string; status: number; unsaved: Unsaved | null }
}

export const view = viewOf<ErrorViews>()
