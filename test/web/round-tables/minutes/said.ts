import t from 'tap'
import { statusOf } from '../../../../src/domain/actions/action.ts'
import { MET_ORDER } from '../../../domain/round-tables/agenda/set-up.ts'
import { openHouse } from '../../../support/house.ts'
import { hands, OPEN } from '../lines/set-up.ts'

const wordsOf = (body: string) => body.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

t.test('R2: minutes give no status that nobody said', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, action } = hands(house)
  t.equal(statusOf(action('1.6')), 'not-started')
  await write(laptop, 'u 1.6 @wcc by June: the council will lead')
  await write(laptop, 'u 1.6 under way: they have begun')
  const minutes = wordsOf((await laptop.get(`${OPEN}/minutes`)).body)
  t.match(minutes, 'Said: the council will lead.')
  t.notMatch(minutes, 'Not started. the council will lead')
  t.match(minutes, 'Under way. they have begun.')
})

t.test('R5: a date that is changed twice at one table is one line, and moved once', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write } = hands(house)
  await write(laptop, 'u 1.4 by March')
  await write(laptop, 'u 1.4 by April')
  const minutes = wordsOf((await laptop.get(`${OPEN}/minutes`)).body)
  t.match(minutes, 'Date: April 2022 (was: 14 January 2022).')
  t.notMatch(minutes, 'was: March 2022')
  t.notMatch(minutes, 'Date: March 2022')
  t.match(minutes, 'By April 2022, moved once')
})

t.test(
  'R5: what comes first from today stands under the slot that agrees it, where the agenda has one',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write } = hands(house)
    await write(laptop, 'c The bus stop is dark !priority')
    const under = async (heading: string) =>
      wordsOf(
        (await laptop.get(`${OPEN}/minutes`)).body.split(`>${heading}</h2>`)[1]!.split('<h2')[0]!,
      )
    t.match(await under('Priorities'), 'New: The bus stop is dark')
    await laptop.post(`${OPEN}/agenda/order`, { order: MET_ORDER, basedOn: '0' })
    t.match(await under('Agreeing priorities'), 'New: The bus stop is dark')
    t.notMatch(await under('Police on last priorities'), 'The bus stop')
    t.match(await under('Police on last priorities'), 'Women do not feel safe')
  },
)

t.test('R20: what the table speaks of now comes with the line that turns to it', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write } = hands(house)
  const part = async (text: string) => (await write(laptop, text, {}, { part: true })).body
  const seen = /data-seen="(\d+)"/.exec(await part('n The hall is cold'))![1]!
  const answer = await write(laptop, '# Any other business', { seen }, { part: true })
  t.match(answer.body, /<details[^>]*id="turns"[^>]*>[\s\S]*Now: <bdi>Any other business/)
  const next = /data-seen="(\d+)"/.exec(answer.body)![1]!
  const note = await write(laptop, 'n It is warmer', { seen: next }, { part: true })
  t.notMatch(note.body, 'id="turns"', 'and with no other')
})

t.test('R4: a topic stands in the list of turns where the agenda has it', async (t) => {
  const house = await openHouse({ t })
  const { laptop } = hands(house)
  await laptop.post(`${OPEN}/agenda/order`, { order: MET_ORDER, basedOn: '0' })
  await laptop.post(`${OPEN}/topics`, { text: 'The bus stop' })
  const { body } = await laptop.get(OPEN)
  const places = [...body.matchAll(/name="key" value="[^"]*"[^>]*><bdi>([^<]*)</g)].map(
    (each) => each[1]!,
  )
  const at = places.indexOf('The bus stop')
  t.equal(places[at - 1], 'Any other business')
  t.equal(places[at + 1], 'Date of next meeting')
})
