import t from 'tap'
import {
  cancel,
  changePlan,
  planAt,
  planMark,
  reinstate,
  sayPlanChange,
  takeOpeningBack,
  takePlanBack,
  wasCancelledAt,
  type PlanChange,
} from '../../../../src/domain/round-tables/planning/plan.ts'
import { open, stateOf } from '../../../../src/domain/round-tables/round-table.ts'
import { AT, table } from '../../make.ts'

const planned = table({
  slug: '2022-q2',
  heldOn: '2022-04-14',
  startsAt: '10.30',
  place: 'Church Street',
})
const typed = {
  heldOn: '2022-04-21',
  startsAt: '10.30',
  place: 'Church Street',
  expectedIds: [1, 2, 3],
}
const asked = {
  reason: 'The hall is closed',
  basedOn: planMark(planned),
  others: [planned],
  today: null,
}
const whyOf = (decision: { accepted: boolean; refusals?: { field: string }[] }): string[] =>
  decision.refusals?.map((each) => each.field) ?? []

t.test('R30: another day is a move, another place a change, and each needs a reason', async (t) => {
  const moved = changePlan(planned, typed, asked)
  t.equal(moved.accepted && moved.value.verb, 'moved')
  const placed = changePlan(planned, { ...typed, heldOn: '2022-04-14', place: 'Library' }, asked)
  t.equal(placed.accepted && placed.value.verb, 'changed')
  t.same(whyOf(changePlan(planned, typed, { ...asked, reason: ' ' })), ['reason'])
  t.same(whyOf(changePlan(planned, { ...typed, heldOn: '2022-04-14' }, asked)), ['heldOn'])
})

t.test('R23: a plan that somebody else changed meanwhile is a conflict', async (t) => {
  t.same(whyOf(changePlan(planned, typed, { ...asked, basedOn: `${planned.id}-1` })), ['conflict'])
})

t.test('R30: two tables do not come to stand on one day and time by a move', async (t) => {
  const other = table({ id: 2, heldOn: '2022-04-21', startsAt: '10.30' })
  t.same(whyOf(changePlan(planned, typed, { ...asked, others: [planned, other] })), ['heldOn'])
})

t.test('R30: a cancelled table is neither opened nor moved until it meets after all', async (t) => {
  t.same(whyOf(cancel(planned, '')), ['reason'])
  const off = table({ ...planned, cancelledAt: AT })
  t.equal(stateOf(off), 'cancelled')
  t.notOk(open(off, []).accepted)
  t.notOk(changePlan(off, typed, asked).accepted)
  t.notOk(cancel(off, 'again').accepted)
  t.ok(reinstate(off, 'The hall is free', []).accepted)
  t.notOk(reinstate(planned, 'x', []).accepted)
  t.notOk(cancel(table({ openedAt: AT }), 'late').accepted, 'one that began is not cancelled')
})

t.test(
  'a plan is taken back while nothing hangs on it, a beginning while nothing is written',
  async (t) => {
    t.ok(takePlanBack(planned, null).accepted)
    t.notOk(takePlanBack(planned, 'People were asked to it already').accepted)
    t.notOk(takePlanBack(table({ openedAt: AT }), null).accepted)
    t.ok(takeOpeningBack(table({ openedAt: AT }), null).accepted)
    t.notOk(takeOpeningBack(table({ openedAt: AT }), 'Concerns stand on it').accepted)
    t.notOk(takeOpeningBack(planned, null).accepted)
  },
)

t.test('R5: minutes keep the plan of their day, whatever became of it since', async (t) => {
  const before = { heldOn: '2022-04-14', startsAt: null, place: null, expectedIds: [1] }
  const change = (verb: PlanChange['verb'], at: string): PlanChange => ({
    verb,
    before,
    reason: 'r',
    personId: 1,
    at,
  })
  const moved = table({
    heldOn: '2022-05-05',
    changes: [
      change('moved', '2022-02-01T10:00:00.000Z'),
      change('cancelled', '2022-03-01T10:00:00.000Z'),
    ],
  })
  t.equal(planAt(moved, '2022-01-27T12:00:00.000Z').heldOn, '2022-04-14')
  t.equal(planAt(moved, '2022-03-02T12:00:00.000Z').heldOn, '2022-05-05')
  t.notOk(wasCancelledAt(moved, '2022-02-15T12:00:00.000Z'))
  t.ok(wasCancelledAt(moved, '2022-03-02T12:00:00.000Z'))
})

t.test('what is different is said in words', async (t) => {
  const names = (id: number): string => ['', 'Mosaic', 'the police', 'the council'][id]!
  t.same(sayPlanChange(planned, { ...typed, place: null, expectedIds: [1, 2] }, names), [
    'from 14 April 2022, 10.30 to 21 April 2022, 10.30',
    'place: not agreed yet, before Church Street',
    'not expected any more: the council',
  ])
})

t.test(
  'R30: where people were asked, a day that has passed is a slip and not a move',
  async (t) => {
    const past = { ...typed, heldOn: '2021-04-21' }
    t.same(whyOf(changePlan(planned, past, { ...asked, today: '2022-01-27' })), ['heldOn'])
    t.ok(changePlan(planned, past, asked).accepted, 'an old one is written down as it was')
  },
)

t.test('R23: a form of one table never changes another that took its number', async (t) => {
  t.same(whyOf(changePlan(table({ ...planned, id: 9 }), typed, asked)), ['conflict'])
})

t.test('R30, R31: what meets after all does not come to stand on another', async (t) => {
  const off = table({ ...planned, cancelledAt: AT })
  const other = table({ id: 2, heldOn: '2022-04-14', startsAt: '10.30' })
  t.notOk(reinstate(off, 'The hall is free', [off, other]).accepted)
})
