import { raise } from '../../../../src/domain/concerns/concern.ts'
import { GROUNDS } from '../../../../src/domain/depth.ts'
import { must } from '../../../../src/sample/must.ts'
import { type House, PEOPLE } from '../../../support/house.ts'
import { by } from '../batons/set-up.ts'

export const FAMILY = 'The family on the third floor is afraid.'
export const LISTS = '/desk/private-lists'

/**
 * A concern held in private, with these people on its list, and the sergeant on no other: the sample
 * has one of its own.
 */
export const family = (house: House, ...list: number[]): number => {
  for (const { noun, nounId } of house.store.privateLists.matters())
    house.store.privateLists.recordAnswer(
      { noun, nounId, leaverId: sergeantIn(house) },
      { kind: 'removed', toId: null },
      by(house),
    )
  return recordFamily(house, list)
}

const recordFamily = (house: House, list: number[]): number =>
  house.store.concerns.record(
    must(
      raise(
        {
          text: FAMILY,
          raisedOn: '2022-01-27',
          originKind: 'phone',
          originNote: null,
          themeId: null,
          areaId: null,
          depth: 'named',
          ground: GROUNDS[0],
          list,
        },
        '2022-01-27',
      ),
    ),
    { roundTableId: null, splitFromId: null },
    by(house),
  )

export const sergeantIn = (house: House): number => house.person(PEOPLE.sergeant).id

/** Where the question about someone on the list of a concern is answered. */
export const answersAt = (concernId: number, leaverId: number): `/${string}` =>
  `${LISTS}/concern/${concernId}/${leaverId}/answers`

/** The sergeant has left the seat they hold. */
export const leaveSeat = (house: House): void => {
  const id = sergeantIn(house)
  for (const held of house.store.organisations.seats().flatMap((seat) => seat.holders))
    if (held.personId === id && held.untilOn === null)
      house.store.organisations.endHolding(held.id, house.clock.at().slice(0, 10), by(house))
}
