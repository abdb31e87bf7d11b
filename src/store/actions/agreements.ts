import type { AgreedAction, AgreedTerms } from '../../domain/actions/agreement.ts'
import { count, desc, eq, sql } from 'drizzle-orm'
import type { Depth } from '../../domain/depth.ts'
import type { Db } from '../database.ts'
import { preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import { isSentTwice, journaled, note, type By } from '../journal.ts'
import {
  actionConcerns,
  actions,
  actionTerms,
  namedPeople,
  termHelpers,
} from '../schema/actions.ts'
import { loadActions } from './action-rows.ts'
import { insertUpdate } from './reports.ts'

/** Where an action is agreed, for what, and who may know of it. */
interface Where {
  roundTableId: number | null
  concernIds: number[]
  depth: Depth
  ground: string | null
  list: number[]
}
type Terms = AgreedTerms & { proposed: boolean }

/** What is agreed: an action, its new terms, and who may know of it. */
export const recordAgreements = (db: Db) => ({
  /** The number of the action that is agreed next, or of one `after` it. */
  nextNumber: (roundTableId: number | null, after = 0): string =>
    numberFor(db, roundTableId, after),
  record: (agreed: AgreedAction, where: Where, by: By): number =>
    agreedTwice(db, agreed, where, by) ?? insertAction(db, agreed, where, by),
  recordTerms: (id: number, terms: Terms & { reason: string }, by: By) =>
    journaled(db, by, 'changed', 'action', () => {
      insertTerms(db, id, terms, terms.reason, by)
      return id
    }),
  /** While its minutes are written: the concerns that it was agreed for are others. */
  recordPlace: (id: number, concernIds: number[], by: By) =>
    journaled(db, by, 'moved to another concern', 'action', () => {
      db.delete(actionConcerns).where(eq(actionConcerns.actionId, id)).run()
      for (const concernId of concernIds) insert(db, actionConcerns, { actionId: id, concernId })
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
        addToList(db, id, matter.depth === 'named' ? matter.list : [], by)
        return id
      },
    ),
})

const statementsOf = preparedOnce((db: Db) => ({
  last: db.select().from(actionTerms).orderBy(desc(actionTerms.id)).prepare(),
  before: db
    .select({ count: count() })
    .from(actions)
    .where(sql`${actions.roundTableId} is ${sql.placeholder('roundTableId')}`)
    .prepare(),
}))

/** The action that this one was sent for already: the same in every word, by the same person. */
const agreedTwice = (db: Db, agreed: AgreedAction, where: Where, by: By): number | undefined => {
  const last = statementsOf(db).last.get()
  const isLike = last?.text === agreed.text && isSentTwice(last, by)
  const same = isLike ? loadActions(db, [last.actionId])[0]! : undefined
  return last &&
    same &&
    same.takenOutAt === null &&
    last.leadId === agreed.leadId &&
    last.by === agreed.by &&
    last.review === (agreed.review ?? null) &&
    last.kind === agreed.kind &&
    last.seatId === agreed.seatId &&
    String(same.terms.at(-1)!.helperIds) === String(agreed.helperIds) &&
    (where.depth !== 'named' || same.depth === 'named') &&
    String(same.concernIds) === String(where.concernIds)
    ? last.actionId
    : undefined
}

const insertAction = (db: Db, agreed: AgreedAction, where: Where, by: By): number =>
  journaled(db, by, agreed.proposed ? 'proposed' : 'agreed', 'action', () => {
    const number = numberFor(db, where.roundTableId)
    const id = insert(db, actions, {
      number,
      roundTableId: where.roundTableId,
      depth: where.depth,
      ground: where.ground,
      agreedAt: by.at,
    })
    for (const concernId of where.concernIds)
      insert(db, actionConcerns, { actionId: id, concernId })
    insertTerms(db, id, agreed, null, by)
    insertUpdate(
      db,
      id,
      { ...agreed.first, waitingFor: null, on: null },
      { organisationId: agreed.leadId, seatId: null, roundTableId: where.roundTableId },
      by,
    )
    if (where.depth === 'named') addToList(db, id, where.list, by)
    return id
  })

/**
 * `3.2`: the second action agreed at the third round table; `B5`, B for between, for the fifth that
 * was agreed between two.
 */
const numberFor = (db: Db, roundTableId: number | null, after = 0): string => {
  const before = statementsOf(db).before.get({ roundTableId })!.count
  const which = before + 1 + after
  return roundTableId === null ? `B${which}` : `${roundTableId}.${which}`
}

const insertTerms = (
  db: Db,
  actionId: number,
  terms: Terms,
  reason: string | null,
  by: By,
): void => {
  const { helperIds, text, kind, leadId, seatId, by: due, review = null, proposed } = terms
  const termsId = insert(db, actionTerms, {
    actionId,
    text,
    kind,
    leadId,
    seatId,
    by: due,
    review,
    proposed,
    reason,
    personId: by.personId!,
    at: by.at,
  })
  for (const organisationId of helperIds) insert(db, termHelpers, { termsId, organisationId })
}

const addToList = (db: Db, actionId: number, personIds: number[], by: By): void => {
  for (const personId of personIds) {
    insert(db, namedPeople, { actionId, personId, addedById: by.personId!, at: by.at })
    note(db, by, 'may now see', 'action', actionId)
  }
}
