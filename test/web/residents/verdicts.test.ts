import t from 'tap'
import Database from 'better-sqlite3'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type House, type Visitor } from '../../support/house.ts'

const SLUG = '2021-q3-1'
const say = (who: Visitor, verdict: string, word = '', slug = SLUG) =>
  who.post(`/entries/${slug}/verdicts`, { verdict, word })
const publication = (house: House, slug = SLUG) =>
  house.store.publications.list().find((each) => each.kind === 'entry' && each.slug === slug)!
const version = (house: House, slug = SLUG) =>
  house.store.published.board().entries.find((each) => each.slug === slug)!.version
/** What is counted of the copy that is public now, less what the sample holds already. */
const counter = (house: House, slug = SLUG) => {
  const before = house.store.verdicts.count(slug, version(house, slug))
  return () =>
    Object.fromEntries(
      Object.entries(house.store.verdicts.count(slug, version(house, slug))).map(([verdict, n]) => [
        verdict,
        n - before[verdict as 'yes'],
      ]),
    )
}

t.test(
  'R20, R27: one tap answers, without a name, with a word where someone wants to add one',
  async (t) => {
    const house = await openHouse({ t })
    const counted = counter(house)
    const page = (await house.stranger().get(`/entries/${SLUG}`)).body
    for (const verdict of ['yes', 'little', 'no', 'unsure'])
      t.match(page, `name="verdict" value="${verdict}"`)
    const tapped = await say(house.stranger(), 'little')
    t.match(
      [tapped.statusCode, tapped.headers.location, tapped.headers['cache-control']],
      [303, `/entries/${SLUG}/thanks`, 'no-store'],
    )
    t.match((await house.stranger().get(`/entries/${SLUG}/thanks`)).body, 'Thank you')
    const arabic = await house
      .stranger()
      .post(`/ar/entries/${SLUG}/verdicts`, { verdict: 'yes', word: 'شكرا' })
    t.equal(arabic.headers.location, `/ar/entries/${SLUG}/thanks`)
    t.same(counted(), { yes: 1, little: 1, no: 0, unsure: 0 })
    t.ok(house.store.verdicts.words(SLUG).some((each) => each.word === 'شكرا'))
    t.equal(
      (await house.stranger().post(`/entries/${SLUG}/verdicts`, { verdict: 'yes' })).statusCode,
      303,
      'without a word at all',
    )
  },
)

t.test(
  'R22: a second tap the same day takes the place of the first, and not on another day or for another copy',
  async (t) => {
    const house = await openHouse({ t })
    const counted = counter(house)
    const phone = house.stranger()
    for (const verdict of ['no', 'no', 'yes', 'little']) await say(phone, verdict, `zq ${verdict}`)
    t.same(counted(), { yes: 0, little: 1, no: 0, unsure: 0 })
    t.same(
      house.store.verdicts
        .words(SLUG)
        .filter((each) => each.word.startsWith('zq'))
        .map((each) => each.word),
      ['zq little', 'zq yes', 'zq no', 'zq no'],
      'one answer, and no word is lost',
    )
    await say(phone, 'no', '', '2021-q3-2')
    t.same(counted(), { yes: 0, little: 1, no: 0, unsure: 0 }, 'another entry is another question')
    house.clock.pass({ days: 1 })
    await say(phone, 'yes')
    t.same(counted(), { yes: 1, little: 1, no: 0, unsure: 0 })

    const laptop = house.signIn(PEOPLE.coordinator)
    const concernId = Number(
      (
        await laptop.post('/desk/concerns', { text: 'The park is dark', originKind: 'phone' })
      ).headers
        .location!.split('/')
        .at(-1),
    )
    const path = String(
      (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
    )
    const made = () => house.store.publications.find(Number(path.split('/').at(-1)))!
    const publish = async (fields: Record<string, string>) => {
      await laptop.post(`${path}/drafts`, {
        said: 'The park is dark.',
        origin: 'Told to us',
        on: '',
        strength: '',
        worked: '',
        trail: 'January 2022: Told to us.',
        basedOn: String(draftOf(made())!.id),
        ...fields,
      })
      await house.signIn(PEOPLE.approver).post(`${path}/approval`, { draftId: draftOf(made())!.id })
      t.equal((await laptop.post(`${path}/publication`)).statusCode, 303)
    }
    await publish({ did: 'There is no answer yet. It goes to the next round table.' })
    const slug = made().slug!
    await say(phone, 'yes', '', slug)
    const first = version(house, slug)
    await publish({
      did: 'There is no answer yet. It goes to the round table in April.',
      changeKind: 'news',
    })
    t.not(version(house, slug), first)
    t.same(
      house.store.verdicts.count(slug, version(house, slug)),
      { yes: 0, little: 0, no: 0, unsure: 0 },
      'a new copy starts at nothing',
    )
    await say(phone, 'no', '', slug)
    t.same(house.store.verdicts.count(slug, version(house, slug)), {
      yes: 0,
      little: 0,
      no: 1,
      unsure: 0,
    })
    t.same(
      house.store.verdicts.count(slug, first),
      { yes: 1, little: 0, no: 0, unsure: 0 },
      'and takes nothing from the old one',
    )
  },
)

t.test(
  'R27: words are read by coordinators alone; counts stand beside the owner’s claim, and three who say no put it on the next agenda',
  async (t) => {
    const house = await openHouse({ t })
    const entry = publication(house)
    const action = house.store.actions
      .listUnfiltered()
      .find((each) => draftOf(entry)!.coversIds.includes(each.id) && each.depth !== 'named')!
    const agenda = async (who: Visitor) => (await who.get('/desk/round-tables/2022-q2/agenda')).body
    const laptop = house.signIn(PEOPLE.coordinator)
    const said = house.store.published.board().entries.find((each) => each.slug === SLUG)!
      .words.said
    const onIt = async (who: Visitor) =>
      (await agenda(who))
        .match(/Residents say it made no difference.*?<\/li>\s*<\/ul>/s)?.[0]
        .includes(said.slice(0, 20)) ?? false
    const yes = house.store.verdicts.count(SLUG, version(house)).yes
    for (let i = 0; i < 2 + yes; i++) await say(house.stranger(), 'no', `zqword ${i}`)
    if (yes === 0) t.notOk(await onIt(laptop), 'two are not several')
    await say(house.stranger(), 'no')
    t.ok(await onIt(laptop))
    t.ok(await onIt(house.signIn(PEOPLE.sergeant)), 'and everyone at the table sees that')
    for (const email of [PEOPLE.approver, PEOPLE.sergeant, PEOPLE.officer, PEOPLE.observer]) {
      const who = house.signIn(email)
      for (const path of [
        `/desk/actions/${action.id}`,
        `/desk/entries/${entry.id}`,
        '/desk',
        '/desk/round-tables/2022-q2/agenda',
        '/desk/journal',
      ])
        t.notMatch((await who.get(path)).body, 'zqword', `${email} at ${path}`)
      t.match(
        (await who.get(`/desk/actions/${action.id}`)).body,
        /What residents say of it.*data-label="No">\d/s,
        `${email} sees how many`,
      )
    }
    t.match((await laptop.get(`/desk/entries/${entry.id}`)).body, 'zqword 0')
    for (const path of [
      '/',
      `/entries/${SLUG}`,
      '/board.json',
      '/board.csv',
      '/feed.atom',
      '/feed.json',
      '/priorities.json',
      `/entries/${SLUG}/thanks`,
      '/?q=zqword',
    ])
      t.notMatch(
        (await house.stranger().get(path)).body
          .replace('value="zqword"', '')
          .replaceAll('“zqword”', ''),
        'zqword ',
        path,
      )
  },
)

t.test(
  'R23: what was withdrawn says so, what never was is not there, and a forged answer is refused',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const counted = counter(house)
    t.equal((await say(resident, 'yes', '', '2099-q1-1')).statusCode, 404)
    for (const forged of ['', 'YES', 'maybe', '1'])
      t.equal((await say(resident, forged)).statusCode, 400, `“${forged}”`)
    t.equal(
      (await resident.post(`/entries/${SLUG}/verdicts`, { verdict: ['yes', 'no'], word: '' }))
        .statusCode,
      400,
    )
    t.equal(
      (await resident.post(`/entries/${SLUG}/verdicts`, { verdict: 'yes', word: '', version: '1' }))
        .statusCode,
      400,
    )
    t.equal(
      (
        await resident.post(`/entries/${SLUG}/verdicts`, {
          verdict: 'yes',
          word: 'x'.repeat(300_000),
        })
      ).statusCode,
      413,
    )
    t.equal(
      (
        await resident.post(
          `/entries/${SLUG}/verdicts`,
          { verdict: 'yes', word: '' },
          { headers: { 'sec-fetch-site': 'cross-site' } },
        )
      ).statusCode,
      403,
    )
    const word = `${'w'.repeat(500)} <end>`
    const long = await say(resident, 'no', word)
    t.equal(long.statusCode, 422, 'what is too long is not cut in silence')
    t.match(long.body, `${'w'.repeat(500)} &lt;end&gt;</textarea>`)
    t.same(counted(), { yes: 0, little: 0, no: 0, unsure: 0 })
    for (let i = 0; i < 30; i++) await say(resident, 'yes')
    const stopped = await say(resident, 'no', 'My own words')
    t.match(
      [stopped.statusCode, stopped.body.includes('My own words</textarea>')],
      [429, true],
      'and nobody is told that it was counted when it was not',
    )
    t.same(counted(), { yes: 1, little: 0, no: 0, unsure: 0 })
    for (const [, href] of stopped.body.matchAll(/<a href="([^"#]*)"[^>]*hreflang/g))
      t.equal((await house.stranger().get(href!)).statusCode, 200, href!)

    await house
      .signIn(PEOPLE.coordinator)
      .post(`/desk/entries/${publication(house).id}/withdrawal`, { ground: 'It was wrong.' })
    for (const path of ['', '/ar']) {
      t.equal(
        (
          await house
            .stranger()
            .post(`${path}/entries/${SLUG}/verdicts`, { verdict: 'no', word: '' })
        ).statusCode,
        410,
      )
      t.equal((await house.stranger().get(`${path}/entries/${SLUG}/thanks`)).statusCode, 410)
      t.equal((await house.stranger().get(`${path}/entries/${SLUG}/verdicts`)).statusCode, 410)
    }
    t.notMatch(
      (await house.signIn(PEOPLE.coordinator).get('/desk')).body,
      'residents say that this made no difference. It stands on the next agenda: <a href="/desk/entries/' +
        publication(house).id,
    )
  },
)

t.test(
  'R24, R27: nothing on the disk says who answered, and nothing is asked of the browser',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    await resident.post(
      `/entries/${SLUG}/verdicts`,
      { verdict: 'no', word: '' },
      { headers: { 'user-agent': 'zqagent/1.0' } },
    )
    t.equal(resident.cookies.size, 0)
    const db = new Database(house.file, { readonly: true })
    t.teardown(() => db.close())
    t.same(
      Object.keys(
        db.prepare('select * from verdicts order by id desc limit 1').get() as object,
      ).toSorted(),
      ['id', 'on', 'replaces_id', 'slug', 'verdict', 'version', 'word'],
    )
  },
)
