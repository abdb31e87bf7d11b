import type { Standing } from '../../../concerns/standing.ts'
import type { EntryWords } from '../entry.ts'
import type { Placed } from '../kind.ts'

/** Answered first, newest first; then under way; then no answer, the longest waiting first. */
export const inBoardOrder = (a: Placed<EntryWords>, b: Placed<EntryWords>): number => {
  const section = SECTION[a.words.standing] - SECTION[b.words.standing]
  if (section !== 0) return section
  const dateOf = (copy: Placed<EntryWords>): string => copy.words.on ?? copy.publishedOn
  const byDate =
    a.words.standing === 'unanswered'
      ? a.words.raisedOn.localeCompare(b.words.raisedOn)
      : dateOf(b).localeCompare(dateOf(a))
  return byDate || b.slug.localeCompare(a.slug, 'en', { numeric: true })
}

const SECTION: Record<Standing, number> = {
  done: 0,
  standing: 0,
  'could-not': 0,
  'under-way': 1,
  unanswered: 2,
}
