/**
 * A line in pieces of so many letters or fewer, cut after a sentence where that can be, else after
 * a word, else within one.
 */
export const piecesOf = (line: string, most: number): string[] => {
  if (line.length <= most) return [line]
  const at = endOf(line, most)
  const rest = line.slice(at).trim()
  return [line.slice(0, at).trim(), ...(rest ? piecesOf(rest, most) : [])]
}

/** Where the last sentence that fits has ended; else the last word. */
const endOf = (line: string, most: number): number => {
  const fits = line.slice(0, most + 1)
  const sentence = lastOf(fits, /[.!?؟।۔]["”’)»]*\s/gu)
  const word = lastOf(fits, /\s/gu)
  return sentence > most / 4 ? sentence : word > 0 ? word : whole(line, most)
}

const lastOf = (text: string, ends: RegExp): number => {
  const last = [...text.matchAll(ends)].at(-1)
  return last ? last.index + last[0].length : 0
}

/** ... and never between two halves of one letter. */
const whole = (line: string, most: number): number => {
  let end = 0
  for (const { index, segment } of LETTERS.segment(line)) {
    if (index + segment.length > most && end > 0) break
    end = index + segment.length
  }
  return end
}
const LETTERS = new Intl.Segmenter()
