import { daysBetween, dayOf, type Day, type When } from '../day.ts'
import { conflict, decide, refuse, type Decision } from '../decision.ts'
import { privacyRefusals, type Depth } from '../depth.ts'
import type { Passing } from './passing.ts'

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
  /** What it is about first of all. */
  themeId: number | null
  /** ... and what else it is about. */
  furtherThemeIds?: number[]
  areaId: number | null
  personId: number
  reason: string | null
  at: string
}
export interface Priority {
  roundTableId: number | null
  agreed: boolean
  /** How long it comes first; without it, until a table says no. */
  until?: When | null
  reason: string | null
  at: string
}

/** That it was joined to another, and taken apart from it again where that was a mistake. */
export interface Joining {
  intoId: number
  personId: number
  at: string
  parted: { reason: string; personId: number; at: string } | null
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
  /** Each time it was joined to another, the first one first. */
  joinings: Joining[]
  mergedIntoId: number | null
  mergedIds: number[]
  splitFromId: number | null
  splitIds: number[]
  wordings: Wording[]
  priorities: Priority[]
  /** Where it was passed on to, with what was passed on of those joined to it (R1). */
  passings: Passing[]
  takenOutAt: string | null
}

export interface Raised {
  text: string
  raisedOn: When
  originKind: OriginKind
  originNote: string | null
  themeId: number | null
  furtherThemeIds?: number[]
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
      ...themeRefusals(said),
      ...privacyRefusals(said),
    ],
    () => ({
      ...said,
      furtherThemeIds: furtherOf(said),
      text: said.text.trim(),
      ground: said.depth === 'named' ? said.ground : null,
      list: said.depth === 'named' ? said.list : [],
    }),
  )

/** New words for a concern. Someone else's newer words are a conflict, not a lost change (R23). */
export const reword = <W extends Themed & { text: string }>(
  concern: Concern,
  words: W,
  basedOnId: number,
): Decision<W> => {
  if (wordingOf(concern).id !== basedOnId)
    return conflict('Someone else changed these words while you were writing')
  return decide(
    [
      !words.text.trim() && {
        field: 'text',
        reason: 'Write what residents said, in one or two sentences',
      },
      ...themeRefusals(words),
    ],
    () => ({ ...words, text: words.text.trim(), furtherThemeIds: furtherOf(words) }),
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

/** What it says now. */
export const wordingOf = (concern: Concern): Wording => concern.wordings.at(-1)!

/** All that it is about: the main theme first. */
export const themesOf = (words: Themed): number[] =>
  words.themeId === null ? [] : [words.themeId, ...furtherOf(words)]

/** Agreed to come first, by whoever said so last. */
export const isPriority = (concern: Pick<Concern, 'priorities'>): boolean =>
  concern.priorities.at(-1)?.agreed ?? false

/** ... now or before. */
export const wasPriority = (concern: Pick<Concern, 'priorities'>): boolean =>
  concern.priorities.some((each) => each.agreed)

/** What some words are about. */
export type Themed = Pick<Raised, 'themeId' | 'furtherThemeIds'>
/** ... beside the main theme. */
export const furtherOf = ({ themeId, furtherThemeIds = [] }: Themed): number[] =>
  furtherThemeIds.filter((each) => each !== themeId)
const themeRefusals = ({ themeId, furtherThemeIds = [] }: Themed) => [
  themeId === null &&
    furtherThemeIds.length > 0 && {
      field: 'themeId',
      reason: 'Choose the main theme first: it counts under that one',
    },
]

/** R28: on the desk when it has no entry 14 days after it was raised. */
const ENTRY_DUE_DAYS = 14
export const isUntold = (
  concern: Pick<Concern, 'depth' | 'mergedIntoId' | 'createdAt'>,
  hasEntry: boolean,
  today: Day,
): boolean =>
  concern.depth !== 'named' &&
  concern.mergedIntoId === null &&
  !hasEntry &&
  daysBetween(dayOf(concern.createdAt), today) >= ENTRY_DUE_DAYS

/** Days since residents said it. */
export const age = (concern: Pick<Concern, 'raisedOn'>, today: Day): number =>
  daysBetween(concern.raisedOn, today)
