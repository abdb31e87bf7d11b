import t from 'tap'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { agreeNow, PATH, rows, settle, start } from '../owner-letters/set-up.ts'

/** Every row that there is, but for looks and sessions: what a GET may not touch (R21). */
const written = (house: House): string =>
  JSON.stringify([
    house.store.letters.recent(1_000),
    house.store.notices.waiting(),
    house.store.letters.recent(1_000).flatMap((row) => house.store.notices.inLetter(row.id)),
    house.store.journal.lastId(),
  ])

t.test(
  'R21: a coordinator sees each letter as it will look before it goes, and looking changes nothing',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const [row] = rows(house, PEOPLE.sergeant)
    const before = written(house)
    const page = await laptop.get(`${PATH}/${row!.id}`)
    t.match(page.body, /Mosaic Community Trust, round table/)
    t.match(
      page.body,
      /This is from the round table of Mosaic Community Trust, for the Ward sergeant/,
    )
    t.match(page.headers['content-security-policy'], /frame-src 'self'/)
    const letter = await laptop.get(`${PATH}/${row!.id}/html`)
    t.match(letter.body, 'only-in-the-letter', 'the link in it leads nowhere')
    t.match(letter.headers['content-security-policy'], /sandbox/)
    t.equal((await house.stranger().get('/report/only-in-the-letter')).statusCode, 404)
    t.equal(written(house), before)
    for (const email of [PEOPLE.sergeant, PEOPLE.observer])
      t.equal((await house.signIn(email).get(`${PATH}/${row!.id}`)).statusCode, 403)
  },
)

t.test(
  'R21: one of each kind is there to be opened from the start, marked as an example, and with one press it comes to oneself, once',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const { body } = await laptop.get(`${PATH}/kinds`)
    const kinds = [...new Set(body.match(/\/desk\/letters\/kinds\/[\w-]+/g))]
    t.ok(kinds.length > 20, `${kinds.length} kinds`)
    const before = written(house)
    for (const kind of kinds) {
      const page = await laptop.get(kind)
      t.equal(page.statusCode, 200, kind)
      t.match(page.body, 'This is an example of a letter')
      t.match((await laptop.get(`${kind}/html`)).body, 'This is an example of a letter')
    }
    t.equal(written(house), before)
    house.letters.length = 0
    const once = await laptop.get(`${kinds[0]}`)
    const key = once.body.match(/name="once" value="([^"]+)"/)![1]!
    for (let i = 0; i < 3; i++)
      t.equal((await laptop.post(`${kinds[0]}/copy`, { once: key })).statusCode, 303)
    await settle()
    t.same(
      house.letters.map((letter) => letter.to),
      [PEOPLE.coordinator],
      'R31: sent three times, it comes once',
    )
    t.match(house.letters[0]!.subject, '(example)')
    t.equal((await laptop.get(`${PATH}/kinds/nothing`)).statusCode, 404)
  },
)

t.test(
  'R11: a letter that tells of something held in private is not there to look at for who is not on its list',
  async (t) => {
    const house = await openHouse({ t })
    agreeNow(house, 'Visit the Okafor family', { list: [house.person(PEOPLE.sergeant).id] })
    for (const row of rows(house)) house.store.letters.posted(row.id, house.clock.at(), true)
    house.clock.moveTo('2022-01-29T12:00:00.000Z')
    await start(house)
    const [row] = house.store.letters
      .recent(10)
      .filter((each) => each.personId === house.person(PEOPLE.sergeant).id)
    const laptop = house.signIn(PEOPLE.coordinator)
    const list = (await laptop.get(PATH)).body
    t.match(list, 'Held in private')
    t.notMatch(list, `href="${PATH}/${row!.id}"`)
    for (const path of [`${PATH}/${row!.id}`, `${PATH}/${row!.id}/html`])
      t.equal((await laptop.get(path)).statusCode, 404)
    t.equal((await laptop.post(`${PATH}/${row!.id}/copy`)).statusCode, 404)
  },
)

t.test(
  'R8: a letter that is held waits with its reason, and one that is stopped never goes; both are rows, and in the journal',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const [first, second] = rows(house)
    const at = (id: number, what: string) => `${PATH}/${id}/${what}`
    await laptop.post(at(first!.id, 'holding'), { reason: 'The agenda is not ready' })
    const refused = await laptop.post(at(second!.id, 'stopping'), { reason: '' })
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'Say why this letter does not go')
    await laptop.post(at(second!.id, 'stopping'), { reason: 'We rang them' })
    house.letters.length = 0
    house.clock.moveTo('2022-01-27T13:00:00.000Z')
    await start(house)
    const gone = house.letters.map((letter) => letter.to)
    for (const row of [first, second])
      t.notOk(gone.includes(house.store.people.find(row!.personId!)!.email))
    const later = house.signIn(PEOPLE.coordinator)
    const { body } = await later.get(PATH)
    t.match(body, /Held by .*The agenda is not ready/s)
    t.match(body, /Stopped by .*We rang them/s)
    for (const [row, verb] of [
      [first, 'held'],
      [second, 'stopped'],
    ] as const)
      t.ok(house.store.journal.history('letter', row!.id).some((line) => line.verb === verb))
    t.equal((await later.post(at(second!.id, 'stopping'), { reason: 'Again' })).statusCode, 422)
    await later.post(at(first!.id, 'letting-go'))
    await settle()
    t.not(house.store.letters.find(first!.id)!.postedAt, null)
  },
)
