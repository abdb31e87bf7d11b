import t from 'tap'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'
import { draftOf } from '../../../src/domain/publishing/publication.ts'

/** A concern raised by phone, and its first draft. */
const begun = async (house: House, text = 'The park is dark in the evening') => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const concernId = Number(
    (await laptop.post('/desk/concerns', { text, originKind: 'phone' })).headers
      .location!.split('/')
      .at(-1),
  )
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  const id = Number(path.split('/').at(-1))
  const publication = () => house.store.publications.find(id)!
  const write = (fields: Record<string, string> = {}) =>
    laptop.post(`${path}/drafts`, {
      said: 'The park is dark in the evening.',
      did: 'There is no answer yet. It goes to the next round table.',
      origin: 'Told to us',
      on: '',
      strength: '',
      worked: '',
      trail: 'January 2022: Told to us.',
      basedOn: String(draftOf(publication())!.id),
      ...fields,
    })
  return { laptop, concernId, id, path, publication, write }
}

const published = async (house: House) => {
  const entry = await begun(house)
  await entry.write()
  await house
    .signIn(PEOPLE.approver)
    .post(`${entry.path}/approval`, { draftId: draftOf(entry.publication())!.id })
  await entry.laptop.post(`${entry.path}/publication`)
  return { ...entry, slug: entry.publication().slug! }
}

t.test(
  'R28: an entry is told at every standing, beginning with heard, and a new copy follows the record',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const { laptop, path, slug, concernId, publication, write } = await published(house)
    t.equal(slug, '2022-q1-1')
    t.match((await resident.get('/')).body, 'The park is dark in the evening.')
    t.match((await resident.get(`/entries/${slug}`)).body, 'No answer yet')
    await laptop.post(`/desk/concerns/${concernId}/actions`, {
      text: 'Ask for lights',
      leadId: String(house.person(PEOPLE.coordinator).organisationId),
    })
    const action = house.store.actions.listUnfiltered().at(-1)!
    await laptop.post(`/desk/actions/${action.id}/updates`, {
      status: 'under-way',
      text: 'Asked the council',
      waitingFor: '',
      on: '',
    })
    t.match((await laptop.get('/desk')).body, 'The board tells of yesterday')
    t.match(
      (await resident.get(`/entries/${slug}`)).body,
      'No answer yet',
      'the board shows the last published copy',
    )
    await write({
      did: 'Mosaic has asked the council for lights.',
      changeKind: 'news',
      [`action-${action.id}`]: 'Ask for lights',
    })
    t.equal((await laptop.post(`${path}/publication`)).statusCode, 422, 'R13: not without approval')
    t.equal(
      (await laptop.post(`${path}/approval`, { draftId: draftOf(publication())!.id })).statusCode,
      403,
      'R13: the writer does not approve',
    )
    await house
      .signIn(PEOPLE.approver)
      .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
    t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
    const now = (await resident.get(`/entries/${slug}`)).body
    t.match(now, 'We are doing')
    t.match(now, /<\/time>: No answer yet/, 'and says what was told before, and when')
  },
)

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
  'R15: a correction shows its date and what changed; one for privacy shows the ground and leaves no old words',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, path, slug, publication, write } = await published(house)
    const manager = house.signIn(PEOPLE.approver)
    const resident = house.stranger()
    const publishNow = async () => {
      await manager.post(`${path}/approval`, { draftId: draftOf(publication())!.id })
      t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
    }
    await write({
      did: 'There is no answer yet. The next table is in April.',
      changeKind: 'correction',
      changeWords: 'We had not said when the next table is.',
    })
    await publishNow()
    t.match(
      (await resident.get(`/entries/${slug}`)).body,
      /Corrected on.*27 January 2022.*We had not said when/s,
    )
    await write({
      said: 'A place is dark in the evening.',
      changeKind: 'privacy',
      changeGround: 'A person could be identified.',
    })
    await publishNow()
    const page = (await resident.get(`/entries/${slug}`)).body
    t.match(page, 'A person could be identified.')
    t.notMatch(page, 'The park')
    const rows = house.store.publications.find(publication().id)!.releases.length
    t.equal(rows, 3)
  },
)

t.test(
  'R15: a withdrawn entry answers 410 with date and ground, and is gone from everywhere',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, path, slug } = await published(house)
    const resident = house.stranger()
    const heard = () =>
      resident
        .get('/')
        .then((answer) => Number(answer.body.match(/<b>(\d+)<\/b> concerns heard/)![1]))
    const before = await heard()
    t.equal((await laptop.post(`${path}/withdrawal`, { ground: '' })).statusCode, 422)
    await laptop.post(`${path}/withdrawal`, { ground: 'To protect someone’s privacy.' })
    const gone = await resident.get(`/entries/${slug}`)
    t.equal(gone.statusCode, 410)
    t.match(gone.body, /27 January 2022.*To protect someone’s privacy\./s)
    t.notMatch(gone.body, 'The park')
    t.match(gone.headers['cache-control'], 'max-age=30')
    t.equal(await heard(), before - 1)
    t.notMatch((await resident.get('/?q=park')).body, 'The park is dark')
    t.equal((await laptop.post(`${path}/publication`)).statusCode, 422, 'its address stays closed')
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
  'R6, R11: a round table’s public page goes the same way, with gaps and no private words',
  async (t) => {
    const house = await openHouse({ t })
    const page = (await house.stranger().get('/round-tables/2021-q3')).body
    t.match(page, /Item \d+: held in private\. A family could be identified\./)
    t.match(page, /Item \d+: held in private\. A place or a group could be harmed\./)
    t.notMatch(page, 'family cases')
    t.notMatch(page, 'clubs')
    t.match((await house.stranger().get('/')).body, 'In 2021, 2 matters were held in private')
  },
)

t.test(
  'R1: each concern counts once: joining two that are both told takes one down as told twice',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, concernId, slug } = await published(house)
    const into = house.store.published
      .board()
      .entries.find((each) => each.words.said.startsWith('There is anti-social'))!
    const intoId = house.store.publications
      .list()
      .find((each) => each.slug === into.slug && each.kind === 'entry')!.concernId!
    await laptop.post(`/desk/concerns/${concernId}/merging`, { into: intoId })
    t.match((await house.stranger().get(`/entries/${slug}`)).body, 'It was told twice.')
    t.equal((await house.stranger().get(`/entries/${into.slug}`)).statusCode, 200)
  },
)
