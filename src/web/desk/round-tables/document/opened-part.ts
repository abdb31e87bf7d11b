import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import type { Visit } from '../../visit.ts'
import { carriedPart } from '../minuting/carried.ts'
import { documentOf } from './document.ts'
import { carriedHere } from '../minuting/minuting-page.ts'
import { partOf } from '../minuting/part.ts'

/**
 * One piece of the page, opened to be changed or shut again: its form is drawn only then. Without
 * htmx the whole page is drawn with it.
 */
export const openedPart = (visit: Visit, table: RoundTable): Drawn | undefined => {
  const { part = '' } = visit.query
  const carried = carriedHere(visit, table)
  const [, id] = /^carried-(\d+)$/.exec(part) ?? []
  const action = carried.find((each) => each.id === Number(id))
  if (action) return carriedPart(visit, { table, action, form: part, isOpened: true })
  const piece = documentOf(visit, table, carried).find(({ key }) => key === part)
  return (
    piece &&
    view('desk/round-tables/document/_block', { ...partOf(visit, table, ''), savedAt: null, piece })
  )
}
