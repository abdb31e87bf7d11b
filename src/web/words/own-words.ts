import type { Tongue } from '../../domain/publishing/board.ts'
import type { Markup } from '../markup.ts'
import { scriptOf } from '../../domain/tongue.ts'
import { inTongue, type Language } from './languages.ts'
import { markOf, type Mark } from './made-up.ts'
import type { Sentences } from './sentences.ts'

/** What the partnership's own texts say in another language, by their English. */
export type Memory = ReadonlyMap<string, Tongue>

/**
 * The partnership's own texts in one language, as far as they are translated, else in English and
 * marked so.
 */
export const ownWordsOf = (
  language: Language,
  english: Language,
  memory: Memory,
  { text, list }: Sentences,
  mark: Mark = markOf(null),
) => {
  const isEnglish = language.code === english.code
  const translation = translationIn(language, english, memory, text)
  const inItsTongue = tongueOf(english, isEnglish, translation)
  /** A text of the partnership's own: translated as far as it is, else in English and marked so. */
  const own = (words: string, block = false): string | Markup =>
    inItsTongue(words, block, mark.isIn(words) ? (said) => mark.whole(words, said) : undefined)
  /** Someone's own words between quotation marks, in a block of their own or in a line. */
  const quoted = (words: string, block = false): string | Markup =>
    inItsTongue(words, block, (said) => `“${said}”`)
  const plain = (words: string, said: string): string =>
    mark.plainLines(words, said.split('\n')).join('\n')
  const begin = (words: string): string | Markup => {
    const there = isEnglish ? words : translation(words)
    return there === undefined || (there === words && !isEnglish)
      ? inTongue(english, upper(words))
      : upper(there)
  }
  /** True where the words can be read in this language. */
  const isTranslated = (words: string): boolean =>
    isEnglish || words === '' || isNumber(words) || translation(words) !== undefined
  /** ... and a person has checked it. */
  const isChecked = (words: string): boolean => isEnglish || (memory.get(words)?.checked ?? true)
  return {
    own,
    quoted,
    /**
     * The partnership's own text in a block of its own, so that English keeps its direction on a
     * page that runs the other way.
     */
    block: (words: string): string | Markup => own(words, true),
    /** ... as text, for titles and attributes. */
    plain: (words: string): string =>
      plain(words, isEnglish ? words : (translation(words) ?? words)),
    isTranslated,
    isChecked,
    tagOf: (words: string): Tag => tagFor(isTranslated(words), isChecked(words)),
    /** The partnership's own name at the beginning of a line. */
    begin,
    /** Names in a row, the first as the beginning of a line. */
    names: (names: string[]): string | Markup =>
      list(names.map((name, i) => (i === 0 ? begin(name) : own(name)))),
    lines: linesIn(english, isEnglish ? String : translation, mark),
  }
}

/** A text as it stands on the page: in its language, else in English and marked so. */
const tongueOf =
  (english: Language, isEnglish: boolean, translation: (words: string) => string | undefined) =>
  (
    words: string,
    block: boolean,
    shown: (said: string) => string | Markup = (said) => said,
  ): string | Markup => {
    if (isEnglish && scriptOf(words)) return inTongue(english, words, block, shown(words))
    if (isEnglish || words === '') return shown(words)
    const there = translation(words)
    // A name that is written the same is read out as English too.
    return there !== undefined && there !== words
      ? shown(there)
      : isNumber(words)
        ? shown(words)
        : inTongue(english, words, block && there === undefined, shown(words))
  }

/** What a text of the partnership's own is in another language; the words of the house count too. */
const translationIn = (
  language: Language,
  english: Language,
  memory: Memory,
  text: Sentences['text'],
) => {
  const known = language.code === english.code ? new Map<string, string>() : keysByText(english)
  return (words: string): string | undefined => {
    const there = memory.get(words)
    if (there) return there.text
    const key = known.get(words)
    return key === undefined || language.words[key] === undefined ? undefined : text(key)
  }
}

/**
 * English words that are the same on every page, such as the grounds for holding something in
 * private.
 */
const keysByText = (english: Language): Map<string, string> =>
  new Map(
    Object.entries(english.words).flatMap(([key, sentence]) =>
      /^(ground|down|origin)\./.test(key) ? [[sentence as string, key] as const] : [],
    ),
  )

/**
 * Words of several lines, each on its own. A translation has its own lines. `cut` divides a line
 * further, where paper is too short for it.
 */
const linesIn =
  (english: Language, translation: (words: string) => string | undefined, mark: Mark) =>
  (words: string, cut = (line: string): string[] => [line]): (string | Markup)[] => {
    const there = translation(words)
    const plain = (there ?? words).split('\n')
    return mark
      .lines(words, plain)
      .flatMap((shown, i) =>
        plain[i] === ''
          ? []
          : (typeof shown === 'string' ? cut(shown) : [shown]).map((piece) =>
              there === undefined ? inTongue(english, plain[i]!, true, piece) : piece,
            ),
      )
  }

/** The first letter as it stands at the beginning of a line. */
export const upper = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
const isNumber = (text: string): boolean => /^[\d\s.,:-]+$/.test(text)

/** What is said beside words that a machine translated, or nobody did; else nothing. */
type Tag = '' | 'entry.machineTag' | 'entry.inEnglish'

const tagFor = (isTranslated: boolean, isChecked: boolean): Tag => {
  if (!isTranslated) return 'entry.inEnglish'
  return isChecked ? '' : 'entry.machineTag'
}
