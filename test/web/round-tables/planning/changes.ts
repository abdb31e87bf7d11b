import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { askThem, AT, finishOpen, fileIn, planOf, postOf, tableOf, TABLES } from './set-up.ts'

t.test(
  'R30: a planned table is moved with a reason, keeps its number, and everyone asked is told',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const post = postOf(house)
    await askThem(house)
    const asked = await post()
    t.equal(asked.length, 2)
    const moved = await laptop.post(`${AT}/plan`, {
      ...planOf(tableOf(house)),
      heldOn: '5/5/2022',
      reason: 'The hall is closed',
    })
    t.equal(moved.headers.location, AT)
    t.equal(tableOf(house).heldOn, '2022-05-05')
    const { body } = await laptop.get(AT)
    t.match(body, 'from 28 April 2022, 10.30 to 5 May 2022, 10.30')
    t.match(body, 'The hall is closed')
    const told = await post()
    t.same(told.map((each) => each.to).toSorted(), [PEOPLE.officer, PEOPLE.sergeant].toSorted())
    for (const letter of told) {
      t.match(
        letter.subject,
        'Mosaic Community Trust round table: a new day or time, Thursday 5 May 2022, 10.30',
      )
      t.match(letter.text, 'Moved, from 28 April 2022, 10.30 to 5 May 2022, 10.30')
      t.match(letter.text, 'Why: The hall is closed.')
      t.match(fileIn(letter), /METHOD:REQUEST/)
      t.match(fileIn(letter), /SEQUENCE:1/)
    }
    const uid = /UID:\S+/
    t.equal(fileIn(told[0]!).match(uid)![0], fileIn(asked[0]!).match(uid)![0])
  },
)

t.test('R30: a table that nobody was asked to is moved, and nobody is written to', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post(`${AT}/plan`, { ...planOf(tableOf(house)), place: 'Library', reason: 'Room' })
  t.equal(tableOf(house).place, 'Library')
  t.equal((await postOf(house)()).length, 0)
})

t.test(
  'R30: a cancelled table keeps its number, tells everyone, leaves the calendar, and may meet after all',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const post = postOf(house)
    await askThem(house)
    await post()
    const refused = await laptop.post(`${AT}/cancelling`, { reason: '' })
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'Say why it does not meet')
    await laptop.post(`${AT}/cancelling`, { reason: 'Too few can come' })
    t.match((await laptop.get(AT)).body, 'Cancelled')
    t.match((await laptop.get(TABLES)).body, 'Cancelled')
    t.notMatch((await laptop.get('/desk')).body, '28 April 2022 round table')
    for (const letter of await post()) {
      t.match(
        letter.subject,
        'Mosaic Community Trust round table: cancelled, Thursday 28 April 2022',
      )
      t.notMatch(letter.text, '/answer/')
      t.match(fileIn(letter), /METHOD:CANCEL/)
      t.match(fileIn(letter), /STATUS:CANCELLED/)
    }
    t.equal((await laptop.post(`${AT}/opening`, {})).statusCode, 422)
    await laptop.post(`${AT}/reinstatement`, { reason: 'Enough can come' })
    t.equal(tableOf(house).cancelledAt, null)
    t.match((await post()).map((each) => each.subject).join('\n'), 'it meets after all')
    t.equal(tableOf(house).changes.length, 2)
  },
)

t.test(
  'R30: a calendar of one’s own says where a table was moved to, and that one is off',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(`${AT}/cancelling`, { reason: 'Too few can come' })
    const person = house.person(PEOPLE.sergeant)
    const token = house.store.calendars.make({ personId: person.id, at: house.clock.at() })
    const { body } = await house.stranger().get(`/calendar/${token}.ics`)
    t.match(body.replaceAll('\r\n ', ''), /UID:2022-q2@[^]*?STATUS:CANCELLED/)
  },
)

t.test('R23: two people who change one plan see both, and nothing is lost', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const before = planOf(tableOf(house))
  await laptop.post(`${AT}/plan`, { ...before, place: 'Library', reason: 'Room' })
  const late = await laptop.post(`${AT}/plan`, { ...before, place: 'Hall', reason: 'Heating' })
  t.equal(late.statusCode, 409)
  t.match(late.body, 'Library')
  t.match(late.body, 'Hall')
  t.equal(tableOf(house).place, 'Library')
})

t.test('R23: a plan without a reason comes back with all that was typed', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const answer = await laptop.post(`${AT}/plan`, {
    ...planOf(tableOf(house)),
    heldOn: '5/5/2022',
    reason: '',
  })
  t.equal(answer.statusCode, 422)
  t.match(answer.body, 'Say why, so that everyone knows')
  t.match(answer.body, 'value="5/5/2022"')
  t.equal((await house.signIn(PEOPLE.sergeant).get(`${AT}/plan`)).statusCode, 403)
})

t.test('R5: minutes keep the next day that they named when it is moved', async (t) => {
  const house = await openHouse({ t })
  const laptop = () => house.signIn(PEOPLE.coordinator)
  const next = async () =>
    (await laptop().get(`${TABLES}/2022-q1`)).body.split('The next round table')[1]
  await finishOpen(house)
  t.match(await next(), '28 April 2022')
  house.clock.pass({ days: 1 })
  await laptop().post(`${AT}/plan`, {
    ...planOf(tableOf(house)),
    heldOn: '5/5/2022',
    reason: 'The hall is closed',
  })
  t.match(await next(), '28 April 2022')
  t.notMatch(await next(), '5 May 2022')
})
