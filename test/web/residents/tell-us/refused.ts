import Database from 'better-sqlite3'
import t from 'tap'
import { type House, openHouse } from '../../../support/house.ts'
import { lookUp } from '../../../support/house/residents.ts'
import { blank, newest, numberIn, tell } from './set-up.ts'

const count = (house: House): number => house.store.messages.listUnfiltered().length

t.test('R23: what is wrong is said beside its field, with everything typed kept', async (t) => {
  const house = await openHouse({ t })
  const before = count(house)
  const typed = { area: 'church-street', name: 'Amina <b>', reach: '07700 900123 "x"' }
  const resident = house.stranger()
  const empty = await tell(resident, '   ', typed)
  t.equal(empty.statusCode, 422)
  t.match(empty.body, 'id="text-error"')
  for (const kept of [
    'value="Amina &lt;b&gt;"',
    'value="07700 900123 &quot;x&quot;"',
    /value="church-street" selected/,
  ])
    t.match(empty.body, kept)
  const long = `${'اب'.repeat(2001)} end`
  const tooLong = await tell(resident, long, typed)
  t.equal(tooLong.statusCode, 422)
  t.match(tooLong.body, `${long}</textarea>`)
  const longName = await tell(resident, 'The lift', { ...typed, name: 'n'.repeat(101) })
  t.equal(longName.statusCode, 422)
  t.match(longName.body, 'id="name-error"')
  t.notMatch(longName.body, 'id="text-error"', 'what is right is not called wrong')
  const longReach = await tell(resident, 'The lift', { ...typed, reach: 'r'.repeat(201) })
  t.match(
    [
      longReach.statusCode,
      longReach.body.includes('id="reach-error"'),
      longReach.body.includes('fewer than 200'),
    ],
    [422, true, true],
  )
  t.equal((await tell(resident, 'The lift', { other: 'x' })).statusCode, 400)
  t.equal((await tell(resident, 'x'.repeat(300_000))).statusCode, 413)
  t.equal(
    (
      await resident.send({
        method: 'POST',
        url: '/tell-us',
        payload: '{}',
        headers: { 'content-type': 'application/json' },
      })
    ).statusCode,
    415,
  )
  t.equal((await tell(resident, 'The lift', {}, '/tell-us?x=1')).statusCode, 200)
  t.equal(count(house), before + 1)
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': undefined },
    { 'sec-fetch-site': undefined, origin: 'https://other.example' },
  ]) {
    t.equal(
      (await resident.post('/tell-us', { ...blank, text: 'From elsewhere' }, { headers }))
        .statusCode,
      403,
    )
  }
  t.equal(count(house), before + 1)
})

t.test(
  'R22: two taps, a slow line and a page loaded again are one message; other words or a way to reach them are another',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    const before = count(house)
    const answers = await Promise.all([
      tell(resident, 'The lift is broken'),
      tell(resident, 'The lift is broken'),
      tell(resident, ' The lift is broken \r\n'),
    ])
    house.clock.pass({ minutes: 9 })
    answers.push(await tell(resident, 'The lift is broken'))
    t.equal(new Set(answers.map(numberIn)).size, 1)
    t.equal(count(house), before + 1)
    const again = await tell(resident, 'The lift is broken', { reach: '07700 900123' })
    t.not(numberIn(again), numberIn(answers[0]!))
    t.same(
      newest(house).contact,
      { name: '', reach: '07700 900123' },
      'the way to reach them is not lost',
    )
    t.not(
      numberIn(await tell(house.stranger(), 'The lift is broken')),
      numberIn(answers[0]!),
      'another person gets another number',
    )
    t.equal(newest(house).contact, null)
    await tell(house.stranger(), 'I only give a name', { name: 'Amina' })
    t.same(newest(house).contact, { name: 'Amina', reach: '' }, 'what was acknowledged was kept')
    // On the disk before it is acknowledged: another connection sees it.
    const db = new Database(house.file, { readonly: true })
    t.equal(db.prepare('select count(*) from messages').pluck().get(), count(house))
    db.close()
  },
)

t.test('a page that was sent is loaded again or read in another language', async (t) => {
  const house = await openHouse({ t })
  const sent = await tell(house.stranger(), 'The lift is broken')
  const replies = await lookUp(house.stranger(), numberIn(sent))
  const wrong = await lookUp(house.stranger(), 'AAAAA-AAAAA')
  t.equal(wrong.statusCode, 422)
  for (const answer of [sent, replies, wrong]) {
    for (const [, href] of answer.body.matchAll(/<a href="([^"#]*)"[^>]*hreflang/g))
      t.equal((await house.stranger().get(href!)).statusCode, 200, href!)
  }
  t.match((await house.stranger().get('/tell-us/what-became-of-it')).body, 'rel="canonical"')
})

t.test(
  'floods are stopped without puzzles, with everything typed kept, and the next caller is not held up',
  async (t) => {
    const house = await openHouse({ t })
    const one = house.stranger()
    for (let i = 0; i < 5; i++) t.equal((await tell(one, `Flood ${i}`)).statusCode, 200)
    const stopped = await tell(one, 'The sixth in an hour', {
      area: 'church-street',
      name: 'A',
      reach: 'B',
    })
    t.equal(stopped.statusCode, 429)
    for (const kept of ['The sixth in an hour</textarea>', 'value="A"', 'value="B"'])
      t.match(stopped.body, kept)
    t.equal((await tell(house.stranger(), 'Somebody else')).statusCode, 200)
    t.equal((await tell(one, 'Flood 4')).statusCode, 200, 'what was taken is still acknowledged')
    house.clock.pass({ minutes: 61 })
    t.equal((await tell(one, 'The sixth in an hour')).statusCode, 200)
  },
)
