import t, { type Test } from 'tap'
import { openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { MET_ORDER } from '../../../domain/round-tables/agenda/set-up.ts'

const OPEN = '/desk/round-tables/2022-q1'
let keys = 0
const type = (laptop: Visitor, text: string, last = '') =>
  laptop.post(`${OPEN}/lines`, { text, key: `key-of-turns-${(keys += 1)}`, last, seen: '0' })
const headingsIn = (body: string): string[] =>
  [...body.matchAll(/<h2[^>]*>\s*([^<]*?)\s*<\/h2>/g)].map((each) => each[1]!)
const under = (body: string, heading: string): string =>
  body.split(new RegExp(`<h2[^>]*>\\s*${heading}\\s*</h2>`))[1]!.split('<h2')[0]!

const check = (t: Test, body: string): void => {
  const headings = headingsIn(body)
  const order = [
    'Minutes and matters arising',
    'Police on last priorities',
    'Police report',
    'A film of the school',
    'Community concerns',
    'Any other business',
    'Date of next meeting',
  ]
  t.same(
    headings.filter((each) => order.includes(each)),
    order,
  )
  t.match(
    under(body, 'Police report'),
    /Burglary is down.*Vans are broken into.*Leaflets on locks/s,
  )
  t.match(under(body, 'A film of the school'), 'Decided: We show it at the stall')
  t.match(under(body, 'Any other business'), 'The hall is let until May')
  t.match(
    under(body, 'Minutes and matters arising'),
    /Actions from before.*The name of the park was wrong/s,
  )
  t.notMatch(under(body, 'Community concerns'), 'Vans are broken into')
  t.match(under(body, 'Date of next meeting'), '28 April 2022')
  t.equal(body.split('Burglary is down').length, 2, 'once')
}

t.test(
  'R4, R5: minutes have the headings of the agenda in its order, each with what was typed there',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(`${OPEN}/agenda/order`, { order: MET_ORDER, basedOn: '0' })
    await laptop.post(`${OPEN}/topics`, { text: 'The bus stop' })
    await type(laptop, 'h @mosaic, @sergeant')
    await type(
      laptop,
      '# police rep\nn Burglary is down by a tenth\nc Vans are broken into\na Leaflets on locks @mps',
    )
    await type(laptop, '# A film of the school\nd We show it at the stall')
    await type(laptop, '# Any other business')
    await type(laptop, 'n The hall is let until May')
    await type(laptop, '# Minutes\nn The name of the park was wrong')
    const read = async (depth = 'table') =>
      (await laptop.get(`${OPEN}/minutes?depth=${depth}`)).body
    check(t, await read())
    await laptop.post(`${OPEN}/finishing`)
    check(t, await read())
    t.match(
      under(await read(), 'Not reached'),
      'Not reached, comes to the next table: The bus stop',
    )
    await laptop.post('/desk/round-tables/2022-q2/agenda', {
      key: 'own-1',
      move: 'up',
      minutes: '',
    })
    await laptop.post(`/desk/round-tables/2022-q2/agenda/standing-order`)
    check(t, await read())
    const told = await read('public')
    for (const words of ['Police report', 'film of the school', 'The bus stop', 'Burglary'])
      t.notMatch(told, words, 'R9: the public reads no slot of the table’s own')
    t.equal((await laptop.get(`${OPEN}/minutes.docx`)).statusCode, 200)
  },
)

t.test(
  'what the table speaks of is chosen from the agenda too, and nothing goes under an earlier concern',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await type(laptop, 'c The lift smells')
    const page = await laptop.get(OPEN)
    t.match(page.body, /name="key" value="other"/)
    t.equal(
      (await laptop.post(`${OPEN}/turns`, { key: 'other' })).headers.location,
      `${OPEN}#quick-text`,
    )
    const after = (await laptop.get(OPEN)).body
    t.match(after, /The agenda[\s\S]*Now: <bdi>Any other business/)
    t.match(after, 'no concern yet')
    await type(laptop, 'n Thank you to the hall')
    const table = house.store.roundTables.find('2022-q1')!
    t.match(house.store.notes.ofTable(table.id).at(-1), { concernId: null })
    t.equal((await laptop.post(`${OPEN}/turns`, { key: 'own-99' })).statusCode, 422)
    t.equal(
      (await house.signIn(PEOPLE.sergeant).post(`${OPEN}/turns`, { key: 'other' })).statusCode,
      403,
    )
    t.equal(
      (await laptop.post('/desk/round-tables/2021-q4/turns', { key: 'other' })).statusCode,
      409,
    )

    const preview = await laptop.post(`${OPEN}/lines`, {
      text: '# Questions\nn about it',
      key: 'key-of-preview',
      last: '',
      seen: '0',
      step: 'preview',
    })
    t.match(preview.body, /Now[\s\S]*Questions promised an answer[\s\S]*On the agenda/)
    t.match(preview.body, 'Under no concern')
  },
)

t.test(
  'R11: what the table turns to can be held in private, and then it is no heading',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    await type(laptop, '# The family at number nine !private')
    t.same(house.store.agendas.turns(), [])
    t.notMatch((await laptop.get(`${OPEN}/minutes`)).body, 'number nine')
  },
)

t.test('a line that is put right later stays under the slot it was typed at', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  await type(laptop, '# Any other business\nThank you to the hall')
  await type(laptop, '# Questions')
  const table = house.store.roundTables.find('2022-q1')!
  const { id } = house.store.notes.ofTable(table.id).at(-1)!
  await laptop.post(`${OPEN}/lines`, {
    text: 'n Thank you to the hall and its keeper',
    key: `fix-${id}-0123456789`,
    last: '',
    instead: `note-${id}`,
    step: 'save',
  })
  const { body } = await laptop.get(`${OPEN}/minutes`)
  t.match(under(body, 'Any other business'), 'and its keeper')
  t.notMatch(body, /Note: Thank you to the hall</)
})
