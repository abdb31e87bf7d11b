import { whoIsNotHere } from '../privacy.ts'
import type { Desk, Visit } from '../visit.ts'
import { choicesOf, namesOf } from '../../../work/names.ts'
import { z } from 'zod'
import { sayWhen } from '../../../domain/day.ts'
import { isConflict, type Decision, type Refusal } from '../../../domain/decision.ts'
import { DEPTHS, GROUNDS, privacyRefusals } from '../../../domain/depth.ts'
import {
  EVENT_KINDS,
  hasBeen,
  nextOf,
  rewriteEvent,
  SAY_EVENT,
  eventTermsOf,
  writeEvent,
  type Event,
  type Written,
} from '../../../domain/evidence/event.ts'
import { may } from '../../../domain/may.ts'
import { refused, saved, show } from '../../answer.ts'
import { maybeId, maybeNumber, parse, someIds, ticked, when, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import {
  eventPage,
  eventsOfSeries,
  findEvent,
  findEventToChange,
  refusedEvent,
} from './event-page.ts'
import { look } from '../names.ts'
import { holdEvidence, linkEvent } from '../../../work/hold-in-private.ts'

const privacy = {
  depth: z.enum(DEPTHS).default('table'),
  ground: z.enum(['', ...GROUNDS]).default(''),
  list: someIds(),
}
const written = (today: string, organisationIds: number[]) => ({
  kind: z.enum(EVENT_KINDS, 'Choose what it is'),
  name: words(120),
  heldOn: when(today, 'behind'),
  startsAt: words(20),
  place: words(120),
  areaId: maybeId(),
  headCount: maybeNumber(99_999),
  topics: words(1000),
  tookAway: words(1000),
  cameIds: someIds(),
  ...Object.fromEntries(organisationIds.map((id) => [`brought-${id}`, words(200)])),
})
const LinksForm = z.strictObject({ actionIds: someIds(), concernIds: someIds() })
const DepthForm = z.strictObject(privacy)
const EmptyForm = z.strictObject({})

/** Events: stalls, workshops, surveys. What was counted, who brought what, what came of it. */
export const eventsRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/events', 'read', (visit) => {
    const all = store.events
      .list(visit.who)
      .toSorted((a, b) =>
        (eventTermsOf(b).heldOn ?? '9999').localeCompare(eventTermsOf(a).heldOn ?? '9999'),
      )
    return show(
      visit.reply,
      view('desk/evidence/events/index', {
        frame: desk.frame(visit, 'Events', 'events'),
        names: namesOf(store),
        ahead: all.filter((event) => !hasBeen(event, visit.today)).toReversed(),
        been: all.filter((event) => hasBeen(event, visit.today)),
        mayWrite: may.write(visit.who),
      }),
    )
  })

  desk.get('/desk/evidence/events/new', 'write', (visit) => show(visit.reply, newPage(visit)))

  desk.change('/desk/events', 'write', (visit) => {
    const form = parse(
      z.strictObject({ ...written(visit.today, organisationIds()), held: ticked(), ...privacy }),
      visit.body,
    )
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () => newPage(visit, form.refusals))
    const { ground, list, depth, held: _held } = form.value
    const refusals = [
      ...broughtByNobody(form.value),
      ...privacyRefusals({ depth, ground: ground || null, list }),
      ...whoIsNotHere(store, list),
    ]
    const decision = refusals.length
      ? { accepted: false as const, refusals }
      : writeEvent(inWords(form.value), visit.today)
    if (!decision.accepted)
      return refused(visit.request, visit.reply, decision.refusals, () =>
        newPage(visit, decision.refusals),
      )
    const id = store.events.record(
      decision.value,
      {
        depth,
        ground: depth === 'named' ? ground || null : null,
        list: depth === 'named' ? list : [],
        seriesId: null,
      },
      visit.by,
    )
    return saved(
      visit.request,
      visit.reply,
      depth === 'named' && !list.includes(visit.who.personId)
        ? '/desk/events'
        : to('/desk/events', id),
    )
  })

  desk.get('/desk/events/:id', 'matter', (visit) => {
    const event = findEvent(store, visit)
    look(store, visit.by, 'event', event)
    return show(visit.reply, eventPage(desk, visit, event))
  })

  const change = (
    noun: string,
    write: (visit: Visit, event: Event) => (Decision<unknown> & { accepted: boolean }) | undefined,
  ) =>
    desk.change(`/desk/events/:id/${noun}`, 'matter', (visit) => {
      const event = findEventToChange(store, visit)
      const decision = write(visit, event)
      if (decision && !decision.accepted)
        return again(visit, event, noun.split('/')[0]!, decision.refusals)
      return saved(
        visit.request,
        visit.reply,
        store.events.find(event.id, visit.who) ? to('/desk/events', event.id) : '/desk/events',
      )
    })

  desk.change('/desk/events/:id/terms', 'matter', (visit) => {
    const event = findEventToChange(store, visit)
    const form = parse(
      z.strictObject({
        ...written(visit.today, organisationIds()),
        basedOn: z.string().transform(Number),
      }),
      visit.body,
    )
    const refusals = form.accepted ? broughtByNobody(form.value) : form.refusals
    if (refusals.length > 0) return again(visit, event, 'terms', refusals)
    const decision = form.accepted
      ? rewriteEvent(event, inWords(form.value), form.value.basedOn, visit.today)
      : form
    if (isConflict(decision)) {
      look(store, visit.by, 'event', event)
      return refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () =>
        view('errors/conflict', {
          frame: desk.frame(visit, 'Two people changed this', 'events'),
          reason:
            'Someone else changed this while you were writing. Nothing of yours is saved yet.',
          theirs: plainOf(eventTermsOf(event)),
          yours: form.accepted ? plainOf(inWords(form.value)) : '',
          back: to('/desk/events', event.id),
        }),
      )
    }
    if (!decision.accepted) return again(visit, event, 'terms', decision.refusals)
    store.events.recordTerms(event.id, decision.value as Written, visit.by)
    return saved(visit.request, visit.reply, to('/desk/events', event.id))
  })

  change('depth', (visit, event) => {
    const form = parse(DepthForm, visit.body)
    if (!form.accepted) return form
    const { depth, ground, list } = form.value
    const refusals = [
      ...privacyRefusals({ depth, ground: ground || null, list }),
      ...whoIsNotHere(store, list),
    ]
    if (refusals.length) return { accepted: false, refusals }
    holdEvidence(store, 'events', event.id, { depth, ground: ground || null, list }, visit.by)
    return undefined
  })

  change('links', (visit, event) => {
    const form = parse(LinksForm, visit.body)
    if (!form.accepted) return form
    // What is linked already and is not this person's to see stays linked.
    const seen = {
      actions: store.actions.list(visit.who).map((each) => each.id),
      concerns: store.concerns.list(visit.who).map((each) => each.id),
    }
    const unseen = (ids: number[], known: number[]): number[] =>
      ids.filter((id) => !known.includes(id))
    const links = {
      actionIds: [
        ...form.value.actionIds.filter((id) => seen.actions.includes(id)),
        ...unseen(event.actionIds, seen.actions),
      ],
      concernIds: [
        ...form.value.concernIds.filter((id) => seen.concerns.includes(id)),
        ...unseen(event.concernIds, seen.concerns),
      ],
    }
    linkEvent(store, event.id, links, visit.by)
    return undefined
  })

  /** A monthly series makes the next one from the last. */
  desk.change('/desk/events/:id/next', 'matter', (visit) => {
    const event = findEventToChange(store, visit)
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? nextOf(event, eventsOfSeries(store, visit, event)) : form
    if (!decision.accepted) return again(visit, event, 'next', decision.refusals)
    const id = store.together(() => {
      const made = store.events.record(
        decision.value as Written,
        {
          depth: store.events.listUnfiltered([event.id])[0]!.depth,
          ground: event.ground,
          list: event.list,
          seriesId: event.seriesId ?? event.id,
        },
        visit.by,
      )
      store.events.recordLinks(made, { actionIds: event.actionIds, concernIds: [] }, visit.by)
      return made
    })
    return saved(visit.request, visit.reply, to('/desk/events', id))
  })

  const organisationIds = (): number[] => store.organisations.list().map((each) => each.id)
  /** What was brought by an organisation that is not ticked would be lost without a word. */
  const broughtByNobody = (form: Record<string, unknown> & { cameIds: number[] }): Refusal[] =>
    organisationIds()
      .filter((id) => form[`brought-${id}`] && !form.cameIds.includes(id))
      .map((id) => ({
        field: `brought-${id}`,
        reason: 'Tick it as well, or take out what it brought',
      }))
  const inWords = (form: Record<string, unknown> & { cameIds: number[] }): Written => {
    const text = (name: string): string | null => String(form[name] ?? '') || null
    return {
      kind: form.kind as Written['kind'],
      name: String(form.name),
      heldOn: form.heldOn as Written['heldOn'],
      startsAt: text('startsAt'),
      place: text('place'),
      areaId: form.areaId as number | null,
      headCount: form.headCount as number | null,
      topics: text('topics'),
      tookAway: text('tookAway'),
      organisations: form.cameIds.map((organisationId) => ({
        organisationId,
        brought: String(form[`brought-${organisationId}`] ?? ''),
      })),
    }
  }
  const plainOf = ({
    kind,
    name,
    heldOn,
    startsAt,
    place,
    areaId,
    headCount,
    topics,
    tookAway,
    organisations,
  }: Written): string => {
    const names = namesOf(store)
    const came = organisations.map(({ organisationId, brought }) =>
      [names.organisation(organisationId), brought].filter(Boolean).join(': '),
    )
    return [
      `${SAY_EVENT[kind]}: ${name}`,
      heldOn === null ? '' : sayWhen(heldOn),
      startsAt,
      place,
      names.area(areaId),
      headCount === null ? '' : `${headCount} came`,
      ...came,
      topics,
      tookAway,
    ]
      .filter(Boolean)
      .join('\n')
  }
  const again = (visit: Visit, event: Event, form: string, errors: Refusal[]) =>
    refusedEvent(desk, visit, event, form, errors)
  const newPage = (visit: Visit, errors: Refusal[] = []) =>
    view('desk/evidence/events/new', {
      frame: desk.frame(visit, 'Write down an event', 'events', {
        form: 'terms',
        errors,
        body: visit.body,
      }),
      choices: choicesOf(store),
      kinds: EVENT_KINDS,
    })
}
