import { existsSync, readFileSync } from 'node:fs'
import { FIGURES, type Figures } from '../views/board-parts.ts'

/**
 * docs/figures.json, which `npm run figures` makes of real runs. Nothing where it is not there: a
 * figure that nobody measured is not shown.
 */
export const readFigures = (file: string): Figures | null => {
  if (!existsSync(file)) return null
  const { version, on, tried } = JSON.parse(readFileSync(file, 'utf8')) as Figures
  const known = FIGURES.filter((name) => tried[name] !== undefined)
  return { version, on, tried: Object.fromEntries(known.map((name) => [name, tried[name]])) }
}
