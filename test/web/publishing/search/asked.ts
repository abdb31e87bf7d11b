import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'

const saids = (body: string): string[] =>
  [...body.matchAll(/id="e-([\w-]+)-said"/g)].map(([, slug]) => slug!)
const others = (body: string): string =>
  body.match(/<div class="stack" id="other-ways">[\s\S]*?<\/div>/)?.[0] ?? ''

t.test(
  'what residents type is found, comes near, or is plainly not there with a way on',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const find = async (q: string) => (await resident.get(`/?q=${encodeURIComponent(q)}`)).body
    for (const q of [
      'mums',
      'kids',
      'antisocial',
      'ASB',
      'asb',
      'plainclothes',
      'plain clothes',
      'knief crime',
      'racism',
      'المرأة',
      'امراه',
      'النساء',
      'cops',
    ]) {
      const body = await find(q)
      t.ok(saids(body).length > 0, q)
      t.match(body, /<a href="\/"/, q)
    }
    t.match(await find('knief crime'), 'These come close')
    const lighting = await find('lighting')
    t.match(lighting, /No word is quite like “lighting”. These come close/, 'a different light')
    t.notMatch(lighting, 'We found nothing')
    t.notMatch(await find('workshops'), 'These come close', 'a plural is the word itself')
    t.match(await find('ASB'), 'anti-social behaviour')
    for (const q of ['%', 'giraffe', '***', '!!']) {
      const body = await find(q)
      t.same(saids(body), [], q)
      t.match(body, 'Nothing here about', q)
      t.match(others(body), /href="\/\?theme=/, `${q}: a theme to choose`)
      t.match(others(body), /href="\/\?area=/, `${q}: an area to choose`)
      t.match(body, 'href="/tell-us"', q)
    }
  },
)

t.test('R10: leaflets, events and round tables are found beside the concerns', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  const board = house.store.published.board()
  t.match(others((await resident.get('/?q=approached')).body), /href="\/leaflets\//)
  t.match(others((await resident.get('/?q=football')).body), /href="\/events\//)
  t.match(others((await resident.get('/?q=mentoring')).body), /href="\/programmes\//)
  t.ok(board.tables.length > 0)
  const leaflet = house.store.publications.list().find((each) => each.kind === 'leaflet')!
  await house
    .signIn(PEOPLE.coordinator)
    .post(`/desk/entries/${leaflet.id}/withdrawal`, { ground: 'It was wrong.' })
  t.notMatch((await resident.get('/?q=approached')).body, /href="\/leaflets\/\d/, 'R15')
})

t.test('R12: a postcode is answered without being kept or shown', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  for (const [asked, onward] of [
    ['/?q=NW8+8EG', '/?postcode=no#found'],
    ['/?q=w21ab', '/?postcode=no#found'],
    ['/ar?q=NW8+8EG', '/ar?postcode=no#found'],
    ['/?theme=trust&q=lights+NW8+8EG', '/?theme=trust&q=lights&postcode=no#found'],
  ] as const) {
    const sent = await resident.get(asked)
    t.equal(sent.statusCode, 303, asked)
    t.equal(sent.headers.location, onward, asked)
    t.equal(sent.headers['cache-control'], 'no-store')
    t.notMatch(sent.body, /8EG|w21ab/i)
  }
  const page = (await resident.get('/?postcode=no')).body
  t.match(page, 'We do not search by postcode')
  t.match(others(page), /href="\/\?area=church-street"/)
  t.match((await resident.get('/?q=W9')).body, 'We do not search by postcode')
})

t.test('the partnership keeps its own words that mean the same', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  t.same(saids((await resident.get('/?q=feds')).body), [])
  const laptop = house.signIn(PEOPLE.coordinator)
  const page = house.store.publications.list().find((each) => each.kind === 'partnership')!
  const path = `/desk/entries/${page.id}`
  const form = (await laptop.get(path)).body
  t.match(form, 'Words that mean the same, for the search')
  const { words, id } = page.drafts.at(-1)!
  const {
    kind: _kind,
    change: _change,
    sample: _sample,
    counts: _counts,
    ...typed
  } = words as unknown as Record<string, string>
  await laptop.post(`${path}/drafts`, {
    ...typed,
    alike: 'police, feds\nASB, antisocial',
    basedOn: String(id),
    changeKind: 'news',
    changeWords: '',
  })
  const draft = house.store.publications.find(page.id)!.drafts.at(-1)!
  t.not(draft.id, id)
  for (const { key, found } of house.store.sources.checks(house.store.publications.find(page.id)!))
    await laptop.post(`${path}/overrulings`, { key, found, reason: 'Names of public bodies' })
  await house.signIn(PEOPLE.approver).post(`${path}/approval`, { draftId: String(draft.id) })
  t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
  t.ok(saids((await resident.get('/?q=feds')).body).length > 0)
  t.same(saids((await resident.get('/?q=mums')).body), [], 'and no other list any more')
  t.notMatch((await resident.get('/about')).body, 'feds', 'which is shown to nobody')
})
