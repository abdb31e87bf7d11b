import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'

const actionOf = (house: House, begins: string) =>
  house.store.actions.listUnfiltered().find((each) => termsOf(each).text.startsWith(begins))!
const EVENTS = 'Community events'

t.test('R3: an owner picks a status, writes a line, saves, and takes it back', async (t) => {
  const house = await openHouse({ t })
  const phone = house.signIn(PEOPLE.sergeant)
  const { id } = actionOf(house, EVENTS)
  t.match((await phone.get('/desk')).body, /My actions.*Community events/s)
  const refused = await phone.post(`/desk/actions/${id}/updates`, {
    status: 'could-not',
    text: '',
    waitingFor: '',
    on: '',
  })
  t.equal(refused.statusCode, 422)
  t.match(refused.body, 'Say why it could not be done')
  t.match(refused.body, /<title>Error:/)
  t.match(refused.body, /value="could-not" checked/, 'R23: the choice is still there')
  const saved = await phone.post(`/desk/actions/${id}/updates`, {
    status: 'done',
    text: 'The day was held',
    waitingFor: '',
    on: '22/1',
  })
  t.equal(saved.headers.location, `/desk/actions/${id}?saved=yes`)
  const now = actionOf(house, EVENTS)
  t.match(now.updates.at(-1), {
    status: 'done',
    on: '2022-01-22',
    organisationId: termsOf(now).leadId,
  })
  await phone.post(`/desk/actions/${id}/updates/${now.updates.at(-1)!.id}/taking-back`)
  const page = (await phone.get(`/desk/actions/${id}`)).body
  t.match(page, 'Taken back on')
  t.match(page, 'The day was held', 'it stays, struck through')
})

t.test(
  'an update that a coordinator types is recorded as said by the seat, typed by the coordinator',
  async (t) => {
    const house = await openHouse({ t })
    const { id } = actionOf(house, EVENTS)
    await house.signIn(PEOPLE.coordinator).post(`/desk/actions/${id}/updates`, {
      status: 'under-way',
      text: 'The sergeant rang',
      waitingFor: '',
      on: '',
    })
    t.match(
      (await house.signIn(PEOPLE.observer).get(`/desk/actions/${id}`)).body,
      /Said by Ward sergeant, Church Street, [^<,]*, typed by Coordinator, Mosaic/,
    )
  },
)

t.test(
  'R3: a coordinator closes between meetings and the record says so; opening again needs a reason',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post('/desk/round-tables/2022-q1/finishing')
    const { id } = actionOf(house, 'Youth activities')
    t.equal(
      (await house.signIn(PEOPLE.sergeant).post(`/desk/actions/${id}/closing`)).statusCode,
      403,
    )
    await laptop.post(`/desk/actions/${id}/closing`)
    t.match((await laptop.get(`/desk/actions/${id}`)).body, 'between meetings')
    t.equal((await laptop.post(`/desk/actions/${id}/reopening`, { reason: '' })).statusCode, 422)
    await laptop.post(`/desk/actions/${id}/reopening`, { reason: 'The pitch was closed' })
    t.match((await laptop.get(`/desk/actions/${id}`)).body, 'The pitch was closed')
    const other = await laptop.post(`/desk/actions/${id}/reopening`, { reason: 'Nobody came' })
    t.equal(other.statusCode, 422)
    t.match(other.body, 'It is open again already')
    t.match(other.body, 'Nobody came', 'R23: what a second one typed is still there')
  },
)

t.test('R23: what was agreed, changed by two at once, is a conflict with both texts', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const action = actionOf(house, EVENTS)
  const terms = (text: string) => ({
    text,
    kind: 'one-off',
    leadId: '',
    seatId: '',
    by: '',
    reason: 'Plainer',
    basedOn: termsOf(action).id,
  })
  t.equal(
    (await laptop.post(`/desk/actions/${action.id}/terms`, terms('Hold one event'))).statusCode,
    303,
  )
  const late = await laptop.post(`/desk/actions/${action.id}/terms`, terms('Hold two events'))
  t.equal(late.statusCode, 409)
  t.match(late.body, 'Hold one event')
  t.match(late.body, 'Hold two events')
})

t.test(
  'R7: when a holder leaves, actions stay with the seat, and the empty seat is on the desk',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const phone = house.signIn(PEOPLE.sergeant)
    const { organisationId } = house.person(PEOPLE.sergeant)
    await laptop.post(`/desk/people/${house.person(PEOPLE.sergeant).id}/ending`)
    t.equal((await phone.get('/desk')).headers.location, '/sign-in', 'ended on the next request')
    t.match(
      (await laptop.get('/desk')).body,
      /Seats and lists that wait.*Ward sergeant, Church Street.*Nobody sits there since/s,
    )
    t.match(
      (await laptop.get(`/desk/actions/${actionOf(house, EVENTS).id}`)).body,
      'Ward sergeant, Church Street',
    )
    await laptop.post('/desk/people', {
      name: 'New sergeant',
      email: 'new@met.example',
      role: 'member',
      organisationId,
      seatId: house.store.organisations
        .seats()
        .find((each) => each.title.startsWith('Ward sergeant'))!.id,
    })
    t.match(
      (await house.signIn('new@met.example').get('/desk')).body,
      /My actions.*Community events/s,
    )
  },
)

t.test(
  'R11: the family case is opened by its list alone, and each look is written down',
  async (t) => {
    const house = await openHouse({ t })
    const { id } = actionOf(house, 'Any specific family cases')
    const looks = () =>
      house.store.journal.history('action', id).filter((line) => line.verb === 'looked at').length
    for (const email of [PEOPLE.approver, PEOPLE.officer, PEOPLE.observer]) {
      t.equal((await house.signIn(email).get(`/desk/actions/${id}`)).statusCode, 404)
      t.notMatch((await house.signIn(email).get('/desk/actions')).body, 'family cases')
    }
    t.equal(looks(), 0)
    t.notMatch(
      (await house.signIn(PEOPLE.coordinator).get('/desk/actions')).body,
      'family cases',
      'a list says only that it is held',
    )
    t.match((await house.signIn(PEOPLE.sergeant).get(`/desk/actions/${id}`)).body, 'family cases')
    t.equal(looks(), 1)
    house.store.journal.recordLook = () => {
      throw new Error('the disk is full')
    }
    const failed = await house.signIn(PEOPLE.sergeant).get(`/desk/actions/${id}`)
    t.equal(failed.statusCode, 500)
    t.notMatch(failed.body, 'family cases', 'a look that cannot be written is not shown')
  },
)
