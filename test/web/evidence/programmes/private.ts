import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { hands, lastPart, PRIVATE, read, type Hands } from './set-up.ts'

t.test(
  'R9, R11: a programme held in private is nowhere for others, stands in no list by name, and each look is written down; widened again it is as before',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, begin, post, chance, point, page, hold, looks, of, WRITTEN } = hands(house)
    const id = await begin({
      name: 'Zebra scheme',
      aim: 'Zebra aim',
      agreement: 'Zebra agreement',
      support: 'Zebra support',
    })
    const first = await chance(id)
    const wanted = await point(id, 'outcome', 'Zebra outcome')
    await post(id, 'phases', { name: 'Zebra phase', pairings: '11' })
    await post(id, 'sessions', { heldOn: 'November 2020' })
    const session = house.store.unrecordedSessions.ofProgramme(id)[0]!.id
    await laptop.post(`/desk/sessions/${session}/count`, {
      headCount: '11',
      shared: 'Zebra words that they shared',
      agreed: 'yes',
      was: '',
    })
    const made = lastPart(await post(id, `points/${first}/concerns`))
    await hold(id)
    await nowhereForTheOthers(t, { house, id, first, made, laptop, post, page })
    t.equal(
      (await laptop.post(`/desk/sessions/${session}/count`, { headCount: '12', shared: '' }))
        .statusCode,
      404,
    )
    t.match(await post(id, 'sessions', { heldOn: 'May 2021' }), {
      statusCode: 422,
      body: /held in private/,
    })
    await everyLookIsWritten(t, id, wanted, { post, page, looks, WRITTEN })
    await wordsAreStopped(t, house, id, { laptop, post, point })
    await post(id, 'depth', { depth: 'table', list: house.person(PEOPLE.coordinator).id })
    t.match(of(id), { depth: 'table', ground: null, list: [] })
    t.equal((await page(id, house.signIn(PEOPLE.observer))).statusCode, 200)
    t.match((await house.signIn(PEOPLE.observer).get('/desk/sessions')).body, 'Zebra scheme')
  },
)

async function nowhereForTheOthers(
  t: Test,
  {
    house,
    id,
    first,
    made,
    laptop,
    post,
    page,
  }: { house: House; id: number; first: number; made: number } & Pick<
    Hands,
    'laptop' | 'post' | 'page'
  >,
) {
  for (const person of [PEOPLE.approver, PEOPLE.sergeant, PEOPLE.observer]) {
    const browser = house.signIn(person)
    t.equal((await page(id, browser)).statusCode, 404)
    for (const noun of [
      'points',
      'alumni',
      'terms',
      'depth',
      'sessions',
      `points/${first}/concerns`,
    ])
      t.equal(
        (await post(id, noun, { agreed: 'yes' }, browser)).statusCode,
        404,
        `${person} ${noun}`,
      )
    for (const path of [
      '/desk',
      '/desk/programmes',
      '/desk/sessions',
      '/desk/concerns',
      `/desk/concerns/${made}`,
      '/desk/journal',
      '/desk/upwards',
    ])
      t.notMatch(
        (await browser.get(path)).body,
        /zebra (scheme|aim|agreement|support|outcome|phase|words)/i,
        `${person} ${path}`,
      )
  }
  for (const path of [
    '/desk',
    '/desk/programmes',
    '/desk/sessions',
    '/desk/concerns',
    `/desk/concerns/${made}`,
  ])
    t.notMatch(
      (await laptop.get(path)).body,
      /zebra (scheme|aim|agreement|support|outcome|phase|words)/i,
      `R11: on no other page, not even for its own list: ${path}`,
    )
}

async function everyLookIsWritten(
  t: Test,
  id: number,
  wanted: number,
  { post, page, looks, WRITTEN }: Pick<Hands, 'post' | 'page' | 'looks' | 'WRITTEN'>,
) {
  for (const see of [
    () => page(id),
    () => post(id, 'points', { kind: 'outcome', text: '' }),
    () => post(id, `points/${wanted}/sights`, { strength: '' }),
    () => post(id, 'phases', { name: '' }),
    () => post(id, 'terms', { ...WRITTEN, basedOn: 1 }),
  ]) {
    const before = looks()
    t.match((await see()).body, /zebra scheme/i)
    t.equal(looks(), before + 1, 'each look is a line')
  }
  t.match(
    read(await page(id)),
    'Zebra words that they shared',
    'its sessions stand on its own page',
  )
  t.notMatch(/<title>.*<\/title>/.exec((await page(id)).body)![0], /zebra/i)
}

async function wordsAreStopped(
  t: Test,
  house: House,
  id: number,
  { laptop, post, point }: Pick<Hands, 'laptop' | 'post' | 'point'>,
) {
  const gone = await point(
    id,
    'learning',
    'Nobody here may ever repeat this sentence',
    'Zebra theme',
  )
  await post(id, `points/${gone}/ending`)
  const entry = async (did: string) => {
    const concernId = lastPart(
      await laptop.post('/desk/concerns', { text: `A matter ${did}`, originKind: 'phone' }),
    )
    const publicationId = lastPart(await laptop.post('/desk/entries', { kind: 'entry', concernId }))
    await laptop.post(`/desk/entries/${publicationId}/drafts`, {
      said: 'The park is dark.',
      did,
      origin: 'Told to us',
      on: '',
      strength: '',
      worked: '',
      trail: '',
      basedOn: draftOf(house.store.publications.find(publicationId)!)!.id,
    })
    return read(await laptop.get(`/desk/entries/${publicationId}`))
  }
  for (const words of [
    'They told us that nobody here may ever repeat this.',
    'We heard the zebra words that they shared.',
  ])
    t.match(await entry(words), 'also stand in a matter held in private', words)
}

t.test(
  'R11, R15: the public page of a programme goes at once when it, or what it tells of, is held in private',
  async (t) => {
    for (const way of ['programme', 'concern', 'action', 'linked'] as const) {
      const house = await openHouse({ t })
      const { laptop, me, of, privateConcern, post, hold } = hands(house)
      const publication = house.store.publications
        .list()
        .find((each) => each.kind === 'programme' && each.releases.length > 0 && each.slug)!
      const address = `/programmes/${publication.slug!}`
      const id = publication.programmeId!
      t.equal((await house.stranger().get(address)).statusCode, 200, way)
      const point = of(id).points.find(
        (each) =>
          each.kind === 'opportunity' &&
          each.steps.some((step) => step.concernId !== null) &&
          draftOf(publication)!.coversIds.includes(each.id),
      )!
      if (way === 'programme') await hold(id)
      else if (way === 'concern')
        await laptop.post(`/desk/concerns/${point.steps[0]!.concernId!}/depth`, {
          ...PRIVATE,
          list: me,
        })
      else if (way === 'action') {
        const made = lastPart(await post(id, `points/${point.id}/actions`, { leadId: '', by: '' }))
        await laptop.post(`/desk/actions/${made}/depth`, { ...PRIVATE, list: me })
      } else await post(id, `points/${point.id}/steps`, { concernId: await privateConcern() })
      t.equal((await house.stranger().get(address)).statusCode, 410, way)
      for (const path of ['/programmes', '/sitemap.xml', '/board.json', '/feed.json'])
        t.notMatch((await house.stranger().get(path)).body, address, `${way}: ${path}`)
      t.match(house.store.programmes.listUnfiltered().length, Number)
    }
  },
)

t.test(
  'R9: what comes of a private programme is as private as that, for its own list',
  async (t) => {
    const house = await openHouse({ t })
    const { begin, post, chance, me, of, page, looks } = hands(house)
    const id = await begin({ ...PRIVATE, list: [me, house.person(PEOPLE.approver).id] })
    const [first, second] = [await chance(id), await chance(id, 'Another private chance')]
    const concern = lastPart(await post(id, `points/${first}/concerns`))
    const action = lastPart(
      await post(id, `points/${second}/actions`, {
        leadId: house.person(PEOPLE.sergeant).organisationId,
        by: '',
      }),
    )
    t.match(house.store.concerns.listUnfiltered([concern])[0], {
      depth: 'named',
      ground: PRIVATE.ground,
      list: of(id).list,
    })
    t.match(house.store.actions.listUnfiltered([action])[0], {
      depth: 'named',
      ground: PRIVATE.ground,
      list: of(id).list,
    })
    for (const path of [`/desk/concerns/${concern}`, `/desk/actions/${action}`])
      t.equal((await house.signIn(PEOPLE.sergeant).get(path)).statusCode, 404)
    const before = looks()
    t.notMatch((await page(id)).body, /zebra|Another private chance/i)
    t.equal(looks(), before + 1)
  },
)
