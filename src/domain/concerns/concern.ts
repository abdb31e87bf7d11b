import { daysBetween, dayOf, type Day, type When } from '../day.ts'
import { conflict, decide, refuse, type Decision } from '../decision.ts'
import { privacyRefusals, type Depth } from '../depth.ts'

export type OriginKind =
  | 'round-table'
  | 'survey'
  | 'stall'
  | 'workshop'
  | 'programme'
  | 'phone'
  | 'form'
  | 'other'
export const ORIGINS = [
  'round-table',
  'survey',
  'stall',
  'workshop',
  'programme',
  'phone',
  'form',
  'other',
] as const
export const SAY_ORIGIN: Record<OriginKind, string> = {
  'round-table': 'Round table',
  survey: 'Survey',
  stall: 'Stall',
  workshop: 'Workshop',
  programme: 'Programme',
  phone: 'Phone call',
  form: 'The public form',
  other: 'Another way',
}

/** What the concern says now, and said before: each wording is a row. */
export interface Wording {
  id: number
  text: string
  themeId: number | null
  areaId: number | null
  personId: number
  reason: string | null
  at: string
}
export interface Priority {
  roundTableId: number | null
  agreed: boolean
  reason: string | null
  at: string
}

export interface Concern {
  id: number
  raisedOn: When
  originKind: OriginKind
  originNote: string | null
  roundTableId: number | null
  depth: Depth
  ground: string | null
  list: number[]
  createdAt: string
  mergedIntoId: number | null
  mergedAt: string | null
  mergedIds: number[]
  splitFromId: number | null
  splitIds: number[]
  wordings: Wording[]
  priorities: Priority[]
  takenOutAt: string | null
}

export interface Raised {
  text: string
  raisedOn: When
  originKind: OriginKind
  originNote: string | null
  themeId: number | null
  areaId: number | null
  depth: Depth
  ground: string | null
  list: number[]
}

/** Writes down what residents said. A named matter needs a ground and people who may know (R11). */
export const raise = (said: Raised, today: Day): Decision<Raised> =>
  decide(
    [
      !said.text.trim() && {
        field: 'text',
        reason: 'Write what residents said, in one or two sentences',
      },
      said.raisedOn > today && {
        field: 'raisedOn',
        reason: 'This day lies ahead. Write the day it was said',
      },
      ...privacyRefusals(said),
    ],
    () => ({
      ...said,
      text: said.text.trim(),
      ground: said.depth === 'named' ? said.ground : null,
      list: said.depth === 'named' ? said.list : [],
    }),
  )

/** New words for a concern. Someone else's newer words are a conflict, not a lost change (R23). */
export const reword = (concern: Concern, text: string, basedOnId: number): Decision<string> => {
  if (wordingOf(concern).id !== basedOnId)
    return conflict('Someone else changed these words while you were writing')
  return text.trim()
    ? { accepted: true, value: text.trim() }
    : refuse('text', 'Write what residents said, in one or two sentences')
}

/** Two concerns become one: this one goes on inside the other, and both trails stay. */
export const merge = (concern: Concern, into: Concern): Decision<Concern> => {
  if (concern.id === into.id) return refuse('into', 'Choose another concern to join it to')
  if (concern.mergedIntoId !== null)
    return refuse('into', 'This concern is joined to another already')
  if (concern.takenOutAt !== null || into.takenOutAt !== null)
    return refuse('into', 'One of the two was taken out. Choose another concern to join it to')
  if (into.mergedIntoId !== null)
    return refuse('into', 'That concern is joined to another itself. Choose the one it went into')
  return (concern.depth === 'named') === (into.depth === 'named')
    ? { accepted: true, value: into }
    : refuse(
        'into',
        'One of the two is held in private and the other is not, so they cannot be joined',
      )
}

/**
 * Written down by mistake: the table where it was raised takes it out while it is open, where
 * nothing hangs on it and nobody was sent it.
 */
export const takeOutConcern = (
  concern: Concern,
  at: { roundTableId: number; hasMore: boolean; isSent: boolean },
): Decision<Concern> => {
  if (concern.takenOutAt !== null) return refuse('text', 'This concern was taken out already')
  if (concern.roundTableId !== at.roundTableId)
    return refuse('text', 'This concern was raised before. Reword it, or join it to another')
  if (
    at.hasMore ||
    concern.mergedIds.length > 0 ||
    concern.mergedIntoId !== null ||
    concern.splitIds.length > 0
  )
    return refuse(
      'text',
      'Something hangs on this concern already. Reword it, or join it to another',
    )
  return at.isSent
    ? refuse(
        'text',
        'These minutes were sent with this concern in them. Reword it, or join it to another',
      )
    : { accepted: true, value: concern }
}

/**
 * One concern becomes two: the second begins with its own words and the first one's origin and
 * depth.
 */
export const split = (concern: Concern, text: string): Decision<Raised> => {
  if (!text.trim()) return refuse('text', 'Write the words of the second concern')
  const { themeId, areaId } = wordingOf(concern)
  const { raisedOn, originKind, originNote, depth, ground, list } = concern
  return {
    accepted: true,
    value: {
      text: text.trim(),
      raisedOn,
      originKind,
      originNote,
      themeId,
      areaId,
      depth,
      ground,
      list,
    },
  }
}

/** What it says now. */
export const wordingOf = (concern: Concern): Wording => concern.wordings.at(-1)!

/** Agreed to come first, by whoever said so last. */
export const isPriority = (concern: Concern): boolean => concern.priorities.at(-1)?.agreed ?? false

/** R28: on the desk when it has no entry 14 days after it was raised. */
const ENTRY_DUE_DAYS = 14
export const isUntold = (concern: Concern, hasEntry: boolean, today: Day): boolean =>
  concern.depth !== 'named' &&
  concern.mergedIntoId === null &&
  !hasEntry &&
  daysBetween(dayOf(concern.createdAt), today) >= ENTRY_DUE_DAYS

/** Days since residents said it. */
export const age = (concern: Concern, today: Day): number => daysBetween(concern.raisedOn, today)
