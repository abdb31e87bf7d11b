import fc from 'fast-check'
import t from 'tap'
import { plotsOf } from '../../../src/web/files/plots.ts'
import type { Figures } from '../../../src/domain/publishing/figures.ts'
import { openHouse } from '../../support/house.ts'
import { entryWords, tell } from '../../support/publications.ts'

const tally = fc
  .record({
    heard: fc.integer({ min: 1, max: 400 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ heard, part }) => ({ heard, answered: Math.round(heard * part) }))
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
  open: fc.integer({ min: 0, max: 500 }),
})
const nothing: Figures = {
  quarters: [],
  themes: [],
  waits: [30, 90, 180, null].map((days) => ({ days, count: 0 })),
  open: 0,
}
const quarter = (heard: number, answered: number) =>
  plotsOf({ ...nothing, quarters: [{ quarter: '2021-q3', heard, answered }] })

t.test('every plot draws what its table says, and nothing more, for any figures', async (t) => {
  fc.assert(
    fc.property(someFigures, (all) => {
      const { per, quarters, themes, waits } = plotsOf(all)
      const [newest, older] = [all.quarters.slice(-8), all.quarters.slice(0, -8)]
      const sum = (of: 'heard' | 'answered') => older.reduce((total, each) => total + each[of], 0)
      const wanted = [
        ...(older.length > 0
          ? [{ quarter: null, heard: sum('heard'), answered: sum('answered') }]
          : []),
        ...newest,
      ]
      const same =
        quarters.length === wanted.length &&
        wanted.every(
          (each, i) =>
            quarters[i]!.quarter === each.quarter &&
            quarters[i]!.heard === each.heard &&
            quarters[i]!.answered === each.answered,
        )
      return (
        same &&
        quarters.every(({ heard, answered, drawn }) => {
          const filled = drawn.discs.filter((each) => each.answered).length
          return (
            filled === Math.ceil(answered / per) &&
            drawn.discs.length - filled === Math.ceil((heard - answered) / per) &&
            drawn.discs.every((each, i) => each.answered === i < filled)
          )
        }) &&
        themes.length === all.themes.length &&
        themes.every(
          (each) => each.drawn.answered <= each.drawn.heard && each.drawn.heard <= 100,
        ) &&
        (themes.length === 0 || Math.max(...themes.map((each) => each.drawn.heard)) === 100) &&
        waits.length === 5 &&
        waits.at(-1)!.count === all.open &&
        waits.every(
          (each, i) => each.drawn <= 100 && (i === 4 || each.count === all.waits[i]!.count),
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
      quarter(26, 1).quarters[0]!.drawn.discs.filter((each) => each.answered).length,
      1,
      'one that is answered is never rounded away',
    )
    t.same(
      quarter(26, 25).quarters[0]!.drawn.discs.filter((each) => !each.answered).length,
      1,
      'nor is one that is not',
    )
    const both = plotsOf({
      ...nothing,
      quarters: [
        { quarter: '2021-q2', heard: 3, answered: 1 },
        { quarter: '2021-q3', heard: 60, answered: 10 },
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
        { quarter: '2001-q1', heard: 99, answered: 0 },
        ...Array.from({ length: 8 }, (_, i) => ({
          quarter: `${2010 + i}-q1`,
          heard: 2,
          answered: 1,
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
      'figures.notYet',
    ].map((key) => ({ key, count: 0, drawn: 0 })),
  })
})

/** The tables of the section, as a program that reads aloud has them: the words of each row. */
const section = (body: string): string =>
  body.match(/<section [^>]*id="figures"[^]*?<\/section>/)![0]
const words = (html: string): string =>
  html
    .replace(/<svg[^]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const rows = (html: string): string[] =>
  [...html.matchAll(/<tr>([^]*?)<\/tr>/g)].map((match) => words(match[1]!))

t.test(
  'each drawing stands in a table with a caption and heads, which says all of it in numbers; the drawing itself is silent',
  async (t) => {
    const house = await openHouse({
      t,
      prepare: (store) => {
        for (let i = 0; i < 27; i++)
          tell(
            store,
            entryWords({
              raisedOn: '2021-05',
              standing: i < 7 ? 'done' : 'unanswered',
              on: i < 7 ? '2021-06-15' : null,
              theme: i < 3 ? { code: 'lamps', name: '<Lamps> & "lights"' } : null,
            }),
          )
      },
    })
    const all = section((await house.stranger().get('/?quarter=2021-q2')).body)
    t.match(words(all), 'Heard and answered')
    t.match(words(all), 'One disc is up to 5 concerns.')
    t.same(rows(all), [
      'Quarter Heard Answered',
      'April to June 2021 27 7',
      'Theme Heard Answered',
      '&lt;Lamps&gt; &amp; &quot;lights&quot; 3 3',
      'No theme 24 4',
      'Time Concerns',
      'up to 30 days 0',
      '31 to 90 days 7',
      '91 to 180 days 0',
      'over 180 days 0',
      'not answered yet 20',
    ])
    const drawings = [...all.matchAll(/<svg[^>]*>/g)].map((match) => match[0])
    t.ok(drawings.length >= 9)
    t.same(
      drawings.filter((each) => !each.includes('aria-hidden="true"')),
      [],
      'no drawing is read aloud twice',
    )
    t.equal(all.match(/<table/g)!.length, all.match(/<caption/g)!.length)
    t.equal(all.match(/<th scope="(row|col)">/g)!.length, all.match(/<th\b/g)!.length)
    t.equal(all.match(/#disc-y/g)!.length, 2)
    t.equal(all.match(/#disc-n/g)!.length, 4)
    t.equal(
      section((await house.stranger().get('/ar?quarter=2021-q2')).body).match(/<use /g)!.length,
      6,
      'and the same in another language',
    )
  },
)

t.test('what is answered differs in shape as well as in colour', async (t) => {
  const house = await openHouse({ t })
  const { body } = await house.stranger().get('/')
  const defs = body.match(/<defs>[^]*?<\/defs>/)![0]
  t.match(
    defs,
    /id="disc-y">[^]*class="disc-said"[^]*class="disc-did"[^]*id="disc-n">[^]*class="disc-said"[^]*class="disc-none"/,
  )
  const sheet = (
    await house.stranger().get(body.match(/href="(\/static\/round-table\.css[^"]*)"/)![1]!)
  ).body
  t.match(
    sheet,
    /\.disc-none \{ fill: none; stroke: [^;]+; stroke-dasharray: /,
    'an outline in dashes, and not a fill',
  )
  t.match(sheet, /\.disc-did \{ fill: var\(--disc\)/)
})

t.test('the plots follow the filters, and where nothing is found there are none', async (t) => {
  const house = await openHouse({ t })
  const heard = (html: string): number =>
    Number(html.match(/<b>(\d+)<\/b> concerns heard/)?.[1] ?? NaN)
  for (const search of ['/', '/?by=police', '/?theme=trust', '/?quarter=2021-q3']) {
    const { body } = await house.stranger().get(search)
    const quarters = rows(section(body).split('</table>')[0]!)
      .slice(1)
      .map((row) => row.match(/(\d+) (\d+)$/)!)
    t.equal(
      quarters.reduce((sum, [, all]) => sum + Number(all), 0),
      heard(body),
      search,
    )
    t.ok(quarters.every(([, all, answered]) => Number(answered) <= Number(all)))
  }
  const none = (await house.stranger().get('/?q=zebra')).body
  t.match(none, 'Nothing here about “zebra” yet.')
  t.notMatch(none, /id="figures"/)
  t.notMatch(none, /NaN|undefined|Infinity/)
})
