import { foldCharacter } from './letters.ts'

/** A word of a text: as it is compared, as it was typed, and where it stands in the folded text. */
export interface Token {
  word: string
  raw: string
  from: number
  to: number
}

/**
 * A text as the checks read it: folded, and in small letters of the same length; `at` says where
 * each folded character came from, so that an alert shows what was typed.
 */
export interface Reading {
  original: string
  text: string
  low: string
  at: number[]
  tokens: Token[]
}

/** A stretch of the folded text. */
export interface Stretch {
  from: number
  to: number
}

/** Folds a text once, for all the checks. */
export const read = (original: string): Reading => {
  const at: number[] = []
  const pieces: string[] = []
  let place = 0
  for (const character of original) {
    const made = foldCharacter(character)
    for (let i = 0; i < made.length; i += 1) at.push(place)
    pieces.push(made)
    place += character.length
  }
  at.push(original.length)
  const text = pieces.join('')
  const small = text.toLowerCase()
  // A few capitals are longer in small letters. They are none of ours, and stay as they are.
  const low = small.length === text.length ? small : [...text].map(sameLength).join('')
  return { original, text, low, at, tokens: tokensOf(text, low) }
}

/** What was typed there, without the blanks around it. */
export const typedAt = ({ original, at }: Reading, { from, to }: Stretch): string =>
  original.slice(at[from], to > from ? (at[to] ?? original.length) : at[from]).trim()

/** What stands between a word and the next. */
export const gapAfter = ({ low, tokens }: Reading, i: number): string =>
  low.slice(tokens[i]!.to, tokens[i + 1]?.from ?? low.length)

/** Where a pattern is found. It has the flags g and u, and no more than one way to match a stretch. */
export const stretches = (text: string, pattern: RegExp): Stretch[] =>
  [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))

/** Whether a word of the text begins with a capital. */
export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}/u.test(token.raw)

const sameLength = (one: string): string =>
  one.toLowerCase().length === one.length ? one.toLowerCase() : one

const tokensOf = (text: string, low: string): Token[] =>
  stretches(text, /[\p{L}\p{N}]+(?:'\p{L}+)*/gu).map(({ from, to }) => ({
    word: low.slice(from, to),
    raw: text.slice(from, to),
    from,
    to,
  }))
