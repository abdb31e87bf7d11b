import t from 'tap'
import Database from 'better-sqlite3'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'

const SAID = 'Food was amazing and literally gone within seconds.'
const WHERE = [
  '/',
  '/feed.atom',
  '/feed.json',
  '/board.json',
  '/poster?quarter=all',
  '/ar',
  '/ar/feed.json',
  '/so/poster?quarter=all',
]
const quoteOf = (house: House) => house.store.quotes.list().find((each) => each.words === SAID)!
const entryOf = (house: House) =>
  house.store.publications.findFor({ kind: 'entry', concernId: quoteOf(house).concernId })!
const publicationOf = (house: House) =>
  house.store.publications.list().find((each) => each.quoteId === quoteOf(house).id)!
const tells = (body: string): boolean => /Food was amazing|كان الطعام رائعاً|Cuntadu aad/.test(body)
const FORM = {
  words: 'We feel safer at the bus stop now.',
  role: 'a mother',
  use: 'the board and posters',
  until: '31/12/2022',
}

t.test(
  'R18: someone’s own words stand beside their entry, with a role and never a name, on the page, the feeds and the poster',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const page = await resident.get(`/entries/${entryOf(house).slug}`)
    t.match(
      page.body,
      /<figure class="quote">.*Someone said:.*A note of thanks.*<blockquote>.*gone within seconds/s,
    )
    for (const path of WHERE) t.ok(tells((await resident.get(path)).body), path)
    t.match(
      (await resident.get('/ar')).body,
      /قال أحدهم:[^“]*\(مترجَم آلياً\)[^“]*“كان الطعام رائعاً/,
      'in the language of the page, marked as a machine’s draft',
    )
  },
)

t.test(
  'R18: withdrawing the consent takes it from everywhere in one step, and its words from the desk',
  async (t) => {
    const house = await openHouse({ t })
    const coordinator = house.signIn(PEOPLE.coordinator)
    const { id, concernId } = quoteOf(house)
    const { slug } = entryOf(house)
    const publication = publicationOf(house).id
    t.equal((await coordinator.post(`/desk/quotes/${id}/withdrawal`)).statusCode, 303)
    const resident = house.stranger()
    for (const path of [...WHERE, `/entries/${slug}`])
      t.notOk(tells((await resident.get(path)).body), path)
    t.match((await resident.get(`/entries/${slug}`)).body, 'played football', 'the entry stays')
    const db = new Database(house.file, { readonly: true })
    t.teardown(() => db.close())
    for (const table of ['quotes', 'drafts', 'copies', 'overrulings', 'comments']) {
      const rows = db
        .prepare(`select * from ${table}`)
        .all()
        .filter((row) => JSON.stringify(row).includes('Food was amazing'))
      t.same(rows, [], `nothing is left in ${table}`)
    }
    t.match(
      (await coordinator.get(`/desk/concerns/${concernId}/quotes`)).body,
      'The consent was withdrawn on 27 January 2022',
    )
    t.equal((await coordinator.get(`/desk/entries/${publication}`)).statusCode, 200)
    t.equal((await coordinator.post(`/desk/quotes/${id}/withdrawal`)).statusCode, 422, 'once')
    t.match(
      house.store.journal.history('quote', id).map((line) => line.verb),
      ['wrote down', 'withdrew the consent for'],
    )
  },
)

t.test(
  'R18: after its last day it is not shown any more, and the desk asked in time',
  async (t) => {
    const house = await openHouse({ t })
    const { slug } = entryOf(house)
    t.notMatch(
      (await house.signIn(PEOPLE.coordinator).get('/desk')).body,
      'Quotes and photos whose consent runs out',
    )
    house.clock.moveTo('2022-12-31T23:30:00.000Z')
    t.match(
      (await house.signIn(PEOPLE.coordinator).get('/desk')).body,
      /Quotes and photos whose consent runs out.*gone within seconds/s,
    )
    t.ok(tells((await house.stranger().get(`/entries/${slug}`)).body), 'its last day')
    house.clock.moveTo('2023-01-01T00:30:00.000Z')
    for (const path of [...WHERE, `/entries/${slug}`])
      t.notOk(tells((await house.stranger().get(path)).body), path)
    t.notMatch((await house.signIn(PEOPLE.officer).get('/desk')).body, 'Food was amazing')
  },
)

t.test(
  'R12, R13, R18: a new quote is checked, approved by someone else and published like an entry; a guarded word stops it',
  async (t) => {
    const house = await openHouse({ t })
    const coordinator = house.signIn(PEOPLE.coordinator)
    const { concernId } = quoteOf(house)
    const path = `/desk/concerns/${concernId}/quotes`
    const askedById = house.person(PEOPLE.coordinator).id
    const wrong = await coordinator.post(path, {
      ...FORM,
      role: '',
      askedById: '',
      until: 'December',
    })
    t.equal(wrong.statusCode, 422)
    for (const field of ['role', 'askedById', 'until'])
      t.match(wrong.body, `href="#quote-${field}"`)
    t.match(wrong.body, FORM.words, 'R23: what was typed is still there')
    const to = String((await coordinator.post(path, { ...FORM, askedById })).headers.location)
    t.match(to, /^\/desk\/entries\/\d+$/)
    const publication = () => house.store.publications.find(Number(to.split('/').at(-1)))!
    t.notOk((await house.stranger().get('/')).body.includes('bus stop'))
    t.match((await coordinator.get(to)).body, 'nobody changes them')
    t.equal(
      (await coordinator.post(`${to}/drafts`, { basedOn: publication().drafts.at(-1)!.id }))
        .statusCode,
      422,
      'nobody puts words into their mouth',
    )
    t.equal(publication().drafts.length, 1)
    t.equal(
      (await coordinator.post(`${to}/publication`)).statusCode,
      422,
      'not before it is approved',
    )
    t.equal(
      (await coordinator.post(`${to}/approval`, { draftId: publication().drafts.at(-1)!.id }))
        .statusCode,
      403,
      'nor by its writer',
    )
    t.equal(
      (
        await house
          .signIn(PEOPLE.approver)
          .post(`${to}/approval`, { draftId: publication().drafts.at(-1)!.id })
      ).statusCode,
      303,
    )
    t.equal((await coordinator.post(`${to}/publication`)).statusCode, 303)
    t.match((await house.stranger().get('/')).body, /Someone said:.*a mother.*bus stop/s)
    const guarded = String(
      (
        await coordinator.post(path, {
          ...FORM,
          words: 'It was at Lantern Lane Youth Club.',
          askedById,
        })
      ).headers.location,
    )
    t.match((await coordinator.get(guarded)).body, 'is a guarded word')
  },
)

t.test(
  'R11, R18: a concern without an entry has no quotes, and one that becomes private takes its quotes down with it',
  async (t) => {
    const house = await openHouse({ t })
    const coordinator = house.signIn(PEOPLE.coordinator)
    const { concernId } = quoteOf(house)
    const bare = house.store.concerns
      .listUnfiltered()
      .find(
        (each) =>
          each.depth !== 'named' &&
          !house.store.publications.findFor({ kind: 'entry', concernId: each.id })?.slug,
      )!
    t.match(
      (await coordinator.get(`/desk/concerns/${bare.id}/quotes`)).body,
      'Publish the entry first',
    )
    t.equal(
      (
        await coordinator.post(`/desk/concerns/${bare.id}/quotes`, {
          ...FORM,
          askedById: house.person(PEOPLE.coordinator).id,
        })
      ).statusCode,
      422,
    )
    await coordinator.post(`/desk/concerns/${concernId}/depth`, {
      depth: 'named',
      ground: 'A family could be identified.',
      list: [house.person(PEOPLE.coordinator).id],
    })
    for (const path of WHERE) t.notOk(tells((await house.stranger().get(path)).body), path)
  },
)

t.test(
  'R18: what runs out is on the desk whatever depth its concern has, and R12: words that were quoted stay out of other public words once their concern is private',
  async (t) => {
    const house = await openHouse({ t })
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    const { concernId } = quoteOf(house)
    house.store.concerns.recordDepth(concernId, { depth: 'public', ground: null, list: [] }, by)
    house.clock.moveTo('2022-12-20T10:00:00.000Z')
    t.match(
      (await house.signIn(PEOPLE.coordinator).get('/desk')).body,
      'Quotes and photos whose consent runs out',
    )
    house.store.concerns.recordDepth(
      concernId,
      { depth: 'named', ground: 'A family could be identified.', list: [by.personId] },
      by,
    )
    t.notMatch(
      (await house.signIn(PEOPLE.coordinator).get('/desk')).body,
      'Quotes and photos whose consent runs out',
    )
    const laptop = house.signIn(PEOPLE.coordinator)
    const other = house.store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.slug && each.concernId !== concernId)!
    const { id, drafts } = house.store.publications.find(other.id)!
    const words = drafts.at(-1)!.words as { kind: 'entry' } & (typeof drafts)[number]['words']
    house.store.publications.recordDraft(
      id,
      { ...words, said: SAID } as typeof words,
      drafts.at(-1)!.coversIds,
      by,
    )
    t.match(
      (await laptop.get(`/desk/entries/${id}`)).body,
      'also stand in a matter held in private',
    )
  },
)

t.test('R15: what people said goes with the entry that it stands beside', async (t) => {
  const house = await openHouse({ t })
  const at = `/desk/entries/${entryOf(house).id}/withdrawal`
  await house.signIn(PEOPLE.coordinator).post(at, { ground: 'It was wrong.' })
  for (const path of WHERE) t.notOk(tells((await house.stranger().get(path)).body), path)
  t.ok(publicationOf(house).withdrawal)
})
