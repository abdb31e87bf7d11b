import { createHash } from 'node:crypto'
import { z } from 'zod'
import { decide } from '../../../../domain/decision.ts'
import {
  newIn,
  planPeople,
  recordPeople,
  unread,
  type PeoplePlan,
} from '../../../../work/bringing-in/pasted-people.ts'
import { show } from '../../../answer.ts'
import { byPolicy, nothing, type Failed } from '../../../change.ts'
import { email, parse, ticked, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { change, frameOf, page, post, type Handler, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'

const LONGEST = 20_000
const PLACE = '/desk/people/bringing-in'

const PastedForm = z.strictObject({
  organisations: words(LONGEST),
  people: words(LONGEST),
  expected: ticked(),
  leaveOut: ticked(),
  step: z.enum(['read', 'save']).default('read'),
  /** What was read, so that nothing is saved that nobody saw. */
  seen: z.string().max(64).default(''),
})
type Pasted = z.infer<typeof PastedForm>

const planOf = ({ store }: Visit, form: Pasted): PeoplePlan =>
  planPeople(store, form, (typed) => {
    const read = email().safeParse(typed)
    return read.success ? read.data.toLowerCase() : null
  })

const seenOf = ({ organisations, people }: Pasted): string =>
  createHash('sha256')
    .update(JSON.stringify([organisations, people]))
    .digest('hex')
    .slice(0, 16)

const pastePage = (visit: Visit, plan: PeoplePlan | null, seen: string, failed?: Failed): Drawn =>
  view('desk/people/bringing-in/index', {
    frame: frameOf(visit, 'Paste organisations, seats and people', 'people', failed),
    organisations: visit.store.organisations.list().filter((each) => each.endedOn === null),
    plan,
    unread: plan ? unread(plan) : [],
    news: plan ? newIn(plan) : { organisations: 0, seats: 0, people: 0 },
    seen,
    saved: visit.query.saved ?? null,
  })

/** All that is new, in one step, once it was shown as it is read (R22, R31). */
const save = change(PLACE, 'keep', {
  name: 'paste',
  find: nothing,
  allow: byPolicy,
  form: PastedForm,
  decide: (visit: Visit, _nothing, form) => {
    const plan = planOf(visit, form)
    const wrong = unread(plan).length
    const lines = wrong === 1 ? 'One line' : `${wrong} lines`
    return decide(
      [
        form.seen !== seenOf(form) && {
          field: 'people',
          reason: 'The lists were changed. Look at how they are read now, then save',
        },
        wrong > 0 &&
          !form.leaveOut && {
            field: 'leaveOut',
            reason: `${lines} could not be read. Put them right, or leave them out`,
          },
      ],
      () => plan,
    )
  },
  record: ({ store, by, today }, _nothing, plan, { expected }) => {
    recordPeople(store, plan, { expected, today }, by)
    return newIn(plan)
  },
  answer: ({ desk }, _nothing, { organisations, seats, people }) => {
    desk.postLetters()
    return to(PLACE, { saved: `${organisations}-${seats}-${people}` })
  },
  again: (visit, _nothing, failed) => {
    const form = parse(PastedForm, failed.body)
    return form.accepted
      ? pastePage(visit, planOf(visit, form.value), seenOf(form.value), failed)
      : pastePage(visit, null, '', failed)
  },
})

/** Reading the lists changes nothing: nobody is asked who they are. */
const isSaving = (body: unknown): boolean => (body as { step?: unknown } | null)?.step === 'save'

/** Shows how each line is read, and changes nothing. */
const readOrSave: Handler = (visit) => {
  const form = parse(PastedForm, visit.body)
  if (!form.accepted || form.value.step === 'save') return save.handler(visit)
  const failed: Failed = { form: 'paste', errors: [], body: visit.body }
  return show(visit.reply, pastePage(visit, planOf(visit, form.value), seenOf(form.value), failed))
}

/** A whole table of people in a few steps: paste, look, save. */
export const pastedPeopleRoutes: readonly Route[] = [
  page(PLACE, 'keep', (visit) => pastePage(visit, null, '')),
  // R25: the lists alone are kept, so that sending them again reads them, and saves nothing.
  post(PLACE, 'keep', readOrSave, {
    keepsWords: ['organisations', 'people'],
    asksWho: isSaving,
  }),
]
