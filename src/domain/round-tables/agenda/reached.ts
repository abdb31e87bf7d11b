import type { Day } from '../../day.ts'
import type { Topic } from '../agenda.ts'
import { isAhead, stateOf, type RoundTable } from '../round-table.ts'

/** What a table says of something that would come to the next agenda by itself. */
export const OUTCOMES = ['spoken', 'dropped'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What comes to the next agenda by itself until it is spoken of, or dropped for a reason (R4). */
export const REACHABLE = ['topic', 'concern', 'question'] as const
export interface Reachable {
  of: (typeof REACHABLE)[number]
  id: number
}
export interface AgendaOutcome extends Reachable {
  roundTableId: number
  outcome: Outcome
  reason: string | null
  personId: number
  at: string
}

/** A topic where it stands now, and the tables that it passed by on its way. */
export interface TopicAt extends Topic {
  passed: RoundTable[]
}

/**
 * R4: the topics of a table: its own, and those of tables before it that are over without having
 * spoken of them. Each stands at one table, the first that is still to come.
 * @param tables in any order; @param isReached says that it was spoken of or dropped.
 */
export const topicsAt = (
  table: RoundTable,
  tables: RoundTable[],
  topics: Topic[],
  isReached: (topic: Topic) => boolean,
  today: Day,
): TopicAt[] => {
  const inTime = tables.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn) || a.id - b.id)
  return topics.flatMap((topic) => {
    if (topic.roundTableId === table.id) return [{ ...topic, passed: [] }]
    if (isReached(topic)) return []
    const from = inTime.findIndex(({ id }) => id === topic.roundTableId)
    const to = inTime.findIndex((each, i) => i >= from && !isOver(each, today))
    // The table that it was put down for may have been taken back.
    const passed = from < 0 ? [] : inTime.slice(from, to)
    return inTime[to]?.id === table.id ? [{ ...topic, passed }] : []
  })
}

/** It met and is finished, or it never met and never will. */
export const isOver = (table: RoundTable, today: Day): boolean => {
  const state: string = stateOf(table)
  if (state === 'open') return false
  return state !== 'planned' || !isAhead(table, today)
}

/** Why it stands on this agenda, though it was put down for another. */
export const sayPassed = (passed: RoundTable[], say: (table: RoundTable) => string): string => {
  const met = passed.findLast(({ finishedAt }) => finishedAt !== null)
  const last = met ?? passed.at(-1)
  if (!last) return ''
  return met ? `not reached in ${say(met)}` : `put down for ${say(last)}, which did not meet`
}
