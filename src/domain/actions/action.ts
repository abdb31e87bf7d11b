import { dayOf, daysBetween, isPast, type Day, type When } from '../day.ts'
import type { Depth } from '../depth.ts'
import type { Review } from './pace/review.ts'
import type { Step } from './pace/steps.ts'
import type { Wish } from './pace/wishes.ts'

export type Kind = 'one-off' | 'standing' | 'question'
export const KINDS = ['one-off', 'standing', 'question'] as const
export const SAY_KIND: Record<Kind, string> = {
  'one-off': 'One-off',
  standing: 'Standing: it keeps going',
  question: 'Question',
}

/** What the owner says. For a standing action `done` means "still going, last done on". */
export type Status = 'not-started' | 'under-way' | 'waiting' | 'done' | 'could-not'
export const STATUSES = ['not-started', 'under-way', 'waiting', 'done', 'could-not'] as const

/** The last word of an owner. */
const SAYS_FINISHED: readonly Status[] = ['done', 'could-not']

/** What was agreed: changed only by newer terms, with a reason. */
export interface Terms {
  id: number
  text: string
  kind: Kind
  leadId: number | null
  seatId: number | null
  helperIds: number[]
  by: When | null
  /** Of a standing action: how often it is done, or when it is looked at again. */
  review: Review | null
  /**
   * Agreed while its lead was not represented, so it waits for a seat of that organisation (R6).
   */
  proposed: boolean
  reason: string | null
  /** Who wrote it down. It is never the owner by default (R2). */
  personId: number
  at: string
}

/** What an owner says about an action. Never edited: followed by a correction, or taken back. */
export interface Update {
  id: number
  status: Status
  text: string
  waitingFor: string | null
  /** When it happened, where that is known: "done on", "last done on". */
  on: When | null
  organisationId: number | null
  seatId: number | null
  personId: number
  roundTableId: number | null
  at: string
  takenBackAt: string | null
  /** It waited for a seat to release it: `at` is then the release, and this is when it was said. */
  saidAt?: string
}

/**
 * What waits for a seat of the same organisation to release it, or was sent back by it. It is no
 * update yet: it has no status, is in no minutes, and nobody was heard of by it.
 */
export interface Held extends Update {
  releaserId: number
  returned: { words: string; personId: number; at: string } | null
}

export interface Acceptance {
  termsId: number
  accepted: boolean
  words: string | null
  organisationId: number
  personId: number
  at: string
}
export interface Closing {
  id: number
  roundTableId: number | null
  at: string
  reopenedAt: string | null
  reopeningReason: string | null
}

export interface Action {
  id: number
  number: string
  roundTableId: number | null
  concernIds: number[]
  /** That it went from one concern to another, when two were taken apart again. */
  moves: { fromId: number; toId: number; at: string }[]
  depth: Depth
  ground: string | null
  /**
   * Present only where the depth is named: the people who may see it through every record it hangs
   * on.
   */
  list: number[]
  agreedAt: string
  terms: Terms[]
  updates: Update[]
  held: Held[]
  acceptances: Acceptance[]
  closings: Closing[]
  /** What its owners asked for, oldest first. */
  wishes: Wish[]
  /** The steps on the way, those taken out as well. */
  steps: Step[]
  /** Written down by mistake, and taken out by the table that was minuting it. */
  takenOutAt: string | null
}

/** What each verb answers for an action that the minutes do not hold any more. */
export const TAKEN_OUT =
  'This action was taken out of the minutes. Write it down again where it was meant'

/** What is agreed now. */
export const termsOf = (action: Action): Terms => action.terms.at(-1)!

/** What was agreed when this was said: who led then, and who helped. */
export const termsWhen = (action: Action, update: Update): Terms =>
  action.terms.findLast((terms) => terms.at <= update.at) ?? action.terms[0]!

/**
 * What counts: said by or for whoever led then (R8), and not taken back. What a helper says is
 * heard and decides nothing, though it led before or leads since.
 */
const countsIn =
  (action: Action) =>
  (update: Update): boolean => {
    const { leadId } = termsWhen(action, update)
    return (
      update.takenBackAt === null &&
      (update.organisationId === null || leadId === null || update.organisationId === leadId)
    )
  }

/** Whether an update counts, by whoever led when it was said. */
export const isCounted = (action: Action, update: Update): boolean => countsIn(action)(update)

/** The update that counts: the latest one by or for a lead (R8). */
export const latestOf = (action: Action): Update =>
  action.updates.findLast(countsIn(action)) ?? action.updates[0]!

/**
 * The update by which it was finished: what is said again, or put better, since then finishes
 * nothing anew.
 */
export const finishedBy = (action: Action): Update | undefined => {
  const counted = action.updates.filter(countsIn(action))
  return counted[counted.findLastIndex((update) => !SAYS_FINISHED.includes(update.status)) + 1]
}

/** Where it stands, by the update that counts; what was opened again is under way (R3). */
export const statusOf = (action: Action): Status =>
  openedAgain(action) ? 'under-way' : latestOf(action).status

/** Why a slip is taken out while minutes are written: no reason that they tell. */
export const PUT_RIGHT = 'Put right while the minutes were written'

/** When it was opened again and why, as long as its owner has said no other word since (R3). */
export const openedAgain = (action: Action): { at: string; reason: string } | null => {
  const { status, at: saidAt } = latestOf(action)
  if (!isOpen(action) || isStanding(action) || !SAYS_FINISHED.includes(status)) return null
  const last = action.closings.findLast((each) => each.reopeningReason !== PUT_RIGHT)
  const { reopenedAt: at, reopeningReason: reason }: Partial<Closing> = last ?? {}
  return at && reason && at >= saidAt ? { at, reason } : null
}

/** What its lead last said to the terms as they are now. */
export const acceptanceOf = (action: Action): Acceptance | undefined =>
  action.acceptances.findLast((acceptance) => acceptance.termsId === termsOf(action).id)

/** Waits for its lead: proposed, and not accepted yet (declined is not accepted). */
export const isProposed = (action: Action): boolean =>
  termsOf(action).proposed && acceptanceOf(action)?.accepted !== true

/** Its lead said no, and why. */
export const isDeclined = (action: Action): boolean =>
  isProposed(action) && acceptanceOf(action)?.accepted === false

/** Not closed, or opened again since. */
export const isOpen = (action: Action): boolean =>
  !action.closings.some((closing) => closing.reopenedAt === null)

/** It keeps going, and is never finished. */
export const isStanding = (action: Action): boolean => termsOf(action).kind === 'standing'

/** Open, not said to be finished, and past its day or month (R26). */
export const isOverdue = (action: Action, today: Day): boolean => {
  const by = termsOf(action).by
  return by !== null && isOpen(action) && !isFinished(action) && isPast(by, today)
}

/** R2: a date is still to be agreed. What is standing has no end, and is not asked for one. */
export const lacksDate = ({ by, kind }: { by: When | null; kind: Kind }): boolean =>
  by === null && kind !== 'standing'

/** ... and what to say where there is none. */
export const sayNoDate = (kind: Kind): string =>
  kind === 'standing' ? 'No end date' : 'No date agreed yet'

/** Its owner has said the last word, done or could not: it waits for the table to close it. */
export const isFinished = (action: Action): boolean =>
  !isStanding(action) && SAYS_FINISHED.includes(statusOf(action))

/** Since when whoever leads it now has led it; nothing where they always have. */
const ledSince = ({ terms }: Action): string[] => {
  const { leadId } = terms.at(-1)!
  const before = terms.findLastIndex((each) => each.leadId !== leadId)
  return leadId === null || before < 0 ? [] : [terms[before + 1]!.at]
}

/**
 * R5: what stands was said by another organisation, before the lead of now led it. Where it stands
 * stays so; the words are never the new lead's.
 */
export const saidBeforeLead = (action: Action): (Update & { organisationId: number }) | null => {
  const { leadId } = termsOf(action)
  const { organisationId, ...latest } = latestOf(action)
  const isSaid = latest.id !== action.updates[0]!.id || latest.text !== ''
  return isSaid && organisationId !== null && leadId !== null && organisationId !== leadId
    ? { ...latest, organisationId }
    : null
}

/** When what was said last happened; not while it is to be done again. */
export const happenedOn = (action: Action): When | null =>
  openedAgain(action) ? null : latestOf(action).on

/**
 * The day its lead was last heard of: by an update of theirs or for them, or by their yes or no to
 * what was proposed (R8). Agreeing it was the first; of a new lead, the day it became theirs; of
 * what was opened again, that day.
 */
export const lastHeardOn = (action: Action): Day => {
  const { leadId } = termsOf(action)
  const answers = action.acceptances
    .filter((each) => leadId === null || each.organisationId === leadId)
    .map(({ at }) => at)
  const since = ledSince(action)
  const said = saidBeforeLead(action) && since.length > 0 ? [] : [latestOf(action).at]
  const again = openedAgain(action)?.at ?? []
  return dayOf([...said, ...since, ...answers, again].flat().toSorted().at(-1)!)
}

/** Days of silence (R8), for open actions whose owner has not said done or could not. */
export const silence = (action: Action, today: Day): number =>
  isOpen(action) && !isFinished(action) ? daysBetween(lastHeardOn(action), today) : 0
