import t from 'tap'
import { attendanceMark } from '../../../../src/domain/round-tables/attendance/fields.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { OPEN } from './set-up.ts'

const tableOf = ({ store }: House) => store.roundTables.find('2022-q1')!
const seatOf = ({ store }: House, title: string) =>
  store.organisations.seats().find((each) => each.title.startsWith(title))!

t.test(
  'R5, R6: who came instead, guests and those who stand for nobody are kept, and stand in the minutes',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const [sergeant, youth] = [seatOf(house, 'Ward sergeant'), seatOf(house, 'Youth')]
    const coordinator = seatOf(house, 'Coordinator')
    const form = {
      [`seat-${coordinator.id}`]: 'present',
      [`seat-${sergeant.id}`]: 'sent-someone',
      [`sent-seat-${sergeant.id}`]: 'PC',
      [`seat-${youth.id}`]: 'apologies',
      [`guests-${youth.organisationId}`]: 'Councillor\r\nApologies: planning officer',
      others: 'Independent chair\n2 youth mentors',
    }
    for (const part of [false, true]) {
      const basedOn = attendanceMark(tableOf(house))
      const answer = await laptop.post(`${OPEN}/attendance`, { basedOn, ...form }, { part })
      t.equal(answer.statusCode, part ? 200 : 303)
    }
    t.same(
      tableOf(house).attendance.map((each) => [
        each.guestRole ?? each.seatId,
        each.sentRole ?? each.presence,
        each.count,
      ]),
      [
        [coordinator.id, 'present', 1],
        [sergeant.id, 'PC', 1],
        [youth.id, 'apologies', 1],
        ['Councillor', 'present', 1],
        ['planning officer', 'apologies', 1],
        ['Independent chair', 'present', 1],
        ['youth mentors', 'present', 2],
      ].toSorted((a, b) => Number(typeof a[0] === 'string') - Number(typeof b[0] === 'string')),
    )
    const page = (await laptop.get(OPEN)).body
    t.match(page, />\s*Councillor\nApologies: planning officer<\/textarea>/)
    t.match(page, />\s*Independent chair\n2 youth mentors<\/textarea>/)
    t.match(page, new RegExp(`name="sent-seat-${sergeant.id}"\\s+value="PC"`))

    const read = async (depth: string) =>
      (await laptop.get(`${OPEN}/minutes?depth=${depth}`)).body.replace(/\s+/g, ' ')
    const atTable = await read('table')
    t.match(atTable, 'Sent someone: PC')
    t.match(atTable, /Apologies: Youth services officer, [^;]*; planning officer, Westminster/)
    t.match(atTable, '2 youth mentors')
    t.notMatch(atTable, 'Coordinator: Coordinator, Mosaic', 'R14: a seat, and no name')
    t.match(await read('named'), 'Coordinator: Coordinator, Mosaic')
    const inPublic = await read('public')
    t.match(inPublic, /<td data-label="Who">Ward sergeant<\/td>/, 'R14: a role and no place')
    t.notMatch(inPublic, 'Coordinator, Mosaic')
  },
)

t.test('R23: a role that is too long is refused, with everything typed still there', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const { organisationId } = seatOf(house, 'Youth')
  for (const part of [false, true]) {
    const refused = await laptop.post(
      `${OPEN}/attendance`,
      {
        basedOn: attendanceMark(tableOf(house)),
        [`guests-${organisationId}`]: `Councillor\n${'x'.repeat(121)}`,
        others: '2 residents',
      },
      { part },
    )
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'Write one role on each line. One of these is too long')
    t.match(refused.body, />\s*Councillor\nx{121}<\/textarea>/)
    t.match(refused.body, />\s*2 residents<\/textarea>/)
  }
})

t.test('R6: a typed line says who was sent, and who of the guests sent apologies', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post(`${OPEN}/lines`, {
    text: 'h @sergeant sent a PC; apologies @wcc planning officer',
    key: 'a-box-of-its-own-2',
    last: '',
    seen: '0',
    step: 'save',
  })
  const rows = tableOf(house).attendance
  const sergeant = seatOf(house, 'Ward sergeant')
  t.match(
    rows.find((each) => each.seatId === sergeant.id),
    { presence: 'sent-someone', sentRole: 'PC' },
  )
  t.match(
    rows.find((each) => each.guestRole === 'planning officer'),
    { presence: 'apologies', organisationId: seatOf(house, 'Youth').organisationId },
  )
})

t.test(
  'R5, R6: a seat and an organisation that ended since they were written down stay who was here, on the form and by a typed line',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const [sergeant, youth] = [seatOf(house, 'Ward sergeant'), seatOf(house, 'Youth')]
    const org = youth.organisationId
    const save = (fields: Record<string, string>) =>
      laptop.post(`${OPEN}/attendance`, { basedOn: attendanceMark(tableOf(house)), ...fields })
    const shown = { [`seat-${sergeant.id}`]: 'present', [`org-${org}`]: 'apologies' }
    await save({ ...shown, [`guests-${org}`]: 'Councillor' })
    await laptop.post(`/desk/seats/${sergeant.id}/ending`, { to: 'organisation', reason: 'Gone' })
    await laptop.post(`/desk/organisations/${org}/ending`, { to: 'nobody', reason: 'Gone' })
    t.ok(seatOf(house, 'Ward sergeant').endedOn)
    t.ok(house.store.organisations.list().find((each) => each.id === org)!.endedOn)
    const here = () =>
      tableOf(house)
        .attendance.filter((each) => each.seatId === sergeant.id || each.organisationId === org)
        .map((each) => each.guestRole ?? each.presence)
        .toSorted()
    const stood = ['Councillor', 'apologies', 'present', 'present']
    const { body } = await laptop.get(OPEN)
    for (const key of Object.keys(shown)) t.match(body, `name="${key}"`, 'it is still offered')

    await save({ residents: '3' })
    t.same(here(), stood, 'a form that did not have them changes nothing of them')
    t.equal(tableOf(house).residents, 3)
    await laptop.post(`${OPEN}/lines`, {
      text: 'h 4 residents',
      key: 'a-box-of-its-own-3',
      last: '',
      seen: '0',
      step: 'save',
    })
    t.same(here(), stood, 'nor does a typed line')
    await save({ [`seat-${sergeant.id}`]: '', residents: '4' })
    t.same(here(), ['Councillor', 'apologies', 'present'], 'and whoever takes them away does')
  },
)
