import { found, type Alert, type Knowledge, type Passage } from './alert.ts'
import { wordsOf } from './letters.ts'

/**
 * What must never be told, whoever gives a reason: guarded words, and words that stand in a private
 * matter.
 */
export const forbidden = (
  parts: Passage[],
  knowledge: Pick<Knowledge, 'guarded' | 'private'>,
): Alert[] =>
  parts.flatMap((part) => [
    ...guarded(part, knowledge.guarded),
    ...repeatsPrivate(part, knowledge.private),
  ])

const guarded = (part: Passage, list: string[]): Alert[] => {
  const text = ` ${wordsOf(part.text).map(singular).join(' ')} `
  const closed = wordsOf(part.text).join('')
  const holds = (words: string[]): boolean =>
    text.includes(` ${words.map(singular).join(' ')} `) ||
    (words.join('').length >= 8 && closed.includes(words.join('')))
  return list
    .filter((word) => wordsOf(word).length > 0 && holds(wordsOf(word)))
    .map((word) =>
      found(
        'guarded',
        part,
        word,
        `“${word}” is a guarded word. Take it out. It can never be published`,
      ),
    )
}

const singular = (word: string): string => word.replace(/s$/, '')

const RUN = 5
const repeatsPrivate = (part: Passage, texts: string[]): Alert[] => {
  const runs = new Set(texts.flatMap((text) => runsOf(wordsOf(text))))
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
