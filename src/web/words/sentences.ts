import { joined, Markup } from '../markup.ts'
import { inTongue, intl, type Language, type Sentence, type Values } from './languages.ts'

export type Sentences = ReturnType<typeof sentencesOf>

/**
 * The sentences of the interface in one language. One that it lacks is said in English, and marked
 * as English.
 */
export const sentencesOf = (language: Language, english: Language) => {
  const find = findIn(language, english)
  const { format: number } = new Intl.NumberFormat(intl(language))
  const shown = (value: string | number | Markup): string | Markup =>
    typeof value === 'number' ? number(value) : value
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
  return {
    text,
    say,
    list: listIn(text),
    number: (value: number): string => number(value),
  }
}

/** Pieces in a row, as this language joins them. */
const listIn =
  (text: (key: string) => string) =>
  (pieces: (string | Markup)[], by: 'list.and' | 'list.or' = 'list.and'): string | Markup =>
    pieces.length < 2
      ? (pieces[0] ?? '')
      : joined(
          pieces.flatMap((piece, i) =>
            i === 0 ? [piece] : [text(i === pieces.length - 1 ? by : 'list.between'), piece],
          ),
        )

const findIn = (language: Language, english: Language) => {
  const plural = new Intl.PluralRules(intl(language))
  const inEnglish = new Intl.PluralRules(intl(english))
  return (key: string, values: Values): { sentence: string; foreign: boolean } => {
    const own = language.words[key]
    if (own !== undefined) return { sentence: pick(own, plural, values), foreign: false }
    const lent = english.words[key]
    if (lent === undefined) throw new Error(`views/words/en.json has no “${key}”`)
    return { sentence: pick(lent, inEnglish, values), foreign: true }
  }
}

/** The plural form that fits the value `n`. */
const pick = (sentence: Sentence, rules: Intl.PluralRules, values: Values): string =>
  typeof sentence === 'string'
    ? sentence
    : (sentence[
        values.n === 0 && sentence.zero !== undefined ? 'zero' : rules.select(Number(values.n))
      ] ??
      sentence.other ??
      '')

const plain = (value: string | Markup): string =>
  value instanceof Markup ? value.html.replace(/<[^<>]*>/g, '') : value
