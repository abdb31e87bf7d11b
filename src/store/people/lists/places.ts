import { and, eq, isNull } from 'drizzle-orm'
import type { ListNoun } from '../../../domain/people/list-question.ts'
import type { Db } from '../../database.ts'
import { insert } from '../../insert.ts'
import type { By } from '../../journal.ts'
import { namedPeople } from '../../schema/actions.ts'
import { merges } from '../../schema/concerns.ts'
import { eventPeople } from '../../schema/events.ts'
import { programmePeople } from '../../schema/programmes.ts'
import { messagePeople } from '../../schema/residents.ts'

/** How someone comes off a list, and onto it. */
interface List {
  /** Whose place ended at an instant has it again, since when they had it. */
  putBack: (db: Db, id: number, personId: number, endedAt: string) => { changes: number }
  remove: (db: Db, id: number, personId: number, by: By) => { changes: number }
  add: (db: Db, id: number, personId: number, by: By) => void
}

const namedList = (column: 'concernId' | 'actionId'): List => ({
  putBack: (db, id, personId, endedAt) =>
    db
      .update(namedPeople)
      .set({ removedAt: null })
      .where(
        and(
          eq(namedPeople[column], id),
          eq(namedPeople.personId, personId),
          eq(namedPeople.removedAt, endedAt),
        ),
      )
      .run(),
  remove: (db, id, personId, { at }) =>
    db
      .update(namedPeople)
      .set({ removedAt: at })
      .where(
        and(
          eq(namedPeople[column], id),
          eq(namedPeople.personId, personId),
          isNull(namedPeople.removedAt),
        ),
      )
      .run(),
  add: (db, id, personId, by) =>
    insert(db, namedPeople, { [column]: id, personId, addedById: by.personId!, at: by.at }),
})

export const LISTS: Record<ListNoun, List> = {
  concern: namedList('concernId'),
  action: namedList('actionId'),
  event: {
    putBack: (db, id, personId, endedAt) =>
      db
        .update(eventPeople)
        .set({ removedAt: null })
        .where(
          and(
            eq(eventPeople.eventId, id),
            eq(eventPeople.personId, personId),
            eq(eventPeople.removedAt, endedAt),
          ),
        )
        .run(),
    remove: (db, id, personId, { at }) =>
      db
        .update(eventPeople)
        .set({ removedAt: at })
        .where(
          and(
            eq(eventPeople.eventId, id),
            eq(eventPeople.personId, personId),
            isNull(eventPeople.removedAt),
          ),
        )
        .run(),
    add: (db, eventId, personId, by) =>
      insert(db, eventPeople, { eventId, personId, addedById: by.personId!, at: by.at }),
  },
  programme: {
    putBack: (db, id, personId, endedAt) =>
      db
        .update(programmePeople)
        .set({ removedAt: null })
        .where(
          and(
            eq(programmePeople.programmeId, id),
            eq(programmePeople.personId, personId),
            eq(programmePeople.removedAt, endedAt),
          ),
        )
        .run(),
    remove: (db, id, personId, { at }) =>
      db
        .update(programmePeople)
        .set({ removedAt: at })
        .where(
          and(
            eq(programmePeople.programmeId, id),
            eq(programmePeople.personId, personId),
            isNull(programmePeople.removedAt),
          ),
        )
        .run(),
    add: (db, programmeId, personId, by) =>
      insert(db, programmePeople, { programmeId, personId, addedById: by.personId!, at: by.at }),
  },
  message: {
    putBack: (db, id, personId, endedAt) =>
      db
        .update(messagePeople)
        .set({ removedAt: null })
        .where(
          and(
            eq(messagePeople.messageId, id),
            eq(messagePeople.personId, personId),
            eq(messagePeople.removedAt, endedAt),
          ),
        )
        .run(),
    remove: (db, id, personId, { at }) =>
      db
        .update(messagePeople)
        .set({ removedAt: at })
        .where(and(eq(messagePeople.messageId, id), eq(messagePeople.personId, personId)))
        .run(),
    // One row for a person: whoever stood there once stands there again.
    add: (db, messageId, personId, { personId: addedById, at }) =>
      db
        .insert(messagePeople)
        .values({ messageId, personId, addedById: addedById!, at })
        .onConflictDoUpdate({
          target: [messagePeople.messageId, messagePeople.personId],
          set: { addedById: addedById!, at, removedAt: null },
        })
        .run(),
  },
}

/** A concern with all that were joined to it: they have one list. */
export const trailOf = (db: Db, concernId: number): number[] => [
  concernId,
  ...db
    .select({ id: merges.concernId })
    .from(merges)
    .where(eq(merges.intoId, concernId))
    .all()
    .flatMap((row) => trailOf(db, row.id)),
]
