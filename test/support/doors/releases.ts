import type { Store } from '../../../src/store/store.ts'
import { PEOPLE } from '../house.ts'
import type { WhoAndWhere } from './makers.ts'

/**
 * What waits for the sergeant's seat, on an action of everyone's and on a private one, and for the
 * officer's on another; and the sergeant's link to the first.
 */
export const waitingToRelease = (
  store: Store,
  { by, organisation, sergeant, person }: WhoAndWhere,
  at: { actions: { table: number; police: number; council: number }; letter: number; seat: number },
): string => {
  const officers = store.organisations
    .seats()
    .find((seat) =>
      seat.holders.some((held) => held.personId === person(PEOPLE.officer) && !held.untilOn),
    )!
  for (const [code, actionId, seatId] of [
    ['police', at.actions.table, at.seat],
    ['police', at.actions.police, at.seat],
    ['council', at.actions.council, officers.id],
  ] as const) {
    store.releases.recordRule(organisation(code), seatId, by)
    store.actions.recordUpdate(
      actionId,
      { status: 'under-way', text: 'Said, and waiting.', waitingFor: null, on: null },
      { organisationId: organisation(code), seatId: null, roundTableId: null },
      by,
      seatId,
    )
  }
  const [first] = store.actions.listUnfiltered([at.actions.table])
  return store.releases.makeLink(
    { letterId: at.letter, updateId: first!.held[0]!.id, personId: sergeant },
    by.at,
  )
}
