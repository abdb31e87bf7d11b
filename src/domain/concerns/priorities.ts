import type { Concern } from './concern.ts'
import { wasJoinedAt } from './joining.ts'
import { isPast, type Day, type When } from '../day.ts'
import { decide, type Decision } from '../decision.ts'
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

/** That it comes first, and how long: an end that lies ahead, or until a table says no. */
export const agreePriority = <P extends { agreed: boolean; until: When | null }>(
  said: P,
  today: Day,
): Decision<P> =>
  decide(
    [
      said.until !== null &&
        isPast(said.until, today) && {
          field: 'until',
          reason: 'This is past. Write how long it comes first from now on, or leave it empty',
        },
    ],
    () => ({ ...said, until: said.agreed ? said.until : null }),
  )

/** When it ends to come first; null where it has no end, or does not come first. */
export const priorityUntil = ({ priorities }: Pick<Concern, 'priorities'>): When | null => {
  const last = priorities.at(-1)
  return last?.agreed ? (last.until ?? null) : null
}

/** A table said how long it comes first, and that is over: it is asked about at the next one. */
export const hasEnded = (concern: Pick<Concern, 'priorities'>, today: Day): boolean => {
  const until = priorityUntil(concern)
  return until !== null && isPast(until, today)
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
    .filter((concern) => !wasJoinedAt(concern, cutoff))
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
