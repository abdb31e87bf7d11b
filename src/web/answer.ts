import type { FastifyReply, FastifyRequest } from 'fastify'
import { CONFLICT, type Refusal } from '../domain/decision.ts'
import { TAMPERED } from './forms.ts'
import type { Drawn } from './views/view.ts'

/** htmx asks for a part by this header; every other request wants a whole page. */
export const wantsPart = (request: FastifyRequest): boolean =>
  request.headers['hx-request-type'] === 'partial'

/**
 * The one decision between a part and a whole page, for what was saved: the part as it now stands,
 * or a way to go on.
 */
export const saved = (
  request: FastifyRequest,
  reply: FastifyReply,
  to: string,
  part?: () => Drawn,
): FastifyReply => {
  if (!wantsPart(request)) return reply.redirect(to, 303)
  return part
    ? draw(reply, part())
    : reply.header('hx-redirect', to).code(200).type('text/html').send('')
}

/**
 * ... and for what was refused: the form again with everything typed, and what to do beside its
 * field (R23).
 */
export const refused = (
  request: FastifyRequest,
  reply: FastifyReply,
  refusals: Refusal[],
  page: () => Drawn,
  part?: () => Drawn,
): FastifyReply =>
  draw(reply.code(statusOf(refusals)), wantsPart(request) && part ? part() : page())

/** A page for someone to read. */
export const show = (reply: FastifyReply, page: Drawn): FastifyReply => draw(reply, page)

const draw = (reply: FastifyReply, { name, data }: Drawn): FastifyReply => reply.view(name, data)

/**
 * 409 for a conflict between two people, 400 for a tampered form, 429 for too many, 422 for what a
 * person can put right.
 */
const statusOf = (refusals: Refusal[]): number => {
  if (refusals.some((each) => each.field === CONFLICT)) return 409
  if (refusals.some((each) => each.field === TAMPERED)) return 400
  return refusals.some((each) => each.isTooMuch) ? 429 : 422
}
