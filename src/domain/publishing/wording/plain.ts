import { found, type Alert, type Passage } from './alert.ts'
import { wordsOf } from './folding/letters.ts'

const LONGEST_SENTENCE = 25
const HARD: Record<string, string> = {
  disseminate: 'hand out',
  disseminated: 'handed out',
  stakeholders: 'people',
  facilitate: 'help',
  facilitated: 'helped',
  implement: 'start',
  implemented: 'started',
  utilise: 'use',
  commence: 'start',
  commenced: 'started',
  deadline: 'last day',
  partner: 'say who',
  partners: 'say who',
  'going forward': 'from now on',
}

/** Short sentences and everyday words. */
export const plain = (part: Passage): Alert[] => [
  ...part.text
    .split(/[.!?\n]+/)
    .map((each) => each.trim())
    .filter((each) => each.split(/\s+/).length > LONGEST_SENTENCE)
    .map((each) =>
      found(
        'plain',
        part,
        each,
        `This sentence has ${each.split(/\s+/).length} words. ` +
          `Make it two: ${LONGEST_SENTENCE} words at most`,
      ),
    ),
  ...Object.entries(HARD)
    .filter(([hard]) => ` ${wordsOf(part.text).join(' ')} `.includes(` ${hard} `))
    .map(([hard, easy]) => found('plain', part, hard, `“${hard}” is a hard word. Try “${easy}”`)),
  ...(wordsOf(part.text).length >= 12 && readingGrade(part.text) > 10
    ? [
        found(
          'plain',
          part,
          part.text,
          `This reads like grade ${Math.round(readingGrade(part.text))}. ` +
            'Use shorter words and sentences',
        ),
      ]
    : []),
]

/** The Flesch-Kincaid grade of English text, in school years. Source: Kincaid and others, 1975. */
export const readingGrade = (text: string): number => {
  const words = text.match(/[\p{L}’']+/gu) ?? []
  const sentences = Math.max(1, text.split(/[.!?\n]+/).filter((each) => each.trim()).length)
  if (words.length === 0) return 0
  const syllables = words.reduce(
    (sum, word) =>
      sum +
      Math.max(
        1,
        (
          word
            .toLowerCase()
            .replace(/e$/, '')
            .match(/[aeiouy]+/g) ?? []
        ).length,
      ),
    0,
  )
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

/** R14: initials are written out at first use, as in "Metropolitan Police Service (MPS)". */
export const initials = (part: Passage): Alert[] => {
  const seen = new Set<string>()
  return [...part.text.matchAll(/\b[A-Z]{2,6}s?\b/g)].flatMap((match) => {
    const word = match[0]
    const before = part.text.slice(Math.max(0, match.index - 200), match.index)
    const after = part.text.slice(match.index + word.length, match.index + word.length + 200)
    const explained =
      (before.endsWith('(') && wordsOf(before).slice(-word.length - 3).length > 0) ||
      // CCTV (closed-circuit television)
      /^ ?\(\p{L}+[ -]\p{L}/u.test(after)
    // A part of a reference: 22/01234/FULL, WCC-2022-0147.
    const isReference = /[\d/]$/.test(before) || /^[-/]?\d/.test(after)
    if (seen.has(word) || isReference || /^(UK|OK|ID|TV|MPs?)$/.test(word)) return []
    seen.add(word)
    return explained
      ? []
      : [found('initials', part, word, `Write out “${word}” the first time it is used`)]
  })
}
