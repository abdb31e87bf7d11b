import { aimsByQuarter } from '../../../domain/concerns/aims.ts'
import { aimsIn } from '../../../work/aims.ts'
import { titleOfConcern } from '../../../work/names.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

/** How far all that may be spoken of at the table has come towards the four aims. */
const aimsPage = (visit: Visit): Drawn => {
  const { store, who } = visit
  const reached = aimsIn(store)
  const concerns = store.concerns
    .list(who)
    .filter((each) => each.mergedIntoId === null && each.depth !== 'named')
    .map((concern) => ({ concern, text: titleOfConcern(concern), aims: reached(concern) }))
  return view('desk/concerns/aims', {
    frame: frameOf(visit, 'Our four aims', 'concerns'),
    quarters: aimsByQuarter(concerns),
    concerns: concerns.toReversed(),
  })
}

/** `/desk/aims`: the four aims of the partnership, for all concerns and for each. */
export const aimsRoutes: readonly Route[] = [page('/desk/aims', 'read', aimsPage)]
