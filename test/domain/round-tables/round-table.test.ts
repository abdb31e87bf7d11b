import t from 'tap'
import {
  agreeMinutes,
  attendanceFields,
  attendanceMark,
  correct,
  finish,
  isRepresented,
  mergeAttendance,
  missing,
  open,
  openAgain,
  plan,
  stateOf,
  type Attendance,
} from '../../../src/domain/round-tables/round-table.ts'
import { carriedTo, itemsOf, reviewsOf } from '../../../src/domain/round-tables/minutes.ts'
import { isEmpty } from '../../../src/domain/people/seat.ts'
import { action, concern, saying, table, TODAY, update } from '../make.ts'

const here = (
  organisationId: number,
  presence: Attendance['presence'] = 'present',
): Attendance => ({ id: organisationId, organisationId, seatId: null, guestRole: null, presence })
const organisations = [1, 2, 3].map((id) => ({
  id,
  code: `o${id}`,
  name: `Organisation ${id}`,
  publicName: `organisation ${id}`,
  expected: true,
  endedOn: null,
}))
const opened = { openedAt: '2021-07-15T09:00:00.000Z' }
const finished = { ...opened, finishedAt: '2021-07-15T12:00:00.000Z' }

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
    t.ok(agreeMinutes(table(finished), table({ id: 2, ...opened })).accepted)
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
  'R11: a private matter is a numbered gap with its ground, at every depth of minutes',
  async (t) => {
    const concerns = [
      concern({ depth: 'public' }),
      concern({ id: 2, depth: 'named', ground: 'A family could be identified.' }),
      concern({ id: 3 }),
    ]
    const items = itemsOf(table(finished), concerns, [], [], 'table')
    t.same(
      items.map((item) => item.gap),
      [null, 'A family could be identified.', null],
    )
    t.match(items[1], { number: 2, text: '', concern: null, actions: [] })
    const open = itemsOf(table(finished), concerns, [action({ concernIds: [1] })], [], 'public')
    t.same(
      open.map((item) => item.gap),
      [null, 'A family could be identified.', 'For the people at the table.'],
    )
    t.same(open[0]!.actions, [], 'an action at table depth is not in the public minutes')
    t.equal(
      JSON.stringify(open).includes('We are stopped') && open.filter((item) => item.text).length,
      1,
    )
  },
)

t.test('R4, R5: minutes stand as they were when the table finished', async (t) => {
  const later = concern({
    wordings: [
      ...concern().wordings,
      {
        id: 2,
        text: 'Newer words',
        themeId: null,
        areaId: null,
        personId: 1,
        reason: null,
        at: '2021-09-01T00:00:00.000Z',
      },
    ],
  })
  const agreed = action({
    terms: [
      ...action().terms,
      {
        ...action().terms[0]!,
        id: 2,
        text: 'Newer terms',
        leadId: 3,
        at: '2021-10-28T00:00:00.000Z',
      },
    ],
    updates: [
      update({ id: 1, at: '2021-07-15T10:00:00.000Z' }),
      update({ id: 2, status: 'done', text: 'Done', at: '2021-11-01T00:00:00.000Z' }),
    ],
  })
  const [item] = itemsOf(table(finished), [later], [agreed], [], 'table')
  t.equal(item!.text, 'We are stopped for no reason')
  t.equal(item!.actions[0]!.terms.at(-1)!.text, 'Hold a stall')
  t.equal(item!.actions[0]!.updates.length, 1)
  t.same(
    reviewsOf(
      table({ ...finished, id: 2 }),
      [
        {
          ...agreed,
          updates: [
            update({ id: 1 }),
            update({ id: 2, roundTableId: 2, status: 'under-way', text: 'Begun' }),
          ],
        },
      ],
      'table',
    ).map((each) => each.lines.length),
    [1],
  )
})

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

t.test('R23: two minute-takers cannot overwrite who is here unseen', async (t) => {
  t.not(
    attendanceMark(table({ attendance: [here(1)] })),
    attendanceMark(table({ attendance: [here(1, 'absent')] })),
  )
  t.not(attendanceMark(table()), attendanceMark(table({ residents: 3 })))
})

t.test(
  'R23: a form changes only what its writer changed, and a clash is two different changes to one line',
  async (t) => {
    const seat = (seatId: number, presence: Attendance['presence']): Attendance => ({
      id: seatId,
      organisationId: 1,
      seatId,
      guestRole: null,
      presence,
    })
    const now = table({ attendance: [seat(1, 'present'), seat(2, 'apologies')], residents: 5 })
    const before = { 'seat-1': 'present', residents: '' }
    t.same(mergeAttendance(now, before, { ...before, 'seat-3': 'absent' }), {
      merged: { 'seat-1': 'present', 'seat-2': 'apologies', 'seat-3': 'absent', residents: '5' },
      clashes: [],
    })
    t.same(
      mergeAttendance(now, before, { ...before, 'seat-2': 'apologies' }).clashes,
      [],
      'the same change by two is no clash',
    )
    t.same(
      mergeAttendance(now, before, {
        ...before,
        'seat-2': 'absent',
        residents: '6',
      }).clashes.toSorted(),
      ['residents', 'seat-2'],
    )
    t.same(
      mergeAttendance(now, attendanceFields(now), {
        'seat-1': '',
        'seat-2': 'apologies',
        residents: '5',
      }).merged['seat-1'],
      '',
      'and what is taken away is gone',
    )
  },
)

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
