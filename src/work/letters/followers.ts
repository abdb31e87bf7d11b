import type { Day, When } from '../../domain/day.ts'
import type { Board } from '../../domain/publishing/board.ts'
import type { Letter } from '../../mail/letter.ts'
import type { LetterRow } from '../../store/letters.ts'
import type { Follower } from '../../store/residents/followers.ts'
import type { Store } from '../../store/store.ts'
import type { LetterWriter, WriterParts } from './letter-writer.ts'

/**
 * How residents are written to: made behind their own door, from the Board and their language alone
 * (R10), and handed in.
 */
export interface ToFollowers {
  confirm: (board: Board, follower: Follower) => Letter
  news: (
    board: Board,
    follower: Follower,
    news: { since: Day; heldOn: When; slug: string },
  ) => Letter
  /** That a round table has another day, or does not meet; none where it is not told. */
  moved: (board: Board, follower: Follower, slug: string) => Letter | undefined
}

/** Asks someone who wants to follow the board whether they mean it. */
export const followWriter =
  ({ store }: WriterParts, { confirm }: ToFollowers): LetterWriter =>
  (row) => {
    const follower = followerOf(store, row)
    return follower && confirm(store.published.board(), follower)
  }

/** What is new on the board, after a round table. */
export const newsWriter =
  ({ store }: WriterParts, { news }: ToFollowers): LetterWriter =>
  (row) => {
    const follower = followerOf(store, row)
    if (!follower) return undefined
    const { heldOn, slug } = store.roundTables.findById(row.roundTableId!)!
    const since = store.followers.newsSince(follower, row.id)
    return news(store.published.board(), follower, { since, heldOn, slug })
  }

/** R30: another day of a round table, as it is told when the letter goes. */
export const movedWriter =
  ({ store }: WriterParts, { moved }: ToFollowers): LetterWriter =>
  (row) => {
    const follower = followerOf(store, row)
    const { slug } = store.roundTables.findById(row.roundTableId!)!
    return follower && moved(store.published.board(), follower, slug)
  }

const followerOf = (store: Store, { followerId }: LetterRow): Follower | undefined => {
  const follower = store.followers.find(followerId!)
  return follower && follower.endedAt === null ? follower : undefined
}
