import t from 'tap'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { hands, OPEN } from './lines/set-up.ts'

const ROOM = `${OPEN}/room`
const roomIn = (body: string): string =>
  /<div\b[^>]*id="room-now"[\s\S]*<\/div>/.exec(body)![0].replace(/data-seen="\d+"/, '')
const wordsOf = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

t.test(
  'R11: the wall follows who minutes, and of a matter that is held in private there is not even a gap',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, ids } = hands(house)
    await write(laptop, '# Police report')
    await write(laptop, 'c The stairs are dark !priority')
    await write(laptop, 'a Walk the route @mps +wcc by May', { last: ids().at(-1)! })
    await write(laptop, 'd- We meet at Church Street, 9 to 3, 2 abstained')
    const before = (await laptop.get(ROOM)).body
    for (const words of [
      'Police report',
      'A priority now The stairs are dark',
      'Action Walk the route The police, with the council, by May 2022',
      'Decided We meet at Church Street. Vote: 9 for, 3 against, 2 abstained.',
    ])
      t.match(wordsOf(before), words)
    await write(laptop, 'c zqmarker the boy and his aunt !family')
    const held = ids().length
    await write(laptop, `a${held} zqmarker fetch the boy @mps`)
    await write(laptop, `n${held} zqmarker the aunt came`)
    await write(laptop, 'a- zqmarker call the aunt !private')
    await write(laptop, 'u 1.5 zqmarker of a family')
    const after = (await laptop.get(ROOM)).body
    t.notMatch(after, 'zqmarker')
    t.equal(roomIn(after), roomIn(before), 'not a gap, not a number, not a count')
  },
)

t.test('R14: the wall names roles and organisations, and nobody', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write } = hands(house)
  await write(laptop, 'a- Walk the route @ward')
  const body = (await laptop.get(ROOM)).body
  t.match(wordsOf(body), 'Ward sergeant, Church Street, the police')
  for (const { name } of house.store.people.list()) t.notMatch(body, name)
})

t.test(
  'it is told in a few bytes that nothing is new, and changes nothing (R20, R21)',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write } = hands(house)
    const page = (await laptop.get(ROOM)).body
    t.match(page, /<noscript>[\s\S]*<meta http-equiv="refresh" content="5">\s*<\/noscript>/)
    const seen = /data-seen="(\d+)"/.exec(page)![1]
    const asked = await laptop.get(`${ROOM}?seen=${seen}`, { part: true })
    t.equal(asked.statusCode, 204)
    t.equal(asked.body, '')
    await write(laptop, 'n- The hall is booked')
    const before = house.store.journal.lastId()
    const fresh = await laptop.get(`${ROOM}?seen=${seen}`, { part: true })
    t.equal(fresh.statusCode, 200)
    t.match(fresh.body, /^\s*<div class="room-now" id="room-now"/)
    t.match(fresh.body, 'The hall is booked')
    t.equal(house.store.journal.lastId(), before, 'R21')
    t.notMatch((await laptop.get(`${ROOM}?still=yes`)).body, /data-room=|http-equiv="refresh"/)
  },
)

t.test('before it begins the wall has the agenda, and after it what was agreed', async (t) => {
  const house = await openHouse({ t })
  const reader = house.signIn(PEOPLE.observer)
  const planned = wordsOf((await reader.get('/desk/round-tables/2022-q2/room')).body)
  t.match(planned, 'We meet on 28 April 2022, 10.30')
  t.match(planned, 'What we will speak of Residents speak first')
  const laptop = house.signIn(PEOPLE.coordinator)
  t.match((await laptop.get('/desk/round-tables/2022-q2')).body, '/desk/round-tables/2022-q2/room"')
  house.clock.pass({ days: 91 })
  const today = wordsOf(
    (await house.signIn(PEOPLE.observer).get('/desk/round-tables/2022-q2/room')).body,
  )
  t.match(today, 'We begin at 10.30')
  const over = wordsOf(
    (await house.signIn(PEOPLE.observer).get('/desk/round-tables/2021-q4/room')).body,
  )
  t.match(over, 'Thank you. The minutes are written')
  t.match(
    over,
    'What do the stop and search figures for our area show? The police, by January 2022',
  )
  const { id } = house.store.roundTables.find('2022-q1')!
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  house.store.roundTables.recordFinish(id, by)
  const next = wordsOf((await house.signIn(PEOPLE.observer).get(ROOM)).body)
  t.match(next, 'We meet again on 28 April 2022 , 10.30.')
})
