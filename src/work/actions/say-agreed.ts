import type { Action, Terms } from '../../domain/actions/action.ts'
import { AT_THE_TABLE } from '../../domain/actions/agreement.ts'
import { changedFrom, helpsSince, ledSince, ownedBefore } from '../../domain/actions/pace/turns.ts'
import { dayOf, sayWhen } from '../../domain/day.ts'
import { monthTitleOf, openAt } from '../../domain/round-tables/round-table.ts'
import { withoutStop } from '../../domain/same-words.ts'
import type { Store } from '../../store/store.ts'
import { namesOf } from '../names.ts'

/** Which table gave it to whoever owns it now, and when. */
export const sayAgreed = (store: Store, action: Action): string =>
  `It was agreed ${sayTable(store, action, ledSince(action))}.`

/** ... and, where it came from someone else, whose it was and why. */
export const sayHandedOn = (store: Store, action: Action, now: string): string => {
  const before = ownedBefore(action)
  if (!before) return sayAgreed(store, action)
  const since = ledSince(action)
  return [
    `It was agreed ${sayTable(store, action, since)} that ${now}.`,
    `${whoLed(store, before, since)} before.`,
    ...sayReason(since),
  ].join(' ')
}

/** What is not as it was, for an owner who knows it: its date, its words, who helps. */
export const sayChanged = (store: Store, action: Action, due: string): string => {
  const now = action.terms.at(-1)!
  const before = changedFrom(action)!
  return [
    `That was agreed ${sayTable(store, action, now)}.`,
    due,
    ...(before.by === now.by
      ? []
      : [before.by === null ? 'It had no date before.' : `Before, it was ${sayWhen(before.by)}.`]),
    ...(before.text === now.text ? [] : [`Its words were “${before.text}”.`]),
    ...(String(before.helperIds) === String(now.helperIds) ? [] : ['Others help with it now.']),
    ...sayReason(now),
  ].join(' ')
}

/** Which table asked an organisation to help, and who leads. */
export const sayHelp = (store: Store, action: Action, organisationId: number): string =>
  `It was agreed ${sayTable(store, action, helpsSince(action, organisationId))} ` +
  `that your organisation helps. ${sayLead(store, action)}`

/** `Metropolitan Police Service leads it: Ward sergeant, Church Street.` */
export const sayLead = (store: Store, { terms }: Pick<Action, 'terms'>): string => {
  const { leadId, seatId } = terms.at(-1)!
  if (leadId === null) return 'No lead is agreed yet.'
  const { organisation, seat } = namesOf(store)
  return `${organisation(leadId)} leads it${seatId === null ? '' : `: ${seat(seatId)}`}.`
}

const sayTable = (store: Store, { terms, roundTableId }: Action, agreed: Terms): string => {
  const table =
    agreed === terms[0]
      ? roundTableId === null
        ? undefined
        : store.roundTables.findById(roundTableId)
      : openAt(agreed.at, store.roundTables.list())
  return table
    ? `at the ${monthTitleOf(table)}`
    : `between round tables on ${sayWhen(dayOf(agreed.at))}`
}

const whoLed = (store: Store, before: Terms, since: Terms): string => {
  const { organisation, seat } = namesOf(store)
  if (before.leadId === null) return 'Nobody led it'
  if (before.leadId !== since.leadId) return `${organisation(before.leadId)} led it`
  return before.seatId === null
    ? `No seat of ${organisation(before.leadId)} had it`
    : `${seat(before.seatId)} had it`
}

const sayReason = ({ reason }: Terms): string[] =>
  reason === null || reason === AT_THE_TABLE || reason.trim() === ''
    ? []
    : [`Why: ${withoutStop(reason)}.`]
