import { isProposed, statusOf, termsOf, type Action } from '../../domain/actions/action.ts'
import type { Why } from '../../domain/actions/notices.ts'
import { sayPace } from '../../domain/actions/pace/say-pace.ts'
import { sayAgain } from '../../domain/actions/pace/review.ts'
import { waitsSince } from '../../domain/actions/pace/turns.ts'
import { openWish } from '../../domain/actions/pace/wishes.ts'
import { daysBetween, isPast, lastDayOf, sayDays, sayWhen, type Day } from '../../domain/day.ts'
import { monthTitleOf } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import { sayAgreed, sayChanged, sayHandedOn, sayHelp, sayLead } from './say-agreed.ts'

/**
 * Why we write about an action, as its owner stands to it: besides the reasons of a notice, that
 * what was theirs has changed or was opened again, that it waits for a yes or no, that they help, that nobody sits there.
 */
export type Stand = Why | 'again' | 'changed' | 'unanswered' | 'helped' | 'empty'

/** What is said after its state, in a sentence or two for its owner. */
export const sayWhy = (
  store: Store,
  action: Action,
  stand: Stand,
  { today, organisationId }: { today: Day; organisationId: number },
): string => {
  const due = sayDue(action, today)
  switch (stand) {
    case 'absent':
      return (
        `${sayHandedOn(store, action, 'your organisation should lead it')} ${due} ${YES_OR_NO} ` +
        'Until then it shows as not yet accepted.'
      )
    case 'unanswered':
      return `${sayAgreed(store, action)} ${due} Nobody has answered for ${waited(action, today)}. ${YES_OR_NO}`
    case 'agreed':
      return `${sayHandedOn(store, action, 'it is yours now')} ${due}`
    case 'changed':
      return sayChanged(store, action, due)
    case 'again':
      return `${sayPace.openedAgain(action)} ${due} ${WHERE}`
    case 'late':
      return `${due} ${isProposed(action) ? `It is not accepted yet. ${YES_OR_NO}` : openWish(action) ? WAITS : IN_THE_WAY}`
    case 'due':
      return `${sayAgreed(store, action)} ${due} ${isProposed(action) ? YES_OR_NO : WHERE}`
    case 'table':
      return `${due} ${WHERE}`
    case 'helped':
      return `${sayLead(store, action)} ${due} Say what your part has come to.`
    case 'quiet':
      return `${sayQuiet(action, today)} ${due} One line is enough.`
    case 'colleague':
      return `${sayLead(store, action)} ${sayQuiet(action, today)} Can you ask them, or take it on?`
    case 'empty':
      return `${sayLead(store, action)} ${sayQuiet(action, today)} Can you take it on, or say who will?`
    case 'helping':
      return `${sayHelp(store, action, organisationId)} ${due}`
    case 'part':
      return `${sayOthers(action)} Yours is still to come. ${due}`
    case 'closed':
      return `${sayClosed(store, action)} Thank you.`
    case 'asked':
      return `${sayAgreed(store, action)} ${due}`
  }
}

const YES_OR_NO = 'Say yes to it, or say what would have to change.'
const WHERE = 'Say where it stands.'
const IN_THE_WAY = 'Say where it stands, or what stands in the way.'
const WAITS = 'You asked for a change. The round table has not answered yet.'

const waited = (action: Action, today: Day): string =>
  sayDays(daysBetween(waitsSince(action), today))

/** Since when nobody has heard of it, or has answered what was proposed (R8). */
export const sayQuiet = (action: Action, today: Day): string =>
  isProposed(action)
    ? `Nobody has said yes or no for ${waited(action, today)}.`
    : `Nobody has heard of it for ${waited(action, today)}.`

/** Whose part is behind them: nobody has done what could not be done. */
const sayOthers = (action: Action): string =>
  statusOf(action) === 'could-not'
    ? 'Its lead says that it could not be done.'
    : 'The others have done their part.'

/** Who agreed that it is closed: a table, or a coordinator between two (R3). */
const sayClosed = (store: Store, { closings }: Action): string => {
  const { roundTableId } = closings.at(-1)!
  const table = roundTableId === null ? undefined : store.roundTables.findById(roundTableId)
  return table
    ? `The ${monthTitleOf(table)} agreed that.`
    : 'The coordinator closed it between round tables.'
}

/** When it is due, and how late it is. */
export const sayDue = (action: Action, today: Day): string => {
  const again = sayAgain(action)
  if (again) return again
  const { by, kind } = termsOf(action)
  if (!by) return kind === 'standing' ? 'It has no end date.' : 'No date is agreed yet.'
  return isPast(by, today)
    ? `It was due ${sayWhen(by)}, ${sayDays(daysBetween(lastDayOf(by), today))} ago.`
    : `It is due ${sayWhen(by)}.`
}
