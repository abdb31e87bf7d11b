import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { published } from './set-up.ts'

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
        .then((answer) => Number(answer.body.match(/<b>(\d+)<\/b> <span>concerns heard/)![1]))
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

t.test('R28: a draft that is begun and stopped takes no entry off the desk', async (t) => {
  const house = await openHouse({ t })
  const { laptop, concernId, write } = await published(house)
  await laptop.post(`/desk/concerns/${concernId}/actions`, {
    text: 'Ask for lights',
    leadId: String(house.person(PEOPLE.coordinator).organisationId),
  })
  const stale = async (): Promise<string> =>
    /<section[^>]*id="moved-list"[^]*?<\/section>/.exec((await laptop.get('/desk')).body)?.[0] ?? ''
  t.match(await stale(), 'The park is dark')
  t.notMatch(await stale(), 'A draft is begun')
  await write({ did: '' })
  const now = await stale()
  t.match(now, 'The park is dark', 'the board still says the old thing')
  t.match(now, /A draft is begun: by [^,]+, [^.]+\. What stops it: \w/)
  t.match(now, 'Say why there is a new copy')
})
