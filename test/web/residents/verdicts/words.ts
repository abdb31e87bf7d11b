import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { type House, openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { counter, say, SLUG, version } from './set-up.ts'

const publication = (house: House, slug = SLUG) =>
  house.store.publications.list().find((each) => each.kind === 'entry' && each.slug === slug)!

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
        .match(/Residents say it is not solved.*?<\/li>\s*<\/ul>/s)?.[0]
        .includes(said.slice(0, 20)) ?? false
    const yes = house.store.verdicts.count(SLUG, 'difference', version(house)).yes
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
    await refuseForged(t, resident, counted)
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
          await house.stranger().post(`${path}/entries/${SLUG}/verdicts`, {
            question: 'difference',
            verdict: 'no',
            word: '',
          })
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

async function refuseForged(t: Test, resident: Visitor, counted: () => { [k: string]: number }) {
  t.equal((await say(resident, 'yes', '', '2099-q1-1')).statusCode, 404)
  for (const forged of ['', 'YES', 'maybe', '1'])
    t.equal((await say(resident, forged)).statusCode, 400, `“${forged}”`)
  t.equal(
    (
      await resident.post(`/entries/${SLUG}/verdicts`, {
        question: 'difference',
        verdict: ['yes', 'no'],
        word: '',
      })
    ).statusCode,
    400,
  )
  t.equal(
    (
      await resident.post(`/entries/${SLUG}/verdicts`, {
        question: 'difference',
        verdict: 'yes',
        word: '',
        version: '1',
      })
    ).statusCode,
    400,
  )
  t.equal(
    (
      await resident.post(`/entries/${SLUG}/verdicts`, {
        question: 'difference',
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
        { question: 'difference', verdict: 'yes', word: '' },
        { headers: { 'sec-fetch-site': 'cross-site' } },
      )
    ).statusCode,
    403,
  )
  const word = `${'w'.repeat(500)} <end>`
  const long = await say(resident, 'no', word)
  t.equal(long.statusCode, 422, 'what is too long is not cut in silence')
  t.match(long.body, /<title>There is a problem: Did this make/, 'the title begins with it (3.3.1)')
  t.match(long.body, `${'w'.repeat(500)} &lt;end&gt;</textarea>`)
  t.same(counted(), { yes: 0, little: 0, no: 0, unsure: 0 })
}

t.test(
  'what residents say stands with an action as long as an entry tells of it, though it was moved to another concern since',
  async (t) => {
    const house = await openHouse({ t })
    const { store, clock, person } = house
    const by = { personId: person(PEOPLE.coordinator).id, at: clock.at() }
    const entry = publication(house)
    const [id] = store.actions
      .listUnfiltered(draftOf(entry)!.coversIds)
      .filter((each) => each.depth !== 'named')
      .map((each) => each.id)
    await say(house.stranger(), 'no')
    const said = async () =>
      /What residents say of it/.test(
        (await house.signIn(PEOPLE.sergeant).get(`/desk/actions/${id!}`)).body,
      )
    t.ok(await said())
    const other = store.concerns
      .listUnfiltered()
      .find((each) => each.depth !== 'named' && each.id !== entry.concernId)!.id
    store.actions.recordPlace(id!, [other], by)
    t.ok(await said())
  },
)
