import t from 'tap'
import {
  answerList,
  listQuestions,
  successorsOf,
  type ListAnswer,
  type Lists,
} from '../../../src/domain/people/list-question.ts'
import type { Seat } from '../../../src/domain/people/seat.ts'

const [LEAVER, NEXT, OTHER, OBSERVER] = [1, 2, 3, 4]
const seatHeld = (
  over: Partial<Seat['holders'][number]>[],
  endedOn: string | null = null,
): Seat => ({
  id: 5,
  organisationId: 1,
  title: 'Ward sergeant',
  endedOn,
  holders: over.map((each, i) => ({
    id: i + 1,
    seatId: 5,
    personId: LEAVER,
    fromOn: '2021-01-01',
    untilOn: null,
    ...each,
  })),
})
const left = { untilOn: '2021-11-12', endedAt: '2021-11-12T10:00:00.000Z' }
const next = { personId: NEXT, fromOn: '2021-11-12' }
const lists = (over: Partial<Lists> = {}): Lists => ({
  matters: [
    {
      noun: 'concern',
      nounId: 7,
      ground: 'A family could be identified.',
      list: [LEAVER, OTHER].map((personId) => ({ personId, at: '2021-10-01T09:00:00.000Z' })),
    },
  ],
  answers: [],
  seats: [seatHeld([left, next])],
  people: [LEAVER, NEXT, OTHER, OBSERVER].map((id) => ({
    id,
    role: id === OBSERVER ? 'observer' : 'member',
    endedAt: null,
  })),
  today: '2021-11-13',
  ...over,
})
const answered = (at: string): ListAnswer => ({
  id: 1,
  noun: 'concern',
  nounId: 7,
  leaverId: LEAVER,
  kind: 'kept',
  toId: null,
  personId: OTHER,
  at,
})

t.test('R7: a list is asked about from when its holder left until someone answers', async (t) => {
  t.same(listQuestions(lists({ seats: [seatHeld([{}])] })), [], 'who sits there is not asked about')
  const [question, ...more] = listQuestions(lists())
  t.same(more, [])
  t.match(question, {
    leaverId: LEAVER,
    othersIds: [OTHER],
    seatIds: [5],
    leftAt: left.endedAt,
    listedAt: '2021-10-01T09:00:00.000Z',
  })
  t.same(listQuestions(lists({ answers: [answered('2021-11-13T09:00:00.000Z')] })), [])
  t.equal(
    listQuestions(lists({ answers: [answered('2021-11-01T09:00:00.000Z')] })).length,
    1,
    'what was answered before they left is not about their leaving',
  )
  t.equal(
    listQuestions(lists({ seats: [seatHeld([{ untilOn: '2021-11-12' }])] })).length,
    1,
    'of the oldest seats only the day is known',
  )
})

t.test(
  'R7: who comes back, who was put there since and who was never there is not asked about',
  async (t) => {
    t.same(
      listQuestions(lists({ seats: [seatHeld([left, { fromOn: '2021-11-12' }])] })),
      [],
      'they were seated again: it was a mistake',
    )
    const [matter] = lists().matters
    const since = { ...matter!, list: [{ personId: LEAVER, at: '2021-11-20T09:00:00.000Z' }] }
    t.same(listQuestions(lists({ matters: [since] })), [], 'someone put them there since')
    t.same(
      listQuestions(lists({ matters: [{ ...matter!, list: [] }] })),
      [],
      'they are not on the list any more',
    )
  },
)

t.test('R7: whoever is ended altogether is asked about, with or without a seat', async (t) => {
  const gone = lists().people.map((each) =>
    each.id === OTHER ? { ...each, endedAt: '2021-11-12T12:00:00.000Z' } : each,
  )
  t.match(
    listQuestions(lists({ people: gone })).map((each) => [each.leaverId, each.seatIds]),
    [
      [LEAVER, [5]],
      [OTHER, []],
    ],
    'the oldest first',
  )
})

t.test(
  'R11: a place goes to who holds the seat now, and nobody takes one for themselves',
  async (t) => {
    const [question] = listQuestions(lists())
    const go = (over: Partial<Lists>, by: number = OTHER) =>
      successorsOf(question!, lists(over), by)
    t.same(go({}), [NEXT])
    t.same(go({}, NEXT), [], 'they cannot let themselves in')
    t.same(go({ seats: [seatHeld([left], '2021-11-12')] }), [], 'nobody sits in a seat that ended')
    t.same(
      go({ seats: [seatHeld([left, { personId: OBSERVER }])] }),
      [],
      'an observer changes nothing',
    )
    t.same(
      go({ seats: [seatHeld([left, { personId: OTHER }])] }),
      [],
      'who is on it needs no place',
    )
  },
)

t.test('R7: a place is kept, handed on or ended, and the last one is not removed', async (t) => {
  const [question] = listQuestions(lists())
  const world = { successors: [NEXT], people: lists().people }
  const answer = (
    kind: 'kept' | 'handed-on' | 'removed' | null,
    toId: number | null = null,
    over: Partial<typeof world> = {},
  ) => answerList(question!, { kind, toId }, { ...world, ...over })
  t.match(answer('kept', NEXT), { accepted: true, value: { kind: 'kept', toId: null } })
  t.match(answer('handed-on', NEXT), { accepted: true, value: { toId: NEXT } })
  t.match(answer('removed'), { accepted: true })
  t.match(answer(null), { refusals: [{ field: 'kind' }] })
  t.match(answer('handed-on'), { refusals: [{ field: 'toId' }] })
  t.match(answer('handed-on', OTHER), { refusals: [{ field: 'toId' }] })
  const alone = world.people.map((each) =>
    each.id === OTHER ? { ...each, endedAt: '2021-11-01T09:00:00.000Z' } : each,
  )
  t.match(answer('removed', null, { people: alone }), {
    refusals: [{ field: 'kind', reason: /Nobody else could open it/ }],
  })
  t.match(answer('handed-on', NEXT, { people: alone }), { accepted: true })
})
