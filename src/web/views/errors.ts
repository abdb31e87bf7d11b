import { viewOf } from './view.ts'

/** Every template of errors, and exactly what it is given. */
export interface ErrorViews {
  'errors/problem': { title: string; words: string; status: number }
}

export const view = viewOf<ErrorViews>()
