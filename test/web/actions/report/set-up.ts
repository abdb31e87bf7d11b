import Database from 'better-sqlite3'
import { dayOf } from '../../../../src/domain/day.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'

const EVENTS = 'Community events'
export const find = (house: House, begins = EVENTS) =>
  house.store.actions.everWritten().find((each) => each.terms[0]!.text.startsWith(begins))!
export const by = (house: House, email: string = PEOPLE.coordinator) => ({
  personId: house.person(email).id,
  at: house.clock.at(),
})
export const seatOf = (house: House, email: string) =>
  house.store.organisations
    .seats()
    .find((seat) =>
      seat.holders.some(
        (each) => each.personId === house.person(email).id && each.untilOn === null,
      ),
    )!
/** A link as a letter would carry it, to this person for this action. */
export const linkFor = (
  house: House,
  actionId: number,
  email: string = PEOPLE.sergeant,
): string => {
  const [personId, seatId] = [house.person(email).id, seatOf(house, email).id]
  house.store.notices.record(
    [{ personId, actionId, seatId, why: 'asked', cause: `test ${house.clock.at()}` }],
    dayOf(house.clock.now()),
    by(house),
  )
  const letterId = house.store.notices.recordLetter(
    personId,
    house.store.notices.waiting().filter((each) => each.personId === personId),
    '9999-01-01T00:00:00.000Z',
    by(house),
  )
  return `/report/${house.store.reportLinks.make({ letterId, actionId, seatId, personId }, house.clock.at())}`
}
export const open = async (
  t: { teardown: (fn: () => unknown) => unknown },
  options: Parameters<typeof openHouse>[0] = {},
) => {
  const house = await openHouse({ t, ...options })
  return { house, phone: house.stranger(), link: linkFor(house, find(house).id) }
}
export const UNDER_WAY = { status: 'under-way', text: 'The hall is booked', waitingFor: '' }
/** Every row of every table: what nothing may change that only looks. */
export const everything = (house: House): string => {
  const db = new Database(house.file, { readonly: true })
  const names = db
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%fts%' order by name`,
    )
    .pluck()
    .all() as string[]
  const all = JSON.stringify(
    names.map((name) => [name, db.prepare(`select * from "${name}"`).all()]),
  )
  db.close()
  return all
}
export const journal = (house: House, id = find(house).id) =>
  house.store.journal.history('action', id)
