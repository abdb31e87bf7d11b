import { eq } from 'drizzle-orm'
import type { Day } from '../../domain/day.ts'
import { asNamedAt, type Organisation } from '../../domain/people/seat.ts'
import type { Db } from '../database.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { organisationNames, organisations } from '../schema/people.ts'
import { remembered } from '../transactions.ts'
import { seatsOf } from './seats.ts'

export const organisationsStore = (db: Db) => {
  const read = db.select().from(organisations).orderBy(organisations.id).prepare()
  const list = remembered(db, (): Organisation[] => read.all())
  return {
    list,
    /** With the names that they had at an instant (R5). */
    listAt: (at: string): Organisation[] => {
      const former = db.select().from(organisationNames).all()
      return list().map((each) => asNamedAt(each, former, at))
    },
    find: (id: number): Organisation | undefined => list().find((each) => each.id === id),
    record: (organisation: Omit<Organisation, 'id' | 'endedOn'>, by: By) =>
      journaled(db, by, 'added', 'organisation', () => insert(db, organisations, organisation)),
    recordChange: (id: number, change: Partial<Omit<Organisation, 'id'>>, by: By) =>
      journaled(db, by, 'changed', 'organisation', () => {
        const before = list().find((each) => each.id === id)!
        const { name, publicName } = { ...before, ...change }
        if (name !== before.name || publicName !== before.publicName)
          insert(db, organisationNames, {
            organisationId: id,
            name: before.name,
            publicName: before.publicName,
            untilAt: by.at,
          })
        db.update(organisations).set(change).where(eq(organisations.id, id)).run()
        return id
      }),
    recordEnd: (id: number, on: Day, by: By) =>
      journaled(db, by, 'ended', 'organisation', () => {
        db.update(organisations).set({ endedOn: on }).where(eq(organisations.id, id)).run()
        return id
      }),
    recordReturn: (id: number, by: By) =>
      journaled(db, by, 'brought back', 'organisation', () => {
        db.update(organisations).set({ endedOn: null }).where(eq(organisations.id, id)).run()
        return id
      }),
    ...seatsOf(db),
  }
}
