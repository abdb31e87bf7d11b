import { GROUNDS } from '../../depth.ts'
import type { Line, LineKind } from './line.ts'

/** Words that hold a line in private, each with the ground that others read (R11). */
const PRIVATE: Record<string, string> = {
  private: GROUNDS[0],
  held: GROUNDS[0],
  family: GROUNDS[0],
  person: GROUNDS[1],
  place: GROUNDS[2],
  inquiry: GROUNDS[3],
  confidence: GROUNDS[4],
}
const FLAGS = [...Object.keys(PRIVATE), 'priority', 'public', 'standing', 'closed']
/** What has a depth of its own. */
export const MATTERS: LineKind[] = ['concern', 'action', 'question']
/**
 * The lines that a word after `!` says something about. In any other it is only a word, and nothing
 * is promised.
 */
const FITS: Record<string, LineKind[]> = {
  priority: ['concern'],
  standing: ['action'],
  closed: ['update'],
  public: MATTERS,
}

const FLAG_SIGN = '[!\uFF01\uFE57\u203C\u2757\u00A1]'
const FLAGGED = new RegExp(`${FLAG_SIGN}([\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}-]*)`, 'gu')
/** `! private`, `1private` (no shift), `private!`: what a hurried finger makes of it. */
const SLIPS = [
  new RegExp(`${FLAG_SIGN}\\s+(?:${Object.keys(PRIVATE).join('|')})(?![\\p{L}\\p{N}])`, 'iu'),
  /(?:^|\s)[1@#+]private(?![\p{L}\p{N}])/iu,
  new RegExp(`(?<![\\p{L}\\p{N}])private\\s?${FLAG_SIGN}`, 'iu'),
]

/**
 * Reads the words after `!`. Whatever looks like holding something back holds it back: a word we do
 * not know after `!` is read as private (and stays in the words), and a word for private counts
 * wherever it stands, because a slip of the finger must not show a family's story.
 */
export const readFlags = (line: Line): Line => {
  const read = { ...line, remarks: [...line.remarks] }
  const hold = (ground: string): void => {
    read.depth = 'named'
    read.ground ??= ground
  }
  const text = line.text.replace(FLAGGED, (whole: string, typed: string, at: number) => {
    const word = typed.normalize('NFKC').toLowerCase()
    const standsAlone = at === 0 || /\s/.test(line.text[at - 1]!)
    const fits = FLAGS.filter((each) => each === word || (standsAlone && each.startsWith(word)))
    const bang = fits.find((each) => each === word) ?? (fits.length === 1 ? fits[0]! : 'unknown')
    if (FITS[bang] && !FITS[bang].includes(line.kind)) {
      read.remarks.push(`“!${typed}” says nothing about this line. It stays in the words`)
      return whole
    }
    if (bang === 'priority') read.priority = true
    else if (bang === 'standing') read.standing = true
    else if (bang === 'closed') read.closed = true
    else if (bang === 'public') read.depth = read.depth === 'named' ? 'named' : 'public'
    else if (bang !== 'unknown') hold(PRIVATE[bang]!)
    else {
      hold(GROUNDS[0])
      read.remarks.push(`We do not know “!${typed}”, so this is held in private to be safe`)
      return whole
    }
    return ''
  })
  if (read.depth !== 'named' && SLIPS.some((slip) => slip.test(text))) {
    hold(GROUNDS[0])
    read.remarks.push('It looks like “!private”, so this is held in private to be safe')
  }
  return { ...read, text: text.replace(/ {2,}/g, ' ').trim() }
}
