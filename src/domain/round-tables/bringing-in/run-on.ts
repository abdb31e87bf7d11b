import type { Mark } from './list-marks.ts'

/** A point that stands in one line with others: its mark as typed, and its words. */
export interface Part {
  mark: string
  words: string
}

/**
 * "8. Youth activities. 9. Pop up stalls", "(i) fix the gate; (ii) call": the next mark in the middle
 * of a line begins a new point, where no other line begins with it and it is not the number of a
 * house. The line is looked through once.
 */
export const runOn = (
  { mark, words }: { mark: Mark | undefined; words: string },
  typed: ReadonlySet<string>,
): Part[] => {
  if (!mark) return [{ mark: '', words }]
  const parts: Part[] = [{ mark: mark.typed, words }]
  let from = 0
  for (const found of marksInside(mark, words, typed)) {
    parts.at(-1)!.words = words.slice(from, found.index).trim().replace(/[;,]$/, '')
    from = found.index + found[0].length
    parts.push({ mark: found[1]!, words: words.slice(from) })
  }
  return parts
}

/** “the gate 2.” may be the number of a gate: it is a mark where the one after it follows. */
const marksInside = (mark: Mark, words: string, typed: ReadonlySet<string>): RegExpExecArray[] => {
  const marks: RegExpExecArray[] = []
  let doubted: RegExpExecArray | undefined
  let next = nextOf(mark.number === null ? sameMark(mark.typed) : String(mark.number))
  for (const found of words.matchAll(INSIDE)) {
    if (next === undefined || typed.has(next)) break
    const here = sameMark(found[1]!)
    const isSure = isMark(words, found.index, found[0].length)
    if (
      here === next &&
      !isSure &&
      !NO.test(words.slice(Math.max(0, found.index - 5), found.index))
    )
      doubted ??= found
    const isAfter: boolean = doubted !== undefined && isSure && here === nextOf(next)
    if (!isSure || !(here === next || isAfter)) continue
    marks.push(...(isAfter ? [doubted!, found] : [found]))
    doubted = undefined
    next = nextOf(here)
  }
  return marks
}

/** `(2)`, `2.` and `2)` are the same mark. */
export const sameMark = (typed: string): string => {
  const inner = /^\(?([a-z\d]{1,5})[.)]{1,2}$/i.exec(typed)?.[1]?.toLowerCase() ?? ''
  // Letters and Roman figures need their bracket: a letter and a full stop is an initial.
  return /^\d/.test(inner) || typed.endsWith(')') ? inner : ''
}

const INSIDE = /(?<=[\s.;,)])(\(?(?:\d{1,3}|[a-z]{1,5})[.)])\s+(?=\p{L})/giu
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ')

const nextOf = (mark: string): string | undefined => {
  if (/^\d{1,3}$/.test(mark)) return String(Number(mark) + 1)
  const at = ROMAN.indexOf(mark)
  // A list of letters goes through i, v and x; one of Roman figures begins with i.
  if (at >= 0) return ROMAN[at + 1]
  return /^[a-y]$/.test(mark) ? String.fromCharCode(mark.charCodeAt(0) + 1) : undefined
}

const isMark = (words: string, at: number, length: number): boolean => {
  const before = words.slice(Math.max(0, at - 16), at)
  if (A_NUMBER_OF.test(before)) return false
  return /\p{Lu}/u.test(words[at + length] ?? '') || !LEADS_TO_A_NUMBER.test(before)
}

const A_NUMBER_OF =
  /(?<![\p{L}])(?:nos?|numbers?|flats?|unit|room|house|block|phase|page|item|rule|section|sect|para|part|action|point|step|zone|gate|door|bay|platform|route|bus|lot|plot|ward|stage|week|day|year|level|floor|apartment|apt|estate|fig|figure|table|ref)\.?\s$/iu
/** Never the end of a point. */
const NO = /(?<!\p{L})nos?\.?\s$/iu
/** “at 2. then”: before small letters a figure may be the end of a sentence. */
const LEADS_TO_A_NUMBER =
  /(?:(?<!\p{L})(?:at|by|of|and|or|to|before|after|until|till|in|on|for|from|with|about|only|is|are|was|were|under|over|than|the|a|an|all|see|top|around|about|between|least|most|another)|\d|[£$€])\s$/iu
