import {
  attendanceFields,
  attendanceMark,
  mergeAttendance,
} from '../../../../src/domain/round-tables/attendance/fields.ts'
import t from 'tap'
import { itemsOf } from '../../../../src/domain/round-tables/minutes.ts'
import { reviewsOf } from '../../../../src/domain/round-tables/reviews.ts'
import { type Attendance } from '../../../../src/domain/round-tables/round-table.ts'
import { action, concern, table, update } from '../../make.ts'
import { finished, here } from './set-up.ts'

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
      '',
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
      organisationId: 1,
      seatId,
      guestRole: null,
      sentRole: null,
      presence,
      count: 1,
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
    t.equal(
      mergeAttendance(now, attendanceFields(now), { 'seat-2': 'apologies', residents: '6' }).merged[
        'seat-1'
      ],
      'present',
      'R5: a line that the form did not have is as it was',
    )
  },
)
