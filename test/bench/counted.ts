import { appendFileSync } from 'node:fs'
import type { FigureName } from '../../src/web/views/board-parts.ts'

/**
 * What a test tried, counted while it tried it: a line for `npm run figures`, which keeps it where
 * the test passed. Otherwise nothing is written.
 */
export const figure = (name: FigureName, tried: number): void => {
  if (process.env.FIGURES)
    appendFileSync(process.env.FIGURES, `${JSON.stringify({ name, tried })}\n`)
}
