import { readFileSync } from 'node:fs'
import type { Knowledge } from '../../../src/domain/publishing/wording/alert.ts'
import { alertsIn } from '../../../src/domain/publishing/wording/wording.ts'

/** What the checks know while they are measured: every name is invented. */
const KNOWLEDGE: Knowledge = {
  names: ['Siobhán O’Brien', 'Deniz Yılmaz', 'Łukasz Sørensen'],
  known: [
    'Mosaic Community Trust',
    'Metropolitan Police',
    'Westminster City Council',
    'Church Street',
    'Lisson Grove',
    'Lighting',
  ],
  guarded: ['O’Malley', 'El-Amin', 'Club 7', 'Rainbow', 'Lantern Lane Youth Club'],
  private: [],
}

/** How the checks did on a set of sentences: those with a detail that was missed, and false alarms. */
export interface Measured {
  hidden: number
  missed: string[]
  ordinary: number
  alarmed: string[]
}

/**
 * Public sentences, half with one detail hidden in each and half ordinary. `held` are those that
 * nobody looks at while the checks are worked on. Advice on style (`plain`) is no alarm.
 */
export const measure = (held: boolean): Measured => {
  const hidden = linesOf(held ? 'hidden-held.txt' : 'hidden.txt')
  const ordinary = linesOf(held ? 'ordinary-held.txt' : 'ordinary.txt')
  return {
    hidden: hidden.length,
    missed: hidden.filter((line) => {
      const [, key, text] = /^(\w+): (.*)$/.exec(line)!
      return !found(text!).some((each) => each.key === key)
    }),
    ordinary: ordinary.length,
    alarmed: ordinary.flatMap((line) => {
      const alerts = found(line).filter((each) => each.key !== 'plain')
      return alerts.length > 0
        ? [`${line} [${alerts.map((each) => `${each.key}: ${each.found}`).join('; ')}]`]
        : []
    }),
  }
}

const found = (text: string) => alertsIn([{ field: 'did', text }], KNOWLEDGE)
const linesOf = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
