import { MOST_LETTERS, queryIn } from '../../../domain/search.ts'
import { namesOf } from '../../../work/names.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { candidatesFor, type Candidates } from './candidates.ts'
import { entriesFound } from './entries.ts'
import { foundIn, writeLooks, type Things } from './found.ts'
import { actionsFound, concernsFound, evidenceFound } from './matters.ts'
import { peopleFound } from './people.ts'
import { tablesFound } from './tables.ts'

/**
 * A search over everything this person may know. It looks through the record itself and
 * keeps no index: what is held in private, or erased, is in no second place (R11, R29).
 */
const searchPage = (visit: Visit): Drawn => {
  const q = (visit.query.q ?? '').trim().slice(0, MOST_LETTERS)
  const query = queryIn(q)
  const candidates = query && candidatesFor(visit, query)
  const all = candidates ? thingsIn(visit, candidates) : []
  const asked = visit.query.in ?? ''
  const only = all.some(({ key }) => key === asked) ? asked : ''
  const found = query ? foundIn(all, query, only) : { groups: [], count: 0, held: [] }
  writeLooks(visit, found.held)
  const { groups, count, held } = found
  return view('desk/search/index', {
    frame: frameOf(visit, q ? `Search: ${q}` : 'Search', 'search'),
    q,
    only,
    groups,
    count,
    looks: held.length,
    isCut: candidates?.isCut === true,
  })
}

const thingsIn = (visit: Visit, candidates: Candidates): Things[] => {
  const { actions, concerns, lines, told } = candidates
  const names = namesOf(visit.store)
  return [
    actionsFound(visit, names, actions),
    concernsFound(visit, names, concerns),
    ...tablesFound(visit, lines),
    entriesFound(visit, told),
    evidenceFound(visit, names, candidates),
    ...peopleFound(visit, names),
  ]
}

/** `/desk/search?q=`: a look, where something held in private is found. */
export const searchRoutes: readonly Route[] = [page('/desk/search', 'read', searchPage)]
