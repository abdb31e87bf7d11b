import t from 'tap'
import { openDoors, type Walk } from '../../support/doors/doors.ts'
import { LEFT } from '../../support/doors/makers.ts'
import { statesOf } from '../../support/doors/states.ts'
import { PEOPLE } from '../../support/house.ts'
import { recordOf, routesOf } from './set-up.ts'

t.test(
  'R25: a session that is over is no session, at every route, however it came to an end',
  async (t) => {
    const doors = await openDoors(t, new Set())
    const { house } = doors
    const { store } = house
    const { sessions, live } = sessionsOver(doors)
    t.ok(store.people.find(store.signIn.findSession(sessions['of someone who left']!)!.personId))
    t.notOk(store.people.findByEmail(LEFT))
    const before = recordOf(house.file)
    const wrong: string[] = []
    let asked = 0
    for (const route of routesOf(doors).filter(({ url }) => url.startsWith('/desk'))) {
      const [state] = statesOf(route, doors.ids)
      for (const [how, session] of Object.entries(sessions)) {
        const { statusCode, headers } = await house.app.inject({
          method: route.method,
          url: state!.path,
          headers: {
            host: '127.0.0.1:3000',
            'sec-fetch-site': 'same-origin',
            cookie: `session=${session}`,
            ...(route.method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
          },
        })
        asked += 1
        const isSentAway = statusCode === 303 && /^\/sign-in(\?|$)/.test(String(headers.location))
        if (!isSentAway || headers['cache-control'] !== 'no-store')
          wrong.push(`${route.method} ${route.url} with a session ${how}: ${statusCode}`)
      }
    }
    t.same(wrong, [])
    t.same(recordOf(house.file), before, 'and nothing was saved')
    t.comment(`${asked} cells: ${Object.keys(sessions).length} sessions that are over`)
    const alive = await house.app.inject({
      url: '/desk',
      headers: { host: '127.0.0.1:3000', cookie: `session=${live}` },
    })
    t.equal(alive.statusCode, 200, 'one that is not over is let in')
  },
)

/** One for each way that a session ends, and one that is alive. */
const sessionsOver = ({
  house,
  callers,
}: Walk): { sessions: Record<string, string>; live: string } => {
  const { store, clock } = house
  const { id } = house.person(PEOPLE.coordinator)
  const begin = () => store.signIn.startSession(id, true, clock.at())
  const old = begin()
  clock.pass({ hours: 11, minutes: 45 })
  const kept = store.signIn.findSession(old)!
  store.signIn.seen(kept, clock.at())
  clock.pass({ minutes: 16 })
  const signedOut = begin()
  store.signIn.endSession(store.signIn.findSession(signedOut)!, { personId: id, at: clock.at() })
  // Of someone else, since it ends every session of theirs.
  const { id: other } = house.person(PEOPLE.approver)
  const button = store.signIn.startSession(other, true, clock.at())
  const ending = store.signIn.makeEnding(other, clock.at())
  store.signIn.endEverywhere(store.signIn.findEnding(ending, clock.at())!, {
    personId: other,
    at: clock.at(),
  })
  const live = begin()
  const sessions: Record<string, string> = {
    'idle for more than half an hour': callers.coordinator.cookies.get('session')!,
    'older than twelve hours, and used a moment ago': old,
    'signed out': signedOut,
    'ended by the button in a letter': button,
    'of someone who left': callers.left.cookies.get('session')!,
    'that was passed on to another, once the second step was given': 'x'.repeat(43),
    'of another site': `${live.slice(0, -1)}`,
  }
  return { sessions, live }
}
