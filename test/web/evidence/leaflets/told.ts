import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { type Fields, openHouse, PEOPLE, type Visitor, type House } from '../../../support/house.ts'
import { FILE, hands, lastPart, NEWER, read, type Told } from './set-up.ts'

t.test(
  'R15, R24: the file is handed out with no cookie, as a file and nothing else, and is seen to be withdrawn in time',
  async (t) => {
    const house = await openHouse({ t })
    const { make, put, tell } = hands(house)
    const id = await make()
    await put(id, FILE)
    const told = await tell(id)
    const slug = await told.all()
    const resident = house.stranger()
    const path = `/leaflets/${slug}/en.pdf`
    const etag = await handedOut(t, { told, slug, resident, path })
    await told.withdraw()
    await seenToBeWithdrawn(t, { house, id, slug, resident, path, etag })
    const anew = await (await tell(id)).all()
    t.not(anew, slug, 'told anew it has another address')
    t.equal((await resident.get(path)).statusCode, 410)
    t.equal((await resident.get(`/leaflets/${anew}/en.pdf`)).statusCode, 200)
  },
)

async function handedOut(
  t: Test,
  {
    told,
    slug,
    resident,
    path,
  }: {
    told: Told
    slug: string
    resident: Visitor
    path: string
  },
) {
  const answer = await resident.get(path)
  t.match(answer, {
    statusCode: 200,
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(FILE.length),
      'cache-control': 'public, max-age=30',
      'content-disposition': `attachment; filename="leaflet-${slug}-en.pdf"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'set-cookie': undefined,
    },
  })
  const etag = String(answer.headers.etag)
  t.match(etag, /^"[0-9a-f]{32}"$/)
  for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
    t.match(await resident.get(path, { headers: { 'if-none-match': tag } }), {
      statusCode: 304,
      body: '',
      headers: { etag, 'cache-control': 'public, max-age=30' },
    })
  t.equal((await resident.get(path, { headers: { 'if-none-match': '"other"' } })).statusCode, 200)
  const head = await resident.head(path)
  t.match(head, {
    statusCode: 200,
    body: '',
    headers: { 'content-length': String(FILE.length), etag },
  })
  t.ok(
    (await resident.get(`/ar${path}`)).rawPayload.equals(FILE),
    'the same in every language of the page',
  )
  await nothingElseThere(t, { told, slug, resident, path })
  return etag
}

async function nothingElseThere(
  t: Test,
  {
    told,
    slug,
    resident,
    path,
  }: {
    told: Told
    slug: string
    resident: Visitor
    path: string
  },
) {
  for (const trick of [
    'so.pdf',
    'en.PDF',
    'en',
    'en.pdf.pdf',
    '..%2f..%2fdatabase.sqlite',
    '%2e%2e/en.pdf',
    'en.pdf%00',
    draftOf(told.publication())!.words.kind === 'leaflet'
      ? (draftOf(told.publication())!.words as { files: { hash: string }[] }).files[0]!.hash
      : '',
  ])
    t.ok([404, 400].includes((await resident.get(`/leaflets/${slug}/${trick}`)).statusCode), trick)
  t.equal((await resident.get('/leaflets/2099-q1-9/en.pdf')).statusCode, 404)
  t.equal((await resident.get(`/xx${path}`)).statusCode, 404)
  t.match((await resident.get('/sitemap.xml')).body, `/leaflets/${slug}<`)
}

async function seenToBeWithdrawn(
  t: Test,
  {
    house,
    id,
    slug,
    resident,
    path,
    etag,
  }: { house: House; id: number; slug: string; resident: Visitor; path: string; etag: string },
) {
  for (const gone of [
    path,
    `/leaflets/${slug}`,
    `/ar${path}`,
    `/ar/leaflets/${slug}`,
    `/leaflets/${slug}/so.pdf`,
  ])
    t.match(
      await resident.get(gone),
      { statusCode: 410, headers: { 'content-type': /html/ } },
      gone,
    )
  t.equal((await resident.get(path, { headers: { 'if-none-match': etag } })).statusCode, 410)
  t.equal((await resident.head(path)).statusCode, 410)
  t.notMatch((await resident.get('/sitemap.xml')).body, `/leaflets/${slug}`)
  t.notMatch((await resident.get('/leaflets')).body, 'What you can ask')
  t.notMatch((await resident.get(`/leaflets/${slug}`)).body, 'What you can', 'never the old words')
  t.equal(
    house.store.published.file(
      'leaflet',
      slug,
      house.store.leaflets.listUnfiltered().find((each) => each.id === id)!.files[0]!.hash,
    ),
    undefined,
    'nor the bytes',
  )
}

t.test(
  'R15: a correction for privacy takes the older file and the translations away with the older words',
  async (t) => {
    const house = await openHouse({ t })
    const { make, put, tell, of, laptop } = hands(house)
    const id = await make()
    await put(id, FILE)
    const told = await tell(id)
    const slug = await told.all()
    const old = of(id).files[0]!.hash
    await put(id, NEWER)
    await told.all({ changeKind: 'correction', changeWords: 'A word was wrong.' })
    t.equal(
      house.store.published.file('leaflet', slug, old),
      undefined,
      'a correction leaves no older file either',
    )
    t.match((await house.stranger().get(`/leaflets/${slug}`)).body, 'A word was wrong.')
    const tongue = lastPart(
      await laptop.post('/desk/translations', { language: 'ar', kind: 'leaflet', slug }),
    )
    t.match(
      (await laptop.get(`/desk/entries/${tongue}`)).body,
      /ar\.pdf|\/desk\/leaflets\/\d+\/files\/\d+/,
    )
    await put(id, FILE)
    await told.all({
      changeKind: 'privacy',
      changeGround: 'A family could be identified.',
      title: 'What you can say',
    })
    const resident = house.stranger()
    t.ok((await resident.get(`/leaflets/${slug}/en.pdf`)).rawPayload.equals(FILE))
    const page = (await resident.get(`/leaflets/${slug}`)).body
    t.notMatch(page, /A word was wrong|What you can ask/)
    t.match(page, 'A family could be identified.')
  },
)

t.test('R17: copies handed out are told in whole tens and nothing below ten', async (t) => {
  const house = await openHouse({ t })
  const { make, tell, laptop, of } = hands(house)
  const id = await make()
  const police = house.person(PEOPLE.sergeant).organisationId
  const handOut = (copies: string, fields: Fields = {}) =>
    laptop.post(`/desk/leaflets/${id}/handings`, {
      organisationId: police,
      toWhom: 'mothers',
      on: 'December 2021',
      copies,
      ...fields,
    })
  t.match(await handOut('4', { on: '20/5/2022', toWhom: '' }), {
    statusCode: 422,
    body: /Say to whom.*This lies ahead|This lies ahead.*Say to whom/s,
  })
  for (const copies of ['0', '-4', '4.5', '1e3', 'many'])
    t.equal((await handOut(copies)).statusCode, 422, copies)
  await handOut('9')
  const told = await tell(id)
  const slug = await told.all({ handed: 'The police handed it to mothers.' })
  const resident = house.stranger()
  t.notMatch(read(await resident.get(`/leaflets/${slug}`)), /\b9\b/)
  await handOut('37', { toWhom: 'fathers' })
  t.match(
    read(await resident.get(`/leaflets/${slug}`)),
    /^((?!\b(40|46|37)\b).)*$/s,
    'what is public is what was approved',
  )
  await told.all({ changeKind: 'news', handed: 'The police handed it to parents.' })
  const page = read(await resident.get(`/leaflets/${slug}`))
  t.match(page, /\b40\b/)
  t.notMatch(page, /\b(46|37|9)\b/)
  await laptop.post(`/desk/leaflets/${id}/handings/${of(id).handings.at(-1)!.id}/ending`)
  await told.all({ changeKind: 'news' })
  t.notMatch(read(await resident.get(`/leaflets/${slug}`)), /\b40\b/)
  const stopped = await told.save({
    handed: 'The police handed it to 9 mothers.',
    changeKind: 'news',
  })
  t.equal(stopped.statusCode, 303)
  t.equal(
    (await told.approve()).statusCode,
    422,
    'a number typed beside a word for people is stopped',
  )
})
