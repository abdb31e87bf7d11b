import { eq } from 'drizzle-orm'
import { asNamedAt, type Organisation, type Seat } from '../../domain/people/seat.ts'
import type { Db } from '../database.ts'
import { journaled, type By } from '../journal.ts'
import { holdings, organisationNames, organisations, seats } from '../schema/people.ts'

export const organisationsStore = (db: Db) => {
  const list = (): Organisation[] => db.select().from(organisations).orderBy(organisations.id).all()
  return {
    list,
    /** With the names that they had at an instant (R5). */
    listAt: (at: string): Organisation[] => {
      const former = db.select().from(organisationNames).all()
      return list().map((each) => asNamedAt(each, former, at))
    },
    find: (id: number): Organisation | undefined => list().find((each) => each.id === id),
    record: (organisation: Omit<Organisation, 'id' | 'endedOn'>, by: By) =>
      journaled(db, by, 'added', 'organisation', () =>
        Number(db.insert(organisations).values(organisation).run().lastInsertRowid),
      ),
    recordChange: (id: number, change: Partial<Omit<Organisation, 'id'>>, by: By) =>
      journaled(db, by, 'changed', 'organisation', () => {
        const before = list().find((each) => each.id === id)!
        const { name, publicName } = { ...before, ...change }
        if (name !== before.name || publicName !== before.publicName)
          db.insert(organisationNames)
            .values({
              organisationId: id,
              name: before.name,
              publicName: before.publicName,
              untilAt: by.at,
            })
            .run()
        db.update(organisations).set(change).where(eq(organisations.id, id)).run()
        return id
      }),
    ...seatsOf(db),
  }
}

/** Seats, and who holds each from when until when (R7). */
const seatsOf = (db: Db) => {
  const withHolders = (rows: (typeof seats.$inferSelect)[]): Seat[] => {
    const held = db.select().from(holdings).all()
    return rows.map((seat) => ({
      ...seat,
      holders: held.filter((each) => each.seatId === seat.id),
    }))
  }
  return {
    seats: (): Seat[] =>
      withHolders(db.select().from(seats).orderBy(seats.organisationId, seats.id).all()),
    findSeat: (id: number): Seat | undefined =>
      withHolders(db.select().from(seats).where(eq(seats.id, id)).all())[0],
    recordSeat: (organisationId: number, title: string, by: By) =>
      journaled(db, by, 'added', 'seat', () =>
        Number(db.insert(seats).values({ organisationId, title }).run().lastInsertRowid),
      ),
    endSeat: (id: number, on: string, by: By) =>
      journaled(db, by, 'ended', 'seat', () => {
        db.update(seats).set({ endedOn: on }).where(eq(seats.id, id)).run()
        return id
      }),
    recordHolding: (seatId: number, personId: number, fromOn: string, by: By) =>
      journaled(db, by, 'seated', 'seat', () => {
        db.insert(holdings).values({ seatId, personId, fromOn }).run()
        return seatId
      }),
    endHolding: (id: number, on: string, by: By) =>
      journaled(db, by, 'left', 'seat', () => {
        db.update(holdings).set({ untilOn: on }).where(eq(holdings.id, id)).run()
        return db
          .select({ seatId: holdings.seatId })
          .from(holdings)
          .where(eq(holdings.id, id))
          .get()!.seatId
      }),
  }
}
