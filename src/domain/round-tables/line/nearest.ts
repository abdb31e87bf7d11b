import { plain, type Named } from './mentions.ts'

const MOST_NEAR = 3

/** Who may have been meant by a name that nobody has: a letter or two apart, or with a word of it. */
export const nearest = <T extends Named>(typed: string, all: T[]): T[] => {
  const wanted = plain(typed)
  if (wanted.length < 3 || wanted.length > 40) return []
  const words = wanted.split('-').filter((word) => word.length > 3)
  return all
    .map((each) => ({ each, apart: howFar(wanted, words, each) }))
    .filter(({ apart }) => apart <= 2)
    .toSorted((a, b) => a.apart - b.apart)
    .slice(0, MOST_NEAR)
    .map(({ each }) => each)
}

const howFar = (wanted: string, words: string[], { keys }: Named): number =>
  Math.min(
    ...keys.filter(Boolean).map((key) => {
      if (words.some((word) => key.split('-').includes(word))) return 1
      const most = wanted.length < 5 ? 1 : 2
      const apart = editsBetween(wanted, key.slice(0, 41))
      return apart <= most && key.length > 2 ? apart : 3
    }),
  )

/** Letters to add, take out, change or swap. */
const editsBetween = (one: string, other: string): number => {
  if (Math.abs(one.length - other.length) > 2) return 3
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row[j] = Math.min(
        last[j]! + 1,
        row[j - 1]! + 1,
        last[j - 1]! + (same ? 0 : 1),
        swapped ? before[j - 2]! + 1 : 99,
      )
    }
    ;[before, last] = [last, row]
  }
  return last.at(-1)!
}
