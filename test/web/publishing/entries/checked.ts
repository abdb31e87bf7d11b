import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { begun, published } from './set-up.ts'

t.test('R13: one changed character voids the approval', async (t) => {
  const house = await openHouse({ t })
  const { laptop, path, publication, write } = await begun(house)
  await write()
  const seen = draftOf(publication())!.id
  const manager = house.signIn(PEOPLE.approver)
  await manager.post(`${path}/approval`, { draftId: seen })
  await write({ did: 'There is no answer yet. It goes to the next round table!' })
  t.equal((await laptop.post(`${path}/publication`)).statusCode, 422)
  t.match(
    (await manager.post(`${path}/approval`, { draftId: seen })).body,
    'The words have changed since you read them',
  )
})

t.test(
  'R13: a partnership with one coordinator switches the second person off with a reason, and the journal keeps it',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, path, publication, write } = await begun(house)
    await write()
    t.equal(
      (await laptop.post('/desk/settings/approval', { alone: 'yes', reason: '' })).statusCode,
      422,
    )
    t.equal(
      (await laptop.post('/desk/settings/approval', { alone: 'yes', reason: 'There is only me' }))
        .statusCode,
      303,
    )
    t.equal(
      (await laptop.post(`${path}/approval`, { draftId: draftOf(publication())!.id })).statusCode,
      303,
    )
    t.ok(house.store.journal.list(1).some((line) => line.verb === 'approved alone'))
    t.ok(house.store.journal.list(1).some((line) => line.noun === 'setting alone'))
  },
)

t.test(
  'R12: what a check found is overruled with a reason, and a guarded word never',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, path, publication, write } = await begun(house)
    await write({
      did: 'There is no answer yet. 38 residents asked. Officer Placeholder came to Lantern Lane Youth Club.',
    })
    const page = (await laptop.get(path)).body
    for (const said of ['looks like a name', 'counts people', 'is a guarded word'])
      t.match(page, said)
    t.match(page, 'As the public will see it')
    t.equal(
      (
        await laptop.post(`${path}/overrulings`, {
          key: 'people',
          found: '38 residents',
          reason: '',
        })
      ).statusCode,
      422,
    )
    t.equal(
      (
        await laptop.post(`${path}/overrulings`, {
          key: 'people',
          found: '38 residents',
          reason: 'A count of all, and large',
        })
      ).statusCode,
      303,
    )
    t.match(
      (
        await laptop.post(`${path}/overrulings`, {
          key: 'guarded',
          found: 'Lantern Lane Youth Club',
          reason: 'Everyone knows it',
        })
      ).body,
      'cannot be overruled',
    )
    t.match(
      (
        await house
          .signIn(PEOPLE.approver)
          .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
      ).body,
      'Not yet:',
    )
  },
)

t.test(
  'R11: holding a concern or an action in private takes down what was told of it, at once',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, slug, concernId, path } = await published(house)
    await laptop.post(`/desk/concerns/${concernId}/depth`, {
      depth: 'named',
      ground: 'A family could be identified.',
      list: String(house.person(PEOPLE.sergeant).id),
    })
    t.equal((await house.stranger().get(`/entries/${slug}`)).statusCode, 410)
    t.equal((await laptop.get(path)).statusCode, 404, 'the coordinator is not on the list any more')
    t.notMatch((await laptop.get('/desk/entries')).body, 'The park is dark')
    const action = house.store.actions
      .listUnfiltered()
      .find((each) => each.terms[0]!.text.startsWith('Pop-up stalls'))!
    const told = house.store.published
      .board()
      .entries.find((each) => each.words.said.startsWith('People are hesitant'))!
    await laptop.post(`/desk/actions/${action.id}/depth`, {
      depth: 'named',
      ground: 'A person could be identified.',
      list: String(house.person(PEOPLE.coordinator).id),
    })
    t.equal((await house.stranger().get(`/entries/${told.slug}`)).statusCode, 410)
  },
)

t.test(
  'R13: an organisation that is named reads the words first and comments, without a veto',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, path, concernId, publication, write } = await begun(house)
    const police = house.store.organisations.list().find((each) => each.code === 'police')!
    await laptop.post(`/desk/concerns/${concernId}/actions`, {
      text: 'Patrol the park',
      leadId: police.id,
    })
    await write()
    const phone = house.signIn(PEOPLE.sergeant)
    t.match((await phone.get('/desk')).body, 'These words name your organisation')
    await phone.post(`${path}/comments`, { text: 'We would say it otherwise' })
    t.match((await laptop.get(path)).body, 'We would say it otherwise')
    t.equal(
      (
        await house
          .signIn(PEOPLE.approver)
          .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
      ).statusCode,
      303,
    )
    t.equal(
      (await house.signIn(PEOPLE.observer).post(`${path}/comments`, { text: 'x' })).statusCode,
      403,
    )
  },
)

t.test('R23: two people writing one entry get a conflict with both texts', async (t) => {
  const house = await openHouse({ t })
  const { publication, write } = await begun(house)
  const basedOn = String(draftOf(publication())!.id)
  await write({ basedOn, did: 'The first one’s words.' })
  const late = await write({ basedOn, did: 'The second one’s words.' })
  t.equal(late.statusCode, 409)
  t.match(late.body, 'The first one’s words.')
  t.match(late.body, 'The second one’s words.')
  t.match(JSON.stringify(draftOf(publication())!.words), 'The first one')
})

t.test(
  'R12: several alerts of one kind are set aside in one step, each recorded by itself, and the words go out',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, path, slug, publication, write } = await begun(house).then((entry) => ({
      ...entry,
      slug: () => entry.publication().slug,
    }))
    await write({
      did: 'There is no answer yet. Quillfeather, Zedmoor and Brambleton asked. Ring +44 (0)20 7946 0123 or 12 church street.',
    })
    const page = (await laptop.get(path)).body
    t.match(page, 'These look like names (3)')
    t.match(page, '“12 church street” looks like where someone lives')
    const setAside = (found: string | string[], reason: string, key = 'names') =>
      laptop.post(`${path}/overrulings`, { key, found, reason })
    t.match((await setAside([], 'They are places')).body, 'Tick what is right as it is')
    const unsaid = await setAside(['Quillfeather', 'Zedmoor'], '')
    t.equal(unsaid.statusCode, 422)
    t.match(unsaid.body, /value="Zedmoor"\s+checked/, 'R23: what was ticked stays ticked')
    await setAside(['Quillfeather', 'Zedmoor'], 'They are places')
    await setAside(['Quillfeather', 'Zedmoor'], 'They are places')
    t.same(
      publication().overrulings.map((each) => [each.key, each.found, each.reason]),
      ['Quillfeather', 'Zedmoor'].map((found) => ['names', found, 'They are places']),
      'R31: sent twice it counts once',
    )
    t.match((await laptop.get(path)).body, /Overruled[^]*“Zedmoor” looks like a name/)
    const manager = house.signIn(PEOPLE.approver)
    const approve = () => manager.post(`${path}/approval`, { draftId: draftOf(publication())!.id })
    t.equal((await approve()).statusCode, 422, 'the third name and the contacts are open')
    await write({ did: 'There is no answer yet. Quillfeather and Zedmoor asked.' })
    t.equal((await approve()).statusCode, 303)
    t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
    t.match((await house.stranger().get(`/entries/${slug()}`)).body, 'Quillfeather and Zedmoor')
  },
)

t.test('R12: a coordinator keeps the streets and places that everyone knows', async (t) => {
  const house = await openHouse({ t })
  const { laptop, path, write } = await begun(house)
  await write({ did: 'There is no answer yet. We look at Quillfeather.' })
  t.match((await laptop.get(path)).body, '“Quillfeather” looks like a name')
  await laptop.post('/desk/settings/words', {
    communities: '',
    atRisk: '',
    phrases: '',
    places: 'Quillfeather\nZedmoor Street',
    groups: '',
  })
  t.match((await laptop.get('/desk/settings')).body, 'Zedmoor Street')
  t.notMatch((await laptop.get(path)).body, 'looks like a name')
})

t.test('R12: a date in the words that is not the record’s is said before it is told', async (t) => {
  const house = await openHouse({ t })
  const { laptop, path, write } = await begun(house)
  await write({ on: '28 April 2021', did: 'There is no answer yet. We looked on 3 May.' })
  t.match((await laptop.get(path)).body, 'The words say 3 May. The record says 28 April 2021')
})
