import {
  isDeclined,
  isFinished,
  isOpen,
  isProposed,
  termsOf,
  type Action,
} from '../actions/action.ts'
import { inAgendaOrder } from '../actions/agenda-order.ts'
import { hasDoneItsShare, waitingShares } from '../actions/shares.ts'
import { addDays, type Day } from '../day.ts'
import { may } from '../may.ts'
import type { Who } from './person.ts'

/** What is someone's own of the open actions, by what it asks of them. */
export interface Mine {
  /** Agreed without their organisation, and waiting for its yes (R6). */
  toAccept: Action[]
  declined: Action[]
  /** To do, led by a seat of theirs or by their organisation where no seat is agreed. */
  mine: Action[]
  /** ... and what their organisation helps with, until it has done its part. */
  helping: Action[]
  /** Led by them and finished in their own words: it waits for the table to close it. */
  finished: Action[]
}

const SOON_DAYS = 30

/**
 * The one answer to “what is mine?”, for every page that lists it and for calendars: the late first.
 * The minute-taker is never the owner by default (R2), and whoever only looks on owns nothing.
 */
export const mineOf = (actions: Action[], who: Who, today: Day): Mine => {
  const open = inAgendaOrder(actions.filter(isOpen), today, addDays(today, SOON_DAYS))
  const proposed = open.filter((action) => isProposed(action) && may.answerFor(who, action))
  const own = open.filter((action) => isOwn(who, action))
  const toDo = own.filter((action) => isToDo(who, action))
  return {
    toAccept: proposed.filter((action) => !isDeclined(action)),
    declined: proposed.filter(isDeclined),
    mine: toDo.filter((action) => leads(who, action)),
    helping: toDo
      .filter((action) => !leads(who, action))
      .toSorted((a, b) => Number(isAsked(who, b)) - Number(isAsked(who, a))),
    finished: own.filter((action) => leads(who, action) && isFinished(action)),
  }
}

/** Theirs to answer for as a whole; what is theirs and is not led is helped. */
export const leads = ({ organisationId, seatIds }: Who, action: Action): boolean => {
  const { leadId, seatId } = termsOf(action)
  return leadId === organisationId || (seatId !== null && seatIds.includes(seatId))
}

/** The others have done theirs, and wait for the part of theirs. */
export const isAsked = ({ organisationId }: Who, action: Action): boolean =>
  waitingShares(action).some((part) => part.organisationId === organisationId)

const isOwn = (who: Who, action: Action): boolean => {
  const { leadId, seatId, helperIds } = termsOf(action)
  const isLed = seatId === null ? leadId === who.organisationId : who.seatIds.includes(seatId)
  return may.own(who) && (isLed || helperIds.includes(who.organisationId))
}

/** It waits for work, and not for a yes. */
const isToDo = (who: Who, action: Action): boolean =>
  leads(who, action)
    ? !isFinished(action) &&
      !isDeclined(action) &&
      !(isProposed(action) && may.answerFor(who, action))
    : !isProposed(action) && !hasDoneItsShare(action, who.organisationId)
