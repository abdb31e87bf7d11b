import type { Concern } from '../../../concerns/concern.ts'
import { dayOf, isPast, type Day, type When } from '../../../day.ts'
import type { EntryWords } from '../entry.ts'
import type { Source } from '../kind.ts'

/** That a table agreed to act on it now: since when, and until when where an end was agreed. */
export interface ComesFirst {
  since: When
  until: When | null
}

/** Nothing for what is no priority. It counts since the first of the tables that kept it. */
export const comesFirst = (
  { priorities }: Concern,
  source: Pick<Source, 'roundTable'>,
): ComesFirst | undefined => {
  const last = priorities.at(-1)
  if (!last?.agreed) return undefined
  const before = priorities.findLastIndex((each) => !each.agreed)
  const first = priorities[before + 1]!
  const since = source.roundTable(first.roundTableId)?.heldOn ?? dayOf(first.at)
  return { since, until: last.until ?? null }
}

/** A priority on this day: until its end, or until a table says no and that is told. */
export const comesFirstOn = ({ priority }: EntryWords, today: Day): boolean =>
  priority !== undefined && (priority.until === null || !isPast(priority.until, today))

/** The day that something was last done about it, and never the day it was told. */
export const doneOn = ({ on, actions }: EntryWords): When | null =>
  on ??
  actions
    .filter((action) => action.accepted && action.status !== 'not-started')
    .map((action) => action.lastHeardOn)
    .toSorted()
    .at(-1) ??
  null
