import { isNoMailbox } from '../../domain/letters/why-back.ts'
import type { Returned } from '../../mail/returned.ts'
import type { Store } from '../../store/store.ts'

/**
 * Writes down which letter came back. It is known by its name alone: mail that names none of ours is
 * about nothing of ours, whatever it says.
 */
export const takeReturned = (store: Store, { names, status }: Returned, at: string): void => {
  const letter = names.map((name) => store.letters.findByName(name)).find(Boolean)
  if (!letter) return
  store.letters.recordReturned(letter.id, status, at)
  endWhereNoMailbox(store, letter.followerId, status, at)
}

/**
 * A resident's address that is no more is forgotten: it is of no use, and nobody may look at it to
 * mend it.
 */
export const endWhereNoMailbox = (
  store: Store,
  followerId: number | null,
  status: string,
  at: string,
): void => {
  const follower = followerId === null ? undefined : store.followers.find(followerId)
  if (follower && follower.endedAt === null && isNoMailbox(status))
    store.followers.end(follower.id, { personId: null, at })
}
