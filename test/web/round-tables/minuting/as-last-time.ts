import t from 'tap'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { OPEN } from './set-up.ts'

const FILL = `${OPEN}/attendance/as-last-time`
const tableOf = ({ store }: House) => store.roundTables.find('2022-q1')!
const seatOf = ({ store }: House, title: string) =>
  store.organisations.seats().find((each) => each.title.startsWith(title))!

/** Nobody is marked here yet; last time two seats came, one sent apologies, with a guest. */
const before = (house: House) => {
  const { store } = house
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  const [advocate, sergeant, youth] = ['Advocate', 'Ward sergeant', 'Youth'].map((each) =>
    seatOf(house, each),
  )
  const row = (
    seat: { id: number; organisationId: number },
    presence: 'present' | 'apologies',
  ) => ({
    organisationId: seat.organisationId,
    seatId: seat.id,
    guestRole: null,
    sentRole: null,
    presence,
    count: 1,
  })
  store.roundTables.recordAttendance(
    store.roundTables.find('2021-q4')!.id,
    [
      row(advocate!, 'present'),
      row(sergeant!, 'present'),
      row(youth!, 'apologies'),
      { ...row(sergeant!, 'present'), seatId: null, guestRole: 'PC' },
    ],
    12,
    by,
  )
  store.roundTables.recordAttendance(tableOf(house).id, [], null, by)
  return { advocate: advocate!, sergeant: sergeant!, youth: youth!, by }
}

t.test(
  'R6: attendance starts as last time with one tap, and is changed line by line',
  async (t) => {
    const house = await openHouse({ t })
    const { advocate, sergeant } = before(house)
    const laptop = house.signIn(PEOPLE.coordinator)
    const journal = house.store.journal.lastId()
    const answer = await laptop.post(FILL, {})
    t.equal(answer.statusCode, 303)
    t.match(answer.headers.location, /#attendance$/)
    t.same(
      tableOf(house).attendance.map((each) => [each.seatId, each.guestRole, each.presence]),
      [
        [advocate.id, null, 'present'],
        [sergeant.id, null, 'present'],
      ].toSorted((a, b) => Number(a[0]) - Number(b[0])),
      'no guest, no apologies',
    )
    t.equal(tableOf(house).residents, null, 'and no residents')
    t.equal(
      house.store.journal.since(journal).filter((each) => each.noun === 'round table').length,
      1,
    )
    const again = await laptop.post(FILL, {})
    t.equal(again.statusCode, 422, 'once')
    t.match(again.body, 'Who is here is written down already. Change it line by line')
  },
)

t.test('R7: a seat that ended since is left out, and what people answered counts', async (t) => {
  const house = await openHouse({ t })
  const { advocate, sergeant, youth, by } = before(house)
  house.store.organisations.endSeat(advocate.id, '2022-01-01', by)
  const { id } = tableOf(house)
  const person = house.person(PEOPLE.officer)
  house.store.answers.ask(id, [person.id], by)
  house.store.answers.record(id, person.id, { answer: 'coming', standIn: null }, by)
  await house.signIn(PEOPLE.coordinator).post(FILL, {})
  t.same(
    tableOf(house)
      .attendance.map((each) => each.seatId)
      .toSorted((a, b) => a! - b!),
    [sergeant.id, youth.id].toSorted((a, b) => a - b),
  )
})

t.test('only whoever writes the minutes may, and only while they are written', async (t) => {
  const house = await openHouse({ t })
  const { by } = before(house)
  t.equal((await house.signIn(PEOPLE.observer).post(FILL, {})).statusCode, 403)
  house.store.roundTables.recordFinish(tableOf(house).id, by)
  t.equal((await house.signIn(PEOPLE.coordinator).post(FILL, {})).statusCode, 409)
})
