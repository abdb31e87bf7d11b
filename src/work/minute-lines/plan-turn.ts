import { homeOf } from '../../domain/round-tables/agenda.ts'
import { LONGEST_TITLE } from '../../domain/round-tables/agenda/order.ts'
import { plain } from '../../domain/round-tables/line/mentions.ts'
import type { Line } from '../../domain/round-tables/line/line.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { slotsWithoutLines, topicsOf } from '../agenda.ts'
import type { Above } from './above.ts'
import { onlyNote, type PlannedNote, type PlannedTurn } from './planned.ts'

/**
 * What a table may turn to: the slots of its agenda, with what people asked to talk about where it
 * stands there.
 */
export const placesOf = (
  store: Store,
  { today }: Pick<Actor, 'today'>,
  table: RoundTable,
): { key: string; title: string }[] => {
  const all = slotsWithoutLines(store, table, today)
  const slots = all.map(({ key, title }) => ({ key, title }))
  const topics = topicsOf(store, table, today)
    .map(({ id, text }) => ({ key: `topic-${id}`, title: text }))
    .filter(({ key }) => !slots.some((slot) => slot.key === key))
  const home = homeOf('topics', all)
  const at = all.findIndex(({ key }) => key === home) + 1
  return at > 0 ? [...slots.slice(0, at), ...topics, ...slots.slice(at)] : [...slots, ...topics]
}

/** The slot that is called so, or the only one that begins so; else a heading of its own. */
export const planTurn = ({ store, actor, table }: Above, line: Line): PlannedTurn | PlannedNote => {
  if (line.text.length > LONGEST_TITLE)
    return onlyNote(line, `What the table turns to has ${LONGEST_TITLE} letters at most`)
  const wanted = plain(line.text)
  const places = placesOf(store, actor, table)
  const begin = places.filter(({ title }) => wanted !== '' && plain(title).startsWith(wanted))
  const place =
    places.find(({ title }) => plain(title) === wanted) ??
    (begin.length === 1 ? begin[0] : undefined)
  return { becomes: 'turn', line, slotKey: place?.key ?? null, title: place?.title ?? line.text }
}
