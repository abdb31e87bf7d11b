import { askBefore, askHow, asLine, nothingYet, leaveOut, type SoFar } from './so-far.ts'
import { readItems } from './items.ts'
import { POST } from './roles.ts'
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
  const soFar = nothingYet(line, names)
  const [text, rest] = cutOff(line.text)
  for (const { pieces, isNew } of segmentsOf(piecesOf(text, names))) {
    if (isNew) {
      soFar.clause += 1
      soFar.listOf = null
    }
    readSegment(soFar, pieces)
  }
  leaveOut(soFar, rest)
  const read = asLine(soFar, line)
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

const readSegment = (soFar: SoFar, typed: HerePiece[]): void => {
  const sure = withoutQuestions(soFar, typed)
  if (sure.length === 0) return
  if (isUnsure(sure)) return askAll(soFar, sure)
  if (sure.some((each) => each.is === 'none-away')) {
    soFar.mode = null
    soFar.listOf = null
  }
  const pieces = sure.filter((each) => each.is !== 'none-away')
  const cut = [saidOfNone(pieces)].filter((each) => each !== undefined)
  const parts = cut.length > 0 ? cut : cutByHow(pieces)
  if (!parts) return askAll(soFar, pieces)
  for (const part of parts) readPart(soFar, part)
}

const readPart = (soFar: SoFar, typed: HerePiece[]): void => {
  const pieces = withoutAwayResidents(soFar, typed)
  const at = pieces.findIndex((piece) => piece.is === 'presence')
  const said = pieces[at]
  if (said?.is !== 'presence') return readItems(soFar, pieces, soFar.mode ?? 'present')
  const [before, after] = [pieces.slice(0, at), pieces.slice(at + 1)]
  if (
    said.presence === 'present' &&
    !after.some(isNamed) &&
    before.some((each) => each.is === 'residents')
  )
    return readItems(soFar, [...before, ...after], 'present')
  if (!before.some(isNamed)) return readAfter(soFar, said, before, after)
  if (!after.some(isNamed)) return readBefore(soFar, said, before, after)
  if (said.side === 'before') {
    readItems(soFar, before, soFar.mode ?? 'present')
    return readAfter(soFar, said, [], after)
  }
  if (
    said.side === 'after' ||
    (said.presence === 'present' && (soFar.mode ?? 'present') === 'present')
  ) {
    readBefore(soFar, said, before, [])
    return readItems(soFar, after, soFar.mode ?? 'present')
  }
  // “@mps apologies @wcc” may be either’s.
  for (const piece of [...before, ...after]) if (isNamed(piece)) askHow(soFar, piece.raw)
  readItems(
    soFar,
    [...before, ...after].filter((piece) => !isNamed(piece)),
    'present',
  )
  soFar.mode = 'unclear'
}

/** “apologies: 2 residents”: they are not here, and are not counted. */
const withoutAwayResidents = (soFar: SoFar, pieces: HerePiece[]): HerePiece[] => {
  const isAway = pieces.some((each) => each.is === 'presence' && each.presence !== 'present')
  return pieces.filter((each) => {
    if (!isAway || each.is !== 'residents') return true
    leaveOut(soFar, each.raw, `“${each.raw}” are not counted as here`)
    return false
  })
}

type SaidHow = Extract<HerePiece, { is: 'presence' }>

/** `apologies @mps and @wcc`: the word stands before, and holds until the next. */
const readAfter = (soFar: SoFar, said: SaidHow, before: HerePiece[], after: HerePiece[]): void => {
  // “apologies councillor” is said of the councillor, who was not found, and of nobody before it.
  const isAlone = !after.some(
    (each) => isNamed(each) || (each.is === 'word' && POST.test(each.raw)),
  )
  // “@mps, apologies, @wcc” says nothing of whom.
  const isOpen =
    isAlone &&
    said.side !== 'before' &&
    soFar.said.some((each) => each.isImplied && each.clause === soFar.clause)
  readItems(soFar, before, 'present')
  if (isOpen) {
    if (said.presence !== 'present') {
      askBefore(soFar)
      leaveOut(soFar, said.raw)
      soFar.mode = 'unclear'
    }
    return readItems(soFar, after, 'present')
  }
  soFar.mode = said.presence
  soFar.listOf = null
  readItems(soFar, after, said.presence)
  if (!said.holds) soFar.mode = 'unclear'
}

/** `@mps and @wcc sent apologies`: the word stands behind them. */
const readBefore = (soFar: SoFar, said: SaidHow, before: HerePiece[], after: HerePiece[]): void => {
  const isAway = said.presence === 'apologies' || said.presence === 'absent'
  if (isAway && soFar.mode === null && before.some((piece) => piece.is === 'and')) askBefore(soFar)
  const held = soFar.mode
  soFar.mode = said.presence
  readItems(soFar, before, said.presence)
  soFar.mode = held === null ? null : 'unclear'
  readItems(soFar, after, 'present')
}
