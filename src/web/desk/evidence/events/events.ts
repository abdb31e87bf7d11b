import { z } from 'zod'
import { accept } from '../../../../domain/decision.ts'
import {
  EVENT_KINDS,
  eventTermsOf,
  hasBeen,
  nextOf,
  rewriteEvent,
  writeEvent,
  type Event,
} from '../../../../domain/evidence/event.ts'
import { may } from '../../../../domain/may.ts'
import { linkEvent } from '../../../../work/hold-in-private.ts'
import { choicesOf, namesOf } from '../../../../work/names.ts'
import { byPolicy, nothing, NothingTyped, type Failed } from '../../../change.ts'
import { someIds } from '../../../forms.ts'
import { to } from '../../../to.ts'
import type { EventGlance } from '../../../../store/glance/glance.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { cappedAnd } from '../../capped.ts'
import { privacyIn } from '../../privacy.ts'
import { change, frameOf, page, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { bothTexts, holds, onwardTo, privacyAtFirst, privacyProblems } from '../matters.ts'
import { broughtByNobody, eventForm, linesOfEvent, newEventForm, writtenIn } from './event-form.ts'
import { eventPage, eventsOfSeries, findEvent, lookAtEvent, ofEvent } from './event-page.ts'

const LinksForm = z.strictObject({ actionIds: someIds(), concernIds: someIds() })

const listPage = (visit: Visit): Drawn => {
  const { store, who, today } = visit
  const dayOf = ({ heldOn }: EventGlance): string => heldOn ?? '9999'
  const seen = [...store.glances.events()]
    .filter((each) => may.see(who, each))
    .toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)))
  const inFull = (some: EventGlance[]): Event[] =>
    store.events.listOf(
      some.map((each) => each.id),
      who,
    )
  return view('desk/evidence/events/index', {
    frame: frameOf(visit, 'Events', 'events'),
    names: namesOf(store),
    ahead: inFull(seen.filter((each) => !hasBeen(each, today)).toReversed()),
    been: cappedAnd(
      visit,
      seen.filter((each) => hasBeen(each, today)),
      inFull,
    ),
    mayWrite: may.write(who),
  })
}

const newPage = (visit: Visit, failed?: Failed): Drawn =>
  view('desk/evidence/events/new', {
    frame: frameOf(visit, 'Write down an event', 'events', failed),
    choices: choicesOf(visit.store),
    kinds: EVENT_KINDS,
  })

const showPage = (visit: Visit): Drawn => {
  const event = findEvent(visit)
  lookAtEvent(visit, event)
  return eventPage(visit, event)
}

const addEvent = change('/desk/events', 'write', {
  name: 'terms',
  keepsWords: true,
  find: nothing,
  allow: byPolicy,
  form: newEventForm,
  decide: ({ store, today }, _, form) => {
    const refusals = [...broughtByNobody(store, form), ...privacyProblems(store, privacyIn(form))]
    return refusals.length ? { accepted: false, refusals } : writeEvent(writtenIn(form), today)
  },
  record: ({ store, by }, _, written, form) =>
    store.events.record(written, { ...privacyAtFirst(form), seriesId: null }, by),
  answer: (visit, _, id) => onwardTo('events')(visit, { id }),
  again: (visit, _, failed) => newPage(visit, failed),
})

const rewordEvent = change('/desk/events/:id/terms', 'matter', {
  ...ofEvent,
  name: 'terms',
  keepsWords: true,
  form: eventForm,
  decide: ({ store, today }, event, form) => {
    const refusals = broughtByNobody(store, form)
    return refusals.length
      ? { accepted: false, refusals }
      : rewriteEvent(event, writtenIn(form), form.basedOn, today)
  },
  record: ({ store, by }, { id }, written) => store.events.recordTerms(id, written, by),
  conflict: (visit, event, form) => {
    lookAtEvent(visit, event)
    return bothTexts(visit, to('/desk/events', event.id), {
      theirs: linesOfEvent(visit.store, eventTermsOf(event)),
      yours: linesOfEvent(visit.store, writtenIn(form)),
    })
  },
})

const holdEvent = change('/desk/events/:id/depth', 'matter', { ...ofEvent, ...holds('events') })

/** Finds those of some numbers that this person may know of. */
type Listed = { listOf: (ids: number[], who: Visit['who']) => { id: number }[] }

const linkIt = change('/desk/events/:id/links', 'matter', {
  ...ofEvent,
  name: 'links',
  form: LinksForm,
  decide: ({ store, who }, event, form) => {
    // What is linked already and is not this person's to see stays linked.
    const linked = (ids: number[], now: number[], { listOf }: Listed): number[] => {
      const known = new Set(listOf([...ids, ...now], who).map((each) => each.id))
      return [...ids.filter((id) => known.has(id)), ...now.filter((id) => !known.has(id))]
    }
    return accept({
      actionIds: linked(form.actionIds, event.actionIds, store.actions),
      concernIds: linked(form.concernIds, event.concernIds, store.concerns),
    })
  },
  record: ({ store, by }, { id }, links) => linkEvent(store, id, links, by),
})

/** A monthly series makes the next one from the last. */
const addNext = change('/desk/events/:id/next', 'matter', {
  ...ofEvent,
  name: 'next',
  form: NothingTyped,
  decide: (visit, event) => nextOf(event, eventsOfSeries(visit, event)),
  record: ({ store, by }, event, written) => {
    const { depth, ground, list } = event
    const seriesId = event.seriesId ?? event.id
    const id = store.events.record(written, { depth, ground, list, seriesId }, by)
    store.events.recordLinks(id, { actionIds: event.actionIds, concernIds: [] }, by)
    return id
  },
  answer: (_visit, _event, id) => to('/desk/events', id),
})

/** Events: stalls, workshops, surveys. What was counted, who brought what, what came of it. */
export const eventsRoutes: readonly Route[] = [
  page('/desk/events', 'read', listPage),
  page('/desk/events/new', 'write', (visit) => newPage(visit)),
  addEvent,
  page('/desk/events/:id', 'matter', showPage),
  rewordEvent,
  holdEvent,
  linkIt,
  addNext,
]
