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

t.test(
  'R5, R6: once anyone is written down as here, its beginning is no mistake any more',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await finishOpen(house)
    await laptop.post(`${AT}/opening`)
    await laptop.post(`${AT}/attendance`, { 'org-1': 'present', basedOn: '{}' })
    t.notMatch((await laptop.get(AT)).body, 'Begun by mistake')
    const refused = await laptop.post(`${AT}/opening/withdrawal`)
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'Who is here is written down already')
  },
)

t.test(
  'R5: minutes that were agreed at a table keep it, and so does what it said comes first',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await finishOpen(house)
    await laptop.post(`${AT}/opening`)
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    const { id } = tableOf(house)
    house.store.roundTables.recordAgreement(house.store.roundTables.find('2022-q1')!.id, id, by)
    t.equal((await laptop.post(`${AT}/opening/withdrawal`)).statusCode, 422)
  },
)

t.test(
  'R30: what was taken back has no page, is asked to by nobody, and is never opened',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(TABLES, { ...PLANNED, heldOn: '11/8/2022' })
    const { id } = tableOf(house, '2022-q3')
    await laptop.post(`${TABLES}/2022-q3/withdrawal`)
    const gone = `${TABLES}/taken-back-${id}`
    t.equal((await laptop.get(gone)).statusCode, 404)
    for (const noun of ['invitations', 'opening', 'lines'])
      t.equal((await laptop.post(`${gone}/${noun}`)).statusCode, 404, noun)
  },
)

t.test(
  'R5: a plan that minutes name as the next one is cancelled, and not taken back',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(TABLES, { ...PLANNED, heldOn: '3/3/2022' })
    await finishOpen(house)
    const at = `${TABLES}/2022-q1-b`
    t.match((await laptop.get(`${at}/plan`)).body, 'Minutes name it as the next round table')
    t.equal((await laptop.post(`${at}/withdrawal`)).statusCode, 422)
  },
)

t.test('a cancelled table has no minutes', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post(`${AT}/cancelling`, { reason: 'Too few' })
  t.equal((await laptop.get(`${AT}/minutes`)).statusCode, 404)
})
