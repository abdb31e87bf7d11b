import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { by, seatCalled, SERGEANT } from '../batons/set-up.ts'
import { answersAt, FAMILY, family, leaveSeat, LISTS, sergeantIn } from './set-up.ts'

t.test('R7: those on the list answer as well, and open it from there', async (t) => {
  const house = await openHouse({ t })
  const leaverId = sergeantIn(house)
  const concern = family(house, leaverId, house.person(PEOPLE.officer).id)
  const to = answersAt(concern, leaverId)
  const officer = house.signIn(PEOPLE.officer)
  t.equal((await officer.post(to, { kind: 'kept' })).statusCode, 404, 'nobody has left')
  house.clock.pass({ minutes: 5 })
  leaveSeat(house)
  t.match((await officer.get('/desk')).body, /1 list.*waits for your answer/s)
  t.match((await officer.get(LISTS)).body, `href="/desk/concerns/${concern}"`)
  for (const email of [PEOPLE.sergeant, PEOPLE.observer, PEOPLE.approver]) {
    const other = house.signIn(email)
    t.match((await other.get(LISTS)).body, 'No list waits for an answer', email)
    t.equal((await other.post(to, { kind: 'kept' })).statusCode, 404, email)
  }
  house.clock.pass({ minutes: 1 })
  t.equal((await officer.post(to, { kind: 'kept' })).statusCode, 303)
  t.match(
    (await house.signIn(PEOPLE.sergeant).get(`/desk/concerns/${concern}`)).body,
    FAMILY,
    'they are kept',
  )
  const late = await house.signIn(PEOPLE.coordinator).post(to, { kind: 'removed' })
  t.equal(late.statusCode, 409, 'R23: someone answered before')
  t.match(late.body, 'Someone has answered this already')
  t.equal(house.store.privateLists.answers().at(-1)!.kind, 'kept')
})

t.test(
  'R7, R11: the last one on a list is not removed, and a coordinator cannot let themselves in',
  async (t) => {
    const house = await openHouse({ t })
    const leaverId = sergeantIn(house)
    const concern = family(house, leaverId)
    const coordinator = house.signIn(PEOPLE.coordinator)
    const me = house.person(PEOPLE.coordinator).id
    house.clock.pass({ minutes: 5 })
    house.store.people.end(leaverId, by(house))
    const page = (await coordinator.get(LISTS)).body
    t.match(page, 'does not sign in here any more')
    const to = answersAt(concern, leaverId)
    const question = (await coordinator.get(`${LISTS}/concern/${concern}/${leaverId}`)).body
    t.match(question, 'Nobody else could open it')
    t.notMatch(question, 'value="removed"')
    t.equal((await coordinator.post(to, {})).statusCode, 422, 'something has to be chosen')
    const removed = await coordinator.post(to, { kind: 'removed' })
    t.equal(removed.statusCode, 422)
    t.match(removed.body, 'Hand it on first, or keep them')
    house.store.organisations.recordHolding(
      seatCalled(house, SERGEANT).id,
      me,
      '2022-01-28',
      by(house),
    )
    const own = await coordinator.post(to, { kind: 'handed-on', toId: me })
    t.equal(own.statusCode, 422)
    t.equal((await coordinator.get(`/desk/concerns/${concern}`)).statusCode, 404)
    t.same(
      house.store.privateLists.answers().filter((each) => each.nounId === concern),
      [],
    )
  },
)

t.test('R7, R31: removed from every kind of list, once, with a line in the journal', async (t) => {
  const house = await openHouse({ t })
  const leaverId = sergeantIn(house)
  const me = house.person(PEOPLE.coordinator).id
  const { store } = house
  const list = [leaverId, me]
  const held = { depth: 'named' as const, ground: 'It is being looked into.', list }
  const [action] = store.actions.listUnfiltered().filter((each) => each.depth !== 'named')
  const [event] = store.events.listUnfiltered()
  const [programme] = store.programmes.listUnfiltered()
  store.actions.recordDepth(action!.id, held, by(house))
  store.events.recordDepth(event!.id, held, by(house))
  store.programmes.recordDepth(programme!.id, held, by(house))
  store.inbox.leaveMessage(
    { language: 'en', text: 'Someone is hurt.', area: null, name: '', reach: '' },
    house.clock.at(),
    '2022-01-28',
  )
  const message = store.messages.listUnfiltered().at(-1)!
  store.messages.recordAtRisk(message.id, [leaverId, me], by(house))
  house.clock.pass({ minutes: 5 })
  leaveSeat(house)
  const coordinator = house.signIn(PEOPLE.coordinator)
  const form = { kind: 'removed', once: 'a-key-of-one-form' }
  for (const [noun, id] of [
    ['action', action!.id],
    ['event', event!.id],
    ['programme', programme!.id],
    ['message', message.id],
  ] as const) {
    const before = store.privateLists
      .matters()
      .find((each) => each.noun === noun && each.nounId === id)!
    t.ok(before.list.some((each) => each.personId === leaverId))
    const to = `${LISTS}/${noun}/${id}/${leaverId}/answers`
    for (let i = 0; i < 2; i++) t.equal((await coordinator.post(to, form)).statusCode, 303, noun)
    const after = store.privateLists
      .matters()
      .find((each) => each.noun === noun && each.nounId === id)!
    t.same(
      after.list.map((each) => each.personId),
      [me],
      noun,
    )
    t.equal(
      store.journal
        .history(noun, id)
        .filter((line) => line.verb === 'removed someone who left from the list of').length,
      1,
    )
  }
  t.same(
    store.messages.findUnfiltered(message.id)!.list,
    [me],
    'the message is read by those who are left',
  )
})

t.test('R25: whoever is on the list of a programme adds a second factor', async (t) => {
  const house = await openHouse({ t })
  const { store } = house
  const observer = house.person(PEOPLE.observer).id
  const [programme] = store.programmes.listUnfiltered()
  t.equal(store.people.isOnNamedList(observer), false)
  store.programmes.recordDepth(
    programme!.id,
    { depth: 'named', ground: 'It is being looked into.', list: [observer] },
    by(house),
  )
  t.ok(store.people.isOnNamedList(observer))
})
