import { slipsBetween } from '../../folded.ts'

/** Shorter words have to be right; longer ones may have one slip, and long ones two. */
const slipsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2)

/** So many words are looked at, and so many near ones are told: no search is slow for long. */
const MOST_LOOKED_AT = 50_000
const MOST_NEAR = 12

/**
 * Words that come nearest to one: with a letter too many, too few, or another, or two that changed
 * places. Only those that are as near as the nearest.
 */
export const nearWords = (word: string, known: Iterable<string>): string[] => {
  let most = slipsIn(word)
  let near: string[] = []
  let left = MOST_LOOKED_AT
  for (const each of known) {
    if (most === 0 || left-- === 0) break
    const slips = slipsBetween(word, each, most)
    if (slips > most) continue
    if (slips < most) near = []
    most = slips
    if (near.length < MOST_NEAR) near.push(each)
  }
  return near
}
