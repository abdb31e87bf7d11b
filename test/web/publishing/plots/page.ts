import t from 'tap'
import { openHouse } from '../../../support/house.ts'
import { entryWords, tell } from '../../../support/publications.ts'

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
              standing: i < 7 ? 'done' : i < 13 ? 'under-way' : 'unanswered',
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
      'Quarter Heard Answered No answer yet',
      'April to June 2021 27 7 14',
      'Theme Heard Answered No answer yet',
      '&lt;Lamps&gt; &amp; &quot;lights&quot; 3 3 0',
      'No theme 24 4 14',
      'Time Concerns',
      'up to 30 days 0',
      '31 to 90 days 7',
      '91 to 180 days 0',
      'over 180 days 0',
      'Under way 6',
      'No answer yet 14',
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
    t.equal(all.match(/#disc-did/g)!.length, 2)
    t.equal(all.match(/#disc-doing/g)!.length, 2)
    t.equal(all.match(/#disc-none/g)!.length, 3)
    t.equal(
      section((await house.stranger().get('/ar?quarter=2021-q2')).body).match(/<use /g)!.length,
      7,
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
    /id="disc-did">[^]*class="disc-said"[^]*class="disc-did"[^]*id="disc-none">[^]*class="disc-said"[^]*class="disc-none"/,
  )
  const sheet = (
    await house.stranger().get(body.match(/href="(\/static\/round-table\.css[^"]*)"/)![1]!)
  ).body
  t.match(
    sheet,
    /\.disc-none \{\s*fill: none;\s*stroke: [^;]+;\s*stroke-dasharray: /,
    'an outline in dashes, and not a fill',
  )
  t.match(sheet, /\.disc-did \{\s*fill: var\(--disc\)/)
})

t.test('the plots follow the filters, and where nothing is found there are none', async (t) => {
  const house = await openHouse({ t })
  const heard = (html: string): number =>
    Number(html.match(/<b>(\d+)<\/b> <span>concerns heard/)?.[1] ?? NaN)
  for (const search of ['/', '/?by=police', '/?theme=trust', '/?quarter=2021-q3']) {
    const { body } = await house.stranger().get(search)
    const quarters = rows(section(body).split('</table>')[0]!)
      .slice(1)
      .map((row) => row.match(/(\d+) (\d+) \d+$/)!)
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
