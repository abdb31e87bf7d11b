import { kindOf } from '../../../src/domain/publishing/kinds/kinds.ts'
import t from 'tap'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { eventTermsOf } from '../../../src/domain/evidence/event.ts'
import { openHouse, PEOPLE, type Answer, type Fields, type House } from '../../support/house.ts'

const PRIVATE = { depth: 'named', ground: 'A family could be identified.' }
const lastPart = (answer: Answer): number =>
  Number(String(answer.headers.location).split('/').at(-1)!.split(/[?#]/)[0])
const read = (answer: Answer): string =>
  answer.body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ')
const KINDS = ['event', 'leaflet', 'programme'] as const

/** What a coordinator and an approver do to tell something. */
const hands = (house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const manager = house.signIn(PEOPLE.approver)
  const of = (id: number) => house.store.events.listUnfiltered([id])[0]!
  const write = async (fields: Fields = {}) =>
    lastPart(
      await laptop.post('/desk/events', {
        kind: 'stall',
        name: 'The zebra stall',
        heldOn: '20/1/2022',
        headCount: '42',
        ...fields,
      }),
    )
  const rewrite = (id: number, fields: Fields = {}) =>
    laptop.post(`/desk/events/${id}/terms`, {
      kind: 'stall',
      name: 'The zebra stall',
      heldOn: '20/1/2022',
      headCount: '42',
      basedOn: eventTermsOf(of(id)).id,
      ...fields,
    })
  const publication = (id: number, words: Fields) => {
    const now = () => house.store.publications.find(id)!
    const save = (fields: Fields = {}) =>
      laptop.post(`/desk/entries/${id}/drafts`, {
        ...words,
        basedOn: draftOf(now())!.id,
        ...fields,
      })
    const approve = () =>
      manager.post(`/desk/entries/${id}/approval`, { draftId: draftOf(now())!.id })
    const publish = () => laptop.post(`/desk/entries/${id}/publication`)
    const tell = async (fields: Fields = {}) => {
      await save(fields)
      await approve()
      const answer = await publish()
      house.clock.pass({ minutes: 1 })
      if (answer.statusCode !== 303) throw new Error(read(answer).slice(400, 2000))
      return now().slug!
    }
    return {
      id,
      now,
      save,
      approve,
      publish,
      tell,
      withdraw: () => laptop.post(`/desk/entries/${id}/withdrawal`, { ground: 'It was wrong.' }),
      page: () => laptop.get(`/desk/entries/${id}`),
    }
  }
  const event = async (eventId: number) =>
    publication(lastPart(await laptop.post('/desk/entries', { kind: 'event', eventId })), {
      name: 'The zebra stall',
      place: 'The square',
      told: 'We asked what matters.',
      strength: '',
      worked: '',
    })
  const entry = async (concernId: number) =>
    publication(lastPart(await laptop.post('/desk/entries', { kind: 'entry', concernId })), {
      said: 'The park is dark.',
      did: 'It goes to the next round table.',
      origin: 'Told to us',
      on: '',
      strength: '',
      worked: '',
      trail: '',
    })
  const concern = async (text = 'The park is dark') =>
    lastPart(await laptop.post('/desk/concerns', { text, originKind: 'phone' }))
  return { laptop, manager, of, write, rewrite, event, entry, concern, publication }
}

t.test(
  'R20, R24: the sample’s events, leaflets and programmes are read without a script or a cookie, in every language, and answer 304 and HEAD',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const board = house.store.published.board()
    const paths = [
      '/events',
      '/leaflets',
      '/programmes',
      ...board.events.map((each) => `/events/${each.slug}`),
      ...board.leaflets.map((each) => `/leaflets/${each.slug}`),
      ...board.programmes.map((each) => `/programmes/${each.slug}`),
    ]
    t.ok(paths.length >= 7)
    const sitemap = (await resident.get('/sitemap.xml')).body
    for (const path of paths) {
      for (const address of [path, `/ar${path}`]) {
        const page = await resident.get(address)
        t.match(
          page,
          {
            statusCode: 200,
            headers: { 'cache-control': 'public, max-age=30', 'set-cookie': undefined },
          },
          address,
        )
        t.notMatch(page.body, /<script|{stall-|undefined|\[object/, address)
        t.equal(
          (await resident.get(address, { headers: { 'if-none-match': String(page.headers.etag) } }))
            .statusCode,
          304,
          address,
        )
        t.match(await resident.head(address), { statusCode: 200, body: '' }, address)
      }
      t.match(sitemap, `${path}</loc>`)
    }
    for (const each of ['/events/none', '/leaflets/2021-q3-99', '/events/%2e%2e%2fdesk'])
      t.equal((await resident.get(each)).statusCode, 404, each)
    t.match((await resident.get('/robots.txt')).body, 'Sitemap:')
  },
)

t.test(
  'R2, R12: an event with no date is not told, and says where to give it one; none of the table’s own words are told by themselves',
  async (t) => {
    const house = await openHouse({ t })
    const { write, event, laptop, rewrite } = hands(house)
    const id = await write({
      heldOn: '',
      headCount: '',
      topics: 'Private talk of quaggas',
      tookAway: 'Quaggas again',
    })
    const told = await event(id)
    t.match(draftOf(told.now())!.words, { name: '', told: '', place: '', heldOn: null })
    await told.save()
    t.match((await told.page()).body, 'Say on the event’s own page when it was. A month will do')
    t.equal((await told.approve()).statusCode, 422)
    t.equal((await told.publish()).statusCode, 422)
    await rewrite(id, { heldOn: 'December 2021', headCount: '' })
    t.equal(
      (await told.approve()).statusCode,
      422,
      'R13: the words were saved before the date was known',
    )
    const slug = await told.tell()
    t.match(slug, /^2021-q4-\d+$/, 'quarter and number, and never words')
    const page = await house.stranger().get(`/events/${slug}`)
    t.match(read(page), /The zebra stall.*December 2021/)
    t.notMatch(page.body, /quagga/i)
    for (const [fields, field] of [
      [{ name: '' }, 'Give it a name'],
      [{ told: ' ' }, 'Say what happened'],
      [{ strength: 'counted' }, 'Say in one sentence'],
      [{ told: 'It was {stall-99.came} people.' }, 'is no number that we know'],
      [{ told: 'It was {}.' }, 'is no number that we know'],
    ] as const) {
      await told.save({ changeKind: 'news', ...fields })
      t.match((await told.page()).body, field)
      t.equal((await told.approve()).statusCode, 422, field)
    }
    const long = await told.save({ told: 'x'.repeat(1001), name: 'What was typed' })
    t.match(long, { statusCode: 422, body: /1000 characters at most/ })
    t.match(long.body, 'What was typed')
    t.equal((await told.save({ slug: 'x' })).statusCode, 400)
    t.equal((await told.save({ basedOn: 1 })).statusCode, 409, 'R23')
    for (const body of [
      { kind: 'event' },
      { kind: 'event', eventId: 9999 },
      { kind: 'leaflet', eventId: id },
      { kind: 'programme', programmeId: 9999 },
    ] as Fields[])
      t.equal((await laptop.post('/desk/entries', body)).statusCode, 404, JSON.stringify(body))
  },
)

t.test(
  'R17: how many came is a placeholder; once it cannot be told any more the desk says so, and the next copy is silent',
  async (t) => {
    const house = await openHouse({ t })
    const { write, event, rewrite, laptop } = hands(house)
    const id = await write()
    const told = await event(id)
    const slug = await told.tell()
    const resident = house.stranger()
    t.match(read(await resident.get(`/events/${slug}`)), /came: 42/i)
    t.match(read(await resident.get('/events')), /came: 42/i)
    await rewrite(id, { headCount: '8' })
    t.match(read(await laptop.get('/desk/entries')), /The zebra stall.{0,200}Moved on since/)
    await told.tell({ changeKind: 'correction', changeWords: 'The number was wrong.' })
    for (const path of [`/events/${slug}`, '/events'])
      t.notMatch(read(await resident.get(path)), /came: (42|8)\b/i, path)
    t.match((await resident.get(`/events/${slug}`)).body, 'The number was wrong.')
    const small = await event(await write({ name: 'A small one', headCount: '9' }))
    const where = await small.tell({ name: 'A small one' })
    t.notMatch(read(await resident.get(`/events/${where}`)), /\b9\b/)
    const typed = await small.save({ told: 'We met 42 women there.', changeKind: 'news' })
    t.equal(typed.statusCode, 303)
    t.equal((await small.approve()).statusCode, 422, 'a number that was typed is stopped')
  },
)

t.test(
  'R15: an entry that is withdrawn leaves the pages of events that name it, and one that is told joins them once they are told again',
  async (t) => {
    const house = await openHouse({ t })
    const { write, event, entry, concern, laptop } = hands(house)
    const id = await write()
    const concernId = await concern()
    await laptop.post(`/desk/events/${id}/links`, { concernIds: concernId })
    const told = await event(id)
    const slug = await told.tell()
    const resident = house.stranger()
    t.notMatch((await resident.get(`/events/${slug}`)).body, 'The park is dark.')
    const pair = await entry(concernId)
    const where = await pair.tell()
    t.match(read(await laptop.get('/desk/entries')), /The zebra stall.{0,200}Moved on since/)
    await told.tell({ changeKind: 'news' })
    t.match((await resident.get(`/events/${slug}`)).body, new RegExp(`/entries/${where}"`))
    t.match(
      (await resident.get(`/entries/${where}`)).body,
      `/events/${slug}`,
      'and the entry names the event',
    )
    await pair.withdraw()
    for (const path of [`/events/${slug}`, `/ar/events/${slug}`])
      t.notMatch(
        (await resident.get(path)).body,
        new RegExp(`The park is dark|/entries/${where}`),
        path,
      )
    const anew = await (await entry(concernId)).tell()
    t.not(anew, where)
    await told.withdraw()
    t.notMatch((await resident.get(`/entries/${anew}`)).body, `/events/${slug}`)
    t.equal((await resident.get(`/entries/${where}`)).statusCode, 410)
  },
)

t.test(
  'R15: each kind that is withdrawn answers 410 in every language and leaves every list, and what is told anew has another address',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop } = hands(house)
    const resident = house.stranger()
    for (const kind of KINDS) {
      const publication = house.store.publications
        .list()
        .find((each) => each.kind === kind && each.slug !== null)!
      const path = `/${kind}s/${publication.slug}`
      const words = draftOf(publication)!.words
      const title =
        words.kind === 'leaflet'
          ? words.title
          : words.kind === 'event' || words.kind === 'programme'
            ? words.name
            : ''
      t.match((await resident.get(`/${kind}s`)).body, title)
      t.equal(
        (await laptop.post(`/desk/entries/${publication.id}/withdrawal`, { ground: '' }))
          .statusCode,
        422,
      )
      t.equal(
        (
          await laptop.post(`/desk/entries/${publication.id}/withdrawal`, {
            ground: 'It was wrong.',
          })
        ).statusCode,
        303,
      )
      for (const address of [path, `/ar${path}`]) {
        const gone = await resident.get(address)
        t.equal(gone.statusCode, 410, address)
        t.notMatch(gone.body, title, 'never the old words')
      }
      t.match(
        read(await resident.get(path)),
        /27 January 2022.*It was wrong/,
        'its date and its ground',
      )
      for (const list of [
        `/${kind}s`,
        '/sitemap.xml',
        '/',
        '/feed.json',
        '/board.json',
        '/poster?quarter=all',
      ])
        t.notMatch((await resident.get(list)).body, new RegExp(`${path}\\b(?!-)`), list)
      t.notMatch((await resident.get(`/${kind}s`)).body, title)
      const subject: Fields = {
        event: { eventId: publication.eventId! },
        leaflet: { leafletId: publication.leafletId! },
        programme: { programmeId: publication.programmeId! },
      }[kind] as Fields
      const anew = await laptop.post('/desk/entries', { kind, ...subject })
      t.not(lastPart(anew), publication.id)
      t.equal(
        lastPart(await laptop.post('/desk/entries', { kind, ...subject })),
        lastPart(anew),
        'once',
      )
      t.equal(
        (await laptop.post(`/desk/entries/${publication.id}/publication`)).statusCode,
        422,
        'its address stays closed',
      )
    }
  },
)

t.test(
  'R11, R15: what an event hangs on becomes private, by any way: its page, its translations and every number of it are gone at once',
  async (t) => {
    for (const way of ['depth', 'link', 'concern']) {
      const house = await openHouse({ t })
      const { write, event, entry, concern, laptop, manager } = hands(house)
      const id = await write()
      const concernId = await concern('A matter of its own')
      if (way !== 'depth')
        await laptop.post(
          `/desk/concerns/${concernId}/depth`,
          way === 'link'
            ? { ...PRIVATE, list: house.person(PEOPLE.coordinator).id }
            : { depth: 'table' },
        )
      if (way === 'concern')
        await laptop.post(`/desk/events/${id}/links`, { concernIds: concernId })
      const told = await event(id)
      const slug = await told.tell()
      const other = await entry(await concern('Another matter'))
      const where = await other.tell({ did: `{stall-${id}.came} people came to a stall.` })
      const tongue = lastPart(
        await laptop.post('/desk/translations', { language: 'fr', kind: 'event', slug }),
      )
      const french = () => draftOf(house.store.publications.find(tongue)!)!
      t.match(french().words, { names: [] })
      const pieces = (french().words as { pieces: { english: string }[] }).pieces
      await laptop.post(`/desk/entries/${tongue}/drafts`, {
        checked: 'yes',
        basedOn: french().id,
        ...Object.fromEntries(
          pieces.flatMap((each, i) => [
            [`english-${i}`, each.english],
            [`piece-${i}`, `le mot${'a'.repeat(i + 1)}`],
          ]),
        ),
      })
      await manager.post(`/desk/entries/${tongue}/approval`, { draftId: french().id })
      t.equal((await laptop.post(`/desk/entries/${tongue}/publication`)).statusCode, 303)
      const resident = house.stranger()
      t.match((await resident.get(`/fr/events/${slug}`)).body, 'le mota')
      t.match((await resident.get('/sitemap.xml')).body, `/fr/events/${slug}<`)
      const list = { ...PRIVATE, list: house.person(PEOPLE.approver).id }
      if (way === 'depth') await laptop.post(`/desk/events/${id}/depth`, list)
      else if (way === 'link')
        await laptop.post(`/desk/events/${id}/links`, { concernIds: concernId })
      else await laptop.post(`/desk/concerns/${concernId}/depth`, list)
      for (const path of [`/events/${slug}`, `/fr/events/${slug}`, `/entries/${where}`])
        t.equal((await resident.get(path)).statusCode, 410, `${way}: ${path}`)
      for (const path of [
        '/events',
        '/fr/events',
        '/sitemap.xml',
        '/',
        '/board.json',
        '/feed.atom',
        `/events/${slug}`,
      ])
        t.notMatch((await resident.get(path)).body, /zebra|le mota/i, `${way}: ${path}`)
      t.notMatch((await resident.get('/sitemap.xml')).body, `/events/${slug}<`, way)
      if (way !== 'link')
        for (const path of [
          `/desk/entries/${told.id}`,
          `/desk/entries/${tongue}`,
          `/desk/events/${id}`,
        ])
          t.equal((await laptop.get(path)).statusCode, 404, `${way}: ${path}`)
      for (const path of [
        '/desk/entries',
        '/desk/translations?language=fr',
        '/desk',
        '/desk/journal',
      ])
        t.notMatch((await hands(house).manager.get(path)).body, /zebra|le mota/i, `${way}: ${path}`)
      t.not((await told.publish()).statusCode, 303, way)
      t.equal(
        (await laptop.post('/desk/entries', { kind: 'event', eventId: id })).statusCode,
        404,
        `${way}: nothing of it is begun anew`,
      )
    }
  },
)

t.test(
  'R15: a programme is translated piece by piece; once its English is put right the old sentence is used no more',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, manager, publication } = hands(house)
    const first = house.store.publications.list().find((each) => each.kind === 'programme')!
    const slug = first.slug!
    const tongue = lastPart(
      await laptop.post('/desk/translations', { language: 'fr', kind: 'programme', slug }),
    )
    const french = () => draftOf(house.store.publications.find(tongue)!)!
    const pieces = (french().words as { pieces: { english: string }[] }).pieces
    const numbersOf = (text: string): string => (text.match(/\d+/g) ?? []).join(' ')
    await laptop.post(`/desk/entries/${tongue}/drafts`, {
      checked: 'yes',
      basedOn: french().id,
      ...Object.fromEntries(
        pieces.flatMap((each, i) => [
          [`english-${i}`, each.english],
          [`piece-${i}`, `mot${'a'.repeat(i + 1)} ${numbersOf(each.english)}`],
        ]),
      ),
    })
    const approved = await manager.post(`/desk/entries/${tongue}/approval`, {
      draftId: french().id,
    })
    t.equal(approved.statusCode, 303)
    t.equal((await laptop.post(`/desk/entries/${tongue}/publication`)).statusCode, 303)
    const resident = house.stranger()
    const page = async () => (await resident.get(`/fr/programmes/${slug}`)).body
    t.match(await page(), /mota/)
    t.match((await resident.get('/fr/programmes')).body, /mota/)
    const { words, coversIds } = draftOf(first)!
    const typed = kindOf(words).typed(words, coversIds)
    const aimAt = pieces.findIndex((each) => each.english === typed.aim)
    t.match(await page(), `mot${'a'.repeat(aimAt + 1)} `.trim())
    const scheme = publication(first.id, typed)
    await scheme.tell({
      aim: 'They meet in pairs and learn to trust each other.',
      changeKind: 'correction',
      changeWords: 'The aim was wrong.',
    })
    t.match(await page(), 'They meet in pairs and learn to trust each other.')
    t.notMatch(await page(), new RegExp(`mot${'a'.repeat(aimAt + 1)}\\b`))
    t.match(
      read(await laptop.get('/desk/translations?language=fr')),
      /The English has changed|changed/i,
    )
    await scheme.tell({
      aim: 'They meet in pairs and learn to trust each other.',
      changeKind: 'privacy',
      changeGround: 'A family could be identified.',
    })
    t.notMatch(await page(), /mota/, 'for privacy the translation goes too')
    t.equal((await resident.get(`/fr/programmes/${slug}`)).statusCode, 200)
  },
)
