import { tallyOf } from '../../../../src/domain/evidence/event.ts'
import { must } from '../../../../src/sample/must.ts'
import { type Fields, type House, PEOPLE } from '../../../support/house.ts'
import { FIRST_GROUPS, groupingsOf } from '../../../../src/domain/evidence/grouping.ts'

export const gender = must(groupingsOf(FIRST_GROUPS))[0]!
let keys = 0
export const key = (): string => `test-key-${String(keys++).padStart(8, '0')}`
export const tap = (group = 'male', sign = '+1', own = key()): string =>
  `${own} gender ${group} ${sign}`

/** A stall at which the police take part, and the pad for it. */
export const begun = async (house: House, fields: Fields = {}) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const police = house.person(PEOPLE.sergeant).organisationId
  const id = Number(
    String(
      (
        await laptop.post('/desk/events', {
          kind: 'stall',
          name: 'Stall in the rain',
          heldOn: '27/1/2022',
          cameIds: police,
          ...fields,
        })
      ).headers.location,
    )
      .split('/')
      .at(-1),
  )
  const of = () => house.store.events.listUnfiltered([id])[0]!
  return {
    id,
    laptop,
    of,
    path: `/desk/events/${id}`,
    groups: (): Record<string, number> => tallyOf(of(), gender)?.groups ?? {},
    send: (taps: string[], who = laptop) =>
      who.post(`/desk/events/${id}/taps`, { taps: taps.join('\n') }),
    type: (group: string, count: string | number, over: Fields = {}) =>
      laptop.post(`/desk/events/${id}/counts`, {
        key: key(),
        grouping: 'gender',
        group,
        count,
        ...over,
      }),
  }
}
