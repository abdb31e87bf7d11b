import type { Day, When } from '../../domain/day.ts'
import type { Board } from '../../domain/publishing/board.ts'
import { drawn, type Form } from '../../mail/form.ts'
import type { Letter } from '../../mail/letter.ts'
import type { LetterRow } from '../../store/letters/letters.ts'
import type { Follower } from '../../store/residents/followers.ts'
import type { Store } from '../../store/store.ts'
import type { LetterWriter, WriterParts } from './letter-writer.ts'
import { partnershipOf } from './whose.ts'

/** What a letter to a resident says, before it has its form. */
type Said = Pick<Form, 'to' | 'subject' | 'parts' | 'foot' | 'language'> & Pick<Letter, 'headers'>

/**
 * How residents are written to: made behind their own door, from the Board and their language alone
 * (R10), and handed in.
 */
export interface ToFollowers {
  confirm: (board: Board, follower: Follower) => Said
  news: (board: Board, follower: Follower, news: { since: Day; heldOn: When; slug: string }) => Said
  /** That a round table has another day, or does not meet; none where it is not told. */
  moved: (board: Board, follower: Follower, slug: string) => Said | undefined
}

/** Asks someone who wants to follow the board whether they mean it. */
export const followWriter =
  (parts: WriterParts, { confirm }: ToFollowers): LetterWriter =>
  (row) => {
    const { store } = parts
    const follower = followerOf(store, row)
    return follower && inItsForm(parts, confirm(store.published.board(), follower))
  }

/** What is new on the board, after a round table. */
export const newsWriter =
  (parts: WriterParts, { news }: ToFollowers): LetterWriter =>
  (row) => {
    const { store } = parts
    const follower = followerOf(store, row)
    if (!follower) return undefined
    const { heldOn, slug } = store.roundTables.findById(row.roundTableId!)!
    const since = store.followers.newsSince(follower, row.id)
    return inItsForm(parts, news(store.published.board(), follower, { since, heldOn, slug }))
  }

/** R30: another day of a round table, as it is told when the letter goes. */
export const movedWriter =
  (parts: WriterParts, { moved }: ToFollowers): LetterWriter =>
  (row) => {
    const { store } = parts
    const follower = followerOf(store, row)
    const { slug } = store.roundTables.findById(row.roundTableId!)!
    const said = follower && moved(store.published.board(), follower, slug)
    return said && inItsForm(parts, said)
  }

/** From the partnership by its name, like every letter (R21). */
export const inItsForm = (
  { store, publicUrl }: WriterParts,
  { headers, ...said }: Said,
): Letter => ({
  ...drawn({ ...said, partnership: partnershipOf(store), publicUrl }),
  ...(headers && { headers }),
})

const followerOf = (store: Store, { followerId }: LetterRow): Follower | undefined => {
  const follower = store.followers.find(followerId!)
  return follower && follower.endedAt === null ? follower : undefined
}
