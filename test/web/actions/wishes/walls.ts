import t from 'tap'
import { noticesOf } from '../../../../src/domain/actions/notices.ts'
import { openWish } from '../../../../src/domain/actions/pace/wishes.ts'
import { worldOf } from '../../../../src/work/clock/reminders.ts'
import { openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { agreeNow, days, lettersTo } from '../owner-letters/set-up.ts'
import { JUNE, minutesOf, openAsking } from './set-up.ts'

t.test(
  'R11: what is asked of a matter held in private stays with those on its list, in no letter and no list',
  async (t) => {
    const house = await openHouse({ t })
    const list = [house.person(PEOPLE.sergeant).id, house.person(PEOPLE.coordinator).id]
    const id = agreeNow(house, 'Visit the family', { list })
    const [sergeant, coordinator, officer] = [
      PEOPLE.sergeant,
      PEOPLE.coordinator,
      PEOPLE.officer,
    ].map((email) => house.signIn(email)) as [Visitor, Visitor, Visitor]
    const asked = { ...JUNE, reason: 'zqprivate reason' }
    t.equal((await officer.post(`/desk/actions/${id}/wishes`, asked)).statusCode, 404)
    t.equal((await sergeant.post(`/desk/actions/${id}/wishes`, asked)).statusCode, 303)
    t.match((await coordinator.get(`/desk/actions/${id}`)).body, 'zqprivate reason')
    for (const who of [sergeant, coordinator, officer])
      for (const page of ['/desk', '/desk/mine', '/desk/actions', '/desk/round-tables/2022-q1'])
        t.notMatch((await who.get(page)).body, 'zqprivate', page)
    t.notMatch(minutesOf(house), 'zqprivate')

    const wish = openWish(house.store.actions.listUnfiltered([id])[0]!)!
    const answer = { answer: 'no', words: 'zqprivate answer' }
    await coordinator.post(`/desk/actions/${id}/wishes/${wish.id}/answer`, answer)
    await days(house, '2022-01-28')
    const letters = lettersTo(house, PEOPLE.sergeant)
      .map((letter) => letter.text)
      .join()
    t.match(letters, 'held in private is waiting')
    t.notMatch(letters, /zqprivate|June 2022/)
  },
)

t.test('R8: while the table has not answered, the silence is not the owner’s', async (t) => {
  const house = await openHouse({ t })
  const id = agreeNow(house, 'Walk the estate')
  const action = () => house.store.actions.listUnfiltered([id])[0]!
  const whys = () =>
    noticesOf(action(), worldOf(house.store, house.clock.now())).map(({ why }) => why)
  house.clock.pass({ days: 40 })
  t.ok(whys().includes('quiet'))
  await house.signIn(PEOPLE.sergeant).post(`/desk/actions/${id}/wishes`, JUNE)
  t.ok(openWish(action()))
  t.notOk(whys().includes('quiet'))
})

t.test('R31: the same form sent again asks once', async (t) => {
  const { house, link, phone } = await openAsking(t)
  const once = /action="[^"]*\/wishes"[\s\S]*?name="once" value="([^"]*)"/.exec(
    (await phone.get(link)).body,
  )![1]!
  for (let i = 0; i < 3; i++)
    t.equal((await phone.post(`${link}/wishes`, { ...JUNE, once })).statusCode, 303)
  t.equal(house.store.actions.listUnfiltered().flatMap((each) => each.wishes).length, 1)
})
