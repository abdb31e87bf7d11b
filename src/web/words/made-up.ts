import { madeUpIn } from '../../domain/publishing/told.ts'
import { joined, markup, type Markup } from '../markup.ts'
import type { Language } from './languages.ts'
import type { Sentences } from './sentences.ts'

type Said = string | Markup
export type Mark = ReturnType<typeof markOf>

/**
 * Puts “(sample)” after what is made up in a sample partnership, on every page and in every file
 * and letter, since each text and day of theirs is said by the voice. In any other nothing is on
 * the list. On a page the mark stands in its own language and direction, and never apart from the
 * words it is of.
 */
export const markOf = (
  madeUp: ReadonlySet<string> | null,
  { text }: Pick<Sentences, 'text'> = { text: String },
  language?: Language,
) => {
  const is = (value: string): boolean => madeUp !== null && madeUp.has(value)
  const tag = (): Markup =>
    markup`<bdi class="made-up" lang="${language?.locale ?? ''}">${text('frame.sampleTag')}</bdi>`
  const tagged = (said: Said): Markup => markup`${said}\u00A0${tag()}`
  const plain = (value: string, said: string): string =>
    is(value) ? `${said} ${text('frame.sampleTag')}` : said
  /** That each line of the text as it is said is of a line, or ends a text, that is made up. */
  const linesOf =
    <S extends Said, T>(mark: (said: S) => T) =>
    (words: string, said: S[]): (S | T)[] => {
      const english = words.split('\n')
      return said.map((line, i) =>
        is(english[i] ?? '') || (is(words) && i === said.length - 1) ? mark(line) : line,
      )
    }
  return {
    is,
    tag,
    /** True where the text, or a line of it, is made up. */
    isIn: (words: string): boolean => is(words) || words.split('\n').some(is),
    /** True where anything in these values is made up. */
    isWithin: (told: object): boolean => madeUp !== null && madeUpIn(told, madeUp).length > 0,
    /** What is said of a text or a day, with the mark where that is made up. */
    said: (value: string, said: Said): Said => (is(value) ? tagged(said) : said),
    plain,
    /** The lines of a text, each as it is said: a translation has the lines of its English. */
    lines: linesOf(tagged),
    plainLines: linesOf((line: string) => `${line} ${text('frame.sampleTag')}`),
    /** The same as one text. */
    whole: (words: string, said: string): Markup =>
      joined(
        linesOf(tagged)(words, said.split('\n')).flatMap((line, i) => (i ? ['\n', line] : line)),
      ),
  }
}
