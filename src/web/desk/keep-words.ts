import type { FastifyRequest } from 'fastify'
import type { Store } from '../../store/store.ts'
import { typedIn } from '../forms.ts'
import type { Route } from './route.ts'

/** The quick line as it is typed: it goes where it is kept while the session lives. */
const IS_TYPING = /\/reading$/
/** How much is kept for one person: so many forms, and each so long, where its route takes no more. */
const KEPT_FORMS = 5
const KEPT_BYTES = 20_000

/** R25: what asks who somebody is decides something: none of it is kept but words that are named. */
export const wordsKept = ({ asksWho, keepsWords }: Route): Route['keepsWords'] =>
  asksWho && keepsWords === true ? undefined : keepsWords

/**
 * R25: what was typed survives the end of a session, for that person alone. Words are kept,
 * decisions are not: who may know, who signs in and what is published is never sent again from an
 * old form. Only a session that was whole and ran out keeps anything.
 * @returns whether it is kept, so that they can be told.
 */
export const keepWords = (
  store: Store,
  { method, url, body, routeOptions }: FastifyRequest,
  personId: number,
  at: string,
): boolean => {
  const { keepsWords, keptBytes } = routeOptions.config
  const sent = typedIn(body)
  const typed = Array.isArray(keepsWords)
    ? Object.fromEntries(Object.entries(sent).filter(([name]) => keepsWords.includes(name)))
    : sent
  const path = url.split('?')[0]!
  if (method !== 'POST') return false
  if (IS_TYPING.test(path) && typeof typed.text === 'string' && typed.text.length <= KEPT_BYTES) {
    const place = path.replace(IS_TYPING, '')
    store.typedLines.keep(personId, place, 'quick', { text: typed.text, key: typed.key }, at)
    return true
  }
  const kept = store.people.keptForms(personId)
  if (typed.key !== undefined && kept.some((each) => each.fields.key === typed.key)) return true
  const fields = JSON.stringify(typed)
  if (kept.some((each) => each.path === path && JSON.stringify(each.fields) === fields)) return true
  const most = keptBytes ?? KEPT_BYTES
  const hasRoom = fields.length <= most && kept.length < KEPT_FORMS
  if (Object.keys(typed).length === 0 || !keepsWords || !hasRoom) return false
  store.people.keepForm(personId, path, typed, at)
  return true
}
