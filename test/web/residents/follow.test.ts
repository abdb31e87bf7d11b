import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import Database from 'better-sqlite3'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { openHouse as open, PEOPLE, type House, type HouseOptions } from '../../support/house.ts'

/** The letters of the clock have gone already: these tests are about those who follow. */
const openHouse = async (options: HouseOptions): Promise<House> => {
  const house = await open(options)
  for (const row of house.store.letters.recent(50))
    house.store.letters.posted(row.id, house.clock.at(), true)
  return house
}

const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
}
const linkIn = (text: string): string =>
  text.match(/http:\/\/127\.0\.0\.1:3000(\S*\/(?:un)?follow\/\S+)/)![1]!
const ask = async (house: House, email: string, path = '/follow') => {
  const answer = await house.stranger().post(path, { email })
  await settle()
  return answer
}
/** Follows the whole way. Gives back the link that ends it. */
const follow = async (house: House, email: string, path = '/follow'): Promise<string> => {
  await ask(house, email, path)
  const link = linkIn(house.letters.at(-1)!.text)
  await house.stranger().post(link)
  return link.replace('/follow/', '/unfollow/')
}
const rows = (house: House): string => {
  const db = new Database(house.file, { readonly: true })
  const all = JSON.stringify(
    ['followers', 'letters', 'journal'].map((table) => db.prepare(`select * from ${table}`).all()),
  )
  db.close()
  return all
}
const onDisk = (house: House): string =>
  readdirSync(house.folder, { withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name), 'latin1'))
    .join('\n')

/** The page of a round table, told again. */
const publishTable = async (house: House, slug = '2021-q4'): Promise<void> => {
  const table = house.store.roundTables.find(slug)!
  const laptop = house.signIn(PEOPLE.coordinator)
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'round-table', roundTableId: table.id })).headers
      .location,
  )
  const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  const { words, coversIds } = draftOf(publication())!
  house.store.publications.recordDraft(
    publication().id,
    {
      ...words,
      ...(publication().releases.length > 0 && { change: { kind: 'news', words: '' } }),
    } as typeof words,
    coversIds,
    by,
  )
  for (const check of house.store.sources
    .checks(publication())
    .filter((each) => each.verdict === 'look'))
    await laptop.post(`${path}/overrulings`, {
      key: check.key,
      found: check.found,
      reason: 'It is safe',
    })
  await house
    .signIn(PEOPLE.approver)
    .post(`${path}/approval`, { draftId: draftOf(publication())!.id })
  const answer = await laptop.post(`${path}/publication`)
  if (answer.statusCode !== 303)
    throw new Error(`not published: ${answer.body.match(/class="errors.*?<\/div>/s)?.[0]}`)
  await settle()
}

t.test(
  'R21: nobody is written to before they asked and said yes; a link that a scanner opens changes nothing',
  async (t) => {
    const house = await openHouse({ t })
    const asked = await ask(house, 'Reader@Home.example')
    t.equal(asked.statusCode, 200)
    t.same(
      house.letters.map((letter) => letter.to),
      ['reader@home.example'],
    )
    const link = linkIn(house.letters[0]!.text)
    const before = rows(house)
    const scanner = house.stranger()
    for (let i = 0; i < 50; i++) {
      for (const path of [link, link.replace('/follow/', '/unfollow/')]) {
        const page = await scanner.get(path)
        t.match([page.statusCode, page.headers['cache-control']], [200, 'no-store'])
        t.equal((await scanner.head(path)).statusCode, 200)
      }
    }
    t.equal(rows(house), before)
    await publishTable(house)
    t.equal(house.letters.length, 1, 'asking is not following')
    t.match((await house.stranger().get(link)).body, `action="${link}"`)
    t.equal((await house.stranger().post(link)).statusCode, 200)
    t.equal(house.store.followers.count(), 1)
    t.equal((await house.stranger().post(link)).statusCode, 200, 'a second tap is no fault')
    t.equal(house.store.followers.count(), 1)
    t.equal(
      (await house.stranger().get('/follow/never-was')).body.replaceAll('never-was', ''),
      (await house.stranger().get(link)).body.replaceAll(link.split('/').at(-1)!, ''),
      'a link that never was looks the same',
    )
  },
)

t.test(
  'one letter for a round table at most, from the Board alone, in the language of the one who follows',
  async (t) => {
    const house = await openHouse({ t })
    await follow(house, 'one@home.example')
    await follow(house, 'two@home.example', '/ar/follow')
    house.letters.length = 0
    house.clock.pass({ days: 1 })
    await publishTable(house)
    t.same(house.letters.map((letter) => letter.to).toSorted(), [
      'one@home.example',
      'two@home.example',
    ])
    for (const letter of house.letters) {
      const stop = linkIn(letter.text)
      t.equal(letter.headers?.['List-Unsubscribe'], `<http://127.0.0.1:3000${stop}>`)
      t.equal(letter.headers?.['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click')
      t.match(stop, letter.to.startsWith('two') ? /^\/ar\/unfollow\// : /^\/unfollow\//)
      t.match(letter.messageId, /^<[\w-]+@round-table>$/)
      t.notMatch(
        JSON.stringify(letter),
        letter.to.startsWith('one') ? 'two@home' : 'one@home',
        'nobody sees another’s address',
      )
    }
    t.match(house.letters.find((each) => each.to.startsWith('two'))!.text, /[\u0600-\u06FF]/)
    t.match(
      house.letters.find((each) => each.to.startsWith('two'))!.text,
      'http://127.0.0.1:3000/ar/round-tables/',
      'it leads to the page it tells of',
    )
    house.clock.pass({ days: 3 })
    await publishTable(house)
    t.equal(house.letters.length, 2, 'told again, as draft and as agreed, is one letter')
    t.notMatch(JSON.stringify(house.letters), /family cases|Lantern Lane/i, 'R11')
  },
)

t.test('R27: stopping takes one step from anywhere, and the address is really gone', async (t) => {
  const house = await openHouse({ t })
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
  t.equal(house.store.followers.count(), 0)
  house.letters.length = 0
  await publishTable(house)
  t.same(house.letters, [])
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
        .post('/follow', { email: 'a@b.example' }, { headers: { 'sec-fetch-site': 'cross-site' } })
    ).statusCode,
    403,
  )
})

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
  'R27: an address whose owner never said yes is forgotten after a week, and may be asked for again',
  async (t) => {
    const house = await openHouse({ t })
    await ask(house, 'zqnever@home.example')
    const old = linkIn(house.letters[0]!.text)
    house.clock.pass({ days: 8 })
    t.equal((await house.stranger().post(old)).statusCode, 410)
    await ask(house, 'zqnever@home.example')
    t.equal(house.letters.length, 2)
    t.equal(
      (await house.stranger().post(linkIn(house.letters[1]!.text))).statusCode,
      200,
      'a new letter has a new link, and it works',
    )
    t.equal((await house.stranger().post(old)).statusCode, 410)
    await ask(house, 'zqother@home.example')
    house.clock.pass({ days: 8 })
    house.store.inbox.lapse(house.clock.at())
    t.notMatch(onDisk(house), 'zqother@home.example')
    t.match(onDisk(house), 'zqnever@home.example', 'who said yes still follows')
  },
)

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
      (await house.stranger().post('/follow', { email: 'a@b.example', other: 'x' })).statusCode,
      400,
    )
    const one = house.stranger()
    for (let i = 0; i < 5; i++) await one.post('/follow', { email: `a${i}@b.example` })
    const stopped = await one.post('/follow', { email: 'a6@b.example' })
    t.match([stopped.statusCode, stopped.body.includes('value="a6@b.example"')], [429, true])
  },
)
