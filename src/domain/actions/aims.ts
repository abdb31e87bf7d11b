import { isFinished, isOpen, isProposed, termsOf, type Action } from './action.ts'
import { isPriority, type Concern } from '../concerns/concern.ts'
import { eventTermsOf, type Event } from '../evidence/event.ts'
import { sharesOf } from './shares.ts'
import { isHere, type RoundTable } from '../round-tables/round-table.ts'

/**
 * The aims that the partnership set itself: to understand a concern, agree that it comes first,
 * find an answer together, do it together, and tell what came of it.
 */
export const AIMS = ['understood', 'priority', 'designed', 'delivered', 'reviewed'] as const
export type Aim = (typeof AIMS)[number]
export const SAY_AIM: Record<Aim, string> = {
  understood: 'Understood',
  priority: 'Agreed as a priority',
  designed: 'Thought out together',
  delivered: 'Done together',
  reviewed: 'Looked back on, and told to residents',
}

/** How far an action has come towards an aim, and the organisations it was reached with. */
export interface Reached {
  aim: Aim
  reached: boolean
  organisationIds: number[]
}

/**
 * Worked out from the record, never typed in. Thought out with those who were at the table that
 * agreed it; done with those who did their part or took part in an event that carries it out;
 * looked back on once the table has closed it and the board tells of it.
 */
export const aimsOf = (
  action: Action,
  {
    concerns,
    table,
    events,
    isTold,
  }: { concerns: Concern[]; table: RoundTable | undefined; events: Event[]; isTold: boolean },
): Reached[] => {
  const present = [
    ...new Set(
      (table?.attendance ?? [])
        .filter(isHere)
        .map((each) => each.organisationId)
        .filter((id) => id !== null),
    ),
  ]
  const lead = termsOf(action).leadId
  const did = [
    ...new Set([
      ...sharesOf(action)
        .filter((part) => part.isDone)
        .map((part) => part.organisationId),
      ...(isFinished(action) && lead !== null ? [lead] : []),
      ...events.flatMap((event) =>
        eventTermsOf(event).organisations.map((each) => each.organisationId),
      ),
    ]),
  ]
  const designed = isProposed(action) ? [] : present
  return [
    { aim: 'understood', reached: concerns.length > 0, organisationIds: [] },
    { aim: 'priority', reached: concerns.some(isPriority), organisationIds: [] },
    { aim: 'designed', reached: designed.length > 1, organisationIds: designed },
    { aim: 'delivered', reached: did.length > 1, organisationIds: did },
    { aim: 'reviewed', reached: !isOpen(action) && isTold, organisationIds: [] },
  ]
}
