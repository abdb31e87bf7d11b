import type { Session } from '../../../../store/people/sessions.ts'
import type { Refusal } from '../../../../domain/decision.ts'
import type { Person } from '../../../../store/people/people.ts'
import { refused, saved, show } from '../../../answer.ts'
import { squareOf } from '../../../files/qr-code.ts'
import { parse } from '../../../forms.ts'
import { appAddress, newSecret, stepOf } from '../../../sign-in/app-numbers.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import {
  arrivalFrame,
  arrivalGet,
  arrivalPost,
  type Arrival,
  type ArrivalHandler,
  type ArrivalRoute,
} from '../../arrival.ts'
import { renew, tellOfWayIn, wasRenewed } from './let-in.ts'
import { findHalfway, NumberForm } from './second-factor.ts'

const WRONG = 'This number is not right. Type the six digits that your app shows now'

const mayEnrol = ({ store }: Arrival, person: Person, session: Session): boolean =>
  person.totpSecret === null && store.signIn.mayChangeFactors(session)

/** Before a secret is made: the app, or a passkey instead. */
const choicePage = (arrival: Arrival): Drawn => {
  const withPasskey = arrival.desk.passkeys.isThere
  const title = withPasskey ? 'Set up your second step' : 'Set up your authenticator app'
  return view('desk/people/sign-in/enrol', {
    frame: arrivalFrame(arrival, title),
    secret: '',
    square: { size: 0, path: '' },
    withPasskey,
  })
}

const secretPage = (
  arrival: Arrival,
  person: Person,
  secret: string,
  errors: Refusal[] = [],
): Drawn =>
  view('desk/people/sign-in/enrol', {
    frame: arrivalFrame(arrival, 'Set up your authenticator app', {
      form: 'code',
      errors,
      body: {},
    }),
    secret,
    square: squareOf(appAddress(secret, person.email)),
    withPasskey: false,
  })

const enrolPage = arrivalGet('/sign-in/second-factor/app', (arrival) => {
  const { store, reply } = arrival
  const { session, person } = findHalfway(arrival)
  if (!mayEnrol(arrival, person, session)) return reply.redirect('/sign-in/second-factor', 303)
  // The secret is made by the POST that asks for it, so that a GET changes nothing (R21).
  const pendingSecret = store.signIn.heldSecret(session)
  return show(
    reply,
    pendingSecret ? secretPage(arrival, person, pendingSecret) : choicePage(arrival),
  )
})

/** The first time it makes a secret; then it takes the number that the app makes from it. */
const takeNumber: ArrivalHandler = (arrival) => {
  const { desk, store, request, reply } = arrival
  const again = desk.shown.find(arrival.once)
  if (again && wasRenewed(arrival)) return show(reply, again)
  const { session, person } = findHalfway(arrival)
  if (!mayEnrol(arrival, person, session)) return saved(request, reply, '/sign-in/second-factor')
  const pendingSecret = store.signIn.heldSecret(session)
  if (!pendingSecret) {
    store.signIn.holdSecret(session, newSecret())
    return saved(request, reply, '/sign-in/second-factor/app')
  }
  const form = parse(NumberForm, arrival.body)
  const step = form.accepted ? stepOf(pendingSecret, form.value.code, desk.now()) : null
  if (step === null) {
    const errors = form.accepted ? [{ field: 'code', reason: WRONG }] : form.refusals
    return refused(request, reply, errors, () => secretPage(arrival, person, pendingSecret, errors))
  }
  const codes = recordApp(arrival, session, pendingSecret, step)
  tellOfWayIn(arrival, person.id, 'An authenticator app was set up for your sign-in.')
  return show(reply, desk.shown.keep(arrival.once, recoveryPage(arrival, person.id, codes)))
}

const enrol = arrivalPost('/sign-in/second-factor/app', 30, takeNumber, { asksWho: true })

/** @returns the recovery codes, which are shown once. */
const recordApp = (arrival: Arrival, session: Session, secret: string, step: number): string[] => {
  const { store, at } = arrival
  const by = { personId: session.personId, at }
  return store.together(() => {
    const codes = store.signIn.enrol(session.personId, secret, step, by)
    renew(arrival, session)
    return codes
  })
}

/** What lets someone in whose second factor is lost. */
export const recoveryPage = (arrival: Arrival, personId: number, codes: string[]): Drawn =>
  view('desk/people/sign-in/recovery', {
    frame: arrivalFrame(arrival, 'Keep your recovery codes'),
    codes,
    goesOnTo: arrival.desk.onward.take(arrival.request, arrival.reply, personId),
  })

/** Setting up an authenticator app, for who has no second factor yet or gave it in this session. */
export const authenticatorAppRoutes: readonly ArrivalRoute[] = [enrolPage, enrol]
