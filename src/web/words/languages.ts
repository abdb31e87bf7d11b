import { scriptOf } from '../../domain/tongue.ts'
import { markup, type Markup } from '../markup.ts'

/**
 * A sentence, or one for each plural form of the language (CLDR categories), chosen by the value
 * `n`.
 */
export type Sentence = string | Partial<Record<Intl.LDMLPluralRule, string>>
export type Values = Record<string, string | number | Markup>

/** What `views/words/{code}.json` holds. Adding a language is adding such a file. */
export interface WordsFile {
  /**
   * Its name in its own script, the way it is written, and who has checked the words: null while
   * they are a machine's.
   */
  language: Omit<Language, 'code' | 'words'>
  words: Record<string, Sentence>
}
export interface Language {
  code: string
  name: string
  dir: 'ltr' | 'rtl'
  locale: string
  checkedOn: string | null
  /** How a day and a month are written, where the platform knows the words and not their order. */
  dates?: { day: string; month: string }
  words: Record<string, Sentence>
}

/** How many words a language lacks. */
export const missingFrom = (language: Language, english: Language): number =>
  Object.keys(english.words).filter((key) => language.words[key] === undefined).length

/**
 * Latin digits and our own calendar in every language: without this, Farsi dates come out in
 * another calendar.
 */
export const intl = (language: Language): string => `${language.locale}-u-nu-latn-ca-gregory`

/**
 * Words of one language on a page in another, marked as what they are. `shown` are the words as
 * they stand there, with something beside them.
 */
export const inTongue = (
  tongue: Language,
  words: string | Markup,
  block = false,
  shown = words,
): Markup => {
  const script = typeof words === 'string' ? scriptOf(words) : null
  const lang = script ? script.lang : tongue.locale
  return block
    ? markup`<span class="own" lang="${lang}" dir="${script ? 'auto' : tongue.dir}">${shown}</span>`
    : markup`<bdi lang="${lang}">${shown}</bdi>`
}
