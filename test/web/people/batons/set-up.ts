import { termsOf } from '../../../../src/domain/actions/action.ts'
import { must } from '../../../../src/sample/must.ts'
import { type Fields, type House, openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { agree } from '../../../../src/domain/actions/agreement.ts'

const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
}
export const NOTE = 'Ask at the hall. <b>They</b> open at six.'
export const NEXT = 'next@met.example'
export const NEW = 'new@met.example'
export const by = (house: House, email: string = PEOPLE.coordinator) => ({
  personId: house.person(email).id,
  at: house.clock.at(),
})
export const seatCalled = (house: House, title: string) =>
  house.store.organisations.seats().find((each) => each.title === title)!
/** Where the actions of a seat go that ends. */
export const MOVED = { to: 'organisation', reason: 'The post was cut.' }
export const SERGEANT = 'Ward sergeant, Church Street'
export const OTHER = 'Community engagement officer'
export const add = (
  house: House,
  email: string,
  organisation: string = PEOPLE.sergeant,
  role: 'member' | 'observer' = 'member',
  name = `Person at ${email.split('@')[0]}`,
): number =>
  house.store.people.record(
    {
      name,
      email,
      role,
      approves: false,
      organisationId: house.person(organisation).organisationId,
    },
    by(house),
  )
export const agreed = (
  house: House,
  text: string,
  over: { seatId?: number; depth?: 'table' | 'named'; list?: number[] } = {},
): number =>
  house.store.actions.record(
    must(
      agree(
        {
          text,
          kind: 'one-off',
          leadId: house.person(PEOPLE.sergeant).organisationId,
          seatId: over.seatId ?? seatCalled(house, SERGEANT).id,
          helperIds: [],
          by: null,
        },
        () => true,
      ),
    ),
    {
      roundTableId: null,
      concernIds: [],
      depth: over.depth ?? 'table',
      ground: over.depth === 'named' ? 'A family could be identified' : null,
      list: over.list ?? [],
    },
    by(house),
  )
export const termsNow = (house: House, id: number) =>
  termsOf(house.store.actions.listUnfiltered([id])[0]!)

/**
 * A sergeant who hands on, a colleague who comes next, two actions, and a second seat of the
 * sergeant's.
 */
export const open = async (t: { teardown: (fn: () => unknown) => unknown }) => {
  const house = await openHouse({ t })
  const seat = seatCalled(house, SERGEANT)
  const other = seatCalled(house, OTHER)
  const next = add(house, NEXT)
  const path = `/desk/seats/${seat.id}/baton`
  const leaver = house.signIn(PEOPLE.sergeant)
  const successor = house.signIn(NEXT)
  const coordinator = house.signIn(PEOPLE.coordinator)
  const latest = () => house.store.batons.ofSeat(seat.id).at(-1)!
  const hand = (fields: Fields = {}, who: Visitor = leaver) =>
    who.post(path, { toId: next, note: NOTE, ...fields })
  const yes = (who: Visitor = successor, fields: Fields = {}) =>
    who.post(`${path}/acceptance`, { batonId: latest().id, ...fields })
  const no = (who: Visitor = successor, fields: Fields = {}) =>
    who.post(`${path}/declining`, { batonId: latest().id, ...fields })
  const stop = (who: Visitor = leaver) => who.post(`${path}/withdrawal`, { batonId: latest().id })
  const invite = (who: Visitor = coordinator) =>
    who.post(`${path}/invitation`, { batonId: latest().id })
  const holders = () =>
    house.store.organisations
      .findSeat(seat.id)!
      .holders.filter((each) => each.untilOn === null)
      .map((each) => each.personId)
  const verbs = () =>
    house.store.journal.history('seat', seat.id).map((line) => [line.verb, line.personId])
  return {
    house,
    seat,
    other,
    next,
    path,
    leaver,
    successor,
    coordinator,
    latest,
    hand,
    yes,
    no,
    stop,
    invite,
    holders,
    verbs,
  }
}
/** Letters since a moment, as who got which. */
export const letterWatch = (house: House) => {
  let from = house.letters.length
  return async () => {
    await settle()
    // What the clock writes to owners is another test's.
    const sent = house.letters.slice(from).filter((each) => !each.text.includes('Choose how often'))
    from = house.letters.length
    return sent
  }
}
export const linkIn = (text: string): string =>
  new URL(text.match(/https?:\/\/\S+\/invitation\/\S+/)![0]).pathname
export const codeIn = (text: string): string => text.match(/code is (\w+)/)![1]!

export type Open = Awaited<ReturnType<typeof open>>

export type LetterWatch = ReturnType<typeof letterWatch>
