import type { Concern } from './concern.ts'
import { upTo } from '../round-tables/as-it-stood.ts'
import type { RoundTable } from '../round-tables/round-table.ts'

/**
 * What became of each priority at one round table: the last one's that it kept, dropped or has not
 * come to, and its own.
 */
export interface Priorities {
  kept: Concern[]
  dropped: Concern[]
  waiting: Concern[]
  added: Concern[]
}

/** What a table says of a priority that stood before it. */
export const PRIORITY_CHOICES = ['keep', 'change', 'drop'] as const

/**
 * Read from the history of each concern: what is said later never changes what an earlier table
 * agreed.
 */
export const prioritiesAt = (table: RoundTable, concerns: Concern[]): Priorities => {
  const cutoff = table.finishedAt ?? '9999'
  const said = concerns
    .filter((concern) => concern.mergedAt === null || concern.mergedAt > cutoff)
    .map((concern) => ({
      concern: { ...concern, wordings: upTo(concern.wordings, cutoff) },
      before:
        concern.priorities.findLast(
          (each) =>
            each.roundTableId !== table.id && (table.openedAt === null || each.at < table.openedAt),
        )?.agreed ?? false,
      here: concern.priorities.findLast(
        (each) => each.roundTableId === table.id && each.at <= cutoff,
      )?.agreed,
    }))
  const where = (before: boolean, here: boolean | undefined): Concern[] =>
    said.filter((each) => each.before === before && each.here === here).map((each) => each.concern)
  return {
    kept: where(true, true),
    dropped: where(true, false),
    waiting: where(true, undefined),
    added: where(false, true),
  }
}
