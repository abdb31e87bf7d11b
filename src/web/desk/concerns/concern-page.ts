import { standing } from '../../../domain/concerns/standing.ts'
import type { Action } from '../../../domain/actions/action.ts'
import type { Concern } from '../../../domain/concerns/concern.ts'
import { joiningOf } from '../../../domain/concerns/joining.ts'
import { may } from '../../../domain/may.ts'
import { hasHappened, stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { aimsIn, endsToldOf } from '../../../work/aims.ts'
import { choicesOf, namesOf, titleOfConcern } from '../../../work/names.ts'
import type { Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { ConcernsViews } from '../../views/desk/concerns.ts'
import type { Drawn } from '../../views/view.ts'
import { idIn, look, concernsToChoose, idsTyped } from '../names.ts'
import { mayOpen } from '../publishing/find-publication.ts'
import { capped, TABLE_LINES } from '../capped.ts'
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
    standing: standing(actions, concern.passings),
    actions,
    ...evidenceFor(visit, concern),
    raisedAt: raisedAt(visit, concern),
    wrote: whoWrote(visit, concern),
    aims: aimsFor(visit, concern),
    ...publicationOf(visit, concern),
    ...relatedTo(visit, concern),
    notes: visit.store.notes.ofConcern(concern.id),
    mayWrite: may.change(visit.who, concern),
    open: tables.find((each) => stateOf(each) === 'open'),
    tables: tablesToChoose(visit, tables),
  })
}

/** Tables that may have agreed on it: the newest, and the one that was chosen just now (R23). */
const tablesToChoose = (visit: Visit, tables: RoundTable[]): ShowConcern['tables'] => {
  const typed = idsTyped(visit.body)
  const held = tables.filter(hasHappened)
  const { shown, more } = capped(visit, held, TABLE_LINES)
  const chosen = held.slice(shown.length).filter((each) => typed.has(each.id))
  return { shown: [...shown, ...chosen], more: more - chosen.length }
}

type ShowConcern = ConcernsViews['desk/concerns/show']

const actionsUnder = ({ store, who }: Visit, concern: Concern): Action[] =>
  [concern.id, ...concern.mergedIds].flatMap((id) => store.actions.ofConcern(id, who))

const evidenceFor = (
  { store, who }: Visit,
  { id }: Concern,
): Pick<ShowConcern, 'events' | 'programmes'> => ({
  events: store.events.on('concern', id, who),
  programmes: store.programmes
    .list(who)
    .filter(({ points }) =>
      points.some((point) => point.steps.some((step) => step.concernId === id)),
    ),
})

/** Round tables where it came up, the first one first. */
const raisedAt = ({ store }: Visit, { id, roundTableId }: Concern): RoundTable[] => {
  const at = store.roundTables.idsWith(id)
  return store.roundTables
    .list()
    .filter((table) => table.id === roundTableId || at.includes(table.id))
    .toReversed()
}

/**
 * How many residents wrote to us of it, and a way to what they wrote for those who read messages
 * (R27).
 */
const whoWrote = ({ store, who }: Visit, { id, mergedIds }: Concern): ShowConcern['wrote'] => {
  const all = store.messages
    .behind([id, ...mergedIds])
    .filter((message) => !message.atRisk || may.seeMessage(who, message))
  return { count: all.length, messages: all.filter((message) => may.seeMessage(who, message)) }
}

const aimsFor = ({ store, today }: Visit, { id, depth }: Concern): ShowConcern['aims'] => {
  if (depth === 'named') return []
  const actions = store.glances.actionsUnder()(id)
  const told = endsToldOf(
    store,
    actions.flatMap((each) => each.concernIds),
  )
  return aimsIn(store, told, today)(store.glances.concern(id)!)
}

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
  visit: Visit,
  concern: Concern,
): Pick<ShowConcern, 'into' | 'since' | 'joined' | 'merged' | 'splits' | 'others'> => {
  const { store, who } = visit
  const near = [
    ...concern.joinings.map((each) => each.intoId),
    ...store.concerns.everJoinedTo(concern.id),
    ...concern.mergedIds,
    ...concern.splitIds,
    concern.mergedIntoId ?? 0,
    concern.splitFromId ?? 0,
  ]
  const all = store.concerns.listOf([...new Set(near)], who)
  return {
    since: agreedSince(visit, concern),
    joined: joiningsOf(concern, all),
    into: all.find((each) => each.id === concern.mergedIntoId),
    merged: all.filter((each) => concern.mergedIds.includes(each.id)),
    splits: all.filter(({ id }) => concern.splitIds.includes(id) || id === concern.splitFromId),
    others: concernsToChoose(visit, ({ id }) => id !== concern.id),
  }
}

/**
 * What was agreed under the other one while the two were joined, for whoever takes them apart. What
 * is held in private stays with the list it has (R11).
 */
export const agreedSince = ({ store, who }: Visit, concern: Concern): Action[] => {
  const joining = joiningOf(concern)
  return joining === undefined || concern.depth === 'named'
    ? []
    : store.actions
        .ofConcern(joining.intoId, who)
        .filter((action) => action.agreedAt > joining.at && action.depth !== 'named')
}

/** Every joining of this concern with another, undone ones too, as far as they may be known. */
const joiningsOf = (concern: Concern, all: Concern[]): ShowConcern['joined'] =>
  all.flatMap((other) => [
    ...concern.joinings
      .filter((joining) => joining.intoId === other.id)
      .map((joining) => ({ other, joining, isInto: true })),
    ...other.joinings
      .filter((joining) => joining.intoId === concern.id)
      .map((joining) => ({ other, joining, isInto: false })),
  ])

/** What every change of one concern has in common: who may, and its page again for what was refused. */
export const ofConcern = {
  find: findConcern,
  allow: ({ who }: Visit, concern: Concern) => may.change(who, concern),
  answer: (_visit: Visit, { id }: Concern) => to('/desk/concerns', id),
  again: (visit: Visit, concern: Concern, failed: Failed) => {
    lookAtConcern(visit, concern)
    return concernPage(visit, concern, failed)
  },
}
