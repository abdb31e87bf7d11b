import type { Shown } from '../views/desk/frame.ts'
import type { Visit } from './visit.ts'

/** How many lines a list shows until someone asks for the rest. */
export const MOST_LINES = 30
/** ... of round tables, where one is chosen: ten years of them. */
export const TABLE_LINES = 40
/** ... where what one plans comes after them. */
export const TABLES_BEFORE_A_PLAN = 20
/** ... one of the many lists of the desk. */
export const DESK_LINES = 25

/** The first lines of a list, and how many more there are; all of them for who asked (R20). */
export const capped = <T>(visit: Visit, list: T[], most = MOST_LINES): Shown<T> =>
  cappedAnd(visit, list, (shown) => shown, most)

/** ... where what is drawn of a line is read for the lines that are shown alone. */
export const cappedAnd = <F, T>(
  { query }: Visit,
  list: F[],
  read: (shown: F[]) => T[],
  most = MOST_LINES,
): Shown<T> =>
  query.all === 'yes' || list.length <= most
    ? { shown: read(list), more: 0 }
    : { shown: read(list.slice(0, most)), more: list.length - most }

/** How many lines of a list are read at the most. */
export const firstOf = ({ query }: Visit, most = MOST_LINES): number =>
  query.all === 'yes' ? Infinity : most
