import { EVENT_KINDS, eventTermsOf, type Event } from '../../../../domain/evidence/event.ts'
import { may } from '../../../../domain/may.ts'
import { choicesOf, namesOf, titleOfConcern } from '../../../../work/names.ts'
import type { Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { view } from '../../../views/desk.ts'
import type { EvidenceViews } from '../../../views/desk/evidence.ts'
import type { Drawn } from '../../../views/view.ts'
import { actionsToChoose, concernsToChoose, idIn, look } from '../../names.ts'
import { frameOf } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { mayChange, onwardTo, publicWordsOf, type MovesOf } from '../matters.ts'

/** The event that an address speaks of, for whoever may know of it. */
export const findEvent = ({ store, params, who }: Visit): Event => {
  const event = store.events.find(idIn(params.id), who)
  if (!event) throw notFound()
  return event
}

/** R11: the look at an event that is held in private, before anything of it is drawn. */
export const lookAtEvent = ({ store, by }: Visit, event: Event): void =>
  look(store, by, 'event', event)

/** What every change of an event has in common. */
export const ofEvent: MovesOf<Event> = {
  find: findEvent,
  allow: mayChange,
  answer: onwardTo('events'),
  again: (visit, event, failed) => {
    lookAtEvent(visit, event)
    return eventPage(visit, event, failed)
  },
}

/** The other events of a monthly series, as far as this person may know of them. */
export const eventsOfSeries = ({ store, who }: Visit, event: Event): Event[] =>
  store.events.ofSeries(event.seriesId ?? event.id, who).filter((each) => each.id !== event.id)

/** What is known of an event, what it belongs to, and what may be done with it. */
export const eventPage = (visit: Visit, event: Event, failed?: Failed): Drawn => {
  const { store, who } = visit
  const title = event.depth === 'named' ? 'Held in private' : eventTermsOf(event).name
  return view('desk/evidence/events/show', {
    frame: frameOf(visit, title, 'events', failed),
    names: namesOf(store),
    choices: choicesOf(store, {
      organisationIds: eventTermsOf(event).organisations.map((each) => each.organisationId),
    }),
    event,
    groupings: store.sources.groupings(),
    kinds: EVENT_KINDS,
    ...linkedTo(visit, event),
    series: eventsOfSeries(visit, event),
    ...publicWordsOf(visit, 'event', event),
    mayChange: mayChange(visit, event),
    mayCount: may.count(who, event),
  })
}

type ShowEvent = EvidenceViews['desk/evidence/events/show']

/** The actions and concerns that it is linked to, and those that it may be. */
const linkedTo = (
  visit: Visit,
  { actionIds, concernIds }: Event,
): Pick<ShowEvent, 'actions' | 'concerns' | 'allActions' | 'allConcerns'> => {
  const { store, who } = visit
  return {
    actions: store.actions.listOf(actionIds, who),
    concerns: store.concerns
      .listOf(concernIds, who)
      .map((each) => ({ id: each.id, text: titleOfConcern(each) })),
    allActions: actionsToChoose(visit, (each) => each.isOpen, actionIds),
    allConcerns: concernsToChoose(visit, () => true, concernIds),
  }
}
