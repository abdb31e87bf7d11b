import t from 'tap'
import { planOf, tableOf } from '../planning/set-up.ts'
import { openHouse, PEOPLE, type House, type Visitor } from '../../../support/house.ts'
import { AGENDA, keysIn, NEXT, slotIn } from './set-up.ts'

const OPEN = '/desk/round-tables/2022-q1'

/** Two topics at the table that is open, and a concern that came by telephone. */
const putDown = async (laptop: Visitor) => {
  for (const text of ['Patrols at night', 'The bus stop'])
    await laptop.post(`${OPEN}/topics`, { text })
}
const topicId = (house: House, text: string) =>
  house.store.agendas.allTopics().find((each) => each.text === text)!.id
const concernId = (house: House, words: string) =>
  house.store.concerns.everWritten().find((each) => each.wordings[0]!.text.includes(words))!.id
const finish = async (laptop: Visitor) => {
  await laptop.post(`${OPEN}/lines`, {
    text: 'h @mosaic',
    key: `key-here-${Math.random().toString(36).slice(2)}`,
    last: '',
    seen: '0',
  })
  return laptop.post(`${OPEN}/finishing`)
}

t.test(
  'R4: what a table did not reach stands on its page of finishing, in its minutes and on the next agenda',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await putDown(laptop)
    const before = (await laptop.get(`${OPEN}/finishing`)).body
    for (const words of [
      'Patrols at night',
      'The bus stop',
      'film that shows them',
      'were not reached',
    ])
      t.match(before, words)
    t.notMatch((await laptop.get(AGENDA)).body, 'Patrols at night', 'not while it may be reached')

    const say = (fields: Record<string, string | number>) =>
      laptop.post(`${OPEN}/outcomes`, { reason: '', from: 'finishing', ...fields })
    const bus = topicId(house, 'The bus stop')
    const unsaid = await say({ of: 'topic', id: bus, outcome: 'dropped' })
    t.equal(unsaid.statusCode, 422, 'R23')
    t.match(unsaid.body, 'Say why it is dropped')
    const dropped = await say({
      of: 'topic',
      id: bus,
      outcome: 'dropped',
      reason: 'It was moved',
    })
    t.equal(dropped.headers.location, `${OPEN}/finishing#not-reached`)
    const film = concernId(house, 'film that shows them')
    await say({ of: 'concern', id: film, outcome: 'spoken' })
    const left = (await laptop.get(`${OPEN}/finishing`)).body
    t.notMatch(left, /The bus stop|film that shows them/)
    t.match(left, 'Patrols at night')

    t.equal((await finish(laptop)).statusCode, 303)
    const { body } = await laptop.get(AGENDA)
    const key = `topic-${topicId(house, 'Patrols at night')}`
    t.ok(keysIn(body).includes(key))
    t.match(body, /Patrols at night<\/bdi> <span[^>]*>[^<]*not reached in January 2022/)
    t.notMatch(body, /The bus stop|film that shows them/)
    t.match(slotIn(body, 'concerns'), 'it is ok to not be ok')
    t.match(slotIn(body, 'concerns'), 'not reached in January 2022')

    await laptop.post(`${NEXT}/outcomes`, {
      of: 'topic',
      id: topicId(house, 'Patrols at night'),
      outcome: 'dropped',
      reason: 'The school did it',
      from: 'agenda',
    })
    await laptop.post('/desk/round-tables', {
      heldOn: '14/7/2022',
      startsAt: '',
      place: '',
      expectedIds: '1',
    })
    t.notMatch((await laptop.get(AGENDA)).body, 'Patrols at night')
    t.notMatch((await laptop.get('/desk/round-tables/2022-q3/agenda')).body, 'Patrols at night')
  },
)

t.test(
  'R11: what is held in private is in no list of what was not reached, and cannot be dropped there',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const film = concernId(house, 'film that shows them')
    await laptop.post(`/desk/concerns/${film}/depth`, {
      depth: 'named',
      ground: 'A family could be identified.',
      list: house.person(PEOPLE.coordinator).id,
    })
    t.notMatch((await laptop.get(`${OPEN}/finishing`)).body, 'film that shows them')
    const hidden = await laptop.post(`${OPEN}/outcomes`, {
      of: 'concern',
      id: film,
      outcome: 'dropped',
      reason: 'x',
      from: 'finishing',
    })
    t.equal(hidden.statusCode, 404)
    t.same(house.store.agendas.outcomes(), [])
    t.equal(
      (
        await house
          .signIn(PEOPLE.sergeant)
          .post(`${OPEN}/outcomes`, { of: 'concern', id: film, outcome: 'spoken', reason: '' })
      ).statusCode,
      403,
    )
  },
)

t.test(
  'R5: a past agenda stays readable as it stood, without what is held in private since',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await putDown(laptop)
    const stood = keysIn((await laptop.get(`${OPEN}/agenda`)).body)
    await finish(laptop)
    const observer = house.signIn(PEOPLE.observer)
    const past = (await observer.get(`${OPEN}/agenda`)).body
    t.same(keysIn(past), stood)
    t.match(past, 'what stood on the agenda when the round table was finished')
    for (const words of ['Patrols at night', 'film that shows them', 'Mosaic']) t.match(past, words)
    t.notMatch(/<main[\s\S]*<\/main>/.exec(past)![0], '<form')
    await laptop.post(`/desk/concerns/${concernId(house, 'film that shows them')}/depth`, {
      depth: 'named',
      ground: 'A family could be identified.',
      list: house.person(PEOPLE.coordinator).id,
    })
    t.notMatch((await laptop.get(`${OPEN}/agenda`)).body, 'film that shows them', 'R11')
    const old = await observer.get('/desk/round-tables/2021-q4/agenda')
    t.equal(old.statusCode, 200)
    t.match(old.body, 'No agenda was kept')
  },
)

t.test(
  'R5: the agenda of a table that is finished keeps when and where the next one was to be, wherever that is moved since',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post('/desk/round-tables/2022-q1/finishing')
    const next = async () =>
      slotIn((await laptop.get('/desk/round-tables/2022-q1/agenda')).body, 'next').replace(
        /\s+/g,
        ' ',
      )
    const before = await next()
    t.match(before, '28 April 2022')
    house.clock.pass({ minutes: 2 })
    await laptop.post(`${NEXT}/plan`, {
      ...planOf(tableOf(house)),
      heldOn: '2022-05-05',
      place: 'The library',
      reason: 'The hall is closed',
    })
    t.equal(tableOf(house).heldOn, '2022-05-05')
    t.equal(await next(), before)
  },
)
