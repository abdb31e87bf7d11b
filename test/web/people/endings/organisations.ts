import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { actionsHelpedBy, actionsLedBy } from '../../../../src/domain/people/leaving.ts'
import { paperFor } from '../../../../src/work/papers/minutes.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { agreed, by, SERGEANT, termsNow } from '../batons/set-up.ts'

/** The minutes, without the seal: that is of the whole record at the moment of reading. */
const paper = (house: House) =>
  JSON.stringify(
    paperFor(house.store, house.store.roundTables.find('2021-q3')!, 'table'),
  ).replaceAll(SEAL, '')
const SEAL = /[0-9A-F]{4}(-[0-9A-F]{4}){4}/g
const REASON = 'They left the partnership.'
const police = (house: House) => house.person(PEOPLE.sergeant).organisationId
const organisation = (house: House, id: number) => house.store.organisations.find(id)!

t.test(
  'R5, R7: an organisation leaves with a question first, and what residents read and minutes say keeps its name',
  async (t) => {
    const house = await openHouse({ t })
    const id = police(house)
    const action = agreed(house, 'Walk the ward')
    const coordinator = house.signIn(PEOPLE.coordinator)
    const board = (await house.stranger().get('/')).body
    const minutes = paper(house)
    const sergeant = house.signIn(PEOPLE.sergeant)
    const path = `/desk/organisations/${id}/ending` as const
    const page = (await coordinator.get(path)).body
    t.match(page, /leaves the partnership.*seats.*which\s+end.*sign.*cannot any more/s)
    t.match(page, /It leads.*Walk the ward/s)
    t.equal((await coordinator.post(path, { reason: REASON })).statusCode, 422)
    t.equal((await coordinator.post(path, { to: 'nobody' })).statusCode, 422)

    t.equal((await coordinator.post(path, { to: 'nobody', reason: REASON })).statusCode, 303)
    t.match(termsNow(house, action), { leadId: null, seatId: null, reason: REASON })
    const all = house.store.actions.list(house.store.people.who(by(house).personId, '2022-01-27')!)
    t.same([actionsLedBy(id, all), actionsHelpedBy(id, all)], [[], []])
    t.equal(organisation(house, id).endedOn, '2022-01-27')
    t.equal(
      (await sergeant.get('/desk')).headers.location,
      '/sign-in',
      'its people sign in no more',
    )
    for (const table of house.store.roundTables.list().filter((each) => !each.openedAt))
      t.notOk(table.expectedIds.includes(id), 'it is expected nowhere ahead')
    const name = organisation(house, id).name
    for (const form of ['/desk/concerns/new', '/desk/round-tables'])
      t.notMatch((await coordinator.get(form)).body, `>${name}<`, form)
    t.equal((await house.stranger().get('/')).body, board)
    t.same(paper(house), minutes)
  },
)

t.test('R7: what it led may wait on the desk, until someone else leads it', async (t) => {
  const house = await openHouse({ t })
  const id = police(house)
  const action = agreed(house, 'Walk the ward')
  const coordinator = house.signIn(PEOPLE.coordinator)
  const path = `/desk/organisations/${id}/ending` as const
  t.equal((await coordinator.post(path, { to: 'stay', reason: REASON })).statusCode, 303)
  t.equal(termsNow(house, action).leadId, id)
  t.match((await coordinator.get('/desk')).body, /Left the partnership on 27 January 2022/)
  const page = (await coordinator.get(`/desk/actions/${action}`)).body
  t.match(page, 'It has left the partnership')
  t.match(
    page,
    new RegExp(`<option value="${id}" selected>\\s*${organisation(house, id).name}`),
    'R2: changing its date alone does not change who leads',
  )
  const school = house.person(PEOPLE.observer).organisationId
  await coordinator.post(path, { to: school, reason: 'The school takes it on.' })
  t.match(
    termsNow(house, action),
    { leadId: school, proposed: true },
    'R6: it was not here to say yes',
  )
  t.notMatch((await coordinator.get('/desk')).body, 'Left the partnership')
})

t.test('R7: an organisation comes back with its seats, and nobody on them', async (t) => {
  const house = await openHouse({ t })
  const id = police(house)
  const coordinator = house.signIn(PEOPLE.coordinator)
  await coordinator.post(`/desk/organisations/${id}/ending`, { to: 'stay', reason: REASON })
  t.match((await coordinator.get('/desk/people')).body, /Left the partnership.*Bring it back/s)
  const back = `/desk/organisations/${id}/reinstatement` as const
  t.equal((await coordinator.post(back)).statusCode, 303)
  t.equal(organisation(house, id).endedOn, null)
  const seat = house.store.organisations.seats().find((each) => each.title === SERGEANT)!
  t.equal(seat.endedOn, null)
  t.ok(seat.holders.every((held) => held.untilOn !== null))
  const helped = house.store.actions
    .listUnfiltered()
    .filter((each) => termsOf(each).helperIds.includes(id) && each.depth !== 'named')
  t.same(actionsHelpedBy(id, helped), [], 'what it gave up stays where it went')
})

t.test('R27: the organisation that keeps the record cannot leave', async (t) => {
  const house = await openHouse({ t })
  const id = house.person(PEOPLE.coordinator).organisationId
  const answer = await house
    .signIn(PEOPLE.coordinator)
    .post(`/desk/organisations/${id}/ending`, { to: 'nobody', reason: REASON })
  t.equal(answer.statusCode, 422)
  t.match(answer.body, 'keeps the record of the partnership')
  t.equal(organisation(house, id).endedOn, null)
})
