import { found, type Alert, type Knowledge, type Passage } from './alert.ts'
import { wordsOf } from './folding/letters.ts'
import { guarded } from './guarded.ts'

/**
 * What must never be told, whoever gives a reason: guarded words, and words that stand in a private
 * matter.
 */
export const forbidden = (
  parts: Passage[],
  knowledge: Pick<Knowledge, 'guarded' | 'private'> & Partial<Pick<Knowledge, 'known'>>,
): Alert[] => {
  const runs = privateRuns(knowledge.private)
  return parts.flatMap((part) => [...guarded(part, knowledge), ...repeatsPrivate(part, runs)])
}

/** Every run of words of these texts: made once for one reading of the record, however much is checked. */
const privateRuns = (texts: readonly string[]): ReadonlySet<string> => {
  const runs = made.get(texts) ?? new Set(texts.flatMap((text) => runsOf(wordsOf(text))))
  made.set(texts, runs)
  return runs
}
const made = new WeakMap<readonly string[], ReadonlySet<string>>()

const RUN = 5
const repeatsPrivate = (part: Passage, runs: ReadonlySet<string>): Alert[] => {
  const hit = runs.size > 0 ? runsOf(wordsOf(part.text)).find((run) => runs.has(run)) : undefined
  return hit
    ? [
        found(
          'named',
          part,
          hit,
          'These words also stand in a matter held in private. Say it in other words, or leave it out',
        ),
      ]
    : []
}
const runsOf = (words: string[]): string[] =>
  words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, i) => words.slice(i, i + RUN).join(' '))
