import { and, isNull } from 'drizzle-orm'
import type { Action } from '../../domain/actions/action.ts'
import { narrowest, type KnownBy } from '../../domain/depth.ts'
import type { Db } from '../database.ts'
import { among, group, idsAs, onEvery, preparedOnce } from '../group.ts'
import {
  acceptances,
  actionConcerns,
  actionMoves,
  actions,
  actionTerms,
  closings,
  heldEnds,
  heldUpdates,
  namedPeople,
  reopenings,
  takeBacks,
  termHelpers,
  updates,
  wishAnswers,
  wishes,
} from '../schema/actions.ts'
import { concerns } from '../schema/concerns.ts'
import { actionSteps, stepTicks } from '../schema/actions.ts'
import { takeOuts } from '../schema/minutes.ts'
import { releaseRules } from '../schema/settings.ts'
import { heldApart } from './held-rows.ts'
import { stepsIn } from './pace/steps.ts'
import { wishesOf } from './pace/wishes.ts'

type Row = typeof actions.$inferSelect

/** What hangs on some actions is read for those alone, however many there are of others. */
const statementsOf = preparedOnce((db: Db) => ({
  ids: db.select({ id: actions.id }).from(actions).orderBy(actions.id).prepare(),
  actions: db.select().from(actions).where(among(actions.id)).prepare(),
  terms: db
    .select()
    .from(actionTerms)
    .where(among(actionTerms.actionId))
    .orderBy(actionTerms.id)
    .prepare(),
  helpers: db
    .select()
    .from(termHelpers)
    .where(among(termHelpers.termsId))
    .orderBy(termHelpers.organisationId)
    .prepare(),
  accepted: db
    .select()
    .from(acceptances)
    .where(among(acceptances.termsId))
    .orderBy(acceptances.id)
    .prepare(),
  said: db.select().from(updates).where(among(updates.actionId)).orderBy(updates.id).prepare(),
  takenBack: db.select().from(takeBacks).where(among(takeBacks.updateId)).prepare(),
  held: db.select().from(heldUpdates).where(among(heldUpdates.updateId)).prepare(),
  heldEnds: db.select().from(heldEnds).where(among(heldEnds.updateId)).prepare(),
  releasers: db.select().from(releaseRules).orderBy(releaseRules.id).prepare(),
  closed: db.select().from(closings).where(among(closings.actionId)).orderBy(closings.id).prepare(),
  reopened: db.select().from(reopenings).where(among(reopenings.closingId)).prepare(),
  links: db
    .select()
    .from(actionConcerns)
    .where(among(actionConcerns.actionId))
    .orderBy(actionConcerns.concernId)
    .prepare(),
  moves: db
    .select()
    .from(actionMoves)
    .where(among(actionMoves.actionId))
    .orderBy(actionMoves.id)
    .prepare(),
  above: db
    .select({ id: concerns.id, depth: concerns.depth, ground: concerns.ground })
    .from(concerns)
    .where(among(concerns.id))
    .prepare(),
  takenOut: db.select().from(takeOuts).where(among(takeOuts.actionId)).prepare(),
  listsOfActions: listed(db, namedPeople.actionId),
  listsOfConcerns: listed(db, namedPeople.concernId),
  wishes: db.select().from(wishes).where(among(wishes.actionId)).orderBy(wishes.id).prepare(),
  wishAnswers: db.select().from(wishAnswers).where(among(wishAnswers.wishId)).prepare(),
  steps: db
    .select()
    .from(actionSteps)
    .where(among(actionSteps.actionId))
    .orderBy(actionSteps.id)
    .prepare(),
  ticks: db.select().from(stepTicks).where(among(stepTicks.stepId)).orderBy(stepTicks.id).prepare(),
}))
type Statements = ReturnType<typeof statementsOf>

/** Who stands on the lists of some matters. */
const listed = (db: Db, of: typeof namedPeople.actionId | typeof namedPeople.concernId) =>
  db
    .select()
    .from(namedPeople)
    .where(and(isNull(namedPeople.removedAt), among(of)))
    .orderBy(namedPeople.id)
    .prepare()

/** All, or those with these ids. */
export const loadActions = (db: Db, ids?: number[]): Action[] => {
  if (ids?.length === 0) return []
  const read = statementsOf(db)
  const rows = read.actions.all(idsAs(ids ?? read.ids.all().map((row) => row.id)))
  if (rows.length === 0) return []
  const only = rows.map((row) => row.id)
  const terms = termsOf(read, only)
  const reports = reportsOf(read, only)
  const ends = endsOf(read, only)
  const wishes = wishesOf(read.wishes.all(idsAs(only)), (ids) => read.wishAnswers.all(idsAs(ids)))
  const steps = stepsIn(read.steps.all(idsAs(only)), (ids) => read.ticks.all(idsAs(ids)))
  const matters = mattersOf(read, only)
  return rows.map((row) => ({
    ...row,
    ...matters(row),
    ...terms(row.id),
    ...reports(row.id),
    closings: ends(row.id),
    wishes: wishes(row.id),
    steps: steps(row.id),
  }))
}

/** R9: who may know of these, for what hangs on them; nothing else of them is read. */
export const knowersOfActions = (db: Db, ids: number[]): Map<number, KnownBy> => {
  if (ids.length === 0) return new Map()
  const read = statementsOf(db)
  const rows = read.actions.all(idsAs(ids))
  const matters = mattersOf(
    read,
    rows.map((row) => row.id),
  )
  return new Map(rows.map((row) => [row.id, matters(row)]))
}

/** The terms of each action with their helpers, and the answers to those that were proposed. */
const termsOf = (read: Statements, only: number[]) => {
  const terms = read.terms.all(idsAs(only))
  const termsBy = group(terms, (row) => row.actionId)
  const termIds = idsAs(terms.map((row) => row.id))
  const helpers = group(read.helpers.all(termIds), (row) => row.termsId)
  const accepted = group(read.accepted.all(termIds), (row) => row.termsId)
  return (actionId: number): Pick<Action, 'terms' | 'acceptances'> => {
    const mine = termsBy.get(actionId) ?? []
    return {
      terms: mine.map((one) => ({
        ...one,
        helperIds: (helpers.get(one.id) ?? []).map((helper) => helper.organisationId),
      })),
      acceptances: mine.flatMap((one) => accepted.get(one.id) ?? []),
    }
  }
}

/** What was reported on each action, what waits to be released, and what was taken back. */
const reportsOf = (read: Statements, only: number[]) => {
  const rows = read.said.all(idsAs(only))
  const said = group(rows, (row) => row.actionId)
  const ids = idsAs(rows.map((row) => row.id))
  const taken = new Map(read.takenBack.all(ids).map((row) => [row.updateId, row.at]))
  const held = read.held.all(ids)
  const apart = heldApart({
    held,
    ends: held.length > 0 ? read.heldEnds.all(ids) : [],
    rules: held.length > 0 ? read.releasers.all() : [],
  })
  return (actionId: number): Pick<Action, 'updates' | 'held'> =>
    apart(
      (said.get(actionId) ?? []).map((one) => ({ ...one, takenBackAt: taken.get(one.id) ?? null })),
    )
}

/** When each action was closed, and opened again. */
const endsOf = (read: Statements, only: number[]) => {
  const rows = read.closed.all(idsAs(only))
  const closed = group(rows, (row) => row.actionId)
  const reopened = new Map(
    read.reopened.all(idsAs(rows.map((row) => row.id))).map((row) => [row.closingId, row]),
  )
  return (actionId: number): Action['closings'] =>
    (closed.get(actionId) ?? []).map((one) => ({
      ...one,
      reopenedAt: reopened.get(one.id)?.at ?? null,
      reopeningReason: reopened.get(one.id)?.reason ?? null,
    }))
}

/** R9: who may know of each action, which is never wider than any concern that it hangs on. */
const mattersOf = (read: Statements, only: number[]) => {
  const linked = read.links.all(idsAs(only))
  const links = group(linked, (row) => row.actionId)
  const takenOut = new Map(read.takenOut.all(idsAs(only)).map((row) => [row.actionId, row.at]))
  const moved = group(read.moves.all(idsAs(only)), (row) => row.actionId)
  const parentIds = idsAs(linked.map((row) => row.concernId))
  const parents = new Map(read.above.all(parentIds).map((row) => [row.id, row]))
  const own = group(read.listsOfActions.all(idsAs(only)), (row) => row.actionId)
  const theirs = group(read.listsOfConcerns.all(parentIds), (row) => row.concernId)
  return (row: Row) => {
    const concernIds = (links.get(row.id) ?? []).map((each) => each.concernId)
    const above = concernIds.map((id) => parents.get(id)!)
    const named = above.filter((each) => each.depth === 'named')
    const narrow = [
      ...(row.depth === 'named' ? [own.get(row.id) ?? []] : []),
      ...named.map((concern) => theirs.get(concern.id) ?? []),
    ]
    const wide = above.map((concern) => concern.depth).filter((depth) => depth !== 'public')
    return {
      concernIds,
      moves: moved.get(row.id) ?? [],
      takenOutAt: takenOut.get(row.id) ?? null,
      depth: narrowest(row.depth, ...wide),
      ground: row.ground ?? named[0]?.ground ?? null,
      list: onEvery(narrow.map((list) => list.map((one) => one.personId))),
    }
  }
}
