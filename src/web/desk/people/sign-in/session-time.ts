import { timeOf } from '../../../../domain/day.ts'
import { show } from '../../../answer.ts'
import { view } from '../../../views/desk.ts'
import { get, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'

/** How long before its end a session is said to end: time enough to come back and press a button. */
const SOON_MINUTES = 5

/**
 * When this session ends (2.2.1). A page asks it by itself, which keeps nothing alive; only `stay`,
 * which a person pressed, counts as being here (R25).
 */
const sayEnd = (visit: Visit) => {
  const { store, query, session, by, reply } = visit
  if (query.stay === 'yes') store.signIn.seen(session, by.at)
  const now = store.signIn.endOf(query.stay === 'yes' ? { ...session, lastSeenAt: by.at } : session)
  const minutes = Math.ceil((Date.parse(now.at) - Date.parse(by.at)) / 60_000)
  return show(
    reply,
    view('desk/people/sign-in/_session', {
      at: timeOf(now.at),
      isSoon: minutes <= SOON_MINUTES,
      mayStay: now.mayStay,
    }),
  )
}

export const sessionTimeRoutes: readonly Route[] = [
  { ...get('/desk/session', 'read', sayEnd), asksByItself: true },
]
