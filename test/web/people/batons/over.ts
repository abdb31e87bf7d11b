import t from 'tap'
import { dayOf } from '../../../../src/domain/day.ts'
import { PEOPLE } from '../../../support/house.ts'
import { agreed, by, letterWatch, NEW, NEXT, open } from './set-up.ts'

t.test(
  'a no is read with its reason by the holder and a coordinator, and the seat stays where it was',
  async (t) => {
    const { house, path, leaver, hand, no, holders, coordinator } = await open(t)
    await hand()
    const letters = letterWatch(house)
    await letters()
    for (let i = 0; i < 2; i++)
      t.equal(
        (await no(undefined, { words: 'I <move> too' })).headers.location,
        path,
        'and a second tap says nothing new',
      )
    t.same(holders(), [house.person(PEOPLE.sergeant).id])
    for (const visitor of [leaver, coordinator])
      t.match(
        (await visitor.get(path)).body,
        /said no<\/b> on 27 January 2022\. “I &lt;move&gt; too”/,
      )
    const sent = await letters()
    t.same(
      sent.map(({ to, subject }) => [to, subject]),
      [
        [PEOPLE.sergeant, 'Mosaic Community Trust round table: a seat was not taken on (sample)'],
        [
          PEOPLE.coordinator,
          'Mosaic Community Trust round table: a seat was not taken on (sample)',
        ],
      ],
    )
    t.notMatch(sent.map((each) => each.text).join(), /move/)
    t.match((await leaver.get(path)).body, 'Hand this seat on', 'and can be handed on again')
  },
)

t.test(
  'what is taken back or stopped is over, and whoever was written to hears of it',
  async (t) => {
    const { house, path, leaver, coordinator, hand, stop, yes } = await open(t)
    const letters = letterWatch(house)
    await hand()
    await letters()
    for (let i = 0; i < 2; i++) t.equal((await stop()).headers.location, path)
    t.same(
      (await letters()).map(({ to, subject }) => [to, subject]),
      [[NEXT, 'Mosaic Community Trust round table: a seat stays where it was (sample)']],
    )
    t.equal((await yes()).statusCode, 409, 'it cannot be taken on any more')
    house.clock.pass({ minutes: 1 })
    await hand()
    await letters()
    t.equal((await stop(coordinator)).statusCode, 303)
    t.same(
      (await letters()).map(({ to }) => to),
      [PEOPLE.sergeant, NEXT],
    )
    t.match((await leaver.get(path)).body, 'The handing on was stopped')
    await hand({ toId: '', name: 'Someone new', email: NEW })
    await letters()
    await stop()
    t.same(
      (await letters()).map(({ to }) => to),
      [PEOPLE.coordinator],
      'who was asked to invite them',
    )
  },
)

t.test('a letter that was held until it was over says only how it ended, once', async (t) => {
  const { house, hand, stop, latest } = await open(t)
  const letters = letterWatch(house)
  await hand()
  await letters()
  house.store.batons.recordLetters(latest().id, [house.person(NEXT).id], by(house))
  for (const row of house.store.letters.due(house.clock.at()))
    house.store.letters.hold(row.id, '', by(house))
  house.clock.pass({ minutes: 5 })
  await stop()
  for (const row of house.store.letters.recent(20).filter((each) => each.heldAt !== null))
    await house.signIn(PEOPLE.coordinator).post(`/desk/letters/${row.id}/letting-go`)
  t.same(
    (await letters()).map(({ to, subject }) => [to, subject]),
    [[NEXT, 'Mosaic Community Trust round table: a seat stays where it was (sample)']],
  )
})

t.test('R21: the links in the leaver’s letters are dead once the seat is handed on', async (t) => {
  const { house, seat, hand, yes } = await open(t)
  const [actionId, personId] = [
    agreed(house, 'Share the patrol plan'),
    house.person(PEOPLE.sergeant).id,
  ]
  house.store.notices.record(
    [{ personId, actionId, seatId: seat.id, why: 'asked', cause: 'test' }],
    dayOf(house.clock.now()),
    by(house),
  )
  const letterId = house.store.notices.recordLetter(
    personId,
    house.store.notices.waiting().filter((each) => each.personId === personId),
    '9999-01-01T00:00:00.000Z',
    by(house),
  )
  const link = `/report/${house.store.reportLinks.make({ letterId, actionId, seatId: seat.id, personId }, house.clock.at())}`
  await hand()
  t.equal((await house.stranger().get(link)).statusCode, 200, 'until then it is theirs')
  await yes()
  t.equal((await house.stranger().get(link)).statusCode, 404)
  t.equal(
    (await house.stranger().post(link, { status: 'under-way', text: 'x', waitingFor: '' }))
      .statusCode,
    404,
  )
})

t.test(
  'R7: past holders are named only if they say so, and no more once they say no',
  async (t) => {
    const { house, path, hand, yes, next, seat } = await open(t)
    await hand({ alumni: 'yes' })
    const name = house.person(PEOPLE.sergeant).name
    t.same(house.store.batons.alumni(), [house.person(PEOPLE.sergeant).id])
    await yes()
    const reader = house.signIn(PEOPLE.observer)
    t.match((await reader.get(path)).body, `${name}, 1 March 2021 to`)
    t.match((await reader.get('/desk/people')).body, `${name}, 1 March 2021 to`)
    t.equal((await house.signIn(PEOPLE.sergeant).post('/desk/me/alumni', {})).statusCode, 303)
    t.notMatch((await reader.get(path)).body, name)
    t.match((await reader.get(path)).body, 'A past holder, 1 March 2021 to')

    house.store.batons.recordAlumni(true, { personId: next, at: house.clock.at() })
    t.match((await house.signIn(NEXT).get(path)).body, /name="alumni" value="yes" checked/)
    await house
      .signIn(NEXT)
      .post(path, { toId: house.person(PEOPLE.sergeant).id, note: 'Back to you' })
    t.same(house.store.batons.alumni(), [], 'a box that was unticked takes it back')
    const lines = house.store.journal
      .history('person', next)
      .map((line) => line.verb)
      .filter((verb) => verb.includes('past holder'))
    t.same(lines, ['agreed to be named as a past holder', 'is no more named as a past holder'])
    await house.signIn(PEOPLE.sergeant).post(`/desk/seats/${seat.id}/baton/acceptance`, {
      batonId: house.store.batons.list().at(-1)!.id,
    })
    t.match(
      (await reader.get(path)).body,
      new RegExp(`${name}</b>, since 27 January 2022.*A past holder.*A past holder`, 's'),
      'the history keeps every time',
    )
  },
)
