import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { agreed, by, OTHER, seatCalled, SERGEANT, termsNow } from '../batons/set-up.ts'

const REASON = 'The post was cut.'

t.test(
  'R7: a seat ends only when its actions have somewhere to go, and they go there with the reason',
  async (t) => {
    const house = await openHouse({ t })
    const seat = seatCalled(house, SERGEANT)
    const other = seatCalled(house, OTHER)
    const action = agreed(house, 'Walk the ward')
    const coordinator = house.signIn(PEOPLE.coordinator)
    const path = `/desk/seats/${seat.id}/ending` as const
    t.match((await coordinator.get('/desk/people')).body, `href="${path}"`)
    const page = (await coordinator.get(path)).body
    t.match(page, /End this seat.*Ward sergeant, Church Street/s)
    t.match(page, /sits there now.*open actions.*Walk the ward/s)
    t.match(page, /matters? with a holder on|lists? of private matters/)

    const refused = await coordinator.post(path, {})
    t.equal(refused.statusCode, 422)
    t.match(refused.body, /Choose where its actions go.*Say why, in a few words/s)
    const kept = await coordinator.post(path, { to: '99999', reason: REASON })
    t.equal(kept.statusCode, 422)
    t.match(kept.body, REASON, 'R23: what was typed is there still')
    t.equal(house.store.organisations.findSeat(seat.id)!.endedOn, null)

    const form = { to: other.id, reason: REASON, once: 'one-form-of-ending' }
    const lines = () => house.store.journal.count()
    t.equal((await coordinator.post(path, form)).headers.location, '/desk/private-lists')
    const before = lines()
    await coordinator.post(path, form)
    t.equal(lines(), before, 'R31: it counts once')
    t.match(termsNow(house, action), { seatId: other.id, reason: REASON })
    t.match(house.store.organisations.findSeat(seat.id), { endedOn: '2022-01-27' })
    t.equal(
      house.store.actions
        .listUnfiltered()
        .filter((each) => each.depth !== 'named' && each.terms.at(-1)!.seatId === seat.id)
        .filter((each) => !each.closings.some((closing) => closing.reopenedAt === null)).length,
      0,
    )
  },
)

t.test('R7: an action without a seat stays with the organisation', async (t) => {
  const house = await openHouse({ t })
  const seat = seatCalled(house, SERGEANT)
  const action = agreed(house, 'Walk the ward')
  await house
    .signIn(PEOPLE.coordinator)
    .post(`/desk/seats/${seat.id}/ending`, { to: 'organisation', reason: REASON })
  t.match(termsNow(house, action), { seatId: null, leadId: seat.organisationId, reason: REASON })
})

t.test('R7: a seat that ended comes back, empty and on the desk', async (t) => {
  const house = await openHouse({ t })
  const seat = seatCalled(house, SERGEANT)
  const coordinator = house.signIn(PEOPLE.coordinator)
  house.store.organisations.endSeat(seat.id, '2022-01-20', by(house))
  t.match((await coordinator.get('/desk/people')).body, /Seats that ended.*Ward sergeant/s)
  house.store.organisations.recordSeat(seat.organisationId, SERGEANT, by(house))
  const back = `/desk/seats/${seat.id}/reinstatement` as const
  const refused = await coordinator.post(back)
  t.equal(refused.statusCode, 422)
  t.match(refused.body, 'has a seat of this name already')
  house.store.organisations.recordTitle(
    house.store.organisations.seats().find((each) => each.title === SERGEANT && !each.endedOn)!.id,
    'Another sergeant',
    by(house),
  )
  t.equal((await coordinator.post(back)).statusCode, 303)
  t.equal(house.store.organisations.findSeat(seat.id)!.endedOn, null)
  t.ok(house.store.journal.history('seat', seat.id).some((line) => line.verb === 'brought back'))
})

t.test(
  'R7: actions that hang on a seat that ended stand on the desk until someone moves them on, the oldest first',
  async (t) => {
    const house = await openHouse({ t })
    const seat = seatCalled(house, SERGEANT)
    agreed(house, 'Walk the ward')
    house.store.organisations.endSeat(seat.id, '2021-01-20', by(house))
    const coordinator = house.signIn(PEOPLE.coordinator)
    const desk = (await coordinator.get('/desk')).body
    const [waits] = desk.match(/Seats and lists that wait[\s\S]*?<\/section>/)!
    t.match(
      waits,
      /Ward sergeant.*Ended on 20 January 2021.*still\s+hangs? on it.*Nobody sits there/s,
    )
    t.notMatch((await house.signIn(PEOPLE.officer).get('/desk')).body, 'Seats and lists that wait')
    const path = `/desk/seats/${seat.id}/ending` as const
    t.match(
      (await coordinator.get(path)).body,
      /This seat ended on 20 January 2021.*Walk the ward/s,
    )
    t.equal((await coordinator.post(path, { to: 'organisation', reason: REASON })).statusCode, 303)
    t.notMatch((await coordinator.get('/desk')).body, 'Ended on 20 January 2021')
    t.equal(
      house.store.organisations.findSeat(seat.id)!.endedOn,
      '2021-01-20',
      'it ended once, on its day',
    )
  },
)

t.test('R11: a private matter that nobody here may know of stays with the seat', async (t) => {
  const house = await openHouse({ t })
  const seat = seatCalled(house, SERGEANT)
  const held = agreed(house, 'Visit the family', {
    depth: 'named',
    list: [house.person(PEOPLE.officer).id],
  })
  const coordinator = house.signIn(PEOPLE.coordinator)
  const path = `/desk/seats/${seat.id}/ending` as const
  t.notMatch((await coordinator.get(path)).body, /Visit the family|Held in private/)
  await coordinator.post(path, { to: 'organisation', reason: REASON })
  t.equal(termsNow(house, held).seatId, seat.id)
})

t.test('R7: a seat that ended with nothing on it has nothing to ask', async (t) => {
  const house = await openHouse({ t })
  const id = house.store.organisations.recordSeat(2, 'A seat of a day', by(house))
  house.store.organisations.endSeat(id, '2022-01-20', by(house))
  const page = await house.signIn(PEOPLE.coordinator).get(`/desk/seats/${id}/ending`)
  t.match(page.body, 'Nothing that you can see')
  t.notMatch(page.body, 'Move them on')
})
