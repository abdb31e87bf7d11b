import { HOMELESS } from '../../domain/round-tables/agenda.ts'
import type { Day } from '../../domain/day.ts'
import {
  USUAL_AGENDA,
  type AgendaOfMinutes,
  type Stop,
} from '../../domain/round-tables/agenda/headings.ts'
import type { Reachable } from '../../domain/round-tables/agenda/reached.ts'
import { cutoffOf } from '../../domain/round-tables/as-it-stood.ts'
import { isFinished, type RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import { slotsWithoutLines } from '../agenda.ts'
import { agendaWords, keptSlots, wordsOfReachable } from '../agenda-words.ts'

/** @param today nothing where only minutes are read that are finished. */
export const agendaOfMinutes = (
  store: Store,
  table: RoundTable,
  today: Day | null,
): AgendaOfMinutes => {
  const kept = isFinished(table) ? store.agendas.kept(table.id) : undefined
  const words = agendaWords(store, table)
  const cutoff = cutoffOf(table)
  const said = (reachable: Reachable): string[] => {
    const text = wordsOfReachable(words, reachable)
    return text === null ? [] : [text]
  }
  return {
    slots: kept
      ? keptSlots(store, table, kept).filter(({ key }) => key !== HOMELESS)
      : !isFinished(table) && today !== null
        ? slotsWithoutLines(store, table, today)
        : USUAL_AGENDA.slots,
    stops: stopsOf(store, table),
    notReached: (kept?.notReached ?? []).flatMap(said),
    outcomes: store.agendas
      .outcomesAt(table.id)
      .filter((each) => each.at <= cutoff)
      .flatMap(({ of, id, outcome, reason }) =>
        said({ of, id }).map((text) => ({ text, outcome, reason })),
      ),
  }
}

/**
 * What the table turned to, with what was typed before it turned to the next. What was written by a
 * form belongs to what was spoken of at that time.
 */
const stopsOf = (store: Store, table: RoundTable): Stop[] => {
  const turns = store.agendas.turns(table.id)
  if (turns.length === 0) return []
  const stops = turns.map(({ slotKey, title }): Stop => ({
    key: slotKey,
    title,
    noteIds: [],
    concernIds: [],
    actionIds: [],
  }))
  let at = -1
  const typed = new Set<string>()
  for (const { key, noun, nounId } of store.typedLines.ofTable(table.id)) {
    if (noun === 'turn') at = turns.findIndex(({ id }) => id === nounId)
    else {
      put(mendedIn(stops, key) ?? stops[at], noun, nounId)
      typed.add(`${noun} ${nounId}`)
    }
  }
  const atTime = (when: string) => stops[turns.findLastIndex((turn) => turn.at <= when)]
  for (const concern of store.concerns.listUnfiltered(store.roundTables.itemIds(table.id)))
    if (!typed.has(`concern ${concern.id}`) && !typed.has(`held ${concern.id}`))
      if (concern.roundTableId === table.id) put(atTime(concern.createdAt), 'concern', concern.id)
  for (const action of store.actions.ofTable(table.id, []))
    if (!typed.has(`action ${action.id}`)) put(atTime(action.agreedAt), 'action', action.id)
  return stops
}

/** A line that is read again later stays where the note stood that it was. */
const mendedIn = (stops: Stop[], key: string): Stop | undefined => {
  const [, id] = /^fix-(\d+)-/.exec(key) ?? []
  return stops.find(({ noteIds }) => noteIds.includes(Number(id)))
}

const put = (stop: Stop | undefined, noun: string, id: number): void => {
  if (noun === 'note') stop?.noteIds.push(id)
  if (noun === 'concern' || noun === 'held') stop?.concernIds.push(id)
  if (noun === 'action') stop?.actionIds.push(id)
}
