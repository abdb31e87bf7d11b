/**
 * How long words get on paper. Nobody knows the fonts of the printer, so that letters are taken as
 * wide as in the widest that are usual: a sheet ends a little early rather than run over.
 */

/** A size of letters, in points: what partners answer, what residents say, and the sheet's lines. */
export interface Type {
  points: number
  width: number
  lineHeight: number
}

/** The height in mm of words in a column of that many mm. */
export const heightOn = (words: string, { points, width, lineHeight }: Type): number =>
  linesIn(words, width / (points * MM)) * points * MM * lineHeight

/** Of how many lines, in a column that is so many times as wide as the letters are large. */
const linesIn = (words: string, ems: number): number => {
  let [lines, filled] = [1, 0]
  for (const word of words.split(/\s+/)) {
    const wide = widthOf(word)
    if (filled > 0 && filled + SPACE + wide > ems) [lines, filled] = [lines + 1, 0]
    filled += wide + (filled > 0 ? SPACE : 0)
    while (filled > ems) [lines, filled] = [lines + 1, filled - ems]
  }
  return lines
}

const widthOf = (word: string): number =>
  [...word].reduce((sum, letter) => sum + letterWidth(letter), 0)

const letterWidth = (letter: string): number =>
  WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 1

const MM = 25.4 / 72
const SPACE = 0.34
/** In the size of the letters. Signs above and below a letter take no room of their own. */
const WIDTHS: [RegExp, number][] = [
  [/[iljt.,:;'’|!fr()[\]I]/, 0.4],
  [/[mwMW%@—]/, 1],
  [/[\p{Mn}\p{Cf}]/u, 0],
  [/\p{Script=Arabic}/u, 0.58],
  [/\p{Mc}/u, 0.45],
  [/\p{Script=Bengali}/u, 0.78],
  [/\p{Lu}/u, 0.76],
  [/[\p{Ll}\p{N}\p{P}]/u, 0.64],
]
