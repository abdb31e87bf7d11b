import t from 'tap'
import { may } from '../../../../src/domain/may.ts'
import { needsSecondFactor, type Who } from '../../../../src/domain/people/person.ts'
import { action, update } from '../../make.ts'

const who = (over: Partial<Who> = {}): Who => ({
  personId: 1,
  name: 'x',
  role: 'member',
  approves: false,
  organisationId: 1,
  seatIds: [],
  isCharity: true,
  ...over,
})

t.test('R11: being coordinator gives no way into a named matter', async (t) => {
  const named = action({ depth: 'named', list: [9] })
  t.notOk(may.see(who({ role: 'coordinator' }), named))
  t.notOk(may.change(who({ role: 'coordinator' }), named))
  t.notOk(may.close(who({ role: 'coordinator' }), named))
  t.notOk(may.report(who({ role: 'coordinator' }), named))
  t.ok(may.report(who({ personId: 9 }), named))
})

t.test(
  'members report for their own organisation and seats, observers change nothing',
  async (t) => {
    t.ok(may.report(who(), action()))
    t.notOk(may.report(who({ organisationId: 2 }), action()))
    t.ok(may.report(who({ organisationId: 2 }), action({}, { helperIds: [2] })))
    t.ok(may.report(who({ organisationId: 2, seatIds: [4] }), action({}, { seatId: 4 })))
    t.notOk(may.report(who({ role: 'observer' }), action()))
    t.notOk(may.comment(who({ role: 'observer' })))
    t.notOk(may.answerFor(who(), action({}, { proposed: true })), 'a seat of the lead accepts')
    t.ok(may.answerFor(who({ seatIds: [1] }), action({}, { proposed: true })))
    t.notOk(may.takeBack(who(), action(), update({ personId: 2 })))
    t.ok(may.takeBack(who(), action(), update({ personId: 1 })))
  },
)

t.test(
  'R13: the writer does not approve, whoever they are, unless it is switched off',
  async (t) => {
    t.notOk(may.approve(who({ role: 'coordinator', approves: true }), 1))
    t.ok(may.approve(who({ role: 'coordinator', approves: true }), 2))
    t.notOk(
      may.approve(who({ role: 'coordinator' }), 2),
      'a coordinator is not an approver by that alone',
    )
    t.ok(may.approve(who({ role: 'approver' }), 2))
    t.notOk(may.approve(who({ role: 'member' }), 2))
    t.ok(may.approve(who({ role: 'coordinator' }), 1, true))
    t.notOk(may.approve(who({ role: 'member' }), 2, true))
  },
)

t.test('R25: coordinators, approvers and those on a named list need a second factor', async (t) => {
  t.ok(needsSecondFactor(who({ role: 'coordinator' }), false))
  t.ok(needsSecondFactor(who({ role: 'approver' }), false))
  t.ok(needsSecondFactor(who({ approves: true }), false))
  t.ok(needsSecondFactor(who(), true))
  t.notOk(needsSecondFactor(who(), false))
})
