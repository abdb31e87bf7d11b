import { group } from '../group.ts'
import { and, eq, isNull } from 'drizzle-orm'
import { dayOf, type Day } from '../../domain/day.ts'
import type { Role, Who } from '../../domain/people/person.ts'
import { isHeldOn } from '../../domain/people/seat.ts'
import type { Db } from '../database.ts'
import { journaled, note, type By } from '../journal.ts'
import { eventPeople } from '../schema/events.ts'
import { namedPeople } from '../schema/actions.ts'
import { holdings, people } from '../schema/people.ts'
import { messagePeople } from '../schema/residents.ts'
import { settings } from '../schema/settings.ts'
import { accounts, keptForms, sessions, unsentTexts } from '../schema/sign-in.ts'

export type Person = typeof people.$inferSelect

export const peopleStore = (db: Db) => {
  const find = (id: number): Person | undefined =>
    db.select().from(people).where(eq(people.id, id)).get()
  /** The charity is where the first coordinator came from: whoever set this up. */
  const charityId = (): number | undefined =>
    db.select({ id: people.organisationId }).from(people).orderBy(people.id).limit(1).get()?.id
  return {
    find,
    findByEmail: (email: string): Person | undefined =>
      db
        .select()
        .from(people)
        .where(and(eq(people.email, email.trim().toLowerCase()), isNull(people.endedAt)))
        .get(),
    list: (): Person[] =>
      db.select().from(people).orderBy(people.organisationId, people.name).all(),
    /** The person as permission sees them, or undefined once they have been ended. */
    who: (id: number, today: Day): Who | undefined => {
      const person = find(id)
      if (!person || person.endedAt) return undefined
      const seatIds = db
        .select()
        .from(holdings)
        .where(eq(holdings.personId, id))
        .all()
        .filter((each) => isHeldOn(each, today))
        .map((each) => each.seatId)
      return {
        personId: id,
        name: person.name,
        role: person.role,
        approves: person.approves,
        organisationId: person.organisationId,
        seatIds,
        isCharity: person.organisationId === charityId(),
      }
    },
    /** R13: one person is enough while the partnership says so and has exactly one coordinator. */
    isAlone: (): boolean => {
      const said =
        db.select().from(settings).where(eq(settings.name, 'alone')).all().at(-1)?.value === 'yes'
      return (
        said &&
        db
          .select()
          .from(people)
          .where(and(eq(people.role, 'coordinator'), isNull(people.endedAt)))
          .all().length === 1
      )
    },
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
    record: (
      person: {
        name: string
        email: string
        role: Role
        approves: boolean
        organisationId: number
      },
      by: By,
    ) =>
      journaled(db, by, 'added', 'person', () =>
        Number(
          db
            .insert(people)
            .values({ ...person, email: person.email.trim().toLowerCase(), createdAt: by.at })
            .run().lastInsertRowid,
        ),
      ),
    recordRole: (id: number, role: Role, approves: boolean, by: By) =>
      journaled(db, by, 'changed the role of', 'person', () => {
        db.update(people).set({ role, approves }).where(eq(people.id, id)).run()
        return id
      }),
    /**
     * Ends a person everywhere at once: sessions, seats (which stand empty and visible, R7) and
     * sign-in.
     */
    end: (id: number, by: By) =>
      journaled(db, by, 'ended', 'person', () => {
        db.update(people).set({ endedAt: by.at }).where(eq(people.id, id)).run()
        db.update(sessions)
          .set({ endedAt: by.at })
          .where(and(eq(sessions.personId, id), isNull(sessions.endedAt)))
          .run()
        // A work account goes on in its directory: whoever comes back is invited as someone new,
        // and joins it again.
        db.update(accounts)
          .set({ endedAt: by.at })
          .where(and(eq(accounts.personId, id), isNull(accounts.endedAt)))
          .run()
        for (const held of db
          .select()
          .from(holdings)
          .where(and(eq(holdings.personId, id), isNull(holdings.untilOn)))
          .all()) {
          db.update(holdings)
            .set({ untilOn: dayOf(by.at) })
            .where(eq(holdings.id, held.id))
            .run()
          note(db, by, 'left', 'seat', held.seatId)
        }
        db.delete(keptForms).where(eq(keptForms.personId, id)).run()
        db.delete(unsentTexts).where(eq(unsentTexts.personId, id)).run()
        return id
      }),
    /** What was being typed when a session ended (R25). */
    keepForm: (personId: number, path: string, fields: Record<string, unknown>, at: string) =>
      journaled(db, { personId, at }, 'kept', 'typed text', () =>
        Number(db.insert(keptForms).values({ personId, path, fields, at }).run().lastInsertRowid),
      ),
    keptForms: (personId: number) =>
      db
        .select()
        .from(keptForms)
        .where(eq(keptForms.personId, personId))
        .orderBy(keptForms.id)
        .all() as {
        id: number
        path: string
        fields: Record<string, string | string[]>
        at: string
      }[],
    dropKeptForm: (id: number, personId: number, by: By) =>
      journaled(db, by, 'dropped', 'typed text', () => {
        db.delete(keptForms)
          .where(and(eq(keptForms.id, id), eq(keptForms.personId, personId)))
          .run()
        return id
      }),
  }
}
