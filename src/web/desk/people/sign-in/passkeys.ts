import type { Session } from '../../../../store/people/sessions.ts'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Refusal } from '../../../../domain/decision.ts'
import type { Passkey } from '../../../../store/people/passkeys.ts'
import { refused, saved, show } from '../../../answer.ts'
import { parse, words } from '../../../forms.ts'
import { passkeyCookie } from '../../../sign-in/session.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import {
  arrivalFrame,
  arrivalGet,
  arrivalPost,
  type Arrival,
  type ArrivalRoute,
} from '../../arrival.ts'
import { goOn, letIn, notWhole, renew, wasRenewed } from './let-in.ts'
import {
  lookAtQuestion,
  putQuestion,
  refuseWithoutPasskeys,
  spendQuestion,
  theirSession,
  type Question,
} from './passkey-question.ts'

const AnswerForm = z.strictObject({ credential: words(20_000) })
const NO = 'This passkey did not let you in. Try again, or go in another way'

const ask = arrivalPost('/sign-in/passkey', 30, async (arrival) => {
  refuseWithoutPasskeys(arrival)
  putQuestion(arrival, 'signing', await arrival.desk.passkeys.toSign(), theirSession(arrival))
  return saved(arrival.request, arrival.reply, '/sign-in/passkey')
})

const questionPage = arrivalGet('/sign-in/passkey', (arrival) => {
  const question = lookAtQuestion(arrival, 'signing')
  return question
    ? show(arrival.reply, usePage(arrival, question.options, question.session !== ''))
    : arrival.reply.redirect('/sign-in', 303)
})

const usePage = (
  arrival: Arrival,
  options: string,
  isSecondStep: boolean,
  errors: Refusal[] = [],
): Drawn =>
  view('desk/people/sign-in/passkey', {
    frame: arrivalFrame(arrival, 'Use your passkey', { form: 'passkey', errors, body: {} }),
    options,
    isSecondStep,
  })

const answer = arrivalPost('/sign-in/passkey/answer', 30, async (arrival) => {
  const { desk, reply } = arrival
  if (wasRenewed(arrival)) return goOn(arrival)
  const form = parse(AnswerForm, arrival.body)
  if (!form.accepted) throw notWhole('Open the page again.')
  const question = spendQuestion(arrival, 'signing')
  const used = question && (await keyUsed(arrival, question, form.value.credential))
  if (!used) {
    if (question) writeWrong(arrival, form.value.credential)
    return askAgain(arrival)
  }
  const { key, session } = used
  passkeyCookie(desk.config).clear(reply)
  if (session) renew(arrival, session)
  else letIn(arrival, key.personId, true)
  return goOn(arrival, key.personId)
})

/** Whoever it said it was: how a device is tried that is not theirs is seen in the journal. */
const writeWrong = ({ desk, store }: Arrival, credential: string): void => {
  const key = store.passkeys.findByCredential(desk.passkeys.credentialIn(credential))
  if (key) store.signIn.recordWrong(key.personId, desk.at())
}

/** The key that answered, where it is right, theirs, and counted as used. */
export const keyUsed = async (
  arrival: Arrival,
  question: Question,
  credential: string,
): Promise<{ key: Passkey; session: Session | undefined } | undefined> => {
  const { desk, store, today } = arrival
  const key = store.passkeys.findByCredential(desk.passkeys.credentialIn(credential))
  if (!key) return undefined
  const counter = await desk.passkeys.signed(credential, question.challenge, key)
  // Asked after the wait: meanwhile the session or the person may have ended.
  const session = question.session ? theirSession(arrival) : undefined
  if (counter === null || !isTheirs(key, question, session)) return undefined
  if (!store.people.who(key.personId, today)) return undefined
  return store.passkeys.recordUse(key, counter, desk.at()) ? { key, session } : undefined
}

/** As a second step it has to be a key of the one who began, in the session that they began in. */
const isTheirs = (key: Passkey, question: Question, session: Session | undefined): boolean =>
  !question.session ||
  (session !== undefined &&
    String(session.id) === question.session &&
    session.personId === key.personId)

/** The question is spent, so the page comes with a new one. */
const askAgain = async (arrival: Arrival): Promise<FastifyReply> => {
  const made = await arrival.desk.passkeys.toSign()
  const session = theirSession(arrival)
  const options = putQuestion(arrival, 'signing', made, session)
  const errors = [{ field: 'credential', reason: NO }]
  return refused(arrival.request, arrival.reply, errors, () =>
    usePage(arrival, options, session !== undefined, errors),
  )
}

/**
 * Using a passkey: a device says who holds it, in place of the code and the app's number, or beside
 * the code as the second factor.
 */
export const passkeysRoutes: readonly ArrivalRoute[] = [ask, questionPage, answer]
