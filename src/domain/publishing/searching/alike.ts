import { folded } from '../../folded.ts'

/** Words that mean the same to those who search: one group to a line, with commas between. */
const DRAFT = [
  'anti-social behaviour, antisocial, ASB, nuisance',
  'lighting, lights, street light, lamps, dark',
  'mothers, mums, mum, mama',
  'young people, kids, children, youth, teenagers, youngsters',
  'women, woman, girls, ladies',
  'racism, racist, race, discrimination, equality, fairness',
  'BAME, ethnic minorities, minority ethnic, Black, Asian',
  'plain-clothes, plainclothes, non-uniformed',
  'knife crime, knives, stabbing, blades',
  'stop and search, stopped and searched, Section 60, stops',
  'police, officers, cops, Met',
  'neighbourhood, estate, community, area',
  'trust, hesitant, afraid, confidence',
  'المرأة, النساء, نساء, امرأة',
  'زن, زنان, خانم ها',
  'عورت, خواتین, عورتیں',
  'ژن, ژنان, ئافرەتان',
]

/** All of them, for a partnership that keeps no list of its own. */
export const DRAFTED_ALIKE = DRAFT.join('\n')

/** Those that speak of a partnership's themes, for it to go on from; of no themes, all. */
export const alikeForThemes = (themes: readonly string[]): string => {
  const words = new Set(themes.flatMap(wordsOf).filter((word) => word.length > 3))
  const about = DRAFT.filter((line) => wordsOf(line).some((word) => words.has(word)))
  return (about.length > 0 ? about : DRAFT).join('\n')
}

/** A group: each of its ways to say it, word by word. */
export type Alike = readonly (readonly string[])[]

export const alikeIn = (lines: string): Alike[] =>
  lines
    .split('\n')
    .map((line) =>
      line
        .split(/[,،;]/)
        .map(wordsOf)
        .filter((words) => words.length > 0),
    )
    .filter((group) => group.length > 1)

/**
 * A stretch of what was typed, and the other ways to say it. Where two groups begin at one word, the
 * longer stretch is meant.
 */
export interface Meant {
  typed: readonly string[]
  others: Alike
}

/** What was typed, word by word or as the stretches that mean the same as something else. */
export const meantBy = (typed: readonly string[], groups: readonly Alike[]): Meant[] => {
  const meant: Meant[] = []
  let at = 0
  while (at < typed.length) {
    const here = groups.flatMap((group) =>
      group
        .filter((way) => way.every((word, i) => isSameWord(word, typed[at + i])))
        .map((way) => ({ length: way.length, others: group.filter((each) => each !== way) })),
    )
    const length = Math.max(1, ...here.map((each) => each.length))
    meant.push({
      typed: typed.slice(at, at + length),
      others: here.filter((each) => each.length === length).flatMap((each) => each.others),
    })
    at += length
  }
  return meant
}

/** “mum” and “mums” are one word here. */
const isSameWord = (one: string, other: string | undefined): boolean =>
  other !== undefined && (one === other || `${one}s` === other || one === `${other}s`)

const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
