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

/**
 * How many slips lie between two words (optimal string alignment); more than `most` where there are
 * more, without counting how many.
 */
export const slipsBetween = (one: string, other: string, most: number): number => {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? before[j - 2]! + 1
          : Infinity
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1, swapped))
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, row] = [row, next]
  }
  return row.at(-1)!
}
