import t, { type Test } from 'tap'
import type { EntryWords } from '../../../../src/domain/publishing/kinds/entry.ts'
import type { House } from '../../../support/house.ts'
import { entryWords, tableWords, tell, tellAgain, withdraw } from '../../../support/publications.ts'
import { ask, follow, linkIn, newsTo, onDisk, openHouse, passDays } from './set-up.ts'

const FACTS = {
  said: 'The stairs are dark.',
  theme: { code: 'safety', name: 'Safety' },
  area: { code: 'lisson-grove', name: 'Lisson Grove' },
} as const
const HEARD = entryWords({ ...FACTS, did: 'No answer.', standing: 'unanswered', on: null })
const under = (did: string): EntryWords =>
  entryWords({ ...FACTS, did, standing: 'under-way', change: { kind: 'news', words: '' } })

const told = (house: House, over: Partial<EntryWords> = {}) =>
  tell(house.store, { ...HEARD, ...over }, house.clock.at())
const again = (house: House, id: number, words: EntryWords) =>
  tellAgain(house.store, id, words, house.clock.at())
const met = (house: House, heldOn: string) =>
  tell(house.store, tableWords({ heldOn, state: 'draft' }), house.clock.at())

t.test(
  'R28, R15: through three round tables a resident is written to of what they follow, in their language, and of nothing else',
  async (t) => {
    const house = await openHouse({ t })
    const { id, slug } = told(house)
    const other = told(house, { said: 'The lift is slow.', theme: null, area: null })
    await follow(house, 'one@home.example', '/follow', { what: `entry:${slug}`, often: 'week' })
    await follow(house, 'ar@home.example', '/ar/follow', { what: `entry:${slug}`, often: 'table' })
    await follow(house, 'theme@home.example', '/follow', { what: 'theme:safety', often: 'week' })
    await follow(house, 'area@home.example', '/follow', {
      what: 'area:lisson-grove',
      often: 'week',
    })
    await passDays(house, 8)
    for (const each of ['one', 'ar', 'theme', 'area'])
      t.same(newsTo(house, `${each}@home.example`), [], 'nothing is new yet')

    await t.test('the first: work has begun', (t) => begins(t, house, id, other.id))
    await t.test('more is said, twice in a week', (t) => saysMore(t, house, id))
    await t.test('the second: it is done', (t) => isDone(t, house, id))
    await t.test('the third: it is taken down', (t) => isGone(t, house, id))
  },
)

async function begins(t: Test, house: House, id: number, otherId: number) {
  met(house, '2022-04-05')
  again(house, id, under('New lamps are ordered.'))
  again(house, otherId, { ...under('The lift is looked at.'), theme: null, area: null })
  await passDays(house, 4)
  for (const each of ['one', 'theme', 'area']) {
    const [letter, ...more] = newsTo(house, `${each}@home.example`)
    t.same(more, [], 'one letter')
    t.match(letter!.text, /The stairs are dark\.[^]*Before: No answer yet\. Now: Under way\./)
    t.match(letter!.text, 'New lamps are ordered.')
    t.notMatch(letter!.text, 'lift', 'what they do not follow is not in it')
    t.match(letter!.subject, /^Mosaic Community Trust: what you follow has changed/)
    t.notMatch(letter!.subject, /stairs|Safety|Lisson/, 'a phone on a table tells nobody')
  }
  const [arabic] = newsTo(house, 'ar@home.example')
  t.match(arabic!.text, 'قبلاً: بلا ردّ حتى الآن. الآن: قيد التنفيذ.')
  t.match(arabic!.html, /<html lang="ar" dir="rtl">/)
  t.match(arabic!.subject, 'تغيّر ما تتابعونه')
}

async function saysMore(t: Test, house: House, id: number) {
  again(house, id, under('The lamps have come.'))
  await passDays(house, 2)
  again(house, id, under('The lamps are being put up.'))
  await passDays(house, 8)
  const second = newsTo(house, 'one@home.example')
  t.equal(second.length, 2, 'once a week at most')
  t.match(second[1]!.text, /There is more to say\. Now: Under way\.[^]*being put up/)
  t.notMatch(second[1]!.text, 'have come')
  t.equal(newsTo(house, 'ar@home.example').length, 1, 'and one for a round table')
}

async function isDone(t: Test, house: House, id: number) {
  met(house, '2022-04-26')
  again(house, id, {
    ...under('The lamps are lit.'),
    standing: 'done',
  })
  await passDays(house, 10)
  t.match(newsTo(house, 'one@home.example')[2]!.text, 'Before: Under way. Now: Done.')
  t.equal(newsTo(house, 'ar@home.example').length, 2)
  t.match(newsTo(house, 'ar@home.example')[1]!.text, 'الآن: أُنجز')
}

async function isGone(t: Test, house: House, id: number) {
  met(house, '2022-05-10')
  withdraw(house.store, id, house.clock.at())
  await passDays(house, 10)
  const last = newsTo(house, 'one@home.example')
  t.equal(last.length, 4)
  t.match(last[3]!.text, /taken down on[^]*It was wrong\./)
  t.match(last[3]!.text, 'This is the last email')
  t.notMatch(last[3]!.text + last[3]!.html, /stairs|lamps/, 'R15: never the old words')
  t.equal(newsTo(house, 'theme@home.example').length, 3, 'of what it was about it says nothing')
  t.equal(newsTo(house, 'ar@home.example').length, 3)
  const { store } = house
  t.equal(store.followers.list().length, 2, 'who followed that one alone is forgotten')
  t.notMatch(onDisk(house), /one@home\.example|ar@home\.example/, 'R27: and really gone')
}

t.test(
  'R21, R31: what they follow is changed by the link of any letter, by a POST alone, and twice is once',
  async (t) => {
    const house = await openHouse({ t })
    const { id, slug } = told(house)
    const stop = await follow(house, 'reader@home.example', '/ur/follow', {
      what: `entry:${slug}`,
      often: 'table',
    })
    const page = await house.stranger().get(stop)
    t.match(page.body, 'The stairs are dark.')
    t.match([page.headers['cache-control'], page.headers['set-cookie']], ['no-store', undefined])
    const none = await house.stranger().post(`${stop}/choices`, { more: '', often: 'week' })
    t.equal(none.statusCode, 422)
    t.match(none.body, /value="week"[^>]*checked/, 'R23: what was chosen is still there')
    const wish = { keep: `entry:${slug}`, more: 'theme:safety', often: 'week' }
    const english = stop.replace('/ur/', '/')
    const change = () => house.stranger().post(`${english}/choices`, wish)
    t.equal((await change()).statusCode, 200)
    const lines = house.store.journal.count()
    t.equal((await change()).statusCode, 200)
    t.equal(house.store.journal.count(), lines, 'R31: chosen twice is changed once')
    const [follower] = house.store.followers.list()
    t.match(follower, { often: 'week', language: 'en' }, 'in the language of the page')
    t.same(
      follower!.follows.map((each) => each.scope),
      ['entry', 'theme'],
    )
    house.clock.pass({ minutes: 1 })
    again(house, id, under('New lamps are ordered.'))
    await passDays(house, 3)
    const letters = newsTo(house, 'reader@home.example')
    t.equal(letters.length, 1)
    t.equal(letters[0]!.text.split('New lamps').length, 2, 'twice followed is told once')
    const newer = linkIn(letters[0]!.text)
    t.not(newer, english, 'each letter has a key of its own')
    t.notMatch(onDisk(house), newer.split('/').at(-1), 'of which a digest is kept')
    t.equal(
      (
        await house.stranger().post(`${newer}/choices`, {
          keep: 'theme:safety',
          more: '',
          often: 'week',
        })
      ).statusCode,
      200,
    )
    t.equal(
      (await house.stranger().post(english.replace('/unfollow/', '/follow/'))).statusCode,
      410,
      'a yes to what was dropped since brings it back to nobody',
    )
    t.same(
      house.store.followers.list()[0]!.follows.map((each) => each.scope),
      ['theme'],
    )
    t.equal(
      (await house.stranger().post('/unfollow/nobody/choices', wish)).statusCode,
      410,
      'whoever has no key changes nothing',
    )
  },
)

t.test('R21: another hand that types an address changes nothing for who follows', async (t) => {
  const house = await openHouse({ t })
  const { slug } = told(house)
  await follow(house, 'reader@home.example', '/follow', { what: `entry:${slug}`, often: 'week' })
  house.letters.length = 0
  for (const what of ['all', 'theme:safety', 'area:lisson-grove', `entry:${slug}`, 'all'])
    await house
      .stranger()
      .post('/ar/follow', { email: 'reader@home.example', what, often: 'table' })
  await passDays(house, 0)
  const asked = house.letters.filter((each) => each.to === 'reader@home.example')
  t.equal(asked.length, 3, 'one letter for each choice, and none for one asked about today')
  const [follower] = house.store.followers.list()
  t.match(follower, { often: 'week', language: 'en' })
  t.equal(follower!.follows.length, 1)
})

t.test('R10, R23: what is not on the board cannot be followed', async (t) => {
  const house = await openHouse({ t })
  const { slug, id } = told(house)
  const email = 'reader@home.example'
  t.match((await house.stranger().get(`/follow?entry=${slug}`)).body, 'The stairs are dark.')
  withdraw(house.store, id, house.clock.at())
  t.notMatch((await house.stranger().get(`/follow?entry=${slug}`)).body, 'stairs')
  for (const what of [`entry:${slug}`, 'entry:never', 'theme:safety', 'area:<b>', '', 'all:x']) {
    const answer = await house.stranger().post('/follow', { email, what, often: 'week' })
    t.equal(answer.statusCode, 422, what)
    t.match(answer.body, `value="${email}"`)
  }
  t.same(house.letters, [])
})

t.test(
  'R21: a stranger who asks three times for an address does not use up what its owner asks',
  async (t) => {
    const house = await openHouse({ t })
    told(house)
    house.letters.length = 0
    const email = 'reader@home.example'
    for (const [path, often] of [
      ['/follow', 'table'],
      ['/follow', 'week'],
      ['/ar/follow', 'week'],
    ] as const)
      await ask(house, email, path, { often })
    t.equal(house.letters.length, 1, 'one letter a day for a choice, in whatever language')
    await follow(house, email, '/follow', { what: 'theme:safety' })
    t.equal(house.letters.length, 2)
    t.match(house.store.followers.list()[0]!.follows, [{ scope: 'theme', of: 'safety' }])
    for (let i = 0; i < 12; i++)
      house.store.inbox.askToFollow(
        email,
        { scope: 'entry', of: `entry-${i}`, often: 'week', language: 'en' },
        house.clock.at(),
      )
    await ask(house, 'other@home.example')
    t.equal(
      house.store.letters.recent(50).filter((each) => each.kind === 'follow').length,
      11,
      'and ten a day to one address',
    )
  },
)
