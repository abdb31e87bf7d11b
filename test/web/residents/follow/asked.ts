import Database from 'better-sqlite3'
import t from 'tap'
import type { House } from '../../../support/house.ts'
import { ask, follow, linkIn, newsTo, onDisk, openHouse, passDays, publishTable } from './set-up.ts'

const rows = (house: House): string => {
  const db = new Database(house.file, { readonly: true })
  const all = JSON.stringify(
    ['followers', 'letters', 'journal'].map((table) => db.prepare(`select * from ${table}`).all()),
  )
  db.close()
  return all
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
    await passDays(house, 4)
    t.same(newsTo(house, 'reader@home.example'), [], 'asking is not following')
    t.match((await house.stranger().get(link)).body, `action="${link}"`)
    const asks = (await house.stranger().get(link)).body
    t.match(
      asks,
      'This counts for everything you follow',
      'and the one who holds a key reads to what',
    )
    t.equal((await house.stranger().post(link)).statusCode, 200)
    t.equal(house.store.followers.count(), 1)
    t.equal((await house.stranger().post(link)).statusCode, 200, 'a second tap is no fault')
    t.equal(house.store.followers.count(), 1)
    const never = (await house.stranger().get('/follow/never-was')).body
    t.match(never, 'action="/follow/never-was"', 'a link that never was asks the same')
    t.notMatch(never, 'This counts for everything you follow')
    const after = (await house.stranger().get(link)).body
    t.notMatch(after, `action="${link}"`, 'who said yes is not asked again')
    t.match(after, link.replace('/follow/', '/unfollow/'), 'and finds the way to stop or change')
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
    await passDays(house, 4)
    const sent = [...newsTo(house, 'one@home.example'), ...newsTo(house, 'two@home.example')]
    t.same(
      sent.map((letter) => letter.to),
      ['one@home.example', 'two@home.example'],
    )
    for (const letter of sent) {
      const stop = linkIn(letter.text)
      t.equal(letter.headers?.['List-Unsubscribe'], `<http://127.0.0.1:3000${stop}>`)
      t.equal(letter.headers?.['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click')
      t.match(stop, letter.to.startsWith('two') ? /^\/ar\/unfollow\// : /^\/unfollow\//)
      t.match(letter.messageId, /^<[\w-]+@round-table\.localhost>$/)
      t.notMatch(
        JSON.stringify(letter),
        letter.to.startsWith('one') ? 'two@home' : 'one@home',
        'nobody sees another’s address',
      )
    }
    const [, arabic] = sent
    t.match(arabic!.text, /[\u0600-\u06FF]/)
    t.match(arabic!.html, /<html lang="ar" dir="rtl">/)
    t.match(
      arabic!.text,
      'http://127.0.0.1:3000/ar/round-tables/',
      'it leads to the page it tells of',
    )
    await publishTable(house)
    await passDays(house, 4)
    t.equal(
      newsTo(house, 'one@home.example').length,
      1,
      'told again, as draft and as agreed, is one letter',
    )
    t.notMatch(JSON.stringify(house.letters), /family cases|Lantern Lane/i, 'R11')
  },
)

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
