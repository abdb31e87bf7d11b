import { wordsAlone, type BroughtRow } from './brought.ts'
import { markOf, marksIn, type Mark } from './list-marks.ts'
import { isStruck, plainWords, withoutDirections } from './marked-words.ts'
import { saidAndDid } from './said-and-did.ts'
import { runOn, sameMark } from './run-on.ts'

/** A point of a list, put together from its lines. */
interface Point {
  mark: Mark | undefined
  words: string
  remarks: string[]
}

/**
 * Reads a list as people keep it: numbers, letters or bullets of every kind, points within points,
 * lines that run on, two points on one line, footnote marks in the text. What was taken out of a
 * line is said beside it.
 */
export const readList = (pasted: string): BroughtRow[] => {
  const lines = withoutDirections(pasted)
    .split(/[\n\v\f\u2028\u2029\u0085]/)
    .map((line) => line.trim().replace(QUOTED, ''))
  const marks = marksIn(lines)
  const pairs = saidAndDid(lines.map((line) => markOf(line, marks)?.rest ?? line))
  if (pairs) return pairs
  const isMarked = lines.some((line) => markOf(line, marks) !== undefined)
  const points: Point[] = []
  let goesOn = false
  for (const line of lines) {
    const mark = markOf(line, marks)
    const last = points.at(-1)
    // A line without a mark goes on with the one right above it; what stands after an empty line is
    // a point of its own, and so is what stands below a heading.
    if (line !== '' && !mark && isMarked && goesOn && last && !last.mark?.isHeading)
      goOn(last, line)
    else if (line !== '' && !RULE.test(line))
      points.push({ mark, words: mark?.rest ?? line, remarks: [] })
    goesOn = line !== ''
  }
  const typed = new Set(points.flatMap((point) => (point.mark ? sameMark(point.mark.typed) : [])))
  return points
    .flatMap((point) =>
      runOn(point, typed).map(({ mark, words }, i): Point =>
        i === 0
          ? { ...point, words }
          : { mark: markOf(`${mark} ${words}`, marks), words, remarks: [] },
      ),
    )
    .map(rowOf)
    .filter((row) => row.text !== '')
}

/** A letter that was answered, or sent on. */
const QUOTED = /^(?:>\s?)+/
/** A line drawn across the page. */
const RULE = /^(?:[-_=*]\s?){3,}$/

/** A word that was parted at the end of its line becomes one again, unless its hyphen is its own. */
const goOn = (point: Point, line: string): void => {
  const parted = /(?<!\p{L})(\p{L}{2,40})[-‐­]$/u.exec(point.words)
  const next = /^\p{Ll}{1,40}/u.exec(line)?.[0]
  if (!parted || !next) {
    point.words += ` ${line}`
    return
  }
  const keeps = OWN_HYPHEN_BEFORE.test(parted[1]!) || OWN_HYPHEN_AFTER.test(next)
  if (!keeps) point.remarks.push(`We put “${parted[1]}-” and “${next}” together as one word`)
  point.words = (keeps ? point.words : point.words.replace(/[-‐­]$/u, '')) + line
}
const OWN_HYPHEN_BEFORE =
  /^(?:anti|multi|non|self|co|pre|post|follow|pop|drop|stop|long|short|well|cross|half|full|part|on|off|up|re|ex|mid|semi|sub|inter|one|two|three|four|high|low|all|door|face|day|year|drug|knife|hate|plain|open|hand|home|street|old|new|so|ward|police|council|community|resident|youth|crime)$/iu
const OWN_HYPHEN_AFTER =
  /^(?:up|ups|out|outs|in|ins|on|off|down|over|to|of|by|term|time|social|agency|based|wide|led|free|run|old|year|years|monthly|weekly|line|style|related|and|the)$/iu

const rowOf = ({ mark, words, remarks }: Point): BroughtRow => {
  const plain = plainWords(words)
  const { text, cut } = withoutFootnotes(plain)
  const row = wordsAlone(text, [
    ...remarks,
    ...(cut.length ? [`We took out “${cut.join('”, “')}”, which looks like a footnote mark`] : []),
    ...(mark?.isHeading ? ['It looks like a heading, so it is left out'] : []),
  ])
  return {
    ...row,
    kind: mark?.isHeading ? 'skip' : row.kind,
    typed: { ...row.typed, number: mark && /[\p{L}\p{N}]/u.test(mark.typed) ? mark.typed : '' },
    question: mark?.isTicked ? TICKED : mark?.isCrossed ? CROSSED : isStruck(words) ? STRUCK : null,
  }
}

/** What is asked where a box is ticked. */
export const TICKED = 'It is ticked. Is it done? Choose where it stands, and say what was done'
/** What is asked where a cross stands before them. */
export const CROSSED = 'It has a cross. Is it not done, or dropped? Choose where it stands'
/** What is asked where words are struck through. */
export const STRUCK = 'It is struck through. Is it done, or dropped? Choose where it stands'

/**
 * A small figure after the end of a sentence, or in brackets, is a footnote mark and not a word.
 */
const withoutFootnotes = (point: string): { text: string; cut: string[] } => {
  const cut: string[] = []
  const drop = (mark: string): string => {
    cut.push(mark.trim())
    return ''
  }
  const text = point
    .replace(/\s?\(\d{1,2}\)(?=\s|$|\p{L})/gu, (mark) => drop(mark) + ' ')
    .replace(
      /(?:(?<=[.!?”"’])(?<!(?<!\p{L})(?:nos?|flat|apt|st|rd|pt|p|pp|para|vol|sec|fig|ch|approx|tel|ext)\.)\s|(?<=[!?”"’]|(?<!\d)\.))\d{1,2}(?=\s*$|\s+\p{Lu})/giu,
      drop,
    )
    // From the first space alone: a long run of them is looked at once.
    .replace(/(?<!\s)\s*[\u00b9\u00b2\u00b3\u2070-\u2079]+/g, drop)
    .replace(/\s+/g, ' ')
    .trim()
  return { text, cut }
}
