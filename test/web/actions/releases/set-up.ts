import { type House, PEOPLE } from '../../../support/house.ts'
import { agreeNow, by, days, seatOf } from '../owner-letters/set-up.ts'

export { by, days, seatOf }
export const UNDER_WAY = { status: 'under-way', text: 'The hall is booked', waitingFor: '' }

/** An officer of the police, who sits in a seat beside the sergeant's. */
export const OFFICER = 'ward.officer@met.example'

/** The police let their sergeant release; an officer of theirs has an action. */
export const policeRelease = (house: House, over: { list?: number[] } = {}) => {
  const { organisationId, id: seatId } = seatOf(house, PEOPLE.sergeant)
  const mine = { ...by(house), at: house.clock.at() }
  const officer = house.store.people.record(
    { name: 'Ward officer', email: OFFICER, role: 'member', approves: false, organisationId },
    mine,
  )
  const seat = house.store.organisations.recordSeat(
    organisationId,
    'Ward officer, Church Street',
    mine,
  )
  house.store.organisations.recordHolding(seat, officer, '2022-01-01', mine)
  house.store.releases.recordRule(organisationId, seatId, mine)
  const id = agreeNow(house, 'Walk the estate with parents', {
    seatId: seat,
    ...(over.list && { list: [officer, ...over.list] }),
  })
  return { id, officer, seat, organisationId, path: `/desk/actions/${id}` }
}

export const get = (house: House, id: number) => house.store.actions.listUnfiltered([id])[0]!

/** A link as a letter to the officer carries it. */
export const officerLink = (house: House, id: number, personId: number, seatId: number): string => {
  const mine = by(house)
  house.store.notices.record(
    [{ personId, actionId: id, seatId, why: 'asked', cause: 'test' }],
    '2022-01-27',
    mine,
  )
  const letterId = house.store.notices.recordLetter(
    personId,
    house.store.notices.waiting().filter((each) => each.personId === personId),
    '9999-01-01T00:00:00.000Z',
    mine,
  )
  house.store.letters.posted(letterId, house.clock.at(), true)
  const link = { letterId, actionId: id, seatId, personId }
  return `/report/${house.store.reportLinks.make(link, house.clock.at())}`
}

export const linkIn = (text: string, door: 'release' | 'report'): string =>
  text.match(new RegExp(`/${door}/[\\w-]+`))![0]
