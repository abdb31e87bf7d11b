import type { AnswerCount, Figures } from '../../domain/publishing/figures.ts'

/** A disc for each concern, or for some: the answered ones first, those with no answer last. */
export interface Discs {
  discs: { x: number; y: number; look: 'did' | 'doing' | 'none' }[]
  height: number
}
/**
 * The small plots of the board, in units of their own drawing. Everything in them stands in the
 * table beside them as a number too.
 */
export interface Plots {
  /**
   * How many concerns one disc stands for at most: 1, or so many that no quarter has more than a
   * few rows of discs.
   */
  per: number
  /** The last quarters; all before them in one row, with no quarter of its own. */
  quarters: (AnswerCount & { quarter: string | null; drawn: Discs })[]
  /** Bars in hundredths of the longest: the frame is heard, the filled part is answered. */
  themes: (AnswerCount & { name: string | null; drawn: { heard: number; answered: number } })[]
  waits: { key: string; count: number; drawn: number }[]
}

const MOST_QUARTERS = 8
const MOST_DISCS = 24
const PER = [1, 5, 10, 50, 100, 500, 1000]
const A_ROW = 9
const STEP = 28
const SAY_WAIT: Record<string, string> = {
  30: 'figures.upTo30',
  90: 'figures.upTo90',
  180: 'figures.upTo180',
  null: 'figures.over180',
}

export const plotsOf = ({ quarters, themes, waits, underWay, unanswered }: Figures): Plots => {
  const shown = quarters.slice(-MOST_QUARTERS)
  const before = quarters.slice(0, -MOST_QUARTERS)
  const sum = (of: keyof AnswerCount): number => before.reduce((total, each) => total + each[of], 0)
  const rows = [
    ...(before.length > 0
      ? [
          {
            quarter: null,
            heard: sum('heard'),
            answered: sum('answered'),
            unanswered: sum('unanswered'),
          },
        ]
      : []),
    ...shown,
  ]
  const tallest = Math.max(0, ...rows.map((each) => each.heard))
  const per = PER.find((each) => tallest / each <= MOST_DISCS) ?? Math.ceil(tallest / MOST_DISCS)
  const most = Math.max(1, ...themes.map((each) => each.heard))
  const times = [
    ...waits.map((each) => ({ key: SAY_WAIT[String(each.days)]!, count: each.count })),
    { key: 'standing.under-way', count: underWay },
    { key: 'standing.unanswered', count: unanswered },
  ]
  const slowest = Math.max(1, ...times.map((each) => each.count))
  return {
    per,
    quarters: rows.map((each) => ({ ...each, drawn: discsOf(each, per) })),
    themes: themes.map(({ theme, heard, answered, unanswered: none }) => ({
      name: theme?.name ?? null,
      heard,
      answered,
      unanswered: none,
      drawn: { heard: hundredths(heard, most), answered: hundredths(answered, most) },
    })),
    waits: times.map((each) => ({ ...each, drawn: hundredths(each.count, slowest) })),
  }
}

const discsOf = ({ heard, answered, unanswered }: AnswerCount, per: number): Discs => {
  const looks = [
    ...some('did' as const, answered, per),
    ...some('doing' as const, heard - answered - unanswered, per),
    ...some('none' as const, unanswered, per),
  ]
  return {
    discs: looks.map((look, i) => ({
      x: (i % A_ROW) * STEP,
      y: Math.floor(i / A_ROW) * STEP,
      look,
    })),
    height: Math.max(1, Math.ceil(looks.length / A_ROW)) * STEP - 4,
  }
}

const some = <L>(look: L, count: number, per: number): L[] =>
  Array.from({ length: Math.ceil(count / per) }, () => look)

const hundredths = (part: number, whole: number): number => Math.round((part / whole) * 100)
