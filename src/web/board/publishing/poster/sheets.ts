import type { Copy } from '../../../../domain/publishing/board.ts'
import type { EntryWords } from '../../../../domain/publishing/kinds/entry.ts'
import type { Block, PaperPair, Piece, Sheet, TypeName } from '../../../views/poster.ts'
import type { Reader } from '../../reader.ts'
import { heightOn } from './length.ts'
import { pairOnPaper, plainOf } from './pair-blocks.ts'
import { roomOn, spacingOf, type Spacing } from './room.ts'

/** Points of what partners answer and of what residents say: as in `static/css/50-poster.css`. */
const TYPES: Record<TypeName, { points: number; words: number }> = {
  largest: { points: 17, words: 24 },
  large: { points: 14, words: 20 },
  usual: { points: 12, words: 16 },
  small: { points: 10.5, words: 13 },
}
/** Of a column of a pair, and what is above, between and below its paragraphs, in mm. */
const COLUMN = 82
const GAP = 0.8
const ROUND_A_PAIR = 8
/** Letters of a paragraph, where a pair has to be parted. */
const PARTED = 240

/**
 * Puts pairs on sheets in their order: in the usual type as many as a sheet holds, or in small type
 * where that saves a third of the paper; then the type of each sheet as large as it may be. A pair
 * that is longer than a sheet goes on on the next.
 */
export const sheetsOf = (reader: Reader, entries: readonly Copy<EntryWords>[]): Sheet[] => {
  const spacing = spacingOf(reader.t.language.code)
  const rooms = roomOn(reader)
  const room = (at: number): number => (at === 0 ? rooms.first : rooms.next)
  const pairs = entries.map((entry) => pairOnPaper(reader, entry))
  const whole = { spacing, room, cut: (pair: PaperPair) => pairOnPaper(reader, pair.entry, PARTED) }
  const full = filled(pairs, 'usual', { ...whole, share: 1 })
  const dense = filled(pairs, 'small', { ...whole, share: 1 })
  const [type, count]: [Least, number] =
    dense.length <= (full.length * 2) / 3 ? ['small', dense.length] : ['usual', full.length]
  const even = SHARES.map((share) => filled(pairs, type, { ...whole, share }))
  return even
    .find((each) => each.length === count)!
    .map((sheet, at) => ({
      ...sheet,
      type: LARGER.find((each) => heightOf(sheet.pieces, each, spacing) <= room(at)) ?? sheet.type,
    }))
}

type Least = 'usual' | 'small'
interface Paper {
  spacing: Spacing
  /** The height that a sheet leaves to its pairs. */
  room: (at: number) => number
  /** How much of it is filled: sheets are filled alike rather than the first ones full. */
  share: number
  /** A pair in paragraphs that are short enough to be parted. */
  cut: (pair: PaperPair) => PaperPair
}
const SHARES = [0.5, 0.6, 0.7, 0.8, 0.9, 1]
const LARGER: TypeName[] = ['largest', 'large', 'usual']

const filled = (pairs: readonly PaperPair[], type: Least, paper: Paper): Sheet[] => {
  const { spacing, room, share } = paper
  const sheets: Sheet[] = []
  for (const pair of pairs) {
    const piece = { ...pair, isContinued: false, goesOn: false }
    const last = sheets.at(-1)
    const together = [...(last?.pieces ?? []), piece]
    const most = room(sheets.length - 1) * share
    if (last?.type === type && heightOf(together, type, spacing) <= most) last.pieces = together
    else sheets.push(...alone(piece, type, sheets.length, paper))
  }
  return sheets
}

/** A pair on a sheet of its own, in small type where it has to be, or on several. */
const alone = (piece: Piece, type: Least, at: number, { spacing, room, cut }: Paper): Sheet[] => {
  const fits = [type, 'small' as const].find((each) => heightOf([piece], each, spacing) <= room(at))
  return fits
    ? [{ type: fits, pieces: [piece] }]
    : parted(cut(piece), room, at, spacing).map((each) => ({ type: 'small', pieces: [each] }))
}

const heightOf = (pieces: readonly Piece[], type: TypeName, spacing: Spacing): number =>
  pieces.reduce(
    (sum, piece) =>
      sum +
      ROUND_A_PAIR +
      Math.max(sideOf(besideSaid(piece), type, spacing), sideOf(besideDid(piece), type, spacing)),
    0,
  )

/** With what stands in a column beside its paragraphs: a label, or that the pair is continued. */
const besideSaid = (piece: Piece): Block[] => [
  ...(piece.tag || piece.isContinued ? [LINE] : []),
  ...piece.said,
]
const besideDid = (piece: Piece): Block[] => [
  { as: 'line', said: piece.label },
  ...piece.did,
  ...(piece.goesOn ? [LINE] : []),
]
/** As long as the longest of those notes. */
const LINE: Block = { as: 'line', said: 'n'.repeat(90) }

const sideOf = (blocks: readonly Block[], type: TypeName, spacing: Spacing): number =>
  blocks.reduce((sum, block) => sum + GAP + blockHeight(block, type, spacing), 0)

const blockHeight = ({ as, said }: Block, type: TypeName, spacing: Spacing): number =>
  heightOn(
    plainOf(said),
    as === 'words'
      ? {
          points: TYPES[type].words * spacing.wordsScale,
          width: COLUMN,
          lineHeight: spacing.words,
        }
      : { points: TYPES[type].points, width: COLUMN, lineHeight: spacing.lines },
  )

/** A pair that is longer than a sheet, a sheet at a time; its first words stand on each. */
const parted = (
  pair: PaperPair,
  room: (at: number) => number,
  first: number,
  spacing: Spacing,
): Piece[] => {
  const pieces: Piece[] = []
  let [said, did] = [pair.said, pair.did]
  while (said.length > 0 || did.length > 0) {
    const isContinued = pieces.length > 0
    const again = isContinued ? pair.said.slice(0, 1) : []
    const taken = takenOn(room(first + pieces.length) - ROUND_A_PAIR, spacing)
    const [here, saidLater] = taken([LINE, ...again], said)
    const [done, didLater] = taken([LINE, LINE], did)
    const goesOn = saidLater.length > 0 || didLater.length > 0
    pieces.push({ ...pair, said: [...again, ...here], did: done, isContinued, goesOn })
    ;[said, did] = [saidLater, didLater]
  }
  return pieces
}

/** As many paragraphs as stand in one column below those that have to, and the rest. */
const takenOn =
  (most: number, spacing: Spacing) =>
  (above: Block[], blocks: Block[]): [Block[], Block[]] => {
    const over = blocks.findIndex(
      (_, i) => sideOf([...above, ...blocks.slice(0, i + 1)], 'small', spacing) > most,
    )
    const count = over < 0 ? blocks.length : Math.max(1, over)
    return [blocks.slice(0, count), blocks.slice(count)]
  }
