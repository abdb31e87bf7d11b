import { markup, type Markup } from '../markup.ts'
import type { Sentences } from './sentences.ts'

type Said = string | Markup
export type Mark = ReturnType<typeof markOf>

/**
 * Puts “(sample)” after what is made up in a sample partnership, on every page and in every file
 * and letter, since each text and day of theirs is said by the voice. In any other nothing is on
 * the list.
 */
export const markOf = (
  madeUp: ReadonlySet<string> | null,
  { text }: Pick<Sentences, 'text'> = { text: String },
) => {
  const is = (value: string): boolean => madeUp !== null && madeUp.has(value)
  const tagged = (said: Said): Said =>
    typeof said === 'string'
      ? `${said} ${text('frame.sampleTag')}`
      : markup`${said} ${text('frame.sampleTag')}`
  const plain = (value: string, said: string): string => (is(value) ? String(tagged(said)) : said)
  return {
    is,
    /** What is said of a text or a day, with the mark where that is made up. */
    said: (value: string, said: Said): Said => (is(value) ? tagged(said) : said),
    plain,
    /** The lines of a text, each as it is said: a translation has the lines of its English. */
    lines: <S extends Said>(words: string, said: S[]): Said[] => {
      const english = words.split('\n')
      return said.map((line, i) =>
        is(english[i] ?? '') || (is(words) && i === said.length - 1) ? tagged(line) : line,
      )
    },
  }
}
