import type { Session } from '../../../../store/people/sessions.ts'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Refusal } from '../../../../domain/decision.ts'
import { refused, saved, show } from '../../../answer.ts'
import { Problem } from '../../../errors.ts'
import { parse, TAMPERED, words } from '../../../forms.ts'
import type { KeptKey } from '../../../sign-in/passkeys.ts'
import { deviceOf, passkeyCookie } from '../../../sign-in/session.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import {
  arrivalFrame,
  arrivalGet,
  arrivalPost,
  type Arrival,
  type ArrivalRoute,
} from '../../arrival.ts'
import { mustShowWho } from '../../again.ts'
import { recoveryPage } from './authenticator-app.ts'
import { notWhole, renew, tellOfWayIn, wasRenewed } from './let-in.ts'
import {
  lateQuestion,
  lookAtQuestion,
  putQuestion,
  refuseWithoutPasskeys,
  spendQuestion,
  theirSession,
} from './passkey-question.ts'

const NewForm = z.strictObject({ credential: words(20_000), name: words(60) })
const IS_KNOWN = 'This passkey is here already'
const TOO_LATE = 'Your device did not answer in time. Try again'

/**
 * Who may add one: someone who gave a second factor in this session, or who has none yet. A mailbox
 * alone adds none beside one that is there.
 */
const findWhoMayAdd = (arrival: Arrival): Session => {
  const session = theirSession(arrival)
  if (!session) throw new Problem(403, 'Sign in first', 'Your time ran out. Sign in again.')
  if (!arrival.store.signIn.mayChangeFactors(session))
    throw new Problem(
      403,
      'Use the one you have first',
      'Sign out, and sign in with your passkey or your authenticator app. Then you can add another.',
    )
  return session
}

/**
 * R25: a question to a device is put to someone who has just shown who they are, and to nobody else
 * by way of a wrong answer. Whoever was asked here, and whose device was slow, is asked again with
 * the name that they typed (R23), until twenty minutes after they showed it.
 */
const refuseToAskUnsure = (arrival: Arrival, session: Session, wasAsked: boolean): void => {
  const isSlow = wasAsked && arrival.store.signIn.wasSure(session, arrival.desk.at())
  if (!isSlow && mustShowWho(arrival, session))
    throw new Problem(
      403,
      'Begin again',
      'Too much time went by. Open your page, and add it there.',
    )
}

const ask = arrivalPost(
  '/sign-in/passkey/adding',
  30,
  async (arrival) => {
    refuseWithoutPasskeys(arrival)
    await askToAdd(arrival, findWhoMayAdd(arrival))
    return saved(arrival.request, arrival.reply, '/sign-in/passkey/new')
  },
  { asksWho: true },
)

const askToAdd = async (arrival: Arrival, session: Session): Promise<string> => {
  const { desk, store } = arrival
  const made = await desk.passkeys.toAdd(
    store.people.find(session.personId)!,
    store.passkeys.list(session.personId).map((each) => each.credentialId),
  )
  return putQuestion(arrival, 'adding', made, session)
}

const questionPage = arrivalGet('/sign-in/passkey/new', (arrival) => {
  const question = lookAtQuestion(arrival, 'adding')
  // The question holds a name and an address: on a computer that is shared, it is shown to whoever
  // asked for it alone.
  return question && question.session === String(theirSession(arrival)?.id)
    ? show(arrival.reply, newPage(arrival, question.options))
    : arrival.reply.redirect('/desk/me', 303)
})

const newPage = (arrival: Arrival, options: string, errors: Refusal[] = []): Drawn =>
  view('desk/people/sign-in/new-passkey', {
    frame: arrivalFrame(arrival, 'Add a passkey', { form: 'passkey', errors, body: arrival.body }),
    options,
    device: deviceNameOf(arrival),
  })

const deviceNameOf = ({ request }: Arrival): string => deviceOf(request.headers['user-agent'])

const add = arrivalPost('/sign-in/passkey/new', 30, async (arrival) => {
  const { desk, store } = arrival
  const again = desk.shown.find(arrival.once)
  if (again && wasRenewed(arrival)) return show(arrival.reply, again)
  const form = parse(NewForm, arrival.body)
  if (!form.accepted && form.refusals.some((each) => each.field === TAMPERED))
    throw notWhole('Open the page again.')
  const asker = findWhoMayAdd(arrival)
  const late = lateQuestion(arrival, 'adding')
  const question = spendQuestion(arrival, 'adding')
  const isTheirs = question?.session === String(asker.id)
  const wasAsked = isTheirs || late?.session === String(asker.id)
  if (!wasAsked) refuseToAskUnsure(arrival, asker, false)
  const key =
    form.accepted && isTheirs
      ? await arrival.desk.passkeys.added(form.value.credential, question.challenge)
      : null
  // Asked again: while the answer was checked, the session may have ended, or a first factor may
  // have come.
  const session = findWhoMayAdd(arrival)
  if (!form.accepted) return askAgain(arrival, session, form.refusals, wasAsked)
  const isKnown = key !== null && store.passkeys.has(key.credentialId)
  if (!key || isKnown)
    return askAgain(
      arrival,
      session,
      [{ field: 'credential', reason: isKnown ? IS_KNOWN : TOO_LATE }],
      wasAsked,
    )
  return keepKey(arrival, session, { ...key, name: form.value.name || deviceNameOf(arrival) })
})

/** The question is spent, so the page comes with a new one. */
const askAgain = async (
  arrival: Arrival,
  session: Session,
  errors: Refusal[],
  wasAsked: boolean,
): Promise<FastifyReply> => {
  refuseToAskUnsure(arrival, session, wasAsked)
  const options = await askToAdd(arrival, session)
  return refused(arrival.request, arrival.reply, errors, () => newPage(arrival, options, errors))
}

/** The first second factor of someone is given by being set up, and brings recovery codes. */
const keepKey = (
  arrival: Arrival,
  session: Session,
  key: KeptKey & { name: string },
): FastifyReply => {
  const { desk, store, request, reply } = arrival
  const { personId } = session
  const by = { personId, at: desk.at() }
  passkeyCookie(desk.config).clear(reply)
  const isFirst = !store.signIn.hasSecondFactor(personId)
  const codes = store.together(() => {
    store.passkeys.record(key, by)
    if (!isFirst) return null
    renew(arrival, session)
    return store.signIn.recoveryCodes(personId, by)
  })
  tellOfWayIn(arrival, personId, 'A passkey was added to your sign-in.')
  return codes
    ? show(reply, desk.shown.keep(arrival.once, recoveryPage(arrival, personId, codes)))
    : saved(request, reply, '/desk/me')
}

/** Adding a passkey, on the way in or from the page of one's own. */
export const newPasskeyRoutes: readonly ArrivalRoute[] = [ask, questionPage, add]
