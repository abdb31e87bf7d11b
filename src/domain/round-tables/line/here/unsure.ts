import { askHow, askLast, leaveOut, type SoFar } from './so-far.ts'
import type { HerePiece } from './pieces.ts'

export const isNamed = (piece: HerePiece): boolean =>
  ['name', 'stranger', 'others', 'of-nobody'].includes(piece.is)

/**
 * A part with words in it that make it unsure who is here: nobody of it is written down as here or
 * away. It is asked, and every word stays.
 */
export const askAll = (soFar: SoFar, pieces: HerePiece[]): void => {
  const first = pieces.findIndex(isNamed)
  if (first < 0) askLast(soFar)
  let words: string[] = []
  const flush = (): void => {
    leaveOut(soFar, words.join(' '))
    words = []
  }
  for (const piece of pieces) {
    if (!isNamed(piece)) {
      words.push(piece.raw)
      continue
    }
    flush()
    if (piece.is === 'name') soFar.asked.push(piece.owner)
    askHow(soFar, piece.raw)
  }
  flush()
  // “all but the council, the school”: it may go on.
  const at = pieces.findIndex((each) => each.is === 'doubt')
  if (at >= 0 && (first < 0 ? POINTS_AHEAD.test(pieces[at]!.raw) : at < first))
    soFar.mode = 'unclear'
}

const POINTS_AHEAD = /except|excluding|from$|but$|than$|without|minus|save|waiting|^cc/i

/** Whether a part says nothing that can be taken as it stands. */
export const isUnsure = (pieces: HerePiece[]): boolean => {
  if (pieces.some((each) => each.is === 'doubt')) return true
  const none = pieces.findIndex((each) => each.is === 'none-away')
  if (none >= 0 && pieces.slice(0, none).some(isNamed)) return true
  const hasBare = pieces.some((each) => each.is === 'presence' && each.isBare)
  return hasBare && pieces.some((each) => ['word', 'for', 'sent', 'residents'].includes(each.is))
}

/** “@school? @homes” asks only about the school. */
export const withoutQuestions = (soFar: SoFar, pieces: HerePiece[]): HerePiece[] => {
  const isAsked = (at: number): boolean =>
    isNamed(pieces[at]!) && /^\?+$/.test(pieces[at + 1]?.raw ?? '')
  return pieces.filter((piece, at) => {
    if (!isAsked(at)) return at === 0 || !isAsked(at - 1)
    askAll(soFar, [piece])
    return false
  })
}

/**
 * A part with several words for how people are here, cut so that each has one: all of them stand
 * before their people, or all behind. Nothing where it may be read in two ways.
 */
export const cutByHow = (pieces: HerePiece[]): HerePiece[][] | undefined => {
  const hows = pieces.flatMap((each, at) => (each.is === 'presence' ? [at] : []))
  const enclosed = hows.find(
    (at) =>
      pieces[at - 1]?.is === 'opens' &&
      pieces[at + 1]?.is === 'closes' &&
      pieces.slice(0, at).some(isNamed),
  )
  if (enclosed !== undefined) {
    const own = pieces.slice(0, enclosed).findLastIndex(isNamed)
    const [before, after] = [cutRest(pieces.slice(0, own)), cutRest(pieces.slice(enclosed + 2))]
    return before && after && [...before, pieces.slice(own, enclosed + 2), ...after]
  }
  if (hows.length < 2) return [pieces]
  const [first, last] = [pieces.findIndex(isNamed), pieces.findLastIndex(isNamed)]
  if (first < 0) return [pieces]
  const sides = pieces.flatMap((each) => (each.is === 'presence' ? [each.side] : []))
  const areAll = (side: string): boolean => !sides.includes(side as 'before')
  if (hows[0]! < first && hows.at(-1)! < last && areAll('after'))
    return hows.map((at, i) => pieces.slice(i === 0 ? 0 : at, hows[i + 1]))
  if (hows[0]! > first && hows.at(-1)! > last && areAll('before'))
    return hows.map((at, i) =>
      pieces.slice(i === 0 ? 0 : hows[i - 1]! + 1, i === hows.length - 1 ? undefined : at + 1),
    )
  return undefined
}

const cutRest = (pieces: HerePiece[]): HerePiece[][] | undefined =>
  pieces.some(({ is }) => is !== 'and') ? cutByHow(pieces) : []

/** “neither the school nor the homes came”: the first word says it of all of them. */
export const saidOfNone = (pieces: HerePiece[]): HerePiece[] | undefined => {
  const [first, second, ...more] = pieces.filter((each) => each.is === 'presence')
  const isIt =
    first === pieces[0] &&
    first?.presence === 'absent' &&
    (first.side === 'before' || first.isBare) &&
    second === pieces.at(-1) &&
    second?.presence === 'present' &&
    more.length === 0
  return isIt ? pieces.slice(0, -1) : undefined
}
