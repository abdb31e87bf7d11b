import { termsOf, type Action } from '../../../src/domain/actions/action.ts'
import { dayOf } from '../../../src/domain/day.ts'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import { PEOPLE, type House } from '../browser.ts'

/** The action that the sergeant's link is for. */
export const events = (house: House): Action =>
  house.store.actions
    .listUnfiltered()
    .find((each) => termsOf(each).text.startsWith('Community events'))!

/** A link as the sergeant's letter carries it. */
export const linkOf = (house: House): string => {
  const personId = house.store.people.findByEmail(PEOPLE.sergeant)!.id
  const { id: actionId } = events(house)
  const seatId = termsOf(events(house)).seatId!
  const by = { personId, at: SAMPLE_NOW }
  house.store.notices.record(
    [{ personId, actionId, seatId, why: 'asked', cause: 'test' }],
    dayOf(SAMPLE_NOW),
    by,
  )
  const letterId = house.store.notices.recordLetter(
    personId,
    house.store.notices.waiting().filter((each) => each.personId === personId),
    '9999-01-01T00:00:00.000Z',
    by,
  )
  const token = house.store.reportLinks.make({ letterId, actionId, seatId, personId }, SAMPLE_NOW)
  return `/report/${token}`
}
