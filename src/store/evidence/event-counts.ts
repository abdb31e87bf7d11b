import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { eventOptions, taps } from '../schema/events.ts'

/** What is counted at an event: who came, and hands for the topics that were offered. */
export const countAtEvents = (db: Db) => ({
  /** Each tap once, however often it is sent (R22). */
  recordTaps: (
    id: number,
    all: { key: string; grouping: string; group: string; count: number }[],
    by: By,
  ): number =>
    journaled(db, by, 'counted at', 'event', () => {
      for (const each of all)
        if (!isCounted(db, each.key))
          insert(db, taps, { eventId: id, ...each, personId: by.personId!, at: by.at })
      return id
    }),
  /** A key for the next number that is typed, so that a form sent twice counts once. */
  newKey: (): string => randomUUID(),
  isCounted: (key: string): boolean => isCounted(db, key),
  recordOption: (id: number, text: string, by: By): number =>
    journaled(db, by, 'offered a topic at', 'event', () => {
      insert(db, eventOptions, { eventId: id, text, personId: by.personId!, at: by.at })
      return id
    }),
  recordHands: (
    id: number,
    hands: { id: number; hands: number | null; chosen: boolean }[],
    by: By,
  ): number =>
    journaled(db, by, 'counted hands at', 'event', () => {
      for (const each of hands)
        db.update(eventOptions)
          .set({ hands: each.hands, chosen: each.chosen })
          .where(eq(eventOptions.id, each.id))
          .run()
      return id
    }),
  endOption: (id: number, optionId: number, by: By): number =>
    journaled(db, by, 'took out a topic at', 'event', () => {
      db.update(eventOptions).set({ endedAt: by.at }).where(eq(eventOptions.id, optionId)).run()
      return id
    }),
})

const isCounted = (db: Db, key: string): boolean =>
  db.select({ id: taps.id }).from(taps).where(eq(taps.key, key)).get() !== undefined
