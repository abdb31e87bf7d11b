import {
  PUT_RIGHT,
  isOpen,
  type Acceptance,
  type Action,
  type Terms,
  type Update,
} from '../actions/action.ts'
import { wishOf, type Wish } from '../actions/pace/wishes.ts'
import { asAt, byThen, cutoffOf } from './as-it-stood.ts'
import type { MinutesDepth } from './minutes.ts'
import type { RoundTable } from './round-table.ts'

/** What a table made of an action that was agreed before it. */
export interface MinuteReview {
  /** As it stood when the minutes were finished. */
  action: Action
  /** What was said of it here. */
  lines: Update[]
  /** What its owners said by themselves since the table before: no line of this one (R5). */
  between: (Update & { isBefore: boolean })[]
  /** What was agreed anew, here or since the table before, oldest first. */
  changes: TermsChange[]
  /** The yes or no of its lead, here or since the table before (R6). */
  answers: (Acceptance & { isHere: boolean })[]
  /** By the table, or by a coordinator since the table before. */
  closed: 'here' | 'between' | null
  /** Why it was opened again, here or since the table before. */
  reopened: string | null
  /** What its owner asked for and the table had before it, with what it answered. */
  asked: AskedHere | null
}

/** A wish that waited at a table, or was answered there or since the table before. */
export interface AskedHere {
  wish: Wish
  /** False where it was answered between the tables. */
  isHere: boolean
}

/** Newer terms, and those that they took the place of. */
export interface TermsChange {
  before: Terms
  now: Terms
  /** False where it was changed between the tables. */
  isHere: boolean
}

/**
 * Every action that was agreed before a table and open at it, or touched by it, as far as the
 * reader may know of it: what was said, what changed in who leads and by when, what was closed and
 * opened again, and those that nobody spoke of (R4, R5).
 * @param since when the table before was finished: what was changed after it stands here.
 */
export const reviewsOf = (
  table: RoundTable,
  since: string,
  actions: Action[],
  depth: MinutesDepth,
  mayRead: (action: Action) => boolean = () => false,
): MinuteReview[] =>
  actions
    .filter((action) => action.roundTableId !== table.id && isOfThen(action, table))
    .filter((action) => {
      if (depth === 'public') return action.depth === 'public'
      return action.depth !== 'named' || (depth === 'named' && mayRead(action))
    })
    .map((action) => reviewOf(action, table, since))
    // What owners say is for the table: in public it waits for words of its own (R9).
    .map((review) => (depth === 'public' ? { ...review, between: [] } : review))
    // What is held in private, and nobody spoke of, is a gap in these minutes (R11).
    .filter(
      (review) => isTouched(review) || (isOpen(review.action) && review.action.depth !== 'named'),
    )

/** Whether anything was said of it, or agreed anew. */
export const isTouched = (review: MinuteReview): boolean =>
  isSpokenOf(review) || review.asked !== null

const isSpokenOf = ({ lines, changes, answers, closed, reopened, asked }: MinuteReview): boolean =>
  lines.length > 0 ||
  changes.length > 0 ||
  answers.length > 0 ||
  closed !== null ||
  reopened !== null ||
  (asked?.wish.answer ?? null) !== null

/** Whether a table that is still open has touched it so far. */
export const isTouchedAt = (table: RoundTable, action: Action): boolean =>
  isSpokenOf(reviewOf(action, table, table.openedAt ?? ''))

const isOfThen = ({ agreedAt, takenOutAt }: Action, table: RoundTable): boolean => {
  const cutoff = cutoffOf(table)
  return agreedAt <= cutoff && byThen(takenOutAt, cutoff) === null
}

const reviewOf = (action: Action, table: RoundTable, since: string): MinuteReview => {
  const cutoff = cutoffOf(table)
  const isNew = (at: string | null): at is string => at !== null && at > since && at <= cutoff
  return {
    action: asAt(action, cutoff),
    lines: action.updates
      .filter((update) => update.roundTableId === table.id && !isPutRight(action, update))
      .map((update) => ({ ...update, takenBackAt: byThen(update.takenBackAt, cutoff) })),
    between: asAt(action, cutoff)
      .updates.slice(1)
      .filter((each) => each.roundTableId === null && each.takenBackAt === null && isNew(each.at))
      .map((each) => ({ ...each, isBefore: each.at < (table.openedAt ?? '9999') })),
    changes: action.terms.flatMap((now, i) =>
      i > 0 && isNew(now.at)
        ? [{ before: action.terms[i - 1]!, now, isHere: now.at >= (table.openedAt ?? '9999') }]
        : [],
    ),
    answers: action.acceptances
      .filter(({ at }) => isNew(at))
      .map((each) => ({ ...each, isHere: each.at >= (table.openedAt ?? '9999') })),
    closed: closedAt(action, table, isNew),
    reopened:
      action.closings.findLast(
        ({ reopenedAt, reopeningReason }) => isNew(reopenedAt) && reopeningReason !== PUT_RIGHT,
      )?.reopeningReason ?? null,
    asked: askedAt(asAt(action, cutoff), table, isNew),
  }
}

/** The wish that waited there, or the last that was answered since the table before. */
const askedAt = (
  then: Action,
  { openedAt }: RoundTable,
  isNew: (at: string) => boolean,
): AskedHere | null => {
  const waits = wishOf(then)
  const wish =
    waits?.answer === null && isOpen(then)
      ? waits
      : then.wishes.findLast(({ answer }) => answer !== null && isNew(answer.at))
  return wish
    ? { wish, isHere: wish.answer === null || wish.answer.at >= (openedAt ?? '9999') }
    : null
}

/** A slip that was typed better at the same moment: the better words stand in its place. */
const isPutRight = ({ updates }: Action, { id, takenBackAt }: Update): boolean =>
  takenBackAt !== null && updates.some((each) => each.id > id && each.at === takenBackAt)

const closedAt = (
  { closings }: Action,
  table: RoundTable,
  isNew: (at: string) => boolean,
): MinuteReview['closed'] => {
  const standing = closings.filter(({ reopenedAt }) => byThen(reopenedAt, cutoffOf(table)) === null)
  if (standing.some(({ roundTableId }) => roundTableId === table.id)) return 'here'
  const isBetween = standing.some(({ roundTableId, at }) => roundTableId === null && isNew(at))
  return isBetween ? 'between' : null
}
