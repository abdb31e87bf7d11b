import { isNotNull, isNull } from 'drizzle-orm'
import type { Action } from '../../domain/actions/action.ts'
import { narrowest } from '../../domain/depth.ts'
import type { Db } from '../database.ts'
import { among, group, idsAs, onEvery, preparedOnce } from '../group.ts'
import {
  acceptances,
  actionConcerns,
  actionMoves,
  actions,
  actionSteps,
  actionTerms,
  closings,
  heldEnds,
  heldUpdates,
  namedPeople,
  reopenings,
  stepTicks,
  takeBacks,
  termHelpers,
  updates,
  wishAnswers,
  wishes,
} from '../schema/actions.ts'
import { concerns } from '../schema/concerns.ts'
import { takeOuts } from '../schema/minutes.ts'
import { releaseRules } from '../schema/settings.ts'
import { heldApart } from './held-rows.ts'
import { stepsIn } from './pace/steps.ts'
import { wishesOf } from './pace/wishes.ts'

/** As many rows as are asked for by their ids; more are read with their whole table. */
const FEW = 200

type Row = typeof actions.$inferSelect

const statementsOf = preparedOnce((db: Db) => {
  const terms = () => db.select().from(actionTerms)
  const helpers = () => db.select().from(termHelpers)
  const accepted = () => db.select().from(acceptances)
  const said = () => db.select().from(updates)
  const closed = () => db.select().from(closings)
  const links = () => db.select().from(actionConcerns)
  const moves = () => db.select().from(actionMoves)
  const wanted = () => db.select().from(wishes)
  const steps = () => db.select().from(actionSteps)
  const ticks = () => db.select().from(stepTicks)
  const above = () =>
    db.select({ id: concerns.id, depth: concerns.depth, ground: concerns.ground }).from(concerns)
  return {
    actions: db.select().from(actions).where(among(actions.id)).prepare(),
    allActions: db.select().from(actions).orderBy(actions.id).prepare(),
    few: {
      terms: terms().where(among(actionTerms.actionId)).orderBy(actionTerms.id).prepare(),
      helpers: helpers()
        .where(among(termHelpers.termsId))
        .orderBy(termHelpers.organisationId)
        .prepare(),
      accepted: accepted().where(among(acceptances.termsId)).orderBy(acceptances.id).prepare(),
      said: said().where(among(updates.actionId)).orderBy(updates.id).prepare(),
      closed: closed().where(among(closings.actionId)).orderBy(closings.id).prepare(),
      links: links()
        .where(among(actionConcerns.actionId))
        .orderBy(actionConcerns.concernId)
        .prepare(),
      moves: moves().where(among(actionMoves.actionId)).orderBy(actionMoves.id).prepare(),
      above: above().where(among(concerns.id)).prepare(),
      wishes: wanted().where(among(wishes.actionId)).orderBy(wishes.id).prepare(),
      steps: steps().where(among(actionSteps.actionId)).orderBy(actionSteps.id).prepare(),
      ticks: ticks().where(among(stepTicks.stepId)).orderBy(stepTicks.id).prepare(),
    },
    all: {
      terms: terms().orderBy(actionTerms.id).prepare(),
      helpers: helpers().orderBy(termHelpers.organisationId).prepare(),
      accepted: accepted().orderBy(acceptances.id).prepare(),
      said: said().orderBy(updates.id).prepare(),
      closed: closed().orderBy(closings.id).prepare(),
      links: links().orderBy(actionConcerns.concernId).prepare(),
      moves: moves().orderBy(actionMoves.id).prepare(),
      above: above().prepare(),
      wishes: wanted().orderBy(wishes.id).prepare(),
      steps: steps().orderBy(actionSteps.id).prepare(),
      ticks: ticks().orderBy(stepTicks.id).prepare(),
    },
    wishAnswers: db.select().from(wishAnswers).prepare(),
    held: db.select().from(heldUpdates).prepare(),
    heldEnds: db.select().from(heldEnds).prepare(),
    releasers: db.select().from(releaseRules).orderBy(releaseRules.id).prepare(),
    takenBack: db.select().from(takeBacks).prepare(),
    reopened: db.select().from(reopenings).prepare(),
    takenOut: db.select().from(takeOuts).where(isNotNull(takeOuts.actionId)).prepare(),
    lists: db.select().from(namedPeople).where(isNull(namedPeople.removedAt)).prepare(),
  }
})
type Statements = ReturnType<typeof statementsOf>
/** What hangs on all of them, or on a few. */
type Hanging = Statements['all'] | Statements['few']

/** All, or those with these ids: where they are few, only what hangs on them is read. */
export const loadActions = (db: Db, ids?: number[]): Action[] => {
  if (ids?.length === 0) return []
  const read = statementsOf(db)
  const rows = ids ? read.actions.all(idsAs(ids)) : read.allActions.all()
  if (rows.length === 0) return []
  const only = rows.map((row) => row.id)
  const hanging = rows.length <= FEW ? read.few : read.all
  const terms = termsOf(hanging, only)
  const reports = reportsOf(read, hanging, only)
  const ends = endsOf(read, hanging, only)
  const wishes = wishesOf(hanging.wishes.all(idsAs(only)), () => read.wishAnswers.all())
  const steps = stepsIn(hanging.steps.all(idsAs(only)), (ids) => hanging.ticks.all(idsAs(ids)))
  const matters = mattersOf(read, hanging, only)
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

/** The terms of each action with their helpers, and the answers to those that were proposed. */
const termsOf = (hanging: Hanging, only: number[]) => {
  const terms = hanging.terms.all(idsAs(only))
  const termsBy = group(terms, (row) => row.actionId)
  const termIds = idsAs(terms.map((row) => row.id))
  const helpers = group(hanging.helpers.all(termIds), (row) => row.termsId)
  const accepted = group(hanging.accepted.all(termIds), (row) => row.termsId)
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
const reportsOf = (read: Statements, hanging: Hanging, only: number[]) => {
  const said = group(hanging.said.all(idsAs(only)), (row) => row.actionId)
  const taken = new Map(read.takenBack.all().map((row) => [row.updateId, row.at]))
  const apart = heldApart({
    held: read.held.all(),
    ends: read.heldEnds.all(),
    rules: read.releasers.all(),
  })
  return (actionId: number): Pick<Action, 'updates' | 'held'> =>
    apart(
      (said.get(actionId) ?? []).map((one) => ({ ...one, takenBackAt: taken.get(one.id) ?? null })),
    )
}

/** When each action was closed, and opened again. */
const endsOf = (read: Statements, hanging: Hanging, only: number[]) => {
  const closed = group(hanging.closed.all(idsAs(only)), (row) => row.actionId)
  const reopened = new Map(read.reopened.all().map((row) => [row.closingId, row]))
  return (actionId: number): Action['closings'] =>
    (closed.get(actionId) ?? []).map((one) => ({
      ...one,
      reopenedAt: reopened.get(one.id)?.at ?? null,
      reopeningReason: reopened.get(one.id)?.reason ?? null,
    }))
}

/** R9: who may know of each action, which is never wider than any concern that it hangs on. */
const mattersOf = (read: Statements, hanging: Hanging, only: number[]) => {
  const linked = hanging.links.all(idsAs(only))
  const links = group(linked, (row) => row.actionId)
  const lists = read.lists.all()
  const takenOut = new Map(read.takenOut.all().map((row) => [row.actionId, row.at]))
  const moved = group(hanging.moves.all(idsAs(only)), (row) => row.actionId)
  const parentIds = linked.map((row) => row.concernId)
  const parents = new Map(hanging.above.all(idsAs(parentIds)).map((row) => [row.id, row]))
  return (row: Row) => {
    const concernIds = (links.get(row.id) ?? []).map((each) => each.concernId)
    const above = concernIds.map((id) => parents.get(id)!)
    const named = above.filter((each) => each.depth === 'named')
    const narrow = [
      ...(row.depth === 'named' ? [lists.filter((one) => one.actionId === row.id)] : []),
      ...named.map((concern) => lists.filter((one) => one.concernId === concern.id)),
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
