import {
  isDeclined,
  isFinished,
  isOpen,
  isProposed,
  termsOf,
  type Action,
} from '../actions/action.ts'
import { sayBy, sayWho } from './action-tables.ts'
import type { MinuteItem } from './minutes.ts'
import type { Called, Section } from './paper.ts'
import type { MinuteReview } from './reviews.ts'

/** At the end: what is still to be done, by who leads it, so that each reader finds their own. */
export const ownersSection = (
  { items, reviews }: { items: MinuteItem[]; reviews: MinuteReview[] },
  called: Called,
): Section => {
  const all = [...reviews.map(({ action }) => action), ...items.flatMap(({ actions }) => actions)]
  const rows = [...new Map(all.filter(isStillToDo).map((action) => [action.id, action])).values()]
    .map((action) => ({ action, who: ownerOf(action, called) }))
    .toSorted(
      (a, b) =>
        Number(isOpenTo(a.action)) - Number(isOpenTo(b.action)) || a.who.localeCompare(b.who),
    )
  return {
    id: 'owners',
    heading: 'Who does what',
    blocks:
      rows.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: 'What is still to be done, by who leads it',
              head: ['No.', 'What', 'Who', 'By'],
              rows: rows.map(({ action, who }) => [
                action.number,
                termsOf(action).text,
                who,
                sayBy(action),
              ]),
            },
          ],
  }
}

/** Words that may not be read here are empty (R11). */
const isStillToDo = (action: Action): boolean =>
  isOpen(action) && !isFinished(action) && termsOf(action).text !== ''

/** What nobody leads yet stands last. */
const isOpenTo = (action: Action): boolean => termsOf(action).leadId === null

const ownerOf = (action: Action, called: Called): string => {
  const who = sayWho(action, called)
  if (isDeclined(action)) return `${who}. Declined`
  return isProposed(action) ? `${who}. Not yet accepted` : who
}
