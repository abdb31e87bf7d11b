import t from 'tap'
import { GROUNDS } from '../../../../src/domain/depth.ts'
import { draftOf, type Publication } from '../../../../src/domain/publishing/publication.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { hands } from '../../evidence/events/set-up.ts'
import { family } from '../../people/private-lists/set-up.ts'
import { writeDown, writeEntry } from './set-up.ts'

/** So many residents write, and each message is joined to the concern. */
const wrote = (house: House, concernId: number, count: number): void => {
  const { store } = house
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  for (let i = 0; i < count; i += 1) {
    store.inbox.leaveMessage(
      { language: 'en', text: `The lift is broken, said ${i}`, area: null, name: '', reach: '' },
      by.at,
      '2022-01-27',
    )
    store.messages.recordOutcome(
      store.messages.listUnfiltered().at(-1)!,
      { kind: 'joined', concernId },
      null,
      by,
    )
  }
}

t.test(
  'R27: the desk says how many wrote of a concern, and leads those who may read to what they wrote',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const id = await writeDown(laptop, 'The lift is broken')
    wrote(house, id, 2)
    const [message] = house.store.messages.behind([id])
    const page = (await laptop.get(`/desk/concerns/${id}`)).body
    t.match(page, '<b>2 messages</b> from residents')
    t.match(page, `/desk/messages/${message!.id}`)
    const sergeant = (await house.signIn(PEOPLE.sergeant).get(`/desk/concerns/${id}`)).body
    t.match(sergeant, '<b>2 messages</b> from residents')
    t.notMatch(sergeant, '/desk/messages/', 'what residents wrote is for the charity alone')
  },
)

t.test(
  'R17: the board says how many said it in whole tens, and nothing below ten; the number is frozen in the copy',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const id = await writeDown(laptop, 'The lift is broken')
    wrote(house, id, 9)
    const entry = await writeEntry(house, laptop, id, {
      heard: `{messages-${id}.wrote} messages or more.`,
    })
    const stopped = () =>
      house.store.sources
        .checks(entry.publication())
        .filter((each) => each.verdict === 'stopped')
        .map((each) => each.found)
    t.same(stopped(), [`{messages-${id}.wrote}`], 'nine are withheld')
    wrote(house, id, 14)
    await entry.write()
    t.same(stopped(), [])
    const slug = await entry.publish()
    const page = async () => (await house.stranger().get(`/entries/${slug}`)).body
    t.match(await page(), '20 messages or more.')
    t.match(await page(), 'How many said it')
    wrote(house, id, 10)
    t.match(await page(), '20 messages or more.')
    t.notMatch(await page(), /\b23\b[^<"]*messages/)
  },
)

t.test(
  'R11, R17: an entry counts the messages of its own concern alone; a concern held in private, any other and one that is not there get the same answer',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const held = family(house, house.person(PEOPLE.sergeant).id)
    const other = await writeDown(laptop, 'The stairs are dark')
    const id = await writeDown(laptop, 'The lift is broken')
    for (const each of [held, other, id]) wrote(house, each, 23)
    t.equal((await laptop.get(`/desk/concerns/${held}`)).statusCode, 404)
    const entry = await writeEntry(house, laptop, id)
    const answer = async (token: string) => {
      await entry.write({ heard: `${token} messages or more.` })
      const { words } = draftOf(entry.publication())!
      const checks = house.store.sources
        .checks(entry.publication())
        .filter((each) => each.verdict === 'stopped')
        .map((each) => each.reason.replace(token, 'it'))
      return { counts: Object.values(words.counts ?? {}), checks }
    }
    const unknown = await answer('{messages-9999.wrote}')
    t.match(unknown.checks[0], 'is no number that we know')
    t.same(unknown.counts, [])
    t.same(await answer(`{messages-${held}.wrote}`), unknown, 'no way to ask whether it is there')
    t.same(await answer(`{messages-${other}.wrote}`), unknown)
    t.same(await answer(`{messages-${id}.wrote}`), { counts: [20], checks: [] })
  },
)

const SHUT = { depth: 'named', ground: GROUNDS[0]! }

/** A copy from before, when an entry could count the messages of any concern. */
const tellAsBefore = (house: House, entry: Publication, words: string, token: string): void => {
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  const { words: told, coversIds } = draftOf(entry)!
  const { store } = house
  store.publications.recordDraft(
    entry.id,
    { ...told, heard: words, counts: { [token]: 20 } } as typeof told,
    coversIds,
    by,
  )
  const now = store.publications.find(entry.id)!
  store.publications.recordPublication(now, draftOf(now)!, by)
}

t.test(
  'R11: what counts the messages of a concern is off the board from the moment that it is held in private',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const other = await writeDown(laptop, 'The stairs are dark')
    const entry = await writeEntry(house, laptop, await writeDown(laptop, 'The lift is broken'))
    const token = `{messages-${other}.wrote}`
    tellAsBefore(house, entry.publication(), `${token} messages or more.`, token)
    const at = `/entries/${entry.publication().slug}`
    t.match((await house.stranger().get(at)).body, '20 messages or more.')
    const list = [house.person(PEOPLE.coordinator).id]
    await laptop.post(`/desk/concerns/${other}/depth`, { ...SHUT, list })
    t.notMatch((await house.stranger().get(at)).body, '20 messages')
    t.ok(entry.publication().withdrawal)
  },
)

t.test(
  'R11: an event that is held takes down what counts its people, and no count of the messages of a concern of the same number',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, stall } = hands(house)
    const id = await writeDown(laptop, 'The lift is broken')
    wrote(house, id, 23)
    let eventId = 0
    while (eventId < id) eventId = await stall()
    t.equal(eventId, id, 'the event has the number of the concern')
    const entry = await writeEntry(house, laptop, id, {
      heard: `{messages-${id}.wrote} messages or more.`,
    })
    const slug = await entry.publish()
    const list = [house.person(PEOPLE.coordinator).id]
    await laptop.post(`/desk/events/${id}/depth`, { ...SHUT, list })
    t.equal(house.store.events.listUnfiltered([id])[0]!.depth, 'named')
    t.match((await house.stranger().get(`/entries/${slug}`)).body, '20 messages or more.')
  },
)

t.test('an entry leads to the round table where it was raised, once that is told', async (t) => {
  const house = await openHouse({ t })
  const told = house.store.published.board()
  const entry = told.entries.find(({ words }) =>
    told.tables.some(({ slug }) => slug === words.raisedAt),
  )!
  const page = (await house.stranger().get(`/entries/${entry.slug}`)).body
  t.match(page, 'Where it was raised')
  t.match(page, `/round-tables/${entry.words.raisedAt}`)
  const desk = (
    await house
      .signIn(PEOPLE.coordinator)
      .get(
        `/desk/concerns/${house.store.publications.list().find((each) => each.slug === entry.slug)!.concernId}`,
      )
  ).body
  t.match(desk, 'raised there')
})
