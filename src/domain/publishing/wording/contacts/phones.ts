import type { Reading, Stretch } from '../folding/reading.ts'
import { stretches } from '../folding/reading.ts'

/** Telephone numbers in any grouping, and other long numbers that lead to one person (R12). */
export const phones = (reading: Reading): Stretch[] => {
  const text = inFigures(reading.low)
  return [
    ...stretches(text, RUN).flatMap((run) => phonesIn(text, run)),
    ...stretches(text, CALLED).map(({ from, to }) => ({
      from: from + text.slice(from, to).search(/\d/u),
      to,
    })),
    ...stretches(text, LOCAL),
    ...spoken(reading),
  ]
}

/** Figures and what people put between them: at most four blanks, dashes, dots, slashes, brackets. */
const BETWEEN = String.raw`[\s\-./(),:;*~'+]{0,4}`
const RUN = new RegExp(String.raw`(?:[+(][ (]{0,2})?\d(?:${BETWEEN}\d)*`, 'gu')
/** A short number that someone is told to call is one, too; 101 and 999 are not. */
const CALLED =
  /\b(?:call|ring|phone|tel|telephone|text|whatsapp|mobile|mob|fax|ext|extn|extension|landline)\b[.: ]{0,3}(?:(?:on|us|me|her|him|at|is|no|number)\b[.: ]{0,3}){0,2}\d(?:[ -]?\d){3,12}\b/gu

/** Eight figures of a London number, where someone is reached on them; two years are none. */
const LOCAL =
  /(?<=(?<!\p{L})(?:on|reached on|at|number|number is|to|phone|call|ring|text) )(?!(?:19|20)\d\d[ -](?:19|20)\d\d)\d{4}[ -]\d{4}(?![\d-])/gu

/** O for nought and l for one, where figures stand around them. */
const inFigures = (low: string): string =>
  low.replace(/[\dol]{2,20}/gu, (word, at: number) =>
    /\d/u.test(word) && !/[\p{L}\p{N}]/u.test((low[at - 1] ?? ' ') + (low[at + word.length] ?? ' '))
      ? word.replaceAll('o', '0').replaceAll('l', '1')
      : word,
  )

const DATE = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d|\d\d))`
const CLOCK = String.raw`(?:0?[6-9]|1\d|2[0-3])[.:][0-5]\d`
/** A day, a time, a year or a sum of money. */
const ORDINARY = new RegExp(
  String.raw`(?:${DATE}|${CLOCK}|(?:19|20)\d\d|[1-9]\d{0,2}(?:,\d{3}){1,4}(?:\.\d\d)?)(?:[\s,;:()-]{1,3}|$)`,
  'uy',
)

/** The number in a run that begins as one: after a plus, with 0, 44 or 7, or simply too long. */
const phonesIn = (text: string, { from, to }: Stretch): Stretch[] => {
  const run = text.slice(from, to)
  const digits = run.replace(/\D/gu, '').length
  if (digits < LEAST || isOrdinary(run)) return []
  let ahead = digits
  const groups = [...run.matchAll(/(\+[ (]{0,2})?(\d+)/gu)]
  for (const { index, 1: plus, 2: figures } of groups) {
    if (beginsNumber(plus !== undefined, ahead, run.slice(index, index + 24)))
      return [{ from: from + index - bracketBefore(text, from + index), to }]
    ahead -= figures!.length
  }
  return isTooLong(groups, digits, run) ? [{ from, to }] : []
}

const LEAST = 8
const beginsNumber = (plus: boolean, ahead: number, rest: string): boolean => {
  if (plus) return ahead >= LEAST
  const figures = rest.replace(/\D/gu, '')
  return (
    (ahead >= 9 && figures.startsWith('0') && !/^0(?:,\d{3}|[,;] )/u.test(rest)) ||
    (ahead >= 11 && figures.startsWith('44')) ||
    (ahead >= 10 && ahead <= 12 && /^7(?!\d{0,2}[,;])/u.test(rest)) ||
    (ahead === 10 && /^20[378]/u.test(figures))
  )
}

/** An account, a card or a patient: ten figures or more in a few groups are nobody’s count. */
const isTooLong = (groups: RegExpExecArray[], digits: number, run: string): boolean =>
  digits >= 10 && groups.length <= 4 && !/[,;:\n]/u.test(run) && !groups.some(isYear)
const isYear = ({ 2: figures }: RegExpExecArray): boolean => /^(?:19|20)\d\d$/u.test(figures!)

/** Days, times, years and sums and nothing else, save perhaps a small number after them. */
const isOrdinary = (run: string): boolean => {
  ORDINARY.lastIndex = 0
  let read = 0
  while (ORDINARY.test(run)) read = ORDINARY.lastIndex
  return read > 0 && run.slice(read).replace(/\D/gu, '').length < 3
}

const bracketBefore = (text: string, at: number): number => (text[at - 1] === '(' ? 1 : 0)

const FIGURES = new Map(
  'zero oh nought one two three four five six seven eight nine'
    .split(' ')
    .map((word, i): [string, number] => [word, Math.max(0, i - 2)]),
)
/** “treble nine”, “seven hundred”: two figures more than the word before or after says. */
const SPOKEN_TIMES = new Set(['triple', 'treble', 'hundred'])

/** A number that is read out, figure by figure. */
const spoken = ({ tokens }: Reading): Stretch[] => {
  const found: Stretch[] = []
  let first = 0
  let length = 0
  for (const [i, { word }] of tokens.entries()) {
    const times = word === 'double' ? 1 : SPOKEN_TIMES.has(word) ? 2 : FIGURES.has(word) ? 1 : 0
    if (times === 0) length = 0
    else if (length === 0) first = i
    length += times
    if (length >= 9 && !FIGURES.has(tokens[i + 1]?.word ?? ''))
      found.push({ from: tokens[first]!.from, to: tokens[i]!.to })
  }
  return found
}
