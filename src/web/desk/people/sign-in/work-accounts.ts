import { z } from 'zod'
import type { FastifyReply } from 'fastify'
import { show } from '../../../answer.ts'
import { NothingTyped } from '../../../change.ts'
import { Problem } from '../../../errors.ts'
import { needed, parse } from '../../../forms.ts'
import { accountCookie } from '../../../sign-in/session.ts'
import { faultOf, type WorkAccount } from '../../../sign-in/work-accounts.ts'
import type { Challenge } from '../../../../store/people/challenges.ts'
import { view } from '../../../views/desk.ts'
import {
  arrivalFrame,
  arrivalGet,
  arrivalPost,
  type Arrival,
  type ArrivalRoute,
} from '../../arrival.ts'
import { findInvitation } from './invitation.ts'
import { goOn, letIn, notWhole, tellOfWayIn } from './let-in.ts'

/**
 * Codes of Microsoft's are thousands of letters long, a guest's longest; node takes no address
 * above 16 KB.
 */
const LONGEST = 14_000
const ReturnForm = z.strictObject({ answer: needed('Start again', LONGEST) })
const INVITE_AGAIN = 'Ask a coordinator to invite you again.'
const JOINED = 'A work account was joined to your sign-in, by the invitation that you were sent.'

const leave = arrivalPost('/sign-in/account', 30, (arrival) => goAway(arrival, null))

const leaveInvited = arrivalPost('/invitation/:token/account', 30, (arrival) =>
  goAway(arrival, findInvitation(arrival, INVITE_AGAIN).id),
)

/** To where work accounts live, with what has to come back from there. */
const goAway = async (arrival: Arrival, invitationId: number | null): Promise<FastifyReply> => {
  const { desk, store, reply } = arrival
  if (!parse(NothingTyped, arrival.body).accepted) throw notWhole('Open the page again.')
  const { address, secrets } = await desk.accounts!.begin().catch((error: unknown) => {
    throw outOfReach(arrival, error)
  })
  const token = store.challenges.begin('account', secrets, invitationId, desk.at())
  accountCookie(desk.config).set(reply, token)
  const frame = arrivalFrame(arrival, 'Going to your work account')
  return show(reply, view('desk/people/sign-in/leaving', { frame, address }))
}

/**
 * R21: coming back is a GET and changes nothing. The page sends on what it was given, from here, so
 * that our own cookie comes with it.
 */
const comeBack = arrivalGet('/sign-in/account/return', (arrival) => {
  const { request, reply } = arrival
  const answer = request.url.split('?')[1] ?? ''
  if (answer.length > LONGEST) return reply.redirect('/sign-in', 303)
  const frame = arrivalFrame(arrival, 'Nearly there')
  return show(reply, view('desk/people/sign-in/back', { frame, answer }))
})

const comeIn = arrivalPost('/sign-in/account/return', 30, async (arrival) => {
  const { desk, store, request, reply } = arrival
  const form = parse(ReturnForm, arrival.body)
  if (!form.accepted) throw notWhole('Start again.')
  const browser = accountCookie(desk.config)
  const token = browser.read(request.cookies)
  const trip = token ? store.challenges.end('account', token, arrival.at) : undefined
  browser.clear(reply)
  const account = trip && (await accountIn(arrival, form.value.answer, trip))
  if (!trip || !account)
    throw new Problem(
      403,
      'Your work account did not let you in',
      'Try again, or sign in with your email.',
    )
  const personId = enter(arrival, account, trip.invitationId)
  if (trip.invitationId !== null) tellOfWayIn(arrival, personId, JOINED)
  return goOn(arrival, personId)
})

/** Whose account it is, where all that came back is as it was asked. */
const accountIn = async (
  arrival: Arrival,
  answer: string,
  { secrets }: Challenge,
): Promise<WorkAccount | undefined> => {
  try {
    return await arrival.desk.accounts!.finish(answer, secrets)
  } catch (error) {
    const { kind, isTheirs } = faultOf(error)
    if (isTheirs) throw outOfReach(arrival, error)
    arrival.request.log.warn({ fault: kind }, 'a work account was refused')
    return undefined
  }
}

const outOfReach = ({ request }: Arrival, error: unknown): Problem => {
  request.log.error(
    { fault: faultOf(error).kind },
    'where work accounts live did not answer, or does not know us',
  )
  return new Problem(
    503,
    'Your work account cannot be reached now',
    'Sign in with your email, or try again in a few minutes.',
  )
}

/** All of it or none: nobody is joined who is not let in as well. @returns who came in. */
const enter = (arrival: Arrival, account: WorkAccount, invitationId: number | null): number => {
  const { store, today } = arrival
  return store.together(() => {
    const personId =
      invitationId === null
        ? store.workAccounts.find(account.tenant, account.object)?.personId
        : join(arrival, account, invitationId)
    if (personId === undefined || !store.people.who(personId, today))
      throw new Problem(
        403,
        'We do not know this work account',
        'Ask a coordinator to invite you. The letter joins your work account to you.',
      )
    letIn(arrival, personId, false)
    return personId
  })
}

/**
 * Joined by the invitation a coordinator sent, and by nothing else: an address that is the same is
 * no proof.
 */
const join = ({ desk, store }: Arrival, account: WorkAccount, invitationId: number): number => {
  const at = desk.at()
  const invitation = store.invitations.find(invitationId)
  if (!invitation || !store.invitations.isLive(invitationId, at))
    throw new Problem(410, 'This invitation is used or too old', INVITE_AGAIN)
  const { personId } = invitation
  const known = store.workAccounts.find(account.tenant, account.object)
  if (known && known.personId !== personId)
    throw new Problem(
      409,
      'This work account is someone else’s here',
      'It was joined to another person. Ask a coordinator.',
    )
  if (!known) store.workAccounts.record(account, { personId, at })
  return personId
}

/**
 * Signing in with a work account. It stands for the code from the mailbox and never for the second
 * factor; it makes nobody (R25). Without settings there are no such addresses at all.
 */
export const workAccountsRoutes: readonly ArrivalRoute[] = [
  leave,
  leaveInvited,
  comeBack,
  comeIn,
].map((route) => ({ ...route, isThere: ({ accounts }) => accounts !== null }))
