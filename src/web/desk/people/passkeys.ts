import type { Desk } from '../visit.ts'
import { z } from 'zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '../../../domain/day.ts'
import type { Refusal } from '../../../domain/decision.ts'
import type { Session } from '../../../store/people/sign-in.ts'
import { refused, saved, show } from '../../answer.ts'
import { Problem } from '../../errors.ts'
import { parse, words } from '../../forms.ts'
import { deviceOf, passkeyCookie, sessionCookie } from '../../sign-in/session.ts'
import { view } from '../../views/desk.ts'
import { letIn, tellOfWayIn } from './sign-in.ts'

const QUARTER_HOUR = 15 * 60_000
const EmptyForm = z.strictObject({})
const NO = 'This passkey did not let you in. Try again, or go in another way'
const AnswerForm = z.strictObject({ credential: words(20_000) })
const NewForm = z.strictObject({ credential: words(20_000), name: words(60) })

/**
 * Passkeys: a device says who holds it, in place of the code and the app's number, or beside the
 * code as the second factor.
 */
export const passkeysRoutes = (desk: Desk): void => {
  const { app, store, config, passkeys } = desk
  const browser = passkeyCookie(config)
  const session = sessionCookie(config)
  const frame = (title: string, failed?: Parameters<Desk['frame']>[3]) =>
    desk.frame({ who: null, today: desk.today() }, title, 'sign-in', failed)
  const open = { config: { policy: 'signing-in' as const } }
  const limited = {
    config: { policy: 'signing-in' as const, rateLimit: { max: 30, timeWindow: QUARTER_HOUR } },
  }

  /**
   * R21: the question is made by a POST, and the page that puts it to the device changes nothing.
   */
  const ask = (
    reply: FastifyReply,
    purpose: 'signing' | 'adding',
    options: { challenge: string },
    now: Session | undefined,
  ): void => {
    browser.set(
      reply,
      store.challenges.begin(
        'passkey',
        {
          purpose,
          challenge: options.challenge,
          options: JSON.stringify(options),
          session: String(now?.id ?? ''),
        },
        null,
        desk.at(),
      ),
    )
  }
  /** Whoever has typed the right code, on the way in or in already. */
  const sessionOf = (request: FastifyRequest): Session | undefined => {
    const token = session.read(request.cookies)
    const found = token ? store.signIn.findSession(token) : undefined
    return found &&
      store.signIn.isAlive(found, desk.at()) &&
      store.people.who(found.personId, dayOf(desk.at()))
      ? found
      : undefined
  }
  const trip = (request: FastifyRequest, purpose: string, spend: boolean) => {
    const token = browser.read(request.cookies)
    const found = token
      ? store.challenges[spend ? 'end' : 'look']('passkey', token, desk.at())
      : undefined
    return found?.secrets.purpose === purpose ? found.secrets : undefined
  }
  const isEmptyForm = (request: FastifyRequest): void => {
    if (!parse(EmptyForm, request.body).accepted)
      throw new Problem(400, 'This did not arrive whole', 'Nothing was saved. Open the page again.')
    if (!passkeys.isThere)
      throw new Problem(
        409,
        'No passkey here',
        'A passkey needs an address with a name and https. Sign in with your email.',
      )
  }

  app.post('/sign-in/passkey', limited, async (request, reply) => {
    isEmptyForm(request)
    ask(reply, 'signing', await passkeys.toSign(), sessionOf(request))
    return saved(request, reply, '/sign-in/passkey')
  })

  app.get('/sign-in/passkey', open, async (request, reply) => {
    const asked = trip(request, 'signing', false)
    return asked
      ? show(reply, usePage(asked.options!, asked.session !== ''))
      : reply.redirect('/sign-in', 303)
  })

  const usePage = (options: string, isSecondStep: boolean, errors: Refusal[] = []) =>
    view('desk/people/sign-in/passkey', {
      frame: frame('Use your passkey', { form: 'passkey', errors, body: {} }),
      options,
      isSecondStep,
    })

  app.post('/sign-in/passkey/answer', limited, async (request, reply) => {
    const form = parse(AnswerForm, request.body)
    if (!form.accepted)
      throw new Problem(400, 'This did not arrive whole', 'Nothing was saved. Open the page again.')
    const asked = trip(request, 'signing', true)
    const key = asked
      ? store.passkeys.findByCredential(passkeys.credentialIn(form.value.credential))
      : undefined
    const counter =
      asked && key ? await passkeys.signed(form.value.credential, asked.challenge!, key) : null
    const now = asked?.session ? sessionOf(request) : undefined
    const isTheirs =
      key !== undefined &&
      (!asked?.session ||
        (now !== undefined && String(now.id) === asked.session && now.personId === key.personId))
    if (
      !asked ||
      !key ||
      counter === null ||
      !isTheirs ||
      !store.people.who(key.personId, dayOf(desk.at())) ||
      !store.passkeys.recordUse(key, counter, desk.at())
    ) {
      // The question is spent, so the page comes with a new one.
      const options = await passkeys.toSign()
      const again = sessionOf(request)
      ask(reply, 'signing', options, again)
      const errors = [{ field: 'credential', reason: NO }]
      return refused(request, reply, errors, () =>
        usePage(JSON.stringify(options), again !== undefined, errors),
      )
    }
    browser.clear(reply)
    if (now) store.signIn.passSecondFactor(now, { personId: now.personId, at: desk.at() })
    else letIn(desk, request, reply, key.personId, true)
    return saved(request, reply, '/desk')
  })

  /**
   * Who may add one: someone who gave a second factor in this session, or who has none yet. A
   * mailbox alone adds none beside one that is there.
   */
  const mayAdd = (request: FastifyRequest): Session => {
    const now = sessionOf(request)
    if (!now) throw new Problem(403, 'Sign in first', 'Your time ran out. Sign in again.')
    if (!store.signIn.mayChangeFactors(now))
      throw new Problem(
        403,
        'Use the one you have first',
        'Sign out, and sign in with your passkey or your authenticator app. Then you can add another.',
      )
    return now
  }

  app.post('/sign-in/passkey/adding', limited, async (request, reply) => {
    isEmptyForm(request)
    const now = mayAdd(request)
    await askToAdd(reply, now)
    return saved(request, reply, '/sign-in/passkey/new')
  })

  const askToAdd = async (reply: FastifyReply, now: Session): Promise<string> => {
    const options = await passkeys.toAdd(
      store.people.find(now.personId)!,
      store.passkeys.list(now.personId).map((each) => each.credentialId),
    )
    ask(reply, 'adding', options, now)
    return JSON.stringify(options)
  }
  const newPage = (request: FastifyRequest, options: string, errors: Refusal[] = []) =>
    view('desk/people/sign-in/new-passkey', {
      frame: frame('Add a passkey', { form: 'passkey', errors, body: request.body }),
      options,
      device: deviceOf(request.headers['user-agent']),
    })

  app.get('/sign-in/passkey/new', open, async (request, reply) => {
    const asked = trip(request, 'adding', false)
    // The question holds a name and an address: on a computer that is shared, it is shown to
    // whoever asked for it alone.
    return asked && asked.session === String(sessionOf(request)?.id)
      ? show(reply, newPage(request, asked.options!))
      : reply.redirect('/desk/me', 303)
  })

  app.post('/sign-in/passkey/new', limited, async (request, reply) => {
    const form = parse(NewForm, request.body)
    if (!form.accepted && form.refusals.some((each) => each.field === 'form'))
      throw new Problem(400, 'This did not arrive whole', 'Nothing was saved. Open the page again.')
    const asker = mayAdd(request)
    const asked = trip(request, 'adding', true)
    const key =
      form.accepted && asked?.session === String(asker.id)
        ? await passkeys.added(form.value.credential, asked.challenge!)
        : null
    // Asked again: while the answer was checked, the session may have ended, or a first factor may
    // have come.
    const now = mayAdd(request)
    const isKnown = key !== null && store.passkeys.has(key.credentialId)
    if (!form.accepted || !key || isKnown) {
      const errors = form.accepted
        ? [
            {
              field: 'credential',
              reason: isKnown
                ? 'This passkey is here already'
                : 'Your device did not answer in time. Try again',
            },
          ]
        : form.refusals
      const options = await askToAdd(reply, now)
      return refused(request, reply, errors, () => newPage(request, options, errors))
    }
    browser.clear(reply)
    const by = { personId: now.personId, at: desk.at() }
    const isFirst = !store.signIn.hasSecondFactor(now.personId)
    const codes = store.together(() => {
      store.passkeys.record(
        { ...key, name: form.value.name || deviceOf(request.headers['user-agent']) },
        by,
      )
      if (!isFirst) return null
      store.signIn.passSecondFactor(now, by)
      return store.signIn.recoveryCodes(now.personId, by)
    })
    tellOfWayIn(desk, request, now.personId, 'A passkey was added to your sign-in.')
    return codes
      ? show(
          reply,
          view('desk/people/sign-in/recovery', { frame: frame('Keep your recovery codes'), codes }),
        )
      : saved(request, reply, '/desk/me')
  })
}
