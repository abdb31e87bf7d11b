import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { AGENDA, keysIn, NEXT, slotIn } from './set-up.ts'
import { MET_ORDER } from '../../../domain/round-tables/agenda/set-up.ts'

const basedOn = (body: string) => /name="basedOn" value="(\d+)"/.exec(body)![1]!
const titlesIn = (body: string) =>
  [...body.matchAll(/<h2>\s*(?:<time>[^<]*<\/time>)?\s*<bdi>([^<]*)<\/bdi>/g)].map(
    (each) => each[1]!,
  )
const MET_TITLES = MET_ORDER.split('\n').map((each) => each.split(',')[0]!)

t.test(
  'R4: a coordinator types the order of the police in one go, keeps it, and the next table begins with it',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const { body } = await laptop.get(AGENDA)
    t.match(body, 'Residents speak first, 15')
    const sent = await laptop.post(`${AGENDA}/order`, {
      order: MET_ORDER,
      basedOn: basedOn(body),
    })
    t.equal(sent.headers.location, `${AGENDA}#order`)
    const after = (await laptop.get(AGENDA)).body
    t.same(titlesIn(after), MET_TITLES)
    t.match(slotIn(after, 'minutes'), /October 2021|January 2022|1\.2 /)
    t.match(slotIn(after, 'priorities'), /Police on last priorities.*Women do not feel safe/s)
    t.match(slotIn(after, 'concerns'), /Community concerns.*film that shows them/s)
    t.match(slotIn(after, 'other'), 'Summer events in the park')
    t.match(after, 'Ward sergeant</bdi> leads')
    t.match(after, '95 minutes in all')

    t.equal(
      (await laptop.post(`${AGENDA}/standing-order`)).headers.location,
      `${AGENDA}#standing-order`,
    )
    const open = (await laptop.get('/desk/round-tables/2022-q1/agenda')).body
    t.match(titlesIn(open)[0], 'Residents speak first', 'a table that has begun keeps its own')
    const plan = (heldOn: string) =>
      laptop.post('/desk/round-tables', { heldOn, startsAt: '', place: '', expectedIds: '1' })
    await plan('14/7/2022')
    const JULY = '/desk/round-tables/2022-q3/agenda'
    t.same(titlesIn((await laptop.get(JULY)).body), MET_TITLES)
    t.match((await laptop.get(JULY)).body, 'There is an order for every new agenda')
    await laptop.post(`${JULY}/standing-order/ending`)
    t.same(titlesIn((await laptop.get(JULY)).body), MET_TITLES, 'that of the table before it')
    await laptop.post(JULY, { key: 'residents', move: 'out' })
    await laptop.post(`${JULY}/order`, {
      order: 'Apologies, 5\nAny other business, 5',
      basedOn: basedOn((await laptop.get(JULY)).body),
    })
    t.same(titlesIn((await laptop.get(JULY)).body), ['Apologies', 'Any other business'])
    t.match(slotIn((await laptop.get(JULY)).body, 'other'), 'Women do not feel safe')
    t.same(titlesIn((await laptop.get(AGENDA)).body), MET_TITLES, 'this one keeps its own')
    t.same(
      house.store.journal
        .list(1)
        .filter(({ noun }) => noun === 'standing order')
        .map(({ verb }) => verb),
      ['dropped', 'kept'],
    )
  },
)

t.test(
  'R23: an order that cannot be read is refused with all that was typed, and two who arrange at once are told',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const send = (order: string, on = '0') => laptop.post(`${AGENDA}/order`, { order, basedOn: on })
    const long = await send('Police report, 300\nAny other business')
    t.equal(long.statusCode, 422)
    t.match(long.body, /“Police report” is too long/)
    t.match(long.body, 'Police report, 300\nAny other business')
    t.equal((await send(MET_ORDER)).statusCode, 303)
    const late = await send('Police report, 10')
    t.equal(late.statusCode, 409)
    t.match(late.body, 'Contact sessions')
    t.match(late.body, 'Police report, 10')
    t.equal(
      (await house.signIn(PEOPLE.sergeant).post(`${AGENDA}/order`, { order: 'x', basedOn: '0' }))
        .statusCode,
      403,
    )
    t.equal(
      (await laptop.post('/desk/round-tables/2021-q4/agenda/order', { order: 'x', basedOn: '0' }))
        .statusCode,
      409,
    )
  },
)

t.test(
  'R4: an order with a long topic in it is typed back as it stands, and a new title as long is refused',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const topic = `${'The lights in the park '.repeat(7)}are out`
    t.equal((await laptop.post(`${NEXT}/topics`, { text: topic })).statusCode, 303)
    const { body } = await laptop.get(AGENDA)
    const order = /<textarea[^>]*name="order"[^>]*>\s*([^<]*)</.exec(body)![1]!
    t.match(order, topic)
    const send = async (typed: string) =>
      laptop.post(`${AGENDA}/order`, {
        order: typed,
        basedOn: basedOn((await laptop.get(AGENDA)).body),
      })
    t.equal((await send(order)).statusCode, 303)
    t.ok(titlesIn((await laptop.get(AGENDA)).body).includes(topic))
    const refused = await send(`${order}\n${'Another long title '.repeat(8)}, 5`)
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'Make this title shorter: “Another long')
  },
)

t.test('R23: a slot keeps its long title when something else of it is changed', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const topic = `${'The lights in the park '.repeat(7)}are out`
  await laptop.post(`${NEXT}/topics`, { text: topic })
  const { body } = await laptop.get(AGENDA)
  const key = keysIn(body).find((each) => slotIn(body, each).includes(topic))!
  const change = (title: string) =>
    laptop.post(`${AGENDA}/slots`, { key, title, leads: 'The youth worker' })
  t.equal((await change(topic)).statusCode, 303)
  t.match(slotIn((await laptop.get(AGENDA)).body, key), 'The youth worker')
  const longer = `${topic}, every night of the week`
  const refused = await change(longer)
  t.equal(refused.statusCode, 422)
  t.match(refused.body, `120 letters at most, and it has ${longer.length}`)
  t.match(refused.body, longer, 'and what was typed is there still')
})

t.test(
  'R4: a slot is renamed, led, filled and removed; what stood under it is under another',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const change = (fields: Record<string, string | string[]>) =>
      laptop.post(`${AGENDA}/slots`, fields)
    const saved = await change({
      key: 'carried',
      title: 'Action <tracker>',
      leads: 'The chair',
      holds: ['carried', 'questions'],
    })
    t.equal(saved.headers.location, `${AGENDA}#slot-carried`)
    const { body } = await laptop.get(AGENDA)
    t.match(slotIn(body, 'carried'), /Action &lt;tracker&gt;.*What do the stop and search/s)
    t.match(slotIn(body, 'questions'), 'Change what it is')
    t.notMatch(slotIn(body, 'questions'), 'What do the stop and search')
    const unnamed = await change({ key: 'carried', title: ' ', leads: '' })
    t.equal(unnamed.statusCode, 422)
    t.match(unnamed.body, 'Say what it is called')
    t.equal((await change({ key: 'own-99', title: 'x', leads: '' })).statusCode, 422)
    t.equal((await change({ key: 'other', title: 'x', leads: '', holds: 'all' })).statusCode, 422)

    const out = await laptop.post(AGENDA, { key: 'carried', move: 'out', minutes: '' })
    t.equal(out.headers.location, `${AGENDA}#order`)
    const without = (await laptop.get(AGENDA)).body
    t.notOk(keysIn(without).includes('carried'))
    t.match(slotIn(without, 'minutes'), 'Circulate the youth clubs in which we have trust')
    for (const key of keysIn(without)) await laptop.post(AGENDA, { key, move: 'out', minutes: '' })
    const bare = (await laptop.get(AGENDA)).body
    t.same(keysIn(bare), ['homeless'])
    t.match(slotIn(bare, 'homeless'), /These stand under no slot.*Circulate the youth clubs/s)
    t.equal((await laptop.get(`${NEXT}/agenda?large=yes`)).statusCode, 200)
  },
)
