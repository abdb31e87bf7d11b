import type { Reading, Stretch } from './reading.ts'
import { wordsOf } from './letters.ts'

/** A word or a name to look for: its words, and all of them without anything between. */
export interface Form {
  name: string
  words: string[]
  closed: string
}

export const formsOf = (name: string): Form[] => {
  const words = wordsOf(name)
  const ways = [FIGURES, ROMAN].map((names) => words.map((word) => names[Number(word)] ?? word))
  return (words.some((word) => FIGURES[Number(word)]) ? [words, ...ways] : [words])
    .filter((each) => each.length > 0)
    .map((each) => ({ name, words: each, closed: each.join('') }))
}
/** “Club 7” is written “Club Seven” and “Club VII” as well. */
export const FIGURES =
  'nought one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** ... with the first for nought, which the Romans had none of. */
export const ROMAN = 'nil i ii iii iv v vi vii viii ix x xi xii'.split(' ')

/**
 * Where any of these stands, whole: with its hyphens, apostrophes and blanks as they are, changed
 * or left off, set in letters with blanks between, in the plural or as an owner.
 */
export const closedIn = (reading: Reading, forms: Form[]): (Stretch & { form: Form })[] => {
  if (forms.length === 0) return []
  const by = new Map<string, Form>()
  for (const form of forms)
    for (const ending of ENDINGS)
      if (!by.has(form.closed + ending)) by.set(form.closed + ending, form)
  for (const form of forms)
    if (form.closed.length > 3 && form.closed.endsWith('s')) by.set(form.closed.slice(0, -1), form)
  const beginnings = new Set(
    [...by.keys()].flatMap((each) => Array.from(each, (_, i) => each.slice(0, i + 1))),
  )
  const pieces = piecesOf(reading)
  return pieces.flatMap((_, i) => longestFrom(reading, pieces, i, by, beginnings))
}
const ENDINGS = ['', 's', 'es']

/** The longest run of pieces from here that is one of them. It ends where none of them begins so. */
const longestFrom = (
  { low }: Reading,
  pieces: Stretch[],
  first: number,
  by: Map<string, Form>,
  beginnings: Set<string>,
): (Stretch & { form: Form })[] => {
  let closed = ''
  let hit: (Stretch & { form: Form }) | undefined
  const lengths: number[] = []
  const gaps: string[] = []
  for (let i = first; i < pieces.length; i += 1) {
    const { from, to } = pieces[i]!
    const gap = i > first ? low.slice(pieces[i - 1]!.to, from) : ''
    if (gap.length > 3 || /[.!?;]\s|\n\s*\n/u.test(gap)) break
    if (i > first) gaps.push(gap)
    closed += low.slice(from, to)
    lengths.push(to - from)
    if (!beginnings.has(closed)) break
    const form = by.get(closed)
    if (form && mayBreakSo(form, lengths, gaps)) hit = { from: pieces[first]!.from, to, form }
  }
  return hit ? [hit] : []
}

/**
 * “to get her” is not “Together”: a blank stands where the word has a boundary, or between single
 * letters. Any other mark may stand anywhere.
 */
const mayBreakSo = ({ words }: Form, lengths: number[], gaps: string[]): boolean => {
  if (lengths.length > 2 && lengths.every((each) => each === 1)) return true
  const boundaries = new Set<number>()
  let at = 0
  for (const word of words) boundaries.add((at += word.length))
  let reached = 0
  return gaps.every((gap, i) => {
    reached += lengths[i]!
    return boundaries.has(reached) || !/\s/u.test(gap)
  })
}

/** Letters and figures that stand together. An apostrophe parts them here. */
const piecesOf = ({ low }: Reading): Stretch[] =>
  [...low.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
