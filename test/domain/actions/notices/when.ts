import t, { type Test } from 'tap'
import { noticesOf } from '../../../../src/domain/actions/notices.ts'
import { addDays } from '../../../../src/domain/day.ts'
import { saying, table, update } from '../../make.ts'
import { heardOn, police, POLICE, SERGEANT, told, whys, world } from './set-up.ts'

t.test(
  'R8: past thirty days of silence its seat is asked, past forty-five the other seats, and each silence once',
  async (t) => {
    const quiet = heardOn('2021-10-01', { at: '2020-01-01T00:00:00.000Z' })
    const on = (days: number) => told(quiet, world(addDays('2021-10-01', days)))
    t.same(on(30), [])
    t.same(on(31), ['quiet 21 4'])
    t.same(on(45), ['quiet 21 4'])
    t.same(on(46), ['quiet 21 4', 'colleague 22 5'])
    const causes = (days: number) =>
      noticesOf(quiet, world(addDays('2021-10-01', days))).map((each) => each.cause)
    t.same(
      [...new Set([...causes(31), ...causes(60), ...causes(400)])],
      ['since 2021-10-01'],
      'the clock change at the end of October moves no day',
    )
    const again = {
      ...quiet,
      updates: [
        ...quiet.updates,
        update({ id: 2, organisationId: POLICE, at: '2021-11-10T10:00:00.000Z' }),
      ],
    }
    t.same(told(again, world('2021-11-11')), [])
    t.same(
      noticesOf(again, world('2021-12-12'))[0]?.cause,
      'since 2021-11-10',
      'a new silence is a new occasion',
    )
    t.same(
      told(
        heardOn('2021-10-01', { seatId: null, at: '2020-01-01T00:00:00.000Z' }),
        world('2021-12-01'),
      ),
      ['quiet 21 4', 'quiet 22 5'],
      'where all were asked there are no others',
    )
  },
)

t.test('R26: days of silence are London days across both clock changes', async (t) => {
  // Heard of at 23.30 UTC in summer: the next day in London.
  const late = police(
    { at: '2020-01-01T00:00:00.000Z' },
    { updates: [update({ id: 1, organisationId: POLICE, at: '2021-09-30T23:30:00.000Z' })] },
  )
  t.same([told(late, world('2021-10-31')).length, told(late, world('2021-11-01')).length], [0, 1])
  const spring = police(
    { at: '2020-01-01T00:00:00.000Z' },
    { updates: [update({ id: 1, organisationId: POLICE, at: '2022-03-01T23:30:00.000Z' })] },
  )
  t.same(
    [told(spring, world('2022-03-31')).length, told(spring, world('2022-04-01')).length],
    [0, 1],
  )
})

t.test(
  'R26: a day comes due a week before, a month in its last thirty days; late from the next day, or the first of the next month',
  async (t) => {
    const day = (by: string, today: string) =>
      whys(heardOn(addDays(today, -1), { by, at: '2020-01-01T00:00:00.000Z' }), world(today))
    comesDue(t, day)
    t.same(
      [
        day('2021-10-31', '2021-10-24'),
        day('2021-10-31', '2021-10-31'),
        day('2021-10-31', '2021-11-01'),
      ],
      [['due'], ['due'], ['late']],
      'and in October',
    )
    t.same(
      whys(
        heardOn('2022-01-31', { by: '2022-01', kind: 'standing', at: '2020-01-01T00:00:00.000Z' }),
        world('2022-02-01'),
      ),
      [],
      'what keeps going is never late',
    )
    const causes = ['2022-02-01', '2022-06-01'].map(
      (today) =>
        noticesOf(
          heardOn(addDays(today, -1), { by: '2022-01', at: '2020-01-01T00:00:00.000Z' }),
          world(today),
        )[0]?.cause,
    )
    t.same(causes, ['by 2022-01', 'by 2022-01'], 'late once for each date')
  },
)

function comesDue(t: Test, day: (by: string, today: string) => string[]) {
  t.same(
    [
      day('2022-01-31', '2022-01-23'),
      day('2022-01-31', '2022-01-24'),
      day('2022-01-31', '2022-01-31'),
      day('2022-01-31', '2022-02-01'),
    ],
    [[], ['due'], ['due'], ['late']],
  )
  t.same(
    [
      day('2021-12', '2021-11-30'),
      day('2021-12', '2021-12-01'),
      day('2021-12', '2021-12-31'),
      day('2021-12', '2022-01-01'),
    ],
    [[], ['due'], ['due'], ['late']],
    'over the turn of the year',
  )
  t.same(
    [
      day('2024-02', '2024-01-29'),
      day('2024-02', '2024-01-30'),
      day('2024-02', '2024-02-29'),
      day('2024-02', '2024-03-01'),
    ],
    [[], ['due'], ['due'], ['late']],
    'a leap year',
  )
  t.same(
    [
      day('2022-04-02', '2022-03-25'),
      day('2022-04-02', '2022-03-26'),
      day('2022-03-27', '2022-03-28'),
    ],
    [[], ['due'], ['late']],
    'over the clock change in March',
  )
}

t.test('what is finished, declined or taken out is never asked for', async (t) => {
  const now = world('2022-06-01', {
    tables: [table({ id: 9, slug: '2022-q2', heldOn: '2022-06-10' })],
  })
  for (const status of ['done', 'could-not'] as const)
    t.same(
      told(
        saying(
          status,
          { leadId: POLICE, seatId: 4, by: '2022-01' },
          { updates: [update({ id: 1 }), update({ id: 2, status, organisationId: POLICE })] },
        ),
        now,
      ),
      [],
      status,
    )
  t.same(told(police({ by: '2022-01' }, { takenOutAt: '2022-01-01T00:00:00.000Z' }), now), [])
  const standing = police(
    { kind: 'standing' },
    {
      updates: [
        update({ id: 1, organisationId: POLICE }),
        update({ id: 2, status: 'done', organisationId: POLICE }),
      ],
    },
  )
  t.ok(whys(standing, now).includes('quiet'), 'what keeps going is asked after')
})

t.test(
  'closed by the table is told once with thanks, to the seat alone, and not where it was opened again',
  async (t) => {
    const closing = {
      id: 7,
      roundTableId: null,
      at: '2022-05-31T23:30:00.000Z',
      reopenedAt: null,
      reopeningReason: null,
    }
    const closed = police({ by: '2022-01' }, { closings: [closing] })
    t.same(
      noticesOf(closed, world('2022-06-02')).map((each) => [each.why, each.personId, each.cause]),
      [['closed', SERGEANT, 'closing 7']],
    )
    t.same(
      told(closed, world('2022-06-02', { since: '2022-06-01' })),
      ['closed 21 4'],
      'R26: half past midnight in London is the first of June',
    )
    t.same(
      told(closed, world('2022-06-02', { since: '2022-06-02' })),
      [],
      'what was closed before the clock ran is no news',
    )
    t.same(
      told(closed, world('2022-06-02', { seats: [] })),
      [],
      'a coordinator is not thanked for an empty seat',
    )
    t.notOk(
      whys(
        {
          ...closed,
          closings: [
            { ...closing, reopenedAt: '2022-06-01T10:00:00.000Z', reopeningReason: 'Again' },
          ],
        },
        world('2022-06-02'),
      ).includes('closed'),
    )
  },
)
