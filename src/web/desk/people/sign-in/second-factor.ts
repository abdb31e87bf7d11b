import type { Session } from '../../../../store/people/sessions.ts'
import { z } from 'zod'
import type { Person } from '../../../../store/people/people.ts'
import type { Decision } from '../../../../domain/decision.ts'
import { accept, refuse } from '../../../../domain/decision.ts'
import { refused, show } from '../../../answer.ts'
import type { Failed } from '../../../change.ts'
import { Problem } from '../../../errors.ts'
import { needed, parse } from '../../../forms.ts'
import { stepOf } from '../../../sign-in/app-numbers.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import {
  arrivalFrame,
  arrivalGet,
  arrivalPost,
  type Arrival,
  type ArrivalRoute,
} from '../../arrival.ts'
import { goOn, renew, sessionOf, wasRenewed } from './let-in.ts'

/** The number of an app, or a recovery code, however it is spaced. */
export const NumberForm = z.strictObject({
  code: needed('Type the number from your app', 40).transform((typed) => typed.replace(/\s/g, '')),
})
const WRONG = 'This number is not right. Wait for the next one in your app, or type a recovery code'
const TOO_MANY = 'Too many wrong numbers. Wait an hour, or use a recovery code'
const RECOVERY_LENGTH = 10

/** Someone whose code was right and who has not given the second factor yet. */
export const findHalfway = (arrival: Arrival): { session: Session; person: Person } => {
  const session = sessionOf(arrival)
  if (!session) throw new Problem(403, 'Sign in first', 'Your time ran out. Sign in again.')
  return { session, person: arrival.store.people.find(session.personId)! }
}

const numberPage = (arrival: Arrival, person: Person, failed?: Failed): Drawn =>
  view('desk/people/sign-in/second-factor', {
    frame: arrivalFrame(arrival, 'The second step', failed),
    withApp: person.totpSecret !== null,
    withPasskey: arrival.desk.passkeys.isThere && arrival.store.passkeys.list(person.id).length > 0,
  })

const askForNumber = arrivalGet('/sign-in/second-factor', (arrival) => {
  const { store, reply } = arrival
  const { person } = findHalfway(arrival)
  return store.signIn.hasSecondFactor(person.id)
    ? show(reply, numberPage(arrival, person))
    : reply.redirect('/sign-in/second-factor/app', 303)
})

// A wrong number counts, so that what is written comes before what is decided.
const giveNumber = arrivalPost('/sign-in/second-factor', 30, (arrival) => {
  const { desk, store, request, reply, at } = arrival
  if (wasRenewed(arrival)) return goOn(arrival)
  const { session, person } = findHalfway(arrival)
  const by = { personId: person.id, at }
  const form = parse(NumberForm, arrival.body)
  // Gone back to: it was given already.
  if (form.accepted && session.secondFactorAt !== null) return goOn(arrival, person.id)
  // R22: a number is spent and lets its person in, or neither.
  const decision = store.together(() => {
    const spent = spendNumber(arrival, person, form.accepted ? form.value.code : '')
    if (spent.accepted) renew(arrival, session)
    return spent
  })
  if (decision.accepted) return goOn(arrival, person.id)
  // Ten wrong numbers end the session: the next ten need a new code from the mailbox.
  if (form.accepted) store.signIn.recordWrong(person.id, at)
  if (desk.wrongNumbers.count(session)) store.signIn.endSession(session, by)
  const errors = form.accepted ? decision.refusals : form.refusals
  return refused(request, reply, errors, () =>
    numberPage(arrival, person, { form: 'code', errors, body: {} }),
  )
})

/** Whether it is right; each number and each recovery code is good once. */
export const spendNumber = (
  { desk, store, at }: Arrival,
  person: Person,
  typed: string,
): Decision<null> => {
  const { id } = person
  const isShut = desk.wrongNumbers.isShut(id)
  const secret = store.signIn.appSecret(person)
  const step = secret && !isShut ? stepOf(secret, typed, desk.now()) : null
  const isRight =
    (step !== null && store.signIn.spendStep(id, step)) ||
    (typed.length >= RECOVERY_LENGTH && store.signIn.useRecoveryCode(id, typed, at))
  return isRight ? accept(null) : refuse('code', isShut ? TOO_MANY : WRONG)
}

/**
 * The second factor, where it is needed (R25): a number from an authenticator app, a recovery code,
 * or a passkey.
 */
export const secondFactorRoutes: readonly ArrivalRoute[] = [askForNumber, giveNumber]
