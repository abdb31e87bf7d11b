import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'

t.test('concerns are joined and split, and both trails stay', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const add = async (text: string) =>
    Number(
      (await laptop.post('/desk/concerns', { text, originKind: 'stall' })).headers
        .location!.split('/')
        .at(-1),
    )
  const [one, two] = [await add('The stairs are dark'), await add('No light on the stairs')]
  await laptop.post(`/desk/concerns/${two}/merging`, { into: one })
  t.match((await laptop.get(`/desk/concerns/${two}`)).body, 'This was joined to')
  t.match((await laptop.get(`/desk/concerns/${one}`)).body, /Joined by.*No light on the stairs/s)
  await laptop.post(`/desk/concerns/${two}/actions`, { text: 'x' })
  const split = await laptop.post(`/desk/concerns/${one}/splitting`, { text: 'The lift is dark' })
  t.match(
    (await laptop.get(String(split.headers.location))).body,
    /Split from.*The stairs are dark/s,
  )
})

t.test(
  'R19: the partnership’s own words stand in one place, and guarded words are kept there',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post('/desk/settings/words', {
      communities: 'global majority residents',
      atRisk: 'Call 999',
    })
    t.match((await laptop.get('/desk/settings')).body, 'global majority residents')
    await laptop.post('/desk/settings/guarded-words', { word: 'Sample School' })
    t.match((await laptop.get('/desk/settings')).body, 'Sample School')
    await laptop.post('/desk/settings/labels', { kind: 'theme', name: 'Housing' })
    t.match((await laptop.get('/desk/concerns/new')).body, 'Housing')
  },
)

t.test('R22: a journal line and its change are one transaction', async (t) => {
  const house = await openHouse({ t })
  const before = house.store.concerns.listUnfiltered().length
  t.throws(() =>
    house.store.together(() => {
      house.store.concerns.record(
        {
          text: 'x',
          raisedOn: '2022-01',
          originKind: 'phone',
          originNote: null,
          themeId: null,
          areaId: null,
          depth: 'table',
          ground: null,
          list: [],
        },
        { roundTableId: null, splitFromId: null },
        { personId: 1, at: house.clock.at() },
      )
      throw new Error('killed')
    }),
  )
  t.equal(house.store.concerns.listUnfiltered().length, before)
})

t.test('an empty house says what to do first', async (t) => {
  const house = await openHouse({
    t,
    sample: false,
    prepare: (store) => {
      const by = { personId: null, at: '2022-01-01T00:00:00.000Z' }
      const organisationId = store.organisations.record(
        { code: 'charity', name: 'A charity', publicName: 'A charity', expected: true },
        by,
      )
      store.people.record(
        {
          name: 'Coordinator',
          email: PEOPLE.coordinator,
          role: 'coordinator',
          approves: true,
          organisationId,
        },
        by,
      )
    },
  })
  const laptop = house.signIn(PEOPLE.coordinator)
  t.match((await laptop.get('/desk')).body, 'Start here')
  for (const path of [
    '/desk/concerns',
    '/desk/actions',
    '/desk/round-tables',
    '/desk/entries',
    '/desk/people',
    '/desk/settings',
    '/desk/journal',
  ])
    t.equal((await laptop.get(path)).statusCode, 200, path)
  t.match((await house.stranger().get('/')).body, 'Nothing here yet')
})

t.test('the journal is read a page at a time, from the newest line to the first', async (t) => {
  const house = await openHouse({ t })
  const manager = house.signIn(PEOPLE.approver)
  const pages = Math.ceil(house.store.journal.count() / 100)
  t.ok(pages > 1)
  t.match(
    (await manager.get('/desk/journal')).body,
    new RegExp(`Page 1 of ${pages}[^]*?page=2">Older`),
  )
  const last = (await manager.get(`/desk/journal?page=${pages + 9}`)).body
  t.match(last, `Page ${pages} of ${pages}`)
  t.notMatch(last, 'Older')
})
