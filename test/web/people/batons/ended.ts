import t, { type Test } from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { by, letterWatch, NEW, NEXT, open, SERGEANT, type Open, MOVED } from './set-up.ts'

t.test(
  'R7: a leaver who is ended in the middle is out at once, the seat stands empty and seen, and nobody can take on what they began',
  async (t) => {
    const {
      house,
      seat,
      path,
      leaver,
      successor,
      coordinator,
      hand,
      yes,
      no,
      invite,
      holders,
      latest,
    } = await open(t)
    await hand({ toId: '', name: 'Someone new', email: NEW })
    t.equal(
      (await coordinator.post(`/desk/people/${house.person(PEOPLE.sergeant).id}/ending`))
        .statusCode,
      303,
    )
    t.same(holders(), [])
    t.equal((await leaver.get(path)).headers.location, '/sign-in')
    t.match(
      (await coordinator.get('/desk')).body,
      new RegExp(`Seats and lists that wait.*${SERGEANT}`, 's'),
    )
    t.match(
      (await coordinator.get(path)).body,
      /Empty\. Its actions stay with it.*A past holder, 1 March 2021 to 27 January 2022/s,
    )
    t.equal((await invite()).statusCode, 409, 'and nobody is let in for it')
    t.equal(house.store.people.findByEmail(NEW), undefined)
    t.equal(latest().end, null)
    for (const answer of [await yes(), await no(successor, { words: 'x' })])
      t.equal(answer.statusCode, 403)

    await endedOfTwo(t, { seat, path })
  },
)

async function endedOfTwo(t: Test, { seat, path }: Pick<Open, 'seat' | 'path'>) {
  const other = await open(t)
  await other.hand()
  other.house.store.people.end(other.house.person(PEOPLE.sergeant).id, by(other.house))
  t.equal((await other.yes()).statusCode, 409)
  t.same(other.holders(), [])
  for (const visitor of [other.successor, other.coordinator])
    t.match(
      (await visitor.get(path)).body,
      /The holder left before the answer\.<\/b> Person at next was to come next.*Ask at the hall/s,
      'the note is not lost',
    )
  t.notMatch(
    (await other.house.signIn(PEOPLE.officer).get(path)).body,
    /Ask at the hall|was to come next/,
  )
  t.equal(
    (await other.coordinator.post(`/desk/seats/${seat.id}/holdings`, { personId: other.next }))
      .statusCode,
    303,
  )
  t.match(
    (await other.successor.get(path)).body,
    'Ask at the hall',
    'and the one it was for reads it in the seat',
  )
  t.notMatch((await other.coordinator.get(path)).body, 'Ask at the hall', 'it is settled')
  t.equal(seat.id, other.seat.id)
}

t.test(
  'R7: a seat that ends in the middle is taken on by nobody, and nobody is seated on it from an old page',
  async (t) => {
    const { house, seat, next, path, coordinator, hand, yes, holders } = await open(t)
    await hand()
    t.equal((await coordinator.post(`/desk/seats/${seat.id}/ending`, MOVED)).statusCode, 303)
    t.equal((await yes()).statusCode, 409)
    t.match((await house.signIn(NEXT).get(path)).body, 'This seat ended on 27 January 2022')
    t.equal(
      (await coordinator.post(`/desk/seats/${seat.id}/holdings`, { personId: next })).statusCode,
      409,
    )
    t.equal(
      (
        await coordinator.post('/desk/people', {
          name: 'Late',
          email: 'late@met.example',
          role: 'member',
          organisationId: seat.organisationId,
          seatId: seat.id,
        })
      ).statusCode,
      422,
    )
    t.same(holders(), [])
    house.clock.pass({ days: 1 })
    await house.signIn(PEOPLE.coordinator).post(`/desk/seats/${seat.id}/ending`, MOVED)
    t.equal(
      house.store.organisations.findSeat(seat.id)!.endedOn,
      '2022-01-27',
      'ended once, on its day',
    )
  },
)

t.test(
  'a successor who was ended, or who may only read along by now, cannot take it on, and the holder is told',
  async (t) => {
    const { house, path, leaver, successor, hand, yes, stop, next, holders } = await open(t)
    const letters = letterWatch(house)
    await hand()
    await letters()
    house.store.people.recordRole(next, 'observer', false, by(house))
    t.equal((await yes()).statusCode, 403)
    t.notMatch((await successor.get('/desk')).body, 'Read and answer')
    t.match((await leaver.get(path)).body, 'They cannot take it on any more')
    house.store.people.recordRole(next, 'member', false, by(house))
    t.notMatch((await leaver.get(path)).body, 'They cannot take it on any more')
    house.store.people.end(next, by(house))
    t.equal((await yes()).headers.location, '/sign-in')
    t.match((await leaver.get(path)).body, 'They cannot take it on any more')
    t.equal((await stop()).statusCode, 303)
    t.same(await letters(), [], 'and no letter goes to someone who left')
    t.same(holders(), [house.person(PEOPLE.sergeant).id])
  },
)

t.test('a successor whom a coordinator seated meanwhile holds one chair, not two', async (t) => {
  const { house, seat, next, coordinator, hand, yes, holders } = await open(t)
  await hand()
  for (let i = 0; i < 2; i++)
    t.equal(
      (await coordinator.post(`/desk/seats/${seat.id}/holdings`, { personId: next })).statusCode,
      303,
    )
  t.equal((await yes()).statusCode, 303)
  t.same(holders(), [house.person(NEXT).id])
})

t.test(
  'an address of a colleague, in capitals or not, is that colleague, and nobody is invited',
  async (t) => {
    const { house, hand, latest, next } = await open(t)
    const letters = letterWatch(house)
    t.equal((await hand({ toId: '', name: 'Whoever', email: NEXT.toUpperCase() })).statusCode, 303)
    t.match(latest(), { toId: next, name: null, email: null })
    t.same(
      (await letters()).map(({ to }) => to),
      [NEXT],
    )
  },
)
