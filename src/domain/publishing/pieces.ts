import type { Passage } from './wording/alert.ts'
import { kindOf } from './kinds/kinds.ts'
import type { Piece } from './kinds/kind.ts'
import type { Told } from './told.ts'

/** Every stretch of free words in a copy, with the field it was typed in: what is checked (R12). */
export const passagesOf = (words: Told): Passage[] =>
  [
    ...kindOf(words).pieces(words).map(passageOf),
    { field: 'changeWords', text: words.change.words },
  ].filter((passage) => passage.text !== '')

/** Ways to reach someone that are let through, as everyone may have them (R12). */
export const contactsIn = (words: Told): string[] => [
  ...new Set(passagesOf(words).flatMap(({ contact, text }) => (contact ? [text] : []))),
]

/** What a reader reads of something told, each text once: what there is to translate. */
export const textsOf = (words: Told): string[] => {
  const kind = kindOf(words)
  const read = kind.isTranslated ? kind.pieces(words).filter((piece) => piece.read) : []
  const change = words.change.kind === 'correction' ? [words.change.words] : []
  return [...new Set([...read.map((piece) => piece.text), ...change].filter(Boolean))]
}

/** The organisations a copy names: each is shown it and may comment (R13). */
export const namedIn = (words: Told): string[] => [...new Set(kindOf(words).named(words))]

/** The free words, one under another, for two people to compare. */
export const plainOf = (words: Told): string => {
  const kind = kindOf(words)
  if (kind.plain) return kind.plain(words)
  const typed = kind.pieces(words).filter((piece) => piece.read || piece.english !== undefined)
  return [...new Set(typed.map((piece) => piece.text).filter(Boolean))].join('\n')
}

const passageOf = ({ read: _read, ...passage }: Piece): Passage => passage
