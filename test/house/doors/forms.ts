import t from 'tap'
import { EVERYONE, openDoors } from '../../support/doors/doors.ts'
import { statesOf } from '../../support/doors/states.ts'
import { isSame, meetingOf, recordOf, routesOf } from './set-up.ts'

/** Writing routes that take no form of ours, and why. */
const FORMLESS: Record<string, string> = {
  'POST /sign-out': 'a person can always leave',
  'POST /desk/kept/:id/sending': 'sends on what was kept',
  'POST /desk/kept/:id/dropping': 'drops what was kept',
  'POST /report/:token/renewal': 'its link is all of it',
  'POST /desk/letters/next/:id/copy': 'nobody waits for a letter in this record',
  'POST /set-up/:token': 'a spent link is gone before its form is read',
  'POST /sign-in/second-factor/app': 'the first one asks for the square to scan',
  ...Object.fromEntries(
    ['', '/:language(^(?:ar|bn|ckb|es|fa|fr|pt|so|sq|ur)$)'].flatMap((under) => [
      [`POST ${under}/follow/:key`, 'its key is all of it'],
      [`POST ${under}/unfollow/:key`, 'a mail program sends what it likes'],
    ]),
  ),
}

t.test('R23: a field that a form does not have gives 400, and nothing is saved', async (t) => {
  let doors = await openDoors(t, new Set())
  const first = doors
  const before = recordOf(doors.house.file)
  const wrong: string[] = []
  let sent = 0
  for (const route of routesOf(first).filter(
    ({ method, url }) => method === 'POST' && !FORMLESS[`POST ${url}`],
  )) {
    // The state and the person for whom the form is there to be filled in.
    const state = statesOf(route, first.ids).find(
      (each) =>
        !/planned|agreed/.test(each.name) &&
        EVERYONE.some((caller) => ['in', 'open'].includes(meetingOf(route, each, caller))),
    )!
    const caller = EVERYONE.findLast((each) =>
      ['in', 'open'].includes(meetingOf(route, state, each)),
    )!
    for (const part of [false, true]) {
      const answer = await doors.callers[caller].post(
        state.path,
        { 'a-field-we-do-not-know': 'x' },
        { part },
      )
      sent += 1
      if (answer.statusCode !== 400)
        wrong.push(
          `${caller}: POST ${route.url} (${state.name}${part ? ', as a part' : ''}) got ${answer.statusCode}`,
        )
      if (isSame(recordOf(doors.house.file), before)) continue
      wrong.push(`${caller}: POST ${route.url} saved something`)
      doors = await openDoors(t, new Set())
    }
  }
  t.comment(`${sent} forms with an unknown field were sent`)
  t.same(wrong, [])
})
