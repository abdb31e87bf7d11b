import type { Board } from '../../domain/publishing/board.ts'
import {
  isNothing,
  newsFor,
  type Choice,
  type Followed,
  type HowOften,
  type News,
} from '../../domain/residents/following.ts'
import { drawn, type Form } from '../../mail/form.ts'
import type { Letter } from '../../mail/letter.ts'
import type { LetterRow } from '../../store/letters/letters.ts'
import type { Follower } from '../../store/residents/followers.ts'
import type { Store } from '../../store/store.ts'
import { windowOf } from '../clock/following.ts'
import type { LetterWriter, WriterParts } from './letter-writer.ts'
import { partnershipOf } from './whose.ts'

/** What a letter to a resident says, before it has its form. */
type Said = Pick<Form, 'to' | 'subject' | 'parts' | 'foot' | 'language'> & Pick<Letter, 'headers'>

/** To whom, in which language, and the key that this one letter holds. */
interface To {
  email: string
  language: string
  key: string
}
interface Reader extends To {
  follows: Followed[]
  often: HowOften
}

/**
 * How residents are written to: made behind their own door, from the Board and their language alone
 * (R10), and handed in.
 */
export interface ToFollowers {
  confirm: (board: Board, reader: To, choice: Choice & { often: HowOften }) => Said
  news: (board: Board, reader: Reader, news: News, until: string) => Said
  /** That a round table has another day, or does not meet; none where it is not told. */
  moved: (board: Board, reader: Reader, slug: string) => Said | undefined
}

/** Asks someone who wants to follow the board whether they mean it. */
export const followWriter =
  (parts: WriterParts, { confirm }: ToFollowers): LetterWriter =>
  (row) => {
    const { store, now } = parts
    const follower = followerOf(store, row)
    const asked = follower && store.followers.asked(follower.id)
    if (!asked) return undefined
    const key = store.followers.makeLink(follower.id, asked.id, now().toISOString())
    const reader = { email: follower.email, language: asked.language, key }
    return inItsForm(parts, confirm(store.published.board(), reader, asked))
  }

/**
 * What is new of what someone follows, up to when the letter was due: what is told after that is the
 * next one's.
 */
export const newsWriter =
  (parts: WriterParts, { news }: ToFollowers): LetterWriter =>
  (row) => {
    const { store } = parts
    const follower = followerOf(store, row)
    if (!follower) return undefined
    const board = store.published.board()
    const had = store.followers.lettersTo(follower.id, row.id)
    const found = newsFor(board, follower.follows, windowOf(follower, had, row.tryAt))
    if (isNothing(found)) return undefined
    return inItsForm(parts, news(board, withKey(parts, follower), found, row.tryAt))
  }

/** R30: another day of a round table, as it is told when the letter goes. */
export const movedWriter =
  (parts: WriterParts, { moved }: ToFollowers): LetterWriter =>
  (row) => {
    const { store } = parts
    const follower = followerOf(store, row)
    const { slug } = store.roundTables.findById(row.roundTableId!)!
    const said = follower && moved(store.published.board(), withKey(parts, follower), slug)
    return said && inItsForm(parts, said)
  }

/** Each letter has a key of its own, of which a digest is kept. */
const withKey = ({ store, now }: WriterParts, follower: Follower): Reader => ({
  ...follower,
  key: store.followers.makeLink(follower.id, null, now().toISOString()),
})

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
