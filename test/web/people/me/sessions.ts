import t from 'tap'
import { type House, PEOPLE, type Visitor } from '../../../support/house.ts'
import { me, open } from './set-up.ts'

const UA = {
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  android:
    'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
  samsung:
    'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0',
  safari:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
}
/** Through the pages, on a device that says what it is. */
const comeBy = async (
  house: House,
  email: string,
  userAgent: string | undefined,
): Promise<Visitor> => {
  const browser = house.stranger()
  const headers = { 'user-agent': userAgent }
  await browser.post('/sign-in', { email }, { headers })
  const code = /code is (\w+)/.exec(house.letters.at(-1)!.text)![1]!
  const came = await browser.post('/sign-in/code', { code }, { headers })
  if (came.headers.location !== '/desk') throw new Error(`not in: ${came.statusCode}`)
  return browser
}
const section = (body: string, heading: string): string =>
  new RegExp(`<section[^>]*aria-labelledby="${heading}"[\\s\\S]*?</section>`).exec(body)![0]
const listed = (body: string): string[] =>
  [...section(body, 'sessions').matchAll(/<li>[\s\S]*?<\/li>/g)].map((each) =>
    each[0]
      .replace(/<span class="vh">[\s\S]*?<\/span>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
const endings = (body: string): string[] =>
  [...body.matchAll(/action="(\/desk\/me\/sessions\/\d+\/ending)"/g)].map((each) => each[1]!)
const isIn = async (browser: Visitor): Promise<boolean> =>
  (await browser.get('/desk')).statusCode === 200

t.test(
  'R25: people see where they are signed in, in words they know, this one first named, and nobody else’s',
  async (t) => {
    const house = await open(t)
    const words: [string | undefined, string][] = [
      [UA.iphone, 'Safari on an iPhone'],
      [UA.android, 'Chrome on an Android phone'],
      [UA.samsung, 'Samsung Internet on an Android phone'],
      [UA.edge, 'Edge on Windows'],
      [UA.firefox, 'Firefox on a computer'],
      ['<script>alert(1)</script>', 'A browser on another device'],
      [UA.safari, 'Safari on a Mac'],
    ]
    let last: Visitor | undefined
    for (const [userAgent] of words) {
      last = await comeBy(house, PEOPLE.observer, userAgent)
      house.clock.pass({ minutes: 3 })
    }
    house.signIn(PEOPLE.officer)
    const page = await me(last!)
    const lines = listed(page)
    t.same(
      lines.map((line) => line.replace(/ (This one )?Since.*$/, '')),
      words.map(([, said]) => said).toReversed(),
    )
    t.same(
      lines.map((line) => line.includes('This one')),
      [true, false, false, false, false, false, false],
    )
    t.match(lines[0], /This one Since 27 January 2022, 10\.58\. Last seen /)
    t.equal(endings(page).length, 6, 'and this one is ended by signing out')
    t.notMatch(page, 'alert(1)')
  },
)

t.test('R25: one session is ended, and is out on its next request, part or page', async (t) => {
  const house = await open(t)
  const lost = await comeBy(house, PEOPLE.observer, UA.iphone)
  const kept = await comeBy(house, PEOPLE.observer, UA.android)
  const laptop = await comeBy(house, PEOPLE.observer, UA.edge)
  const paths = endings(await me(laptop))
  t.equal(paths.length, 2)
  t.equal((await laptop.post(paths[1]!)).headers.location, '/desk/me')
  t.equal((await lost.get('/desk')).headers.location, '/sign-in')
  t.equal((await lost.get('/desk', { part: true })).headers['hx-redirect'], '/sign-in')
  t.equal(
    (await lost.post('/desk/me/sessions/ending')).headers.location,
    '/sign-in',
    'and ends no other',
  )
  for (const browser of [kept, laptop]) t.ok(await isIn(browser))
  t.equal((await laptop.post(paths[1]!)).statusCode, 404, 'what is ended is not there')
  t.match(
    listed(await me(laptop)).map((line) => line.split(' ')[0]),
    ['Edge', 'Chrome'],
  )
  t.ok(house.store.journal.list(1).some((line) => line.verb === 'signed out'))
})

t.test('R25: all others are ended at once, this one never', async (t) => {
  const house = await open(t)
  const others = [
    await comeBy(house, PEOPLE.observer, UA.iphone),
    await comeBy(house, PEOPLE.observer, UA.android),
  ]
  const laptop = await comeBy(house, PEOPLE.observer, UA.edge)
  const bystander = house.signIn(PEOPLE.officer)
  t.match(await me(laptop), 'Sign out everywhere else')
  t.equal((await laptop.post('/desk/me/sessions/ending')).headers.location, '/desk/me')
  for (const each of others) t.notOk(await isIn(each))
  t.ok(await isIn(laptop))
  t.ok(await isIn(bystander))
  t.notMatch(await me(laptop), 'Sign out everywhere else')
})

t.test(
  'R25: nobody ends this session by its number, someone else’s, or one that is not there',
  async (t) => {
    const house = await open(t)
    const laptop = house.signIn(PEOPLE.observer)
    const victim = house.signIn(PEOPLE.officer)
    const idOf = (email: string): number =>
      house.store.signIn.liveSessions(house.person(email).id, house.clock.at())[0]!.id
    for (const id of [idOf(PEOPLE.observer), idOf(PEOPLE.officer), 99999, 0, -1, '1e0', 'x', '1.5'])
      t.equal((await laptop.post(`/desk/me/sessions/${id}/ending`)).statusCode, 404, String(id))
    t.ok(await isIn(laptop))
    t.ok(await isIn(victim))
    t.equal(
      (await laptop.post('/desk/me/sessions/ending', { all: 'yes' })).statusCode,
      400,
      'a form with a field we do not know',
    )
    house.clock.pass({ minutes: 31 })
    const later = house.signIn(PEOPLE.observer)
    t.equal(listed(await me(later)).length, 1, 'a session that ran out is not listed')
  },
)

t.test(
  'R25: what was typed survives a session that ran out; one that was ended leaves nothing behind, and takes nothing with it',
  async (t) => {
    const house = await open(t)
    const person = house.person(PEOPLE.coordinator)
    const kept = () => house.store.people.keptForms(person.id)
    const old = house.signIn(PEOPLE.coordinator)
    house.clock.pass({ minutes: 31 })
    t.equal(
      (await old.post('/desk/concerns', { text: 'Dark stairs on the estate', originKind: 'phone' }))
        .headers.location,
      '/sign-in?kept=yes',
    )
    const stolen = house.signIn(PEOPLE.coordinator)
    const laptop = house.signIn(PEOPLE.coordinator)
    house.store.typedLines.keep(
      person.id,
      '/desk/round-tables/2022-q1',
      'quick',
      { text: 'half a line' },
      house.clock.at(),
    )
    await laptop.post('/desk/me/sessions/ending')
    t.match((await laptop.get('/desk')).body, 'Dark stairs on the estate')
    t.match(house.store.typedLines.kept(person.id, '/desk/round-tables/2022-q1'), {
      quick: { text: 'half a line' },
    })
    t.equal(
      (await stolen.post('/desk/concerns', { text: 'typed by a thief', originKind: 'phone' }))
        .headers.location,
      '/sign-in',
    )
    t.equal(kept().length, 1)
    t.notMatch((await laptop.get('/desk')).body, 'typed by a thief')
  },
)
