import { z } from 'zod'
import { accept } from '../../../domain/decision.ts'
import { byPolicy, nothing, NothingTyped } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { idIn } from '../names.ts'
import { change, page, post, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { recordAside, STEPS } from './first-steps.ts'
import { homePage } from './home-page.ts'

/** As much as the largest form that is kept. */
const LARGEST_FORM = 1024 * 1024

/** What was typed before a session ended, by this person. */
const findKept = ({ store, who, params }: Visit): { id: number; path: string } => {
  const id = idIn(params.id)
  const form = store.people.keptForms(who.personId).find((each) => each.id === id)
  if (!form) throw notFound()
  return form
}

/**
 * R25: sends what was typed before a session ended to where it was going. The browser posts the
 * same fields again, so the six moves are made there.
 */
const sendKept = post(
  '/desk/kept/:id/sending',
  'read',
  (visit) => {
    const { store, who, by, reply, once } = visit
    // A second press finds it gone from here, and must not leave the first one's words nowhere.
    const before = once.answered()
    if (before !== null) return reply.redirect(before, 307)
    const { id, path } = findKept(visit)
    store.together(() => {
      store.people.dropKeptForm(id, who.personId, by)
      once.keep(path)
    })
    return reply.redirect(path, 307)
  },
  { formBytes: LARGEST_FORM },
)

/** ... or drops it. */
const dropKept = change('/desk/kept/:id/dropping', 'read', {
  name: 'kept',
  find: findKept,
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit, kept) => accept(kept),
  record: ({ store, who, by }, { id }) => store.people.dropKeptForm(id, who.personId, by),
  answer: () => '/desk',
  again: (visit, _kept, failed) => homePage(visit, failed),
})

/** A step of a new server that waits, or is not wanted. */
const setStepAside = change('/desk/first-steps', 'keep', {
  name: 'first-steps',
  find: nothing,
  allow: byPolicy,
  form: z.strictObject({ step: z.enum(STEPS) }),
  decide: (_visit, _nothing, { step }) => accept(step),
  record: (visit, _nothing, step) => recordAside(visit, step),
  answer: () => '/desk',
  again: (visit, _nothing, failed) => homePage(visit, failed),
})

/** `/desk`: what needs me, most pressing first. */
export const homeRoutes: readonly Route[] = [
  page('/desk', 'read', (visit) => homePage(visit)),
  setStepAside,
  sendKept,
  dropKept,
]
