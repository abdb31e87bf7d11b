import { eq, gte, inArray } from 'drizzle-orm'
import type { Action } from '../../domain/actions/action.ts'
import { may } from '../../domain/may.ts'
import { isThereFor } from '../people/lists/seen.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Db } from '../database.ts'
import { actionConcerns, actions, actionTerms, closings, updates } from '../schema/actions.ts'
import { loadActions } from './action-rows.ts'
import { recordAgreements } from './agreements.ts'
import { recordEnds } from './endings.ts'
import { recordReports } from './reports.ts'
import { recordSteps } from './pace/steps.ts'
import { recordWishes } from './pace/wishes.ts'

/** What was agreed to be done: its terms, what was reported on it, and how it ended. */
export const actionsStore = (db: Db) => ({
  ...readActions(db),
  ...recordAgreements(db),
  ...recordReports(db),
  ...recordEnds(db),
  ...recordWishes(db),
  ...recordSteps(db),
})

/** Actions as they are asked for: by a person, by a number, by what they belong to. */
const readActions = (db: Db) => ({
  find: (id: number, who: Who): Action | undefined =>
    isThereFor(db, 'action', id, who)
      ? loadActions(db, [id]).find((action) => may.see(who, action))
      : undefined,
  list: (who: Who): Action[] =>
    loadActions(db).filter((action) => action.takenOutAt === null && may.see(who, action)),
  /** By the number that people say, `1.5`. */
  findByNumber: (number: string, who: Who): Action | undefined =>
    loadActions(db, idsWithNumber(db, number)).find(
      (action) => action.takenOutAt === null && may.see(who, action),
    ),
  /** The same whoever asks, to know whether it is held: never handed to a page. */
  byNumber: (number: string): Action | undefined => loadActions(db, idsWithNumber(db, number))[0],
  /**
   * Those agreed at a round table, and all that were ever agreed for these concerns. For its
   * numbered items: never handed to a page.
   */
  ofTable: (roundTableId: number, concernIds: number[]): Action[] =>
    loadActions(db, idsOfTable(db, roundTableId, concernIds)).filter(
      (action) => action.takenOutAt === null,
    ),
  /** The action that an update is on: never handed to a page before its reader may see it. */
  ofUpdate: (updateId: number): Action | undefined => {
    const on = db
      .select({ id: updates.actionId })
      .from(updates)
      .where(eq(updates.id, updateId))
      .get()
    return on && loadActions(db, [on.id])[0]
  },
  /**
   * Those agreed at a round table, and those that it said anything of or changed since it was opened.
   * For the numbered items and the wall of the room: what is held in private is among them.
   */
  touchedAt: ({ id, openedAt }: { id: number; openedAt: string | null }): Action[] =>
    loadActions(db, idsTouched(db, id, openedAt ?? '9999')).filter(
      (action) => action.takenOutAt === null,
    ),
  ofConcern: (concernId: number, who: Who): Action[] =>
    loadActions(
      db,
      db
        .select()
        .from(actionConcerns)
        .where(eq(actionConcerns.concernId, concernId))
        .all()
        .map((row) => row.actionId),
    ).filter((action) => action.takenOutAt === null && may.see(who, action)),
  /** With those taken out: what was ever written in private is never told. */
  everWritten: (): Action[] => loadActions(db),
  /** For standings, numbered gaps and checks: never handed to a page. */
  listUnfiltered: (ids?: number[]): Action[] =>
    ids ? loadActions(db, ids) : loadActions(db).filter((action) => action.takenOutAt === null),
})

const idsWithNumber = (db: Db, number: string): number[] =>
  db
    .select({ id: actions.id })
    .from(actions)
    .where(eq(actions.number, number))
    .all()
    .map((row) => row.id)

const idsTouched = (db: Db, roundTableId: number, since: string): number[] => {
  const said = [updates, closings].flatMap((from) =>
    db.select({ id: from.actionId }).from(from).where(eq(from.roundTableId, roundTableId)).all(),
  )
  const changed = db
    .select({ id: actionTerms.actionId })
    .from(actionTerms)
    .where(gte(actionTerms.at, since))
    .all()
  const ids = [...said, ...changed].map(({ id }) => id)
  return [...new Set([...idsOfTable(db, roundTableId, []), ...ids])].toSorted((a, b) => a - b)
}

const idsOfTable = (db: Db, roundTableId: number, concernIds: number[]): number[] => {
  const agreedThere = db
    .select({ id: actions.id })
    .from(actions)
    .where(eq(actions.roundTableId, roundTableId))
    .all()
  const forThese = concernIds.length
    ? db
        .select({ id: actionConcerns.actionId })
        .from(actionConcerns)
        .where(inArray(actionConcerns.concernId, concernIds))
        .all()
    : []
  return [...new Set([...agreedThere, ...forThese].map((row) => row.id))].toSorted((a, b) => a - b)
}
