import t from 'tap'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'
import { asked, foundIn } from './set-up.ts'

const looksOf = ({ store }: House): number =>
  store.journal.list(1, 1000).filter((each) => each.verb === 'looked at').length

t.test(
  'R20: whoever signs in searches all that they may know, from any page, without a script',
  async (t) => {
    const house = await openHouse({ t })
    const sergeant = house.signIn(PEOPLE.sergeant)
    t.match((await sergeant.get('/desk/actions')).body, /<form[^>]*action="\/desk\/search"/)
    const page = await sergeant.get(asked('stop search'))
    t.equal(page.statusCode, 200)
    const found = foundIn(page)
    t.match(found.concerns!.join('\n'), 'stop and search')
    t.match(page.body, /Raised at the July 2021 round table\. No answer yet\./, 'where it stands')

    t.match(foundIn(await sergeant.get(asked('1.6'))).actions![0], 'Ensure better engagement')
    t.same(foundIn(await sergeant.get(asked('2021-q3'))).tables, ['July 2021 round table'])
    t.match(foundIn(await sergeant.get(asked('church street sergeant'))).seats![0], 'Ward sergeant')
    t.ok(foundIn(await sergeant.get(asked('westminster'))).organisations)
    t.ok(foundIn(await sergeant.get(asked('tournament'))).events)
    t.match((await sergeant.get(asked('giraffe'))).body, 'Nothing has these words')
    t.notMatch((await sergeant.get('/desk/search')).body, 'Nothing has these words')
  },
)

t.test('what a table put down and decided is found, with the table it was said at', async (t) => {
  const house = await openHouse({ t })
  const coordinator = house.signIn(PEOPLE.coordinator)
  await coordinator.post('/desk/round-tables/2022-q1/lines', {
    text: 'd Meet at the libráry now',
    key: 'a-box-of-its-own-1',
    last: '',
    seen: '0',
    step: 'save',
  })
  await coordinator.post('/desk/round-tables/2022-q1/topics', { text: 'Parking at the library' })
  const { body } = await coordinator.get(asked('library'))
  t.match(body, 'Meet at the libráry now')
  t.match(body, 'Decided at the 27 January 2022 round table')
  t.match(body, 'Parking at the library')
  t.match(body, 'Put down for the')
})

t.test('a long list is capped, and says how many more there are', async (t) => {
  const house = await openHouse({ t })
  const coordinator = house.signIn(PEOPLE.coordinator)
  const before = house.store.concerns.listUnfiltered().length
  for (let i = 0; i < 40; i += 1)
    await coordinator.post('/desk/concerns', {
      text: `The lamp at crossing ${i} is out`,
      raisedOn: '2022-01-20',
      originKind: 'phone',
      depth: 'table',
    })
  t.equal(house.store.concerns.listUnfiltered().length, before + 40)
  const page = await coordinator.get(asked('lamp'))
  t.equal(foundIn(page).concerns!.length, 6)
  t.match(page.body, /and 34 more/)
  const all = await coordinator.get(`${asked('lamp')}&in=concerns`)
  t.equal(foundIn(all).concerns!.length, 40)
})

t.test(
  'R11: what is held in private is found by those on its list alone, and each look is written',
  async (t) => {
    const house = await openHouse({ t })
    const coordinator = house.signIn(PEOPLE.coordinator)
    const before = looksOf(house)
    const page = await coordinator.get(asked('specific family cases'))
    t.same(foundIn(page).actions, ['Held in private'], 'its words are on its own page alone')
    t.match(page.body, 'A family could be identified')
    t.match(page.body, 'This look is written down')
    t.equal(looksOf(house), before + 1)

    const observer = house.signIn(PEOPLE.observer)
    const none = await observer.get(asked('specific family cases'))
    t.same(foundIn(none), {})
    t.match(none.body, 'Nothing has these words')
    t.equal(looksOf(house), before + 1, 'nothing was looked at')

    house.store.journal.recordLook = () => {
      throw new Error('the disk is full')
    }
    const failed = await coordinator.get(asked('specific family cases'))
    t.equal(failed.statusCode, 500)
    t.notMatch(failed.body, 'Held in private', 'a look that cannot be written is not shown')
  },
)

t.test('R21: a search changes no record, and writes looks and nothing else', async (t) => {
  const house = await openHouse({ t })
  const coordinator = house.signIn(PEOPLE.coordinator)
  const lines = house.store.journal.count()
  await coordinator.get(asked('police'))
  await coordinator.get(asked('nothing of the kind'))
  const looks = house.store.journal.list(1, 1000).slice(0, house.store.journal.count() - lines)
  t.ok(looks.every((each) => each.verb === 'looked at'))
  const observer = house.signIn(PEOPLE.observer)
  const member = house.store.journal.count()
  await observer.get(asked('police'))
  t.equal(house.store.journal.count(), member)
})

t.test('R29: nothing of an erased person is found: no index keeps a second copy', async (t) => {
  const house = await openHouse({ t })
  const coordinator = house.signIn(PEOPLE.coordinator)
  t.ok(foundIn(await coordinator.get(asked('sergeant@met.example'))).people)
  const id = house.store.people.findByEmail(PEOPLE.sergeant)!.id
  await coordinator.post(`/desk/people/${id}/ending`)
  t.notOk(foundIn(await coordinator.get(asked('sergeant@met.example'))).people)
  const observer = house.signIn(PEOPLE.observer)
  t.notOk(
    foundIn(await observer.get(asked('coordinator@mosaic.example'))).people,
    'addresses are for those who keep them',
  )
})

t.test('an address with anything in it is answered', async (t) => {
  const house = await openHouse({ t })
  const observer = house.signIn(PEOPLE.observer)
  for (const q of ['<b>', '"', '%', '\\', "' OR 1=1 --", 'é'.repeat(3000), '\u0000', '🙂', '.'])
    t.equal((await observer.get(asked(q))).statusCode, 200, JSON.stringify(q.slice(0, 9)))
  // One letter that is many where it is folded: longer than a pattern of SQLite may be.
  for (const q of ['ﷺ'.repeat(1720), '%', 'a\u0000', '_'.repeat(3000)])
    for (const list of ['actions', 'concerns'])
      t.equal(
        (await observer.get(`/desk/${list}?q=${encodeURIComponent(q)}`)).statusCode,
        200,
        `${list}: ${JSON.stringify(q.slice(0, 9))}`,
      )
  t.equal((await observer.get('/desk/search?q=a&q=b&in=nothing')).statusCode, 200)
})
