import fc from 'fast-check'
import t from 'tap'
import type { Figures } from '../../../../src/domain/publishing/figures.ts'
import { plotsOf } from '../../../../src/web/files/plots.ts'

const tally = fc
  .record({
    heard: fc.integer({ min: 1, max: 400 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    rest: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ heard, part, rest }) => {
    const answered = Math.round(heard * part)
    return { heard, answered, unanswered: Math.round((heard - answered) * rest) }
  })
const someFigures: fc.Arbitrary<Figures> = fc.record({
  quarters: fc
    .array(tally, { maxLength: 14 })
    .map((all) =>
      all.map((each, i) => ({ ...each, quarter: `${2018 + Math.floor(i / 4)}-q${(i % 4) + 1}` })),
    ),
  themes: fc.array(tally, { maxLength: 8 }).map((all) =>
    all.map((each, i) => ({
      ...each,
      theme: i === 0 ? null : { code: `t${i}`, name: `Theme ${i}` },
    })),
  ),
  waits: fc.tuple(
    ...[30, 90, 180, null].map((days) =>
      fc.integer({ min: 0, max: 500 }).map((count) => ({ days, count })),
    ),
  ),
  underWay: fc.integer({ min: 0, max: 500 }),
  unanswered: fc.integer({ min: 0, max: 500 }),
})
const nothing: Figures = {
  quarters: [],
  themes: [],
  waits: [30, 90, 180, null].map((days) => ({ days, count: 0 })),
  underWay: 0,
  unanswered: 0,
}
const quarter = (heard: number, answered: number) =>
  plotsOf({
    ...nothing,
    quarters: [{ quarter: '2021-q3', heard, answered, unanswered: heard - answered }],
  })

t.test('every plot draws what its table says, and nothing more, for any figures', async (t) => {
  fc.assert(
    fc.property(someFigures, (all) => {
      const { per, quarters, themes, waits } = plotsOf(all)
      const [newest, older] = [all.quarters.slice(-8), all.quarters.slice(0, -8)]
      const sum = (of: 'heard' | 'answered' | 'unanswered') =>
        older.reduce((total, each) => total + each[of], 0)
      const wanted = [
        ...(older.length > 0
          ? [
              {
                quarter: null,
                heard: sum('heard'),
                answered: sum('answered'),
                unanswered: sum('unanswered'),
              },
            ]
          : []),
        ...newest,
      ]
      const same =
        quarters.length === wanted.length &&
        wanted.every(
          (each, i) =>
            quarters[i]!.quarter === each.quarter &&
            quarters[i]!.heard === each.heard &&
            quarters[i]!.answered === each.answered &&
            quarters[i]!.unanswered === each.unanswered,
        )
      return (
        same &&
        quarters.every(({ heard, answered, unanswered, drawn }) => {
          const looks = drawn.discs.map(({ look }) => look).join(' ')
          const some = (look: string, count: number) => Array(Math.ceil(count / per)).fill(look)
          return (
            looks ===
            [
              ...some('did', answered),
              ...some('doing', heard - answered - unanswered),
              ...some('none', unanswered),
            ].join(' ')
          )
        }) &&
        themes.length === all.themes.length &&
        themes.every(
          (each) => each.drawn.answered <= each.drawn.heard && each.drawn.heard <= 100,
        ) &&
        (themes.length === 0 || Math.max(...themes.map((each) => each.drawn.heard)) === 100) &&
        waits.length === 6 &&
        waits.at(-2)!.count === all.underWay &&
        waits.at(-1)!.count === all.unanswered &&
        waits.every(
          (each, i) => each.drawn <= 100 && (i >= 4 || each.count === all.waits[i]!.count),
        )
      )
    }),
    { numRuns: 200 },
  )
  t.pass('for 200 figures')
})

t.test(
  'a disc is one concern up to 24, and more above, so that no quarter fills the page',
  async (t) => {
    t.same(
      [24, 25].map((heard) => [
        quarter(heard, 6).per,
        quarter(heard, 6).quarters[0]!.drawn.discs.length,
      ]),
      [
        [1, 24],
        [5, 2 + 4],
      ],
    )
    t.same(
      quarter(26, 1).quarters[0]!.drawn.discs.filter((each) => each.look === 'did').length,
      1,
      'one that is answered is never rounded away',
    )
    t.same(
      quarter(26, 25).quarters[0]!.drawn.discs.filter((each) => each.look === 'none').length,
      1,
      'nor is one that is not',
    )
    const both = plotsOf({
      ...nothing,
      quarters: [
        { quarter: '2021-q2', heard: 3, answered: 1, unanswered: 2 },
        { quarter: '2021-q3', heard: 60, answered: 10, unanswered: 50 },
      ],
    })
    t.same(
      [both.per, both.quarters.map((each) => each.drawn.discs.length)],
      [5, [2, 12]],
      'a disc is the same in each quarter',
    )
    const old = plotsOf({
      ...nothing,
      quarters: [
        { quarter: '2001-q1', heard: 99, answered: 0, unanswered: 99 },
        ...Array.from({ length: 8 }, (_, i) => ({
          quarter: `${2010 + i}-q1`,
          heard: 2,
          answered: 1,
          unanswered: 1,
        })),
      ],
    })
    t.same(
      [old.per, old.quarters.length, old.quarters[0]!.quarter, old.quarters[0]!.heard],
      [5, 9, null, 99],
      'what stands before the last quarters is one row',
    )
    t.ok(quarter(40_000, 9).quarters[0]!.drawn.discs.length <= 26, 'forty thousand are a few discs')
  },
)

t.test('no disc lies on another or outside of its drawing', async (t) => {
  fc.assert(
    fc.property(someFigures, (all) =>
      plotsOf(all).quarters.every(
        ({ drawn }) =>
          new Set(drawn.discs.map(({ x, y }) => `${x} ${y}`)).size === drawn.discs.length &&
          drawn.discs.every(
            ({ x, y }) => x >= 0 && x + 24 <= 248 && y >= 0 && y + 24 <= drawn.height,
          ),
      ),
    ),
  )
  t.same(plotsOf(nothing), {
    per: 1,
    quarters: [],
    themes: [],
    waits: [
      'figures.upTo30',
      'figures.upTo90',
      'figures.upTo180',
      'figures.over180',
      'standing.under-way',
      'standing.unanswered',
    ].map((key) => ({ key, count: 0, drawn: 0 })),
  })
})
