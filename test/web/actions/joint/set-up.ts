import { buildApp } from '../../../../src/app.ts'
import { type Status, termsOf } from '../../../../src/domain/actions/action.ts'
import { dayOf, instantOf } from '../../../../src/domain/day.ts'
import { must } from '../../../../src/sample/must.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { agree, type AgreedTerms } from '../../../../src/domain/actions/agreement.ts'

const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
}
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
export const organisation = (house: House, email: string): number =>
  house.person(email).organisationId
export const get = (house: House, id: number) => house.store.actions.listUnfiltered([id])[0]!
/**
 * Led by the sergeant's seat and helped by the council, agreed between tables, for a concern that
 * nothing else answers.
 */
export const agreeJoint = (
  house: House,
  over: Partial<AgreedTerms> & { proposed?: boolean } = {},
): number => {
  const { proposed = false, ...terms } = over
  const seat = seatOf(house, PEOPLE.sergeant)
  return house.store.actions.record(
    must(
      agree(
        {
          text: 'Hold a day in the park',
          kind: 'one-off',
          leadId: seat.organisationId,
          seatId: seat.id,
          helperIds: [organisation(house, PEOPLE.officer)],
          by: null,
          ...terms,
        },
        () => !proposed,
      ),
    ),
    { roundTableId: null, concernIds: [], depth: 'table', ground: null, list: [] },
    by(house),
  )
}
export const change = (house: House, id: number, over: Partial<AgreedTerms>): void => {
  const { text, kind, leadId, seatId, helperIds, by: due } = termsOf(get(house, id))
  house.store.actions.recordTerms(
    id,
    { text, kind, leadId, seatId, helperIds, by: due, proposed: false, reason: 'Moved', ...over },
    by(house),
  )
}
export const say = (
  house: House,
  id: number,
  status: Status,
  email: string,
  text = 'Said',
): void => {
  const seat = seatOf(house, email)
  house.store.actions.recordUpdate(
    id,
    { status, text, waitingFor: null, on: null },
    { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null },
    by(house, email),
  )
}
export const open = async (
  t: { teardown: (fn: () => unknown) => unknown },
  over: Parameters<typeof agreeJoint>[1] = {},
) => {
  const house = await openHouse({ t })
  const id = agreeJoint(house, over)
  house.clock.pass({ minutes: 1 })
  return { house, id }
}
/** The days go by as they do: a start at ten past midnight, at eight and at noon. */
export const days = async (house: House, to: string): Promise<void> => {
  for (
    let day = dayOf(house.clock.now());
    day <= to;
    day = dayOf(new Date(instantOf(day, '12.00').getTime() + 86_400_000))
  ) {
    for (const time of ['0.10', '8.00', '12.00']) {
      if (instantOf(day, time).getTime() < house.clock.now().getTime()) continue
      house.clock.moveTo(instantOf(day, time).toISOString())
      const app = await buildApp({
        store: house.store,
        post: {
          send: async (letter) => {
            house.letters.push(letter)
          },
        },
        now: () => house.clock.now(),
        config: house.config,
      })
      await settle()
      await app.close()
    }
  }
}
/** What letters said of an action, after its words: that it is yours, or waits for your part. */
export const titles = (house: House, email: string, id: number): string[] =>
  house.letters
    .filter((each) => each.to === email)
    .flatMap((each) => [...each.text.matchAll(/^“(.*)”\nAction \S+ (.*?)\. /gm)])
    .filter((each) => each[1] === termsOf(get(house, id)).text)
    .map((each) => each[2]!)
