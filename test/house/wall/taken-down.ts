import Database from 'better-sqlite3'
import t from 'tap'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { escaped, live, publishAgain, withdrawOne } from './set-up.ts'

t.test('R15: a withdrawn entry leaves none of its words in any copy', async (t) => {
  const house = await openHouse({ t })
  const { slug, words } = withdrawOne(house)
  const db = new Database(house.file, { readonly: true })
  t.teardown(() => db.close())
  const rows = db
    .prepare("select version, words, change_words from copies where kind = 'entry' and slug = ?")
    .all(slug) as { version: number; words: string; change_words: string }[]
  t.ok(rows.length > 1, 'it had been corrected')
  for (const row of rows) {
    t.equal(row.words, '{}', `the words of copy ${row.version}`)
    t.equal(row.change_words, '', `what copy ${row.version} said was changed`)
  }
  const all = JSON.stringify(db.prepare('select * from copies').all())
  t.same(
    words.filter((each) => all.includes(each)),
    [],
  )
})

t.test(
  'R15: words changed for privacy are gone from the copies before, and from what the Board holds',
  async (t) => {
    const house = await openHouse({ t })
    const { slug, id, words } = live(house)[0]!
    publishAgain(house, id, {
      ...words,
      did: 'We answered this in other words.',
      change: { kind: 'correction', words: 'The words were wrong about zqfamily.' },
    })
    publishAgain(house, id, {
      ...words,
      said: 'We said this in other words.',
      did: 'We answered this in other words.',
      change: { kind: 'privacy', words: GROUNDS[0] },
    })
    const copies = JSON.stringify(
      house.store.published.board().entries.find((entry) => entry.slug === slug),
    )
    t.notMatch(copies, words.said, 'the Board')
    t.notMatch(copies, /zqfamily/, 'nor what an earlier correction said of them')
    const page = await house.stranger().get(`/entries/${slug}`)
    t.notMatch(page.body, words.said)
    t.match(page.body, GROUNDS[0], 'the ground is shown')
    t.match(page.body, /for privacy/)
  },
)

t.test(
  'R11, R15: an entry is taken down at once when its concern is held in private',
  async (t) => {
    const house = await openHouse({ t })
    const { slug, concernId, words } = live(house)[0]!
    const coordinator = house.signIn(PEOPLE.coordinator)
    t.equal(
      (
        await coordinator.post(`/desk/concerns/${concernId}/depth`, {
          depth: 'named',
          ground: GROUNDS[0],
          list: [house.person(PEOPLE.coordinator).id],
        })
      ).statusCode,
      303,
    )
    const stranger = house.stranger()
    t.equal((await stranger.get(`/entries/${slug}`)).statusCode, 410)
    for (const address of ['/', `/entries/${slug}`, '/round-tables', '/about', '/privacy'])
      t.notOk((await stranger.get(address)).body.includes(escaped(words.said)), address)
  },
)
