import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { must } from '../../../../src/sample/must.ts'
import { type Fields, type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { agree, type AgreedTerms } from '../../../../src/domain/actions/agreement.ts'

export const MINE = '/desk/mine'
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
export const get = (house: House, id: number) => house.store.actions.listUnfiltered([id])[0]!
/** Agreed between tables, for the sergeant's seat or as a test needs it. */
export const agreeNow = (
  house: House,
  text: string,
  over: Partial<AgreedTerms> & { proposed?: boolean; list?: number[] } = {},
  who: string = PEOPLE.coordinator,
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
    by(house, who),
  )
}
/** A line of the form, as the page has it now. */
export const line = (
  house: House,
  id: number,
  status: string,
  text = '',
  waitingFor = '',
): Fields => ({
  [`seen-${id}`]: get(house, id).updates.at(-1)!.id,
  [`status-${id}`]: status,
  [`text-${id}`]: text,
  [`waitingFor-${id}`]: waitingFor,
})
/**
 * Another officer of the same organisation, in the seat that stands empty or in one of their own.
 */
export const colleague = (house: House, email = 'second@met.example'): string => {
  const { organisationId } = house.person(PEOPLE.sergeant)
  const id = house.store.people.record(
    { name: 'Second officer', email, role: 'member', approves: false, organisationId },
    by(house),
  )
  house.store.organisations.recordHolding(
    house.store.organisations.recordSeat(organisationId, 'Second sergeant', by(house)),
    id,
    '2022-01-01',
    by(house),
  )
  return email
}
export const section = (body: string, id: string): string =>
  body.match(new RegExp(`<section[^>]*aria-labelledby="${id}".*?</section>`, 's'))?.[0] ?? ''
export const titles = (html: string): string[] =>
  [...html.matchAll(/<h3>.*?<a [^>]*>(.*?)<\/a>/gs)].map((each) => each[1]!)
/** What was said and what the journal has, as one short word. */
export const rows = (house: House): string => {
  const db = new Database(house.file, { readonly: true })
  const all = JSON.stringify(
    ['updates', 'journal'].map((name) => db.prepare(`select * from "${name}"`).all()),
  )
  db.close()
  return createHash('sha256').update(all).digest('hex')
}
/** The sergeant with these actions alone. */
export const openWith = async (
  t: { teardown: (fn: () => unknown) => unknown },
  texts: string[] = ['Walk the estate', 'Write to the school', 'Mend the lamps'],
) => {
  const house = await openHouse({ t })
  house.clock.pass({ minutes: 1 })
  const ids = texts.map((text) => agreeNow(house, text))
  house.clock.pass({ minutes: 1 })
  return { house, ids, phone: house.signIn(PEOPLE.sergeant) }
}
