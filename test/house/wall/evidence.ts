import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { openHouse, PEOPLE, type House, type Visitor } from '../../support/house.ts'
import { escaped } from './set-up.ts'

t.test(
  'R11, R15: the pages of an event, a leaflet and a programme are taken down at once, and the file with them, when what they tell of is held in private',
  async (t) => {
    const house = await openHouse({ t })
    const coordinator = house.signIn(PEOPLE.coordinator)
    const stranger = house.stranger()
    const {
      events: [event],
      leaflets: [leaflet],
      programmes: [programme],
    } = house.store.published.board()
    const of = (kind: string, slug: string) =>
      house.store.publications.list().find((each) => each.kind === kind && each.slug === slug)!
    const question = house.store.leaflets.listUnfiltered()[0]!.terms.at(-1)!.actionId!
    const pages = [
      [
        'events',
        event!.slug,
        `/desk/events/${of('event', event!.slug).eventId}/depth`,
        event!.words.name,
      ],
      ['leaflets', leaflet!.slug, `/desk/actions/${question}/depth`, leaflet!.words.title],
      [
        'programmes',
        programme!.slug,
        `/desk/programmes/${of('programme', programme!.slug).programmeId}/depth`,
        programme!.words.name,
      ],
    ] as const
    const file = `/leaflets/${leaflet!.slug}/en.pdf`
    t.equal((await stranger.get(file)).statusCode, 200)
    await isTakenDown(t, { house, coordinator, stranger, pages, file })
    const db = new Database(house.file, { readonly: true })
    t.teardown(() => db.close())
    t.equal(
      db.prepare('select count(*) from copy_files').pluck().get(),
      0,
      'the bytes are gone as well',
    )
    t.notOk(
      JSON.stringify(db.prepare('select * from copies').all()).includes(leaflet!.words.title),
      'and so are the words',
    )
  },
)

async function isTakenDown(
  t: Test,
  {
    house,
    coordinator,
    stranger,
    pages,
    file,
  }: {
    house: House
    coordinator: Visitor
    stranger: Visitor
    pages: readonly (readonly [string, string, string, string])[]
    file: string
  },
) {
  for (const [noun, slug, depth, name] of pages) {
    t.equal((await stranger.get(`/${noun}/${slug}`)).statusCode, 200)
    t.equal(
      (
        await coordinator.post(depth, {
          depth: 'named',
          ground: GROUNDS[0],
          list: [house.person(PEOPLE.coordinator).id],
        })
      ).statusCode,
      303,
      depth,
    )
    for (const prefix of ['', '/ar']) {
      t.equal(
        (await stranger.get(`${prefix}/${noun}/${slug}`)).statusCode,
        410,
        `${prefix}/${noun}/${slug}`,
      )
      for (const list of [
        `/${noun}`,
        '',
        '/sitemap.xml',
        '/feed.atom',
        '/feed.json',
        '/board.json',
        `/${noun}/${slug}`,
      ])
        t.notOk(
          (await stranger.get(prefix + list || '/')).body.includes(escaped(name)),
          `${name} is not on ${prefix}${list}`,
        )
    }
  }
  for (const prefix of ['', '/ar'])
    t.equal((await stranger.get(prefix + file)).statusCode, 410, `${prefix}${file}`)
}
