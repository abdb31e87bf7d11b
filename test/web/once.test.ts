import t from 'tap'
import { type House, openHouse, PEOPLE, type Visitor } from '../support/house.ts'
import { formsOf } from '../support/forms.ts'

const keyOn = (html: string, action: string): string =>
  formsOf(html).find((form) => form.action === action)!.fields.once![0]!

const counted = (house: House) => ({
  tables: house.store.roundTables.list().length,
  seats: house.store.organisations.seats().length,
  guarded: house.store.labels.guarded().length,
  lines: house.store.journal.count(),
})

t.test('R31: what is there already is not made again by another form, and says so', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const plan = {
    heldOn: '28/4/2022',
    startsAt: '10.30',
    place: 'The hall',
    expectedIds: ['1', '2'],
  }
  const first = await laptop.post('/desk/round-tables', plan)
  await laptop.post('/desk/settings/guarded-words', { word: 'Rainbow Club' })
  await laptop.post('/desk/seats', { organisationId: 1, title: 'Youth worker' })
  const once = counted(house)
  const again = await laptop.post('/desk/round-tables', { ...plan, startsAt: '10:30' })
  t.equal(again.headers.location, first.headers.location)
  const other = await laptop.post('/desk/round-tables', { ...plan, place: 'Elsewhere' })
  t.match(other.body, 'A round table is planned for this day and time already')
  const word = await laptop.post('/desk/settings/guarded-words', { word: ' rainbow  club' })
  t.match(word.body, 'This word is guarded already')
  const seat = await laptop.post('/desk/seats', { organisationId: 1, title: 'Youth Worker' })
  t.match(seat.body, 'This organisation has a seat of this name already')
  t.same(counted(house), once)
  const later = await laptop.post('/desk/round-tables', { ...plan, startsAt: '18.00' })
  t.not(later.headers.location, first.headers.location, 'another time is another table')
})

t.test('R31: a topic, a reader, a correction, a comment and a priority are one', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const twice = async (path: string, fields: Record<string, string>): Promise<number> => {
    await laptop.post(path, fields)
    const lines = house.store.journal.count()
    await laptop.post(path, fields)
    return house.store.journal.count() - lines
  }
  const table = '/desk/round-tables/2022-q1'
  t.equal(await twice(`${table}/topics`, { text: 'Lights in the yard' }), 0)
  const reader = { role: 'head', email: 'head@school.example', depth: 'public' }
  t.equal(await twice(`${table}/readers`, reader), 0)
  const wider = await laptop.post(`${table}/readers`, { ...reader, depth: 'table' })
  t.match(wider.body, 'They may read these minutes already')
  const correction = { text: 'Twelve, not ten', reason: 'Miscounted' }
  t.equal(await twice('/desk/round-tables/2021-q4/corrections', correction), 0)
  const [entry] = house.store.publications.list()
  t.equal(await twice(`/desk/entries/${entry!.id}/comments`, { text: 'This is right.' }), 0)
  const [concern] = house.store.concerns.listUnfiltered()
  t.equal(
    await twice(`/desk/concerns/${concern!.id}/priorities`, { agreed: 'yes', tableId: '' }),
    0,
  )
})

t.test(
  'R31: a form is known again after a restart, and other words are another form',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const key = keyOn((await laptop.get('/desk/people')).body, '/desk/seats')
    const send = (visitor: Visitor, title: string) =>
      visitor.post('/desk/seats', { organisationId: '1', title, once: key })
    t.equal((await send(laptop, 'Youth worker')).statusCode, 303)
    const seats = house.store.organisations.seats().length
    const { buildApp } = await import('../../src/app.ts')
    const app = await buildApp({
      store: house.store,
      post: { send: async () => {} },
      now: house.clock.now,
      config: house.config,
    })
    t.teardown(() => app.close())
    const answer = await app.inject({
      method: 'POST',
      url: '/desk/seats',
      payload: new URLSearchParams({
        organisationId: '1',
        title: 'Youth worker',
        once: key,
      }).toString(),
      headers: {
        host: '127.0.0.1:3000',
        cookie: `session=${laptop.cookies.get('session')}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
    t.equal(answer.headers.location, '/desk/people#seat-title')
    t.equal(house.store.organisations.seats().length, seats)
    t.equal((await send(laptop, 'Outreach worker')).statusCode, 303)
    t.equal(house.store.organisations.seats().length, seats + 1, 'what was changed is not lost')
    const other = house.signIn(PEOPLE.officer)
    t.equal((await send(other, 'Youth worker')).statusCode, 403, 'a key opens nothing to another')
    house.clock.pass({ hours: 25 })
    house.store.sentForms.record('x', '/desk', house.clock.at())
    const evening = house.signIn(PEOPLE.coordinator)
    t.match((await send(evening, 'Youth worker')).body, 'has a seat of this name already')
  },
)

t.test('R25, R31: words kept when a session ran out are kept once, and sent once', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  house.clock.pass({ minutes: 31 })
  for (let i = 0; i < 2; i++)
    await laptop.post('/desk/round-tables/2022-q1/topics', { text: 'Lights in the yard' })
  const back = house.signIn(PEOPLE.coordinator)
  const forms = formsOf((await back.get('/desk')).body)
  const kept = forms.filter((form) => form.action.endsWith('/sending'))
  t.equal(kept.length, 1)
  for (let i = 0; i < 2; i++) {
    const sent = await back.post(kept[0]!.action, kept[0]!.fields)
    t.equal(sent.statusCode, 307, 'a second press is sent on as well')
    await back.post(String(sent.headers.location), kept[0]!.fields)
  }
  const { id } = house.store.roundTables.find('2022-q1')!
  t.equal(house.store.agendas.topics(id).length, 1)
})

t.test('R24, R31: pages that are kept for everyone have no key, and count once', async (t) => {
  const house = await openHouse({ t })
  const resident = house.stranger()
  for (const path of ['/follow', '/entries/2021-q3-1']) {
    const page = await resident.get(path)
    t.notMatch(page.body, 'name="once"')
    t.equal(page.headers['set-cookie'], undefined)
  }
  const lines = (): number => house.store.journal.count()
  const twice = async (
    path: string,
    fields: Record<string, string>,
  ): Promise<[number, boolean]> => {
    const before = lines()
    const first = await resident.post(path, fields)
    const made = lines() - before
    const second = await resident.post(path, fields)
    return [lines() - before - made, first.statusCode === second.statusCode]
  }
  const message = { text: 'The lift is broken', area: '', name: '', reach: '' }
  t.same(await twice('/tell-us', message), [0, true])
  t.same(
    await twice('/entries/2021-q3-1/verdicts', {
      question: 'difference',
      verdict: 'yes',
      word: '',
    }),
    [0, true],
  )
  const letters = (): number => house.store.letters.recent(1000).length
  const before = letters()
  // The journal says each asking, whoever it is, so that the time it takes tells nothing.
  t.same(await twice('/follow', { email: 'resident@home.example', what: 'all', often: 'table' }), [
    1,
    true,
  ])
  t.equal(letters(), before + 1, 'one letter asks whether they mean it')
})
