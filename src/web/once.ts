import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Store } from '../store/store.ts'
import { keepSome, MINUTE } from './limits.ts'
import type { Drawn } from './views/view.ts'

/** What a form that was sent is known by, and where the first of it went on (R31). */
export interface Once {
  /** What it is known by; nothing where it came without a key. */
  mark: string | null
  /** Where it went on before: whoever sends the same form again is sent there again. */
  answered: () => string | null
  /** Kept in the transaction of what it changed: both are on disk, or neither. */
  keep: (to: string) => void
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
