import { and, asc, desc, eq, isNull, lte } from 'drizzle-orm'
import type { Arrangement, Topic } from '../../domain/round-tables/agenda.ts'
import type { KeptAgenda } from '../../domain/round-tables/agenda/kept.ts'
import type { AgendaOutcome, Outcome, Reachable } from '../../domain/round-tables/agenda/reached.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { agendaOutcomes } from '../schema/minutes.ts'
import { agendas, keptAgendas, standingOrders, topics, turns } from '../schema/round-tables.ts'

/** That a table turned to a slot of its agenda, or to something that is not on it. */
export interface Turn {
  id: number
  roundTableId: number
  slotKey: string | null
  title: string
  at: string
}

/** Agendas: topics put down, how each was arranged, and what a table turned to and spoke of. */
export const agendasStore = (db: Db) => ({
  ...arrangements(db),
  ...topicsPutDown(db),
  ...spokenOf(db),
})

const arrangements = (db: Db) => ({
  /** How it was arranged last, or last by an instant; nothing where nobody has. */
  arranged: (roundTableId: number, by = '9999'): { id: number; slots: Arrangement } | undefined => {
    const row = db
      .select()
      .from(agendas)
      .where(and(eq(agendas.roundTableId, roundTableId), lte(agendas.at, by)))
      .orderBy(desc(agendas.id))
      .limit(1)
      .get()
    return row && { id: row.id, slots: row.slots as Arrangement }
  },
  /** The tables whose agenda someone had arranged by an instant. */
  tablesArranged: (by: string): Set<number> =>
    new Set(
      db
        .selectDistinct({ id: agendas.roundTableId })
        .from(agendas)
        .where(lte(agendas.at, by))
        .all()
        .map((row) => row.id),
    ),
  arrange: (roundTableId: number, slots: Arrangement, by: By): number =>
    journaled(db, by, 'arranged the agenda of', 'round table', () => {
      insert(db, agendas, { roundTableId, slots, personId: by.personId!, at: by.at })
      return roundTableId
    }),
  /** The order that every new agenda begins with, where one is kept, or was by an instant. */
  standingOrder: (
    by = '9999',
  ): { slots: Arrangement; personId: number; at: string } | undefined => {
    const row = db
      .select()
      .from(standingOrders)
      .where(lte(standingOrders.at, by))
      .orderBy(desc(standingOrders.id))
      .limit(1)
      .get()
    return row && row.slots !== null ? { ...row, slots: row.slots as Arrangement } : undefined
  },
  /** ... kept anew, or none where it is dropped. */
  recordStandingOrder: (slots: Arrangement | null, by: By): number =>
    journaled(db, by, slots ? 'kept' : 'dropped', 'standing order', () =>
      insert(db, standingOrders, { slots, personId: by.personId!, at: by.at }),
    ),
  /** What stood on the agenda when the table was finished the last time. */
  kept: (roundTableId: number): KeptAgenda | undefined =>
    db
      .select()
      .from(keptAgendas)
      .where(eq(keptAgendas.roundTableId, roundTableId))
      .orderBy(desc(keptAgendas.id))
      .limit(1)
      .get()?.slots as KeptAgenda | undefined,
  keep: (roundTableId: number, slots: KeptAgenda, by: By): number =>
    journaled(db, by, 'kept the agenda of', 'round table', () => {
      insert(db, keptAgendas, { roundTableId, slots, personId: by.personId!, at: by.at })
      return roundTableId
    }),
})

const topicsPutDown = (db: Db) => ({
  topics: (roundTableId: number): Topic[] =>
    db
      .select()
      .from(topics)
      .where(and(eq(topics.roundTableId, roundTableId), isNull(topics.endedAt)))
      .orderBy(asc(topics.id))
      .all(),
  /** All that were not taken off, at every table. */
  allTopics: (): Topic[] =>
    db.select().from(topics).where(isNull(topics.endedAt)).orderBy(asc(topics.id)).all(),
  recordTopic: (roundTableId: number, text: string, by: By): number =>
    journaled(db, by, 'put down', 'topic', () =>
      insert(db, topics, { roundTableId, text, personId: by.personId!, at: by.at }),
    ),
  endTopic: (id: number, by: By): number =>
    journaled(db, by, 'took off', 'topic', () => {
      db.update(topics).set({ endedAt: by.at }).where(eq(topics.id, id)).run()
      return id
    }),
})

const spokenOf = (db: Db) => ({
  /** What tables turned to, in the order they did; of one table where it is said. */
  turns: (roundTableId?: number): Turn[] =>
    db
      .select()
      .from(turns)
      .where(roundTableId === undefined ? undefined : eq(turns.roundTableId, roundTableId))
      .orderBy(asc(turns.id))
      .all(),
  recordTurn: (
    turn: { roundTableId: number; slotKey: string | null; title: string },
    by: By,
  ): number =>
    journaled(db, by, 'turned to', 'turn', () =>
      insert(db, turns, { ...turn, personId: by.personId!, at: by.at }),
    ),
  /** A slip: other words for what it turned to, */
  rewordTurn: (id: number, to: { slotKey: string | null; title: string }, by: By): number =>
    journaled(db, by, 'changed', 'turn', () => {
      db.update(turns).set(to).where(eq(turns.id, id)).run()
      return id
    }),
  /** ... or none. */
  takeOutTurn: (id: number, by: By): number =>
    journaled(db, by, 'took out', 'turn', () => {
      db.delete(turns).where(eq(turns.id, id)).run()
      return id
    }),
  outcomes: (): AgendaOutcome[] =>
    db.select().from(agendaOutcomes).orderBy(asc(agendaOutcomes.id)).all().map(asOutcome),
  /** ... that one table wrote down. */
  outcomesAt: (roundTableId: number): AgendaOutcome[] =>
    db
      .select()
      .from(agendaOutcomes)
      .where(eq(agendaOutcomes.roundTableId, roundTableId))
      .orderBy(asc(agendaOutcomes.id))
      .all()
      .map(asOutcome),
  recordOutcome: (
    roundTableId: number,
    { of, id }: Reachable,
    { outcome, reason }: { outcome: Outcome; reason: string | null },
    by: By,
  ): number =>
    journaled(db, by, outcome === 'spoken' ? 'spoke of' : 'dropped', NOUNS[of], () => {
      insert(db, agendaOutcomes, {
        roundTableId,
        topicId: of === 'topic' ? id : null,
        concernId: of === 'concern' ? id : null,
        actionId: of === 'question' ? id : null,
        outcome,
        reason,
        personId: by.personId!,
        at: by.at,
      })
      return id
    }),
})

const NOUNS = { topic: 'topic', concern: 'concern', question: 'action' } as const

const asOutcome = ({
  topicId,
  concernId,
  actionId,
  ...row
}: typeof agendaOutcomes.$inferSelect): AgendaOutcome => ({
  ...row,
  ...(topicId !== null
    ? { of: 'topic', id: topicId }
    : concernId !== null
      ? { of: 'concern', id: concernId }
      : { of: 'question', id: actionId! }),
})
