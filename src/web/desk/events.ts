import { z } from 'zod'
import { isOpen } from '../../domain/action.ts'
import { privacyRefusals, raise } from '../../domain/concern.ts'
import { sayWhen } from '../../domain/day.ts'
import { isConflict, refuse, type Decision, type Refusal } from '../../domain/decision.ts'
import { DEPTHS, GROUNDS } from '../../domain/depth.ts'
import { EVENT_KINDS, FIRST_GROUPS, groupingsOf, hasBeen, nextOf, rewriteEvent, SAY_EVENT, termsOf, writeEvent, type Event, type Grouping, type Written } from '../../domain/event.ts'
import { may } from '../../domain/may.ts'
import type { Store } from '../../store/store.ts'
import { refused, saved, show } from '../answer.ts'
import { notAllowed, notFound } from '../errors.ts'
import { maybeId, maybeNumber, needed, parse, someIds, TAMPERED, ticked, when, words } from '../forms.ts'
import { to } from '../to.ts'
import { view } from '../views.ts'
import type { Desk, Visit } from './door.ts'
import { choicesOf, idIn, look, namesOf, titleOfAction, titleOfConcern, whoIsNotHere } from './names.ts'

const privacy = { depth: z.enum(DEPTHS).default('table'), ground: z.enum(['', ...GROUNDS]).default(''), list: someIds() }
const written = (today: string, organisationIds: number[]) => ({
  kind: z.enum(EVENT_KINDS, 'Choose what it is'), name: words(120), heldOn: when(today, 'behind'), startsAt: words(20), place: words(120), areaId: maybeId(), headCount: maybeNumber(99_999), topics: words(1000), tookAway: words(1000), cameIds: someIds(),
  ...Object.fromEntries(organisationIds.map((id) => [`brought-${id}`, words(200)]))
})
const LinksForm = z.strictObject({ actionIds: someIds(), concernIds: someIds() })
const DepthForm = z.strictObject(privacy)
const TextForm = z.strictObject({ text: needed('Write it in a few words', 300) })
const EmptyForm = z.strictObject({})

/** The groups that the partnership counts by: its own, or the first ones. */
export const groupingsIn = (store: Store): Grouping[] => {
  const read = groupingsOf(store.labels.setting('groups') ?? FIRST_GROUPS)
  return read.accepted ? read.value : []
}

/** Events: stalls, workshops, surveys. What was counted, who brought what, what came of it. */
export const eventsRoom = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/events', 'read', (visit) => {
    const all = store.events.list(visit.who).sort((a, b) => (termsOf(b).heldOn ?? '9999').localeCompare(termsOf(a).heldOn ?? '9999'))
    return show(visit.reply, view('desk/events/index', { frame: desk.frame(visit, 'Events', 'events'), names: namesOf(store), ahead: all.filter((event) => !hasBeen(event, visit.today)).reverse(), been: all.filter((event) => hasBeen(event, visit.today)), mayWrite: may.write(visit.who) }))
  })

  desk.get('/desk/events/new', 'write', (visit) => show(visit.reply, newPage(visit)))

  desk.change('/desk/events', 'write', (visit) => {
    const form = parse(z.strictObject({ ...written(visit.today, organisationIds()), held: ticked(), ...privacy }), visit.body)
    if (!form.accepted) return refused(visit.request, visit.reply, form.refusals, () => newPage(visit, form.refusals))
    const { ground, list, depth, held: _held } = form.value
    const refusals = [...broughtByNobody(form.value), ...privacyRefusals({ depth, ground: ground || null, list }).filter((each) => each !== false), ...whoIsNotHere(store, list)]
    const decision = refusals.length ? { accepted: false as const, refusals } : writeEvent(inWords(form.value), visit.today)
    if (!decision.accepted) return refused(visit.request, visit.reply, decision.refusals, () => newPage(visit, decision.refusals))
    const id = store.events.record(decision.value, { depth, ground: depth === 'named' ? ground || null : null, list: depth === 'named' ? list : [], seriesId: null }, visit.by)
    return saved(visit.request, visit.reply, depth === 'named' && !list.includes(visit.who.personId) ? '/desk/events' : to('/desk/events', id))
  })

  desk.get('/desk/events/:id', 'matter', (visit) => {
    const event = find(visit)
    look(store, visit.by, 'event', event)
    return show(visit.reply, page(visit, event))
  })

  const change = (noun: string, write: (visit: Visit, event: Event) => Decision<unknown> & { accepted: boolean } | undefined) => desk.change(`/desk/events/:id/${noun}`, 'matter', (visit) => {
    const event = find(visit)
    if (!may.change(visit.who, event)) throw notAllowed()
    const decision = write(visit, event)
    if (decision && !decision.accepted) return again(visit, event, noun.split('/')[0]!, decision.refusals)
    return saved(visit.request, visit.reply, store.events.find(event.id, visit.who) ? to('/desk/events', event.id) : '/desk/events')
  })

  desk.change('/desk/events/:id/terms', 'matter', (visit) => {
    const event = find(visit)
    if (!may.change(visit.who, event)) throw notAllowed()
    const form = parse(z.strictObject({ ...written(visit.today, organisationIds()), basedOn: z.string().transform(Number) }), visit.body)
    const refusals = form.accepted ? broughtByNobody(form.value) : form.refusals
    if (refusals.length > 0) return again(visit, event, 'terms', refusals)
    const decision = form.accepted ? rewriteEvent(event, inWords(form.value), form.value.basedOn, visit.today) : form
    if (isConflict(decision)) {
      look(store, visit.by, 'event', event)
      return refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () => view('errors/conflict', {
        frame: desk.frame(visit, 'Two people changed this', 'events'), reason: 'Someone else changed this while you were writing. Nothing of yours is saved yet.', theirs: plainOf(termsOf(event)), yours: form.accepted ? plainOf(inWords(form.value)) : '', back: to('/desk/events', event.id)
      }))
    }
    if (!decision.accepted) return again(visit, event, 'terms', decision.refusals)
    store.events.recordTerms(event.id, decision.value as Written, visit.by)
    return saved(visit.request, visit.reply, to('/desk/events', event.id))
  })

  change('depth', (visit, event) => {
    const form = parse(DepthForm, visit.body)
    if (!form.accepted) return form
    const { depth, ground, list } = form.value
    const refusals = [...privacyRefusals({ depth, ground: ground || null, list }).filter((each) => each !== false), ...whoIsNotHere(store, list)]
    if (refusals.length) return { accepted: false, refusals }
    store.events.recordDepth(event.id, { depth, ground: ground || null, list }, visit.by)
    return undefined
  })

  change('links', (visit, event) => {
    const form = parse(LinksForm, visit.body)
    if (!form.accepted) return form
    // What is linked already and is not this person's to see stays linked.
    const seen = { actions: store.actions.list(visit.who).map((each) => each.id), concerns: store.concerns.list(visit.who).map((each) => each.id) }
    const unseen = (ids: number[], known: number[]): number[] => ids.filter((id) => !known.includes(id))
    store.events.recordLinks(event.id, {
      actionIds: [...form.value.actionIds.filter((id) => seen.actions.includes(id)), ...unseen(event.actionIds, seen.actions)], concernIds: [...form.value.concernIds.filter((id) => seen.concerns.includes(id)), ...unseen(event.concernIds, seen.concerns)]
    }, visit.by)
    return undefined
  })

  /** A monthly series makes the next one from the last. */
  desk.change('/desk/events/:id/next', 'matter', (visit) => {
    const event = find(visit)
    if (!may.change(visit.who, event)) throw notAllowed()
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? nextOf(event, seriesOf(visit, event)) : form
    if (!decision.accepted) return again(visit, event, 'next', decision.refusals)
    const id = store.together(() => {
      const made = store.events.record(decision.value as Written, { depth: store.events.listUnfiltered([event.id])[0]!.depth, ground: event.ground, list: event.list, seriesId: event.seriesId ?? event.id }, visit.by)
      store.events.recordLinks(made, { actionIds: event.actionIds, concernIds: [] }, visit.by)
      return made
    })
    return saved(visit.request, visit.reply, to('/desk/events', id))
  })

  change('findings', (visit, event) => {
    const form = parse(TextForm, visit.body)
    if (!form.accepted) return form
    if (!event.findings.some((each) => each.text === form.value.text)) store.events.recordFinding(event.id, form.value.text, visit.by)
    return undefined
  })
  change('findings/:findingId/ending', (visit, event) => {
    const finding = event.findings.find((each) => each.id === idIn(visit.params.findingId))
    if (!finding) throw notFound()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return form
    // R9: who may know of this event hangs on the concern that came of it, so the two stay together.
    if (finding.concernIds.length > 0) return refuse('text', 'This has become a concern, so it stays')
    store.events.endFinding(event.id, finding.id, visit.by)
    return undefined
  })

  /** A finding becomes a concern in one step, raised when and where the survey was. */
  desk.change('/desk/events/:id/findings/:findingId/concerns', 'matter', (visit) => {
    const event = find(visit)
    if (!may.change(visit.who, event)) throw notAllowed()
    const finding = event.findings.find((each) => each.id === idIn(visit.params.findingId))
    if (!finding) throw notFound()
    // It becomes one concern, however often the button is pressed.
    if (finding.concernIds.length > 0) return saved(visit.request, visit.reply, to('/desk/concerns', finding.concernIds[0]!))
    const form = parse(EmptyForm, visit.body)
    const { kind, heldOn, name } = termsOf(event)
    const decision = form.accepted ? raise({
      text: finding.text, raisedOn: heldOn ?? visit.today, originKind: kind === 'survey' || kind === 'stall' || kind === 'workshop' ? kind : 'other', originNote: name, themeId: null, areaId: termsOf(event).areaId, depth: event.depth, ground: event.ground, list: event.list
    }, visit.today) : form
    if (!decision.accepted) return again(visit, event, 'findings', decision.refusals.map(({ field, reason }) => ({ field: field === TAMPERED ? field : 'text', reason })))
    const id = store.together(() => {
      const made = store.concerns.record(decision.value as Parameters<typeof store.concerns.record>[0], { roundTableId: null, splitFromId: null }, visit.by)
      store.events.recordFindingConcern(event.id, finding.id, made, visit.by)
      return made
    })
    return saved(visit.request, visit.reply, to('/desk/concerns', id))
  })

  const organisationIds = (): number[] => store.organisations.list().map((each) => each.id)
  /** What was brought by an organisation that is not ticked would be lost without a word. */
  const broughtByNobody = (form: Record<string, unknown> & { cameIds: number[] }): Refusal[] =>
    organisationIds().filter((id) => form[`brought-${id}`] && !form.cameIds.includes(id)).map((id) => ({ field: `brought-${id}`, reason: 'Tick it as well, or take out what it brought' }))
  const inWords = (form: Record<string, unknown> & { cameIds: number[] }): Written => {
    const text = (name: string): string | null => String(form[name] ?? '') || null
    return {
      kind: form.kind as Written['kind'], name: String(form.name), heldOn: form.heldOn as Written['heldOn'], startsAt: text('startsAt'), place: text('place'), areaId: form.areaId as number | null, headCount: form.headCount as number | null,
      topics: text('topics'), tookAway: text('tookAway'), organisations: form.cameIds.map((organisationId) => ({ organisationId, brought: String(form[`brought-${organisationId}`] ?? '') }))
    }
  }
  const plainOf = ({ kind, name, heldOn, startsAt, place, areaId, headCount, topics, tookAway, organisations }: Written): string => {
    const names = namesOf(store)
    const came = organisations.map(({ organisationId, brought }) => [names.organisation(organisationId), brought].filter(Boolean).join(': '))
    return [`${SAY_EVENT[kind]}: ${name}`, heldOn === null ? '' : sayWhen(heldOn), startsAt, place, names.area(areaId), headCount === null ? '' : `${headCount} came`, ...came, topics, tookAway].filter(Boolean).join('\n')
  }
  const seriesOf = (visit: Visit, event: Event): Event[] => {
    const first = event.seriesId ?? event.id
    return store.events.list(visit.who).filter((each) => each.id !== event.id && (each.seriesId === first || each.id === first))
  }
  const find = (visit: Visit): Event => {
    const event = store.events.find(idIn(visit.params.id), visit.who)
    if (!event) throw notFound()
    return event
  }
  const again = (visit: Visit, event: Event, form: string, errors: Refusal[]) => {
    look(store, visit.by, 'event', event)
    return refused(visit.request, visit.reply, errors, () => page(visit, event, { form, errors, body: visit.body }))
  }
  const newPage = (visit: Visit, errors: Refusal[] = []) => view('desk/events/new', { frame: desk.frame(visit, 'Write down an event', 'events', { form: 'terms', errors, body: visit.body }), choices: choicesOf(store), kinds: EVENT_KINDS })
  const page = (visit: Visit, event: Event, failed?: Parameters<Desk['frame']>[3]) => {
    const actions = store.actions.list(visit.who)
    const concerns = store.concerns.list(visit.who).filter((each) => each.mergedIntoId === null || event.concernIds.includes(each.id))
    return view('desk/events/show', {
      frame: desk.frame(visit, event.depth === 'named' ? 'Held in private' : termsOf(event).name, 'events', failed), names: namesOf(store), choices: choicesOf(store), event, groupings: groupingsIn(store), kinds: EVENT_KINDS,
      actions: actions.filter((each) => event.actionIds.includes(each.id)), concerns: concerns.filter((each) => event.concernIds.includes(each.id)).map((each) => ({ id: each.id, text: titleOfConcern(each) })),
      allActions: actions.filter((each) => isOpen(each) || event.actionIds.includes(each.id)).map((each) => ({ id: each.id, text: `${each.number}: ${titleOfAction(each)}` })), allConcerns: concerns.map((each) => ({ id: each.id, text: titleOfConcern(each) })),
      series: seriesOf(visit, event), mayChange: may.change(visit.who, event), mayCount: may.count(visit.who, event)
    })
  }
}
