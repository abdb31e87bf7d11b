import type { Action } from '../../../../domain/actions/action.ts'
import { timeOf } from '../../../../domain/day.ts'
import { may } from '../../../../domain/may.ts'
import { missing, titleOf, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { placesOf } from '../../../../work/minute-lines/plan-turn.ts'
import { choicesOf, namesOf } from '../../../../work/names.ts'
import { view } from '../../../views/desk.ts'
import type { Item } from '../../../views/desk/round-tables.ts'
import { seatsAt } from '../../../../work/attendance.ts'
import { answeredAt } from '../../../../work/expected.ts'
import type { Drawn } from '../../../views/view.ts'
import { frameOf } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { representedIn } from '../minuting/attendance-form.ts'
import { minuteItems } from '../minuting/minute-items.ts'
import { quickBox } from './quick-box.ts'

/** Every part of the page that changed since a line of the journal, whoever changed it. */
export const newsPart = (
  visit: Visit,
  table: RoundTable,
  seen: number,
  last: number | null,
): Drawn => {
  const { store } = visit
  const fresh = store.roundTables.find(table.slug)!
  const touched = touchedSince(visit, fresh, seen)
  return view('desk/round-tables/minuting/_news', {
    frame: frameOf(visit, titleOf(table), 'round-tables'),
    names: namesOf(store),
    choices: choicesOf(store),
    table: fresh,
    savedAt: timeOf(visit.by.at),
    at: '',
    missing: missing(fresh, store.organisations.list()),
    represented: representedIn(fresh),
    seats: seatsAt(store, fresh),
    differences: [],
    answered: answeredAt(store, fresh, visit.today),
    attendance: touched.table,
    ...itemsIn(visit, fresh, touched),
    carried: touched.actions.filter(
      (action) =>
        action.roundTableId !== table.id &&
        action.takenOutAt === null &&
        may.see(visit.who, action),
    ),
    notes: touched.notes
      ? store.notes.ofTable(table.id).filter((each) => each.concernId === null)
      : null,
    quick: quickBox(store, visit, fresh, last),
    places: touched.turns ? placesOf(store, visit, fresh) : null,
  })
}

/** Which records the journal names since, as they stand now. */
interface Touched {
  anything: boolean
  /** The table itself: who is here, how many residents. */
  table: boolean
  notes: boolean
  /** What the table speaks of now. */
  turns: boolean
  concernIds: number[]
  /** ... and those that something else was touched under. */
  around: Set<number>
  actions: Action[]
  /** Something is not in the minutes any more, so that the numbers after it may have moved. */
  takenOut: boolean
}

const touchedSince = ({ store }: Visit, table: RoundTable, seen: number): Touched => {
  const changes = store.journal.since(seen)
  const idsOf = (noun: string): number[] => [
    ...new Set(changes.filter((each) => each.noun === noun).map((each) => Number(each.nounId))),
  ]
  const concernIds = idsOf('concern')
  const actions = idsOf('action').length ? store.actions.listUnfiltered(idsOf('action')) : []
  const notes = idsOf('note').map((id) => store.notes.find(id, table.id))
  const concerns = store.concerns.listUnfiltered(concernIds)
  return {
    anything: changes.length > 0,
    table: idsOf('round table').includes(table.id),
    notes: notes.length > 0,
    turns: idsOf('turn').length > 0,
    concernIds,
    around: new Set([
      ...concernIds,
      ...actions.flatMap((action) => action.concernIds),
      ...notes.flatMap((note) => note?.concernId ?? []),
    ]),
    actions,
    takenOut:
      [...concerns, ...actions].some((each) => each.takenOutAt !== null) ||
      notes.some((note) => note === undefined),
  }
}

const itemsIn = (
  visit: Visit,
  table: RoundTable,
  touched: Touched,
): { items: Item[]; gone: string[] } => {
  const all = touched.anything ? minuteItems(visit, table) : []
  const goneActions = touched.actions
    .filter((action) => action.takenOutAt !== null)
    .map((action) => `item-action-${action.id}`)
  const goneConcerns = touched.concernIds
    .filter((id) => !all.some((item) => item.concern?.id === id))
    .map((id) => `item-${id}`)
  return {
    items: touched.takenOut ? all : all.filter((item) => isTouched(item, touched)),
    gone: [...goneActions, ...goneConcerns],
  }
}

const isTouched = (item: Item, { around, actions }: Touched): boolean =>
  item.concern
    ? around.has(item.concern.id)
    : item.gap !== null ||
      actions.some((action) => item.actions.some((each) => each.id === action.id))
