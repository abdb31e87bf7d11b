import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { group } from '../group.ts'
import { namedPeople } from '../schema/actions.ts'
import { eventPeople } from '../schema/events.ts'
import { people } from '../schema/people.ts'
import { messagePeople } from '../schema/residents.ts'

/** Who stands on the list of a matter held in private, and what nobody is left to open. */
export const namedLists = (db: Db) => ({
  isOnNamedList: (id: number): boolean =>
    db
      .select({ id: eventPeople.id })
      .from(eventPeople)
      .where(and(eq(eventPeople.personId, id), isNull(eventPeople.removedAt)))
      .get() !== undefined ||
    db
      .select({ id: namedPeople.id })
      .from(namedPeople)
      .where(and(eq(namedPeople.personId, id), isNull(namedPeople.removedAt)))
      .get() !== undefined ||
    db
      .select({ id: messagePeople.personId })
      .from(messagePeople)
      .where(eq(messagePeople.personId, id))
      .get() !== undefined,
  /**
   * R11: how many private matters have nobody left on their list who signs in. A number and
   * nothing more.
   */
  unopenable: (): number => {
    const live = new Set(
      db
        .select({ id: people.id })
        .from(people)
        .where(isNull(people.endedAt))
        .all()
        .map((each) => each.id),
    )
    const lists: { personId: number }[][] = [
      ...group(
        db.select().from(namedPeople).where(isNull(namedPeople.removedAt)).all(),
        (row) => `${row.concernId} ${row.actionId}`,
      ).values(),
      ...group(
        db.select().from(eventPeople).where(isNull(eventPeople.removedAt)).all(),
        (row) => row.eventId,
      ).values(),
    ]
    return lists.filter((list) => !list.some((row) => live.has(row.personId))).length
  },
})
