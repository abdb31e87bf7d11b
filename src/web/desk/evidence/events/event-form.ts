import { z } from 'zod'
import { sayWhen, type Day } from '../../../../domain/day.ts'
import type { Refusal } from '../../../../domain/decision.ts'
import { EVENT_KINDS, SAY_EVENT, type Written } from '../../../../domain/evidence/event.ts'
import type { Store } from '../../../../store/store.ts'
import { namesOf } from '../../../../work/names.ts'
import { maybeId, maybeNumber, someIds, ticked, when, words } from '../../../forms.ts'
import type { Visit } from '../../visit.ts'
import { heldFields } from '../matters.ts'

/** An event that is written down for the first time, and who may know of it. */
export const newEventForm = ({ today, store }: Visit) =>
  z.strictObject({
    ...eventFields(today),
    ...broughtFields(store),
    held: ticked(),
    ...heldFields,
  })

/** ... and one that is written again, over the words that were read. */
export const eventForm = ({ today, store }: Visit) =>
  z.strictObject({
    ...eventFields(today),
    ...broughtFields(store),
    basedOn: z.string().transform(Number),
  })

const eventFields = (today: Day) => ({
  kind: z.enum(EVENT_KINDS, 'Choose what it is'),
  name: words(120),
  heldOn: when(today, 'behind'),
  startsAt: words(60),
  place: words(120),
  areaId: maybeId(),
  headCount: maybeNumber(99_999),
  topics: words(1000),
  tookAway: words(1000),
  cameIds: someIds(),
})

type EventForm = z.infer<z.ZodObject<ReturnType<typeof eventFields>>>

/** What an organisation brought has a field of its own, named by its id. */
const broughtFields = (store: Store) =>
  Object.fromEntries(store.organisations.list().map(({ id }) => [fieldOf(id), words(200)]))
const fieldOf = (organisationId: number): string => `brought-${organisationId}`
const broughtIn = (form: EventForm, organisationId: number): string =>
  String((form as Record<string, unknown>)[fieldOf(organisationId)] ?? '')

/** What was brought by an organisation that is not ticked would be lost without a word. */
export const broughtByNobody = (store: Store, form: EventForm): Refusal[] =>
  store.organisations
    .list()
    .filter(({ id }) => broughtIn(form, id) && !form.cameIds.includes(id))
    .map(({ id }) => ({
      field: fieldOf(id),
      reason: 'Tick it as well, or take out what it brought',
    }))

/** A form as it is written down: what was left empty is not known. */
export const writtenIn = (form: EventForm): Written => ({
  kind: form.kind,
  name: form.name,
  heldOn: form.heldOn,
  startsAt: form.startsAt || null,
  place: form.place || null,
  areaId: form.areaId,
  headCount: form.headCount,
  topics: form.topics || null,
  tookAway: form.tookAway || null,
  organisations: form.cameIds.map((organisationId) => ({
    organisationId,
    brought: broughtIn(form, organisationId),
  })),
})

/** All that is written of an event, as plain lines, for two people to compare (R23). */
export const linesOfEvent = (store: Store, written: Written): string => {
  const { kind, heldOn, areaId, headCount, organisations } = written
  const names = namesOf(store)
  const came = organisations.map(({ organisationId, brought }) =>
    [names.organisation(organisationId), brought].filter(Boolean).join(': '),
  )
  return [
    `${SAY_EVENT[kind]}: ${written.name}`,
    heldOn === null ? '' : sayWhen(heldOn),
    written.startsAt,
    written.place,
    names.area(areaId),
    headCount === null ? '' : `${headCount} came`,
    ...came,
    written.topics,
    written.tookAway,
  ]
    .filter(Boolean)
    .join('\n')
}
