import t from 'tap'
import type { Action, Terms } from '../../../src/domain/actions/action.ts'
import { addDays, dayOf } from '../../../src/domain/day.ts'
import {
  isLetterDay,
  noticesOf,
  stillHolds,
  type Why,
  type World,
} from '../../../src/domain/actions/notices.ts'
import type { Seat } from '../../../src/domain/people/seat.ts'
import { action, saying, table, update } from '../make.ts'

const COORDINATOR = 90
const SERGEANT = 21
const ENGAGEMENT = 22
const POLICE = 2
const seat = (id: number, personId: number | null, over: Partial<Seat> = {}): Seat => ({
  id,
  organisationId: POLICE,
  title: `Seat ${id}`,
  endedOn: null,
  holders:
    personId === null ? [] : [{ id, seatId: id, personId, fromOn: '2021-01-01', untilOn: null }],
  ...over,
})
const SEATS = [seat(4, SERGEANT), seat(5, ENGAGEMENT), seat(6, 31, { organisationId: 3 })]
const world = (today: string, over: Partial<World> = {}): World => ({
  today,
  since: '2021-01-01',
  seats: SEATS,
  people: [COORDINATOR, SERGEANT, ENGAGEMENT, 31],
  coordinators: [COORDINATOR],
  tables: [table({ finishedAt: '2021-07-20T10:00:00.000Z', openedAt: '2021-07-15T09:00:00.000Z' })],
  ...over,
})
const police = (terms: Partial<Terms> = {}, over: Partial<Action> = {}): Action =>
  action(over, { leadId: POLICE, seatId: 4, ...terms })
const told = (each: Action, world: World): string[] =>
  noticesOf(each, world).map((one) => `${one.why} ${one.personId} ${one.seatId ?? '-'}`)
const whys = (each: Action, world: World, personId = SERGEANT): Why[] =>
  noticesOf(each, world)
    .filter((one) => one.personId === personId)
    .map((one) => one.why)
/** Heard of on this day, by the police. */
const heardOn = (day: string, terms: Partial<Terms> = {}): Action =>
  police(terms, {
    updates: [update({ id: 1, organisationId: POLICE, at: `${day}T10:00:00.000Z` })],
  })

t.test(
  'R7: its seat is written to; with no seat every seat of the organisation; with nobody there or no lead, the coordinators',
  async (t) => {
    const now = world('2021-07-21')
    t.same(told(police(), now), ['agreed 21 4'])
    t.same(told(police({ seatId: null }), now), ['agreed 21 4', 'agreed 22 5'])
    const late = world('2021-09-01')
    t.same(told(action({}, { leadId: null }), late), ['quiet 90 -'], 'with no lead')
    t.same(
      told(police({ by: '2021-08' }), {
        ...late,
        seats: [seat(4, null), seat(5, ENGAGEMENT)],
      }).filter((each) => each.startsWith('late')),
      ['late 90 -'],
      'an empty seat',
    )
    t.same(
      told(police({ seatId: null, by: '2021-08' }), { ...late, seats: [] }).filter((each) =>
        each.startsWith('late'),
      ),
      ['late 90 -'],
      'no seat at all',
    )
    t.same(
      told(police(), { ...now, seats: [seat(4, SERGEANT, { endedOn: '2021-07-20' })] }),
      ['agreed 90 -'],
      'a seat that is no more',
    )
    t.same(
      told(police({ seatId: null }), {
        ...now,
        seats: [seat(4, SERGEANT, { endedOn: '2021-07-20' }), seat(5, ENGAGEMENT)],
      }),
      ['agreed 22 5'],
    )
    t.same(
      told(police(), { ...now, people: [COORDINATOR] }),
      ['agreed 90 -'],
      'a seat whose holder has left, or only looks on, is as good as empty',
    )
  },
)

t.test(
  'R7: who held the seat before, or holds it only from tomorrow, is not written to',
  async (t) => {
    const handed = (seats: Seat['holders']) =>
      told(police(), world('2021-07-21', { seats: [{ ...seat(4, null), holders: seats }] }))
    const held = (personId: number, fromOn: string, untilOn: string | null) => ({
      id: personId,
      seatId: 4,
      personId,
      fromOn,
      untilOn,
    })
    t.same(
      handed([held(SERGEANT, '2021-01-01', '2021-07-21'), held(ENGAGEMENT, '2021-07-21', null)]),
      ['agreed 22 4'],
    )
    t.same(
      handed([held(SERGEANT, '2021-01-01', '2021-07-22'), held(ENGAGEMENT, '2021-07-22', null)]),
      ['agreed 21 4'],
    )
  },
)

t.test('someone who sits in two seats of the organisation is told once', async (t) => {
  t.same(
    told(
      police({ seatId: null }),
      world('2021-07-21', { seats: [seat(4, SERGEANT), seat(5, SERGEANT)] }),
    ).length,
    1,
  )
})

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

t.test(
  'R6: what was agreed without them is told as that, once the minutes are finished, and is not late until they accept',
  async (t) => {
    const proposed = police({ proposed: true, by: '2021-08' })
    t.same(told(proposed, world('2021-09-10')), ['absent 21 4'])
    t.same(
      told(proposed, world('2021-07-21', { tables: [table({ openedAt: 'x' })] })),
      [],
      'the minutes are not finished',
    )
    const answer = (accepted: boolean) => ({
      ...proposed,
      acceptances: [
        {
          personId: 1,
          termsId: 1,
          accepted,
          words: 'Not so',
          organisationId: POLICE,
          at: '2021-07-21T10:00:00.000Z',
        },
      ],
    })
    t.same(whys(answer(true), world('2021-09-10')), ['agreed', 'late', 'quiet'])
    t.same(told(answer(false), world('2021-09-10')), [], 'declined')
  },
)

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

t.test('R11: a matter held in private is told only to those on its list', async (t) => {
  const held = (list: number[], terms: Partial<Terms> = {}) =>
    told(police({ by: '2021-08', ...terms }, { depth: 'named', list }), world('2021-12-01')).map(
      (each) => each.split(' ')[1],
    )
  t.same(
    [...new Set(held([COORDINATOR]))],
    ['90'],
    'its owner may not know of it, so those on its list hear: it is nobody’s to forget',
  )
  t.same([...new Set(held([COORDINATOR, SERGEANT]))], ['21'])
  t.same([...new Set(held([ENGAGEMENT]))], ['22'], 'a colleague on the list, for its silence')
  t.same([...new Set(held([COORDINATOR, 31], { leadId: null, seatId: null }))], ['90'])
  t.same(held([]), [])
})

t.test(
  'R11: a promise held in private whose owner may not know of it is told to its list, and to nobody who left or only looks on',
  async (t) => {
    const named = (list: number[], over: Partial<Action> = {}, terms: Partial<Terms> = {}) =>
      police({ by: '2021-08', ...terms }, { depth: 'named', list, ...over })
    const later = world('2021-12-01')
    t.same(told(named([COORDINATOR, 31]), later), [
      'agreed 90 -',
      'agreed 31 -',
      'late 90 -',
      'late 31 -',
      'quiet 90 -',
      'quiet 31 -',
    ])
    t.same(told(named([COORDINATOR, 31]), { ...later, people: [COORDINATOR, SERGEANT] }), [
      'agreed 90 -',
      'late 90 -',
      'quiet 90 -',
    ])
    t.same(
      told(named([COORDINATOR, SERGEANT]), later).filter((each) => !each.includes(' 21 ')),
      [],
      'where the owner may know, the others are not written to',
    )
    t.same(
      told(police({ by: '2021-08', helperIds: [3] }, { depth: 'table' }), {
        ...later,
        seats: SEATS.filter((each) => each.id !== 4),
      }).filter((each) => each.includes('31')),
      ['helping 31 6'],
      'a matter that is not private has no list',
    )
    t.same(
      told(named([COORDINATOR, SERGEANT], {}, { helperIds: [3] }), later).filter((each) =>
        each.includes('31'),
      ),
      [],
      'nor is a helper told who may not know',
    )
    t.same(
      told(named([SERGEANT, 31], {}, { helperIds: [3] }), later).filter((each) =>
        each.includes('31'),
      ),
      ['helping 31 6'],
    )
    const closing = {
      id: 7,
      roundTableId: null,
      at: '2021-11-30T10:00:00.000Z',
      reopenedAt: null,
      reopeningReason: null,
    }
    t.same(
      told(named([COORDINATOR], { closings: [closing] }), later),
      [],
      'and nobody is thanked for what was not theirs',
    )
  },
)

const COUNCIL = 3
const joint = (said: ReturnType<typeof update>[] = [], terms: Partial<Terms> = {}): Action =>
  police(
    { helperIds: [COUNCIL], ...terms },
    {
      updates: [update({ id: 1, organisationId: POLICE, at: '2021-07-15T10:00:00.000Z' }), ...said],
    },
  )
const done = (id: number, organisationId: number, at: string) =>
  update({ id, organisationId, status: 'done', text: 'Held', at })

t.test(
  'those who help are told so once, with the lead, and once more when only their part is to come',
  async (t) => {
    t.same(told(joint(), world('2021-07-21')), ['agreed 21 4', 'helping 31 6'])
    t.same(
      noticesOf(joint(), world('2021-07-21')).map((each) => each.cause),
      ['terms 1', 'terms 1'],
    )
    t.same(
      told(joint([], { proposed: true }), world('2021-07-21')),
      ['absent 21 4'],
      'R6: not before its lead accepts',
    )
    t.same(
      told(joint(), world('2021-07-21', { since: '2021-07-20' })),
      [],
      'what was agreed before the clock ran is no news',
    )
    t.same(
      told(
        joint(),
        world('2021-07-21', { seats: SEATS.filter((each) => each.organisationId === POLICE) }),
      ),
      ['agreed 21 4'],
      'an organisation with no seats is not written to',
    )
    t.same(
      told(
        joint([], { helperIds: [COUNCIL, 5] }),
        world('2021-07-21', { seats: [...SEATS, seat(7, 31, { organisationId: 5 })] }),
      ),
      ['agreed 21 4', 'helping 31 7'],
      'who sits for two helpers is told once',
    )

    const finished = joint([done(2, POLICE, '2021-07-20T10:00:00.000Z')])
    t.same(told(finished, world('2021-07-21')), ['part 31 6'])
    t.same(
      told(
        finished,
        world('2021-07-21', { seats: SEATS.filter((each) => each.organisationId === POLICE) }),
      ),
      ['part 90 -'],
      'R7: where nobody sits for a helper, the coordinators hear that its part waits',
    )
    const causes = (each: Action) => noticesOf(each, world('2021-07-25')).map((one) => one.cause)
    t.same(
      causes({
        ...finished,
        updates: [...finished.updates, done(3, POLICE, '2021-07-21T10:00:00.000Z')],
      }),
      causes(finished),
      'the lead puts it better: no second letter',
    )
    t.same(
      told(
        {
          ...finished,
          updates: [...finished.updates, done(3, COUNCIL, '2021-07-21T10:00:00.000Z')],
        },
        world('2021-07-25'),
      ),
      [],
      'all have done their part',
    )
    t.same(
      told(joint([done(2, COUNCIL, '2021-07-20T10:00:00.000Z')]), world('2021-07-21')),
      ['agreed 21 4'],
      'who has done their part needs no word',
    )
    t.same(
      told(
        joint([done(2, POLICE, '2021-07-20T10:00:00.000Z')], { proposed: true }),
        world('2021-07-21'),
      ),
      [],
      'what was not accepted asks nobody for a part',
    )
    t.same(
      told(
        joint([done(2, POLICE, '2021-07-20T10:00:00.000Z')], { kind: 'standing' }),
        world('2021-07-21'),
      ).filter((each) => each.startsWith('part')),
      [],
    )
  },
)

t.test(
  'R8: silence counts the lead alone: helpers are never asked for it, and their word does not end it',
  async (t) => {
    const quiet = joint([done(2, COUNCIL, '2021-12-01T10:00:00.000Z')], {
      at: '2020-01-01T00:00:00.000Z',
    })
    t.same(told(quiet, world('2021-12-02')), ['quiet 21 4', 'colleague 22 5'])
    t.same(
      whys(joint([], { at: '2020-01-01T00:00:00.000Z', by: '2021-08' }), world('2021-12-02'), 31),
      [],
      'nor are they told that it is late',
    )
  },
)

t.test(
  'before a round table the helpers hear as well, while their part is to come, though the lead’s is done',
  async (t) => {
    const next = { tables: [table({ id: 9, slug: '2022-q2', heldOn: '2022-04-28' })] }
    const on = (each: Action) =>
      told(each, world('2022-04-20', { ...next, since: '2022-04-01' })).filter((one) =>
        one.startsWith('table'),
      )
    t.same(on(joint()), ['table 21 4', 'table 31 6'])
    t.same(on(joint([done(2, POLICE, '2022-04-02T10:00:00.000Z')])), ['table 31 6'])
    t.same(on(joint([done(2, COUNCIL, '2022-04-02T10:00:00.000Z')])), ['table 21 4'])
    t.same(on(joint([], { proposed: true })), ['table 21 4'])
  },
)

t.test(
  'a letter to a helper no longer holds once they did their part, or stopped helping',
  async (t) => {
    const now = world('2021-07-25')
    const finished = joint([done(2, POLICE, '2021-07-20T10:00:00.000Z')])
    const notice = { personId: 31, why: 'part', cause: 'update 2' } as const
    t.ok(stillHolds(notice, finished, now))
    t.notOk(
      stillHolds(
        notice,
        {
          ...finished,
          updates: [...finished.updates, done(3, COUNCIL, '2021-07-21T10:00:00.000Z')],
        },
        now,
      ),
    )
    t.notOk(
      stillHolds(
        notice,
        {
          ...finished,
          terms: [
            ...finished.terms,
            { ...finished.terms[0]!, id: 2, helperIds: [], at: '2021-07-21T10:00:00.000Z' },
          ],
        },
        now,
      ),
    )
    t.notOk(
      stillHolds(
        notice,
        {
          ...finished,
          updates: [
            finished.updates[0]!,
            { ...finished.updates[1]!, takenBackAt: '2021-07-20T10:30:00.000Z' },
          ],
        },
        now,
      ),
      'the lead took it back',
    )
  },
)

t.test(
  'a reason that was dealt with no longer holds, and holds again when it comes back',
  async (t) => {
    const late = heardOn('2022-01-31', { by: '2022-01', at: '2020-01-01T00:00:00.000Z' })
    const now = world('2022-02-03', { since: '2022-02-03' })
    const notice = { personId: SERGEANT, why: 'late', cause: 'by 2022-01' } as const
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
