import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Store } from '../store/store.ts'
import { newToken } from '../store/tokens.ts'
import { keepSome, MINUTE } from './limits.ts'
import { markup, type Markup } from './markup.ts'
import type { Drawn } from './views/view.ts'

/** The field in which a form carries its key. No form asks for it, and no handler sees it. */
const FIELD = 'once'
const KEY = /^[\w-]{8,64}$/

declare module 'fastify' {
  interface FastifyRequest {
    /** The key of the form that was sent, where it came with one. */
    formKey: string | null
  }
}

/** What a form that was sent is known by, and where the first of it went on (R31). */
export interface Once {
  /** What it is known by; nothing where it came without a key. */
  mark: string | null
  /** Where it went on before: whoever sends the same form again is sent there again. */
  answered: () => string | null
  /** Kept in the transaction of what it changed: both are on disk, or neither. */
  keep: (to: string) => void
}

/** A hidden field with a key of its own, for each form as often as it is drawn. */
export const onceField = (): Markup =>
  markup`<input type="hidden" name="${FIELD}" value="${newToken(16)}">`

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

/**
 * A form is the same where its key, its sender, its address and all that was typed are: a page that
 * was gone back to, and changed, is another.
 * @param sender who sent it; a secret one is left out of the address that is kept.
 */
export const onceOf = (store: Store, request: FastifyRequest, at: string, sender: string): Once => {
  const { formKey } = request
  if (formKey === null) return { mark: null, answered: () => null, keep: () => {} }
  const mark = markOf(request, formKey, sender)
  return {
    mark,
    answered: () => store.sentForms.find(mark)?.replaceAll(SENDER, sender) ?? null,
    keep: (to) => store.sentForms.record(mark, sender ? to.replaceAll(sender, SENDER) : to, at),
  }
}

/** How long, and how many, pages are kept that are shown once. */
const SHOWN_MS = 2 * MINUTE
const MOST_SHOWN = 200

/**
 * Pages with a secret on them, which only the answer to its form shows: the same form sent again is
 * shown it again. In memory alone, and for two minutes: a second tap and no more.
 */
export const keepShown = <Shown = Drawn>(now: () => Date) => {
  const kept = keepSome<{ shown: Shown; at: number }>(MOST_SHOWN)
  return {
    find: ({ mark }: Once): Shown | undefined => {
      const there = mark === null ? undefined : kept.get(mark)
      return there && now().getTime() - there.at < SHOWN_MS ? there.shown : undefined
    },
    keep: ({ mark }: Once, shown: Shown): Shown => {
      if (mark !== null) kept.set(mark, { shown, at: now().getTime() })
      return shown
    },
  }
}

/** Stands for the sender in an address that is kept. No address holds it otherwise. */
const SENDER = '{sender}'

const markOf = ({ url, body }: FastifyRequest, key: string, sender: string): string => {
  const hash = createHash('sha256').update(JSON.stringify([key, sender, url]))
  for (const [name, value] of Object.entries((body ?? {}) as object))
    for (const each of [value].flat())
      hash.update(JSON.stringify(name)).update(each instanceof Uint8Array ? each : said(each))
  return hash.digest('base64url')
}

const said = (value: unknown): string => JSON.stringify(value) ?? ''
