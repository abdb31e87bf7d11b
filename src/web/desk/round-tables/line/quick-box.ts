import { randomUUID } from 'node:crypto'
import type { Concern } from '../../../../domain/concerns/concern.ts'
import { timeOf } from '../../../../domain/day.ts'
import { missing, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { say } from '../../../../domain/say.ts'
import type { Store } from '../../../../store/store.ts'
import { lineOf, type WrittenLine } from '../../../../work/put-right/line-of.ts'
import { offersFor } from '../../../../work/minute-lines/offers.ts'
import { readAloud, short } from '../../../../work/minute-lines/read-aloud.ts'
import { namesOf, titleOfConcern } from '../../../../work/names.ts'
import { to } from '../../../to.ts'
import type { BoxReading, QuickBox } from '../../../views/desk/round-tables/round-tables.ts'
import type { Visit } from '../../visit.ts'

/** Under which address what is typed at a table is kept. */
export const placeOf = (table: RoundTable): string => to('/desk/round-tables', table.slug)

/**
 * The concern that the next line goes under: the one the box says, else the last that came up,
 * where this person may know it.
 */
export const lastConcern = (
  store: Store,
  visit: Visit,
  table: RoundTable,
  asked: number | null,
): Concern | undefined => {
  const unasked = store.typedLines.becameHeld(table.id)
  const ids = store.roundTables.concernIds(table.id).filter((id) => !unasked.includes(id))
  const since = sinceTurned(store, table, ids)
  const last = asked !== null && ids.includes(asked) ? asked : since.at(-1)
  return last === undefined ? undefined : store.concerns.find(last, visit.who)
}

/** A table that turned to something else is at no concern until the next comes up. */
const sinceTurned = (store: Store, table: RoundTable, ids: number[]): number[] => {
  const turn = store.agendas.turns(table.id).at(-1)
  if (!turn) return ids
  const typed = store.typedLines.ofTable(table.id)
  const at = typed.findIndex(({ noun, nounId }) => noun === 'turn' && nounId === turn.id)
  const before = typed.slice(0, at).flatMap((each) => (each.noun === 'concern' ? each.nounId : []))
  const after = store.roundTables.cameAfter(table.id, turn.at)
  return ids.filter((id) => after.includes(id) && !before.includes(id))
}

/** A letter, and nothing to read yet. */
const JUST_BEGUN = /^(#|[caqdunhpx](\d*|-))$/i

/** How what is in the box will be read, and what may complete it while it is typed. */
export const boxReading = (
  store: Store,
  visit: Visit,
  table: RoundTable,
  asked: number | null,
  typed: { text: string; end?: string },
  keptAt: string | null,
): BoxReading => ({
  text: typed.text,
  keptAt,
  offers: typed.end === undefined ? [] : offersFor(store, visit, table, typed.end),
  reads:
    typed.text && !JUST_BEGUN.test(typed.text)
      ? readAloud(
          store,
          visit,
          table,
          typed.text,
          lastConcern(store, visit, table, asked)?.id ?? null,
          namesOf(store),
        )
      : [],
})

/**
 * The box as it stands: empty, or with what was kept of it, or just typed; and what is always in
 * view beside it.
 */
export const quickBox = (
  store: Store,
  visit: Visit,
  table: RoundTable,
  asked: number | null,
  typed?: { text: string; key: string },
): QuickBox => {
  const kept = store.typedLines.kept(visit.who.personId, placeOf(table)).quick
  const concern = lastConcern(store, visit, table, asked)
  const ids = store.roundTables.itemIds(table.id)
  const text = typed?.text ?? kept?.text ?? ''
  return {
    ...boxReading(store, visit, table, asked, { text }, typed ? timeOf(visit.by.at) : null),
    key: typed?.key ?? (text ? kept?.key : undefined) ?? randomUUID(),
    last: concern?.id ?? null,
    underHeld: concern?.depth === 'named',
    under: concern
      ? `item ${ids.indexOf(concern.id) + 1}, ${short(titleOfConcern(concern))}`
      : null,
    seen: store.journal.lastId(),
    now: store.agendas.turns(table.id).at(-1)?.title ?? null,
    instead: text && kept?.instead ? { of: kept.instead, basedOn: kept.basedOn ?? '' } : null,
    back: lastLine(visit, table),
    away: sayAway(store, table),
    clock: timeOf(visit.by.at),
  }
}

/** The last line that this person typed, unless it cannot be changed here. */
const lastLine = (visit: Visit, table: RoundTable): WrittenLine | null => {
  const { store, who } = visit
  const last = store.typedLines
    .recent(table.id, MOST_BACK)
    .find((each) => each.personId === who.personId)
  if (!last) return null
  const noun = last.noun === 'update' ? 'terms' : last.noun
  return lineOf(store, visit, table, `${noun}-${last.nounId}`) ?? null
}
const MOST_BACK = 5

/** R6: who is missing stands in view as long as the table meets. */
const sayAway = (store: Store, table: RoundTable): QuickBox['away'] => {
  if (table.attendance.length === 0) return { words: 'Nobody is marked here yet', isWrong: true }
  const gone = missing(table, store.organisations.list())
  return gone.length > 0
    ? { words: `No one from ${say.either(gone.map((each) => each.publicName))}`, isWrong: true }
    : { words: 'Everyone is here', isWrong: false }
}
