import { slipsBetween } from '../../folded.ts'
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
      const apart = slipsBetween(wanted, key.slice(0, 41), most)
      return apart <= most && key.length > 2 ? apart : 3
    }),
  )
