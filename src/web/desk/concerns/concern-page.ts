import { standing } from '../../../domain/concerns/standing.ts'
import type { Action } from '../../../domain/actions/action.ts'
import { type Concern } from '../../../domain/concerns/concern.ts'
import { may } from '../../../domain/may.ts'
import { hasHappened, stateOf } from '../../../domain/round-tables/round-table.ts'
import { choicesOf, namesOf, titleOfConcern } from '../../../work/names.ts'
import type { Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { view } from '../../views/desk.ts'
import type { ConcernsViews } from '../../views/desk/concerns.ts'
import type { Drawn } from '../../views/view.ts'
import { idIn, look } from '../names.ts'
import { mayOpen } from '../publishing/find-publication.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'

/** The concern of an address, where this person may know of it. */
export const findConcern = ({ store, params, who }: Visit): Concern => {
  const concern = store.concerns.find(idIn(params.id), who)
  if (!concern) throw notFound()
  return concern
}

/**
 * The page of a named concern shows its actions in words too, so each of those is a look as well
 * (R11).
 */
export const lookAtConcern = (visit: Visit, concern: Concern): void => {
  look(visit.store, visit.by, 'concern', concern)
  if (concern.depth === 'named')
    for (const action of actionsUnder(visit, concern)) look(visit.store, visit.by, 'action', action)
}

/** The page of a concern, with the form that was refused on it. */
export const concernPage = (visit: Visit, concern: Concern, failed?: Failed): Drawn => {
  const actions = actionsUnder(visit, concern)
  const tables = visit.store.roundTables.list()
  return view('desk/concerns/show', {
    frame: frameOf(visit, titleOfConcern(concern), 'concerns', failed),
    names: namesOf(visit.store),
    choices: choicesOf(visit.store),
    concern,
    standing: standing(actions),
    actions,
    ...evidenceFor(visit, concern),
    ...publicationOf(visit, concern),
    ...relatedTo(visit, concern),
    notes: visit.store.notes.ofConcern(concern.id),
    mayWrite: may.change(visit.who, concern),
    open: tables.find((each) => stateOf(each) === 'open'),
    tables: tables.filter(hasHappened),
  })
}

type ShowConcern = ConcernsViews['desk/concerns/show']

const actionsUnder = ({ store, who }: Visit, concern: Concern): Action[] =>
  [concern.id, ...concern.mergedIds].flatMap((id) => store.actions.ofConcern(id, who))

const evidenceFor = (
  { store, who }: Visit,
  { id }: Concern,
): Pick<ShowConcern, 'events' | 'programmes'> => ({
  events: store.events.list(who).filter((event) => event.concernIds.includes(id)),
  programmes: store.programmes
    .list(who)
    .filter(({ points }) =>
      points.some((point) => point.steps.some((step) => step.concernId === id)),
    ),
})

const publicationOf = (
  visit: Visit,
  concern: Concern,
): Pick<ShowConcern, 'publication' | 'mayOpen'> => {
  const entry = visit.store.publications.findFor({ kind: 'entry', concernId: concern.id })
  return {
    publication: concern.depth === 'named' ? undefined : entry,
    mayOpen: entry !== undefined && mayOpen(visit.store, visit, entry),
  }
}

/** What it was joined to or split from, and what it may be joined to. */
const relatedTo = (
  { store, who }: Visit,
  concern: Concern,
): Pick<ShowConcern, 'into' | 'merged' | 'splits' | 'others'> => {
  const all = store.concerns.list(who)
  return {
    into: all.find((each) => each.id === concern.mergedIntoId),
    merged: all.filter((each) => concern.mergedIds.includes(each.id)),
    splits: all.filter(({ id }) => concern.splitIds.includes(id) || id === concern.splitFromId),
    others: all
      .filter(({ id, mergedIntoId }) => id !== concern.id && mergedIntoId === null)
      .map((each) => ({ id: each.id, text: titleOfConcern(each) })),
  }
}
