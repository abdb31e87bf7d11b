import t from 'tap'
import { HOUR, keepLimits } from '../../../../src/web/limits.ts'
import { keepSums } from '../../../../src/web/board/residents/small-sum.ts'
import { type House, openHouse } from '../../../support/house.ts'
import { blank, from } from './set-up.ts'

const count = (house: House): number => house.store.messages.listUnfiltered().length

t.test(
  'a flood from one line that names another browser each time does not close the form to everybody else',
  async (t) => {
    const house = await openHouse({ t })
    const before = count(house)
    let stopped = 0
    for (let i = 0; i < 150; i++)
      stopped += Number(
        (await from(house, '/tell-us', { ...blank, text: `Flood ${i}` }, { agent: `browser ${i}` }))
          .statusCode === 429,
      )
    t.equal(count(house) - before, 30)
    t.equal(stopped, 120)
    t.equal(
      (await from(house, '/tell-us', { ...blank, text: 'I need help' }, { ip: '192.0.2.2' }))
        .statusCode,
      303,
      'somebody on another line',
    )

    for (let i = 0; i < 60; i++)
      await from(
        house,
        '/tell-us',
        { ...blank, text: `Flood ${i}` },
        { ip: `2001:db8:1:2:${i.toString(16)}::${i}`, agent: `browser ${i}` },
      )
    t.equal(count(house) - before, 61, 'one who has many new addresses has one line')
    t.equal(
      (
        await from(
          house,
          '/tell-us',
          { ...blank, text: 'I need help too' },
          { ip: '2001:db8:1:3::1' },
        )
      ).statusCode,
      303,
    )
    // What a client says of its own address is not believed.
    t.equal(
      (
        await from(
          house,
          '/tell-us',
          { ...blank, text: 'Again' },
          { more: { 'x-forwarded-for': '198.51.100.7', forwarded: 'for=198.51.100.7' } },
        )
      ).statusCode,
      429,
    )
  },
)

t.test(
  'R23, R27: what a flood from everywhere costs is one small sum: the form is never closed, keeps what was typed, and says that there is a phone',
  async (t) => {
    const house = await openHouse({ t })
    for (let i = 0; i < 120; i++)
      await from(house, '/tell-us', { ...blank, text: `Flood ${i}` }, { ip: `198.51.${i}.1` })
    const honest = house.stranger()
    const answer = await honest.post('/tell-us', { ...blank, text: 'I need help' })
    t.equal(answer.statusCode, 429)
    t.match(answer.body, 'I need help</textarea>')
    t.match(answer.body, /href="tel:/)
    t.match(answer.body, 'Very many messages are coming in just now')
    const before = count(house)
    const form = { ...blank, text: 'I need help', ...sumIn(answer.body) }
    const wrong = await honest.post('/tell-us', { ...form, sum: '99' })
    t.match(wrong.body, 'That is not the answer')
    t.match(wrong.body, 'I need help</textarea>')
    t.equal((await honest.post('/tell-us', form)).statusCode, 303, 'the right answer lets it in')
    t.equal(count(house), before + 1)
    const spent = await house.stranger().post('/tell-us', { ...form, text: 'Another' })
    t.equal(spent.statusCode, 429, 'and lets in one')
    house.clock.pass({ minutes: 61 })
    t.equal((await honest.post('/tell-us', { ...blank, text: 'Later' })).statusCode, 303)
  },
)

t.test('the sum is asked in their language, and the digits of their keyboard do', async (t) => {
  const house = await openHouse({ t })
  for (let i = 0; i < 120; i++)
    await from(house, '/tell-us', { ...blank, text: `Flood ${i}` }, { ip: `198.51.${i}.1` })
  const honest = house.stranger()
  const answer = await honest.post('/fa/tell-us', { ...blank, text: 'کمک لازم دارم' })
  t.match(answer.body, 'چند می‌شود؟')
  const { sum, asked } = sumIn(answer.body)
  const typed = [...sum].map((digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]).join('')
  const form = { ...blank, text: 'کمک لازم دارم', asked, sum: typed }
  t.equal((await honest.post('/fa/tell-us', form)).statusCode, 303)
})

t.test('a sum that nobody asked, or asked long ago, lets nothing in', async (t) => {
  const sums = keepSums()
  const at = '2022-01-27T10:00:00.000Z'
  const { a, b, mark } = sums.ask(at)
  t.notOk(sums.isDone('', String(a + b), at))
  t.notOk(sums.isDone(`${mark.slice(0, -1)}é`, String(a + b), at), 'a letter that no mark has')
  t.notOk(sums.isDone(keepSums().ask(at).mark, String(a + b), at), 'asked elsewhere')
  t.notOk(sums.isDone(mark.replace(/^\d/, '7').replace(/\.\d/, '.1'), '8', at) && a !== 7)
  t.notOk(sums.isDone(mark, String(a + b), '2022-01-27T11:00:00.000Z'), 'an hour later')
  t.ok(sums.isDone(mark, ` ${a + b} `, at))
  t.notOk(sums.isDone(mark, String(a + b), at), 'twice')
})

/** The sum that a page asks, with its answer, as a person fills it in. */
const sumIn = (html: string): { sum: string; asked: string } => {
  const asked = /name="asked" value="([^"]+)"/.exec(html)![1]!
  const [a, b] = asked.split('.').map(Number)
  return { sum: String(a! + b!), asked }
}

t.test(
  'what is counted together is not forgotten in a flood of other names, and what is held does not grow for ever',
  async (t) => {
    const isTooMuch = keepLimits(() => new Date('2022-01-27T10:00:00Z'))
    for (let i = 0; i < 10; i++) isTooMuch('message', null, 10, HOUR)
    t.ok(isTooMuch('message', null, 10, HOUR))
    const begun = performance.now()
    for (let i = 0; i < 200_000; i++) isTooMuch('reference', `caller ${i}`, 10, HOUR)
    t.ok(isTooMuch('message', null, 10, HOUR))
    t.ok(performance.now() - begun < 10_000, 'and each costs the same, however many there are')
  },
)

t.test('votes are not stuffed without end from one line', async (t) => {
  const house = await openHouse({ t })
  const { version } = house.store.published
    .board()
    .entries.find((each) => each.slug === '2021-q3-1')!
  const before = house.store.verdicts.count('2021-q3-1', 'difference', version).no
  for (let i = 0; i < 140; i++)
    await from(
      house,
      '/entries/2021-q3-1/verdicts',
      { question: 'difference', verdict: 'no', word: '' },
      { agent: `browser ${i}` },
    )
  t.equal(house.store.verdicts.count('2021-q3-1', 'difference', version).no - before, 120)
  t.equal(
    (
      await from(
        house,
        '/entries/2021-q3-1/verdicts',
        { question: 'difference', verdict: 'no', word: '' },
        { ip: '192.0.2.9' },
      )
    ).statusCode,
    303,
  )
})

t.test('R23: a flood of followers costs the next one a small sum, and no more', async (t) => {
  const house = await openHouse({ t })
  const wish = { what: 'all', often: 'week' }
  for (let i = 0; i < 200; i++)
    await from(
      house,
      '/follow',
      { ...wish, email: `a${i}@home.example` },
      { ip: `198.51.${i >> 4}.${i}` },
    )
  const honest = house.stranger()
  const form = { ...wish, email: 'reader@home.example' }
  const asked = await honest.post('/follow', form)
  t.equal(asked.statusCode, 429)
  t.match(asked.body, 'value="reader@home.example"')
  t.match(asked.body, 'Very many messages are coming in just now')
  const followers = house.store.letters.recent(1000).length
  t.equal((await honest.post('/follow', { ...form, ...sumIn(asked.body) })).statusCode, 200)
  t.equal(
    house.store.letters.recent(1000).length,
    followers + 1,
    'they are asked whether they mean it',
  )
})

t.test('letters are not sent without end from one line', async (t) => {
  const house = await openHouse({ t })
  for (let i = 0; i < 40; i++)
    await from(
      house,
      '/follow',
      { email: `victim+${i}@home.example`, what: 'all', often: 'table' },
      { agent: `browser ${i}` },
    )
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
  t.equal(house.letters.length, 20)
})
