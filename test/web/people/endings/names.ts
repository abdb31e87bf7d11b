import t from 'tap'
import { namesOf } from '../../../../src/work/names.ts'
import { readPaper } from '../../../../src/work/papers/minutes.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { agreed, OTHER, seatCalled, SERGEANT } from '../batons/set-up.ts'

t.test('R5: a seat is renamed, and minutes keep the name of their day', async (t) => {
  const house = await openHouse({ t })
  const seat = seatCalled(house, SERGEANT)
  const coordinator = house.signIn(PEOPLE.coordinator)
  const path = `/desk/seats/${seat.id}/title` as const
  const minutes = (await coordinator.get('/desk/round-tables/2021-q3')).body
  const before = house.clock.at()
  house.clock.pass({ minutes: 5 })
  const taken = await coordinator.post(path, { title: OTHER })
  t.equal(taken.statusCode, 422)
  t.match(taken.body, 'has a seat of this name already')
  t.equal((await coordinator.post(path, { title: 'Neighbourhood sergeant' })).statusCode, 303)
  t.match((await coordinator.get('/desk/people')).body, 'Neighbourhood sergeant')
  t.equal(namesOf(house.store).seat(seat.id), 'Neighbourhood sergeant')
  t.equal(namesOf(house.store, before).seat(seat.id), SERGEANT)
  const keyless = (html: string) =>
    html.replace(/value="[\w-]{20,}"|<p class="small" id="seal">.*?<\/p>/gs, '')
  t.equal(keyless((await coordinator.get('/desk/round-tables/2021-q3')).body), keyless(minutes))
  house.clock.pass({ minutes: 5 })
  const between = house.clock.at()
  house.clock.pass({ minutes: 5 })
  await coordinator.post(path, { title: 'Third name' })
  t.same(
    [before, between, house.clock.at()].map((at) => namesOf(house.store, at).seat(seat.id)),
    [SERGEANT, 'Neighbourhood sergeant', 'Third name'],
  )
})

t.test('R5: the history of an action keeps the name of the seat that said it', async (t) => {
  const house = await openHouse({ t })
  const action = agreed(house, 'Walk the ward')
  const sergeant = house.signIn(PEOPLE.sergeant)
  const say = (text: string) =>
    sergeant.post(`/desk/actions/${action}/updates`, { status: 'under-way', text })
  const said = async () => {
    const page = (await house.signIn(PEOPLE.coordinator).get(`/desk/actions/${action}`)).body
    return [...page.matchAll(/Said by ([^,]+(?:, Church Street)?), [^,]+, typed/g)].map(
      (each) => each[1],
    )
  }
  t.equal((await say('We walk.')).statusCode, 303)
  house.clock.pass({ minutes: 5 })
  await house
    .signIn(PEOPLE.coordinator)
    .post(`/desk/seats/${seatCalled(house, SERGEANT).id}/title`, { title: 'Town sergeant' })
  t.same(await said(), [SERGEANT])
  house.clock.pass({ minutes: 5 })
  await say('We walk still.')
  t.same(await said(), ['Town sergeant', SERGEANT], 'the newest first')
})

t.test(
  'R5, R12: a person is renamed; the journal keeps the name of its day, and neither name is told in public',
  async (t) => {
    const house = await openHouse({ t })
    const person = house.person(PEOPLE.officer)
    await house.signIn(PEOPLE.officer).post('/desk/letters/choice', { frequency: 'weekly' })
    const said = () => house.store.journal.list(1).map((line) => line.name)
    t.ok(said().includes(person.name))
    house.clock.pass({ minutes: 5 })
    const coordinator = house.signIn(PEOPLE.coordinator)
    const path = `/desk/people/${person.id}/name` as const
    t.equal((await coordinator.post(path, { name: '' })).statusCode, 422)
    t.equal((await coordinator.post(path, { name: 'Newly Named' })).statusCode, 303)
    t.match((await coordinator.get('/desk/people')).body, 'Newly Named')
    t.ok(said().includes(person.name), 'what they did then')
    t.notOk(said().includes('Newly Named'))
    house.clock.pass({ minutes: 5 })
    await house.signIn(PEOPLE.officer).post('/desk/letters/choice', { frequency: 'monthly' })
    t.ok(said().includes('Newly Named'), 'what they do now')
    t.same(house.store.people.formerNames(), [person.name])
  },
)

t.test('R5: minutes say who sat there by the name that they had', async (t) => {
  const house = await openHouse({ t })
  const person = house.person(PEOPLE.coordinator)
  const who = house.store.people.who(house.person(PEOPLE.coordinator).id, '2022-01-27')!
  const read = () =>
    JSON.stringify(
      readPaper(
        house.store,
        { who, by: { personId: who.personId, at: house.clock.at() }, today: '2022-01-27' },
        house.store.roundTables.find('2021-q3')!,
        'named',
      ).paper,
      // The seal is of the whole record at the moment of reading.
    ).replaceAll(/[0-9A-F]{4}(-[0-9A-F]{4}){4}/g, '')
  const before = read()
  t.match(before, person.name)
  house.clock.pass({ minutes: 5 })
  await house
    .signIn(PEOPLE.coordinator)
    .post(`/desk/people/${person.id}/name`, { name: 'Newly Named' })
  t.equal(read(), before)
})
