import t from 'tap'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { dayOf } from '../../../src/domain/day.ts'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import { openBrowser, PEOPLE, type House } from '../../support/browser.ts'

export const { test } = await openBrowser()
t.setTimeout(120_000)

export const find = (house: House) =>
  house.store.actions
    .listUnfiltered()
    .find((each) => termsOf(each).text.startsWith('Community events'))!
/** A link as the sergeant's letter carries it. */
export const linkFor = (house: House): string => {
  const personId = house.store.people.findByEmail(PEOPLE.sergeant)!.id
  const { id: actionId } = find(house)
  const seatId = termsOf(find(house)).seatId!
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
  return `/report/${house.store.reportLinks.make({ letterId, actionId, seatId, personId }, SAMPLE_NOW)}`
}
