import { kindOf } from '../../../../src/domain/publishing/kinds/kinds.ts'
import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { type Fields, openHouse } from '../../../support/house.ts'
import { hands, lastPart, read } from './set-up.ts'

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
    t.match(read(await resident.get(`/events/${slug}`)), /came 42\b/i)
    t.match(read(await resident.get('/events')), /came 42\b/i)
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
