import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Day } from '../../domain/day.ts'
import type { Role, Who } from '../../domain/people/person.ts'
import { calledAt, isHeldOn } from '../../domain/people/seat.ts'
import type { Db } from '../database.ts'
import { group, preparedOnce } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { holdings, people, personNames } from '../schema/people.ts'
import { settings } from '../schema/settings.ts'
import { remembered } from '../transactions.ts'
import { endPerson } from './ending.ts'
import { keptFormsOf } from './kept-forms.ts'
import { namedLists } from './lists/named-lists.ts'

export type Person = typeof people.$inferSelect

/** Everyone who signs in, as the record and as permission see them. */
export const peopleStore = (db: Db) => ({
  ...readPeople(db),
  ...namedLists(db),
  ...recordPeople(db),
  ...keptFormsOf(db),
})

const readPeople = (db: Db) => ({
  find: (id: number): Person | undefined => findPerson(db, id),
  findByEmail: (email: string): Person | undefined =>
    db
      .select()
      .from(people)
      .where(and(eq(people.email, email.trim().toLowerCase()), isNull(people.endedAt)))
      .get(),
  /** With the names that they had at an instant (R5). */
  listAt: (at: string): Person[] => {
    const former = group(db.select().from(personNames).all(), (row) => row.personId)
    return db
      .select()
      .from(people)
      .all()
      .map((each) => ({
        ...each,
        name: calledAt(former.get(each.id) ?? [], at)?.name ?? each.name,
      }))
  },
  /** What people were called before, which is no more for the public than what they are called. */
  formerNames: (): string[] =>
    db
      .select({ name: personNames.name })
      .from(personNames)
      .all()
      .map((each) => each.name),
  list: remembered(db, (): Person[] =>
    db.select().from(people).orderBy(people.organisationId, people.name).all(),
  ),
  /** The organisation that keeps the record. */
  charity: (): number | undefined => charityId(db),
  /** The person as permission sees them, or undefined once they have been ended. */
  who: (id: number, today: Day): Who | undefined => whoIs(db, id, today),
  /** R13: one person is enough while the partnership says so and has exactly one coordinator. */
  isAlone: (): boolean => {
    const { said, coordinators } = statementsOf(db)
    return said.all().at(-1)?.value === 'yes' && coordinators.all().length === 1
  },
})

const statementsOf = preparedOnce((db: Db) => ({
  person: db
    .select()
    .from(people)
    .where(eq(people.id, sql.placeholder('id')))
    .prepare(),
  holdings: db
    .select()
    .from(holdings)
    .where(eq(holdings.personId, sql.placeholder('id')))
    .prepare(),
  charity: db.select({ id: people.organisationId }).from(people).orderBy(people.id).prepare(),
  said: db.select().from(settings).where(eq(settings.name, 'alone')).prepare(),
  coordinators: db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'coordinator'), isNull(people.endedAt)))
    .prepare(),
}))

const recordPeople = (db: Db) => ({
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
      insert(db, people, { ...person, email: person.email.trim().toLowerCase(), createdAt: by.at }),
    ),
  recordName: (id: number, name: string, by: By) =>
    journaled(db, by, 'renamed', 'person', () => {
      const before = findPerson(db, id)!
      if (before.name !== name)
        insert(db, personNames, { personId: id, name: before.name, untilAt: by.at })
      db.update(people).set({ name }).where(eq(people.id, id)).run()
      return id
    }),
  recordRole: (id: number, role: Role, approves: boolean, by: By) =>
    journaled(db, by, 'changed the role of', 'person', () => {
      db.update(people).set({ role, approves }).where(eq(people.id, id)).run()
      return id
    }),
  /**
   * Ends a person everywhere at once: sessions, seats (which stand empty and visible, R7) and
   * sign-in.
   */
  end: (id: number, by: By): number => endPerson(db, id, by),
})

const findPerson = (db: Db, id: number): Person | undefined => statementsOf(db).person.get({ id })

const whoIs = (db: Db, id: number, today: Day): Who | undefined => {
  const person = findPerson(db, id)
  if (!person || person.endedAt) return undefined
  const seatIds = statementsOf(db)
    .holdings.all({ id })
    .filter((each) => isHeldOn(each, today))
    .map((each) => each.seatId)
  return {
    personId: id,
    name: person.name,
    role: person.role,
    approves: person.approves,
    organisationId: person.organisationId,
    seatIds,
    isCharity: person.organisationId === charityId(db),
  }
}

/** The charity is where the first coordinator came from: whoever set this up. */
const charityId = (db: Db): number | undefined => statementsOf(db).charity.get()?.id
