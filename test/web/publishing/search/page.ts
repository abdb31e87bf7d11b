import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type Answer } from '../../../support/house.ts'

const plain = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
const saids = (body: string): string[] =>
  [...body.matchAll(/id="e-([\w-]+)-said"/g)].map(([, slug]) => slug!)

t.test(
  'filters and search combine, say what was found, and keep their state in the address',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const all = house.store.published.board().entries
    const [theme, by] = ['trust', 'police']
    const wanted = all.filter(
      ({ words }) =>
        words.theme?.code === theme &&
        (words.who.some((who) => who.code === by) ||
          words.actions.some((action) => action.who?.code === by)),
    )
    t.ok(wanted.length > 0)
    const page = await resident.get(`/?theme=${theme}&by=${by}&q=police&order=waiting`)
    t.equal(page.statusCode, 200)
    t.same(saids(page.body).toSorted(), wanted.map((each) => each.slug).toSorted())
    t.match(
      page.body,
      wanted.length === 1 ? '1 concern found.' : `${wanted.length} concerns found.`,
    )
    t.match(page.body, '<input type="search" id="q" name="q" value="police" dir="auto">')
    keptInTheAddress(t, theme, by, page)
    for (const format of ['feed.atom', 'feed.json', 'board.csv', 'board.json']) {
      const href = plain(
        page.body.match(new RegExp(`href="(/${format.replace('.', '\\.')}[^"]*)"`))![1]!,
      )
      t.match(href, /(?=.*theme=trust)(?=.*by=police)(?=.*q=police)/, format)
      const file = await resident.get(href)
      t.same(
        all
          .filter(
            (each) =>
              file.body.includes(`/entries/${each.slug}"`) ||
              file.body.includes(`/entries/${each.slug},`) ||
              file.body.includes(`/entries/${each.slug}<`),
          )
          .map((each) => each.slug)
          .toSorted(),
        wanted.map((each) => each.slug).toSorted(),
        `${format}: the same entries`,
      )
    }
  },
)

function keptInTheAddress(t: Test, theme: string, by: string, page: Answer) {
  for (const [name, code] of [
    ['theme', theme],
    ['by', by],
    ['order', 'waiting'],
  ] as const)
    t.match(
      page.body,
      new RegExp(`<select id="${name}"[\\s\\S]*?<option value="${code}" selected>`),
      name,
    )
  const links = [...page.body.matchAll(/<ul class="counts">([\s\S]*?)<\/ul>/g)].flatMap(
    ([, list]) =>
      [...list!.matchAll(/href="([^"]+)"/g)].map(
        ([, href]) => new URL(plain(href!), 'http://x').searchParams,
      ),
  )
  t.equal(links.length, 6)
  for (const params of links)
    t.strictSame(
      [params.get('theme'), params.get('by'), params.get('q'), params.get('order')],
      [theme, by, 'police', 'waiting'],
      'each number keeps the rest',
    )
}

t.test('each number on the board is as long as its list, whatever else is asked', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  for (const query of [
    '',
    '?q=police',
    '?theme=young-people',
    '?by=council&q=youth',
    '?area=church-street',
  ]) {
    const page = (await resident.get(`/${query}`)).body
    const counts = [
      ...(page.match(/<ul class="counts">([\s\S]*?)<\/ul>/)?.[1] ?? '').matchAll(
        /href="([^"]+)"[^>]*><b>(\d+)<\/b>/g,
      ),
    ].map(([, href, n]) => ({ href: plain(href!), n: Number(n) }))
    if (counts.length === 0) continue
    t.equal(
      counts[0]!.n,
      counts.slice(1).reduce((sum, each) => sum + each.n, 0),
      query,
    )
    for (const { href, n } of counts)
      t.equal(saids((await resident.get(href)).body).length, n, href)
  }
})

t.test(
  'a search that finds nothing says so in the searcher’s words, and one that comes close says that',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const none = (await resident.get('/?q=zzzzzz')).body
    t.match(none, 'Nothing here about “zzzzzz” yet.')
    t.same(saids(none), [])
    t.notMatch(
      (await resident.get('/?q=zzzzzz&order=waiting')).body,
      'id="in-order"',
      'and no heading over nothing',
    )
    const close = (await resident.get('/?q=polise')).body
    t.match(close, 'No word is quite like “polise”. These come close.')
    t.ok(saids(close).length > 0)
    const hostile = `"><script>alert('x')</script>&\u202etxet`
    for (const address of [
      `/?q=${encodeURIComponent(hostile)}`,
      `/ar?q=${encodeURIComponent(hostile)}`,
      `/?q=${encodeURIComponent(`police ${hostile}`)}`,
    ]) {
      const page = (await resident.get(address)).body
      t.notMatch(page, '<script>alert', address)
      t.match(page, '&quot;&gt;&lt;script&gt;', address)
    }
    t.equal((await resident.get('/?q=%ff%fe')).statusCode < 500, true)
    t.equal((await resident.get(`/?q=${'a'.repeat(5000)}`)).statusCode < 500, true)
    t.equal((await resident.get('/?q=%F0%9F%98%80')).statusCode, 200)
  },
)

t.test('R15: a publication is found at once, and what is withdrawn is not', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  const laptop = house.signIn(PEOPLE.coordinator)
  t.same(saids((await resident.get('/?q=zeppelin')).body), [])
  const concernId = Number(
    (
      await laptop.post('/desk/concerns', { text: 'A zeppelin is loud', originKind: 'phone' })
    ).headers
      .location!.split('/')
      .at(-1),
  )
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
  await laptop.post(`${path}/drafts`, {
    said: 'A zeppelin is loud.',
    did: 'There is no answer yet.',
    origin: 'Told to us',
    on: '',
    strength: '',
    worked: '',
    trail: 'January 2022: Told to us.',
    basedOn: draftOf(publication())!.id,
  })
  t.same(saids((await resident.get('/?q=zeppelin')).body), [], 'a draft is not found')
  await house
    .signIn(PEOPLE.approver)
    .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
  t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
  const { slug } = publication()
  t.same(saids((await resident.get('/?q=Zeppelins')).body), [slug ?? ''])
  t.same(saids((await resident.get('/so?q=zeppelin')).body), [slug ?? ''])
  await laptop.post(`${path}/withdrawal`, { ground: 'It was wrong.' })
  for (const address of ['/?q=zeppelin', '/so?q=zeppelin', '/?q=zepelin', '/feed.json?q=zeppelin'])
    t.notMatch((await resident.get(address)).body, 'zeppelin is loud', address)
})
