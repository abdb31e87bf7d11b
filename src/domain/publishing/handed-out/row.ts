import { TOKEN } from '../placeholders.ts'

export const LONGEST_PIECE = 2500

/**
 * Why a row of a translator's file cannot stand for its English, as far as the two texts tell: each
 * line stands beside its own, a number that we fill in is filled in there as well (R17).
 */
export const wrongInRow = (english: string, text: string): string | null => {
  if (text.length > LONGEST_PIECE) return `This is too long. ${LONGEST_PIECE} characters at most`
  const [there, here] = [linesIn(english), linesIn(text)]
  if (there !== here)
    return `The English has ${there === 1 ? 'one line' : `${there} lines`}, and this has ${here}`
  const kept = tokensOf(text)
  const lost = tokensOf(english).find((token) => !kept.includes(token))
  if (lost) return `Keep ${lost} as it stands: a number is put there`
  const strange = kept.find((token) => !english.includes(token))
  return strange ? `${strange} does not stand in the English` : null
}

const linesIn = (text: string): number => text.split('\n').length
const tokensOf = (text: string): string[] => text.match(TOKEN) ?? []
