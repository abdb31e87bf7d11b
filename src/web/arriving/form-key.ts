import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { markup, type Markup } from '../markup.ts'

/** The field in which a form carries its key. No form asks for it, and no handler sees it. */
const FIELD = 'once'
const KEY = /^[\w-]{8,64}$/

declare module 'fastify' {
  interface FastifyRequest {
    /** The key of the form that was sent, where it came with one. */
    formKey: string | null
  }
}

/** A hidden field with a key of its own, for each form as often as it is drawn. */
export const onceField = (): Markup =>
  markup`<input type="hidden" name="${FIELD}" value="${randomBytes(16).toString('base64url')}">`

/** A code is spent once, and a session ends once: their forms need no key. */
const POSTED = /<form\s+method="post"\s+action="(?!\/sign-(?:in\/code|out)")[\s\S]*?(?=<\/form>)/g

/** Puts the key into every form of every template that is sent, so that none can be forgotten. */
export const keyedForms = {
  processTemplate: (template: string): string => template.replace(POSTED, '$&<%= it.once() %>'),
}

/** The fields of a form without its key: what is kept of one is sent later under a new key. */
export const withoutKey = (fields: Record<string, unknown>): Record<string, unknown> => {
  const { [FIELD]: _key, ...rest } = fields
  return rest
}

/** Takes the key out of what was sent, before anyone reads the form. */
export const takeFormKeys = (app: FastifyInstance): void => {
  app.addHook('preHandler', takeFormKey)
}

/** ... of one route. */
export const takeFormKey = async (request: FastifyRequest): Promise<void> => {
  const { [FIELD]: key, ...rest } = (request.body ?? {}) as Record<string, unknown>
  if (key === undefined) return
  request.formKey = typeof key === 'string' && KEY.test(key) ? key : null
  request.body = rest
}
