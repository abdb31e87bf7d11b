import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isConflict, type Decision, type Refusal } from '../domain/decision.ts'
import { refused, saved } from './answer.ts'
import { notAllowed } from './errors.ts'
import { parse } from './forms.ts'
import type { Once } from './once.ts'
import type { Drawn } from './views/view.ts'

/** Whoever asks for a change, as every door knows them. */
export interface Asked {
  body: unknown
  request: FastifyRequest
  reply: FastifyReply
  /** The form that was sent: it counts once, however often it comes (R31). */
  once: Once
}

/** A form that was refused: which one, why, and everything that was typed (R23). */
export interface Failed {
  form: string
  errors: Refusal[]
  body: unknown
}

/** Where it goes on once a change is saved: an address, and for htmx the part as it now stands. */
export type Onward = string | { to: string; part: () => Drawn }

/** A whole page, and for htmx the part of it that holds the form. */
export type Redrawn = Drawn | { page: () => Drawn; part: () => Drawn }

/**
 * The six moves of a handler that changes something: a missing move is a missing property.
 * They run in the order they stand in; nothing is awaited between finding and recording, so nobody
 * comes between.
 */
export interface Moves<Who extends Asked, Found, Form, Value, Done> {
  /** The name of the form, for the page that shows it again. */
  name: string
  /** 1. What the address speaks of, where this person may know of it; a 404 is thrown. */
  find: (asked: Who) => Found
  /** 2. The line of `may.ts` that lets them, or `byPolicy` where the route's policy has asked it. */
  allow: (asked: Who, found: Found) => boolean
  /** 3. The shape of the form. */
  form: z.ZodType<Form> | ((asked: Who, found: Found) => z.ZodType<Form>)
  /** 4. The rule of the domain, or the form as it is, accepted, where there is none. */
  decide: (asked: Who, found: Found, form: Form) => Decision<Value>
  /** 5. All that is written, as one transaction. */
  record: (asked: Who, found: Found, value: Value, form: Form) => Done
  /** 6. Where it goes on. */
  answer: (asked: Who, found: Found, done: Done, form: Form) => Onward
  /** ... or the page again, for what was refused. */
  again: (asked: Who, found: Found, failed: Failed) => Redrawn
  /** The page with both texts, where two people changed one thing. */
  conflict?: (asked: Who, found: Found, form: Form) => Drawn
}

/**
 * A handler of the six moves; `together` is the door's way to write everything at once (R22), and
 * with it that this form was sent. The same form again goes on where it went on (R31).
 */
export const inSixMoves =
  <Who extends Asked, Found, Form, Value, Done>(
    moves: Moves<Who, Found, Form, Value, Done>,
    together: (asked: Who, work: () => Onward) => Onward,
  ) =>
  (asked: Who): FastifyReply => {
    const { request, reply, body, once } = asked
    const before = once.answered()
    if (before !== null) return saved(request, reply, before)
    const found = moves.find(asked)
    if (!moves.allow(asked, found)) throw notAllowed()
    const shape = typeof moves.form === 'function' ? moves.form(asked, found) : moves.form
    const form = parse(shape, body)
    const decision = form.accepted ? moves.decide(asked, found, form.value) : form
    if (form.accepted && decision.accepted) {
      const onward = together(asked, () => {
        const done = moves.record(asked, found, decision.value, form.value)
        const to = moves.answer(asked, found, done, form.value)
        once.keep(typeof to === 'string' ? to : to.to)
        return to
      })
      return typeof onward === 'string'
        ? saved(request, reply, onward)
        : saved(request, reply, onward.to, onward.part)
    }
    const errors = decision.accepted ? [] : decision.refusals
    if (form.accepted && moves.conflict && isConflict(decision))
      return refused(request, reply, errors, () => moves.conflict!(asked, found, form.value))
    const drawn = moves.again(asked, found, { form: moves.name, errors, body })
    return 'page' in drawn
      ? refused(request, reply, errors, drawn.page, drawn.part)
      : refused(request, reply, errors, () => drawn)
  }

/** 1, where the address speaks of nothing that is there yet. */
export const nothing = (): null => null

/** 2, where the policy of the route says it all. */
export const byPolicy = (): true => true

/** 3, for a button: nothing is typed, and a field that is there is a tampered form. */
export const NothingTyped = z.strictObject({})
