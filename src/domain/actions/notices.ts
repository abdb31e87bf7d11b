import {
  finishedBy,
  isDeclined,
  isFinished,
  isOpen,
  isOverdue,
  isProposed,
  isStanding,
  openedAgain,
  termsOf,
  type Action,
  type Closing,
} from './action.ts'
import { dayOf, daysBetween, lastDayOf, type Day } from '../day.ts'
import {
  colleaguesOf,
  forEmptyHelpers,
  helpersOf,
  mayHaveLink,
  ownersOf,
  type Owner,
  type Reachable,
} from './owners.ts'
import { ANSWER_TO, isLinkAsked } from './asked.ts'
import { isLeadHeld } from './releasing/held.ts'
import { askedInstead, releaseNotices } from './releasing/release-notices.ts'
import { dueAgain, reviewNews } from './pace/review.ts'
import { nextTable } from './pace/next-table.ts'
import { helpsSince, waitsSince } from './pace/turns.ts'
import { openWish, wishOf } from './pace/wishes.ts'
import type { RoundTable } from '../round-tables/round-table.ts'

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
const ASK_OTHERS_DAYS = 45
export const AGENDA_DAYS = 60
/**
 * How long before its day an action is said to be coming due, and before a round table all that is
 * mine.
 */
const DUE_DAYS = 7
const DIGEST_DAYS = 14

export interface World extends Reachable {
  /** Things that happened before this day are no news: the clock was not running. */
  since: Day
  /** Round tables that are still to come, and those where an action was agreed. */
  tables: RoundTable[]
}

/**
 * Everyone there is a reason to write to about an action today. Whether they were told already is
 * the store's to say.
 */
export const noticesOf = (action: Action, world: World): Notice[] =>
  action.takenOutAt === null ? [...ofWhereItStands(action, world), ...ofItsWish(action, world)] : []

const ofWhereItStands = (action: Action, world: World): Notice[] => {
  const closing = action.closings.findLast((each) => each.reopenedAt === null)
  if (closing) return ofItsClosing(action, closing, world)
  return [...releaseNotices(action, world), ...ofItsCourse(action, world)]
}

const ofItsCourse = (action: Action, world: World): Notice[] => {
  if (isDeclined(action)) return []
  // Nobody is asked to help with what its lead has not accepted.
  const helpers = isProposed(action) ? [] : helpersOf(action, world)
  if (isFinished(action))
    return [...ofItsEnd(action, helpers, world), ...beforeTable(action, helpers, world)]
  const owners = ownersOf(action, world)
  if (isProposed(action))
    return [
      ...ofItsProposal(action, owners, world),
      ...ofItsDate(action, owners, world),
      ...ofItsSilence(action, owners, world),
      ...beforeTable(action, owners, world),
    ]
  const asked = isLeadHeld(action) ? askedInstead(action, world) : owners
  return [
    ...ofItsAgreement(action, owners, helpers, world),
    ...ofItsReopening(action, owners, world),
    ...ofItsDate(action, asked, world),
    ...ofItsSilence(action, asked, world),
    ...beforeTable(action, [...asked, ...helpers], world),
  ]
}

/**
 * True while what a notice tells is still so; a letter leaves out what has been dealt with since.
 */
export const stillHolds = (
  notice: Pick<Notice, 'why' | 'cause' | 'personId' | 'seatId'>,
  action: Action,
  world: World,
): boolean =>
  isLinkAsked(notice)
    ? isOpen(action) && mayHaveLink(action, notice, world)
    : noticesOf(action, { ...world, since: '0000' }).some(
        (each) =>
          each.personId === notice.personId &&
          each.why === notice.why &&
          each.cause === notice.cause,
      )

const toEach = (people: Owner[], { id }: Action, why: Why, cause: string): Notice[] =>
  people.map(({ personId, seatId }) => ({ personId, seatId, actionId: id, why, cause }))

const ofItsClosing = (action: Action, closing: Closing, world: World): Notice[] =>
  dayOf(closing.at) >= world.since
    ? toEach(
        ownersOf(action, world).filter((each) => each.seatId !== null),
        action,
        'closed',
        `closing ${closing.id}`,
      )
    : []

const ofItsProposal = (action: Action, owners: Owner[], world: World): Notice[] =>
  isNews(action, world) ? toEach(owners, action, 'absent', `terms ${termsOf(action).id}`) : []

/** Whoever helps is told when they come to it, and not again when only a date moves. */
const ofItsAgreement = (
  action: Action,
  owners: Owner[],
  helpers: Owner[],
  world: World,
): Notice[] => [
  ...(isNews(action, world) ? toEach(owners, action, 'agreed', `terms ${termsOf(action).id}`) : []),
  ...helpers.flatMap((helper) => {
    const { organisationId } = world.seats.find((seat) => seat.id === helper.seatId)!
    const since = helpsSince(action, organisationId)
    return isNews(action, world, since)
      ? toEach([helper], action, 'helping', `terms ${since.id}`)
      : []
  }),
]

/** It is theirs anew: what they said last is not the end of it. */
const ofItsReopening = (action: Action, owners: Owner[], world: World): Notice[] => {
  const again = openedAgain(action)
  return again && dayOf(again.at) >= world.since
    ? toEach(owners, action, 'agreed', `opened again ${again.at}`)
    : []
}

/** The owner said the last word: whoever helps is asked for their own part. */
const ofItsEnd = (action: Action, helpers: Owner[], world: World): Notice[] =>
  toEach(
    [...helpers, ...forEmptyHelpers(action, world, helpers)],
    action,
    'part',
    `update ${finishedBy(action)!.id}`,
  )

const ofItsDate = (action: Action, owners: Owner[], { today }: World): Notice[] => {
  const again = isStanding(action) ? reviewNews(action, today) : null
  if (again) return toEach(owners, action, again, `again ${dueAgain(action)}`)
  const { by } = termsOf(action)
  if (by === null || isStanding(action)) return []
  if (isOverdue(action, today)) return toEach(owners, action, 'late', `by ${by}`)
  const isDue = daysBetween(today, lastDayOf(by)) <= (by.length === 7 ? 30 : DUE_DAYS)
  return isDue ? toEach(owners, action, 'due', `by ${by}`) : []
}

/** Whoever asked hears what the table answered; where they have left, whoever owns it now. */
const ofItsWish = (action: Action, world: World): Notice[] => {
  const wish = wishOf(action)
  if (!wish?.answer || !isOpen(action) || dayOf(wish.answer.at) < world.since) return []
  const { personId, seatId } = wish
  const mayKnow = action.depth !== 'named' || action.list.includes(personId)
  const people =
    mayKnow && world.people.includes(personId) ? [{ personId, seatId }] : ownersOf(action, world)
  return toEach(people, action, 'asked', `${ANSWER_TO}${wish.id}`)
}

/** While the owner waits for the table, the silence is the table's. */
const ofItsSilence = (action: Action, owners: Owner[], world: World): Notice[] => {
  if (openWish(action)) return []
  const since = waitsSince(action)
  const quiet = daysBetween(since, world.today)
  const cause = `since ${since}`
  return [
    ...(quiet > QUIET_DAYS ? toEach(owners, action, 'quiet', cause) : []),
    ...(quiet > ASK_OTHERS_DAYS
      ? toEach(colleaguesOf(action, world, owners), action, 'colleague', cause)
      : []),
  ]
}

/** All that is theirs, once a round table is near. */
const beforeTable = (action: Action, people: Owner[], world: World): Notice[] => {
  const table = nextTable(world)
  return table !== undefined && daysBetween(world.today, table.heldOn) <= DIGEST_DAYS
    ? toEach(people, action, 'table', `table ${table.slug}`)
    : []
}

const isNews = (action: Action, world: World, { at } = termsOf(action)): boolean =>
  termsOf(action).leadId !== null && dayOf(at) >= world.since && isSettled(action, world)

/**
 * What is agreed at a table is told when its minutes are finished: until then it may still be taken
 * out.
 */
const isSettled = (action: Action, { tables }: World): boolean => {
  const table = tables.find((each) => each.id === action.roundTableId)
  return action.roundTableId === null || table === undefined || table.finishedAt !== null
}
