import { folded } from './folded.ts'

/** One thing of the record, as a search reads it. */
export interface Findable {
  /** What it is called: words found here count for more. */
  title: string
  /** Whatever else finds it: what was said of it, whose it is, where it stands. */
  also: string[]
  /** What people call it by when they do not say words: `1.6`, `2021-q3`. */
  numbers: string[]
}
export interface Query {
  /** As it was typed, for the number of a thing. */
  number: string
  words: string[]
}

/** More words than anyone types: what is over is not looked for. */
const MOST_WORDS = 12
export const MOST_LETTERS = 200

/** What is looked for; nothing where no word was typed. */
export const queryIn = (typed: string): Query | null => {
  const words = folded(typed.slice(0, MOST_LETTERS))
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean)
    .slice(0, MOST_WORDS)
  return words.length > 0 ? { number: words.join(' '), words } : null
}

/** How near a thing comes to what is looked for; nothing where a word is missing. */
export type Nearness = 'number' | 'title' | 'words'
export const NEARNESSES: readonly Nearness[] = ['number', 'title', 'words']

/** Each word has to begin a word of the thing, or be its number. */
export const nearnessOf = (query: Query, thing: Findable): Nearness | null => {
  const numbers = thing.numbers.map(folded)
  if (numbers.includes(query.number)) return 'number'
  const title = folded(thing.title)
  const missing = query.words.filter((word) => !begins(title, word))
  if (missing.length === 0) return 'title'
  const also = folded(thing.also.join('\n'))
  return missing.every((word) => numbers.includes(word) || begins(also, word)) ? 'words' : null
}

/** A text that is folded has a word that begins so; the plural of one is found in the singular too. */
export const begins = (text: string, word: string): boolean =>
  beginsWith(text, word) || (singular(word) !== word && isWhole(text, singular(word)))

/** Letters that stand in whatever a word finds. */
export const singular = (word: string): string =>
  /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word

const beginsWith = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (at === 0 || !isLetter(text[at - 1]!)) return true
  return false
}

const isWhole = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const after = text[at + word.length]
    if ((at === 0 || !isLetter(text[at - 1]!)) && (after === undefined || !isLetter(after)))
      return true
  }
  return false
}

const isLetter = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter)
