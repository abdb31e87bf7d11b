import type { Desk } from '../visit.ts'
import { z } from 'zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../../../domain/day.ts'
import { needsSecondFactor } from '../../../domain/people/person.ts'
import { codeLetter } from '../../../work/letters/code.ts'
import { wayInLetter } from '../../../work/letters/way-in.ts'
import { refused, saved, show } from '../../answer.ts'
import { Problem } from '../../errors.ts'
import { email, needed, parse } from '../../forms.ts'
import { browserCookie, deviceOf, sessionCookie } from '../../sign-in/session.ts'
import { view } from '../../views/desk.ts'
import { seatOffered } from '../../../work/letters/invitation.ts'

const QUARTER_HOUR = 15 * 60_000
const EmailForm = z.strictObject({ email: email() })
const CodeForm = z.strictObject({ code: needed('Type the code from your email', 40) })
const EmptyForm = z.strictObject({})
const SetUpForm = z.strictObject({
  partnership: needed('Write the name of the organisation that keeps this board'),
  name: needed('Write your name'),
  email: email(),
})

/**
 * Signing in: a code typed into the browser that asked (R25); the second factor has a room of its
 * own.
 */
export const signInRoutes = (desk: Desk): void => {
  const { app, store, config } = desk
  const session = sessionCookie(config)
  const browser = browserCookie(config)
  const frame = (title: string, failed?: Parameters<Desk['frame']>[3]) =>
    desk.frame({ who: null, today: desk.today() }, title, 'sign-in', failed)
  const open = { config: { policy: 'signing-in' as const } }
  const limited = (max: number) => ({
    config: { policy: 'signing-in' as const, rateLimit: { max, timeWindow: QUARTER_HOUR } },
  })
  /**
   * The demo alone shows the code on the page: kept in memory, by browser, for the page that asks.
   */
  const shown = new Map<string, string>()

  app.get('/sign-in', open, async (request, reply) =>
    show(
      reply,
      view('desk/people/sign-in/email', {
        frame: frame('Sign in'),
        kept: (request.query as { kept?: string }).kept === 'yes',
        ...desk.waysIn,
      }),
    ),
  )

  app.post('/sign-in', limited(30), async (request, reply) => {
    const form = parse(EmailForm, request.body)
    if (!form.accepted)
      return refused(request, reply, form.refusals, () =>
        view('desk/people/sign-in/email', {
          frame: frame('Sign in', { form: 'sign-in', errors: form.refusals, body: request.body }),
          kept: false,
          ...desk.waysIn,
        }),
      )
    const person = store.people.findByEmail(form.value.email)
    return sendCode(request, reply, person && maySignIn(person) ? person : undefined)
  })
  const maySignIn = (person: { id: number; endedAt: string | null } | undefined): boolean =>
    person !== undefined && person.endedAt === null && store.invitations.lets(person.id, desk.at())

  /** The same page and the same time for an address we do not know (R25). */
  const sendCode = (
    request: FastifyRequest,
    reply: FastifyReply,
    known: { id: number; email: string } | undefined,
  ): FastifyReply => {
    const { code, browser: token, sends } = store.signIn.askForCode(known?.id ?? null, desk.at())
    browser.set(reply, token)
    if (config.demo && sends) shown.set(token, code)
    if (known && sends)
      void desk.post
        .send(codeLetter(known.email, code, config.publicUrl))
        .catch(() => request.log.error('a letter with a code could not be sent'))
    return saved(request, reply, '/sign-in/code', () =>
      view('desk/people/sign-in/_code', {
        frame: frame('Type your code'),
        shownCode: shown.get(token) ?? null,
      }),
    )
  }

  app.get('/sign-in/code', open, async (request, reply) =>
    show(
      reply,
      view('desk/people/sign-in/code', {
        frame: frame('Type your code'),
        shownCode: shown.get(browser.read(request.cookies) ?? '') ?? null,
      }),
    ),
  )

  app.post('/sign-in/code', limited(60), async (request, reply) => {
    const token = browser.read(request.cookies)
    const form = parse(CodeForm, request.body)
    const typed =
      form.accepted && token ? store.signIn.useCode(token, form.value.code, desk.at()) : undefined
    // Who may come in is asked when the code is typed: they may have been ended, or their
    // invitation may have run out, since it was sent.
    const personId = typed !== undefined && maySignIn(store.people.find(typed)) ? typed : undefined
    if (personId === undefined) {
      const errors = form.accepted
        ? [
            {
              field: 'code',
              reason:
                'This code is not right, or it is too old. Type it again, or ask for a new one',
            },
          ]
        : form.refusals
      return refused(request, reply, errors, () =>
        view('desk/people/sign-in/code', {
          frame: frame('Type your code', { form: 'code', errors, body: {} }),
          shownCode: shown.get(token ?? '') ?? null,
        }),
      )
    }
    shown.delete(token!)
    browser.clear(reply)
    letIn(desk, request, reply, personId, false)
    return saved(request, reply, '/desk')
  })

  /**
   * An invitation is a way in for the address it was sent to: the same code, typed into the same
   * browser.
   */
  app.get('/invitation/:token', open, async (request, reply) => {
    const { person, seat } = invited(request)
    return show(
      reply,
      view('desk/people/sign-in/invitation', {
        frame: frame('You are asked to the round table'),
        token: (request.params as { token: string }).token,
        organisation: store.organisations.find(person.organisationId)!.name,
        seat,
        withAccount: desk.accounts !== null,
      }),
    )
  })
  app.post('/invitation/:token', limited(30), async (request, reply) => {
    const { person } = invited(request)
    const form = parse(EmptyForm, request.body)
    if (!form.accepted)
      throw new Problem(
        400,
        'This did not arrive whole',
        'Nothing was saved. Open the letter again.',
      )
    return sendCode(request, reply, person)
  })
  const invited = (request: FastifyRequest) => {
    const invitation = store.invitations.findLive(
      (request.params as { token: string }).token,
      desk.at(),
    )
    if (!invitation)
      throw new Problem(
        410,
        'This invitation is used or too old',
        'If you were here before, sign in with your work email. If not, ask a coordinator to invite you again.',
      )
    return {
      person: store.people.find(invitation.personId)!,
      seat: seatOffered(store, invitation.batonId, desk.today()),
    }
  }

  app.get('/set-up/:token', open, async (request, reply) => {
    const { token } = request.params as { token: string }
    const link = linkOf(token)
    return show(
      reply,
      view('desk/people/sign-in/set-up', {
        frame: frame('Set up'),
        token,
        first: link.personId === null,
      }),
    )
  })

  app.post('/set-up/:token', limited(30), async (request, reply) => {
    const { token } = request.params as { token: string }
    const link = linkOf(token)
    const at = desk.at()
    if (link.personId !== null) return begin(reply, request, link.id, link.personId, at)
    const form = parse(SetUpForm, request.body)
    if (!form.accepted)
      return refused(request, reply, form.refusals, () =>
        view('desk/people/sign-in/set-up', {
          frame: frame('Set up', { form: 'set-up', errors: form.refusals, body: request.body }),
          token,
          first: true,
        }),
      )
    if (!store.signIn.nobodyCanSignIn())
      throw new Problem(
        409,
        'This is set up already',
        'Someone can sign in here. Ask a coordinator to add you.',
      )
    const { partnership, name, email: address } = form.value
    const personId = store.together(() => {
      const by = { personId: null, at }
      const organisationId = store.organisations.record(
        { code: codeOf(partnership), name: partnership, publicName: partnership, expected: true },
        by,
      )
      return store.people.record(
        { name, email: address, role: 'coordinator', approves: true, organisationId },
        by,
      )
    })
    return begin(reply, request, link.id, personId, at)
  })

  const linkOf = (token: string) => {
    const link = store.signIn.findLink(token, desk.at())
    if (!link)
      throw new Problem(
        410,
        'This link is used or too old',
        'Make a new one on the server: npm run invite -- ADDRESS',
      )
    return link
  }
  const begin = (
    reply: FastifyReply,
    request: FastifyRequest,
    linkId: number,
    personId: number,
    at: string,
  ): FastifyReply => {
    const who = store.people.who(personId, dayOf(at))
    if (!who)
      throw new Problem(
        410,
        'This link is used or too old',
        'This person does not sign in here any more.',
      )
    store.together(() => {
      store.signIn.useLink(linkId, personId, { personId, at })
      letIn(desk, request, reply, personId, false)
    })
    return saved(
      request,
      reply,
      needsSecondFactor(who, store.people.isOnNamedList(personId))
        ? '/sign-in/second-factor/app'
        : '/desk',
    )
  }

  desk.change('/sign-out', 'read', ({ session: mine, by, request, reply }) => {
    store.signIn.endSession(mine, by)
    session.clear(reply)
    return saved(request, reply.header('clear-site-data', '"cache", "storage"'), '/sign-in')
  })
}

/** Starts a session, once and for all the ways in: whoever was invited has come. */
export const letIn = (
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  personId: number,
  secondFactor: boolean,
): void => {
  const { store } = desk
  const at = desk.at()
  sessionCookie(desk.config).set(
    reply,
    store.together(() => {
      store.invitations.use(personId, { personId, at })
      return store.signIn.startSession(
        personId,
        secondFactor,
        at,
        deviceOf(request.headers['user-agent']),
      )
    }),
  )
}

/**
 * To the one it is about, when a way in was added or taken away: the mailbox is what a thief may
 * not have.
 */
export const tellOfWayIn = (
  desk: Desk,
  request: FastifyRequest,
  personId: number,
  what: string,
): void => {
  void desk.post
    .send(wayInLetter(desk.store.people.find(personId)!.email, what, desk.config.publicUrl))
    .catch(() => request.log.error('a letter about a way in could not be sent'))
}

/** A short code for addresses: `metropolitan-police`. */
export const codeOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'organisation'
