import t from 'tap'
import {
  answerBaton,
  handOn,
  isUnderWay,
  leaveBehind,
  type Baton,
  type HandingOn,
  type Successor,
} from '../../../src/domain/people/baton.ts'
import type { Seat } from '../../../src/domain/people/seat.ts'
import { action, AT, saying, TODAY } from '../make.ts'

const [LEAVER, NEXT, COLLEAGUE, OBSERVER, STRANGER, GONE] = [1, 2, 3, 4, 5, 6]
const seat = (over: Partial<Seat> = {}): Seat => ({
  id: 4,
  organisationId: 2,
  title: 'Ward sergeant',
  endedOn: null,
  holders: [{ id: 10, seatId: 4, personId: LEAVER, fromOn: '2021-03-01', untilOn: null }],
  ...over,
})
const people: Successor[] = [LEAVER, NEXT, COLLEAGUE, OBSERVER, STRANGER, GONE].map((id) => ({
  id,
  organisationId: id === STRANGER ? 3 : 2,
  role: id === OBSERVER ? 'observer' : 'member',
  endedAt: id === GONE ? AT : null,
}))
const wanted = (over: Partial<HandingOn> = {}): HandingOn => ({
  toId: NEXT,
  name: '',
  email: '',
  note: 'Ask at the desk',
  keeps: [],
  ...over,
})
const world = (over: Partial<{ personId: number; underWay: boolean }> = {}) => ({
  personId: LEAVER,
  people,
  underWay: false,
  today: TODAY,
  ...over,
})
const baton = (over: Partial<Baton> = {}): Baton => ({
  id: 1,
  seatId: 4,
  holdingId: 10,
  fromId: LEAVER,
  toId: NEXT,
  name: null,
  email: null,
  note: 'Ask at the desk',
  keeps: [],
  at: AT,
  end: null,
  ...over,
})
const fieldOf = (decision: { accepted: boolean; refusals?: { field: string }[] }) =>
  decision.accepted ? undefined : decision.refusals![0]!.field

t.test('R7: a holder hands the seat to a colleague, or to an address with a name', async (t) => {
  t.match(handOn(seat(), wanted(), world()), {
    accepted: true,
    value: { toId: NEXT, holdingId: 10, note: 'Ask at the desk' },
  })
  t.match(
    handOn(seat(), wanted({ toId: null, name: 'Someone new', email: 'new@met.example' }), world()),
    { accepted: true, value: { email: 'new@met.example' } },
  )
})

t.test('R23: each way it cannot be is refused beside its own field', async (t) => {
  const refusals: [string, Partial<HandingOn>, string][] = [
    ['nobody', { toId: null }, 'toId'],
    ['an address without a name', { toId: null, email: 'new@met.example', name: ' ' }, 'name'],
    ['both', { email: 'new@met.example' }, 'email'],
    ['oneself', { toId: LEAVER }, 'toId'],
    ['an observer', { toId: OBSERVER }, 'toId'],
    ['another organisation', { toId: STRANGER }, 'toId'],
    ['someone who has left', { toId: GONE }, 'toId'],
    ['nobody we know', { toId: 99 }, 'toId'],
  ]
  for (const [what, over, field] of refusals)
    t.equal(fieldOf(handOn(seat(), wanted(over), world())), field, what)
  const shared = seat({
    holders: [
      ...seat().holders,
      { id: 11, seatId: 4, personId: NEXT, fromOn: '2021-03-01', untilOn: null },
    ],
  })
  t.equal(fieldOf(handOn(shared, wanted(), world())), 'toId', 'someone who sits there already')
  t.equal(
    fieldOf(handOn(seat(), wanted(), world({ personId: COLLEAGUE }))),
    'toId',
    'by someone who does not sit there',
  )
  t.equal(fieldOf(handOn(seat({ endedOn: TODAY }), wanted(), world())), 'toId', 'a seat that ended')
  t.equal(
    fieldOf(
      handOn(seat({ holders: [{ ...seat().holders[0]!, untilOn: TODAY }] }), wanted(), world()),
    ),
    'toId',
    'by someone who left today',
  )
  t.equal(fieldOf(handOn(seat(), wanted(), world({ underWay: true }))), 'conflict', 'twice at once')
})

t.test(
  'R7: it waits while its holder sits there, the seat stands, and nobody has ended it',
  async (t) => {
    t.ok(isUnderWay(baton(), seat(), TODAY))
    t.notOk(isUnderWay(baton(), seat({ endedOn: TODAY }), TODAY))
    t.notOk(isUnderWay(baton(), seat({ holders: [] }), TODAY))
    t.notOk(
      isUnderWay(baton(), seat({ holders: [{ ...seat().holders[0]!, untilOn: TODAY }] }), TODAY),
      'a leaver was ended in the middle',
    )
    t.notOk(
      isUnderWay(
        baton({ end: { kind: 'declined', words: 'No', personId: NEXT, at: AT } }),
        seat(),
        TODAY,
      ),
    )
    t.notOk(
      isUnderWay(
        baton(),
        seat({ holders: [{ id: 12, seatId: 4, personId: LEAVER, fromOn: TODAY, untilOn: null }] }),
        TODAY,
      ),
      'and does not come to life when they sit there again',
    )
  },
)

t.test('a yes needs no words, a no does, and neither answers what is over', async (t) => {
  t.same(answerBaton(baton(), seat(), true, ' ', TODAY), {
    accepted: true,
    value: { kind: 'accepted', words: null },
  })
  t.same(answerBaton(baton(), seat(), false, ' Too far ', TODAY), {
    accepted: true,
    value: { kind: 'declined', words: 'Too far' },
  })
  t.equal(fieldOf(answerBaton(baton(), seat(), false, ' ', TODAY)), 'words')
  t.equal(fieldOf(answerBaton(baton(), seat({ endedOn: TODAY }), true, '', TODAY)), 'conflict')
})

t.test(
  'R7: what does not go with the seat gets new terms with the reason, and all else stays as it was agreed',
  async (t) => {
    const other = seat({
      id: 5,
      title: 'Schools officer',
      holders: [{ id: 20, seatId: 5, personId: LEAVER, fromOn: '2021-03-01', untilOn: null }],
    })
    const kept = baton({
      keeps: [
        { actionId: 1, seatId: 5 },
        { actionId: 2, seatId: null },
      ],
    })
    const ours = action({ id: 1 }, { seatId: 4, leadId: 2, helperIds: [1], by: '2022-04' })
    const left = leaveBehind(
      kept,
      seat(),
      [
        ours,
        action({ id: 2 }, { seatId: 4, leadId: 2 }),
        action({ id: 3 }, { seatId: 4, leadId: 2 }),
      ],
      { seats: [seat(), other], today: TODAY },
    )
    t.same(
      left.map((each) => [each.action.id, each.terms.seatId]),
      [
        [1, 5],
        [2, null],
      ],
    )
    t.same(left[0]!.terms, {
      text: 'Hold a stall',
      kind: 'one-off',
      leadId: 2,
      helperIds: [1],
      by: '2022-04',
      review: null,
      proposed: false,
      seatId: 5,
      reason: 'Ward sergeant was handed on, and this stayed behind',
    })
    const still = leaveBehind(
      kept,
      seat(),
      [action({ id: 1 }, { seatId: 4, leadId: 2, proposed: true })],
      { seats: [other], today: TODAY },
    )
    t.equal(still[0]!.terms.proposed, true, 'what nobody accepted is not accepted by this')
  },
)

t.test(
  'R11: what was closed, taken out, moved or made private in the meantime is left alone',
  async (t) => {
    const kept = baton({ keeps: [{ actionId: 1, seatId: null }] })
    const none = (each: ReturnType<typeof action>, why: string) =>
      t.same(leaveBehind(kept, seat(), [each], { seats: [], today: TODAY }), [], why)
    none(action({ depth: 'named', list: [9] }, { seatId: 4 }), 'made private')
    none(action({ takenOutAt: AT }, { seatId: 4 }), 'taken out')
    none(
      saying(
        'done',
        { seatId: 4 },
        {
          closings: [
            { id: 1, roundTableId: null, at: AT, reopenedAt: null, reopeningReason: null },
          ],
        },
      ),
      'closed',
    )
    none(action({}, { seatId: 7 }), 'given to another seat')
  },
)

t.test(
  'R7: an action never follows to a seat that ended, or that the leaver has left',
  async (t) => {
    const kept = baton({ keeps: [{ actionId: 1, seatId: 5 }] })
    const goesTo = (other: Seat) =>
      leaveBehind(kept, seat(), [action({}, { seatId: 4 })], { seats: [other], today: TODAY })[0]!
        .terms.seatId
    const held = { id: 20, seatId: 5, personId: LEAVER, fromOn: '2021-03-01', untilOn: null }
    t.equal(goesTo(seat({ id: 5, holders: [held] })), 5)
    t.equal(goesTo(seat({ id: 5, holders: [held], endedOn: TODAY })), null)
    t.equal(goesTo(seat({ id: 5, holders: [{ ...held, untilOn: TODAY }] })), null)
  },
)
