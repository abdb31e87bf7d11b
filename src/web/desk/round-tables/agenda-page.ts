import { sayWhen, dayOf } from '../../../domain/day.ts'
import { may } from '../../../domain/may.ts'
import { lengthOf, timesOf, type Slot } from '../../../domain/round-tables/agenda.ts'
import { HOLDINGS, SAY_HOLDING } from '../../../domain/round-tables/agenda/holdings.ts'
import { orderAsTyped } from '../../../domain/round-tables/agenda/order.ts'
import { sayPassed, type TopicAt } from '../../../domain/round-tables/agenda/reached.ts'
import { stateOf, titleOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { topicsOf } from '../../../work/agenda.ts'
import { keptSlots } from '../../../work/agenda-words.ts'
import { namesOf } from '../../../work/names.ts'
import type { Failed } from '../../change.ts'
import { Problem } from '../../errors.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'
import { slotsOf } from './agenda-slots.ts'
import { findTable } from './find-round-table.ts'

/**
 * The agenda of a table: what is open now, for one that is to come; what stood on it, for one that
 * is over.
 */
export const agendaPage = (visit: Visit, table: RoundTable, failed?: Failed): Drawn => {
  const { store, who } = visit
  const isAhead = isToCome(table)
  const slots = isAhead ? slotsOf(visit, table) : slotsThen(visit, table)
  const mayWrite = may.write(who) && isAhead
  return view('desk/round-tables/agenda', {
    frame: frameOf(visit, `Agenda, ${titleOf(table)}`, 'round-tables', failed),
    table,
    slots,
    times: timesOf(slots, table.startsAt),
    length: lengthOf(slots),
    large: visit.query.large === 'yes',
    isAhead,
    mayWrite,
    mayPark: may.park(who) && isAhead,
    holdings: HOLDINGS.map((value) => ({ value, label: SAY_HOLDING[value] })),
    order: orderAsTyped(slots),
    basedOn: store.agendas.arranged(table.id)?.id ?? 0,
    standing: mayWrite ? sayStanding(visit) : null,
    topics: isAhead ? topicsHere(visit, table) : [],
  })
}

/** What stood on it; nothing where a table was finished before agendas were kept. */
const slotsThen = ({ store }: Visit, table: RoundTable): Slot[] => {
  const kept = store.agendas.kept(table.id)
  return kept ? keptSlots(store, table, kept) : []
}

const sayStanding = ({ store }: Visit): string | null => {
  const order = store.agendas.standingOrder()
  if (!order) return null
  return `${namesOf(store).person(order.personId)} kept it on ${sayWhen(dayOf(order.at))}`
}

const topicsHere = (visit: Visit, table: RoundTable) => {
  const { store, today } = visit
  const names = namesOf(store)
  const outcomes = store.agendas.outcomes().filter(({ of }) => of === 'topic')
  return topicsOf(store, table, today).map((topic) => ({
    id: topic.id,
    text: topic.text,
    by: names.person(topic.personId),
    note: sayPassed(topic.passed, ({ heldOn }) => sayWhen(heldOn.slice(0, 7))),
    mayEnd: topic.passed.length === 0 && mayEndTopic(visit, topic),
    mayDrop: topic.passed.length > 0 && may.write(visit.who),
    outcome: outcomes.find(({ id }) => id === topic.id)?.outcome ?? null,
  }))
}

/** Whoever put it down, and whoever writes the agenda. */
export const mayEndTopic = ({ who }: Visit, { personId }: Pick<TopicAt, 'personId'>): boolean =>
  personId === who.personId || may.write(who)

export const isToCome = (table: RoundTable): boolean => ['planned', 'open'].includes(stateOf(table))

/** A table that people can still put something down for. */
export const findAhead = (visit: Visit): RoundTable => {
  const table = findTable(visit)
  if (isToCome(table)) return table
  throw new Problem(
    409,
    'This round table is over',
    'Nothing was saved. Put it down for the next one.',
  )
}

export const agendaAt = ({ slug }: RoundTable, part: string): string =>
  `${to('/desk/round-tables', slug, 'agenda')}#${part}`
