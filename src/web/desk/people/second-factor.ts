import type { Desk } from '../visit.ts'
import { Secret, TOTP } from 'otpauth'
import { z } from 'zod'
import type { FastifyRequest } from 'fastify'
import type { Session } from '../../../store/people/sign-in.ts'
import type { Person } from '../../../store/people/people.ts'
import { refused, saved, show } from '../../answer.ts'
import { Problem } from '../../errors.ts'
import { needed, parse } from '../../forms.ts'
import { sessionCookie } from '../../sign-in/session.ts'
import { squareOf } from '../../files/qr-code.ts'
import { view } from '../../views/desk.ts'
import { tellOfWayIn } from './sign-in.ts'

const WRONG_NUMBERS = 10
const WRONG_IN_AN_HOUR = 20
const HOUR = 60 * 60_000
const QUARTER_HOUR = 15 * 60_000
const CodeForm = z.strictObject({ code: needed('Type the number from your app', 40) })

/**
 * The second factor, where it is needed (R25): a number from an authenticator app, a recovery code,
 * or a passkey.
 */
export const secondFactorRoutes = (desk: Desk): void => {
  const { app, store, config } = desk
  const session = sessionCookie(config)
  const frame = (title: string, failed?: Parameters<Desk['frame']>[3]) =>
    desk.frame({ who: null, today: desk.today() }, title, 'sign-in', failed)
  const open = { config: { policy: 'signing-in' as const } }
  const limited = (max: number) => ({
    config: { policy: 'signing-in' as const, rateLimit: { max, timeWindow: QUARTER_HOUR } },
  })
  const wrong = new Map<number, number>()
  /**
   * When someone's numbers were wrong, over all their sessions: a mailbox makes new sessions, and a
   * number has six digits only.
   */
  const wrongAt = new Map<number, number[]>()
  const lately = (personId: number): number[] =>
    (wrongAt.get(personId) ?? []).filter((at) => at > desk.now().getTime() - HOUR)

  /** Someone whose code was right and who has not given the second factor yet. */
  const halfway = (request: FastifyRequest): Session => {
    const token = session.read(request.cookies)
    const found = token ? store.signIn.findSession(token) : undefined
    if (!found || !store.signIn.isAlive(found, desk.at()))
      throw new Problem(403, 'Sign in first', 'Your time ran out. Sign in again.')
    return found
  }

  const mayEnrol = (person: Person, now: Session): boolean =>
    person.totpSecret === null && store.signIn.mayChangeFactors(now)
  const page = (person: Person, failed?: Parameters<Desk['frame']>[3]) =>
    view('desk/people/sign-in/second-factor', {
      frame: frame('The second step', failed),
      withApp: person.totpSecret !== null,
      withPasskey: desk.passkeys.isThere && store.passkeys.list(person.id).length > 0,
    })

  app.get('/sign-in/second-factor', open, async (request, reply) => {
    const now = halfway(request)
    const person = store.people.find(now.personId)!
    return store.signIn.hasSecondFactor(person.id)
      ? show(reply, page(person))
      : reply.redirect('/sign-in/second-factor/app', 303)
  })

  app.post('/sign-in/second-factor', limited(30), async (request, reply) => {
    const now = halfway(request)
    const person = store.people.find(now.personId)!
    const form = parse(CodeForm, request.body)
    const by = { personId: person.id, at: desk.at() }
    const typed = form.accepted ? form.value.code.replace(/\s/g, '') : ''
    const isShut = lately(person.id).length >= WRONG_IN_AN_HOUR
    const step = person.totpSecret && !isShut ? stepOf(person.totpSecret, typed, desk.now()) : null
    const right =
      (step !== null && store.signIn.spendStep(person.id, step)) ||
      (typed.length >= 10 && store.signIn.useRecoveryCode(person.id, typed, by.at))
    if (!right) {
      // Ten wrong numbers end the session: the next ten need a new code from the mailbox.
      if (!isShut) wrongAt.set(person.id, [...lately(person.id), desk.now().getTime()])
      wrong.set(now.id, (wrong.get(now.id) ?? 0) + 1)
      if (wrong.get(now.id)! >= WRONG_NUMBERS) store.signIn.endSession(now, by)
      const errors = !form.accepted
        ? form.refusals
        : isShut
          ? [
              {
                field: 'code',
                reason: 'Too many wrong numbers. Wait an hour, or use a recovery code',
              },
            ]
          : [
              {
                field: 'code',
                reason:
                  'This number is not right. Wait for the next one in your app, or type a recovery code',
              },
            ]
      return refused(request, reply, errors, () => page(person, { form: 'code', errors, body: {} }))
    }
    store.signIn.passSecondFactor(now, by)
    return saved(request, reply, '/desk')
  })

  const enrolPage = (
    request: FastifyRequest,
    secret: string,
    errors: { field: string; reason: string }[] = [],
  ) => {
    const person = store.people.find(halfway(request).personId)!
    return view('desk/people/sign-in/enrol', {
      frame: frame('Set up your authenticator app', { form: 'code', errors, body: {} }),
      secret,
      square: squareOf(totp(secret, person.email).toString()),
      withPasskey: false,
    })
  }

  app.get('/sign-in/second-factor/app', open, async (request, reply) => {
    const now = halfway(request)
    if (!mayEnrol(store.people.find(now.personId)!, now))
      return reply.redirect('/sign-in/second-factor', 303)
    // The secret is made by the POST that asks for it, so that a GET changes nothing (R21).
    if (!now.pendingSecret)
      return show(
        reply,
        view('desk/people/sign-in/enrol', {
          frame: frame(
            desk.passkeys.isThere ? 'Set up your second step' : 'Set up your authenticator app',
          ),
          secret: '',
          square: { size: 0, path: '' },
          withPasskey: desk.passkeys.isThere,
        }),
      )
    return show(reply, enrolPage(request, now.pendingSecret))
  })

  app.post('/sign-in/second-factor/app', limited(30), async (request, reply) => {
    const now = halfway(request)
    const person = store.people.find(now.personId)!
    if (!mayEnrol(person, now)) return saved(request, reply, '/sign-in/second-factor')
    if (!now.pendingSecret) {
      store.signIn.holdSecret(now, new Secret({ size: 20 }).base32)
      return saved(request, reply, '/sign-in/second-factor/app')
    }
    const form = parse(CodeForm, request.body)
    const step = form.accepted
      ? stepOf(now.pendingSecret, form.value.code.replace(/\s/g, ''), desk.now())
      : null
    if (step === null) {
      const errors = !form.accepted
        ? form.refusals
        : [
            {
              field: 'code',
              reason: 'This number is not right. Type the six digits that your app shows now',
            },
          ]
      return refused(request, reply, errors, () => enrolPage(request, now.pendingSecret!, errors))
    }
    const by = { personId: person.id, at: desk.at() }
    const codes = store.together(() => {
      const made = store.signIn.enrol(person.id, now.pendingSecret!, step, by)
      store.signIn.passSecondFactor(now, by)
      return made
    })
    tellOfWayIn(desk, request, person.id, 'An authenticator app was set up for your sign-in.')
    return show(
      reply,
      view('desk/people/sign-in/recovery', { frame: frame('Keep your recovery codes'), codes }),
    )
  })
}

const totp = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Round Table', label, secret: Secret.fromBase32(secret) })

/** The 30-second step a number belongs to, one either side of now, or null. Source: RFC 6238. */
const stepOf = (secret: string, typed: string, now: Date): number | null => {
  if (!/^\d{6}$/.test(typed)) return null
  const delta = totp(secret, '').validate({ token: typed, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 30_000) + delta
}
