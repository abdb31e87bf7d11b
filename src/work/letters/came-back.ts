import type { Returned } from '../../mail/returned.ts'
import type { Store } from '../../store/store.ts'

/**
 * Writes down which letters came back, and to whom. A resident's address that does not work is
 * forgotten: it is of no use, and nobody may look at it to mend it.
 */
export const takeReturned = (store: Store, mail: Returned[], at: string): void => {
  for (const { names, address, status } of mail) {
    const letter = names.map((name) => store.letters.findByName(name)).find(Boolean)
    const person = address === null ? undefined : store.people.findByEmail(address)
    if (letter) store.letters.recordReturned({ ...letter, letterId: letter.id }, status, at)
    else if (person) store.letters.recordReturned({ personId: person.id }, status, at)
    const follower = letter?.followerId ? store.followers.find(letter.followerId) : undefined
    if (follower && follower.endedAt === null)
      store.followers.end(follower.id, { personId: null, at })
  }
}
