import t, { type Test } from 'tap'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type Fields, type House } from '../../support/house.ts'

const lastPart = (location: unknown): number =>
  Number(String(location).split('/').at(-1)!.split(/[?#]/)[0])

/** A coordinator who writes, and what is held from them by the sergeant alone. */
const hands = (t: Test, house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const [coordinator, sergeant] = [
    house.person(PEOPLE.coordinator).id,
    house.person(PEOPLE.sergeant).id,
  ]
  const does = async (path: string, fields: Fields = {}): Promise<number> => {
    const answer = await laptop.post(path, fields)
    t.equal(answer.statusCode, 303, `POST ${path}`)
    return lastPart(answer.headers.location)
  }
  const leaflet = { title: 'What is a search?', languages: ['en'], place: 'The library' }
  const programme = { name: 'The boxing club on the corner', aim: 'To learn together.' }
  const point = async (id: number, text: string): Promise<number> => {
    await does(`/desk/programmes/${id}/points`, { kind: 'opportunity', text })
    return house.store.programmes
      .listUnfiltered()
      .find((each) => each.id === id)!
      .points.at(-1)!.id
  }
  return {
    laptop,
    does,
    leaflet,
    programme,
    point,
    coordinator,
    sergeant,
    heldBy: (id: number) => ({ depth: 'named', ground: GROUNDS[0], list: [id] }),
  }
}

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
  'R11: a matter that is held in private cannot be found out by naming it beside one that is not',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, does, programme, point, heldBy, sergeant } = hands(t, house)
    const id = await does('/desk/programmes', programme)
    const chance = `/desk/programmes/${id}/points/${await point(id, 'Mend the lamps.')}`
    const concern = await does('/desk/concerns', { text: 'The park is dark', originKind: 'phone' })
    const action = house.store.actions
      .listUnfiltered()
      .find((each) => each.depth === 'table' && each.terms.at(-1)!.kind === 'one-off')!.id
    await does(`/desk/actions/${action}/depth`, heldBy(sergeant))
    const [held, missing] = [
      await laptop.post(`${chance}/steps`, { concernId: concern, actionId: action }),
      await laptop.post(`${chance}/steps`, { concernId: concern, actionId: 99_999 }),
    ]
    t.equal(held.statusCode, 422)
    t.equal(missing.statusCode, 422, 'R23: one that is not there is a clear refusal as well')
    t.equal(
      held.body.replaceAll(String(action), 'N').length,
      missing.body.replaceAll(String(action), 'N').replaceAll('99999', 'N').length,
      'and the two answers are alike',
    )
    t.same(
      house.store.programmes.listUnfiltered().find((each) => each.id === id)!.points[0]!.steps,
      [],
    )
  },
)

t.test(
  'R9, R11: public words of an opportunity that became a private matter are not there for who may not know of it, and new ones can be written without it',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, does, programme, point, heldBy, sergeant } = hands(t, house)
    const id = await does('/desk/programmes', { ...programme, depth: 'public' })
    const chance = await point(id, 'Help the family who moved in above the shop.')
    await point(id, 'Mend the lamps.')
    const publication = await does('/desk/entries', { kind: 'programme', programmeId: id })
    const observer = house.signIn(PEOPLE.observer)
    t.match((await observer.get(`/desk/entries/${publication}`)).body, /above the shop/)
    const concern = await does(`/desk/programmes/${id}/points/${chance}/concerns`)
    await does(`/desk/concerns/${concern}/depth`, heldBy(sergeant))
    for (const [who, visitor] of [
      ['an observer', observer],
      ['the coordinator', laptop],
    ] as const) {
      t.equal((await visitor.get(`/desk/entries/${publication}`)).statusCode, 404, who)
      for (const path of [
        '/desk/entries',
        `/desk/programmes/${id}`,
        '/desk/programmes',
        '/desk/upwards?depth=table',
      ]) {
        const { body } = await visitor.get(path)
        t.notMatch(body, /above the shop/, `${who}: ${path}`)
        t.notMatch(
          body,
          new RegExp(`href="/desk/entries/${publication}"`),
          `${who}: ${path} has no link that leads nowhere`,
        )
      }
    }
    t.match(
      (await house.signIn(PEOPLE.sergeant).get(`/desk/entries/${publication}`)).body,
      /above the shop/,
      'the one who may know reads it',
    )
    const anew = await does('/desk/entries', { kind: 'programme', programmeId: id })
    t.not(anew, publication)
    const page = await observer.get(`/desk/entries/${anew}`)
    t.match(page.body, /Mend the lamps/)
    t.notMatch(page.body, /above the shop/)
  },
)

t.test('R9, R11: a translation of an opportunity goes where the opportunity goes', async (t) => {
  const house = await openHouse({ t })
  const { laptop, does, heldBy, sergeant } = hands(t, house)
  const [{ slug, words }] = [house.store.published.board().programmes[0]!]
  const translation = await does('/desk/translations', { language: 'ar', kind: 'programme', slug })
  const original = house.store.publications
    .list()
    .find((each) => each.kind === 'programme' && each.slug === slug)!
  const point = house.store.programmes
    .listUnfiltered()
    .find((each) => each.id === original.programmeId)!
    .points.findLast((each) => each.kind === 'opportunity')!
  const said = words.opportunities.at(-1)!.words
  t.ok((await laptop.get(`/desk/entries/${translation}`)).body.includes(said))
  await does(`/desk/concerns/${point.steps[0]!.concernId!}/depth`, heldBy(sergeant))
  t.equal((await laptop.get(`/desk/entries/${translation}`)).statusCode, 404)
  t.equal((await house.stranger().get(`/programmes/${slug}`)).statusCode, 410)
  t.equal((await house.signIn(PEOPLE.sergeant).get(`/desk/entries/${translation}`)).statusCode, 200)
})

t.test(
  'R9: where a concern came from is not said any more once that programme, or that event, is held in private',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, does, programme, point, heldBy, sergeant } = hands(t, house)
    const id = await does('/desk/programmes', programme)
    const concern = await does(
      `/desk/programmes/${id}/points/${await point(id, 'Mend the lamps.')}/concerns`,
    )
    t.match((await laptop.get(`/desk/concerns/${concern}`)).body, /boxing club/)
    await does(`/desk/programmes/${id}/sessions`, { heldOn: '3/1/2022' })
    t.match((await laptop.get('/desk/sessions')).body, /boxing club/)
    await does(`/desk/programmes/${id}/depth`, heldBy(sergeant))
    for (const path of [
      `/desk/concerns/${concern}`,
      '/desk/concerns',
      '/desk',
      '/desk/sessions',
      '/desk/programmes',
      '/desk/entries',
      '/desk/journal',
      '/desk/upwards?depth=table',
      '/desk/upwards?depth=table&period=2022',
      '/desk/round-tables',
      '/desk/events',
    ]) {
      const page = await laptop.get(path)
      t.equal(page.statusCode, 200, path)
      t.notMatch(page.body, /boxing club/, path)
    }
    const publication = await does('/desk/entries', { kind: 'entry', concernId: concern })
    t.notMatch(
      JSON.stringify(house.store.publications.find(publication)),
      /boxing club/,
      'nor is an entry drafted with it',
    )
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
  'An observer’s name stands nowhere: who took part says so, and an observer changes nothing',
  async (t) => {
    const house = await openHouse({ t })
    const id = house.store.programmes.listUnfiltered()[0]!.id
    const observer = house.signIn(PEOPLE.observer)
    t.equal(
      (await observer.post(`/desk/programmes/${id}/alumni`, { agreed: 'yes' })).statusCode,
      403,
    )
    t.same(house.store.programmes.listUnfiltered()[0]!.alumniIds, [])
  },
)

t.test(
  'R5: an action can be taken out of the minutes whatever number a finding or an opportunity that is told has',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop } = hands(t, house)
    const open = house.store.roundTables
      .list()
      .find((table) => table.openedAt && !table.finishedAt)!
    await laptop.post(`/desk/round-tables/${open.slug}/actions`, { text: 'Written by mistake' })
    const action = house.store.actions.listUnfiltered().at(-1)!
    const { programmeId, drafts } = house.store.publications
      .list()
      .find((each) => each.kind === 'programme')!
    house.store.publications.record(
      { kind: 'programme', programmeId },
      drafts[0]!.words,
      [action.id],
      {
        personId: house.person(PEOPLE.coordinator).id,
        at: house.clock.at(),
      },
    )
    t.equal(
      (await laptop.post(`/desk/round-tables/${open.slug}/actions/${action.id}/taking-out`))
        .statusCode,
      303,
    )
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

t.test(
  'R9: the draft of an entry that tells of an action that is private by now is not there for who may not know of it, and a new one can be begun',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, does, heldBy, sergeant } = hands(t, house)
    const concern = await does('/desk/concerns', { text: 'The park is dark', originKind: 'phone' })
    await does(`/desk/concerns/${concern}/actions`, { text: 'Mend the lamps', kind: 'one-off' })
    const action = house.store.actions.listUnfiltered().at(-1)!.id
    const publication = await does('/desk/entries', { kind: 'entry', concernId: concern })
    const draft = house.store.publications.find(publication)!.drafts.at(-1)!
    await laptop.post(`/desk/entries/${publication}/drafts`, {
      said: 'The park is dark.',
      did: 'We asked the family by the gate.',
      [`action-${action}`]: 'Ask the family by the gate',
      basedOn: draft.id,
    })
    const observer = house.signIn(PEOPLE.observer)
    t.match((await observer.get(`/desk/entries/${publication}`)).body, /family by the gate/)
    await does(`/desk/actions/${action}/depth`, heldBy(sergeant))
    for (const [who, visitor] of [
      ['an observer', observer],
      ['the coordinator', laptop],
    ] as const) {
      t.equal((await visitor.get(`/desk/entries/${publication}`)).statusCode, 404, who)
      for (const path of ['/desk', '/desk/entries', `/desk/concerns/${concern}`]) {
        const { body } = await visitor.get(path)
        t.notMatch(body, /family by the gate/, `${who}: ${path}`)
        t.notMatch(
          body,
          new RegExp(`href="/desk/entries/${publication}"`),
          `${who}: ${path} has no link that leads nowhere`,
        )
      }
    }
    t.equal(
      (await house.signIn(PEOPLE.sergeant).get(`/desk/entries/${publication}`)).statusCode,
      200,
      'the one who may know reads it',
    )
    t.match(
      (await laptop.get('/desk/entries')).body,
      new RegExp(`name="concernId" value="${concern}"`),
      'R28: it is listed as not told yet',
    )
    const anew = await does('/desk/entries', { kind: 'entry', concernId: concern })
    t.not(anew, publication)
    t.notMatch((await laptop.get(`/desk/entries/${anew}`)).body, /family by the gate/)
  },
)
