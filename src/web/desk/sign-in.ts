import { Secret, TOTP } from 'otpauth'
import { z } from 'zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../../domain/day.ts'
import { needsSecondFactor } from '../../domain/person.ts'
import { codeLetter } from '../../mail/letters.ts'
import type { Session } from '../../store/door.ts'
import { refused, saved, show } from '../answer.ts'
import { Problem } from '../errors.ts'
import { email, needed, parse } from '../forms.ts'
import { browserCookie, sessionCookie } from '../session.ts'
import { squareOf } from '../square.ts'
import { view } from '../views.ts'
import type { Desk } from './door.ts'

const WRONG_NUMBERS = 10
const QUARTER_HOUR = 15 * 60_000
const EmailForm = z.strictObject({ email: email() })
const CodeForm = z.strictObject({ code: needed('Type the code from your email', 40) })
const SetUpForm = z.strictObject({
  partnership: needed('Write the name of the organisation that keeps this board'),
  name: needed('Write your name'), email: email()
})

/** Signing in: a code typed into the browser that asked, then an authenticator app where it is needed (R25). */
export const signInRoom = (desk: Desk): void => {
  const { app, store, config } = desk
  const session = sessionCookie(config)
  const browser = browserCookie(config)
  const frame = (title: string, failed?: Parameters<Desk['frame']>[3]) => desk.frame({ who: null, today: desk.today() }, title, 'sign-in', failed)
  const open = { config: { policy: 'signing-in' as const } }
  const limited = (max: number) => ({ config: { policy: 'signing-in' as const, rateLimit: { max, timeWindow: QUARTER_HOUR } } })
  /** The demo alone shows the code on the page: kept in memory, by browser, for the page that asks. */
  const shown = new Map<string, string>()
  const wrong = new Map<number, number>()

  app.get('/sign-in', open, async (request, reply) =>
    show(reply, view('desk/sign-in/email', { frame: frame('Sign in'), kept: (request.query as { kept?: string }).kept === 'yes' })))

  app.post('/sign-in', limited(30), async (request, reply) => {
    const form = parse(EmailForm, request.body)
    if (!form.accepted) return refused(request, reply, form.refusals, () => view('desk/sign-in/email', { frame: frame('Sign in', { form: 'sign-in', errors: form.refusals, body: request.body }), kept: false }))
    const person = store.people.findByEmail(form.value.email)
    const known = person && !person.endedAt ? person : undefined
    const { code, browser: token, sends } = store.door.askForCode(known?.id ?? null, desk.at())
    browser.set(reply, token)
    if (config.demo && sends) shown.set(token, code)
    if (known && sends) void desk.post.send(codeLetter(known.email, code, config.publicUrl)).catch(() => request.log.error('a letter with a code could not be sent'))
    return saved(request, reply, '/sign-in/code', () => view('desk/sign-in/_code', { frame: frame('Type your code'), shownCode: shown.get(token) ?? null }))
  })

  app.get('/sign-in/code', open, async (request, reply) =>
    show(reply, view('desk/sign-in/code', { frame: frame('Type your code'), shownCode: shown.get(browser.read(request.cookies) ?? '') ?? null })))

  app.post('/sign-in/code', limited(60), async (request, reply) => {
    const token = browser.read(request.cookies)
    const form = parse(CodeForm, request.body)
    const personId = form.accepted && token ? store.door.useCode(token, form.value.code, desk.at()) : undefined
    if (personId === undefined) {
      const errors = form.accepted ? [{ field: 'code', reason: 'This code is not right, or it is too old. Type it again, or ask for a new one' }] : form.refusals
      return refused(request, reply, errors, () => view('desk/sign-in/code', { frame: frame('Type your code', { form: 'code', errors, body: {} }), shownCode: shown.get(token ?? '') ?? null }))
    }
    shown.delete(token!)
    browser.clear(reply)
    session.set(reply, store.door.startSession(personId, false, desk.at()))
    return saved(request, reply, '/desk')
  })

  /** Someone whose code was right and who has not given the second factor yet. */
  const halfway = (request: FastifyRequest): Session => {
    const token = session.read(request.cookies)
    const found = token ? store.door.findSession(token) : undefined
    if (!found || !store.door.isAlive(found, desk.at())) throw new Problem(403, 'Sign in first', 'Your time ran out. Sign in again.')
    return found
  }

  app.get('/sign-in/second-factor', open, async (request, reply) => {
    const now = halfway(request)
    const person = store.people.find(now.personId)!
    if (person.totpSecret) return show(reply, view('desk/sign-in/second-factor', { frame: frame('Type the number from your app') }))
    return reply.redirect('/sign-in/second-factor/app', 303)
  })

  app.post('/sign-in/second-factor', limited(30), async (request, reply) => {
    const now = halfway(request)
    const person = store.people.find(now.personId)!
    const form = parse(CodeForm, request.body)
    const by = { personId: person.id, at: desk.at() }
    const typed = form.accepted ? form.value.code.replace(/\s/g, '') : ''
    const step = person.totpSecret ? stepOf(person.totpSecret, typed, desk.now()) : null
    const right = (step !== null && store.door.spendStep(person.id, step)) || (typed.length >= 10 && store.door.useRecoveryCode(person.id, typed, by.at))
    if (!right) {
      // Ten wrong numbers end the session: the next ten need a new code from the mailbox.
      wrong.set(now.id, (wrong.get(now.id) ?? 0) + 1)
      if (wrong.get(now.id)! >= WRONG_NUMBERS) store.door.endSession(now, by)
      const errors = !form.accepted ? form.refusals : [{ field: 'code', reason: 'This number is not right. Wait for the next one in your app, or type a recovery code' }]
      return refused(request, reply, errors, () => view('desk/sign-in/second-factor', { frame: frame('Type the number from your app', { form: 'code', errors, body: {} }) }))
    }
    store.door.passSecondFactor(now, by)
    return saved(request, reply, '/desk')
  })

  const enrolPage = (request: FastifyRequest, secret: string, errors: { field: string; reason: string }[] = []) => {
    const person = store.people.find(halfway(request).personId)!
    return view('desk/sign-in/enrol', { frame: frame('Set up your authenticator app', { form: 'code', errors, body: {} }), secret, square: squareOf(totp(secret, person.email).toString()) })
  }

  app.get('/sign-in/second-factor/app', open, async (request, reply) => {
    const now = halfway(request)
    if (store.people.find(now.personId)!.totpSecret) return reply.redirect('/sign-in/second-factor', 303)
    // The secret is made by the POST that asks for it, so that a GET changes nothing (R21).
    if (!now.pendingSecret) return show(reply, view('desk/sign-in/enrol', { frame: frame('Set up your authenticator app'), secret: '', square: { size: 0, path: '' } }))
    return show(reply, enrolPage(request, now.pendingSecret))
  })

  app.post('/sign-in/second-factor/app', limited(30), async (request, reply) => {
    const now = halfway(request)
    const person = store.people.find(now.personId)!
    if (person.totpSecret) return saved(request, reply, '/sign-in/second-factor')
    if (!now.pendingSecret) {
      store.door.holdSecret(now, new Secret({ size: 20 }).base32)
      return saved(request, reply, '/sign-in/second-factor/app')
    }
    const form = parse(CodeForm, request.body)
    const step = form.accepted ? stepOf(now.pendingSecret, form.value.code.replace(/\s/g, ''), desk.now()) : null
    if (step === null) {
      const errors = !form.accepted ? form.refusals : [{ field: 'code', reason: 'This number is not right. Type the six digits that your app shows now' }]
      return refused(request, reply, errors, () => enrolPage(request, now.pendingSecret!, errors))
    }
    const by = { personId: person.id, at: desk.at() }
    const codes = store.together(() => {
      const made = store.door.enrol(person.id, now.pendingSecret!, step, by)
      store.door.passSecondFactor(now, by)
      return made
    })
    return show(reply, view('desk/sign-in/recovery', { frame: frame('Keep your recovery codes'), codes }))
  })

  app.get('/set-up/:token', open, async (request, reply) => {
    const { token } = request.params as { token: string }
    const link = linkOf(token)
    return show(reply, view('desk/sign-in/set-up', { frame: frame('Set up'), token, first: link.personId === null }))
  })

  app.post('/set-up/:token', limited(30), async (request, reply) => {
    const { token } = request.params as { token: string }
    const link = linkOf(token)
    const at = desk.at()
    if (link.personId !== null) return begin(reply, request, link.id, link.personId, at)
    const form = parse(SetUpForm, request.body)
    if (!form.accepted) return refused(request, reply, form.refusals, () => view('desk/sign-in/set-up', { frame: frame('Set up', { form: 'set-up', errors: form.refusals, body: request.body }), token, first: true }))
    if (!store.door.nobodyCanSignIn()) throw new Problem(409, 'This is set up already', 'Someone can sign in here. Ask a coordinator to add you.')
    const { partnership, name, email: address } = form.value
    const personId = store.together(() => {
      const by = { personId: null, at }
      const organisationId = store.organisations.record({ code: codeOf(partnership), name: partnership, publicName: partnership, expected: true }, by)
      return store.people.record({ name, email: address, role: 'coordinator', approves: true, organisationId }, by)
    })
    return begin(reply, request, link.id, personId, at)
  })

  const linkOf = (token: string) => {
    const link = store.door.findLink(token, desk.at())
    if (!link) throw new Problem(410, 'This link is used or too old', 'Make a new one on the server: npm run invite -- ADDRESS')
    return link
  }
  const begin = (reply: FastifyReply, request: FastifyRequest, linkId: number, personId: number, at: string): FastifyReply => {
    const who = store.people.who(personId, dayOf(at))
    if (!who) throw new Problem(410, 'This link is used or too old', 'This person does not sign in here any more.')
    const token = store.together(() => {
      store.door.useLink(linkId, personId, { personId, at })
      return store.door.startSession(personId, false, at)
    })
    session.set(reply, token)
    return saved(request, reply, needsSecondFactor(who, store.people.isOnNamedList(personId)) ? '/sign-in/second-factor/app' : '/desk')
  }

  desk.change('/sign-out', 'read', ({ session: mine, by, request, reply }) => {
    store.door.endSession(mine, by)
    session.clear(reply)
    return saved(request, reply.header('clear-site-data', '"cache", "storage"'), '/sign-in')
  })
}

const totp = (secret: string, label: string): TOTP => new TOTP({ issuer: 'Round Table', label, secret: Secret.fromBase32(secret) })

/** The 30-second step a number belongs to, one either side of now, or null. Source: RFC 6238. */
const stepOf = (secret: string, typed: string, now: Date): number | null => {
  if (!/^\d{6}$/.test(typed)) return null
  const delta = totp(secret, '').validate({ token: typed, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 30_000) + delta
}

/** A short code for addresses: `metropolitan-police`. */
export const codeOf = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40) || 'organisation'
