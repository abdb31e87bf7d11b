import t from 'tap'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { writeDown } from '../concerns/concerns/set-up.ts'

t.test(
  'R5, R11: what was decided is one list across tables, and what is held in private is in it for its own list alone',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    t.match((await laptop.get('/desk/round-tables')).body, 'href="/desk/decisions"')
    const mine = (await laptop.get('/desk/decisions')).body
    t.match(mine, /January 2022 round table[\s\S]*October 2021 round table[\s\S]*July 2021/)
    t.match(mine, 'Minutes agreed')
    const named = house.store.actions.listUnfiltered().filter((each) => each.depth === 'named')
    t.ok(named.length > 0)
    for (const action of named) {
      t.notMatch(mine, termsOf(action).text, 'its words are on its own page alone')
      t.match(mine, `/desk/actions/${action.id}"`)
    }
    const theirs = (await house.signIn(PEOPLE.observer).get('/desk/decisions')).body
    t.notMatch(theirs, 'Held in private')
    for (const action of named) t.notMatch(theirs, `/desk/actions/${action.id}"`)
    const count = (body: string) => Number(/(\d+) decisions?, the newest/.exec(body)![1])
    t.ok(count(theirs) < count(mine), 'R11: not even by count')
  },
)

t.test(
  'R11: what was decided of a concern is found by each of its themes, and by none where it is held in private',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const [one, two, three] = house.store.labels.list('theme').map((each) => each.id)
    const id = await writeDown(laptop, 'The lift is broken', {
      themeId: one!,
      furtherThemeIds: [two!],
    })
    house.store.roundTables.recordConcern(house.store.roundTables.find('2022-q1')!.id, id, {
      personId: house.person(PEOPLE.coordinator).id,
      at: house.clock.at(),
    })
    await laptop.post('/desk/round-tables/2022-q1/priorities', { concernId: id, choice: 'keep' })
    const found = async (theme: number) =>
      (await laptop.get(`/desk/decisions?theme=${theme}`)).body.includes('The lift is broken')
    t.same([await found(one!), await found(two!), await found(three!)], [true, true, false])
    const list = [house.person(PEOPLE.coordinator).id]
    await laptop.post(`/desk/concerns/${id}/depth`, { depth: 'named', ground: GROUNDS[0]!, list })
    const line = async (theme: number) =>
      (await laptop.get(`/desk/decisions?theme=${theme}`)).body.includes(`/desk/concerns/${id}"`)
    t.same([await line(one!), await line(two!)], [false, false])
  },
)

t.test('what was decided is found by table, theme, owner and words, page by page', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const find = async (query: string) => (await laptop.get(`/desk/decisions?${query}`)).body
  const july = await find('table=2021-q3')
  t.match(july, 'id="at-2021-q3"')
  t.notMatch(july, 'id="at-2021-q4"')
  const council = house.store.organisations.list().find((each) => each.code === 'council')!
  const owned = await find(`organisation=${council.id}`)
  t.match(owned, council.name)
  t.notMatch(owned, 'Minutes agreed')
  t.match(await find('q=stop-and-nothing'), /Nothing here\s*\. <a href="\/desk\/decisions">See all/)
  const { id } = house.store.roundTables.find('2022-q1')!
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  for (let i = 0; i < 101; i += 1)
    house.store.notes.record(
      { roundTableId: id, concernId: null, kind: 'decision', text: `Line ${i}`, unread: null },
      by,
    )
  const first = await find('')
  t.match(first, 'Line 100', 'a table is never divided')
  t.match(first, /They go back to the [^<]*January 2022 round table\./)
  t.match(first, 'href="/desk/decisions?from=2021-q4"')
  t.notMatch(first, 'id="at-2021-q4"')
  const older = await find('from=2021-q4')
  t.match(older, 'id="at-2021-q4"')
  t.match(older, 'id="at-2021-q3"')
  t.notMatch(older, 'id="at-2022-q1"')
  t.match(older, 'href="/desk/decisions">The newest')
  t.match(await find('from=nowhere'), 'id="at-2022-q1"')
})

t.test(
  'R4, R5, R11: what was decided has changed terms with their date, and what was dropped with its reason',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const open = '/desk/round-tables/2022-q1'
    const text = 'u 1.6 @wcc by June\nu 1.4 by March\nu 1.4 by April'
    await laptop.post(`${open}/lines`, { text, key: 'key-of-changes', last: '', seen: '0' })
    await laptop.post(`${open}/topics`, { text: 'The bus stop' })
    const { id } = house.store.agendas.allTopics().find((each) => each.text === 'The bus stop')!
    const said = { of: 'topic', id, outcome: 'dropped', reason: 'It was moved', from: 'finishing' }
    await laptop.post(`${open}/outcomes`, said)
    const held = house.store.actions.listUnfiltered().find(({ number }) => number === '1.5')!
    const { id: _id, at: _at, personId: _who, ...terms } = termsOf(held)
    house.store.actions.recordTerms(
      held.id,
      { ...terms, by: '2022-11', reason: 'Agreed at the round table' },
      { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() },
    )
    const { body } = await laptop.get('/desk/decisions?table=2022-q1')
    const words = body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    t.match(words, /Changed 1\.6 .*?Now has an owner\. The date was: no date agreed yet\./)
    t.match(words, /Westminster City Council June 2022/)
    t.match(words, /Changed 1\.4 .*?The date was: 14 January 2022\..*?April 2022/)
    t.notMatch(words, 'The date was: March 2022', 'once for one table')
    t.match(words, /Dropped The bus stop Why: It was moved/)
    t.notMatch(words, 'November 2022', 'R11: nothing of what is held in private')
    t.notMatch(words, termsOf(held).text)
  },
)
