import { isSame } from './usual.ts'
import type { Depth } from '../../depth.ts'
import type { Told } from '../told.ts'
import { type Kind, type Source, type Subject, type Typed } from './kind.ts'

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
