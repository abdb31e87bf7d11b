import { FIRST_GROUPS, groupingsOf, type Grouping } from '../../../src/domain/evidence/grouping.ts'
import t from 'tap'
import {
  countTaps,
  hasBeen,
  nextOf,
  rewriteEvent,
  tallyOf,
  eventTermsOf,
  writeEvent,
  type Event,
  type EventTerms,
  type Written,
} from '../../../src/domain/evidence/event.ts'
import { must } from '../../../src/sample/must.ts'
import { AT, TODAY } from '../make.ts'

const written = (over: Partial<Written> = {}): Written => ({
  kind: 'workshop',
  name: 'Workshop for mothers',
  heldOn: '2022-01-20',
  startsAt: '10.30',
  place: 'Church Street Library',
  areaId: 1,
  headCount: 12,
  topics: 'Rights',
  tookAway: 'What to ask',
  organisations: [{ organisationId: 1, brought: 'Tea' }],
  ...over,
})
const terms = (over: Partial<EventTerms> = {}): EventTerms => ({
  id: 1,
  ...written(),
  personId: 1,
  at: AT,
  ...over,
})
const event = (over: Partial<Event> = {}, said: Partial<EventTerms> = {}): Event => ({
  id: 2,
  depth: 'table',
  ground: null,
  list: [],
  seriesId: null,
  createdAt: AT,
  terms: [terms(said)],
  taps: [],
  options: [],
  findings: [],
  actionIds: [],
  concernIds: [],
  ...over,
})
const groupings = must(groupingsOf(FIRST_GROUPS))
const gender = groupings[0]!
const tap = (group: string, count = 1, grouping = 'gender') => ({ grouping, group, count, at: AT })
const refused = (decision: { accepted: boolean }) =>
  (decision as { refusals?: { field: string; reason: string }[] }).refusals?.map(
    (each) => each.field,
  ) ?? []

t.test('R2: an event needs a name and no more: what is not known stays open', async (t) => {
  const open = written({
    name: ' Stall ',
    heldOn: null,
    startsAt: null,
    place: null,
    areaId: null,
    headCount: null,
    topics: null,
    tookAway: null,
    organisations: [],
  })
  t.same(must(writeEvent(open, TODAY)), { ...open, name: 'Stall' })
  t.equal(must(writeEvent(written({ startsAt: '9pm' }), TODAY)).startsAt, '21.00')
})

t.test('R23: what cannot be so is refused beside its own field, all at once', async (t) => {
  t.same(
    refused(
      writeEvent(
        written({
          name: '  ',
          startsAt: 'soon',
          place: 'Flat 3',
          heldOn: '2022-02-01',
          organisations: [
            { organisationId: 1, brought: '' },
            { organisationId: 1, brought: 'x' },
          ],
        }),
        TODAY,
      ),
    ),
    ['name', 'startsAt', 'place', 'headCount', 'organisations'],
  )
  t.same(refused(writeEvent(written({ heldOn: '2022-01' }), TODAY)), [], 'this month may have been')
  t.same(refused(writeEvent(written({ heldOn: '2022-02', headCount: 1 }), TODAY)), ['headCount'])
})

t.test('an event is at a place that everyone knows, and never at a home', async (t) => {
  for (const home of [
    'Flat 3, Lilestone',
    '12 Church Street',
    '12a Upper Church Street',
    '7, Old Marylebone Road',
    'Apt. 4',
    '5 Penfold Place',
    '9 Lisson Grove',
    '22 Ranston house',
  ])
    t.same(refused(writeEvent(written({ place: home }), TODAY)), ['place'], home)
  for (const place of [
    'Church Street',
    'Church Street Library',
    'The green behind the school',
    'Stall 3 in the market',
    'Hall 2, leisure centre',
  ])
    t.same(refused(writeEvent(written({ place }), TODAY)), [], place)
})

t.test('R23: words that rest on older ones are a conflict, and not a lost change', async (t) => {
  t.same(refused(rewriteEvent(event(), written(), 1, TODAY)), [])
  t.match(rewriteEvent(event({ terms: [terms(), terms({ id: 5 })] }), written(), 1, TODAY), {
    accepted: false,
    refusals: [{ field: 'conflict' }],
  })
  t.equal(
    rewriteEvent(event(), written(), NaN, TODAY).accepted,
    false,
    'a form that does not say what it rests on',
  )
})

t.test(
  'an event has been from its day on, and in a month from the month’s first day',
  async (t) => {
    for (const [heldOn, been] of [
      ['2022-01-27', true],
      ['2022-01-28', false],
      ['2022-01', true],
      ['2022-02', false],
      [null, false],
    ] as const)
      t.equal(hasBeen(event({}, { heldOn }), TODAY), been, String(heldOn))
  },
)

t.test(
  'a monthly series makes the next from the last, with nothing in it that is not known yet',
  async (t) => {
    t.same(
      must(nextOf(event(), [])),
      written({
        heldOn: '2022-02',
        headCount: null,
        topics: null,
        tookAway: null,
        organisations: [{ organisationId: 1, brought: '' }],
      }),
    )
    t.same(must(nextOf(event({}, { heldOn: '2021-12' }), [])).heldOn, '2022-01')
    t.same(must(nextOf(event({}, { heldOn: '2021-12-31' }), [])).heldOn, '2022-01')
    t.same(refused(nextOf(event({}, { heldOn: null }), [])), ['next'])
    t.same(
      refused(nextOf(event(), [event({ id: 3 }, { heldOn: '2022-02-17' })])),
      ['next'],
      'a month has one',
    )
    t.same(
      refused(
        nextOf(event(), [
          event({ id: 3 }, { heldOn: null }),
          event({ id: 4 }, { heldOn: '2022-03' }),
        ]),
      ),
      [],
    )
  },
)

t.test(
  'R19: the partnership sets the groups it counts by, one way of grouping to a line',
  async (t) => {
    t.same(
      groupings.map((each) => [each.code, each.groups.map((group) => group.code)]),
      [
        ['gender', ['male', 'female', 'not-asked']],
        ['age', ['under-18', '18-to-24', '25-and-over', 'not-asked']],
      ],
    )
    t.same(
      must(groupingsOf('\n  Wer: Frauen & Mädchen , Männer\r\n')).map((each) =>
        each.groups.map((group) => group.code),
      ),
      [['frauen-madchen', 'manner']],
    )
    t.same(must(groupingsOf('زبان: العربية, বাংলা'))[0]!.groups.length, 2)
    for (const bad of [
      'Gender',
      'Gender: Male',
      'Gender: Male, male',
      ': Male, Female',
      'Gender: Male, +',
      `Age: ${Array.from({ length: 11 }, (_, i) => `g${i}`).join(', ')}`,
    ]) {
      const decision = groupingsOf(`Area: North, South\n${bad}`)
      t.match(
        decision,
        { accepted: false, refusals: [{ field: 'groups', reason: `This one does not: “${bad}”` }] },
        bad,
      )
    }
    t.match(groupingsOf('Gender: A, B\ngender: C, D'), {
      accepted: false,
      refusals: [{ reason: /name of its own/ }],
    })
    t.equal(
      groupingsOf(Array.from({ length: 7 }, (_, i) => `G${i}: A, B`).join('\n')).accepted,
      false,
    )
    t.equal(
      groupingsOf(Array.from({ length: 6 }, (_, i) => `G${i}: A, B`).join('\n')).accepted,
      true,
    )
  },
)

t.test(
  'R17: a tally is the sum of its taps beside the head count, and whoever was counted in a group that is gone is still in it',
  async (t) => {
    t.equal(tallyOf(event(), gender), null, 'not counted this way')
    t.equal(tallyOf(event({ taps: [tap('under-18', 1, 'age')] }), gender), null)
    const taps = [tap('male', 14), tap('female', 25), tap('female', -1), tap('not-asked', 4)]
    t.same(tallyOf(event({ taps }, { headCount: 40 }), gender), {
      total: 40,
      groups: { male: 14, female: 24, 'not-asked': 4 },
    })
    t.same(tallyOf(event({ taps }, { headCount: null }), gender), {
      total: 42,
      groups: { male: 14, female: 24, 'not-asked': 4 },
    })
    const fewer: Grouping = { ...gender, groups: gender.groups.slice(0, 2) }
    t.same(
      tallyOf(event({ taps }, { headCount: null }), fewer),
      { total: 42, groups: { male: 14, female: 24 } },
      'the four do not go away with their group',
    )
  },
)

t.test('R17: no group falls below nobody, and one that nobody set is not counted', async (t) => {
  const now = event({ taps: [tap('male', 2)] })
  t.equal(countTaps(now, groupings, [tap('male', -1), tap('male', -1)]).accepted, true)
  t.equal(
    countTaps(now, groupings, [tap('male', -1), tap('male', -1), tap('male', -1)]).accepted,
    false,
  )
  t.equal(
    countTaps(now, groupings, [tap('female', -1), tap('female')]).accepted,
    true,
    'one letter counts as a whole',
  )
  for (const [group, grouping] of [
    ['men', 'gender'],
    ['male', 'sex'],
    ['under-18', 'gender'],
    ['constructor', 'gender'],
  ] as const)
    t.equal(countTaps(now, groupings, [tap(group, 1, grouping)]).accepted, false)
  t.same(eventTermsOf(now).name, 'Workshop for mothers')
})
