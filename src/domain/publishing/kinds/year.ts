import { USUAL } from './usual.ts'
import type { Action } from '../../actions/action.ts'
import type { Concern } from '../../concerns/concern.ts'
import { FIRST, type Change, type Counts } from '../told.ts'
import { type Kind, type Source } from './kind.ts'

/**
 * R11: for a closed year and the whole partnership only, how many matters were held in private, by
 * ground.
 */
export interface YearWords {
  kind: 'year'
  change: Change
  counts?: Counts
  sample?: string[]
  year: string
  grounds: { ground: string; count: number }[]
}

export const year: Kind<YearWords> = {
  ...USUAL,
  kind: 'year',
  of: 'year',
  name: (_words, subject) => `Held in private in ${subject.year}`,

  begin: (subject, source, today) => {
    const isClosed = /^\d{4}$/.test(subject.year ?? '') && subject.year! < today.slice(0, 4)
    return isClosed ? { words: factsOf(subject.year!, source), coversIds: [] } : undefined
  },
  fields: () => [],
  write: (subject, source) => ({
    accepted: true,
    value: { words: factsOf(subject.year!, source), coversIds: [] },
  }),

  pieces: () => [],
  plain: (words) => words.year,
  slug: (words) => ({ at: words.year }),
  inOrder: (a, b) => b.slug.localeCompare(a.slug),
  parts: { words: 'year', preview: 'year', source: 'year' },
}

const factsOf = (of: string, source: Source): YearWords => ({
  kind: 'year',
  change: FIRST,
  year: of,
  grounds: countsOf(groundsIn(of, source.matters())),
})

/** An action under a concern held in private is no second matter. */
const groundsIn = (
  of: string,
  { concerns, actions }: { concerns: Concern[]; actions: Action[] },
): string[] => {
  const named = concerns.filter((concern) => concern.depth === 'named')
  const isUnder = (action: Action): boolean =>
    action.concernIds.some((id) => named.some((concern) => concern.id === id))
  const alone = actions.filter((action) => action.depth === 'named' && !isUnder(action))
  return [
    ...named.filter((concern) => concern.createdAt.startsWith(of)),
    ...alone.filter((action) => action.agreedAt.startsWith(of)),
  ].map(({ ground }) => ground ?? 'Held in private.')
}

const countsOf = (grounds: string[]): YearWords['grounds'] =>
  [...new Set(grounds)]
    .toSorted()
    .map((ground) => ({ ground, count: grounds.filter((each) => each === ground).length }))
