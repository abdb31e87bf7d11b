import t, { type Test } from 'tap'
import { ask, follow, onDisk, openHouse, passDays, publishTable, WISH } from './set-up.ts'
import type { House } from '../../../support/house.ts'

t.test('R27: stopping takes one step from anywhere, and the address is really gone', async (t) => {
  const house = await openHouse({ t })
  await eachWayOut(t, house)
  t.equal(house.store.followers.count(), 0)
  house.letters.length = 0
  await publishTable(house)
  await passDays(house, 4)
  t.same(
    house.letters.filter((each) => each.headers?.['List-Unsubscribe']),
    [],
  )
  const link = (await follow(house, 'stays@home.example')).replace('/unfollow/', '/follow/')
  t.equal(
    (await house.stranger().post(link, {}, { headers: { 'sec-fetch-site': 'cross-site' } }))
      .statusCode,
    403,
    'saying yes is done here alone',
  )
  t.equal(
    (
      await house
        .stranger()
        .post(
          '/follow',
          { email: 'a@b.example', ...WISH },
          { headers: { 'sec-fetch-site': 'cross-site' } },
        )
    ).statusCode,
    403,
  )
})

async function eachWayOut(t: Test, house: House) {
  const ends: [string, (path: string) => Promise<number>][] = [
    ['the button', async (path) => (await house.stranger().post(path)).statusCode],
    [
      'a mail program',
      async (path) =>
        (
          await house
            .stranger()
            .post(
              path,
              { 'List-Unsubscribe': 'One-Click' },
              { headers: { 'sec-fetch-site': undefined } },
            )
        ).statusCode,
    ],
    [
      'a mail program that sends it in parts',
      async (path) =>
        (
          await house.stranger().send(
            {
              method: 'POST',
              url: path,
              payload:
                '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
              headers: { 'content-type': 'multipart/form-data; boundary=x' },
            },
            { headers: { 'sec-fetch-site': 'cross-site' } },
          )
        ).statusCode,
    ],
    [
      'a mail program that sends nothing',
      async (path) =>
        (
          await house
            .stranger()
            .send({ method: 'POST', url: path }, { headers: { 'sec-fetch-site': undefined } })
        ).statusCode,
    ],
  ]
  for (const [i, [name, end]] of ends.entries()) {
    const email = `zqleaver${i}@home.example`
    const stop = await follow(house, email)
    t.match(onDisk(house), email)
    t.equal(await end(stop), 200, name)
    t.notMatch(onDisk(house), email, `${name}: not in the file, and not in its log`)
    t.equal((await house.stranger().post(stop)).statusCode, 200, 'again is no fault')
    t.equal(
      (await house.stranger().post(stop.replace('/unfollow/', '/follow/'))).statusCode,
      410,
      'an old link brings nobody back',
    )
  }
}

t.test('asking again sends one letter a day at most, and tells nobody who follows', async (t) => {
  const house = await openHouse({ t })
  await follow(house, 'follows@home.example')
  house.letters.length = 0
  const pages = new Set<string>()
  for (const email of [
    'follows@home.example',
    'never@home.example',
    'never@home.example',
    'NEVER@home.example',
    'follows@home.example',
  ])
    pages.add((await ask(house, email)).body)
  t.equal(pages.size, 1, 'the same page for each')
  t.same(
    house.letters.map((letter) => letter.to),
    ['never@home.example'],
  )
  const journal = house.store.journal
    .list(1, 5000)
    .filter((line) => line.verb === 'asked to follow').length
  t.equal(journal, 6, 'and the same work: each is written down')
  house.clock.pass({ hours: 25 })
  await ask(house, 'never@home.example')
  await ask(house, 'follows@home.example')
  t.same(
    house.letters.map((letter) => letter.to),
    ['never@home.example', 'never@home.example'],
  )
})

t.test(
  'R23: an address that is none is refused with what was typed; nothing is slipped into a letter',
  async (t) => {
    const house = await openHouse({ t })
    for (const typed of [
      '',
      'x',
      'a@b',
      'a@b.example, c@d.example',
      'a@b.example\r\nBcc: c@d.example',
      '"Bcc: c@d.example" <a@b.example>',
      'a@b.example>',
      `${'a'.repeat(250)}@b.example`,
      'a@b.example;c@d.example',
      '=?utf-8?q?x?=@b.example\n',
    ]) {
      const answer = await ask(house, typed)
      t.equal(answer.statusCode, 422, JSON.stringify(typed))
    }
    t.match((await ask(house, 'me "at" <home>')).body, 'value="me &quot;at&quot; &lt;home&gt;"')
    t.same(house.letters, [])
    t.equal(
      (await house.stranger().post('/follow', { email: 'a@b.example', ...WISH, other: 'x' }))
        .statusCode,
      400,
    )
    const one = house.stranger()
    for (let i = 0; i < 5; i++) await one.post('/follow', { email: `a${i}@b.example`, ...WISH })
    const stopped = await one.post('/follow', { email: 'a6@b.example', ...WISH })
    t.match([stopped.statusCode, stopped.body.includes('value="a6@b.example"')], [429, true])
  },
)
