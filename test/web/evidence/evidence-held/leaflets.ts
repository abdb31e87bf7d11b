import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { hands, lastPart } from './set-up.ts'

t.test(
  'R11: who may not know of a leaflet is not told its title, whatever leaflet they write down',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, does, leaflet, heldBy, sergeant } = hands(t, house)
    const question = house.store.actions
      .listUnfiltered()
      .findLast((each) => each.terms.at(-1)!.kind === 'question' && each.depth === 'table')!.id
    const [old, secret] = [
      await does('/desk/leaflets', leaflet),
      await does('/desk/leaflets', {
        ...leaflet,
        title: 'The family on the third floor',
        actionId: question,
      }),
    ]
    await does(`/desk/leaflets/${secret}/terms`, {
      ...leaflet,
      title: 'The family on the third floor',
      actionId: question,
      replacesId: old,
      basedOn: house.store.leaflets
        .listUnfiltered()
        .find((each) => each.id === secret)!
        .terms.at(-1)!.id,
    })
    t.match(
      (await laptop.post('/desk/leaflets', { ...leaflet, title: 'Another', replacesId: old })).body,
      /The family on the third floor” takes its place already/,
      'who may know of it is told',
    )
    await does(`/desk/actions/${question}/depth`, heldBy(sergeant))
    const answer = await laptop.post('/desk/leaflets', {
      ...leaflet,
      title: 'Another',
      replacesId: old,
    })
    t.equal(answer.statusCode, 303)
    for (const path of [
      '/desk/leaflets',
      `/desk/leaflets/${old}`,
      `/desk/leaflets/${lastPart(answer.headers.location)}`,
      '/desk/leaflets/new',
      '/desk/upwards?depth=table&period=2022',
      '/desk/entries',
      '/desk/translations?language=ar',
      '/desk/journal',
    ]) {
      const page = await laptop.get(path)
      t.equal(page.statusCode, 200, path)
      t.notMatch(page.body, /third floor/, path)
    }
    t.equal((await laptop.get(`/desk/leaflets/${secret}`)).statusCode, 404)
  },
)

t.test(
  'R11: what is handed upwards does not tell by a gap that a leaflet was replaced in private',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, does, leaflet, heldBy, sergeant } = hands(t, house)
    const question = house.store.actions
      .listUnfiltered()
      .findLast((each) => each.terms.at(-1)!.kind === 'question' && each.depth === 'table')!.id
    const old = await does('/desk/leaflets', leaflet)
    await does(`/desk/leaflets/${old}/handings`, {
      organisationId: 1,
      toWhom: 'mothers',
      on: '3/1/2022',
      copies: '30',
    })
    await does('/desk/leaflets', {
      ...leaflet,
      title: 'Another',
      replacesId: old,
      actionId: question,
    })
    t.notMatch(
      (await laptop.get('/desk/upwards?depth=table&period=2022')).body,
      /What is a search/,
      'it is not current while its successor is known',
    )
    await does(`/desk/actions/${question}/depth`, heldBy(sergeant))
    t.match((await laptop.get('/desk/upwards?depth=table&period=2022')).body, /What is a search/)
  },
)

t.test(
  'R11: public words that repeat a private leaflet are stopped, and taken down where they stand',
  async (t) => {
    const house = await openHouse({ t })
    const { does, heldBy, sergeant } = hands(t, house)
    const [{ slug, words }] = [house.store.published.board().leaflets[0]!]
    const question = house.store.leaflets.listUnfiltered()[0]!.terms.at(-1)!.actionId!
    const entry = house.store.published.board().entries[0]!
    const publication = house.store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.slug === entry.slug)!
    house.store.publications.recordDraft(
      publication.id,
      { ...entry.words, did: `We handed out “${words.title}”.` },
      draftOf(publication)!.coversIds,
      { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() },
    )
    const found = () =>
      house.store.sources
        .checks(house.store.publications.find(publication.id)!)
        .filter((each) => each.key === 'named')
    t.same(
      found().filter((each) => each.verdict === 'stopped'),
      [],
    )
    await does(`/desk/actions/${question}/depth`, heldBy(sergeant))
    t.equal(
      found().filter((each) => each.verdict === 'stopped').length,
      1,
      'its title is a private one now',
    )
    t.equal((await house.stranger().get(`/leaflets/${slug}`)).statusCode, 410)
    t.equal((await house.stranger().get(`/leaflets/${slug}/en.pdf`)).statusCode, 410)
  },
)

t.test(
  'R12, R13: the preview of a leaflet leads to the very files that would be published',
  async (t) => {
    const house = await openHouse({ t })
    const publication = house.store.publications.list().find((each) => each.kind === 'leaflet')!
    const manager = house.signIn(PEOPLE.approver)
    const page = await manager.get(`/desk/entries/${publication.id}`)
    t.notMatch(page.body, /leaflets\/preview/)
    const link = page.body.match(/href="(\/desk\/leaflets\/\d+\/files\/\d+)"/)?.[1]
    t.ok(link, 'a link to the file')
    t.match(String((await manager.get(link!)).headers['content-type']), 'application/pdf')
  },
)
