import type { When } from '../day.ts'

/** What is known of a table that may share its day. */
export interface OnItsDay {
  id: number
  heldOn: When
  startsAt: string | null
  plannedAt: string | null
  finishedAt: string | null
}

/**
 * What tells apart tables that share a day, or a month where they have no day: their times, and
 * where these do not, which of them it is, in the order they were planned. Nothing for a table that
 * stands alone there. One whose minutes are written is called what it was called then (R5).
 */
export const tellApart = (tables: readonly OnItsDay[]): Map<number, string> => {
  const apart = new Map<number, string>()
  const onDay = Map.groupBy(tables, ({ heldOn }) => heldOn)
  for (const { id, heldOn, startsAt, finishedAt } of tables) {
    const wasThere = ({ plannedAt }: OnItsDay): boolean =>
      finishedAt === null || plannedAt === null || plannedAt <= finishedAt
    const same = onDay.get(heldOn)!.filter(wasThere).toSorted(inOrder)
    if (same.length < 2) continue
    const isAlone = same.filter((each) => each.startsAt === startsAt).length === 1
    const place = same.findIndex((each) => each.id === id) + 1
    apart.set(id, startsAt !== null && isAlone ? startsAt : String(place))
  }
  return apart
}

const inOrder = (
  a: { id: number; startsAt: string | null },
  b: { id: number; startsAt: string | null },
): number => (a.startsAt ?? LAST).localeCompare(b.startsAt ?? LAST) || a.id - b.id

/** A table without a time comes after those with one. */
const LAST = '99.99'

/** ` (10.30)`, ` (second)`: after the title of a table that shares its day. */
export const sayApart = (apart: string | null | undefined): string =>
  apart ? ` (${ORDINALS[Number(apart) - 1] ?? apart})` : ''

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
