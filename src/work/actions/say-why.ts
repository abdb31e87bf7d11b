import { silence, statusOf, termsOf, type Action } from '../../domain/actions/action.ts'
import type { Why } from '../../domain/actions/notices.ts'
import { sayAgain } from '../../domain/actions/pace/review.ts'
import { openWish } from '../../domain/actions/pace/wishes.ts'
import { daysBetween, isPast, sayDays, sayWhen, type Day } from '../../domain/day.ts'
import { monthTitleOf } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'

/** Why we write about an action, after its state is said, in a sentence or two for its owner. */
export const sayWhy = (store: Store, action: Action, why: Why, today: Day): string => {
  const agreed = `It was agreed ${sayAgreed(store, action)}`
  const due = sayDue(action, today)
  switch (why) {
    case 'absent':
      return (
        `${agreed}. Say yes to it, or say what would have to change. ` +
        'Until then it shows as not yet accepted.'
      )
    case 'agreed':
      return `${agreed}. ${due}`
    case 'late':
      return `${due} ${openWish(action) ? WAITS : IN_THE_WAY}`
    case 'due':
    case 'table':
      return `${agreed}. ${due}`
    case 'quiet':
      return `Nobody has heard of it for ${sayDays(silence(action, today))}. One line is enough.`
    case 'colleague':
      return (
        `Nobody has heard of it for ${sayDays(silence(action, today))}. ` +
        'Can you ask them, or take it on?'
      )
    case 'helping':
      return `${agreed}, and your organisation helps with it. ${due}`
    case 'part':
      return `${sayOthers(action)} Yours is still to come. ${due}`
    case 'closed':
      return 'The round table has agreed that. Thank you.'
    case 'asked': {
      const days = daysBetween(action.agreedAt.slice(0, 10), today)
      return `${due} It was agreed ${days} days ago.`
    }
  }
}

/** Whose part is behind them: nobody has done what could not be done. */
const sayOthers = (action: Action): string =>
  statusOf(action) === 'could-not'
    ? 'Its lead says that it could not be done.'
    : 'The others have done their part.'

const sayAgreed = (store: Store, { roundTableId }: Action): string => {
  const table = roundTableId === null ? undefined : store.roundTables.findById(roundTableId)
  return table ? `at the ${monthTitleOf(table)}` : 'between round tables'
}

const IN_THE_WAY = 'Say where it stands, or what stands in the way.'
const WAITS = 'You asked for a change. The round table has not answered yet.'

const sayDue = (action: Action, today: Day): string => {
  const again = sayAgain(action)
  if (again) return again
  const { by, kind } = termsOf(action)
  if (!by) return kind === 'standing' ? 'It has no end date.' : 'No date is agreed yet.'
  return isPast(by, today) ? `It was due ${sayWhen(by)}.` : `It is due ${sayWhen(by)}.`
}
