import { readFileSync } from 'node:fs'
import type { Criterion } from '../views/board.ts'

/**
 * The table of docs/accessibility.md: each rule of the guidelines, and how we know. The page that
 * residents read is made of the same rows.
 */
export const readCriteria = (file: string): Criterion[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
    .filter((cells) => cells.length === 4 && /^\d+\.\d+\.\d+$/.test(cells[0]!))
    .map(([number, name, level, how]) => ({
      number: number!,
      name: name!,
      level: level!,
      how: how!,
    }))
