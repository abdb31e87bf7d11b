import {
  isFinished,
  isOpen,
  isProposed,
  saidBeforeLead,
  statusOf,
  termsOf,
  type Action,
} from './action.ts'
import { wasPriority, type Concern } from '../concerns/concern.ts'
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

/** What an action itself says of how far it has come. */
export interface Course {
  isOpen: boolean
  isProposed: boolean
  /** Organisations that did their part of it: nobody did what could not be done. */
  doneByIds: number[]
}

export const courseOf = (action: Action): Course => {
  const { leadId } = termsOf(action)
  const did = sharesOf(action).filter(
    ({ leads, isDone, latest }) => !leads && isDone && latest?.status === 'done',
  )
  const isDone = isFinished(action) && statusOf(action) === 'done'
  return {
    isOpen: isOpen(action),
    isProposed: isProposed(action),
    doneByIds: distinct([
      ...(isDone ? [saidBeforeLead(action)?.organisationId ?? leadId ?? []] : []).flat(),
      ...did.map((each) => each.organisationId),
    ]),
  }
}

/**
 * What hangs on an action: the table that agreed it, the events that were held to carry it out, and
 * whether residents read that it is closed.
 */
export interface Around {
  table: RoundTable | undefined
  events: { organisationIds: number[] }[]
  isTold: boolean
}

/**
 * Worked out from the record, never typed in. Thought out with those who were at the table that
 * agreed it; done with those who did their part or took part in an event that carries it out;
 * looked back on once the table has closed it and the board tells that.
 */
export const courseReached = (
  { isOpen, isProposed, doneByIds }: Course,
  { table, events, isTold }: Around,
): Reached[] => {
  const designed = isProposed ? [] : presentAt(table)
  const did = distinct([...doneByIds, ...events.flatMap((each) => each.organisationIds)])
  return [
    { aim: 'designed', reached: designed.length > 1, organisationIds: designed },
    { aim: 'delivered', reached: did.length > 1, organisationIds: did },
    { aim: 'reviewed', reached: !isOpen && isTold, organisationIds: [] },
  ]
}

/** ... with what its concerns add. */
export const aimsOf = (
  action: Action,
  { concerns, ...around }: Around & { concerns: Pick<Concern, 'priorities'>[] },
): Reached[] => [
  { aim: 'understood', reached: concerns.length > 0, organisationIds: [] },
  { aim: 'priority', reached: concerns.some(wasPriority), organisationIds: [] },
  ...courseReached(courseOf(action), around),
]

const presentAt = (table: RoundTable | undefined): number[] =>
  distinct(
    (table?.attendance ?? []).filter(isHere).flatMap(({ organisationId }) => organisationId ?? []),
  )
const distinct = (ids: number[]): number[] => [...new Set(ids)]
