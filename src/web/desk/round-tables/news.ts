import type { Desk, Visit } from '../visit.ts'
import { choicesOf, namesOf } from '../../../work/names.ts'
import type { Action } from '../../../domain/actions/action.ts'
import { timeOf } from '../../../domain/day.ts'
import { may } from '../../../domain/may.ts'
import { missing, titleOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { view } from '../../views/desk.ts'
import type { Item } from '../../views/desk/round-tables.ts'
import { minuteItems, representedIn } from './minuting-page.ts'
import { quickBox } from './quick-box.ts'

/** Every part of the page that changed since a line of the journal, whoever changed it. */
export const newsPart = (
  desk: Desk,
  visit: Visit,
  table: RoundTable,
  seen: number,
  last: number | null,
) => {
  const { store } = desk
  const fresh = store.roundTables.find(table.slug)!
  const changes = store.journal.since(seen)
  const idsOf = (noun: string) => [
    ...new Set(changes.filter((each) => each.noun === noun).map((each) => Number(each.nounId))),
  ]
  const actions = idsOf('action').length ? store.actions.listUnfiltered(idsOf('action')) : []
  const all = changes.length ? minuteItems(desk, visit, fresh) : []
  const noteConcerns = idsOf('note').map((id) => store.notes.find(id, table.id)?.concernId ?? null)
  const concerns = new Set([
    ...idsOf('concern'),
    ...actions.flatMap((action) => action.concernIds),
    ...noteConcerns.filter((id) => id !== null),
  ])
  const out = changes.some((each) => each.verb === 'took out')
  const items = out ? all : all.filter((item) => isTouched(item, concerns, actions))
  const goneActions = actions
    .filter((action) => action.takenOutAt !== null)
    .map((action) => `item-action-${action.id}`)
  const goneConcerns = idsOf('concern')
    .filter((id) => !all.some((item) => item.concern?.id === id))
    .map((id) => `item-${id}`)
  return view('desk/round-tables/minuting/_news', {
    frame: desk.frame(visit, titleOf(table), 'round-tables'),
    names: namesOf(store),
    choices: choicesOf(store),
    table: fresh,
    savedAt: timeOf(visit.by.at),
    at: '',
    missing: missing(fresh, store.organisations.list()),
    represented: representedIn(fresh),
    differences: [],
    attendance: changes.some(
      (each) => each.noun === 'round table' && each.verb === 'noted who was at',
    ),
    items,
    gone: [...goneActions, ...goneConcerns],
    carried: actions.filter(
      (action) =>
        action.roundTableId !== table.id &&
        action.takenOutAt === null &&
        may.see(visit.who, action),
    ),
    notes: idsOf('note').length
      ? store.notes.ofTable(table.id).filter((each) => each.concernId === null)
      : null,
    quick: quickBox(store, visit, fresh, last),
  })
}

const isTouched = (item: Item, concerns: Set<number>, actions: Action[]): boolean =>
  item.concern
    ? concerns.has(item.concern.id)
    : item.gap !== null ||
      actions.some((action) => item.actions.some((each) => each.id === action.id))
