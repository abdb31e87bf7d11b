import {
  finishedBy,
  isDeclined,
  isFinished,
  isOpen,
  isOverdue,
  isProposed,
  lastHeardOn,
  silence,
  termsOf,
  type Action,
} from './action.ts'
import { dayOf, daysBetween, lastDayOf, type Day } from '../day.ts'
import { hasDoneItsShare } from './shares.ts'
import type { RoundTable } from '../round-tables/round-table.ts'
import { isHeldOn, type Seat } from '../people/seat.ts'

/** Why somebody is written to about an action. */
export const WHYS = [
  'absent',
  'agreed',
  'late',
  'due',
  'quiet',
  'colleague',
  'helping',
  'part',
  'table',
  'closed',
  'asked',
] as const
export type Why = (typeof WHYS)[number]

/**
 * One reason to write to one person about one action. `cause` names the occasion, so that each is
 * told once.
 */
export interface Notice {
  personId: number
  actionId: number
  seatId: number | null
  why: Why
  cause: string
}

/**
 * How often someone wants letters: as things happen (one a day at most), once a week, or only
 * before a round table.
 */
export const FREQUENCIES = ['daily', 'weekly', 'tables'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/**
 * R8: past so many days of silence an action is quiet and its seat is asked, then the
 * organisation's other seats, and then it stands on the next agenda by itself.
 */
export const QUIET_DAYS = 30
export const ASK_OTHERS_DAYS = 45
export const AGENDA_DAYS = 60
/**
 * How long before its day an action is said to be coming due, and before a round table all that is
 * mine.
 */
export const DUE_DAYS = 7
export const DIGEST_DAYS = 14

export interface World {
  today: Day
  /** Things that happened before this day are no news: the clock was not running. */
  since: Day
  seats: Seat[]
  /**
   * Who may be written to: they have not left, and may say something. A seat of anyone else counts
   * as empty.
   */
  people: number[]
  coordinators: number[]
  /** Round tables that are still to come, and those where an action was agreed. */
  tables: RoundTable[]
}

/**
 * Everyone there is a reason to write to about an action today. Whether they were told already is
 * the store's to say.
 */
export const noticesOf = (action: Action, world: World): Notice[] => {
  if (action.takenOutAt !== null) return []
  const { today, since } = world
  const terms = termsOf(action)
  const owners = ownersOf(action, world)
  const to = (people: Owner[], why: Why, cause: string): Notice[] =>
    people.map(({ personId, seatId }) => ({ personId, seatId, actionId: action.id, why, cause }))
  const closing = action.closings.findLast((each) => each.reopenedAt === null)
  if (closing)
    return dayOf(closing.at) >= since
      ? to(
          owners.filter((each) => each.seatId !== null),
          'closed',
          `closing ${closing.id}`,
        )
      : []
  if (isDeclined(action)) return []
  const agreedAt = action.terms.at(-1)!.at
  const isNews = terms.leadId !== null && dayOf(agreedAt) >= since && isSettled(action, world)
  const table = nextTable(world)
  const isBefore = table !== undefined && daysBetween(today, table.heldOn) <= DIGEST_DAYS
  // Nobody is asked to help with what its lead has not accepted.
  const helpers = isProposed(action) ? [] : helpersOf(action, world)
  if (isFinished(action) && terms.kind !== 'standing')
    return [
      ...to(
        [...helpers, ...forEmptyHelpers(action, world, helpers)],
        'part',
        `update ${finishedBy(action)!.id}`,
      ),
      ...(isBefore ? to(helpers, 'table', `table ${table.slug}`) : []),
    ]
  const before = isBefore ? to([...owners, ...helpers], 'table', `table ${table.slug}`) : []
  if (isProposed(action))
    return [...(isNews ? to(owners, 'absent', `terms ${terms.id}`) : []), ...before]
  const quiet = silence(action, today)
  const due = terms.by !== null && terms.kind !== 'standing'
  return [
    ...(isNews ? to(owners, 'agreed', `terms ${terms.id}`) : []),
    ...(isNews ? to(helpers, 'helping', `terms ${terms.id}`) : []),
    ...(due && isOverdue(action, today) ? to(owners, 'late', `by ${terms.by}`) : []),
    ...(due &&
    !isOverdue(action, today) &&
    daysBetween(today, lastDayOf(terms.by!)) <= (terms.by!.length === 7 ? 30 : DUE_DAYS)
      ? to(owners, 'due', `by ${terms.by}`)
      : []),
    ...(quiet > QUIET_DAYS ? to(owners, 'quiet', `since ${lastHeardOn(action)}`) : []),
    ...(quiet > ASK_OTHERS_DAYS
      ? to(othersOf(action, world, owners), 'colleague', `since ${lastHeardOn(action)}`)
      : []),
    ...before,
  ]
}

/**
 * True while what a notice tells is still so; a letter leaves out what has been dealt with since.
 */
export const stillHolds = (
  notice: Pick<Notice, 'why' | 'cause' | 'personId'>,
  action: Action,
  world: World,
): boolean =>
  notice.why === 'asked'
    ? isOpen(action)
    : noticesOf(action, { ...world, since: '0000' }).some(
        (each) =>
          each.personId === notice.personId &&
          each.why === notice.why &&
          each.cause === notice.cause,
      )

interface Owner {
  personId: number
  seatId: number | null
}

const holders = (seat: Seat, { today, people }: World): Owner[] =>
  seat.endedOn !== null
    ? []
    : seat.holders
        .filter((each) => isHeldOn(each, today) && people.includes(each.personId))
        .map(({ personId }) => ({ personId, seatId: seat.id }))

/**
 * R8: the seat; where none is agreed, all seats of the organisation; where nobody sits there or
 * leads, the coordinators. A named matter only on its own list.
 */
const ownersOf = (action: Action, world: World): Owner[] => {
  const { seats, coordinators } = world
  const { leadId, seatId } = termsOf(action)
  const theirs =
    seatId !== null
      ? seats.filter((seat) => seat.id === seatId)
      : seats.filter((seat) => leadId !== null && seat.organisationId === leadId)
  const found = theirs.flatMap((seat) => holders(seat, world))
  const all =
    found.length > 0 ? found : coordinators.map((personId) => ({ personId, seatId: null }))
  const listed = onList(action, one(all))
  // A promise held in private is nobody's to forget: where its owner may not know of it, those on
  // its list hear.
  return listed.length > 0 || action.depth !== 'named'
    ? listed
    : action.list
        .filter((id) => world.people.includes(id))
        .map((personId) => ({ personId, seatId: null }))
}

const othersOf = (action: Action, world: World, owners: Owner[]): Owner[] => {
  const { leadId, seatId } = termsOf(action)
  if (leadId === null || seatId === null) return []
  const others = world.seats
    .filter((seat) => seat.organisationId === leadId && seat.id !== seatId)
    .flatMap((seat) => holders(seat, world))
  return onList(
    action,
    one(others).filter((each) => !owners.some((owner) => owner.personId === each.personId)),
  )
}

/** The seats of the organisations that help, until they have done their part. */
const helpersOf = (action: Action, world: World): Owner[] => {
  const ids = termsOf(action).helperIds.filter((id) => !hasDoneItsShare(action, id))
  return onList(
    action,
    one(
      world.seats
        .filter((seat) => ids.includes(seat.organisationId))
        .flatMap((seat) => holders(seat, world)),
    ),
  )
}

/**
 * R7: a part that waits for an organisation where nobody sits is the coordinators' to find someone
 * for.
 */
const forEmptyHelpers = (action: Action, world: World, helpers: Owner[]): Owner[] => {
  const isEmpty = (id: number): boolean =>
    !hasDoneItsShare(action, id) &&
    !world.seats.some((seat) => seat.organisationId === id && holders(seat, world).length > 0)
  const coordinators = world.coordinators.map((personId) => ({ personId, seatId: null }))
  return !isProposed(action) && termsOf(action).helperIds.some(isEmpty)
    ? onList(action, coordinators).filter(
        (each) => !helpers.some((helper) => helper.personId === each.personId),
      )
    : []
}

const onList = (action: Action, owners: Owner[]): Owner[] =>
  action.depth === 'named' ? owners.filter((each) => action.list.includes(each.personId)) : owners
const one = (owners: Owner[]): Owner[] => [
  ...new Map(owners.map((each) => [each.personId, each])).values(),
]

/**
 * What is agreed at a table is told when its minutes are finished: until then it may still be taken
 * out.
 */
const isSettled = (action: Action, { tables }: World): boolean => {
  const table = tables.find((each) => each.id === action.roundTableId)
  return action.roundTableId === null || table === undefined || table.finishedAt !== null
}

const nextTable = ({ tables, today }: World): RoundTable | undefined =>
  tables
    .filter(
      (table) => table.openedAt === null && table.heldOn.length === 10 && table.heldOn >= today,
    )
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))[0]

/** Whether a letter goes to someone today with what waits for them. */
export const isLetterDay = (
  frequency: Frequency,
  waiting: Pick<Notice, 'why'>[],
  lastLetterOn: Day | null,
  today: Day,
): boolean => {
  if (waiting.length === 0 || lastLetterOn === today) return false
  if (waiting.some((each) => each.why === 'asked')) return true
  if (frequency === 'tables') return waiting.some((each) => each.why === 'table')
  return frequency === 'daily' || lastLetterOn === null || daysBetween(lastLetterOn, today) >= 7
}
