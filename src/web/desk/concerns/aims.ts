import { aimsByQuarter } from '../../../domain/concerns/aims.ts'
import { quarterOf } from '../../../domain/quarter.ts'
import { aimsIn, endsTold } from '../../../work/aims.ts'
import { titleOfConcern } from '../../../work/names.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { cappedAnd } from '../capped.ts'
import { frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

/** Three years, unless someone asks for all of it (R20). */
const MOST_QUARTERS = 12

/** How far what may be spoken of at the table has come towards the four aims. */
const aimsPage = (visit: Visit): Drawn => {
  const { store, who, query, today } = visit
  const seen = [...store.glances.concerns()].filter(
    (each) => each.mergedIntoId === null && each.depth !== 'named' && !each.isTakenOut,
  )
  const quarters = [...new Set(seen.map((each) => quarterOf(each.raisedOn)))].toSorted()
  const from = query.all === 'yes' ? '' : (quarters.at(-MOST_QUARTERS) ?? '')
  const raised = seen.filter((each) => quarterOf(each.raisedOn) >= from)
  const reached = aimsIn(store, endsTold(store), today)
  const concerns = raised.map((each) => ({
    id: each.id,
    raisedOn: each.raisedOn,
    aims: reached(each),
  }))
  const { shown, more } = cappedAnd(visit, concerns.toReversed(), (lines) => {
    const ids = lines.map((each) => each.id)
    const read = new Map(store.concerns.listOf(ids, who).map((each) => [each.id, each]))
    return lines.flatMap(({ id, aims }) => {
      const concern = read.get(id)
      return concern ? [{ id, text: titleOfConcern(concern), aims }] : []
    })
  })
  return view('desk/concerns/aims', {
    frame: frameOf(visit, 'Our four aims', 'concerns'),
    quarters: aimsByQuarter(concerns),
    older: quarters.filter((each) => each < from).length,
    concerns: shown,
    more,
  })
}

/** `/desk/aims`: the four aims of the partnership, for all concerns and for each. */
export const aimsRoutes: readonly Route[] = [page('/desk/aims', 'read', aimsPage)]
