import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { hands } from './set-up.ts'

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
  t.notOk((await laptop.get(`/desk/entries/${translation}`)).body.includes(said))
  t.equal((await house.stranger().get(`/programmes/${slug}`)).statusCode, 410)
  t.equal((await house.signIn(PEOPLE.sergeant).get(`/desk/entries/${translation}`)).statusCode, 200)
})

t.test(
  'R11: a programme that is held in private leaves the board, whichever of several it is',
  async (t) => {
    const house = await openHouse({ t })
    const { does, programme, heldBy, sergeant } = hands(t, house)
    const { store, clock } = house
    const by = { personId: house.person(PEOPLE.coordinator).id, at: clock.at() }
    const [first] = store.published.board().programmes
    const programmeId = await does('/desk/programmes', programme)
    const told = store.publications.find(
      store.publications.record(
        { kind: 'programme', concernId: null, roundTableId: null, year: null, programmeId },
        { ...first!.words, name: 'Evenings at the boxing club' },
        [],
        by,
      ),
    )!
    const slug = store.publications.recordPublication(told, draftOf(told)!, by)
    const reader = house.stranger()
    t.match((await reader.get(`/programmes/${slug}`)).body, /boxing club/)
    await does(`/desk/programmes/${programmeId}/depth`, heldBy(sergeant))
    t.equal((await reader.get(`/programmes/${slug}`)).statusCode, 410)
    for (const path of ['/', '/programmes', '/board.json'])
      t.notMatch((await reader.get(path)).body, /boxing club/, path)
    t.equal((await reader.get(`/programmes/${first!.slug}`)).statusCode, 200, 'and no other goes')
  },
)

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
