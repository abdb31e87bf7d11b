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
