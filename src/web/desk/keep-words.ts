import type { FastifyRequest } from 'fastify'
import type { Store } from '../../store/store.ts'
import { typedIn } from '../forms.ts'

/** Forms whose words are kept when a session runs out, and how much of them. */
const KEEPS_WORDS =
  /^\/desk\/(bringing-in(\/rows)?|concerns(\/\d+\/(wordings|splitting|actions|quotes))?|actions\/\d+\/(updates|terms|reopening)|entries\/\d+\/(drafts|comments)|seats\/\d+\/baton(\/declining)?|messages\/\d+\/(concerns|answer)|mine|events(\/\d+\/(terms|findings|options))?|leaflets(\/\d+\/(terms|handings))?|programmes(\/\d+\/(terms|phases|points|points\/\d+\/(sights|steps)))?|round-tables\/[\w-]+\/(lines|topics|priorities|concerns|corrections|actions|concerns\/\d+\/actions|actions\/\d+\/updates))$/
/** The quick line as it is typed: it goes where it is kept while the session lives. */
const IS_TYPING = /\/reading$/
const KEPT_FORMS = 5
const KEPT_BYTES = 20_000

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
  const typed = typedIn(body)
  const path = url.split('?')[0]!
  if (method !== 'POST') return false
  if (IS_TYPING.test(path) && typeof typed.text === 'string' && typed.text.length <= KEPT_BYTES) {
    const place = path.replace(IS_TYPING, '')
    store.typedLines.keep(personId, place, 'quick', { text: typed.text, key: typed.key }, at)
    return true
  }
  const kept = store.people.keptForms(personId)
  if (typed.key !== undefined && kept.some((each) => each.fields.key === typed.key)) return true
  const hasRoom = JSON.stringify(typed).length <= KEPT_BYTES && kept.length < KEPT_FORMS
  const keeps = routeOptions.config.keepsWords || KEEPS_WORDS.test(path)
  if (Object.keys(typed).length === 0 || !keeps || !hasRoom) return false
  store.people.keepForm(personId, path, typed, at)
  return true
}
