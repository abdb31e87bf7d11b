import { dayOf, daysBetween, isPast, type Day, type When } from '../day.ts'
import { conflict, decide, refuse, type Decision } from '../decision.ts'
import type { Depth } from '../depth.ts'

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
  acceptances: Acceptance[]
  closings: Closing[]
  /** Written down by mistake, and taken out by the table that was minuting it. */
  takenOutAt: string | null
}

export interface AgreedTerms {
  text: string
  kind: Kind
  leadId: number | null
  seatId: number | null
  helperIds: number[]
  by: When | null
}
export interface AgreedAction extends AgreedTerms {
  proposed: boolean
  first: { status: Status; text: string }
}

const TAKEN_OUT = 'This action was taken out of the minutes. Write it down again where it was meant'

/**
 * Agrees an action at a table, or between tables.
 * No lead and no date are allowed and said so (R2). A lead that was not represented makes it
 * proposed (R6).
 */
export const agree = (
  terms: AgreedTerms,
  isRepresented: (organisationId: number) => boolean,
): Decision<AgreedAction> =>
  decide(refusalsOf(terms), () => ({
    ...terms,
    helperIds: terms.helperIds.filter((id) => id !== terms.leadId),
    proposed: terms.leadId !== null && !isRepresented(terms.leadId),
    first: { status: 'not-started', text: '' },
  }))

/**
 * New terms for an action already agreed: its words, lead, helpers or date. The old ones stay;
 * someone else's newer ones are a conflict (R23).
 */
export const change = (
  action: Action,
  wanted: AgreedTerms & { reason: string; basedOn: number },
  isRepresented: (id: number) => boolean,
): Decision<AgreedTerms & { proposed: boolean; reason: string }> => {
  if (action.takenOutAt !== null) return refuse('text', TAKEN_OUT)
  const now = termsOf(action)
  if (now.id !== wanted.basedOn)
    return conflict('Someone else changed what was agreed while you were writing')
  const { basedOn: _seen, ...terms } = wanted
  return decide(
    [
      ...refusalsOf(terms),
      !terms.reason.trim() && {
        field: 'reason',
        reason: 'Say why it changes. The first wording stays in the history',
      },
    ],
    () => ({
      ...terms,
      helperIds: terms.helperIds.filter((id) => id !== terms.leadId),
      proposed:
        now.leadId === terms.leadId
          ? isProposed(action)
          : terms.leadId !== null && !isRepresented(terms.leadId),
    }),
  )
}

const refusalsOf = (terms: AgreedTerms) => [
  !terms.text.trim() && { field: 'text', reason: 'Say what will be done, in one sentence' },
  terms.seatId !== null &&
    terms.leadId === null && {
      field: 'lead',
      reason: 'Choose the organisation as well as the seat',
    },
]

/**
 * An owner reports. "Done" needs words on what was done, "could not" a reason (R3), "waiting" for
 * whom.
 */
export const report = (
  action: Action,
  said: { status: Status; text: string; waitingFor: string | null; on: When | null },
): Decision<typeof said> => {
  if (action.takenOutAt !== null) return refuse('text', TAKEN_OUT)
  if (!isOpen(action))
    return refuse(
      'status',
      'The round table has closed this action. Reopen it first, with a reason',
    )
  const text = said.text.trim()
  const needs: Partial<Record<Status, string>> = {
    done:
      termsOf(action).kind === 'question'
        ? 'Write the answer. Residents will be told it'
        : 'Say what was done, in one or two sentences',
    'could-not': 'Say why it could not be done. Residents will be told the reason',
  }
  const need = needs[said.status]
  return decide(
    [
      need !== undefined && !text && { field: 'text', reason: need },
      said.status === 'waiting' &&
        !said.waitingFor?.trim() && { field: 'waitingFor', reason: 'Say who you are waiting for' },
    ],
    () => ({ ...said, text, waitingFor: said.status === 'waiting' ? said.waitingFor : null }),
  )
}

/** A person takes back what they said: the row stays, struck through, and stops counting. */
export const takeBack = (
  action: Action,
  updateId: number,
  mine: (update: Update) => boolean,
): Decision<Update> => {
  const update = action.updates.find((each) => each.id === updateId)
  if (!update) return refuse('update', 'That update is not on this action')
  if (update.takenBackAt) return refuse('update', 'That update is taken back already')
  if (update.id === action.updates[0]?.id)
    return refuse('update', 'The first line says that it was agreed. It cannot be taken back')
  if (!mine(update))
    return refuse('update', 'Only the person or the seat that said it can take it back')
  if (!isOpen(action))
    return refuse(
      'update',
      'The round table has closed this action. Reopen it first, with a reason',
    )
  return { accepted: true, value: update }
}

/**
 * A seat of the lead organisation accepts what was proposed, or declines and says what would have
 * to change. @param mayTakeBack a yes of theirs that is not an hour old.
 */
export const answerProposal = (
  action: Action,
  accepted: boolean,
  words: string,
  mayTakeBack = false,
): Decision<{ accepted: boolean; words: string | null; organisationId: number }> => {
  if (action.takenOutAt !== null) return refuse('words', TAKEN_OUT)
  const lead = termsOf(action).leadId
  const isTakenBack = !accepted && mayTakeBack && termsOf(action).proposed
  if (lead === null || !(isProposed(action) || isTakenBack))
    return refuse('words', 'Nothing waits to be accepted here')
  if (!accepted && !words.trim()) return refuse('words', 'Say what would have to change')
  return { accepted: true, value: { accepted, words: words.trim() || null, organisationId: lead } }
}

/**
 * Written down by mistake: the table that agreed it takes it out while it is open, where nothing
 * was said of it and nobody was sent it.
 */
export const takeOut = (
  action: Action,
  at: { roundTableId: number; isSent: boolean; isTold: boolean },
): Decision<Action> => {
  if (action.takenOutAt !== null) return refuse('text', TAKEN_OUT)
  if (action.roundTableId !== at.roundTableId)
    return refuse('text', 'Another round table agreed this action. Report on it, or close it')
  if (
    action.terms.length > 1 ||
    action.updates.length > 1 ||
    action.closings.length > 0 ||
    action.acceptances.length > 0 ||
    at.isTold
  )
    return refuse('text', 'Something was said about this action already. Report on it, or close it')
  return at.isSent
    ? refuse('text', 'These minutes were sent with this action in them. Report on it, or close it')
    : { accepted: true, value: action }
}

/** The table, or a coordinator between tables, agrees that it is closed (R3). */
export const close = (action: Action): Decision<Action> => {
  if (action.takenOutAt !== null) return refuse('closing', TAKEN_OUT)
  if (!isOpen(action)) return refuse('closing', 'This action is closed already')
  if (isProposed(action)) return refuse('closing', 'It was never accepted, so it cannot be closed')
  const status = statusOf(action)
  return status === 'done' || status === 'could-not'
    ? { accepted: true, value: action }
    : refuse('closing', 'First say that it is done, or why it could not be. Then it can be closed')
}

export const reopen = (action: Action, reason: string): Decision<Closing> => {
  const closing = action.closings.findLast((each) => each.reopenedAt === null)
  if (!closing) return refuse('reason', 'This action is open already')
  return reason.trim()
    ? { accepted: true, value: closing }
    : refuse('reason', 'Say why it is opened again')
}

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

export const statusOf = (action: Action): Status => latestOf(action).status

export const acceptanceOf = (action: Action): Acceptance | undefined =>
  action.acceptances.findLast((acceptance) => acceptance.termsId === termsOf(action).id)

/** Waits for its lead: proposed, and not accepted yet (declined is not accepted). */
export const isProposed = (action: Action): boolean =>
  termsOf(action).proposed && acceptanceOf(action)?.accepted !== true

export const isDeclined = (action: Action): boolean =>
  isProposed(action) && acceptanceOf(action)?.accepted === false

export const isOpen = (action: Action): boolean =>
  !action.closings.some((closing) => closing.reopenedAt === null)

export const isStanding = (action: Action): boolean => termsOf(action).kind === 'standing'

/** Open, not said to be finished, and past its day or month (R26). */
export const isOverdue = (action: Action, today: Day): boolean => {
  const by = termsOf(action).by
  return by !== null && isOpen(action) && !isFinished(action) && isPast(by, today)
}

/**
 * The owner has said the last word: done, or could not. It waits only for the table to close it.
 */
export const isFinished = (action: Action): boolean =>
  !isStanding(action) && SAYS_FINISHED.includes(statusOf(action))

/** The day of the last update by or for its lead (R8). Agreeing it was the first. */
export const lastHeardOn = (action: Action): Day => dayOf(latestOf(action).at)

/** Days of silence (R8), for open actions whose owner has not said done or could not. */
export const silence = (action: Action, today: Day): number =>
  isOpen(action) && !isFinished(action) ? daysBetween(lastHeardOn(action), today) : 0

/**
 * R4: overdue, due by the next table, waiting, standing, rest, and what only waits to be closed;
 * the oldest date first within each.
 */
export const inAgendaOrder = (actions: Action[], today: Day, dueBefore: Day): Action[] => {
  const rank = (action: Action): number => {
    const { by, kind } = termsOf(action)
    if (isOverdue(action, today)) return 0
    if (isFinished(action)) return 5
    if (by !== null && isPast(by, dueBefore) && kind !== 'standing') return 1
    if (statusOf(action) === 'waiting') return 2
    return kind === 'standing' ? 3 : 4
  }
  const date = (action: Action): string => termsOf(action).by ?? '9999'
  return actions
    .map((action) => ({ action, rank: rank(action), date: date(action) }))
    .toSorted(
      (a, b) => a.rank - b.rank || a.date.localeCompare(b.date) || a.action.id - b.action.id,
    )
    .map(({ action }) => action)
}

/** One line of an action's history, oldest first. */
export type Happening =
  | { kind: 'agreed'; at: string; terms: Terms }
  | { kind: 'update'; at: string; update: Update }
  | { kind: 'changed'; at: string; terms: Terms; before: Terms }
  | { kind: 'answered'; at: string; acceptance: Acceptance }
  | { kind: 'closed'; at: string; closing: Closing }
  | { kind: 'reopened'; at: string; reason: string }

/** Everything that ever happened to an action, in the order it happened. */
export const historyOf = (action: Action): Happening[] =>
  [
    { kind: 'agreed' as const, at: action.agreedAt, terms: action.terms[0]! },
    ...action.updates
      .slice(1)
      .map((update) => ({ kind: 'update' as const, at: update.at, update })),
    ...action.terms.slice(1).map((terms, i) => ({
      kind: 'changed' as const,
      at: terms.at,
      terms,
      before: action.terms[i]!,
    })),
    ...action.acceptances.map((acceptance) => ({
      kind: 'answered' as const,
      at: acceptance.at,
      acceptance,
    })),
    ...action.closings.map((closing) => ({ kind: 'closed' as const, at: closing.at, closing })),
    ...action.closings.flatMap((closing) =>
      closing.reopenedAt
        ? [
            {
              kind: 'reopened' as const,
              at: closing.reopenedAt,
              reason: closing.reopeningReason ?? '',
            },
          ]
        : [],
    ),
  ].toSorted((a, b) => a.at.localeCompare(b.at))
