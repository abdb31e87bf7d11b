import { found, type Alert, type Knowledge, type Passage } from './alert.ts'
import { closedIn, formsOf } from './folding/closed.ts'
import { wordsOf } from './folding/letters.ts'
import { read } from './folding/reading.ts'

/**
 * What must never be told, whoever gives a reason: guarded words, and words that stand in a private
 * matter.
 */
export const forbidden = (
  parts: Passage[],
  knowledge: Pick<Knowledge, 'guarded' | 'private'>,
): Alert[] => {
  const runs = new Set(knowledge.private.flatMap((text) => runsOf(wordsOf(text))))
  return parts.flatMap((part) => [
    ...guarded(part, knowledge.guarded),
    ...repeatsPrivate(part, runs),
  ])
}

/** From this length on a guarded word is found within others, too, whatever parts them. */
const LONG = 8
const guarded = (part: Passage, list: string[]): Alert[] => {
  const forms = list.flatMap(formsOf)
  if (forms.length === 0) return []
  const words = wordsOf(part.text)
  const text = ` ${words.map(singular).join(' ')} `
  const closed = words.join('')
  const whole = new Set(closedIn(read(part.text), forms).map((each) => each.form.name))
  const hits = forms
    .filter(
      (form) =>
        whole.has(form.name) ||
        text.includes(` ${form.words.map(singular).join(' ')} `) ||
        (form.closed.length >= LONG && closed.includes(form.closed)),
    )
    .map(({ name }) => name)
  return [...new Set(hits)].map((name) =>
    found(
      'guarded',
      part,
      name,
      `“${name}” is a guarded word. Take it out. It can never be published`,
    ),
  )
}

const singular = (word: string): string => word.replace(/s$/, '')

const RUN = 5
const repeatsPrivate = (part: Passage, runs: Set<string>): Alert[] => {
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
