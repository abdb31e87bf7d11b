import { attendanceMark } from '../../../../src/domain/round-tables/attendance/fields.ts'
import type { House, Visitor } from '../../../support/house.ts'

export const OPEN = '/desk/round-tables/2022-q1'
/** Says that a coordinator is here: a table agrees minutes only once it is known who is there. */
export const sayWhoIsHere = (house: House, who: Visitor, slug: string) => {
  const { store } = house
  const coordinator = store.organisations.seats().find((each) => each.title === 'Coordinator')!
  return who.post(`/desk/round-tables/${slug}/attendance`, {
    basedOn: attendanceMark(store.roundTables.find(slug)!),
    [`seat-${coordinator.id}`]: 'present',
  })
}
export const newest = <T extends { id: number }>(rows: T[]): T =>
  rows.reduce((last, each) => (each.id > last.id ? each : last))
