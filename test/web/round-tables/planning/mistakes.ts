import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { askThem, AT, finishOpen, NEXT, tableOf, TABLES } from './set-up.ts'

const PLANNED = { startsAt: '', place: '', expectedIds: [1, 2, 3] }

t.test('R30: a table planned by mistake is taken back, and its number is free', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post(TABLES, { ...PLANNED, heldOn: '11/8/2022' })
  t.ok(tableOf(house, '2022-q3'))
  await laptop.post(`${TABLES}/2022-q3/withdrawal`)
  t.equal((await laptop.get(`${TABLES}/2022-q3`)).statusCode, 404)
  t.notMatch((await laptop.get(TABLES)).body, 'August 2022')
  await laptop.post(TABLES, { ...PLANNED, heldOn: '8/9/2022' })
  t.equal(tableOf(house, '2022-q3').heldOn, '2022-09-08')
})

t.test('R30: one that people were asked to is cancelled instead', async (t) => {
  const house = await openHouse({ t })
  await askThem(house)
  const laptop = house.signIn(PEOPLE.coordinator)
  t.match((await laptop.get(`${AT}/plan`)).body, 'People were asked to it already')
  t.equal((await laptop.post(`${AT}/withdrawal`)).statusCode, 422)
  t.ok(tableOf(house))
})

t.test(
  'R6: a table begun by mistake is planned again, and counts for nobody’s attendance',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await finishOpen(house)
    await laptop.post(`${AT}/opening`)
    await laptop.post(`${AT}/attendance`, { 'org-1': 'present' })
    t.match((await laptop.get(AT)).body, 'Begun by mistake')
    t.equal((await laptop.post(`${AT}/opening/withdrawal`)).headers.location, AT)
    const table = tableOf(house, NEXT)
    t.equal(table.openedAt, null)
    t.same(table.attendance, [])
    await laptop.post(`${AT}/opening`)
    house.clock.pass({ minutes: 1 })
    await laptop.post(`${AT}/lines`, { text: 'n The hall was cold', key: 'a'.repeat(20) })
    const notes = house.store.notes.ofTable(tableOf(house).id)
    t.equal(notes.length, 1)
    t.equal((await laptop.post(`${AT}/opening/withdrawal`)).statusCode, 422)
  },
)
