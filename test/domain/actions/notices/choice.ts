import t from 'tap'
import { noticesOf, stillHolds, type Why } from '../../../../src/domain/actions/notices.ts'
import { isLetterDay } from '../../../../src/domain/letters/letter-day.ts'
import { addDays, dayOf } from '../../../../src/domain/day.ts'
import { table, update } from '../../make.ts'
import { ENGAGEMENT, heardOn, POLICE, seat, SERGEANT, world } from './set-up.ts'

t.test(
  'two weeks before the next round table everything that is mine is told, once for that table',
  async (t) => {
    const next = table({ id: 9, slug: '2022-q2', heldOn: '2022-04-28' })
    const mine = (today: string, tables = [next]) =>
      noticesOf(
        heardOn(addDays(today, -1), { at: '2020-01-01T00:00:00.000Z' }),
        world(today, { tables }),
      ).map((each) => [each.why, each.cause])
    t.same(mine('2022-04-13'), [])
    t.same(mine('2022-04-14'), [['table', 'table 2022-q2']])
    t.same(mine('2022-04-28'), [['table', 'table 2022-q2']])
    t.same(mine('2022-04-29'), [])
    t.same(
      mine('2022-04-20', [{ ...next, openedAt: '2022-04-20T10:00:00.000Z' }]),
      [],
      'it is on already',
    )
    t.same(
      mine('2022-04-20', [{ ...next, heldOn: '2022-04' }]),
      [],
      'with no day there are no two weeks',
    )
    t.same(
      mine('2022-04-20', [table({ id: 10, slug: '2022-q3', heldOn: '2022-04-30' }), next]),
      [['table', 'table 2022-q2']],
      'the nearest',
    )
  },
)

t.test(
  'a reason that was dealt with no longer holds, and holds again when it comes back',
  async (t) => {
    const late = heardOn('2022-01-31', { by: '2022-01', at: '2020-01-01T00:00:00.000Z' })
    const now = world('2022-02-03', { since: '2022-02-03' })
    const notice = { personId: SERGEANT, seatId: null, why: 'late', cause: 'by 2022-01' } as const
    t.ok(stillHolds(notice, late, now))
    const done = update({
      id: 2,
      status: 'done',
      text: 'Held',
      organisationId: POLICE,
      at: '2022-02-02T10:00:00.000Z',
    })
    t.notOk(stillHolds(notice, { ...late, updates: [...late.updates, done] }, now))
    t.ok(
      stillHolds(
        notice,
        {
          ...late,
          updates: [...late.updates, { ...done, takenBackAt: '2022-02-02T10:30:00.000Z' }],
        },
        now,
      ),
    )
    t.notOk(
      stillHolds(notice, late, { ...now, seats: [seat(4, ENGAGEMENT)] }),
      'the seat has changed hands',
    )
    t.notOk(
      stillHolds(notice, { ...late, terms: [{ ...late.terms[0]!, by: '2022-05' }] }, now),
      'the date has moved',
    )
  },
)

t.test(
  'each person chooses: one letter a day at most, one a week at most, or only before a round table',
  async (t) => {
    const due = [{ why: 'due' as const }]
    const digest = [{ why: 'table' as const }]
    const days = (frequency: 'daily' | 'weekly' | 'tables', waiting: { why: Why }[]) =>
      ['2022-01-27', '2022-01-26', '2022-01-21', '2022-01-20', null].map((last) =>
        isLetterDay(frequency, waiting, last, '2022-01-27'),
      )
    t.same(days('daily', due), [false, true, true, true, true])
    t.same(days('weekly', due), [false, false, false, true, true])
    t.same(
      days('weekly', digest),
      [false, false, false, true, true],
      'once a week at most means at most',
    )
    t.same(days('tables', due), [false, false, false, false, false])
    t.same(days('tables', digest), [false, true, true, true, true])
    for (const frequency of ['daily', 'weekly', 'tables'] as const) {
      t.notOk(isLetterDay(frequency, [], null, '2022-01-27'), 'nothing to say is no letter')
      t.ok(
        isLetterDay(frequency, [{ why: 'asked' }], '2022-01-26', '2022-01-27'),
        'who asks is answered',
      )
    }
    t.notOk(
      isLetterDay(
        'weekly',
        due,
        dayOf('2022-03-22T10:00:00.000Z'),
        dayOf('2022-03-28T22:30:00.000Z'),
      ),
      'six days across the clock change',
    )
  },
)
