import t from 'tap'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
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
    t.notMatch(await page(), '23')
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
