import t from 'tap'
import { plan } from '../../../../src/domain/round-tables/planning/plan.ts'
import { isEmpty } from '../../../../src/domain/people/seat.ts'
import { carriedTo } from '../../../../src/domain/round-tables/minutes.ts'
import {
  agreeMinutes,
  correct,
  finish,
  isRepresented,
  missing,
  open,
  openAgain,
  stateOf,
} from '../../../../src/domain/round-tables/round-table.ts'
import { action, saying, table, TODAY } from '../../make.ts'
import { finished, here, opened } from './set-up.ts'

const organisations = [1, 2, 3].map((id) => ({
  id,
  code: `o${id}`,
  name: `Organisation ${id}`,
  publicName: `organisation ${id}`,
  expected: true,
  endedOn: null,
}))

t.test('a round table goes from planned to open to draft to agreed', async (t) => {
  t.match(plan({ heldOn: undefined, startsAt: 'ten', place: null, expectedIds: [] }), {
    refusals: [{ field: 'heldOn' }, { field: 'startsAt' }, { field: 'expectedIds' }],
  })
  t.match(plan({ heldOn: '2022-04', startsAt: '10:30', place: null, expectedIds: [1] }), {
    value: { startsAt: '10.30' },
  })
  t.same(
    [table(), table(opened), table(finished), table({ ...finished, agreedAt: 'x' })].map(stateOf),
    ['planned', 'open', 'draft', 'agreed'],
  )
  t.ok(open(table(), []).accepted)
  t.notOk(open(table(), [table({ id: 2, ...opened })]).accepted, 'one table at a time')
  t.notOk(finish(table(opened)).accepted, 'who was here comes first')
  t.ok(finish(table({ ...opened, attendance: [here(1)] })).accepted)
})

t.test(
  'R5: minutes are agreed by a later table that is open, and then corrected, never changed',
  async (t) => {
    t.notOk(agreeMinutes(table(finished), undefined).accepted)
    t.notOk(agreeMinutes(table(finished), table(finished)).accepted, 'not by themselves')
    const held = { id: 2, ...opened, attendance: [here(1)] }
    t.ok(agreeMinutes(table(finished), table(held)).accepted)
    t.notOk(agreeMinutes(table(finished), table({ ...held, attendance: [] })).accepted)
    t.notOk(agreeMinutes(table(opened), table({ id: 2, ...opened })).accepted)
    t.match(correct(table(finished), '', ''), {
      refusals: [{ field: 'text' }, { field: 'reason' }],
    })
    t.ok(
      correct(table({ ...finished, agreedAt: 'x' }), 'It was the officer who said it', 'Wrong name')
        .accepted,
    )
    t.notOk(correct(table(opened), 'x', 'y').accepted)
  },
)

t.test(
  'R6: expected organisations with nobody there are missing; sending someone is being there',
  async (t) => {
    const now = table({ attendance: [here(1), here(2, 'sent-someone'), here(3, 'apologies')] })
    t.same(
      missing(now, organisations).map((each) => each.id),
      [3],
    )
    t.ok(isRepresented(now, 2))
    t.notOk(isRepresented(now, 3))
  },
)

t.test(
  'R4: open actions come to the next table, and what it closed stays in sight there',
  async (t) => {
    const next = table({ id: 2, ...opened })
    const closedHere = saying(
      'done',
      {},
      {
        id: 3,
        closings: [{ id: 1, roundTableId: 2, at: 'x', reopenedAt: null, reopeningReason: null }],
      },
    )
    const closedBefore = saying(
      'done',
      {},
      {
        id: 4,
        closings: [{ id: 2, roundTableId: 1, at: 'x', reopenedAt: null, reopeningReason: null }],
      },
    )
    t.same(
      carriedTo(next, [action(), closedHere, closedBefore, action({ id: 5, roundTableId: 2 })]).map(
        (each) => each.id,
      ),
      [1, 3],
    )
  },
)

t.test('R7: a seat that nobody holds is empty', async (t) => {
  const seat = { id: 1, organisationId: 1, title: 'Ward sergeant', endedOn: null }
  t.ok(isEmpty({ ...seat, holders: [] }, TODAY))
  t.ok(
    isEmpty(
      {
        ...seat,
        holders: [{ id: 1, seatId: 1, personId: 1, fromOn: '2021-01-01', untilOn: '2022-01-27' }],
      },
      TODAY,
    ),
    'they left today',
  )
  t.notOk(
    isEmpty(
      {
        ...seat,
        holders: [{ id: 1, seatId: 1, personId: 1, fromOn: '2021-01-01', untilOn: null }],
      },
      TODAY,
    ),
  )
})

t.test(
  'minutes finished too early are opened again with a reason, until they are agreed',
  async (t) => {
    t.notOk(openAgain(table(finished), [], '').accepted)
    t.ok(openAgain(table(finished), [], 'We went on').accepted)
    t.notOk(openAgain(table(finished), [table({ id: 2, ...opened })], 'We went on').accepted)
    t.notOk(
      openAgain(table({ ...finished, agreedAt: 'x' }), [], 'We went on').accepted,
      'R5: agreed minutes are locked',
    )
  },
)

t.test('a time is read as people write it', async (t) => {
  const timeOf = (startsAt: string) => {
    const read = plan({ heldOn: '2022-04', startsAt, place: null, expectedIds: [1] })
    return read.accepted ? read.value.startsAt : 'refused'
  }
  t.same(['10.30', '10:30', '10.30am', '2pm', '12.15pm', '12am'].map(timeOf), [
    '10.30',
    '10.30',
    '10.30',
    '14.00',
    '12.15',
    '0.00',
  ])
  t.same(['half past', '25.00', '10.75', '13pm', '10'].map(timeOf), [
    'refused',
    'refused',
    'refused',
    'refused',
    'refused',
  ])
})
