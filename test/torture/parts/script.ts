import type { House } from '../../support/house.ts'
import { formsIn, formsOn, ofRoute, type PostRoute, type Sending } from './forms.ts'
import { encoded } from './encoded.ts'

/** How a form is sent in a house, without a socket. */
const sent = async (
  { app, clock }: House,
  sessions: Record<string, string>,
  sending: Sending,
): Promise<{ isTaken: boolean; to: string; page: string }> => {
  clock.pass({ seconds: 1 })
  const { headers, body } = encoded(sending, sessions)
  const answer = await app.inject({
    method: 'POST',
    url: sending.action,
    remoteAddress: `10.1.${clock.now().getMinutes()}.${clock.now().getSeconds()}`,
    headers,
    payload: body,
  })
  const { statusCode, headers: said, body: page } = answer
  const to = String(said.location ?? '')
  const isTaken = statusCode < 400 && (to !== '/sign-in' || sending.route === '/sign-out')
  // What is shown before it is saved, and no page that refuses something.
  return { isTaken, to, page: statusCode === 200 ? page : '' }
}

/** So many forms of one route are tried until one of them changes something. */
const MOST_TRIES = 6

/**
 * Forms in an order in which each of them changes something: what a page shows once a form was sent
 * is sent next, so that what was said is taken back, and what was closed is opened again.
 * @param done routes that are sent already; those that this adds are added.
 */
export const scriptOf = async (
  house: House,
  sessions: Record<string, string>,
  routes: readonly PostRoute[],
  first: readonly Sending[],
  done: Set<string>,
): Promise<Sending[]> => {
  const script: Sending[] = []
  const tries = new Map<string, number>()
  const queue = [...first]
  for (let sending = queue.shift(); sending; sending = queue.shift()) {
    const { route } = sending
    const tried = tries.get(route) ?? 0
    if ((done.has(route) || tried >= MOST_TRIES) && !sending.leads) continue
    tries.set(route, tried + 1)
    const before = house.store.journal.count()
    const { isTaken, to, page } = await sent(house, sessions, sending)
    const hasChanged = house.store.journal.count() !== before || UNWRITTEN.includes(route)
    if (isTaken && hasChanged) {
      done.add(route)
      script.push(sending)
    }
    const next =
      hasChanged && isTaken
        ? await shownAfter(house, sessions, routes, sending, to)
        : formsIn(page).flatMap((form) => ofRoute(routes, sending.caller, form))
    queue.unshift(...next.filter((each) => !done.has(each.route)))
  }
  return script
}

/** What changes something that the journal does not speak of. */
const UNWRITTEN = ['/sign-in/second-factor/app']

/** The forms of the page that a form goes on to, and of the one that it stood on, as anyone sees them. */
const shownAfter = async (
  house: House,
  sessions: Record<string, string>,
  routes: readonly PostRoute[],
  { action, caller }: Sending,
  to: string,
): Promise<Sending[]> => {
  const stood = action.replace(/^(\/\w+\/[\w-]+\/[\w-]+)\/.*$/, '$1')
  // What one approves, another publishes.
  const others = stood.startsWith('/desk/entries') ? ['coordinator', 'approver'] : []
  const callers = caller in sessions ? [caller, ...others] : ['nobody']
  const found: Sending[] = []
  for (const path of new Set([to.split('#')[0]!, stood]))
    if (path.startsWith('/'))
      for (const who of new Set(callers))
        for (const form of await formsOn(house, path, sessions[who]))
          found.push(...ofRoute(routes, who, form))
  return found
}
