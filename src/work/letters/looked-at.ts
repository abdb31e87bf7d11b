import type { Who } from '../../domain/people/person.ts'
import type { NoticeRow } from '../../store/actions/notices.ts'
import type { Store } from '../../store/store.ts'

/** Stands in a letter that is only looked at, where the one that goes has a key of its own. */
const NO_KEY = 'only-in-the-letter'

/**
 * The store, for a letter that somebody looks at before it goes (R21): its links lead nowhere, no
 * resident's address is in it, and nothing is written.
 * @param waiting the reasons that a letter would hold which is not written yet.
 */
export const lookingAt = (store: Store, waiting?: NoticeRow[]): Store => {
  const { notices, followers } = store
  const link = (): string => NO_KEY
  return {
    ...store,
    reportLinks: { ...store.reportLinks, make: link },
    releases: { ...store.releases, makeLink: link },
    answers: { ...store.answers, makeLink: link },
    guests: { ...store.guests, makeLink: link },
    invitations: { ...store.invitations, makeLink: link },
    notices: {
      ...notices,
      putBack: () => {},
      ...(waiting && { inLetter: () => waiting }),
    },
    followers: {
      ...followers,
      find: (id) => {
        const follower = followers.find(id)
        return follower && { ...follower, email: 'a resident' }
      },
      makeLink: link,
    },
  }
}

/**
 * R11: of the reasons for a letter those that someone may know of. That something is held in private
 * is for its reader, and for whoever is on its list.
 */
export const seenBy = ({ glances }: Store, notices: NoticeRow[], who: Who): NoticeRow[] =>
  notices.filter(({ actionId }) => {
    const action = glances.action(actionId)
    return action && (action.depth !== 'named' || action.list.includes(who.personId))
  })

/** R11: a letter that only such matters make is not there at all for anyone else. */
export const isUnknownTo = (store: Store, notices: NoticeRow[], who: Who): boolean =>
  notices.length > 0 && seenBy(store, notices, who).length === 0
