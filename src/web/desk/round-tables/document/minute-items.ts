import { standing } from '../../../../domain/concerns/standing.ts'
import type { Action } from '../../../../domain/actions/action.ts'
import { may } from '../../../../domain/may.ts'
import { itemsOf, TAKEN_OUT } from '../../../../domain/round-tables/minutes.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { titleOfConcern } from '../../../../work/names.ts'
import { to } from '../../../to.ts'
import type { Item } from '../../../views/desk/round-tables/document.ts'
import type { Visit } from '../../visit.ts'

/**
 * The numbered items as the minute-taker sees them: a named matter is a gap even here, with a way
 * in for those on its list (R11).
 */
export const minuteItems = (
  { store, who }: Visit,
  table: RoundTable,
  notes = store.notes.ofTable(table.id),
): Item[] => {
  const ids = store.roundTables.itemIds(table.id)
  const actions: Action[] = store.actions.ofTable(table.id, ids)
  const concerns = store.concerns.listUnfiltered(ids)
  const here = ids.map((id) => concerns.find((each) => each.id === id)!)
  const alone = actions.filter(
    (action) =>
      action.roundTableId === table.id && !action.concernIds.some((id) => ids.includes(id)),
  )
  return itemsOf(table, here, actions, notes, 'table')
    .map((item, i) => {
      const concern = here[i]
      const matter = concern ?? alone[i - here.length]!
      const under = actions.filter((each) => concern && each.concernIds.includes(concern.id))
      return {
        ...item,
        key:
          item.gap !== null
            ? `item-gap-${item.number}`
            : concern
              ? `item-${concern.id}`
              : `item-action-${matter.id}`,
        matter: concern
          ? { noun: 'concern' as const, id: concern.id, at: concern.createdAt }
          : { noun: 'action' as const, id: matter.id, at: alone[i - here.length]!.agreedAt },
        standing: standing(under),
        open:
          item.gap !== null && may.see(who, matter)
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
  { store, who }: Visit,
  table: RoundTable,
  all = false,
): { id: number; text: string }[] => {
  const here = all ? [] : store.roundTables.concernIds(table.id)
  const ids = [...store.glances.concerns()]
    .filter(
      (each) =>
        !here.includes(each.id) &&
        !each.isTakenOut &&
        each.mergedIntoId === null &&
        each.depth !== 'named',
    )
    .map((each) => each.id)
  return store.concerns
    .listOf(ids.slice(-MOST_OTHERS).toReversed(), who)
    .map((each) => ({ id: each.id, text: titleOfConcern(each) }))
}
