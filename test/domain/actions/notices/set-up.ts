import type { Action, Terms } from '../../../../src/domain/actions/action.ts'
import { noticesOf, type Why, type World } from '../../../../src/domain/actions/notices.ts'
import type { Seat } from '../../../../src/domain/people/seat.ts'
import { action, table, update } from '../../make.ts'

export const COORDINATOR = 90
export const SERGEANT = 21
export const ENGAGEMENT = 22
export const POLICE = 2
export const seat = (id: number, personId: number | null, over: Partial<Seat> = {}): Seat => ({
  id,
  organisationId: POLICE,
  title: `Seat ${id}`,
  endedOn: null,
  holders:
    personId === null ? [] : [{ id, seatId: id, personId, fromOn: '2021-01-01', untilOn: null }],
  ...over,
})
export const SEATS = [seat(4, SERGEANT), seat(5, ENGAGEMENT), seat(6, 31, { organisationId: 3 })]
export const world = (today: string, over: Partial<World> = {}): World => ({
  today,
  since: '2021-01-01',
  seats: SEATS,
  people: [COORDINATOR, SERGEANT, ENGAGEMENT, 31],
  coordinators: [COORDINATOR],
  tables: [table({ finishedAt: '2021-07-20T10:00:00.000Z', openedAt: '2021-07-15T09:00:00.000Z' })],
  ...over,
})
export const police = (terms: Partial<Terms> = {}, over: Partial<Action> = {}): Action =>
  action(over, { leadId: POLICE, seatId: 4, ...terms })
export const told = (each: Action, world: World): string[] =>
  noticesOf(each, world).map((one) => `${one.why} ${one.personId} ${one.seatId ?? '-'}`)
export const whys = (each: Action, world: World, personId = SERGEANT): Why[] =>
  noticesOf(each, world)
    .filter((one) => one.personId === personId)
    .map((one) => one.why)
/** Heard of on this day, by the police. */
export const heardOn = (day: string, terms: Partial<Terms> = {}): Action =>
  police(terms, {
    updates: [update({ id: 1, organisationId: POLICE, at: `${day}T10:00:00.000Z` })],
  })
