import { eq } from 'drizzle-orm'
import { calledAt, type Seat } from '../../domain/people/seat.ts'
import type { Db } from '../database.ts'
import { group } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { remembered } from '../transactions.ts'
import { holdings, seatNames, seats } from '../schema/people.ts'

/** Seats, and who holds each from when until when (R7). */
export const seatsOf = (db: Db) => {
  const allSeats = db.select().from(seats).orderBy(seats.organisationId, seats.id).prepare()
  const allHoldings = db.select().from(holdings).prepare()
  const withHolders = (rows: (typeof seats.$inferSelect)[]): Seat[] => {
    const held = allHoldings.all()
    return rows.map((seat) => ({
      ...seat,
      holders: held.filter((each) => each.seatId === seat.id),
    }))
  }
  return {
    seats: remembered(db, (): Seat[] => withHolders(allSeats.all())),
    /** With the names that they had at an instant (R5). */
    seatsAt: (at: string): Seat[] => {
      const former = group(db.select().from(seatNames).all(), (row) => row.seatId)
      return withHolders(db.select().from(seats).all()).map((seat) => ({
        ...seat,
        title: calledAt(former.get(seat.id) ?? [], at)?.title ?? seat.title,
      }))
    },
    findSeat: (id: number): Seat | undefined =>
      withHolders(db.select().from(seats).where(eq(seats.id, id)).all())[0],
    recordSeat: (organisationId: number, title: string, by: By) =>
      journaled(db, by, 'added', 'seat', () => insert(db, seats, { organisationId, title })),
    recordTitle: (id: number, title: string, by: By) =>
      journaled(db, by, 'renamed', 'seat', () => {
        const before = db.select().from(seats).where(eq(seats.id, id)).get()!
        if (before.title !== title)
          insert(db, seatNames, { seatId: id, title: before.title, untilAt: by.at })
        db.update(seats).set({ title }).where(eq(seats.id, id)).run()
        return id
      }),
    reinstateSeat: (id: number, by: By) =>
      journaled(db, by, 'brought back', 'seat', () => {
        db.update(seats).set({ endedOn: null }).where(eq(seats.id, id)).run()
        return id
      }),
    endSeat: (id: number, on: string, by: By) =>
      journaled(db, by, 'ended', 'seat', () => {
        db.update(seats).set({ endedOn: on }).where(eq(seats.id, id)).run()
        return id
      }),
    recordHolding: (seatId: number, personId: number, fromOn: string, by: By) =>
      journaled(db, by, 'seated', 'seat', () => {
        insert(db, holdings, { seatId, personId, fromOn })
        return seatId
      }),
    endHolding: (id: number, on: string, by: By) =>
      journaled(db, by, 'left', 'seat', () => {
        db.update(holdings).set({ untilOn: on, endedAt: by.at }).where(eq(holdings.id, id)).run()
        return db
          .select({ seatId: holdings.seatId })
          .from(holdings)
          .where(eq(holdings.id, id))
          .get()!.seatId
      }),
  }
}
