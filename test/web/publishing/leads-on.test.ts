import t from 'tap'
import { openHouse } from '../../support/house.ts'

t.test(
  'R10: the entry where women ask leads to the leaflet that answers it, and the leaflet back',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const board = house.store.published.board()
    const entry = board.entries.find(({ words }) => words.said.startsWith('Women asked'))!
    const leaflet = board.leaflets.find(({ words }) => words.entries?.includes(entry.slug))!
    t.ok(leaflet)
    t.match((await resident.get(`/entries/${entry.slug}`)).body, `href="/leaflets/${leaflet.slug}"`)
    t.match((await resident.get(`/leaflets/${leaflet.slug}`)).body, `href="/entries/${entry.slug}"`)
    t.match(
      (await resident.get(`/ar/leaflets/${leaflet.slug}`)).body,
      `href="/ar/entries/${entry.slug}"`,
    )
  },
)

t.test('a round table leads to each of its concerns, and each of them back', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  const { tables, entries } = house.store.published.board()
  let linked = 0
  for (const { slug, words } of entries) {
    const page = (await resident.get(`/entries/${slug}`)).body
    const theirs = tables.filter(
      (table) => table.slug === words.raisedAt || table.words.entries?.includes(slug),
    )
    for (const table of theirs) {
      t.match(page, `href="/round-tables/${table.slug}"`, slug)
      t.match(
        (await resident.get(`/round-tables/${table.slug}`)).body,
        `href="/entries/${slug}"`,
        table.slug,
      )
      linked += 1
    }
  }
  t.ok(linked > entries.length / 2)
})

t.test('a planned round table says what one can do before then', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  const planned = house.store.published
    .board()
    .tables.find(({ words }) => words.state === 'planned')
  t.ok(planned)
  const { body } = await resident.get(`/round-tables/${planned!.slug}`)
  for (const href of ['/tell-us', '/round-tables.ics', '/follow'])
    t.match(body, new RegExp(`id="before-then"[\\s\\S]*href="${href}"`), href)
  if (planned!.words.place) t.match(body, planned!.words.place)
  const past = house.store.published.board().tables.find(({ words }) => words.state === 'agreed')!
  t.notMatch((await resident.get(`/round-tables/${past.slug}`)).body, 'before-then')
})

t.test(
  'from every page one comes to what became of what one said, and to how to complain, with numbers for deaf people',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    for (const path of [
      '/',
      '/about',
      '/entries/2021-q3-1',
      '/tell-us',
      '/nowhere',
      '/ar/leaflets',
    ]) {
      const { body } = await resident.get(path)
      const prefix = path.startsWith('/ar') ? '/ar' : ''
      t.match(body, `href="${prefix}/tell-us/what-became-of-it"`, path)
      t.match(body, `href="${prefix}/complain"`, path)
    }
    const page = (await resident.get('/complain')).body
    for (const way of [
      'href="tel:101"',
      'href="tel:03000200096"',
      'href="tel:03000610614"',
      'href="tel:03031231113"',
      'href="tel:18000"',
      'href="tel:18001101"',
      'https://999bsl.co.uk',
      'https://www.policeconduct.gov.uk/',
      'https://www.lgo.org.uk/',
      'https://www.gov.uk/find-local-council',
      'href="tel:02079460000"',
      'mailto:table@mosaic.example',
    ])
      t.match(page, way, way)
    t.match(page, 'Independent Office for Police Conduct. You can', 'the partnership’s own words')
    for (const [, tag] of page.matchAll(/(<a\s[^>]*href="https:[^>]*>)/g))
      t.match(tag!, 'noreferrer')
  },
)
