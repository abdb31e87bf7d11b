import { buildApp } from '../../../../src/app.ts'
import { dayOf, instantOf } from '../../../../src/domain/day.ts'
import type { Post } from '../../../../src/mail/post.ts'
import { must } from '../../../../src/sample/must.ts'
import { type House, PEOPLE } from '../../../support/house.ts'
import { agree, type AgreedTerms } from '../../../../src/domain/actions/agreement.ts'
import type { Letter } from '../../../../src/mail/letter.ts'

export const PATH = '/desk/letters'
export const settle = async (): Promise<void> => {
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
/**
 * The process is started anew over the same record, runs its clock, posts what is due, and is
 * stopped.
 */
export const start = async (
  house: House,
  send: Post['send'] = async (letter) => {
    house.letters.push(letter)
  },
): Promise<void> => {
  const app = await buildApp({
    store: house.store,
    post: { send },
    now: () => house.clock.now(),
    config: house.config,
  })
  await settle()
  await app.close()
}
/** The days go by as they do: a start soon after midnight, one at eight and one at noon. */
export const days = async (house: House, to: string): Promise<void> => {
  for (
    let day = dayOf(house.clock.now());
    day <= to;
    day = dayOf(new Date(instantOf(day, '12.00').getTime() + 86_400_000))
  ) {
    for (const time of ['0.10', '8.00', '12.00']) {
      if (instantOf(day, time).getTime() < house.clock.now().getTime()) continue
      house.clock.moveTo(instantOf(day, time).toISOString())
      await start(house)
    }
  }
}
export const rows = (house: House, email?: string) =>
  house.store.letters
    .recent(500)
    .filter(
      (row) =>
        row.kind === 'actions' && (email === undefined || row.personId === house.person(email).id),
    )
    .toReversed()
export const lettersTo = (house: House, email: string) =>
  house.letters.filter((letter) => letter.to === email)
export const linksIn = (letter: Letter): string[] => letter.text.match(/\/report\/\S+/g) ?? []
/** Agreed between tables, by the coordinator, for the sergeant's seat or as a test needs it. */
export const agreeNow = (
  house: House,
  text: string,
  over: Partial<AgreedTerms> & { proposed?: boolean; list?: number[] } = {},
): number => {
  const { proposed = false, list = [], ...terms } = over
  const seat = seatOf(house, PEOPLE.sergeant)
  return house.store.actions.record(
    must(
      agree(
        {
          text,
          kind: 'one-off',
          leadId: seat.organisationId,
          seatId: seat.id,
          helperIds: [],
          by: null,
          ...terms,
        },
        () => !proposed,
      ),
    ),
    {
      roundTableId: null,
      concernIds: [],
      depth: list.length ? 'named' : 'table',
      ground: list.length ? 'A person could be identified.' : null,
      list,
    },
    by(house),
  )
}
