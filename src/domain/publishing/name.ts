import type { Source } from './kinds/kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { filled } from './placeholders.ts'
import { draftOf, subjectOf, type Publication } from './publication.ts'

/** What this publication is called on the desk, with its numbers filled in. */
export const nameOf = (
  publication: Publication,
  source?: Pick<Source, 'concern' | 'roundTable'>,
): string => {
  const words = draftOf(publication)?.words
  return kindOf(publication).name(words && filled(words), subjectOf(publication), source)
}
