import { readTime, timeIn, whyNoTime } from '../../dates/read-time.ts'
import { isPast, sayWhen, type Day, type When } from '../../day.ts'
import { accept, conflict, decide, refuse, type Decision } from '../../decision.ts'
import { quarterOf } from '../../quarter.ts'
import { plannedAlready } from '../planned-already.ts'
import { stateOf, type RoundTable } from '../round-table.ts'

/** What is planned of a round table: when, where and who is expected. */
export interface Plan {
  heldOn: When
  startsAt: string | null
  place: string | null
  expectedIds: number[]
}

/** How a plan was changed. `moved` is a change of its day or time. */
export const PLAN_VERBS = ['changed', 'moved', 'cancelled', 'reinstated'] as const
export type PlanVerb = (typeof PLAN_VERBS)[number]

/** R30: one change to a plan, with what stood there before it. */
export interface PlanChange {
  verb: PlanVerb
  before: Plan
  reason: string
  personId: number
  at: string
}

/** By what a form knows the plan that it was drawn from: whose it is, and how often it was changed. */
export const planMark = ({ id, changes }: Pick<RoundTable, 'id' | 'changes'>): string =>
  `${id}-${changes.length}`

/** A plan as it was typed, before it is known to be one. */
export type TypedPlan = Omit<Plan, 'heldOn'> & { heldOn: When | null | undefined }

export const plan = (typed: TypedPlan): Decision<Plan> =>
  decide(
    [
      !typed.heldOn && {
        field: 'heldOn',
        reason: 'Write a day like 28/4/2022, or a month like April 2022',
      },
      typed.startsAt !== null &&
        timeIn(typed.startsAt) === null && {
          field: 'startsAt',
          reason: whyNoTime(readTime(typed.startsAt)),
        },
      typed.expectedIds.length === 0 && { field: 'expectedIds', reason: 'Choose who is expected' },
    ],
    () => ({
      ...typed,
      heldOn: typed.heldOn!,
      startsAt: typed.startsAt === null ? null : timeIn(typed.startsAt),
    }),
  )

/** Slugs run from `2021-q3` to `2021-q3-z`. */
const MOST_IN_A_QUARTER = 26

/** Whether the quarter of a day takes one more table: each has a number of its own. */
export const hasRoom = ({ heldOn }: Pick<Plan, 'heldOn'>, tables: RoundTable[]): boolean =>
  tables.filter(({ slug }) => slug.startsWith(quarterOf(heldOn))).length < MOST_IN_A_QUARTER

interface Change {
  reason: string
  basedOn: string
  others: RoundTable[]
  today: Day | null
}

/** A plan that takes the place of another, and what that makes of it. */
export interface ChangedPlan {
  plan: Plan
  verb: 'changed' | 'moved'
  reason: string
}

/**
 * R30: a planned round table gets another day, time, place, or others are expected; its number
 * stays.
 * @param basedOn the mark of the plan that the form was drawn from (R23).
 * @param today where people were asked already: a day that has passed would tell them nothing.
 */
export const changePlan = (
  table: RoundTable,
  typed: TypedPlan,
  { reason, basedOn, others, today }: Change,
): Decision<ChangedPlan> => {
  if (stateOf(table) !== 'planned') return refuse('heldOn', whyFixed(table))
  if (basedOn !== planMark(table))
    return conflict('Someone else changed this round table while you were writing')
  const planned = plan(typed)
  if (!planned.accepted) return planned
  const { value } = planned
  const isMoved = value.heldOn !== table.heldOn || value.startsAt !== table.startsAt
  const isElse =
    isMoved || value.place !== table.place || idsOf(value.expectedIds) !== idsOf(table.expectedIds)
  return decide(
    [
      !isElse && {
        field: 'heldOn',
        reason: 'Nothing is different yet. Change the day, the time, the place or who is expected',
      },
      isMoved &&
        plannedAlready(
          value,
          others.filter((each) => each.id !== table.id),
        ) && {
          field: 'heldOn',
          reason: 'Another round table is planned for this day and time. Choose another',
        },
      isMoved &&
        today !== null &&
        isPast(value.heldOn, today) && {
          field: 'heldOn',
          reason: 'This day has passed, and people were asked. Write a day that lies ahead',
        },
      !reason.trim() && { field: 'reason', reason: 'Say why, so that everyone knows' },
    ],
    () => ({ plan: value, verb: isMoved ? 'moved' : 'changed', reason: reason.trim() }),
  )
}

const idsOf = (ids: number[]): string => String(ids.toSorted((a, b) => a - b))

/** R30: it does not meet. Its number is kept, and everyone who was asked is told. */
export const cancel = (table: RoundTable, reason: string): Decision<string> => {
  if (stateOf(table) !== 'planned') return refuse('reason', whyFixed(table))
  return reason.trim()
    ? accept(reason.trim())
    : refuse('reason', 'Say why it does not meet, so that everyone knows')
}

/** ... and meets after all. */
export const reinstate = (
  table: RoundTable,
  reason: string,
  others: RoundTable[],
): Decision<string> => {
  if (stateOf(table) !== 'cancelled') return refuse('reason', 'This round table is not cancelled')
  if (plannedAlready(table, others))
    return refuse('reason', 'Another round table is planned for this day and time. Move that first')
  return reason.trim() ? accept(reason.trim()) : refuse('reason', 'Say why it meets after all')
}

const whyFixed = (table: RoundTable): string =>
  stateOf(table) === 'cancelled'
    ? 'This round table is cancelled. Say first that it meets after all'
    : 'This round table has begun. Its day stands in its minutes'

/**
 * A table that was planned by mistake frees its number, as long as nothing hangs on it.
 * @param hangs what does, in words.
 */
export const takePlanBack = (table: RoundTable, hangs: string | null): Decision<RoundTable> => {
  if (!['planned', 'cancelled'].includes(stateOf(table)))
    return refuse('mistake', 'This round table has begun. Take its beginning back first')
  return hangs === null
    ? accept(table)
    : refuse('mistake', `${hangs}. Cancel it instead, so that everyone is told`)
}

/**
 * A table that was begun by mistake is planned again, as long as nothing was written at it.
 * @param stands what was, in words.
 */
export const takeOpeningBack = (table: RoundTable, stands: string | null): Decision<RoundTable> => {
  if (stateOf(table) !== 'open') return refuse('mistake', 'This round table is not open')
  return stands === null
    ? accept(table)
    : refuse('mistake', `${stands}. Finish it, and correct the rest`)
}

/** R5: the plan as it stood at an instant, so that minutes of then keep what they said. */
export const planAt = (table: RoundTable, at: string): Plan =>
  table.changes.find((change) => change.at > at)?.before ?? table

/** Whether it stood cancelled at an instant. */
export const wasCancelledAt = (table: RoundTable, at: string): boolean =>
  table.changes.findLast(
    ({ verb, at: changedAt }) => changedAt <= at && (verb === 'cancelled' || verb === 'reinstated'),
  )?.verb === 'cancelled'

/** A day and a time in words: `28 April 2022, 10.30`. */
export const sayTime = ({ heldOn, startsAt }: Pick<Plan, 'heldOn' | 'startsAt'>): string =>
  [sayWhen(heldOn), startsAt].filter(Boolean).join(', ')

/** What is different in a plan, in words; the organisations by their names. */
export const sayPlanChange = (
  before: Plan,
  after: Plan,
  organisation: (id: number) => string,
): string[] => {
  const came = after.expectedIds.filter((id) => !before.expectedIds.includes(id))
  const went = before.expectedIds.filter((id) => !after.expectedIds.includes(id))
  return [
    sayTime(before) !== sayTime(after) && `from ${sayTime(before)} to ${sayTime(after)}`,
    before.place !== after.place &&
      `place: ${after.place ?? 'not agreed yet'}, before ${before.place ?? 'not agreed yet'}`,
    came.length > 0 && `now expected: ${came.map(organisation).join(', ')}`,
    went.length > 0 && `not expected any more: ${went.map(organisation).join(', ')}`,
  ].filter((each): each is string => each !== false)
}

/** What each change made of the plan, oldest first: its row, and what stood after it. */
export const planHistory = (table: RoundTable): { change: PlanChange; after: Plan }[] =>
  table.changes.map((change, i) => ({ change, after: table.changes[i + 1]?.before ?? table }))
