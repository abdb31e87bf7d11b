import t, { type Test } from 'tap'
import type { Action, Terms } from '../../../../src/domain/actions/action.ts'
import { noticesOf, stillHolds } from '../../../../src/domain/actions/notices.ts'
import { table, update } from '../../make.ts'
import { police, POLICE, seat, SEATS, told, whys, world } from './set-up.ts'

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
    agreedWithHelp(t)

    partDone(t)
  },
)

function agreedWithHelp(t: Test) {
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
}

function partDone(t: Test) {
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
}

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
    const notice = { personId: 31, seatId: null, why: 'part', cause: 'update 2' } as const
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

t.test('R21: when only a date moves, whoever helps is not told again', async (t) => {
  const first = joint()
  const moved: Action = {
    ...first,
    terms: [
      ...first.terms,
      { ...first.terms[0]!, id: 2, by: '2022-06', at: '2022-04-20T10:00:00.000Z' },
    ],
  }
  const causes = noticesOf(moved, world('2022-04-21'))
    .filter((each) => each.why === 'agreed' || each.why === 'helping')
    .map((each) => `${each.why} ${each.cause}`)
  t.same(causes, ['agreed terms 2', 'helping terms 1'])
})
