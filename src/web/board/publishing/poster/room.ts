import { nextTable } from '../../../../domain/publishing/related.ts'
import type { Reader } from '../../reader.ts'
import { heightOn } from './length.ts'
import { plainOf } from './pair-blocks.ts'

/** How far lines stand apart, and how large residents' words are beside others, in a script. */
export interface Spacing {
  lines: number
  words: number
  wordsScale: number
}
export const spacingOf = (language: string): Spacing => SPACING[language] ?? LATIN
const LATIN: Spacing = { lines: 1.37, words: 1.37, wordsScale: 1 }
const ARABIC: Spacing = { lines: 1.37, words: 1.62, wordsScale: 1.12 }
/** As in `static/css/50-poster.css` and where the style sheet speaks of letters. */
const SPACING: Record<string, Spacing> = {
  ar: ARABIC,
  fa: ARABIC,
  ckb: ARABIC,
  ur: { lines: 1.72, words: 2, wordsScale: 1 },
  bn: { lines: 1.52, words: 1.62, wordsScale: 1 },
}

/** A4 within its margins, in mm; what is round the head and the foot; and how wide they are. */
const PAPER = 275
const ROUND_HEAD = 6
const ROUND_TITLE = 15
const ROUND_FOOT = 5
const SQUARE = 28
const TITLE = { points: 30, width: 72 }
const WIDE = 185
const [MIDDLE, END] = [80, 69]

/** The height that a sheet leaves to its pairs: the first, which has the title, and each other. */
export const roomOn = (reader: Reader): { first: number; next: number } => {
  const { t } = reader
  const { lines } = spacingOf(t.language.code)
  const titleLine = Math.max(1.4, lines)
  const title = Math.max(
    ...['board.titleSaid', 'board.titleDid'].map((key) =>
      heightOn(t.text(key), { ...TITLE, lineHeight: titleLine }),
    ),
  )
  const sample = reader.board.sample
    ? heightOn(t.text('frame.sampleWords'), { points: 10, width: WIDE, lineHeight: lines })
    : 0
  const next = PAPER - ROUND_HEAD - headOn(reader, lines) - footOn(reader, lines)
  return { first: next - ROUND_TITLE - title - sample, next }
}

/** Whose the sheet is, and of when. */
const headOn = ({ board, t }: Reader, lineHeight: number): number =>
  heightOn(`${t.plain(board.partnership?.name ?? '')} ${t.text('poster.all')}`, {
    points: 12,
    width: WIDE,
    lineHeight,
  })

type Row = [words: string, points: number]

/** The foot: a square to scan, how to reach us, whom to call, and in which languages. */
const footOn = ({ board, t, today, languages, to }: Reader, lineHeight: number): number => {
  const us = board.partnership
  const next = nextTable(board, today)
  const middle: Row[] = [
    [t.text('poster.worried'), 13],
    [us ? t.text('foot.talk', { name: t.plain(us.name) }) : t.text('poster.noName'), 10.5],
    [us?.phone ? `${us.phone}  ` : '', 13],
    [to.site('/'), 13],
    [us ? t.plain(us.address) : '', 9.5],
  ]
  const when = next ? plainOf(t('poster.next', { when: t.when(next.words.heldOn) })) : ''
  const emergency = t.text('foot.emergency', { number: '999' })
  const end: Row[] = [
    [next ? `${when} 10.30 ${t.plain(next.words.place ?? '')}` : '', 10.5],
    [`${emergency} ${t.text('foot.crime', { number: '101' })}`, 10.5],
    [us ? t.plain(us.organisations) : '', 9.5],
  ]
  const names = languages.map((each) => each.name).join('  ')
  const inLanguages = `${t.text('poster.languages', { n: languages.length })} ${names} 10 / 10`
  return (
    ROUND_FOOT +
    Math.max(SQUARE, column(middle, MIDDLE, lineHeight), column(end, END, lineHeight)) +
    heightOn(inLanguages, { points: 8, width: WIDE, lineHeight })
  )
}

const column = (rows: Row[], width: number, lineHeight: number): number =>
  rows
    .filter(([words]) => words !== '')
    .reduce((sum, [words, points]) => sum + 1 + heightOn(words, { points, width, lineHeight }), 0)
