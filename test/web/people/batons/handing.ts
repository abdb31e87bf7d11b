import t, { type Test } from 'tap'
import { PEOPLE, type Visitor } from '../../../support/house.ts'
import {
  add,
  agreed,
  by,
  letterWatch,
  NEXT,
  open,
  SERGEANT,
  termsNow,
  type Open,
  type LetterWatch,
} from './set-up.ts'

t.test(
  'R7: a holder names a colleague, writes a note and hands on; the colleague reads, says yes, and the history shows both with dates',
  async (t) => {
    const { house, seat, path, leaver, successor, coordinator, hand, yes, holders, verbs } =
      await open(t)
    const [police, me] = [house.person(NEXT).id, house.person(PEOPLE.sergeant).id]
    const letters = letterWatch(house)
    const before = verbs().length
    await namedAndTold(t, me, { path, leaver, successor, coordinator, hand, holders })

    house.clock.pass({ days: 2 })
    const later = house.signIn(NEXT)
    t.equal((await yes(later, { words: 'Gladly' })).headers.location, path)
    t.same(holders(), [police])
    t.same(verbs().slice(before), [
      ['began to hand on', me],
      ['took on', police],
      ['left', police],
      ['seated', police],
    ])
    await whatRemains(t, letters, later, { house, path })
    house.clock.pass({ days: 60 })
    t.match(
      (await house.signIn(NEXT).get(path)).body,
      'Ask at the hall',
      'for as long as they sit there',
    )
    t.equal(house.store.organisations.findSeat(seat.id)!.holders.length, 2)
  },
)

async function namedAndTold(
  t: Test,
  me: number,
  {
    path,
    leaver,
    successor,
    coordinator,
    hand,
    holders,
  }: Pick<Open, 'path' | 'leaver' | 'successor' | 'coordinator' | 'hand' | 'holders'>,
) {
  t.equal((await hand()).headers.location, path)
  t.same(holders(), [me], 'the holder keeps the seat until the answer')
  t.match((await leaver.get(path)).body, /is handing this seat on to.*They have not answered yet/s)
  t.match((await successor.get('/desk')).body, 'is being handed on to you')
  const page = (await successor.get(path)).body
  t.match(
    page,
    /This seat is being handed on to you.*Ask at the hall\. &lt;b&gt;They&lt;\/b&gt; open at six\..*Yes, I take it on/s,
  )
  t.match((await coordinator.get('/desk')).body, new RegExp(`${SERGEANT}</a>\\s*goes from`))
  t.match((await coordinator.get('/desk/people')).body, 'Being handed on')
}

async function whatRemains(
  t: Test,
  letters: LetterWatch,
  later: Visitor,
  { house, path }: Pick<Open, 'house' | 'path'>,
) {
  const after = (await later.get(path)).body
  t.match(
    after,
    /Person at next<\/b>, since 29 January 2022.*A past holder, 1 March 2021 to 29 January 2022/s,
  )
  t.match(
    after,
    /The note that came with it:.*Ask at the hall/s,
    'and the note stays with the one who holds the seat',
  )
  t.match(
    (await house.signIn(PEOPLE.sergeant).get(path)).body,
    /took on this seat<\/b> on 29 January 2022\. “Gladly”/,
  )
  const sent = await letters()
  t.same(
    sent.map(({ to, subject }) => [to, subject]),
    [
      [NEXT, 'Mosaic Community Trust round table: will you take on a seat? (sample)'],
      [PEOPLE.sergeant, 'Mosaic Community Trust round table: a seat was handed on (sample)'],
      [PEOPLE.coordinator, 'Mosaic Community Trust round table: a seat was handed on (sample)'],
    ],
  )
  for (const letter of sent) {
    t.notMatch(
      letter.text,
      /hall|Gladly|Person at|stall/i,
      'no note, no name and no action in a letter',
    )
    t.notMatch(letter.to, /,/, 'addressed alone')
    t.match(letter.text, 'You will be asked to sign in')
    t.match(
      letter.text,
      /^This is from the round table of [^,]+, for the Ward sergeant, Church Street \([^)]+\)\./m,
      'R21: it says whose it is: partnership, seat and organisation',
    )
  }
}

t.test(
  'the note is read by the two of them and a coordinator, and by nobody else at the desk',
  async (t) => {
    const { house, path, hand, yes, next } = await open(t)
    await hand({ toId: next })
    add(house, 'colleague@met.example')
    const others = [PEOPLE.officer, PEOPLE.observer, PEOPLE.approver, 'colleague@met.example']
    for (const email of others) {
      const page = (await house.signIn(email).get(path)).body
      t.match(page, 'This seat is being handed on')
      t.notMatch(page, /Ask at the hall|Yes, I take it on|Take it back|Stop this|batonId/, email)
      t.notMatch((await house.signIn(email).get('/desk')).body, /Seats being handed on/, email)
    }
    await yes(house.signIn(NEXT), { words: 'Gladly' })
    for (const email of others)
      t.notMatch((await house.signIn(email).get(path)).body, /Ask at the hall|Gladly/, email)
  },
)

t.test(
  'only the holder hands on, only the one it goes to answers, and an observer changes nothing',
  async (t) => {
    const { house, hand, yes, no, stop, invite, latest, leaver, coordinator, holders } =
      await open(t)
    for (const email of [PEOPLE.officer, PEOPLE.observer, PEOPLE.coordinator, NEXT])
      t.equal((await hand({}, house.signIn(email))).statusCode, 403, email)
    await hand()
    for (const visitor of [leaver, coordinator, house.signIn(PEOPLE.officer)]) {
      t.equal((await yes(visitor)).statusCode, 403)
      t.equal((await no(visitor, { words: 'x' })).statusCode, 403)
    }
    for (const email of [NEXT, PEOPLE.officer, PEOPLE.observer])
      t.equal((await stop(house.signIn(email))).statusCode, 403, email)
    t.equal((await invite(leaver)).statusCode, 403, 'nobody gets in but by a coordinator')
    t.equal((await invite()).statusCode, 404, 'and there is nobody to invite')
    house.store.people.recordRole(house.person(PEOPLE.sergeant).id, 'observer', false, by(house))
    t.equal((await stop()).statusCode, 403, 'a holder who only reads along now')
    t.equal(latest().end, null)
    t.same(holders(), [house.person(PEOPLE.sergeant).id])
    t.equal(
      (
        await house
          .stranger()
          .post(`/desk/seats/${latest().seatId}/baton/acceptance`, { batonId: latest().id })
      ).headers.location,
      '/sign-in',
    )
  },
)

t.test('two who share a seat hand it on one after the other', async (t) => {
  const { house, seat, path, hand, yes, holders } = await open(t)
  const mate = add(house, 'mate@met.example')
  const third = add(house, 'third@met.example')
  house.store.organisations.recordHolding(seat.id, mate, '2021-06-01', by(house))
  await hand()
  const refused = await house
    .signIn('mate@met.example')
    .post(path, { toId: third, note: 'The keys are with me' })
  t.equal(refused.statusCode, 409)
  t.match(refused.body, 'The keys are with me')
  await yes()
  t.same(holders(), [mate, house.person(NEXT).id], 'one goes, the other stays')
  t.equal(
    (
      await house
        .signIn('mate@met.example')
        .post(path, { toId: third, note: 'The keys are with me' })
    ).statusCode,
    303,
  )
  await yes(house.signIn('third@met.example'))
  t.same(holders(), [house.person(NEXT).id, third])
  t.notMatch(
    (await house.signIn(PEOPLE.sergeant).get(path)).body,
    /The keys are with me|Person at mate<\/b> asks/,
    'the first one reads nothing of the second',
  )
})

t.test(
  'an action that came to the seat while they were writing goes with it, unless they say otherwise',
  async (t) => {
    const { house, hand, yes, latest, seat } = await open(t)
    const [first, second] = [agreed(house, 'Was there'), agreed(house, 'Was unticked')]
    const late = agreed(house, 'Came meanwhile')
    const refused = await hand({ toId: '', shown: `${first} ${second}`, goesIds: first })
    t.same(
      [first, second, late].map((id) =>
        refused.body.includes(`name="goesIds" value="${id}" checked`),
      ),
      [true, false, true],
    )
    await hand({ shown: `${first} ${second}`, goesIds: first })
    t.same(latest().keeps, [{ actionId: second, seatId: null }])
    await yes()
    t.same(
      [first, second, late].map((id) => termsNow(house, id).seatId),
      [seat.id, null, seat.id],
    )
  },
)
