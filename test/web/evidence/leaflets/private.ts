import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type House, type Visitor } from '../../../support/house.ts'
import { FILE, hands, lastPart, PRIVATE, type Hands, type Told } from './set-up.ts'

t.test(
  'R11, R15: the question it answers becomes private: the page, the file and its translations are gone in the same moment',
  async (t) => {
    const house = await openHouse({ t })
    const { make, put, tell, question, laptop, manager } = hands(house)
    const id = await make({
      actionId: await question(),
      title: 'The zebra advice',
      answers: 'What may a zebra ask of an officer?',
    })
    await put(id, FILE)
    const told = await tell(id)
    const slug = await told.all({
      title: 'The zebra advice',
      answers: 'What may a zebra ask of an officer?',
    })
    const tongue = await translated(t, { house, id, slug, laptop, manager })
    const resident = house.stranger()
    t.match((await resident.get(`/ar/leaflets/${slug}`)).body, 'حمار')
    await laptop.post(`/desk/actions/${await question()}/depth`, {
      ...PRIVATE,
      list: house.person(PEOPLE.approver).id,
    })
    await isGoneForAll(t, { id, told, slug, tongue, resident, laptop })
    for (const who of [laptop, manager])
      t.equal(
        (await who.post('/desk/entries', { kind: 'leaflet', leafletId: id })).statusCode,
        who === laptop ? 404 : 403,
        'and cannot be told anew',
      )
  },
)

async function translated(
  t: Test,
  {
    house,
    id,
    slug,
    laptop,
    manager,
  }: { house: House; id: number; slug: string } & Pick<Hands, 'laptop' | 'manager'>,
) {
  const tongue = lastPart(
    await laptop.post('/desk/translations', { language: 'ar', kind: 'leaflet', slug }),
  )
  const pieces = house.store.publications.find(tongue)!
  t.equal(pieces.leafletId, id)
  const piecesOf = (draftOf(pieces)!.words as { pieces: { english: string }[] }).pieces
  await laptop.post(`/desk/entries/${tongue}/drafts`, {
    checked: 'yes',
    basedOn: draftOf(pieces)!.id,
    ...Object.fromEntries(
      piecesOf.flatMap((each, i) => [
        [`english-${i}`, each.english],
        [`piece-${i}`, each.english === '2' ? '2' : `حمار ${'ابجد'.slice(0, i + 1)}`],
      ]),
    ),
  })
  t.equal(
    (
      await manager.post(`/desk/entries/${tongue}/approval`, {
        draftId: draftOf(house.store.publications.find(tongue)!)!.id,
      })
    ).statusCode,
    303,
  )
  t.equal((await laptop.post(`/desk/entries/${tongue}/publication`)).statusCode, 303)
  return tongue
}

async function isGoneForAll(
  t: Test,
  {
    id,
    told,
    slug,
    tongue,
    resident,
    laptop,
  }: {
    id: number
    told: Told
    slug: string
    tongue: number
    resident: Visitor
    laptop: Hands['laptop']
  },
) {
  for (const path of [
    `/leaflets/${slug}`,
    `/leaflets/${slug}/en.pdf`,
    `/ar/leaflets/${slug}`,
    `/ar/leaflets/${slug}/en.pdf`,
  ])
    t.equal((await resident.get(path)).statusCode, 410, path)
  for (const path of [
    '/leaflets',
    '/ar/leaflets',
    '/sitemap.xml',
    '/',
    `/leaflets/${slug}`,
    '/board.json',
  ])
    t.notMatch((await resident.get(path)).body, /zebra|حمار/i, path)
  for (const path of [
    `/desk/leaflets/${id}`,
    `/desk/entries/${told.id}`,
    `/desk/entries/${tongue}`,
  ])
    t.equal((await laptop.get(path)).statusCode, 404, path)
  for (const path of [
    '/desk/entries',
    '/desk/leaflets',
    '/desk/translations?language=ar',
    '/desk',
    '/desk/journal',
    '/desk/events',
  ])
    t.notMatch((await laptop.get(path)).body, /zebra|حمار/i, path)
}

t.test(
  'R11, R15: a leaflet that is linked to a private question after it was told is taken down, and its words cannot be told elsewhere',
  async (t) => {
    const house = await openHouse({ t })
    const { make, put, tell, question, rewrite, manager, laptop } = hands(house)
    const hidden = await question()
    const id = await make()
    await put(id, FILE)
    const slug = await (await tell(id)).all()
    await laptop.post(`/desk/actions/${hidden}/depth`, {
      ...PRIVATE,
      list: [house.person(PEOPLE.coordinator).id],
    })
    t.equal((await house.stranger().get(`/leaflets/${slug}`)).statusCode, 200)
    await rewrite(id, { actionId: hidden })
    t.equal((await house.stranger().get(`/leaflets/${slug}/en.pdf`)).statusCode, 410)
    t.equal((await manager.get(`/desk/leaflets/${id}`)).statusCode, 404)
    const other = await make({ title: 'Another', answers: 'x' })
    const told = await tell(other)
    await told.save({
      title: 'Another one to hand out',
      answers: 'What can I ask an officer? Much.',
    })
    t.match((await told.page()).body, 'These words also stand in a matter held in private')
    t.equal((await told.approve()).statusCode, 422)
  },
)

t.test(
  'a leaflet that another has taken the place of is old advice: it leaves the list, its file is gone, and its page names the newest',
  async (t) => {
    const house = await openHouse({ t })
    const { make, put, tell, rewrite } = hands(house)
    const resident = house.stranger()
    const ids: number[] = []
    const slugs: string[] = []
    const publications: Awaited<ReturnType<typeof tell>>[] = []
    for (const title of ['The first advice', 'The second advice', 'The third advice']) {
      ids.push(await make({ title, ...(ids.length && { replacesId: ids.at(-1)! }) }))
      await put(ids.at(-1)!, FILE)
      publications.push(await tell(ids.at(-1)!))
      slugs.push(await publications.at(-1)!.all({ title }))
    }
    const list = (await resident.get('/leaflets')).body
    t.match(list, 'The third advice')
    t.notMatch(list, /The (first|second) advice/)
    for (const slug of slugs.slice(0, 2)) {
      t.match(
        (await resident.get(`/leaflets/${slug}`)).body,
        new RegExp(`/leaflets/${slugs[2]}">`),
        'the newest, and not the next',
      )
      t.equal((await resident.get(`/leaflets/${slug}/en.pdf`)).statusCode, 410)
      t.notMatch((await resident.get('/sitemap.xml')).body, `/leaflets/${slug}<`)
    }
    t.match(
      (await publications[2]!.page()).body,
      'The second advice',
      'whoever approves sees which one it takes the place of',
    )
    t.match(await rewrite(ids[0]!, { title: 'The first advice', replacesId: ids[2]! }), {
      statusCode: 422,
      body: /That one takes the place of this one/,
    })
    t.match(await rewrite(ids[0]!, { title: 'The first advice', replacesId: ids[0]! }), {
      statusCode: 422,
      body: /cannot take its own place/,
    })
    await publications[2]!.withdraw()
    t.match(
      (await resident.get('/leaflets')).body,
      'The second advice',
      'the newer one is withdrawn: the one before it counts again',
    )
    t.equal((await resident.get(`/leaflets/${slugs[1]}/en.pdf`)).statusCode, 200)
    // The record turns about: the first is now the newer one, while the old copy of the second
    // still says otherwise.
    for (const i of [1, 2])
      await rewrite(ids[i]!, { title: i === 1 ? 'The second advice' : 'The third advice' })
    t.equal(
      (await rewrite(ids[0]!, { title: 'The first advice', replacesId: ids[1]! })).statusCode,
      303,
    )
    await publications[0]!.all({ title: 'The first advice', changeKind: 'news' })
    const now = (await resident.get('/leaflets')).body
    t.match(now, 'The first advice', 'never is the newest gone with the older one')
    t.notMatch(now, 'The second advice')
  },
)
