import { z } from 'zod'
import { accept } from '../../../../domain/decision.ts'
import type { Person } from '../../../../store/people/people.ts'
import { refused, saved } from '../../../answer.ts'
import { byPolicy, nothing, type Failed } from '../../../change.ts'
import { email, needed, parse } from '../../../forms.ts'
import { sessionCookie } from '../../../sign-in/session.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import {
  arrivalChange,
  arrivalFrame,
  arrivalPage,
  arrivalPost,
  type Arrival,
  type ArrivalRoute,
} from '../../arrival.ts'
import { post, type Route } from '../../route.ts'
import { goOn, letIn, sessionOf } from './let-in.ts'
import { browserOf, makeCode, markingBrowser, sendCode } from './send-code.ts'

const EmailForm = z.strictObject({ email: email() })
const CodeForm = z.strictObject({ code: needed('Type the code from your email', 40) })
const WRONG_CODE = 'This code is not right, or it is too old. Type it again, or ask for a new one'

const FULL = ['five', 'many'] as const

const emailPage = (arrival: Arrival, failed?: Failed): Drawn =>
  view('desk/people/sign-in/email', {
    frame: arrivalFrame(arrival, 'Sign in', failed),
    kept: !failed && arrival.query.kept === 'yes',
    ...arrival.desk.waysIn,
  })

const codePage = (arrival: Arrival, failed?: Failed): Drawn =>
  view('desk/people/sign-in/code', {
    frame: arrivalFrame(arrival, 'Type your code', failed),
    shownCode: arrival.desk.shownCodes.get(browserOf(arrival) ?? '') ?? null,
    full: failed ? null : (FULL.find((each) => each === arrival.query.full) ?? null),
  })

const askForCode = arrivalChange('/sign-in', 30, {
  name: 'sign-in',
  find: nothing,
  allow: byPolicy,
  form: EmailForm,
  decide: (arrival, _, form) => accept(ifMaySignIn(arrival, whoHas(arrival, form.email))),
  record: (arrival, _, known, form) => makeCode(arrival, form.email, known),
  answer: (arrival, _, made) => sendCode(arrival, made),
  again: (arrival, _, failed) => emailPage(arrival, failed),
})

const whoHas = ({ store }: Arrival, address: string): Person | undefined =>
  store.people.findByEmail(address)

/** Someone who is here still, and whose invitation has not run out before they came. */
const ifMaySignIn = ({ store, at }: Arrival, person: Person | undefined): Person | undefined =>
  person && person.endedAt === null && store.invitations.lets(person.id, at) ? person : undefined

// A wrong code counts, so that what is written comes before what is decided.
const typeCode = arrivalPost('/sign-in/code', 60, (arrival) => {
  const { desk, request, reply } = arrival
  const form = parse(CodeForm, arrival.body)
  const person = form.accepted ? comeIn(arrival, form.value.code) : undefined
  // Sent twice: the first of them has let this browser in.
  if (!person && form.accepted && cameInNow(arrival)) return goOn(arrival)
  if (!person) {
    const errors = form.accepted ? [{ field: 'code', reason: WRONG_CODE }] : form.refusals
    return refused(request, reply, errors, () =>
      codePage(arrival, { form: 'code', errors, body: {} }),
    )
  }
  desk.shownCodes.delete(browserOf(arrival)!)
  return goOn(arrival, person.id)
})

/** R22: a code is spent and lets its person in, or neither. */
const comeIn = (arrival: Arrival, code: string): Person | undefined =>
  arrival.store.together(() => {
    const person = personWithCode(arrival, code)
    if (person) letIn(arrival, person.id, false)
    return person
  })

const JUST_NOW_MS = 10_000
const cameInNow = (arrival: Arrival): boolean => {
  const session = sessionOf(arrival)
  return (
    session !== undefined && Date.parse(arrival.at) - Date.parse(session.createdAt) < JUST_NOW_MS
  )
}

/**
 * Who may come in is asked when the code is typed: they may have been ended, or their invitation may
 * have run out, since it was sent.
 */
const personWithCode = (arrival: Arrival, code: string): Person | undefined => {
  const { store, at } = arrival
  const browser = browserOf(arrival)
  const personId = browser ? store.signIn.useCode(browser, code, at) : undefined
  return personId === undefined ? undefined : ifMaySignIn(arrival, store.people.find(personId))
}

// Whatever comes with the form, the session ends: there is nothing to refuse.
const signOut = post('/sign-out', 'read', ({ desk, store, session, by, request, reply }) => {
  store.signIn.endSession(session, by)
  sessionCookie(desk.config).clear(reply)
  return saved(request, reply.header('clear-site-data', '"cache", "storage"'), '/sign-in')
})

/**
 * Signing in: a code typed into the browser that asked (R25). The other ways in and the second
 * factor have rooms of their own.
 */
export const signInRoutes: readonly (ArrivalRoute | Route)[] = [
  arrivalPage('/sign-in', (arrival) => emailPage(arrival)),
  markingBrowser(askForCode),
  arrivalPage('/sign-in/code', (arrival) => codePage(arrival)),
  typeCode,
  signOut,
]
