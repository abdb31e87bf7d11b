import type { Desk, Visit } from '../visit.ts'
import { z } from 'zod'
import { countTaps, eventTermsOf, type Event } from '../../../domain/evidence/event.ts'
import { may } from '../../../domain/may.ts'
import { refused, saved, show } from '../../answer.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { maybeId, maybeNumber, needed, parse, typedIn, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { findEvent, findEventToChange } from './event-page.ts'
import { idIn, look } from '../names.ts'

const KEY = /^[\w-]{8,60}$/
const MOST_TAPS = 500
const EmptyForm = z.strictObject({})
const OptionForm = z.strictObject({ text: needed('Write the topic in a few words', 120) })
/** One tap to a line: its key, the way of grouping, the group, and one more or one less. */
const TapsForm = z.strictObject({ taps: words(60_000) })
/** `was` is what stood there when the page was drawn. */
const TypedForm = z.strictObject({
  key: z.string().regex(KEY),
  grouping: words(60),
  group: words(60),
  count: maybeNumber(99_999),
  was: maybeNumber(99_999),
})

/**
 * The tally pad: big buttons, no names. A phone keeps its taps until we have them, and each counts
 * once (R17, R22).
 */
export const padsRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/events/:id/pad', 'matter', (visit) => {
    const event = findToCount(visit)
    look(store, visit.by, 'event', event)
    return show(visit.reply, page(visit, event))
  })

  desk.change('/desk/events/:id/taps', 'matter', (visit) => {
    const event = findToCount(visit)
    const form = parse(TapsForm, visit.body)
    if (!form.accepted) return again(visit, event, form.refusals)
    const read = form.value.taps
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' '))
    if (
      read.length > MOST_TAPS ||
      read.some(
        ([key, grouping, group, sign]) =>
          !KEY.test(key ?? '') || !grouping || !group || !/^[+-]1$/.test(sign ?? ''),
      )
    )
      return again(visit, event, [
        { field: 'form', reason: 'These taps did not arrive whole. Nothing was saved' },
      ])
    const fresh = once(
      read.map(([key, grouping, group, sign]) => ({
        key: key!,
        grouping: grouping!,
        group: group!,
        count: Number(sign),
      })),
    ).filter((each) => !store.events.isCounted(each.key))
    const decision = countTaps(event, store.sources.groupings(), fresh)
    if (!decision.accepted) return again(visit, event, decision.refusals)
    if (fresh.length > 0) store.events.recordTaps(event.id, fresh, visit.by)
    return saved(visit.request, visit.reply, to('/desk/events', event.id, 'pad'))
  })

  /** From paper: the number that was counted takes the place of what stands there. */
  desk.change('/desk/events/:id/counts', 'matter', (visit) => {
    const event = findToCount(visit)
    const form = parse(TypedForm, visit.body)
    const { grouping: inGroups, group: inGroup } = typedIn(visit.body)
    const field = `count-${String(inGroups)}-${String(inGroup)}`
    if (!form.accepted) return again(visit, event, form.refusals, field)
    const { key, grouping, group, count, was } = form.value
    if (store.events.isCounted(key))
      return saved(visit.request, visit.reply, to('/desk/events', event.id, 'pad'))
    if (count === null)
      return again(visit, event, [{ field: 'count', reason: 'Write how many there were' }], field)
    const now = event.taps
      .filter((tap) => tap.grouping === grouping && tap.group === group)
      .reduce((sum, tap) => sum + tap.count, 0)
    const decision = countTaps(event, store.sources.groupings(), [
      { grouping, group, count: count - now },
    ])
    if (!decision.accepted) return again(visit, event, decision.refusals)
    if (was !== null && was !== now)
      return again(
        visit,
        event,
        [
          {
            field: 'count',
            reason: `Someone counted while you were writing. It was ${was}, and it is ${now} now. Is ${count} still right?`,
          },
        ],
        field,
      )
    store.events.recordTaps(event.id, [{ key, grouping, group, count: count - now }], visit.by)
    return saved(visit.request, visit.reply, to('/desk/events', event.id, 'pad'))
  })

  desk.change('/desk/events/:id/options', 'matter', (visit) => {
    const event = findEventToChange(store, visit)
    const form = parse(OptionForm, visit.body)
    if (!form.accepted) return again(visit, event, form.refusals, 'options')
    if (!event.options.some((each) => each.text === form.value.text))
      store.events.recordOption(event.id, form.value.text, visit.by)
    return saved(visit.request, visit.reply, to('/desk/events', event.id, 'pad'))
  })
  desk.change('/desk/events/:id/options/:optionId/ending', 'matter', (visit) => {
    const event = findEventToChange(store, visit)
    const option = event.options.find((each) => each.id === idIn(visit.params.optionId))
    if (!option) throw notFound()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, event, form.refusals)
    store.events.endOption(event.id, option.id, visit.by)
    return saved(visit.request, visit.reply, to('/desk/events', event.id, 'pad'))
  })

  /** A show of hands, and the topic that was chosen. */
  desk.change('/desk/events/:id/hands', 'matter', (visit) => {
    const event = findEventToChange(store, visit)
    const form = parse(
      z.strictObject({
        chosen: maybeId(),
        ...Object.fromEntries(event.options.map((each) => [`hands-${each.id}`, maybeNumber(9999)])),
      }),
      visit.body,
    )
    if (!form.accepted) return again(visit, event, form.refusals, 'hands')
    const fields = form.value as { chosen: number | null } & Record<string, number | null>
    store.events.recordHands(
      event.id,
      event.options.map((each) => ({
        id: each.id,
        hands: fields[`hands-${each.id}`] ?? null,
        chosen: fields.chosen === each.id,
      })),
      visit.by,
    )
    return saved(visit.request, visit.reply, to('/desk/events', event.id, 'pad'))
  })

  /** A key that stands in one letter twice is one tap. */
  const once = <T extends { key: string }>(taps: T[]): T[] => [
    ...new Map(taps.map((tap) => [tap.key, tap])).values(),
  ]
  const findToCount = (visit: Visit): Event => {
    const event = findEvent(store, visit)
    if (!may.count(visit.who, event)) throw notAllowed()
    return event
  }
  const again = (
    visit: Visit,
    event: Event,
    errors: { field: string; reason: string }[],
    form = 'pad',
  ) => {
    look(store, visit.by, 'event', event)
    return refused(visit.request, visit.reply, errors, () =>
      page(visit, event, { form, errors, body: visit.body }),
    )
  }
  const page = (visit: Visit, event: Event, failed?: Parameters<Desk['frame']>[3]) =>
    view('desk/evidence/events/pad', {
      frame: desk.frame(
        visit,
        event.depth === 'named' ? 'Count' : `Count: ${eventTermsOf(event).name}`,
        'events',
        failed,
      ),
      event,
      groupings: store.sources.groupings(),
      key: store.events.newKey(),
      mayChange: may.change(visit.who, event),
    })
}
