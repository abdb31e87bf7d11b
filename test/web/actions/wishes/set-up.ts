import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openWish } from '../../../../src/domain/actions/pace/wishes.ts'
import { stateOf } from '../../../../src/domain/round-tables/round-table.ts'
import { paperFor } from '../../../../src/work/papers/minutes.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { find, linkFor } from '../report/set-up.ts'

export const JUNE = { by: 'June 2022', leadId: '', reason: 'The hall is shut until May' }

/** A house with the sergeant's link, and everyone who has to do with what is asked. */
export const openAsking = async (t: { teardown: (fn: () => unknown) => unknown }) => {
  const house = await openHouse({ t })
  const link = linkFor(house, find(house).id)
  // The letter of the link is no other's: it holds up none that the clock writes.
  const by = { personId: null, at: house.clock.at() }
  house.store.letters.hold(house.store.letters.recent(1)[0]!.id, '', {
    ...by,
    personId: house.person(PEOPLE.coordinator).id,
  })
  return {
    house,
    link,
    phone: house.stranger(),
    coordinator: house.signIn(PEOPLE.coordinator),
    sergeant: house.signIn(PEOPLE.sergeant),
    page: `/desk/actions/${find(house).id}`,
  }
}

export const waits = (house: House) => openWish(find(house))
export const agreedBy = (house: House) => termsOf(find(house)).by
/** The round table that meets now, which carries the action forward. */
export const tableNow = (house: House) =>
  house.store.roundTables.list().find((each) => stateOf(each) === 'open')!
/** All that the minutes of the table say, in one text. */
export const minutesOf = (house: House, depth: 'table' | 'public' = 'table'): string =>
  JSON.stringify(paperFor(house.store, tableNow(house), depth))
/** The council, which could lead in the place of the police. */
export const council = (house: House): number => house.person(PEOPLE.officer).organisationId
