import { termsOf, type Action } from '../../../domain/actions/action.ts'
import type { World } from '../../../domain/actions/notices.ts'
import { nextTable } from '../../../domain/actions/pace/next-table.ts'
import { monthTitleOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { NoticeRow } from '../../../store/actions/notices.ts'
import { sayTimeIn } from '../round-tables/table-words.ts'

/** R21: of which table a letter is: the next one, and else where what it tells was agreed. */
export const sayMeets = (world: World, actions: Action[], told: NoticeRow[]): string[] => {
  const next = nextTable(world)
  if (next && told.some((each) => each.why === 'table')) return [`${sayDay(next)} ${ASKED}`]
  if (next) return [sayDay(next)]
  const at = [...new Set(actions.map((each) => each.roundTableId))].flatMap(
    (id) => world.tables.find((each) => each.id === id) ?? [],
  )
  return at.length === 0
    ? []
    : [`It is about what was agreed at the ${at.map(monthTitleOf).join(' and the ')}.`]
}

const ASKED = 'These are on its agenda. Say before that day where each of them stands.'

const sayDay = (table: RoundTable): string =>
  `The next round table meets on ${sayTimeIn(table)}${table.place === null ? '' : `, ${table.place}`}.`

/** What is late comes first, the oldest of it before the others. */
export const byDate = (a: Action, b: Action): number =>
  (termsOf(a).by ?? '9999').localeCompare(termsOf(b).by ?? '9999')
