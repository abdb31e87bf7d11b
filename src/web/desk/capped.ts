import type { Visit } from './visit.ts'

/** How many lines a list shows until someone asks for the rest. */
export const MOST_LINES = 30

/** The first lines of a list, and how many more there are; all of them for who asked (R20). */
export const capped = <T>({ query }: Visit, list: T[]): { shown: T[]; more: number } =>
  query.all === 'yes' || list.length <= MOST_LINES
    ? { shown: list, more: 0 }
    : { shown: list.slice(0, MOST_LINES), more: list.length - MOST_LINES }
