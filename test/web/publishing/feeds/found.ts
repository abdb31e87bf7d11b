import t, { type Test } from 'tap'
import { openHouse } from '../../../support/house.ts'
import { entryWords, tableWords, tell, translate } from '../../../support/publications.ts'
import { child, children, readXml, wordsOf } from '../../../support/xml.ts'
import { atomOf, jsonOf, opened, rowsOf, SITE } from './set-up.ts'
import { STANDINGS } from '../../../../src/domain/concerns/standing.ts'

t.test(
  'what a program finds on a page: an action with its status, a round table as an event, a preview, and the feed',
  async (t) => {
    const STATUS = {
      done: 'CompletedActionStatus',
      standing: 'ActiveActionStatus',
      'under-way': 'ActiveActionStatus',
      'could-not': 'FailedActionStatus',
      unanswered: 'PotentialActionStatus',
    }
    const house = await opened(t, (store) => {
      for (const standing of STANDINGS)
        tell(
          store,
          entryWords({
            standing,
            raisedOn: '2021-05',
            on: standing === 'unanswered' ? null : '2021-06-07',
          }),
        )
      tell(store, tableWords({ heldOn: '2023-07-06', startsAt: '10.30' }))
      tell(store, tableWords({ heldOn: '2024-11', startsAt: null, place: null }))
    })
    const dataOf = async (path: string) => {
      const { body } = await house.stranger().get(path)
      const found = [...body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
      t.equal(found.length, 1)
      return { data: JSON.parse(found[0]![1]!), body }
    }
    await eachStanding(t, STATUS, dataOf)
    t.match((await dataOf('/round-tables/2023-q3')).data, {
      '@type': 'Event',
      '@id': `${SITE}/round-tables/2023-q3`,
      startDate: '2023-07-06T09:30:00.000Z',
      name: 'July 2023 round table',
      location: { '@type': 'Place', name: 'Church Street' },
      organizer: { name: 'Mosaic Community Trust' },
    })
    const { data } = await dataOf('/ar/round-tables/2024-q4')
    t.match(data, { startDate: '2024-11', inLanguage: 'ar' })
    t.equal(data.location, undefined)
    t.match(
      (await house.stranger().get('/?by=police&page=1')).body,
      '<link rel="alternate" type="application/atom+xml" title="You said, we did" href="/feed.atom?by=police">',
    )
  },
)

async function eachStanding(
  t: Test,
  STATUS: {
    done: string
    standing: string
    'under-way': string
    'could-not': string
    unanswered: string
  },
  dataOf: (path: string) => Promise<{ data: any; body: string }>,
) {
  for (const [i, standing] of STANDINGS.entries()) {
    const { data, body } = await dataOf(`/entries/2021-q2-${i + 1}`)
    t.match(data, {
      '@context': 'https://schema.org',
      '@type': 'Action',
      '@id': `${SITE}/entries/2021-q2-${i + 1}`,
      actionStatus: `https://schema.org/${STATUS[standing]}`,
      startTime: '2021-05',
      agent: [{ '@type': 'Organization', name: 'the council' }],
    })
    t.equal(
      data.endTime,
      ['done', 'could-not'].includes(standing) ? '2021-06-07' : undefined,
      `${standing}: it ends when it has ended`,
    )
    for (const [property, content] of [
      ['og:title', 'The park is dark. (sample)'],
      ['og:description', 'There are lights now.'],
      ['og:url', `${SITE}/entries/2021-q2-${i + 1}`],
      ['og:type', 'website'],
      ['og:locale', 'en_GB'],
    ])
      t.match(body, `<meta property="${property}" content="${content}">`)
    t.match(body, `<link rel="canonical" href="${SITE}/entries/2021-q2-${i + 1}">`)
    t.match(body, '<link rel="alternate" hreflang="ar" href="https://table.example/ar/entries/')
  }
}

t.test(
  'a map for those who search: each page once in each language it can be read in, and nothing that is for one person',
  async (t) => {
    const house = await opened(t, (store) => {
      const { slug } = tell(
        store,
        tableWords({ heldOn: '2023-07-06', place: null, agreed: ['More light.'] }),
      )
      translate(store, slug, 'ar', { 'More light.': 'ضوء أكثر.' }, { kind: 'round-table' })
      tell(store, tableWords({ heldOn: '2023-10-05', place: null, agreed: ['Less noise.'] }))
    })
    const map = readXml((await house.stranger().get('/sitemap.xml')).body)
    t.equal(map.name, 'urlset')
    t.equal(map.attributes.xmlns, 'http://www.sitemaps.org/schemas/sitemap/0.9')
    const all = children(map, 'url').map((url) => wordsOf(url, 'loc'))
    t.equal(new Set(all).size, all.length, 'no address stands twice')
    t.same(
      all.filter(
        (address) =>
          !address.startsWith(`${SITE}/`) ||
          /\/(desk|sign-in|set-up|report|follow|unfollow)\b|\?/.test(address),
      ),
      [],
    )
    for (const { slug } of house.store.published.board().entries)
      t.ok(all.includes(`${SITE}/entries/${slug}`))
    for (const { slug } of house.store.published.board().tables)
      t.ok(all.includes(`${SITE}/round-tables/${slug}`))
    t.ok(all.includes(`${SITE}/ar/entries/2021-q3-1`))
    t.ok(
      all.includes(`${SITE}/ar/round-tables/2023-q3`),
      'a round table that is translated as well',
    )
    for (const path of ['/bn/round-tables/2023-q3', '/ar/round-tables/2023-q4'])
      t.notOk(all.includes(SITE + path), 'what is not translated stands under English alone')
    for (const address of all)
      t.equal((await house.stranger().get(address.slice(SITE.length))).statusCode, 200, address)
    for (const url of children(map, 'url')) {
      for (const { attributes } of children(url, 'xhtml:link'))
        t.ok(all.includes(attributes.href!), `${attributes.href} is in the map itself`)
      t.ok(children(url, 'lastmod').every((each) => /^\d{4}-\d\d-\d\d$/.test(each.text)))
    }
    const robots = (await house.stranger().get('/robots.txt')).body
    t.match(
      robots,
      /^User-agent: \*\n(Disallow: \/\S+\n)+\nSitemap: https:\/\/table\.example\/sitemap\.xml\n$/,
    )
    for (const path of ['/desk', '/sign-in', '/report']) t.match(robots, `Disallow: ${path}\n`)
    const security = (await house.stranger().get('/.well-known/security.txt')).body
    t.match(
      security,
      /^Contact: mailto:\S+@\S+\nExpires: 2023-\d\d-01T00:00:00Z\nPreferred-Languages: en, .+\nCanonical: https:\/\/table\.example\/\.well-known\/security\.txt\n$/,
    )
  },
)

t.test('a feed of a board with nothing on it yet is whole and empty', async (t) => {
  const house = await openHouse({
    t,
    publicUrl: SITE,
    sample: false,
    prepare: (store) => {
      const by = { personId: null, at: '2022-01-27T10:00:00.000Z' }
      store.people.record(
        {
          name: 'x',
          email: 'x@y.example',
          role: 'coordinator',
          approves: false,
          organisationId: store.organisations.record(
            { code: 'm', name: 'M', publicName: 'M', expected: true },
            by,
          ),
        },
        by,
      )
    },
  })
  const feed = await atomOf(house)
  t.same(children(feed, 'entry'), [])
  t.ok(
    wordsOf(feed, 'title') && wordsOf(feed, 'updated') && wordsOf(child(feed, 'author')!, 'name'),
  )
  t.same((await jsonOf(house, '/feed.json')).items, [])
  t.same(await jsonOf(house, '/priorities.json'), [])
  t.same(await rowsOf(house), [])
  t.ok((await house.stranger().get('/round-tables.ics')).body.endsWith('END:VCALENDAR\r\n'))
  readXml((await house.stranger().get('/sitemap.xml')).body)
})
