import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { type Fields, openHouse, PEOPLE, type Visitor, type House } from '../../../support/house.ts'
import { hands, lastPart, read, type Hands, type Told } from './set-up.ts'

const PRIVATE = { depth: 'named', ground: 'A family could be identified.' }
const KINDS = ['event', 'leaflet', 'programme'] as const

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
      await goneFromEveryList(t, { resident, kind, path, title })
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

async function goneFromEveryList(
  t: Test,
  { resident, kind, path, title }: { resident: Visitor; kind: string; path: string; title: string },
) {
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
}

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
      const tongue = await tellTranslated(t, house, slug, { laptop, manager })
      const resident = house.stranger()
      t.match((await resident.get(`/fr/events/${slug}`)).body, 'le mota')
      t.match((await resident.get('/sitemap.xml')).body, `/fr/events/${slug}<`)
      const list = { ...PRIVATE, list: house.person(PEOPLE.approver).id }
      if (way === 'depth') await laptop.post(`/desk/events/${id}/depth`, list)
      else if (way === 'link')
        await laptop.post(`/desk/events/${id}/links`, { concernIds: concernId })
      else await laptop.post(`/desk/concerns/${concernId}/depth`, list)
      await isNowhere(t, { way, house, id, told, slug, where, tongue, resident, laptop })
      t.not((await told.publish()).statusCode, 303, way)
      t.equal(
        (await laptop.post('/desk/entries', { kind: 'event', eventId: id })).statusCode,
        404,
        `${way}: nothing of it is begun anew`,
      )
    }
  },
)

async function tellTranslated(
  t: Test,
  house: House,
  slug: string,
  { laptop, manager }: Pick<Hands, 'laptop' | 'manager'>,
) {
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
  return tongue
}

async function isNowhere(
  t: Test,
  {
    way,
    house,
    id,
    told,
    slug,
    where,
    tongue,
    resident,
    laptop,
  }: {
    way: string
    house: House
    id: number
    told: Told
    slug: string
    where: string
    tongue: number
    resident: Visitor
    laptop: Hands['laptop']
  },
) {
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
  for (const path of ['/desk/entries', '/desk/translations?language=fr', '/desk', '/desk/journal'])
    t.notMatch((await hands(house).manager.get(path)).body, /zebra|le mota/i, `${way}: ${path}`)
}
