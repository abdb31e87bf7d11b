import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Item } from '../../views/desk/round-tables.ts'
import type { Drawn } from '../../views/view.ts'
import type { Desk, Visit } from '../visit.ts'
import { minuteItems as itemsNow } from './minuting/minute-items.ts'
import { minutePage as pageNow, type FailedHere } from './minuting/minuting-page.ts'

export { representedIn } from './minuting/attendance-form.ts'

// The minuting page as `typed-lines.ts` and `news.ts` ask for it; it goes when they are a list of
// routes and import from `minuting/` themselves.

export const minutePage = (
  _desk: Desk,
  visit: Visit,
  table: RoundTable,
  failed?: FailedHere,
): Drawn => pageNow(visit, table, failed)

export const minuteItems = (_desk: Desk, visit: Visit, table: RoundTable): Item[] =>
  itemsNow(visit, table)
