import type { Desk } from '../visit.ts'
import { z } from 'zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../../../domain/day.ts'
import { saved, show } from '../../answer.ts'
import { Problem } from '../../errors.ts'
import { needed, parse } from '../../forms.ts'
import { accountCookie } from '../../sign-in/session.ts'
import { view } from '../../views/desk.ts'
import { faultOf, type WorkAccount } from '../../sign-in/work-accounts.ts'
import { letIn, tellOfWayIn } from './sign-in.ts'

const QUARTER_HOUR = 15 * 60_000
const EmptyForm = z.strictObject({})
/**
 * Codes of Microsoft's are thousands of letters long, a guest's longest; node takes no address
 * above 16 KB.
 */
const LONGEST = 14_000
const ReturnForm = z.strictObject({ answer: needed('Start again', LONGEST) })

/**
 * Signing in with a work account. It stands for the code from the mailbox and never for the second
 * factor; it makes nobody (R25).
 */
export const workAccountsRoutes = (desk: Desk): void => {
  const { app, store, config } = desk
  // Bound here, once: without settings there are no such addresses at all.
  const { accounts } = desk
  if (accounts === null) return
  const browser = accountCookie(config)
  const frame = (title: string) => desk.frame({ who: null, today: desk.today() }, title, 'sign-in')
  const open = { config: { policy: 'signing-in' as const } }
  const limited = {
    config: { policy: 'signing-in' as const, rateLimit: { max: 30, timeWindow: QUARTER_HOUR } },
  }

  const leave = async (
    request: FastifyRequest,
    reply: FastifyReply,
    invitationId: number | null,
  ): Promise<FastifyReply> => {
    if (!parse(EmptyForm, request.body).accepted)
      throw new Problem(400, 'This did not arrive whole', 'Nothing was saved. Open the page again.')
    const { address, secrets } = await accounts.begin().catch((error: unknown) => {
      throw outOfReach(request, error)
    })
    browser.set(reply, store.challenges.begin('account', secrets, invitationId, desk.at()))
    return show(
      reply,
      view('desk/people/sign-in/leaving', { frame: frame('Going to your work account'), address }),
    )
  }

  app.post('/sign-in/account', limited, async (request, reply) => leave(request, reply, null))

  app.post('/invitation/:token/account', limited, async (request, reply) => {
    const invitation = store.invitations.findLive(
      (request.params as { token: string }).token,
      desk.at(),
    )
    if (!invitation)
      throw new Problem(
        410,
        'This invitation is used or too old',
        'Ask a coordinator to invite you again.',
      )
    return leave(request, reply, invitation.id)
  })

  /**
   * R21: coming back is a GET and changes nothing. The page sends on what it was given, from here,
   * so that our own cookie comes with it.
   */
  app.get('/sign-in/account/return', open, async (request, reply) => {
    const answer = request.url.split('?')[1] ?? ''
    return answer.length > LONGEST
      ? reply.redirect('/sign-in', 303)
      : show(reply, view('desk/people/sign-in/back', { frame: frame('Nearly there'), answer }))
  })

  app.post('/sign-in/account/return', limited, async (request, reply) => {
    const form = parse(ReturnForm, request.body)
    if (!form.accepted)
      throw new Problem(400, 'This did not arrive whole', 'Nothing was saved. Start again.')
    const token = browser.read(request.cookies)
    const trip = token ? store.challenges.end('account', token, desk.at()) : undefined
    browser.clear(reply)
    const account = trip
      ? await accounts.finish(form.value.answer, trip.secrets).catch((error: unknown) => {
          if (faultOf(error).isTheirs) throw outOfReach(request, error)
          request.log.warn({ fault: faultOf(error).kind }, 'a work account was refused')
        })
      : undefined
    if (!trip || !account)
      throw new Problem(
        403,
        'Your work account did not let you in',
        'Try again, or sign in with your email.',
      )
    // All of it or none: nobody is joined who is not let in as well.
    const joined = store.together(() => {
      const personId =
        trip.invitationId === null
          ? store.workAccounts.find(account.tenant, account.object)?.personId
          : join(account, trip.invitationId)
      if (personId === undefined || !store.people.who(personId, dayOf(desk.at())))
        throw new Problem(
          403,
          'We do not know this work account',
          'Ask a coordinator to invite you. The letter joins your work account to you.',
        )
      letIn(desk, request, reply, personId, false)
      return trip.invitationId === null ? null : personId
    })
    if (joined !== null)
      tellOfWayIn(
        desk,
        request,
        joined,
        'A work account was joined to your sign-in, by the invitation that you were sent.',
      )
    return saved(request, reply, '/desk')
  })

  const outOfReach = (request: FastifyRequest, error: unknown): Problem => {
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

  /**
   * Joined by the invitation a coordinator sent, and by nothing else: an address that is the same
   * is no proof.
   */
  const join = (account: WorkAccount, invitationId: number): number => {
    const invitation = store.invitations.find(invitationId)
    if (!invitation || !store.invitations.isLive(invitationId, desk.at()))
      throw new Problem(
        410,
        'This invitation is used or too old',
        'Ask a coordinator to invite you again.',
      )
    const known = store.workAccounts.find(account.tenant, account.object)
    if (known && known.personId !== invitation.personId)
      throw new Problem(
        409,
        'This work account is someone else’s here',
        'It was joined to another person. Ask a coordinator.',
      )
    if (!known) store.workAccounts.record(account, { personId: invitation.personId, at: desk.at() })
    return invitation.personId
  }
}
