import { readFileSync } from 'node:fs'
import t from 'tap'
import { actionsOfSeat } from '../../../../src/domain/people/leaving.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { agreed, by, seatCalled, SERGEANT } from '../batons/set-up.ts'

/** The part of the page that stands before the button which posts to this address, as it is read. */
const before = (body: string, action: string): string => {
  const form = body.slice(body.indexOf(`action="${action}"`))
  return form
    .slice(0, form.indexOf('<button'))
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
}

t.test('R7: what hangs on a person is counted before they are ended or have left', async (t) => {
  const house = await openHouse({ t })
  const seat = seatCalled(house, SERGEANT)
  agreed(house, 'Walk the ward')
  const sergeant = house.person(PEOPLE.sergeant)
  const coordinator = house.signIn(PEOPLE.coordinator)
  const who = house.store.people.who(by(house).personId, '2022-01-27')!
  const open = actionsOfSeat(seat.id, house.store.actions.list(who)).length
  t.ok(open > 1)
  const ending = `/desk/people/${sergeant.id}/ending`
  const holding = `/desk/holdings/${seat.holders.at(-1)!.id}/ending`
  const { body } = await coordinator.get('/desk/people')
  const counted = new RegExp(
    `stands empty until somebody takes it\\. ${open} open actions wait with it`,
  )
  t.match(before(body, ending), 'They are signed out at once')
  t.match(before(body, ending), counted)
  t.match(before(body, ending), 'Ward sergeant, Church Street')
  t.match(before(body, holding), counted)
  for (const action of [ending, holding])
    t.match(
      before(body, action),
      '1 list of private matters names them. You are asked next',
      action,
    )
})

t.test('R7: a seat that another holds as well goes on with them', async (t) => {
  const house = await openHouse({ t })
  const seat = seatCalled(house, SERGEANT)
  const sergeant = house.person(PEOPLE.sergeant)
  const id = house.store.people.record(
    {
      name: 'A second sergeant',
      email: 'second@met.example',
      role: 'member',
      approves: false,
      organisationId: sergeant.organisationId,
    },
    by(house),
  )
  house.store.organisations.recordHolding(seat.id, id, '2022-01-27', by(house))
  const { body } = await house.signIn(PEOPLE.coordinator).get('/desk/people')
  t.match(before(body, `/desk/people/${sergeant.id}/ending`), 'goes on with A second sergeant.')
  t.match(before(body, `/desk/people/${id}/ending`), 'goes on with Ward sergeant, police.')
})

t.test('R11: how many private lists name someone is said to nobody but coordinators', async (t) => {
  const house = await openHouse({ t })
  for (const email of [PEOPLE.sergeant, PEOPLE.observer, PEOPLE.approver])
    t.notMatch(
      (await house.signIn(email).get('/desk/people')).body,
      'of private matters name',
      email,
    )
})

t.test('nothing that proved who an ended person was is kept', async (t) => {
  const house = await openHouse({ t })
  const sergeant = house.person(PEOPLE.sergeant)
  const them = { personId: sergeant.id, at: house.clock.at() }
  const codes = house.store.signIn.enrol(sergeant.id, 'JBSWY3DPEHPK3PXP', 1, them)
  t.ok(house.store.signIn.hasSecondFactor(sergeant.id))
  const path = `/desk/people/${sergeant.id}/ending`
  t.equal((await house.signIn(PEOPLE.coordinator).post(path)).statusCode, 303)
  t.notOk(house.store.signIn.hasSecondFactor(sergeant.id))
  t.notOk(house.store.signIn.useRecoveryCode(sergeant.id, codes[0]!, house.clock.at()))
  for (const file of [house.file, `${house.file}-wal`])
    t.notOk(readFileSync(file).includes('JBSWY3DPEHPK3PXP'), 'nor on the disk')
})
