import { between, eq, sql } from 'drizzle-orm'
import type { Action } from '../../domain/actions/action.ts'
import { may } from '../../domain/may.ts'
import { isThereFor } from '../people/lists/seen.ts'
import type { KnownBy } from '../../domain/depth.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Db } from '../database.ts'
import { among, asAsked, idsAs, preparedOnce } from '../group.ts'
import {
  acceptances,
  actionConcerns,
  actions,
  actionTerms,
  closings,
  updates,
  wishAnswers,
  wishes,
} from '../schema/actions.ts'
import type { Glances } from '../glance/glances.ts'
import { remembered } from '../transactions.ts'
import { knowersOfActions, loadActions } from './action-rows.ts'
import { recordAgreements } from './agreements.ts'
import { recordEnds } from './endings.ts'
import { recordReports } from './reports.ts'
import { recordSteps } from './pace/steps.ts'
import { recordWishes } from './pace/wishes.ts'

/** What was agreed to be done: its terms, what was reported on it, and how it ended. */
export const actionsStore = (db: Db, glances: Glances) => ({
  ...readActions(db),
  ...readOpen(db, glances),
  ...recordAgreements(db),
  ...recordReports(db),
  ...recordEnds(db),
  ...recordWishes(db),
  ...recordSteps(db),
})

/** What is open, or was, however much was closed since: chosen by its glances. */
const readOpen = (db: Db, glances: Glances) => {
  const closedAt = (tableId: number): number[] =>
    db
      .select({ id: closings.actionId })
      .from(closings)
      .where(eq(closings.roundTableId, tableId))
      .all()
      .map((row) => row.id)
  const heldIds = (): number[] =>
    [...glances.actions()].filter(({ depth }) => depth === 'named').map(({ id }) => id)
  const listed = (ids: number[]): Action[] =>
    loadActions(
      db,
      [...new Set(ids)].toSorted((a, b) => a - b),
    ).filter((action) => action.takenOutAt === null)
  // One page asks for them several times.
  const open = remembered(db, () => listed(glances.openActionIds()))
  return {
    /** As far as this person may know of it. */
    listOpen: (who: Who): Action[] => open().filter((action) => may.see(who, action)),
    /** For reminders and checks: never handed to a page. */
    openUnfiltered: open,
    /** ... with what was closed at a round table. */
    openAt: (roundTableId: number, who: Who): Action[] =>
      listed([...glances.openActionIds(), ...closedAt(roundTableId)]).filter((action) =>
        may.see(who, action),
      ),
    /**
     * Those that minutes may tell of: agreed at a table or before it, and open then or touched since
     * the table before it. Never handed to a page before its reader may see it.
     */
    ofMinutes: ({ id, since, until }: { id: number; since: string; until: string }): Action[] =>
      listed([
        ...[...glances.actions()]
          .filter(
            (each) =>
              each.roundTableId === id ||
              (each.agreedAt <= until && (each.closedAt === null || each.closedAt > since)),
          )
          .map((each) => each.id),
        ...idsTouched(db, id, since, until),
      ]),
    /** What was agreed, changed or closed at one table, as far as this person may know of it. */
    decidedAt: (table: { id: number; openedAt: string; until: string }, who: Who): Action[] =>
      listed([
        ...idsOfTable(db, table.id, []),
        ...idsChanged(db, table.openedAt, table.until),
        ...closedAt(table.id),
      ]).filter((action) => may.see(who, action)),
    /** R11: those held in private, for the gaps in papers. */
    held: (): Action[] => listed(heldIds()),
    /** With those taken out: what was ever written in private is never told. */
    everHeld: (): Action[] => loadActions(db, heldIds()),
  }
}

/** Actions as they are asked for: by a person, by a number, by what they belong to. */
const readActions = (db: Db) => ({
  find: (id: number, who: Who): Action | undefined =>
    isThereFor(db, 'action', id, who)
      ? loadActions(db, [id]).find((action) => may.see(who, action))
      : undefined,
  /** Those with these numbers that this person may know of, in the order of the numbers. */
  listOf: (ids: number[], who: Who): Action[] =>
    asAsked(ids, loadActions(db, ids)).filter(
      (action) => action.takenOutAt === null && may.see(who, action),
    ),
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
    loadActions(db, idsUnder(db, [concernId])).filter(
      (action) => action.takenOutAt === null && may.see(who, action),
    ),
  /** All under these concerns, named ones too: never handed to a page. */
  underConcerns: (concernIds: number[]): Action[] =>
    loadActions(db, idsUnder(db, concernIds)).filter((action) => action.takenOutAt === null),
  /** With those taken out: never handed to a page. */
  everWritten: (): Action[] => loadActions(db),
  /** For standings, numbered gaps and checks: never handed to a page. */
  listUnfiltered: (ids?: number[]): Action[] =>
    ids ? loadActions(db, ids) : loadActions(db).filter((action) => action.takenOutAt === null),
  /** Who may know of each, for what hangs on it. */
  knowers: (ids: number[]): Map<number, KnownBy> => knowersOfActions(db, ids),
})

const idsWithNumber = (db: Db, number: string): number[] =>
  db
    .select({ id: actions.id })
    .from(actions)
    .where(eq(actions.number, number))
    .all()
    .map((row) => row.id)

const idsUnder = (db: Db, concernIds: number[]): number[] =>
  statementsOf(db)
    .under.all(idsAs(concernIds))
    .map((row) => row.id)

const statementsOf = preparedOnce((db: Db) => ({
  under: db
    .selectDistinct({ id: actionConcerns.actionId })
    .from(actionConcerns)
    .where(among(actionConcerns.concernId))
    .orderBy(actionConcerns.actionId)
    .prepare(),
  agreedAt: db
    .select({ id: actions.id })
    .from(actions)
    .where(eq(actions.roundTableId, sql.placeholder('roundTableId')))
    .prepare(),
}))

const idsTouched = (db: Db, roundTableId: number, since: string, until = '9999'): number[] => {
  const said = [updates, closings].flatMap((from) =>
    db.select({ id: from.actionId }).from(from).where(eq(from.roundTableId, roundTableId)).all(),
  )
  const answered = db
    .select({ id: actionTerms.actionId })
    .from(acceptances)
    .innerJoin(actionTerms, eq(actionTerms.id, acceptances.termsId))
    .where(between(acceptances.at, since, until))
    .all()
  const granted = db
    .select({ id: wishes.actionId })
    .from(wishAnswers)
    .innerJoin(wishes, eq(wishes.id, wishAnswers.wishId))
    .where(between(wishAnswers.at, since, until))
    .all()
  const ids = [...said, ...answered, ...granted].map(({ id }) => id)
  return [
    ...new Set([...idsOfTable(db, roundTableId, []), ...ids, ...idsChanged(db, since, until)]),
  ].toSorted((a, b) => a - b)
}

/** Actions with terms that were written in this time. */
const idsChanged = (db: Db, since: string, until: string): number[] =>
  db
    .select({ id: actionTerms.actionId })
    .from(actionTerms)
    .where(between(actionTerms.at, since, until))
    .all()
    .map((row) => row.id)

const idsOfTable = (db: Db, roundTableId: number, concernIds: number[]): number[] => {
  const agreedThere = statementsOf(db).agreedAt.all({ roundTableId })
  const ids = [...agreedThere.map((row) => row.id), ...idsUnder(db, concernIds)]
  return [...new Set(ids)].toSorted((a, b) => a - b)
}
