import { accept } from '../../../../domain/decision.ts'
import { byPolicy, NothingTyped } from '../../../change.ts'
import { Problem } from '../../../errors.ts'
import { sessionCookie } from '../../../sign-in/session.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import {
  arrivalChange,
  arrivalFrame,
  arrivalPage,
  type Arrival,
  type ArrivalRoute,
} from '../../arrival.ts'
import { notWhole, sessionOf } from './let-in.ts'

const PLACE = '/sign-in/ending'

/** What the button of a letter ends, while it is good. */
const findEnding = ({ store, params, at }: Arrival) => {
  const ending = store.signIn.findEnding(params.token!, at)
  if (!ending)
    throw new Problem(
      410,
      'This button is too old',
      'If someone else may be signed in as you, tell a coordinator. They can end your sign-in at once.',
    )
  return ending
}

const endingPage = arrivalPage(`${PLACE}/:token`, (arrival) => {
  const ending = findEnding(arrival)
  const { usedAt } = ending
  const { signIn } = arrival.store
  const taken = usedAt === null ? [] : signIn.takenAway(ending)
  const title = usedAt === null ? 'Was it not you?' : 'You are signed out on every device'
  return view('desk/people/sign-in/ending', {
    frame: arrivalFrame(arrival, title),
    token: arrival.params.token!,
    isOver: usedAt !== null,
    taken,
    setsUpAnew:
      ['passkey', 'app'].some((each) => taken.includes(each as (typeof taken)[number])) &&
      !signIn.hasSecondFactor(ending.personId),
  })
})

/** R21: a scanner opens the link; only the button ends anything. It counts once (R31). */
const endAll = arrivalChange(`${PLACE}/:token`, 30, {
  name: 'ending',
  find: findEnding,
  allow: byPolicy,
  form: NothingTyped,
  decide: (_arrival, ending) => accept(ending),
  record: ({ store, at }, ending) => {
    if (ending.usedAt === null)
      store.signIn.endEverywhere(ending, { personId: ending.personId, at })
  },
  answer: (arrival) => {
    const { desk, reply, params } = arrival
    if (!sessionOf(arrival)) sessionCookie(desk.config).clear(reply)
    return to(PLACE, params.token!)
  },
  again: () => {
    throw notWhole('Open the letter again.')
  },
})

/** The button in a letter about a new device: it ends every session of the one it was sent to. */
export const endingRoutes: readonly ArrivalRoute[] = [endingPage, endAll]
