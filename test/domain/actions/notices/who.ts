import t from 'tap'
import type { Action, Terms, Update } from '../../../../src/domain/actions/action.ts'
import type { Seat } from '../../../../src/domain/people/seat.ts'
import { action, table, update } from '../../make.ts'
import {
  COORDINATOR,
  ENGAGEMENT,
  police,
  POLICE,
  seat,
  SEATS,
  SERGEANT,
  told,
  whys,
  world,
} from './set-up.ts'

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
  'R6, R8: what was agreed without them is told as that, once the minutes are finished, and asked for again when it is late or nobody answers',
  async (t) => {
    const proposed = police({ proposed: true, by: '2021-08' })
    t.same(told(proposed, world('2021-09-10')), [
      'absent 21 4',
      'late 21 4',
      'quiet 21 4',
      'colleague 22 5',
    ])
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

t.test('R8: whoever spoke of it last is not asked to ask their colleague', async (t) => {
  const said = (over: Partial<Update>) =>
    told(
      police(
        { by: null },
        {
          updates: [
            update({ id: 1, organisationId: POLICE, at: '2021-09-01T10:00:00.000Z', ...over }),
          ],
        },
      ),
      world('2021-12-01'),
    ).filter((each) => each.startsWith('colleague'))
  t.same(said({ seatId: 5, personId: ENGAGEMENT }), [])
  t.same(said({ seatId: 4, personId: SERGEANT }), ['colleague 22 5'])
  t.same(
    said({ seatId: 4, personId: ENGAGEMENT, roundTableId: 1 }),
    ['colleague 22 5'],
    'whoever wrote it down at the table did not say it',
  )
})
