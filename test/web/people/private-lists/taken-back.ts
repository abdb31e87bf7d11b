import t from 'tap'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { add, by, NEXT, seatCalled, SERGEANT } from '../batons/set-up.ts'
import { answersAt, FAMILY, family, leaveSeat, LISTS, sergeantIn } from './set-up.ts'

/** The sergeant left, another sits there now, and the coordinator may answer about the list. */
const open = async (t: { teardown: (fn: () => unknown) => unknown }) => {
  const house = await openHouse({ t })
  const leaverId = sergeantIn(house)
  const concern = family(house, leaverId, house.person(PEOPLE.officer).id)
  const next = add(house, NEXT)
  house.clock.pass({ minutes: 5 })
  leaveSeat(house)
  const seat = seatCalled(house, SERGEANT)
  house.store.organisations.recordHolding(seat.id, next, house.clock.at().slice(0, 10), by(house))
  house.clock.pass({ minutes: 1 })
  return {
    house,
    concern,
    next,
    page: `/desk/concerns/${concern}` as const,
    to: answersAt(concern, leaverId),
    back: `${LISTS}/concern/${concern}/${leaverId}/taking-back` as const,
    coordinator: house.signIn(PEOPLE.coordinator),
  }
}

const idOf = ({ store }: House): number => store.privateLists.answers().at(-1)!.id

t.test(
  'R7, R11: an answer leaves a receipt, and is taken back while nobody has read anything by it',
  async (t) => {
    const { house, concern, next, page, to, back, coordinator } = await open(t)
    const leaver = house.signIn(PEOPLE.sergeant)
    const successor = house.signIn(NEXT)
    const saved = await coordinator.post(to, { kind: 'handed-on', toId: next })
    t.equal(saved.headers.location, `${LISTS}#answered`)
    const receipt = (await coordinator.get(LISTS)).body
    t.match(
      receipt,
      /Person at next is on the list in place of .*Saved on 2\d January 2022 at \d+\.\d\d by .*Take it back/s,
    )
    t.notMatch(receipt, FAMILY, 'R11: no word of it')
    t.notMatch((await house.signIn(PEOPLE.approver).get(LISTS)).body, 'Person at next')

    house.clock.pass({ minutes: 1 })
    const answerId = idOf(house)
    t.equal((await house.signIn(PEOPLE.approver).post(back, { answerId })).statusCode, 404)
    t.equal((await coordinator.post(back, { answerId })).statusCode, 303)
    t.equal((await successor.get(page)).statusCode, 404, 'the list is as it was')
    t.match((await leaver.get(page)).body, FAMILY)
    const asked = (await coordinator.get(LISTS)).body
    t.match(asked, 'Say what becomes', 'the question waits again')
    t.notMatch(asked, 'in place of')
    const verbs = house.store.journal.history('concern', concern).map((line) => line.verb)
    t.ok(verbs.includes('took back an answer about the list of'))
    t.equal(
      (await coordinator.post(back, { answerId })).statusCode,
      409,
      'it was taken back before',
    )
    t.equal((await coordinator.post(to, { kind: 'kept' })).statusCode, 303, 'it is answered again')
  },
)

t.test('R11: once they have opened it, an answer is not taken back', async (t) => {
  const { house, next, page, to, back, coordinator } = await open(t)
  await coordinator.post(to, { kind: 'handed-on', toId: next })
  house.clock.pass({ minutes: 1 })
  const successor = house.signIn(NEXT)
  t.match((await successor.get(page)).body, FAMILY)
  const receipt = (await coordinator.get(LISTS)).body
  t.match(receipt, /Person at next has opened it since, so this cannot be taken back/)
  t.notMatch(receipt, 'has not opened it yet')
  const refused = await coordinator.post(back, { answerId: idOf(house) })
  t.equal(refused.statusCode, 409)
  t.match(refused.body, 'They have opened it since')
  t.equal((await successor.get(page)).statusCode, 200)
})

t.test('R7: who was kept, or removed, is asked about again once that is taken back', async (t) => {
  const { house, page, to, back, coordinator } = await open(t)
  const leaver = house.signIn(PEOPLE.sergeant)
  for (const [kind, words, status] of [
    ['kept', 'stays on the list', 200],
    ['removed', 'is not on the list any more', 404],
  ] as const) {
    t.equal((await coordinator.post(to, { kind })).statusCode, 303)
    t.equal((await leaver.get(page)).statusCode, status, kind)
    t.match((await coordinator.get(LISTS)).body, words)
    house.clock.pass({ minutes: 1 })
    t.equal((await coordinator.post(back, { answerId: idOf(house) })).statusCode, 303)
    t.equal((await leaver.get(page)).statusCode, 200, 'they are on it as before')
    t.match((await coordinator.get(LISTS)).body, 'Say what becomes')
    house.clock.pass({ minutes: 1 })
  }
})
