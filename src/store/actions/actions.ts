import type { AgreedAction, AgreedTerms } from '../../domain/actions/agreement.ts'
import { count, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Action, Status } from '../../domain/actions/action.ts'
import { narrowest, type Depth } from '../../domain/depth.ts'
import { may } from '../../domain/may.ts'
import type { Who } from '../../domain/people/person.ts'
import type { When } from '../../domain/day.ts'
import { group } from '../concerns/concerns.ts'
import type { Db } from '../database.ts'
import { isSentTwice, journaled, note, type By } from '../journal.ts'
import {
  acceptances,
  actionConcerns,
  actions,
  actionTerms,
  closings,
  namedPeople,
  reopenings,
  takeBacks,
  termHelpers,
  updates,
} from '../schema/actions.ts'
import { concerns } from '../schema/concerns.ts'
import { takeOuts } from '../schema/minutes.ts'

export interface Said {
  status: Status
  text: string
  waitingFor: string | null
  on: When | null
}
export interface SaidBy {
  organisationId: number | null
  seatId: number | null
  roundTableId: number | null
}

/** As many rows as are asked for by their ids; more are read with their whole table. */
const FEW = 200

export const actionsStore = (db: Db) => {
  /** All, or those with these ids: where they are few, only what hangs on them is read. */
  const load = (ids?: number[]): Action[] => {
    const rows = ids
      ? ids.length
        ? db.select().from(actions).where(inArray(actions.id, ids)).all()
        : []
      : db.select().from(actions).orderBy(actions.id).all()
    if (rows.length === 0) return []
    const few = rows.length <= FEW
    const those = (column: AnySQLiteColumn, of: number[]) => (few ? inArray(column, of) : undefined)
    const only = rows.map((row) => row.id)
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
    const said = group(
      db.select().from(updates).where(those(updates.actionId, only)).orderBy(updates.id).all(),
      (row) => row.actionId,
    )
    const taken = new Map(
      db
        .select()
        .from(takeBacks)
        .all()
        .map((row) => [row.updateId, row.at]),
    )
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
    const linked = db
      .select()
      .from(actionConcerns)
      .where(those(actionConcerns.actionId, only))
      .all()
    const links = group(linked, (row) => row.actionId)
    const lists = db.select().from(namedPeople).where(isNull(namedPeople.removedAt)).all()
    const takenOut = new Map(
      db
        .select()
        .from(takeOuts)
        .all()
        .map((row) => [row.actionId, row.at]),
    )
    const parents = new Map(
      db
        .select({ id: concerns.id, depth: concerns.depth, ground: concerns.ground })
        .from(concerns)
        .where(
          those(
            concerns.id,
            linked.map((row) => row.concernId),
          ),
        )
        .all()
        .map((row) => [row.id, row]),
    )
    return rows.map((row) => {
      const concernIds = (links.get(row.id) ?? []).map((each) => each.concernId)
      const above = concernIds.map((id) => parents.get(id)!)
      const namedAbove = above.filter((each) => each.depth === 'named')
      const each = [
        ...(row.depth === 'named' ? [lists.filter((one) => one.actionId === row.id)] : []),
        ...namedAbove.map((concern) => lists.filter((one) => one.concernId === concern.id)),
      ].map((list) => list.map((one) => one.personId))
      return {
        ...row,
        concernIds,
        takenOutAt: takenOut.get(row.id) ?? null,
        depth: narrowest(
          row.depth,
          ...above.map((concern) => concern.depth).filter((depth) => depth !== 'public'),
        ),
        ground: row.ground ?? namedAbove[0]?.ground ?? null,
        list:
          each.length === 0
            ? []
            : each.reduce((all, list) => all.filter((id) => list.includes(id))),
        terms: (termsBy.get(row.id) ?? []).map((one) => ({
          ...one,
          helperIds: (helpers.get(one.id) ?? []).map((helper) => helper.organisationId),
        })),
        acceptances: (termsBy.get(row.id) ?? []).flatMap((one) => accepted.get(one.id) ?? []),
        updates: (said.get(row.id) ?? []).map((one) => ({
          ...one,
          takenBackAt: taken.get(one.id) ?? null,
        })),
        closings: (closed.get(row.id) ?? []).map((one) => ({
          ...one,
          reopenedAt: reopened.get(one.id)?.at ?? null,
          reopeningReason: reopened.get(one.id)?.reason ?? null,
        })),
      }
    })
  }
  const insertTerms = (
    actionId: number,
    terms: AgreedTerms & { proposed: boolean },
    reason: string | null,
    by: By,
  ): number => {
    const { helperIds, text, kind, leadId, seatId, by: due, proposed } = terms
    const termsId = Number(
      db
        .insert(actionTerms)
        .values({
          actionId,
          text,
          kind,
          leadId,
          seatId,
          by: due,
          proposed,
          reason,
          personId: by.personId!,
          at: by.at,
        })
        .run().lastInsertRowid,
    )
    for (const organisationId of helperIds)
      db.insert(termHelpers).values({ termsId, organisationId }).run()
    return termsId
  }
  const insertUpdate = (actionId: number, said: Said, from: SaidBy, by: By): number =>
    Number(
      db
        .insert(updates)
        .values({ actionId, ...said, ...from, personId: by.personId!, at: by.at })
        .run().lastInsertRowid,
    )
  const addToList = (actionId: number, personIds: number[], by: By) => {
    for (const personId of personIds) {
      db.insert(namedPeople)
        .values({ actionId, personId, addedById: by.personId!, at: by.at })
        .run()
      note(db, by, 'may now see', 'action', actionId)
    }
  }
  return {
    find: (id: number, who: Who): Action | undefined =>
      load([id]).find((action) => may.see(who, action)),
    list: (who: Who): Action[] =>
      load().filter((action) => action.takenOutAt === null && may.see(who, action)),
    /** By the number that people say, `1.5`. */
    findByNumber: (number: string, who: Who): Action | undefined =>
      load(
        db
          .select({ id: actions.id })
          .from(actions)
          .where(eq(actions.number, number))
          .all()
          .map((row) => row.id),
      ).find((action) => action.takenOutAt === null && may.see(who, action)),
    /** The same whoever asks, to know whether it is held: never handed to a page. */
    byNumber: (number: string): Action | undefined =>
      load(
        db
          .select({ id: actions.id })
          .from(actions)
          .where(eq(actions.number, number))
          .all()
          .map((row) => row.id),
      )[0],
    /**
     * Those agreed at a round table, and all that were ever agreed for these concerns. For its
     * numbered items: never handed to a page.
     */
    ofTable: (roundTableId: number, concernIds: number[]): Action[] =>
      load(
        [
          ...new Set([
            ...db
              .select({ id: actions.id })
              .from(actions)
              .where(eq(actions.roundTableId, roundTableId))
              .all()
              .map((row) => row.id),
            ...(concernIds.length
              ? db
                  .select({ id: actionConcerns.actionId })
                  .from(actionConcerns)
                  .where(inArray(actionConcerns.concernId, concernIds))
                  .all()
                  .map((row) => row.id)
              : []),
          ]),
        ].toSorted((a, b) => a - b),
      ).filter((action) => action.takenOutAt === null),
    ofConcern: (concernId: number, who: Who): Action[] =>
      load(
        db
          .select()
          .from(actionConcerns)
          .where(eq(actionConcerns.concernId, concernId))
          .all()
          .map((row) => row.actionId),
      ).filter((action) => action.takenOutAt === null && may.see(who, action)),
    /** For standings, numbered gaps and checks: never handed to a page. */
    /** With those taken out: what was ever written in private is never told. */
    everWritten: (): Action[] => load(),
    listUnfiltered: (ids?: number[]): Action[] =>
      ids ? load(ids) : load().filter((action) => action.takenOutAt === null),
    record: (
      agreed: AgreedAction,
      where: {
        roundTableId: number | null
        concernIds: number[]
        depth: Depth
        ground: string | null
        list: number[]
      },
      by: By,
    ): number => {
      const last = db.select().from(actionTerms).orderBy(desc(actionTerms.id)).limit(1).get()
      const same = last && load([last.actionId])[0]!
      if (
        same &&
        same.takenOutAt === null &&
        last.text === agreed.text &&
        last.leadId === agreed.leadId &&
        last.by === agreed.by &&
        last.kind === agreed.kind &&
        last.seatId === agreed.seatId &&
        String(same.terms.at(-1)!.helperIds) === String(agreed.helperIds) &&
        (where.depth !== 'named' || same.depth === 'named') &&
        String(same.concernIds) === String(where.concernIds) &&
        isSentTwice(last, by)
      )
        return last.actionId
      return journaled(db, by, agreed.proposed ? 'proposed' : 'agreed', 'action', () => {
        const number = numberFor(db, where.roundTableId)
        const id = Number(
          db
            .insert(actions)
            .values({
              number,
              roundTableId: where.roundTableId,
              depth: where.depth,
              ground: where.ground,
              agreedAt: by.at,
            })
            .run().lastInsertRowid,
        )
        for (const concernId of where.concernIds)
          db.insert(actionConcerns).values({ actionId: id, concernId }).run()
        insertTerms(id, agreed, null, by)
        insertUpdate(
          id,
          { ...agreed.first, waitingFor: null, on: null },
          { organisationId: agreed.leadId, seatId: null, roundTableId: where.roundTableId },
          by,
        )
        if (where.depth === 'named') addToList(id, where.list, by)
        return id
      })
    },
    recordTerms: (id: number, terms: AgreedTerms & { proposed: boolean; reason: string }, by: By) =>
      journaled(db, by, 'changed', 'action', () => {
        insertTerms(id, terms, terms.reason, by)
        return id
      }),
    recordUpdate: (id: number, said: Said, from: SaidBy, by: By): number => {
      const last = db
        .select()
        .from(updates)
        .where(eq(updates.actionId, id))
        .orderBy(desc(updates.id))
        .limit(1)
        .get()
      const same =
        last &&
        last.text === said.text &&
        last.status === said.status &&
        last.on === said.on &&
        last.waitingFor === said.waitingFor &&
        last.seatId === from.seatId
      const taken =
        same &&
        db
          .select({ id: takeBacks.updateId })
          .from(takeBacks)
          .where(eq(takeBacks.updateId, last.id))
          .get()
      return same && !taken && isSentTwice(last, by)
        ? id
        : journaled(db, by, 'reported on', 'action', () => {
            insertUpdate(id, said, from, by)
            return id
          })
    },
    recordTakingBack: (id: number, updateId: number, by: By) =>
      journaled(db, by, 'took back an update on', 'action', () => {
        db.insert(takeBacks).values({ updateId, personId: by.personId!, at: by.at }).run()
        return id
      }),
    recordAnswer: (
      id: number,
      termsId: number,
      answer: { accepted: boolean; words: string | null; organisationId: number },
      by: By,
    ) =>
      journaled(db, by, answer.accepted ? 'accepted' : 'declined', 'action', () => {
        db.insert(acceptances)
          .values({ termsId, ...answer, personId: by.personId!, at: by.at })
          .run()
        return id
      }),
    /** Taken out by the table that wrote it down by mistake. The row stays, and the journal. */
    recordTakingOut: (id: number, roundTableId: number, by: By) =>
      journaled(db, by, 'took out', 'action', () => {
        db.insert(takeOuts)
          .values({ actionId: id, roundTableId, personId: by.personId!, at: by.at })
          .run()
        return id
      }),
    recordClosing: (id: number, roundTableId: number | null, by: By) =>
      journaled(db, by, 'closed', 'action', () => {
        db.insert(closings)
          .values({ actionId: id, roundTableId, personId: by.personId!, at: by.at })
          .run()
        return id
      }),
    recordReopening: (id: number, closingId: number, reason: string, by: By) =>
      journaled(db, by, 'reopened', 'action', () => {
        db.insert(reopenings).values({ closingId, reason, personId: by.personId!, at: by.at }).run()
        return id
      }),
    recordDepth: (
      id: number,
      matter: { depth: Depth; ground: string | null; list: number[] },
      by: By,
    ) =>
      journaled(
        db,
        by,
        matter.depth === 'named' ? 'held in private' : `set to ${matter.depth} depth`,
        'action',
        () => {
          db.update(actions)
            .set({ depth: matter.depth, ground: matter.depth === 'named' ? matter.ground : null })
            .where(eq(actions.id, id))
            .run()
          db.update(namedPeople).set({ removedAt: by.at }).where(eq(namedPeople.actionId, id)).run()
          addToList(id, matter.depth === 'named' ? matter.list : [], by)
          return id
        },
      ),
  }
}

/**
 * `3.2`: the second action agreed at the third round table; `0.5` for one agreed between tables.
 */
const numberFor = (db: Db, roundTableId: number | null): string => {
  const before = db
    .select({ count: count() })
    .from(actions)
    .where(
      roundTableId === null ? isNull(actions.roundTableId) : eq(actions.roundTableId, roundTableId),
    )
    .get()!.count
  return `${roundTableId ?? 0}.${before + 1}`
}
