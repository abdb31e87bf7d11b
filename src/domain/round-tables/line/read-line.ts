import { readRhythm } from '../../actions/pace/review.ts'
import { MATTERS, readFlags } from './flags.ts'
import { readHere } from './here/read-here.ts'
import { LETTERS, tidy, type Line, type Reading } from './line.ts'
import { decidedIn } from '../notes/vote.ts'
import { isSentence } from './sentence.ts'
import { readDue, readDueBeforeOwner } from './due.ts'
import { readLabels } from './marks.ts'
import { opensNext, readNext } from './next-table.ts'
import { readOwners } from './owners/owners.ts'
import { readUpdate } from './update.ts'

/** Reads what was typed, a line at a time. Empty lines are nothing. */
export const readLines = (typed: string, reading: Reading): Line[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => readLine(line, reading))

/**
 * Reads one line. What cannot be read is a note that says why: it is never refused and never lost.
 */
export const readLine = (asTyped: string, reading: Reading): Line => {
  // One space between words, so that no pattern walks a long run of blanks again and again.
  const typed = asTyped.replace(/\s+/g, ' ')
  const turn = TURN.exec(typed)
  if (turn) return readTurn(asTyped, typed.slice(turn[0].length))
  const next = opensNext(typed, reading)
  if (next !== undefined) return readLetter(asTyped, 'x', next, 'none', reading)
  const opening = /^([caqdunhpx])(\d{1,3}|-)?[\s:]+(?=\S)/i.exec(typed)
  const letter =
    opening && !isSentence(opening, typed.slice(opening[0].length))
      ? (opening[1]!.toLowerCase() as keyof typeof LETTERS)
      : null
  const under =
    letter && opening![2] ? (opening![2] === '-' ? 'none' : Number(opening![2])) : 'last'
  const text = letter ? typed.slice(opening![0].length) : typed
  return readLetter(asTyped, letter, text, under, reading)
}

const readLetter = (
  typed: string,
  letter: keyof typeof LETTERS | null,
  text: string,
  under: Line['under'],
  reading: Reading,
): Line => {
  const said = readFlags({
    ...nothingSaid(),
    typed,
    kind: letter ? LETTERS[letter] : 'note',
    text,
    under,
    unread: letter
      ? null
      : 'Begin with a letter, so that it is read: c for a concern, a for an action',
  })
  return said.depth === 'named' && !MATTERS.includes(said.kind)
    ? keepPrivate(said)
    : readKind(said, letter, reading)
}

/** `# Police report`: what the table turns to. A theme has no blank behind its sign. */
const TURN = /^#+ (?=\S)/

const readTurn = (typed: string, text: string): Line => {
  const said = readFlags({
    ...nothingSaid(),
    typed,
    kind: 'turn',
    text,
    under: 'none',
    unread: null,
  })
  return said.depth === 'named' ? keepPrivate(said) : tidy(said)
}

/** R2: what a line says beside its words, before any of it is read. */
const nothingSaid = (): Omit<Line, 'typed' | 'kind' | 'text' | 'under' | 'unread'> => ({
  depth: 'table',
  ground: null,
  priority: false,
  standing: false,
  themeId: null,
  areaId: null,
  leadId: null,
  seatId: null,
  helperIds: [],
  by: null,
  every: null,
  number: null,
  accepts: null,
  status: null,
  waitingFor: null,
  statusInDoubt: false,
  on: null,
  closed: false,
  here: [],
  next: null,
  residents: null,
  unasked: false,
  remarks: [],
  fixes: [],
})

const readKind = (line: Line, letter: string | null, reading: Reading): Line => {
  switch (letter) {
    case 'c':
      return tidy(readLabels(line, reading))
    case 'a':
    case 'q':
      return tidy(readTerms(readLabels(line, reading), reading))
    case 'u':
      return readUpdate(line, reading)
    case 'h':
      return readHere(line, reading)
    case 'd':
      return readDecision(tidy(line))
    case 'x':
      return readNext(tidy(line), reading)
    default:
      return tidy(line)
  }
}

/** How the table voted stays in the words; figures that only may be a vote are asked about (R2). */
const readDecision = (line: Line): Line => {
  const { doubt } = decidedIn(line.text)
  if (doubt === null) return line
  const why = `“${doubt}” stays in the words. If it is a vote, write it like 9 for, 3 against`
  return { ...line, remarks: [...line.remarks, why] }
}

const readTerms = (said: Line, reading: Reading): Line => {
  const line = readEvery(said)
  const dated = readDueBeforeOwner(line, reading)
  return dated ? readOwners(dated, reading) : readDue(readOwners(line, reading), reading)
}

/** In characters, with what stands around it: `, every three months.` */
const LONGEST_RHYTHM = 60

/** `a Walk the estate every month !standing`: only what is said to keep going has a rhythm (R2). */
const readEvery = (line: Line): Line => {
  const from = Math.max(0, line.text.length - LONGEST_RHYTHM)
  const found = line.standing
    ? /\S([\s,;:–—-]{1,9}(every (?:\S{1,60} )?\S{1,60}?)[.\s]{0,9})$/iu.exec(line.text.slice(from))
    : null
  const every = found ? readRhythm(found[2]!) : undefined
  return every ? { ...line, text: line.text.slice(0, -found![1]!.length), every } : line
}

/**
 * R11: what hangs on nothing that can be held becomes a concern that is, with every word of it. An
 * update cannot be held by itself.
 */
const keepPrivate = (line: Line): Line =>
  tidy({
    ...line,
    kind: 'concern',
    unasked: true,
    text: line.text || line.typed,
    closed: false,
    unread: null,
    remarks: [
      ...line.remarks,
      'It is held in private, so it is kept as a concern that only you can open',
    ],
  })
