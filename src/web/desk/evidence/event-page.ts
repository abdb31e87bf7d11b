import type { Desk, Visit } from '../visit.ts'
import { choicesOf, namesOf, titleOfAction, titleOfConcern } from '../../../work/names.ts'
import { isOpen } from '../../../domain/actions/action.ts'
import type { Refusal } from '../../../domain/decision.ts'
import { EVENT_KINDS, eventTermsOf, type Event } from '../../../domain/evidence/event.ts'
import { may } from '../../../domain/may.ts'
import type { Store } from '../../../store/store.ts'
import { refused } from '../../answer.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { view } from '../../views/desk.ts'
import { idIn, look } from '../names.ts'

/** The event that an address speaks of, for whoever may know of it. */
export const findEvent = (store: Store, visit: Visit): Event => {
  const event = store.events.find(idIn(visit.params.id), visit.who)
  if (!event) throw notFound()
  return event
}

/** ... and for whoever may change it. */
export const findEventToChange = (store: Store, visit: Visit): Event => {
  const event = findEvent(store, visit)
  if (!may.change(visit.who, event)) throw notAllowed()
  return event
}

/** The other events of a monthly series, as far as this person may know of them. */
export const eventsOfSeries = (store: Store, visit: Visit, event: Event): Event[] => {
  const first = event.seriesId ?? event.id
  return store.events
    .list(visit.who)
    .filter((each) => each.id !== event.id && (each.seriesId === first || each.id === first))
}

/** The page of an event again, with what was wrong and everything typed (R23). */
export const refusedEvent = (
  desk: Desk,
  visit: Visit,
  event: Event,
  form: string,
  errors: Refusal[],
) => {
  look(desk.store, visit.by, 'event', event)
  return refused(visit.request, visit.reply, errors, () =>
    eventPage(desk, visit, event, { form, errors, body: visit.body }),
  )
}

/** What is known of an event, what it belongs to, and what may be done with it. */
export const eventPage = (
  desk: Desk,
  visit: Visit,
  event: Event,
  failed?: Parameters<Desk['frame']>[3],
) => {
  const { store } = desk
  const actions = store.actions.list(visit.who)
  const concerns = store.concerns
    .list(visit.who)
    .filter((each) => each.mergedIntoId === null || event.concernIds.includes(each.id))
  return view('desk/evidence/events/show', {
    frame: desk.frame(
      visit,
      event.depth === 'named' ? 'Held in private' : eventTermsOf(event).name,
      'events',
      failed,
    ),
    names: namesOf(store),
    choices: choicesOf(store),
    event,
    groupings: store.sources.groupings(),
    kinds: EVENT_KINDS,
    actions: actions.filter((each) => event.actionIds.includes(each.id)),
    concerns: concerns
      .filter((each) => event.concernIds.includes(each.id))
      .map((each) => ({ id: each.id, text: titleOfConcern(each) })),
    allActions: actions
      .filter((each) => isOpen(each) || event.actionIds.includes(each.id))
      .map((each) => ({ id: each.id, text: `${each.number}: ${titleOfAction(each)}` })),
    allConcerns: concerns.map((each) => ({ id: each.id, text: titleOfConcern(each) })),
    series: eventsOfSeries(store, visit, event),
    publication:
      event.depth === 'named'
        ? null
        : (store.publications
            .list()
            .findLast((each) => each.eventId === event.id && each.kind === 'event') ?? null),
    mayDraft: may.draft(visit.who),
    mayChange: may.change(visit.who, event),
    mayCount: may.count(visit.who, event),
  })
}
