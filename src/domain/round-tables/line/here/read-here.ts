import { askBefore, askHow, close, hallOf, leaveOut, type Hall } from './hall.ts'
import { readItems } from './items.ts'
import { piecesOf, type HerePiece } from './pieces.ts'
import { askAll, cutByHow, isNamed, isUnsure, saidOfNone, withoutQuestions } from './unsure.ts'
import type { Line, Reading } from '../line.ts'

/** Said where it is read and where it is kept. */
export const wasNotRead = (words: string): string => `“${words}” was not read`

/**
 * `h @mosaic, @wcc councillor; apologies @mps and @youth, 7 residents`: who is here, as it is said.
 * A word for how someone is here holds until the next. What may be two is asked, and not written
 * down.
 */
export const readHere = (line: Line, { names }: Reading): Line => {
  const hall = hallOf(line, names)
  const [text, rest] = cutOff(line.text)
  for (const { pieces, isNew } of segmentsOf(piecesOf(text, names))) {
    if (isNew) {
      hall.clause += 1
      hall.listOf = null
    }
    readSegment(hall, pieces)
  }
  leaveOut(hall, rest)
  const read = close(hall, line)
  return read.here.length > 0 || read.residents !== null
    ? read
    : {
        ...read,
        kind: 'note',
        text: line.typed,
        unread: 'Say who is here with their marks, like h @mps @wcc, 7 residents',
      }
}

/** More than anyone says of who is here, in characters; what is past it stands beside. */
const LONGEST_HERE = 2000

const cutOff = (text: string): [string, string] => {
  if (text.length <= LONGEST_HERE) return [text, '']
  const at = text.lastIndexOf(' ', LONGEST_HERE)
  const cut = at > 0 ? at : LONGEST_HERE
  return [text.slice(0, cut), text.slice(cut)]
}

interface Segment {
  pieces: HerePiece[]
  /** A sentence of its own begins: after a semicolon or a full stop. */
  isNew: boolean
}

/** What stands between commas; and between “and”s, where each side says how its people are here. */
const segmentsOf = (pieces: HerePiece[]): Segment[] => {
  const segments: Segment[] = [{ pieces: [], isNew: false }]
  for (const piece of pieces)
    if (piece.is === 'comma' || piece.is === 'stop')
      segments.push({ pieces: [], isNew: piece.is === 'stop' })
    else segments.at(-1)!.pieces.push(piece)
  return segments.filter(({ pieces: each }) => each.length > 0).flatMap(splitAtAnd)
}

const splitAtAnd = (segment: Segment): Segment[] => {
  const isSaid = (piece: HerePiece): boolean => piece.is === 'presence' || piece.is === 'sent'
  if (segment.pieces.filter(isSaid).length < 2 || saidOfNone(segment.pieces)) return [segment]
  if (segment.pieces.some((each) => each.is === 'doubt')) return [segment]
  const parts: HerePiece[][] = [[]]
  segment.pieces.forEach((piece, at) => {
    const rest = segment.pieces.slice(at + 1)
    const splits = piece.is === 'and' && parts.at(-1)!.some(isSaid) && rest.some(isSaid)
    if (splits) parts.push([])
    else parts.at(-1)!.push(piece)
  })
  return parts.map((pieces, at) => ({ pieces, isNew: segment.isNew && at === 0 }))
}

const readSegment = (hall: Hall, typed: HerePiece[]): void => {
  const sure = withoutQuestions(hall, typed)
  if (sure.length === 0) return
  if (isUnsure(sure)) return askAll(hall, sure)
  if (sure.some((each) => each.is === 'none-away')) {
    hall.mode = null
    hall.listOf = null
  }
  const pieces = sure.filter((each) => each.is !== 'none-away')
  const cut = [saidOfNone(pieces)].filter((each) => each !== undefined)
  const parts = cut.length > 0 ? cut : cutByHow(pieces)
  if (!parts) return askAll(hall, pieces)
  for (const part of parts) readPart(hall, part)
}

const readPart = (hall: Hall, typed: HerePiece[]): void => {
  const pieces = withoutAwayResidents(hall, typed)
  const at = pieces.findIndex((piece) => piece.is === 'presence')
  const said = pieces[at]
  if (said?.is !== 'presence') return readItems(hall, pieces, hall.mode ?? 'present')
  const [before, after] = [pieces.slice(0, at), pieces.slice(at + 1)]
  if (
    said.presence === 'present' &&
    !after.some(isNamed) &&
    before.some((each) => each.is === 'residents')
  )
    return readItems(hall, [...before, ...after], 'present')
  if (!before.some(isNamed)) return readAfter(hall, said, before, after)
  if (!after.some(isNamed)) return readBefore(hall, said, before, after)
  if (said.side === 'before') {
    readItems(hall, before, hall.mode ?? 'present')
    return readAfter(hall, said, [], after)
  }
  if (
    said.side === 'after' ||
    (said.presence === 'present' && (hall.mode ?? 'present') === 'present')
  ) {
    readBefore(hall, said, before, [])
    return readItems(hall, after, hall.mode ?? 'present')
  }
  // “@mps apologies @wcc” may be either’s.
  for (const piece of [...before, ...after]) if (isNamed(piece)) askHow(hall, piece.raw)
  readItems(
    hall,
    [...before, ...after].filter((piece) => !isNamed(piece)),
    'present',
  )
  hall.mode = 'unclear'
}

/** “apologies: 2 residents”: they are not here, and are not counted. */
const withoutAwayResidents = (hall: Hall, pieces: HerePiece[]): HerePiece[] => {
  const isAway = pieces.some((each) => each.is === 'presence' && each.presence !== 'present')
  return pieces.filter((each) => {
    if (!isAway || each.is !== 'residents') return true
    leaveOut(hall, each.raw, `“${each.raw}” are not counted as here`)
    return false
  })
}

type SaidHow = Extract<HerePiece, { is: 'presence' }>

/** `apologies @mps and @wcc`: the word stands before, and holds until the next. */
const readAfter = (hall: Hall, said: SaidHow, before: HerePiece[], after: HerePiece[]): void => {
  const isAlone = !after.some(isNamed)
  // “@mps, apologies, @wcc” says nothing of whom.
  const isOpen =
    isAlone &&
    said.side !== 'before' &&
    hall.said.some((each) => each.isImplied && each.clause === hall.clause)
  readItems(hall, before, 'present')
  if (isOpen) {
    if (said.presence !== 'present') {
      askBefore(hall)
      leaveOut(hall, said.raw)
      hall.mode = 'unclear'
    }
    return readItems(hall, after, 'present')
  }
  hall.mode = said.presence
  hall.listOf = null
  readItems(hall, after, said.presence)
  if (!said.holds) hall.mode = 'unclear'
}

/** `@mps and @wcc sent apologies`: the word stands behind them. */
const readBefore = (hall: Hall, said: SaidHow, before: HerePiece[], after: HerePiece[]): void => {
  const isAway = said.presence === 'apologies' || said.presence === 'absent'
  if (isAway && hall.mode === null && before.some((piece) => piece.is === 'and')) askBefore(hall)
  const held = hall.mode
  hall.mode = said.presence
  readItems(hall, before, said.presence)
  hall.mode = held === null ? null : 'unclear'
  readItems(hall, after, 'present')
}
