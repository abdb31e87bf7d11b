import type { Tongue } from '../../domain/publishing/board.ts'
import { daysBetween, type When } from '../../domain/day.ts'
import { monthTitle } from '../../domain/round-tables/round-table.ts'
import { joined, Markup, markup } from '../markup.ts'

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
  language: { name: string; dir: 'ltr' | 'rtl'; locale: string; checkedOn: string | null }
  words: Record<string, Sentence>
}
export interface Language {
  code: string
  name: string
  dir: 'ltr' | 'rtl'
  locale: string
  checkedOn: string | null
  words: Record<string, Sentence>
}

/** What the partnership's own texts say in another language, by their English. */
export type Memory = ReadonlyMap<string, Tongue>
const NOTHING: Memory = new Map()

/** How many words a language lacks. */
export const missingFrom = (language: Language, english: Language): number =>
  Object.keys(english.words).filter((key) => language.words[key] === undefined).length

/**
 * Latin digits and our own calendar in every language: without this, Farsi dates come out in
 * another calendar.
 */
const intl = (language: Language): string => `${language.locale}-u-nu-latn-ca-gregory`

/**
 * The voice of a page in one language: interface words, dates and numbers, and the partnership's
 * own texts as far as they are translated. A word that a language lacks is said in English, and
 * marked as English.
 */
export const speak = (language: Language, english: Language, memory: Memory = NOTHING) => {
  const locale = intl(language)
  const plural = new Intl.PluralRules(locale)
  const inEnglish = new Intl.PluralRules(intl(english))
  const number = new Intl.NumberFormat(locale)
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const isEnglish = language.code === english.code
  const known = isEnglish ? new Map<string, string>() : keysByText(english)

  const pick = (sentence: Sentence, rules: Intl.PluralRules, values: Values): string =>
    typeof sentence === 'string'
      ? sentence
      : (sentence[
          values.n === 0 && sentence.zero !== undefined ? 'zero' : rules.select(Number(values.n))
        ] ??
        sentence.other ??
        '')
  const find = (key: string, values: Values): { sentence: string; foreign: boolean } => {
    const own = language.words[key]
    if (own !== undefined) return { sentence: pick(own, plural, values), foreign: false }
    const lent = english.words[key]
    if (lent === undefined) throw new Error(`views/words/en.json has no “${key}”`)
    return { sentence: pick(lent, inEnglish, values), foreign: true }
  }
  const shown = (value: string | number | Markup): string | Markup =>
    typeof value === 'number' ? number.format(value) : value
  const fill = (sentence: string, values: Values): string =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? plain(shown(values[name]!)) : whole,
    )

  /** A sentence as text, for titles and attributes. */
  const text = (key: string, values: Values = {}): string =>
    fill(find(key, values).sentence, values)
  /** A sentence for a page: markup among its values stays markup. */
  const say = (key: string, values: Values = {}): string | Markup => {
    const { sentence, foreign } = find(key, values)
    if (!foreign && !Object.values(values).some((value) => value instanceof Markup))
      return fill(sentence, values)
    const html = joined(
      sentence.split(/(\{\w+\})/).map((piece) => {
        const value = /^\{\w+\}$/.test(piece) ? values[piece.slice(1, -1)] : undefined
        return value === undefined ? piece : shown(value)
      }),
    )
    return foreign ? inTongue(english, html) : html
  }
  const inTongue = (tongue: Language, words: string | Markup, block = false): Markup =>
    block
      ? markup`<span class="own" lang="${tongue.locale}" dir="${tongue.dir}">${words}</span>`
      : markup`<bdi lang="${tongue.locale}">${words}</bdi>`

  const translation = (english_: string): string | undefined => {
    const there = memory.get(english_)
    if (there) return there.text
    const key = known.get(english_)
    return key === undefined || language.words[key] === undefined ? undefined : text(key)
  }
  /** A text of the partnership's own: translated as far as it is, else in English and marked so. */
  const own = (words: string, block = false): string | Markup => {
    if (isEnglish || words === '') return words
    const there = translation(words)
    // A name that is written the same is read out as English too.
    return there !== undefined && there !== words
      ? there
      : isNumber(words)
        ? words
        : inTongue(english, words, block && there === undefined)
  }
  const begin = (words: string): string | Markup => {
    const there = isEnglish ? words : translation(words)
    return there === undefined || (there === words && !isEnglish)
      ? inTongue(english, upper(words))
      : upper(there)
  }
  const say_ = (when: When): string =>
    (when.length === 7 ? month : day).format(new Date(when.length === 7 ? `${when}-01` : when))
  const titleOf = (heldOn: When): string => text('table.title', { month: say_(heldOn.slice(0, 7)) })
  const tableTitle = (heldOn: When): string | Markup =>
    say('table.title', { month: say_(heldOn.slice(0, 7)) })
  const list = (
    pieces: (string | Markup)[],
    by: 'list.and' | 'list.or' = 'list.and',
  ): string | Markup =>
    pieces.length < 2
      ? (pieces[0] ?? '')
      : joined(
          pieces.flatMap((piece, i) =>
            i === 0 ? [piece] : [text(i === pieces.length - 1 ? by : 'list.comma'), piece],
          ),
        )

  return Object.assign(say, {
    text,
    own,
    list,
    language,
    english,
    isEnglish,
    /**
     * The partnership's own text in a block of its own, so that English keeps its direction on a
     * page that runs the other way.
     */
    block: (words: string): string | Markup => own(words, true),
    /** ... as text, for titles and attributes. */
    plain: (words: string): string => (isEnglish ? words : (translation(words) ?? words)),
    /** True where the words can be read in this language. */
    isTranslated: (words: string): boolean =>
      isEnglish || words === '' || isNumber(words) || translation(words) !== undefined,
    /** ... and a person has checked it. */
    isChecked: (words: string): boolean => isEnglish || (memory.get(words)?.checked ?? true),
    /** The partnership's own name at the beginning of a line. */
    begin,
    /** Names in a row, the first as the beginning of a line. */
    names: (names: string[]): string | Markup =>
      list(names.map((name, i) => (i === 0 ? begin(name) : own(name)))),
    /** Words of several lines, each on its own. A translation has its own lines. */
    lines: (words: string): (string | Markup)[] => {
      const there = isEnglish ? words : translation(words)
      return (there ?? words)
        .split('\n')
        .filter(Boolean)
        .map((line) => (there === undefined ? inTongue(english, line, true) : line))
    },
    /**
     * Where a concern came from: the title of a round table is the same words in every language.
     */
    origin: (words: string, raisedOn: When): string | Markup =>
      words === monthTitle(raisedOn) ? tableTitle(raisedOn) : own(words),
    status: (status: string, kind: string): string | Markup =>
      say(
        english.words[`status.${kind}.${status}`] === undefined
          ? `status.${status}`
          : `status.${kind}.${status}`,
      ),
    /** A day or a month. */
    when: (when: When): Markup => markup`<time datetime="${when}">${say_(when)}</time>`,
    date: say_,
    number: (value: number): string => number.format(value),
    /** How long something has waited, in the unit a person would use. */
    days: (days: number): string | Markup => {
      if (days < 60) return say('time.days', { n: days })
      const months = Math.floor(days / 30.44)
      return months < 24
        ? say('time.months', { n: months })
        : say('time.years', { n: Math.floor(months / 12) })
    },
    daysSince: (from: When, today: When): number => daysBetween(from, today),
    /**
     * `July to September 2021`, for a page; `quarter` is the same as text, for titles and
     * attributes.
     */
    quarterName: (quarter: string): string | Markup =>
      say(`quarter.${quarter.slice(6)}`, { year: quarter.slice(0, 4) }),
    quarter: (quarter: string): string =>
      text(`quarter.${quarter.slice(6)}`, { year: quarter.slice(0, 4) }),
    /** `July 2021 round table`, for a page; `table` is the same as text. */
    tableTitle,
    table: titleOf,
    upper,
  })
}
export type Voice = ReturnType<typeof speak>

const plain = (value: string | Markup): string =>
  value instanceof Markup ? value.html.replace(/<[^>]*>/g, '') : value
const upper = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
const isNumber = (text: string): boolean => /^[\d\s.,:-]+$/.test(text)

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
