import t from 'tap'
import { openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { boxOf, hands, OPEN } from './set-up.ts'

t.test(
  'R25: what is being typed is back in the box after a new sign-in, for that person alone, until it is sent',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, second, write } = hands(house)
    const other = second()
    const type = (who: Visitor, text: string) =>
      who.post(
        `${OPEN}/reading`,
        { text, key: 'a-line-half-typed', last: '', seen: '0' },
        { part: true },
      )
    const reading = await type(laptop, 'c We are afr')
    t.match(reading.body, /Concern<\/b>.*We are afr/s)
    t.match(reading.body, 'Kept at 10.40')
    t.match(
      (await type(laptop, 'a Hold a stall @met')).body,
      /data-typed="@met" data-insert="@mps "/,
      'and what would complete it is offered',
    )
    await type(laptop, 'c We are afr')
    house.clock.pass({ minutes: 29 })
    await type(laptop, 'c We are afraid')
    t.equal(boxOf((await other.get(OPEN)).body), '', 'nobody else sees it')
    house.clock.pass({ minutes: 31 })
    const out = await type(laptop, 'c We are afraid at night')
    t.equal(out.headers['hx-redirect'], '/sign-in?kept=yes')
    const again = house.signIn(PEOPLE.coordinator)
    const page = (await again.get(OPEN)).body
    t.equal(
      boxOf(page),
      'c We are afraid at night',
      'nor is what was typed as the session ran out lost',
    )
    t.match(page, 'name="key" value="a-line-half-typed"')
    t.equal(boxOf((await second().get(OPEN)).body), '')
    await write(again, 'c We are afraid at night', { key: 'a-line-half-typed' })
    t.equal(boxOf((await again.get(OPEN)).body), '')
    await type(again, 'c We are afraid at night')
    t.equal(
      boxOf((await again.get(OPEN)).body),
      '',
      'and a slow line does not bring back what was sent',
    )
  },
)

t.test(
  'R25: a line sent when the session has run out waits on the desk, and one key is one line',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, ids } = hands(house)
    house.clock.pass({ minutes: 31 })
    const box = { key: 'a-line-too-late' }
    for (const part of [false, true]) await write(laptop, 'c We are afraid', box, { part })
    t.equal(ids().length, 2)
    const [kept, ...more] = house.store.people.keptForms(house.person(PEOPLE.coordinator).id)
    t.match(kept, { path: `${OPEN}/lines`, fields: { text: 'c We are afraid' } })
    t.same(more, [])
    const again = house.signIn(PEOPLE.coordinator)
    t.match((await again.get('/desk')).body, 'c We are afraid')
    await write(again, 'c We are afraid', box)
    t.equal(ids().length, 3)
    t.same(
      house.store.people.keptForms(house.person(PEOPLE.coordinator).id),
      [],
      'sent from the box, it is not sent again from the desk',
    )
  },
)

t.test('R25: a page that asks for news by itself keeps no session alive', async (t) => {
  const house = await openHouse({ t })
  const { laptop } = hands(house)
  await laptop.get(OPEN)
  for (let i = 0; i < 2; i++) {
    house.clock.pass({ minutes: 14 })
    t.equal((await laptop.get(`${OPEN}/news?seen=99999`, { part: true })).statusCode, 204)
  }
  house.clock.pass({ minutes: 3 })
  t.equal(
    (await laptop.get(`${OPEN}/news?seen=0`, { part: true })).headers['hx-redirect'],
    '/sign-in?ended=yes',
  )
  t.equal((await laptop.get(OPEN)).headers.location, '/sign-in')
})

t.test('R23: two who minute at one table see what the other writes', async (t) => {
  const house = await openHouse({ t })
  const { laptop, second, write, concern, action, notes } = hands(house)
  const other = second()
  let seen = 0
  const news = async () => {
    const answer = await other.get(`${OPEN}/news?seen=${seen}`, { part: true })
    seen = house.store.journal.lastId()
    return answer.statusCode === 204 ? null : answer.body
  }
  seen = Number(/name="seen" value="(\d+)"/.exec((await other.get(OPEN)).body)![1])
  t.equal(await news(), null, 'nothing yet')
  await write(laptop, 'c The park is dark')
  t.match(
    await news(),
    new RegExp(`id="item-${concern().id}".*Item </span>3.*The park is dark`, 's'),
  )
  const park = concern().id
  await write(laptop, 'a Mend the lamp\nn Thanks', { last: park })
  t.match(await news(), /Mend the lamp.*Thanks/s)
  await write(laptop, 'd- We meet in May\nh @mps')
  const body = (await news())!
  t.match(body, /id="note-\d+".*We meet in May/s)
  t.notMatch(body, 'No one from the police')
  t.notMatch(body, `id="item-${park}"`, 'only what changed')
  await write(laptop, 'u 1.3 parents met')
  t.match(await news(), /id="carried-3".*parents met/s)
  await laptop.post(`${OPEN}/actions/${action().id}/taking-out`)
  await laptop.post(`${OPEN}/notes/${notes()[0]!.id}/taking-out`)
  t.notMatch(await news(), 'Mend the lamp')
  await laptop.post(`${OPEN}/concerns/${park}/taking-out`)
  t.match(await news(), `data-gone="item-${park}"`)
  await write(other, 'c The stairs are dark', { last: park })
  t.equal(
    (await laptop.get(`${OPEN}/news?seen=0`)).statusCode,
    200,
    'R20: without htmx it is the whole page',
  )
})

t.test(
  'R25: what is half typed in a form of the page is there again, for that person alone, until it is saved',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, second } = hands(house)
    const [concernId] = house.store.roundTables.concernIds(
      house.store.roundTables.find('2022-q1')!.id,
    )
    const keep = (form: string, fields: object) =>
      laptop.post(
        '/desk/unsent',
        { place: OPEN, form, fields: JSON.stringify(fields) },
        { part: true },
      )
    t.match(
      (await keep(`item-${concernId}`, { text: 'Paint the corrid', by: 'March' })).body,
      /Kept at \d/,
    )
    await keep('new-concern', { text: 'The lift is bro' })
    const page = (await laptop.get(OPEN)).body
    t.match(page, /value="Paint the corrid"/)
    t.match(page, 'The lift is bro</textarea>')
    t.notMatch(
      (await second().get(OPEN)).body,
      /Paint the corrid|The lift is bro/,
      'nobody else sees it',
    )
    await laptop.post(`${OPEN}/concerns/${concernId}/actions`, {
      text: 'Paint the corridor',
      leadId: '',
      by: 'March',
    })
    await laptop.post(`${OPEN}/concerns`, { text: 'The lift is broken' })
    const after = (await laptop.get(OPEN)).body
    t.notMatch(
      after,
      /value="Paint the corrid"|The lift is bro</,
      'what is saved is not typed again',
    )
    t.equal((await keep('item-1', { text: 'x'.repeat(9000) })).statusCode, 400)
    t.equal(
      (
        await laptop.post('/desk/unsent', {
          place: 'https://elsewhere.example',
          form: 'x',
          fields: '{}',
        })
      ).statusCode,
      400,
    )
  },
)
