import t from 'tap'
import { hasBeen, nextOf, rewriteEvent, writeEvent } from '../../../../src/domain/evidence/event.ts'
import { must } from '../../../../src/sample/must.ts'
import { TODAY } from '../../make.ts'
import { event, terms, written } from './set-up.ts'

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
      t.equal(hasBeen({ heldOn }, TODAY), been, String(heldOn))
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
