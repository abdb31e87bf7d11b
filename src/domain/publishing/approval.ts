import type { Day } from '../day.ts'
import { mayBeShown } from '../evidence/consent.ts'
import { refuse, type Decision } from '../decision.ts'
import type { Check } from './checks.ts'
import { draftOf, isApproved, isPublished, type Draft, type Publication } from './publication.ts'

/** R13: someone other than the writer approves exactly the words they saw. */
export const approve = (
  publication: Publication,
  draftId: number,
  checks: Check[],
): Decision<Draft> => {
  const draft = draftOf(publication)
  if (!draft || draft.id !== draftId)
    return refuse('approval', 'The words have changed since you read them. Read them again')
  const [first] = openChecks(checks)
  return first ? refuse('approval', `Not yet: ${first.reason}`) : { accepted: true, value: draft }
}

/**
 * What someone agreed to for a time is told within that time alone (R18).
 * @param today the day on which it is told.
 */
export const publish = (publication: Publication, checks: Check[], today: Day): Decision<Draft> => {
  const draft = draftOf(publication)
  if (publication.withdrawal)
    return refuse('publication', 'This was withdrawn. Its address stays closed')
  if (!draft || !isApproved(publication))
    return refuse('publication', 'Someone other than the writer approves these words first')
  if (isPublished(publication, draft))
    return refuse('publication', 'These words are public already')
  if ('until' in draft.words && !mayBeShown(draft.words, today))
    return refuse('publication', 'The yes for this has run out. Ask again first')
  const [first] = openChecks(checks)
  return first
    ? refuse('publication', `Not yet: ${first.reason}`)
    : { accepted: true, value: draft }
}

export const withdraw = (publication: Publication, ground: string): Decision<string> => {
  if (publication.releases.length === 0) return refuse('ground', 'This is not public')
  if (publication.withdrawal) return refuse('ground', 'This is withdrawn already')
  return ground.trim()
    ? { accepted: true, value: ground }
    : refuse('ground', 'Choose the ground. Readers will see it, and never the old words')
}

export const WITHDRAWAL_GROUNDS = [
  'To protect someone’s privacy.',
  'It was wrong.',
  'It was told twice.',
  'The partnership agreed to take it down.',
] as const

/** What still stands in the way: everything that nobody gave a reason for. */
const openChecks = (checks: Check[]): Check[] =>
  checks.filter((each) => each.verdict !== 'overruled')
