import type { Paper } from '../../../src/domain/round-tables/paper.ts'
import { briefingPaper } from '../../../src/domain/evidence/briefing-paper.ts'
import {
  holdsPeriod,
  isBefore,
  isPeriod,
  periodsOf,
  sayPeriod,
} from '../../../src/domain/evidence/period.ts'
import fc from 'fast-check'
import t from 'tap'
import { safeTally, SMALL } from '../../../src/domain/evidence/small-numbers.ts'
import { quarterOf } from '../../../src/domain/quarter.ts'
import {
  type Answered,
  type Held,
  type Met,
  type Run,
  type Briefing,
} from '../../../src/domain/evidence/briefing.ts'

const answered = (over: Partial<Answered> = {}): Answered => ({
  said: 'The park is dark.',
  did: 'There are lights now.',
  who: 'the council',
  on: '2021-08-02',
  raisedOn: '2021-07',
  origin: 'July 2021 round table',
  standing: 'done',
  worked: null,
  couldNot: [],
  notYetClosed: false,
  silent: null,
  ...over,
})
const held = (over: Partial<Held> = {}): Held => ({
  name: 'Stall in the square',
  kind: 'Stall',
  heldOn: '2021-08',
  place: 'The square',
  who: ['Mosaic'],
  came: 38,
  told: '',
  ...over,
})
const met = (over: Partial<Met> = {}): Met => ({
  title: 'July 2021 round table',
  heldOn: '2021-07',
  residents: null,
  came: [{ code: 'police', name: 'the police', presence: 'Present', isHere: true }],
  ...over,
})
const run = (over: Partial<Run> = {}): Run => ({
  name: 'Mentoring',
  aim: 'To learn from each other.',
  startsOn: '2020-09',
  who: [],
  pairings: [],
  sessions: 0,
  wants: [],
  learned: [],
  chances: [],
  ...over,
})
const sheet = (over: Partial<Briefing> = {}): Paper =>
  briefingPaper({
    period: '2021-q3',
    partnership: 'Mosaic',
    madeOn: '2022-01-27',
    isPublic: false,
    answered: [],
    tables: [],
    held: [],
    runs: [],
    given: [],
    untold: 0,
    privately: null,
    ...over,
  })
const section = (paper: Paper, id: string): string =>
  (paper.sections.find((each) => each.id === id)?.blocks ?? [])
    .map((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.join(' | ')).join('\n')
        : block.kind === 'list'
          ? block.items.map((item) => item.text).join('\n')
          : block.text,
    )
    .join('\n')
const all = (paper: Paper): string =>
  paper.sections.map((each) => section(paper, each.id)).join('\n')

t.test('R26: a time is a quarter or a year, and nothing else is one', async (t) => {
  for (const period of ['2021', '2021-q1', '2021-q4', '1999']) t.ok(isPeriod(period), period)
  for (const odd of [
    '',
    '2021-q9',
    '2021-q0',
    '99999',
    '2021-Q3',
    '2021-07',
    '2021-q3-b',
    ' 2021',
    '2021\n',
    '-2021',
    '٢٠٢١',
  ])
    t.notOk(isPeriod(odd), odd)
  t.equal(sayPeriod('2021-q3'), 'July to September 2021')
  t.equal(sayPeriod('2021'), '2021')
})

t.test(
  'R26: a day and a month alone lie in one quarter and one year, and before, in or after each time',
  async () => {
    const when = fc
      .tuple(
        fc.integer({ min: 2000, max: 2040 }),
        fc.integer({ min: 1, max: 12 }),
        fc.option(fc.integer({ min: 1, max: 28 })),
      )
      .map(([year, month, day]) =>
        [
          year,
          String(month).padStart(2, '0'),
          ...(day === null ? [] : [String(day).padStart(2, '0')]),
        ].join('-'),
      )
    fc.assert(
      fc.property(when, when, (one, other) => {
        const [quarter, year] = [quarterOf(one), one.slice(0, 4)]
        if (
          !holdsPeriod(quarter, one) ||
          !holdsPeriod(year, one) ||
          isBefore(quarter, one) ||
          isBefore(year, one)
        )
          return false
        const isSame = quarterOf(other) === quarter
        return (
          holdsPeriod(quarter, other) === isSame &&
          isBefore(quarter, other) === quarterOf(other) < quarter &&
          isBefore(year, other) === other.slice(0, 4) < year
        )
      }),
      { numRuns: 10_000 },
    )
  },
)

t.test(
  'R1: every quarter from the first to today is offered, those as well in which nothing was raised',
  async (t) => {
    t.same(periodsOf(['2021-03', '2022-01-27']), [
      '2022',
      '2022-q1',
      '2021',
      '2021-q4',
      '2021-q3',
      '2021-q2',
      '2021-q1',
    ])
    t.same(periodsOf(['2022-01-27']), ['2022', '2022-q1'])
    t.equal(
      periodsOf(['1021-05', '2022-01-27']).filter((each) => each.length === 4).length,
      50,
      'a year that someone mistyped makes no list of a thousand',
    )
  },
)

t.test(
  'R1: what was raised in a time has its answer on that time’s sheet, whenever the answer came',
  async (t) => {
    const paper = sheet({
      answered: [
        answered({
          said: 'Bring back the hubs.',
          did: 'There is no money.',
          standing: 'could-not',
          on: '2022-01-10',
        }),
        answered({ said: 'Light the park.', on: '2022-01-12' }),
        answered({ said: 'Old and done now.', raisedOn: '2020-02', on: '2021-09-30' }),
        answered({ said: 'Old and done before.', raisedOn: '2020-02', on: '2020-05' }),
      ],
    })
    t.match(
      section(paper, 'not-done'),
      'Bring back the hubs. | There is no money. | The council | 10 January 2022',
    )
    t.match(section(paper, 'done'), 'Light the park.')
    t.match(section(paper, 'done'), 'Old and done now.')
    t.notMatch(all(paper), 'Old and done before.')
    t.match(section(paper, 'short'), '2 concerns were raised in this time.')
  },
)

t.test(
  'R1, R3: done says what of it could not be, and that the round table has not closed it yet',
  async (t) => {
    const rows = section(
      sheet({ answered: [answered({ couldNot: ['A camera at the gate.'], notYetClosed: true })] }),
      'done',
    )
    t.match(
      rows,
      'There are lights now.\nCould not: A camera at the gate.\nNot yet closed by the round table.',
    )
    t.notMatch(section(sheet({ answered: [answered()] }), 'done'), /Could not|Not yet closed/)
  },
)

t.test(
  'R8: what waits says for how long nothing was heard, once that is more than thirty days',
  async (t) => {
    const waits = (silent: number | null) =>
      section(sheet({ answered: [answered({ standing: 'under-way', silent })] }), 'not-done')
    t.match(waits(31), 'No news for 31 days.')
    t.notMatch(waits(30), 'No news')
    t.notMatch(waits(null), 'No news')
  },
)

t.test('R6: who was not there is named, and two schools with one name stay two', async (t) => {
  const came = (code: string, isHere: boolean) => ({
    code,
    name: 'a school',
    presence: isHere ? 'Present' : 'Absent',
    isHere,
  })
  const paper = sheet({
    tables: [
      met({ came: [came('north', true), came('south', false)] }),
      met({ title: 'September 2021 round table', heldOn: '2021-09', came: [came('south', true)] }),
    ],
  })
  t.equal(
    section(paper, 'came'),
    'A school | Present | Not expected\nA school | Absent | Present\nNo one from a school was at the July 2021 round table.',
  )
})

t.test(
  'R9: a public sheet with nothing on it says that nothing is told, and not that nothing was',
  async (t) => {
    const told = all(sheet({ isPublic: true }))
    const known = all(sheet())
    for (const claim of [
      'No round table met',
      'Nothing was raised',
      'Nothing was done',
      'Nothing waits',
      'were raised',
    ])
      t.notMatch(told, claim)
    for (const claim of [
      'No round table met',
      'Nothing was raised',
      'Nothing was done',
      'Nothing waits',
    ])
      t.match(known, claim)
    t.equal((told.match(/told in public/g) ?? []).length, 4)
    t.match(
      all(sheet({ isPublic: true, answered: [answered()] })),
      '1 concern raised in this time is told in public. This is where it stands today.',
    )
    t.match(
      all(sheet({ answered: [answered(), answered()], untold: 1 })),
      '1 of them has no public words yet.',
    )
  },
)

t.test(
  'R11: matters held in private stand on a sheet by their ground alone, and only where they were handed to it',
  async (t) => {
    t.notMatch(all(sheet()), /private/)
    t.match(all(sheet({ period: '2020', privately: [] })), 'No matters were held in private.')
    t.match(
      all(
        sheet({
          period: '2020',
          privately: [{ ground: 'A family could be identified.', count: 2 }],
        }),
      ),
      'Held in private: 2 because: A family could be identified.',
    )
  },
)

t.test('R17: no sheet tells a number of people, pairs or copies below ten', async (t) => {
  for (const count of [1, 4, 9]) {
    const text = all(
      sheet({
        held: [held({ came: null })],
        tables: [met({ residents: count })],
        runs: [run({ pairings: [count, 11] })],
        given: [{ title: 'A leaflet', answers: 'What do I ask?', copies: count }],
      }),
    )
    t.notMatch(text, new RegExp(`\\b${count} (residents|people|or more)|Pairs: ${count}\\b`))
    t.match(text, 'fewer than ten residents came.')
    t.match(text, 'Pairs: 11.')
    t.match(text, 'What do I ask? | Not told')
  }
  t.match(
    all(sheet({ given: [{ title: 'A leaflet', answers: 'What do I ask?', copies: 46 }] })),
    '40 or more',
  )
})

t.test('R26: a programme that lies ahead begins, and has not begun', async (t) => {
  t.match(
    all(sheet({ period: '2022', runs: [run({ startsOn: '2022-09' })] })),
    'Begins September 2022.',
  )
  t.match(
    all(sheet({ period: '2022', runs: [run({ startsOn: '2022-01', sessions: 1 })] })),
    'Began January 2022. 1 group session, not recorded.',
  )
})

/**
 * What a reader of every sheet can hold against each other: the events' own rows, and the sum in
 * short of each.
 */
const readings = (events: Held[], periods: string[]) =>
  periods.map((period) => {
    const paper = sheet({ period, held: events.filter((each) => holdsPeriod(period, each.heldOn)) })
    const sum = /(At least )?(\d+) people came/.exec(section(paper, 'short'))
    const rows = paper.sections
      .find((each) => each.id === 'events')
      ?.blocks.find((block) => block.kind === 'table')
    return {
      period,
      sum: sum
        ? { count: Number(sum[2]), atLeast: sum[1] !== undefined }
        : { count: 0, atLeast: undefined },
      came: rows?.kind === 'table' ? rows.rows.map((row) => row[2]!) : [],
    }
  })

t.test(
  'R17: 3,000 random years: every quarter’s sheet, the year’s sheet and their differences are the same whatever a withheld number is',
  async (t) => {
    const PERIODS = ['2021', '2021-q1', '2021-q2', '2021-q3', '2021-q4']
    const event = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      male: fc.nat(14),
      female: fc.nat(14),
      counted: fc.boolean(),
    })
    let withheld = 0
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 12 }),
        fc.nat(SMALL - 1),
        (events, other) => {
          const told = (total: number): number | null => safeTally({ total, groups: {} }).total
          const make = (replace: boolean): Held[] =>
            events.map(({ month, male, female, counted }, i) => {
              const total = male + female
              return held({
                name: `Event ${i}`,
                heldOn: `2021-${String(month).padStart(2, '0')}`,
                came: counted ? told(replace && total < SMALL ? other : total) : null,
              })
            })
          const [seen, otherwise] = [readings(make(false), PERIODS), readings(make(true), PERIODS)]
          withheld += events.filter(
            (each) => each.counted && each.male + each.female < SMALL,
          ).length
          const [year, ...quarters] = seen
          // The year is the sum of its quarters, each the sum of its own rows: a difference between
          // two sheets is made of told rows alone.
          const rows = (came: string[]): number =>
            came.filter((each) => each !== 'Not told').reduce((sum, each) => sum + Number(each), 0)
          return (
            JSON.stringify(seen) === JSON.stringify(otherwise) &&
            seen.every(
              (each) =>
                rows(each.came) === each.sum.count &&
                each.came.every((one) => one === 'Not told' || Number(one) >= SMALL),
            ) &&
            year!.sum.count === quarters.reduce((sum, each) => sum + each.sum.count, 0) &&
            seen.every(
              (each) => each.sum.count === 0 || each.sum.atLeast === each.came.includes('Not told'),
            )
          )
        },
      ),
      { numRuns: 3000 },
    )
    t.ok(withheld > 300, `${withheld} small numbers were withheld`)
  },
)
