import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Arrangement, Topic } from '../../domain/round-tables/agenda.ts'
import type { Db } from '../database.ts'
import { journaled, type By } from '../journal.ts'
import { agendas, topics } from '../schema/round-tables.ts'

/** What is put down before a table meets: topics, and how its agenda was arranged each time. */
export const agendasStore = (db: Db) => ({
  arrangement: (roundTableId: number): Arrangement =>
    (db
      .select()
      .from(agendas)
      .where(eq(agendas.roundTableId, roundTableId))
      .orderBy(desc(agendas.id))
      .limit(1)
      .get()?.slots ?? []) as Arrangement,
  arrange: (roundTableId: number, slots: Arrangement, by: By): number =>
    journaled(db, by, 'arranged the agenda of', 'round table', () => {
      db.insert(agendas).values({ roundTableId, slots, personId: by.personId!, at: by.at }).run()
      return roundTableId
    }),
  topics: (roundTableId: number): Topic[] =>
    db
      .select()
      .from(topics)
      .where(and(eq(topics.roundTableId, roundTableId), isNull(topics.endedAt)))
      .orderBy(asc(topics.id))
      .all(),
  recordTopic: (roundTableId: number, text: string, by: By): number =>
    journaled(db, by, 'put down', 'topic', () =>
      Number(
        db.insert(topics).values({ roundTableId, text, personId: by.personId!, at: by.at }).run()
          .lastInsertRowid,
      ),
    ),
  endTopic: (id: number, by: By): number =>
    journaled(db, by, 'took off', 'topic', () => {
      db.update(topics).set({ endedAt: by.at }).where(eq(topics.id, id)).run()
      return id
    }),
})
