/** What can be erased (R29): the words of a record go, its row, who and when stay. */
export const ERASABLE = ['person', 'message'] as const
export type Erasable = (typeof ERASABLE)[number]

/** What stands where a name stood. */
export const NAME_ERASED = 'Name erased'

/** One thing that goes, in the words of the page that asks, and how many rows hold it. */
export interface Goes {
  what: string
  rows: number
}
