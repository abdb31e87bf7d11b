import { standing } from '../../../domain/concerns/standing.ts'
import { inAgendaOrder } from '../../../domain/actions/agenda-order.ts'
import type { Desk, Visit } from '../visit.ts'
import { choicesOf, namesOf, titleOfConcern } from '../../../work/names.ts'
import { type Action } from '../../../domain/actions/action.ts'
import type { Refusal } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import { carriedTo, itemsOf, TAKEN_OUT } from '../../../domain/round-tables/minutes.ts'
import {
  missing,
  stateOf,
  titleOf,
  type RoundTable,
} from '../../../domain/round-tables/round-table.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { Item, MinutePage } from '../../views/desk/round-tables.ts'
import { quarterFrom } from '../../../work/due.ts'
import { priorityLines } from './priority-lines.ts'
import { placeOf, quickBox } from './quick-box.ts'

/** The whole page, with the form that was refused where there is one. */
export const minutePage = (
  desk: Desk,
  visit: Visit,
  table: RoundTable,
  failed?: {
    form: string
    errors: Refusal[]
    body: unknown
    differences?: string[]
    typed?: { text: string; key: string }
  },
): ReturnType<typeof view> => {
  const { store } = desk
  const fresh = store.roundTables.find(table.slug)!
  const page: MinutePage = {
    frame: {
      ...desk.frame(visit, titleOf(table), 'round-tables', failed),
      kept: store.typedLines.kept(visit.who.personId, placeOf(table)),
    },
    names: namesOf(store),
    choices: choicesOf(store),
    table: fresh,
    savedAt: visit.query.at && !failed ? '' : null,
    at: visit.query.at ?? '',
    missing: missing(fresh, store.organisations.list()),
    represented: representedIn(fresh),
    differences: failed?.differences ?? [],
    carried: inAgendaOrder(
      carriedTo(fresh, store.actions.list(visit.who)),
      visit.today,
      quarterFrom(visit.today),
    ),
    items: minuteItems(desk, visit, fresh),
    notes: store.notes.ofTable(fresh.id).filter((note) => note.concernId === null),
    quick: quickBox(store, visit, fresh, idOrNull(visit.query.last), failed?.typed),
    priorities: priorityLines(store, visit, fresh),
    all: othersOf(desk, visit, fresh, true),
    toAgree: store.roundTables.list().filter((each) => stateOf(each) === 'draft'),
    others: othersOf(desk, visit, fresh),
  }
  return view('desk/round-tables/minuting/show', page)
}

const idOrNull = (text: string | undefined): number | null =>
  text && /^\d{1,9}$/.test(text) ? Number(text) : null

/**
 * The numbered items as the minute-taker sees them: a named matter is a gap even here, with a way
 * in for those on its list (R11).
 */
export const minuteItems = (desk: Desk, visit: Visit, table: RoundTable): Item[] => {
  const { store } = desk
  const ids = store.roundTables.itemIds(table.id)
  const actions: Action[] = store.actions.ofTable(table.id, ids)
  const concerns = store.concerns.listUnfiltered(ids)
  const here = ids.map((id) => concerns.find((each) => each.id === id)!)
  return itemsOf(table, here, actions, store.notes.ofTable(table.id), 'table')
    .map((item, i) => {
      const concern = here[i]
      const matter =
        concern ??
        actions.filter(
          (action) =>
            action.roundTableId === table.id &&
            !action.concernIds.some((id) => here.some((each) => each.id === id)),
        )[i - here.length]!
      return {
        ...item,
        standing: standing(
          actions.filter((action) => concern && action.concernIds.includes(concern.id)),
        ),
        open:
          item.gap !== null && may.see(visit.who, matter)
            ? to(concern ? '/desk/concerns' : '/desk/actions', matter.id)
            : null,
      }
    })
    .filter((item) => item.gap !== TAKEN_OUT)
}

/** As many as a list can hold that someone looks through. An older one is found under Concerns. */
const MOST_OTHERS = 100

/**
 * Concerns raised before that could be brought to this table, the newest first; with those that are
 * here already where `all` is asked.
 */
export const othersOf = (
  desk: Desk,
  visit: Visit,
  table: RoundTable,
  all = false,
): { id: number; text: string }[] => {
  const here = all ? [] : desk.store.roundTables.concernIds(table.id)
  return desk.store.concerns
    .list(visit.who)
    .filter(
      (each) => !here.includes(each.id) && each.mergedIntoId === null && each.depth !== 'named',
    )
    .slice(-MOST_OTHERS)
    .toReversed()
    .map((each) => ({ id: each.id, text: titleOfConcern(each) }))
}

/** How many are here for each organisation, in words. */
export const representedIn = (table: RoundTable): Record<number, string> =>
  Object.fromEntries(
    [...new Set(table.attendance.map((each) => each.organisationId))].map((id) => {
      const here = table.attendance.filter(
        (each) =>
          each.organisationId === id &&
          (each.presence === 'present' || each.presence === 'sent-someone'),
      ).length
      return [id, here === 0 ? 'no one' : `${here} here`]
    }),
  )
