import { inArray, isNull, type SQL } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Action, Update } from '../../domain/actions/action.ts'
import { narrowest } from '../../domain/depth.ts'
import type { Db } from '../database.ts'
import { group, onEvery } from '../group.ts'
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
} from '../schema/actions.ts'
import { concerns } from '../schema/concerns.ts'
import { takeOuts } from '../schema/minutes.ts'
import { releasersNow } from './releases.ts'
import { stepsIn } from './pace/steps.ts'
import { wishesOf } from './pace/wishes.ts'

/** As many rows as are asked for by their ids; more are read with their whole table. */
const FEW = 200

type Row = typeof actions.$inferSelect
/** A condition on a column: one of these, or none where they are many. */
export type Those = (column: AnySQLiteColumn, ids: number[]) => SQL | undefined

/** All, or those with these ids: where they are few, only what hangs on them is read. */
export const loadActions = (db: Db, ids?: number[]): Action[] => {
  const rows = ids
    ? ids.length
      ? db.select().from(actions).where(inArray(actions.id, ids)).all()
      : []
    : db.select().from(actions).orderBy(actions.id).all()
  if (rows.length === 0) return []
  const only = rows.map((row) => row.id)
  const those: Those = (column, of) => (rows.length <= FEW ? inArray(column, of) : undefined)
  const terms = termsOf(db, those, only)
  const reports = reportsOf(db, those, only)
  const ends = endsOf(db, those, only)
  const wishes = wishesOf(db, those, only)
  const steps = stepsIn(db, those, only)
  const matters = mattersOf(db, those, only)
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
const termsOf = (db: Db, those: Those, only: number[]) => {
  const terms = db
    .select()
    .from(actionTerms)
    .where(those(actionTerms.actionId, only))
    .orderBy(actionTerms.id)
    .all()
  const termsBy = group(terms, (row) => row.actionId)
  const termIds = terms.map((row) => row.id)
  const helpers = group(
    db.select().from(termHelpers).where(those(termHelpers.termsId, termIds)).all(),
    (row) => row.termsId,
  )
  const accepted = group(
    db
      .select()
      .from(acceptances)
      .where(those(acceptances.termsId, termIds))
      .orderBy(acceptances.id)
      .all(),
    (row) => row.termsId,
  )
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
const reportsOf = (db: Db, those: Those, only: number[]) => {
  const rows = db
    .select()
    .from(updates)
    .where(those(updates.actionId, only))
    .orderBy(updates.id)
    .all()
  const said = group(rows, (row) => row.actionId)
  const taken = new Map(
    db
      .select()
      .from(takeBacks)
      .all()
      .map((row) => [row.updateId, row.at]),
  )
  const release = releasesOf(db)
  return (actionId: number): Pick<Action, 'updates' | 'held'> =>
    release(
      (said.get(actionId) ?? []).map((one) => ({ ...one, takenBackAt: taken.get(one.id) ?? null })),
    )
}

/**
 * R8: what a seat has to release is said when it is released, and is no update before. Of most
 * actions nothing ever waited.
 */
const releasesOf = (db: Db) => {
  const held = new Map(
    db
      .select()
      .from(heldUpdates)
      .all()
      .map((row) => [row.updateId, row.seatId]),
  )
  const ends = new Map(
    db
      .select()
      .from(heldEnds)
      .all()
      .map((row) => [row.updateId, row]),
  )
  const rules = releasersNow(db)
  return (said: Update[]): Pick<Action, 'updates' | 'held'> => {
    if (!said.some((each) => held.has(each.id))) return { updates: said, held: [] }
    const isReleased = ({ id }: Update): boolean =>
      !held.has(id) || ends.get(id)?.verdict === 'released'
    return {
      updates: said
        .filter(isReleased)
        .map((each) =>
          held.has(each.id) ? { ...each, at: ends.get(each.id)!.at, saidAt: each.at } : each,
        )
        .toSorted((a, b) => a.at.localeCompare(b.at)),
      held: said
        .filter((each) => !isReleased(each))
        .map((each) => {
          const end = ends.get(each.id)
          return {
            ...each,
            releaserId: rules.get(each.organisationId ?? 0) ?? held.get(each.id)!,
            returned: end ? { words: end.words ?? '', personId: end.personId, at: end.at } : null,
          }
        }),
    }
  }
}

/** When each action was closed, and opened again. */
const endsOf = (db: Db, those: Those, only: number[]) => {
  const closed = group(
    db.select().from(closings).where(those(closings.actionId, only)).orderBy(closings.id).all(),
    (row) => row.actionId,
  )
  const reopened = new Map(
    db
      .select()
      .from(reopenings)
      .all()
      .map((row) => [row.closingId, row]),
  )
  return (actionId: number): Action['closings'] =>
    (closed.get(actionId) ?? []).map((one) => ({
      ...one,
      reopenedAt: reopened.get(one.id)?.at ?? null,
      reopeningReason: reopened.get(one.id)?.reason ?? null,
    }))
}

/** R9: who may know of each action, which is never wider than any concern that it hangs on. */
const mattersOf = (db: Db, those: Those, only: number[]) => {
  const linked = db.select().from(actionConcerns).where(those(actionConcerns.actionId, only)).all()
  const links = group(linked, (row) => row.actionId)
  const lists = db.select().from(namedPeople).where(isNull(namedPeople.removedAt)).all()
  const takenOut = new Map(
    db
      .select()
      .from(takeOuts)
      .all()
      .map((row) => [row.actionId, row.at]),
  )
  const moved = group(
    db
      .select()
      .from(actionMoves)
      .where(those(actionMoves.actionId, only))
      .orderBy(actionMoves.id)
      .all(),
    (row) => row.actionId,
  )
  const parents = parentsOf(
    db,
    those,
    linked.map((row) => row.concernId),
  )
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

const parentsOf = (db: Db, those: Those, concernIds: number[]) =>
  new Map(
    db
      .select({ id: concerns.id, depth: concerns.depth, ground: concerns.ground })
      .from(concerns)
      .where(those(concerns.id, concernIds))
      .all()
      .map((row) => [row.id, row]),
  )
