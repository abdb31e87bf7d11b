import t from 'tap'
import { openHouse, PEOPLE } from '../../support/house.ts'

const slugsIn = (body: string): string[] =>
  [...body.matchAll(/<h2 id="e-([\w-]+)"/g)].map(([, slug]) => slug!)

t.test(
  'R24: any site may frame the pairs: no cookie, no script, nothing from elsewhere, and a policy of its own',
  async (t) => {
    const house = await openHouse({ t })
    const page = await house.stranger().get('/embed')
    t.equal(page.statusCode, 200)
    t.match(String(page.headers['content-security-policy']), /frame-ancestors \*/)
    t.match(String(page.headers['content-security-policy']), /default-src 'none'/)
    t.match(String(page.headers['content-security-policy']), /form-action 'none'/)
    t.equal(page.headers['x-frame-options'], undefined)
    t.equal(page.headers['set-cookie'], undefined)
    t.notMatch(page.body, /<script|<form|style="/)
    for (const [, href] of page.body.matchAll(/(?:href|src)="([^"]+)"/g))
      t.match(href!, /^\//, href!)
    const sheet = page.body.match(/href="(\/static\/embed\.css[^"]*)"/)![1]!
    t.equal((await house.stranger().get(sheet)).statusCode, 200)
    t.match(page.body, /class="printed">\s*<svg/, 'on paper it has its address')
    t.ok(page.body.length < 8_000, 'and it is small')
    for (const path of ['/', '/entries/2021-q3-1', '/tell-us', '/about']) {
      const { headers } = await house.stranger().get(path)
      t.match(String(headers['content-security-policy']), "frame-ancestors 'none'", path)
      t.equal(headers['x-frame-options'], 'DENY', path)
    }
  },
)

t.test(
  'the pairs told last stand in it, or one, or those of a theme, in each language',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const { entries } = house.store.published.board()
    const latest = entries.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))
    t.same(
      slugsIn((await resident.get('/embed')).body),
      latest.slice(0, 3).map((each) => each.slug),
    )
    t.equal(slugsIn((await resident.get('/embed?n=5')).body).length, 5)
    t.same(slugsIn((await resident.get('/embed?entry=2021-q3-4')).body), ['2021-q3-4'])
    const theme = entries.filter(({ words }) => words.theme?.code === 'trust')
    t.same(
      slugsIn((await resident.get('/embed?theme=trust&n=10')).body).toSorted(),
      theme.map((each) => each.slug).toSorted(),
    )
    const arabic = (await resident.get('/ar/embed')).body
    t.match(arabic, 'dir="rtl"')
    t.match(arabic, 'href="/ar/entries/')
    t.match(arabic, /\(مترجَم آلياً\)/, 'what a machine translated says so here as well')
    for (const n of ['0', '-1', 'x', '1000'])
      t.equal((await resident.get(`/embed?n=${n}`)).statusCode, 200, n)
  },
)

t.test('R15: what was withdrawn is gone from every frame, and says so', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  const entry = house.store.publications
    .list()
    .find((each) => each.kind === 'entry' && each.slug === '2021-q3-4')!
  t.match((await resident.get('/embed?n=10')).body, '/entries/2021-q3-4')
  await house
    .signIn(PEOPLE.coordinator)
    .post(`/desk/entries/${entry.id}/withdrawal`, { ground: 'It was wrong.' })
  const gone = await resident.get('/embed?entry=2021-q3-4')
  t.equal(gone.statusCode, 410)
  t.match(gone.body, 'This was taken down')
  t.match(String(gone.headers['content-security-policy']), /frame-ancestors \*/)
  t.notMatch((await resident.get('/embed?n=10')).body, '/entries/2021-q3-4')
  t.equal((await resident.get('/embed?entry=2099-q1-1')).statusCode, 404)
})

t.test('the line to copy stands on the page about the board, in its language', async (t) => {
  const house = await openHouse({ t })
  const { body } = await house.stranger().get('/about')
  t.match(body, '&lt;iframe src=&quot;http://127.0.0.1:3000/embed&quot;')
  t.match((await house.stranger().get('/ar/about')).body, '127.0.0.1:3000/ar/embed&quot;')
})
