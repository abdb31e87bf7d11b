import type { When } from '../../day.ts'
import type { Depth } from '../../depth.ts'
import type { Label, Strength, Told, Worked } from '../told.ts'
import type { Field, Kind, Lack, Piece, Source, Subject, Typed } from './kind.ts'

/** What most kinds answer, so that a kind says only where it differs. */
export const USUAL = {
  fields: null,
  typed: () => ({}),
  hasChanged: () => false,
  hasMovedOn: () => false,
  changed: {
    field: 'did',
    reason:
      'The record has moved on: an owner, a date or who came is not what it was. ' +
      'Save the words again',
  },
  lacks: () => [],
  named: () => [],
  covers: () => null,
  page: null,
  isToldAnew: false,
  takesNumbers: false,
  isTranslated: false,
  isWithdrawn: true,
  parts: { words: 'fields', preview: 'page' },
} as const satisfies Partial<Kind>

/** A text that is typed in a field of its own name. */
export const pieceOf = (field: string, text: string | null | undefined): Piece => ({
  field,
  text: text ?? '',
  read: true,
})

/** ... and may say when it was: a date that is not the record’s is shown to the writer (R12). */
export const datedPiece = (
  field: string,
  text: string | null | undefined,
  when: (When | null)[],
): Piece => ({ ...pieceOf(field, text), when: when.filter((each) => each !== null) })

/** A name that the record gives: no alert for being a name, and translated with the board's names. */
export const nameIn = (field: string, label: Label | null): Piece => ({
  field,
  text: label?.name ?? '',
  read: false,
  ownName: true,
})

/** What lacks where a text is empty. */
export const lackOf = (field: string, text: string, reason: string): Lack[] =>
  text.trim() ? [] : [{ field, reason }]

/** How well it worked needs a sentence, unless it is too early to say. */
export const lackOfWorked = (worked: Worked | null): Lack[] =>
  worked && worked.strength !== 'early'
    ? lackOf('worked', worked.words, 'Say in one sentence how well it worked')
    : []

/** The two fields that say how well it worked, and what was typed there. */
export const WORKED_FIELDS: Field[] = [
  { name: 'strength', label: 'How do you know how well it worked?', most: 20, as: 'strength' },
  { name: 'worked', label: 'How well it worked', rows: 2, most: 400 },
]
export const workedOf = (typed: Typed): Worked | null =>
  typed('strength') === ''
    ? null
    : { strength: typed('strength') as Strength, words: typed('worked') }
export const typedWorked = (worked: Worked | null): Record<string, string> => ({
  strength: worked?.strength ?? '',
  worked: worked?.words ?? '',
})

/** The newest first; what has no day yet comes last. */
export const newestFirst = (a: When | null, b: When | null): number =>
  (b ?? '').localeCompare(a ?? '')

/** Whether these facts stand in the words as they are. */
export const isSame = (facts: object, words: object): boolean =>
  Object.entries(facts).every(
    ([key, value]) =>
      JSON.stringify(value) === JSON.stringify((words as Record<string, unknown>)[key]),
  )

/**
 * An event or a programme lends its own words only at public depth, which says that they may be
 * drafted from. Else every word is typed anew (R9, R12).
 */
export const lendsItsWords =
  ({ depth }: { depth: Depth }, own: Record<string, string>): Typed =>
  (field) =>
    depth === 'public' ? (own[field] ?? '') : ''

/**
 * Whether what is told of an event, a leaflet or a programme would read otherwise now, with the
 * same words typed.
 */
export const isRewritten = <W extends Told>(
  kind: Kind<W>,
  words: W,
  coversIds: number[],
  subject: Subject,
  source: Source,
): boolean => {
  const typed = kind.typed(words, coversIds)
  const now = kind.write(subject, source, (field) => typed[field] ?? '', '')
  if (!now?.accepted) return true
  const { change: _change, ...rest } = now.value.words
  return !isSame(rest, words)
}
