import type { Block } from '../round-tables/paper.ts'
import type { Briefing } from './briefing.ts'

/** One paragraph. */
export const words = (text: string): Block => ({ kind: 'words', text })

export const table = (caption: string, head: string[], rows: string[][]): Block => ({
  kind: 'table',
  caption,
  head,
  rows,
})

/** ... or nothing, where it would have no rows. */
export const tableOrNothing = (caption: string, head: string[], rows: string[][]): Block[] =>
  rows.length === 0 ? [] : [table(caption, head, rows)]

/** What a sheet says where it has nothing: in public, only that nothing is told. */
export const none = ({ isPublic }: Briefing, told: string, known: string): Block =>
  words(isPublic ? told : known)

/** Names in a row, as the beginning of a line. */
export const first = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
