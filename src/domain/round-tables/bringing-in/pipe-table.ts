/**
 * The cells of a table that is drawn with upright strokes, as writers of Markdown and machines do.
 * Lines above and below it are rows of one cell, so that none is lost.
 */
export const pipeCells = (text: string): string[][] | undefined => {
  const lines = text.split(/[\n\v\f\u2028\u2029\u0085]/).map((line) => line.trim())
  const barred = lines.filter((line) => barsIn(line) > 0)
  const isDrawn =
    lines.some((line) => BETWEEN.test(line)) ||
    (barred.length > 1 && barred.every((line) => barsIn(line) === barsIn(barred[0]!)))
  if (!isDrawn || barred.length < 2) return undefined
  return lines
    .filter((line) => line !== '' && !BETWEEN.test(line))
    .map((line) => (barsIn(line) === 0 ? [line.replace(/^#{1,6}\s+/, '')] : cellsOf(line)))
}

/** `|---|:--:|`, and the frames that a terminal draws. */
const BETWEEN = /^[|+]?(?:\s*:?[-=]{2,}:?\s*[|+])+(?:\s*:?[-=]{2,}:?\s*)?$/

const barsIn = (line: string): number => line.match(/(?<!\\)\|/g)?.length ?? 0

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim())
