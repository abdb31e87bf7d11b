import { z } from 'zod'
import { accept, refuse, type Decision } from '../../../../domain/decision.ts'
import { countTaps, eventTermsOf, type Event } from '../../../../domain/evidence/event.ts'
import { may } from '../../../../domain/may.ts'
import type { Failed } from '../../../change.ts'
import { maybeId, maybeNumber, needed, TAMPERED, typedIn, words } from '../../../forms.ts'
import { notAllowed } from '../../../errors.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { change, frameOf, page, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { mayChange, partCalled, takenOut, withPart, type MovesOf } from '../matters.ts'
import { findEvent, lookAtEvent } from './event-page.ts'

const KEY = /^[\w-]{8,60}$/
const ONE = /^[+-]1$/
const MOST_TAPS = 500
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
/** Each topic has a field of its own, named by its id. */
const handsForm = ({ options }: Event) =>
  z.strictObject({
    chosen: maybeId(),
    ...Object.fromEntries(options.map(({ id }) => [`hands-${id}`, maybeNumber(9999)])),
  })

interface Tap {
  key: string
  grouping: string
  group: string
  count: number
}

const mayCount = ({ who }: Visit, event: Event): boolean => may.count(who, event)

const padPage = (visit: Visit, event: Event, failed?: Failed): Drawn => {
  const { store } = visit
  const title = event.depth === 'named' ? 'Count' : `Count: ${eventTermsOf(event).name}`
  return view('desk/evidence/events/pad', {
    frame: frameOf(visit, title, 'events', failed),
    event,
    groupings: store.sources.groupings(),
    key: store.events.newKey(),
    mayChange: mayChange(visit, event),
  })
}

const showPage = (visit: Visit): Drawn => {
  const event = findEvent(visit)
  if (!mayCount(visit, event)) throw notAllowed()
  lookAtEvent(visit, event)
  return padPage(visit, event)
}

/** What every count on the pad has in common, ... */
const ofPad: MovesOf<Event> = {
  find: findEvent,
  allow: mayCount,
  answer: (_visit, { id }) => to('/desk/events', id, 'pad'),
  again: (visit, event, failed) => {
    lookAtEvent(visit, event)
    return padPage(visit, event, failed)
  },
}
/** ... and what is chosen on it by those who may change the event. */
const ofTopics: MovesOf<Event> = { ...ofPad, allow: mayChange }

const tap = change('/desk/events/:id/taps', 'matter', {
  ...ofPad,
  name: 'pad',
  form: TapsForm,
  decide: ({ store }, event, { taps }): Decision<Tap[]> => {
    const read = tapsIn(taps)
    if (!read) return refuse(TAMPERED, 'These taps did not arrive whole. Nothing was saved')
    const fresh = read.filter((each) => !store.events.isCounted(each.key))
    const decision = countTaps(event, store.sources.groupings(), fresh)
    return decision.accepted ? accept(fresh) : decision
  },
  record: ({ store, by }, { id }, fresh) => {
    if (fresh.length > 0) store.events.recordTaps(id, fresh, by)
  },
})

/** The taps of one letter, each once: a key that stands in it twice is one tap. */
const tapsIn = (text: string): Tap[] | undefined => {
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' '))
  const isWhole = ([key = '', grouping, group, sign = '']: string[]): boolean =>
    KEY.test(key) && Boolean(grouping) && Boolean(group) && ONE.test(sign)
  if (lines.length > MOST_TAPS || !lines.every(isWhole)) return undefined
  const byKey = lines.map(([key, grouping, group, sign]): [string, Tap] => [
    key!,
    { key: key!, grouping: grouping!, group: group!, count: Number(sign) },
  ])
  return [...new Map(byKey).values()]
}

/** From paper: the number that was counted takes the place of what stands there. */
const typeCount = change('/desk/events/:id/counts', 'matter', {
  ...ofPad,
  name: 'counts',
  form: TypedForm,
  decide: ({ store }, event, { key, grouping, group, count, was }): Decision<Tap | null> => {
    if (store.events.isCounted(key)) return accept(null)
    if (count === null) return refuse('count', 'Write how many there were')
    const now = event.taps
      .filter((each) => each.grouping === grouping && each.group === group)
      .reduce((sum, each) => sum + each.count, 0)
    const counted = { key, grouping, group, count: count - now }
    const decision = countTaps(event, store.sources.groupings(), [counted])
    if (!decision.accepted) return decision
    return was === null || was === now
      ? accept(counted)
      : refuse(
          'count',
          `Someone counted while you were writing. It was ${was}, and it is ${now} now. ` +
            `Is ${count} still right?`,
        )
  },
  record: ({ store, by }, { id }, counted) => {
    if (counted) store.events.recordTaps(id, [counted], by)
  },
  // What is wrong with a number stands beside its field; what is wrong with the groups, above all.
  again: (visit, event, failed) => {
    const { grouping, group } = typedIn(failed.body)
    const isOfPad = failed.errors.some((each) => each.field === 'taps')
    const form = isOfPad ? 'pad' : `count-${String(grouping)}-${String(group)}`
    return ofPad.again(visit, event, { ...failed, form })
  },
})

const addOption = change('/desk/events/:id/options', 'matter', {
  ...ofTopics,
  name: 'options',
  keepsWords: true,
  form: OptionForm,
  decide: (_visit, _event, form) => accept(form),
  record: ({ store, by }, { id, options }, { text }) => {
    if (!options.some((each) => each.text === text)) store.events.recordOption(id, text, by)
  },
})

const endOption = change('/desk/events/:id/options/:optionId/ending', 'matter', {
  ...withPart(ofTopics, ({ options }, { params }) => partCalled(options, params.optionId)),
  ...takenOut,
  name: 'pad',
  record: ({ store, by }, { matter, part }) => store.events.endOption(matter.id, part.id, by),
})

/** A show of hands, and the topic that was chosen. */
const countHands = change('/desk/events/:id/hands', 'matter', {
  ...ofTopics,
  name: 'hands',
  form: (_visit, event) => handsForm(event),
  decide: (_visit, { options }, { chosen, ...typed }) => {
    const hands: Record<string, number | null> = typed
    return accept(
      options.map(({ id }) => ({
        id,
        hands: hands[`hands-${id}`] ?? null,
        chosen: chosen === id,
      })),
    )
  },
  record: ({ store, by }, { id }, hands) => store.events.recordHands(id, hands, by),
})

/**
 * The tally pad: big buttons, no names. A phone keeps its taps until we have them, and each counts
 * once (R17, R22).
 */
export const padsRoutes: readonly Route[] = [
  page('/desk/events/:id/pad', 'matter', showPage),
  tap,
  typeCount,
  addOption,
  endOption,
  countHands,
]
