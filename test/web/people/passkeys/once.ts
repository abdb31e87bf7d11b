import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import {
  add,
  answer,
  askToAdd,
  askToSign,
  device,
  isIn,
  keysOf,
  open,
  refusedIn,
  use,
  withKey,
} from './set-up.ts'

t.test(
  'R25: a passkey and its copy that answer at once open one session between them',
  async (t) => {
    const house = await open(t)
    const { key } = await withKey(house, PEOPLE.sergeant)
    const browsers = [house.stranger(), house.stranger(), house.stranger()]
    const answers = await Promise.all(
      browsers.map(async (browser) => key.get(await askToSign(browser), { counter: 5 })),
    )
    const all = await Promise.all(browsers.map((browser, i) => answer(browser, answers[i]!)))
    t.same(all.map((each) => each.statusCode).toSorted(), [303, 422, 422])
    t.equal(keysOf(house, PEOPLE.sergeant)[0]!.counter, 5)
  },
)

t.test('R25: a question is good once, for ten minutes, in the browser that asked', async (t) => {
  const house = await open(t)
  const { key } = await withKey(house, PEOPLE.sergeant, { counts: false })
  const phone = house.stranger()
  const first = await askToSign(phone)
  const cookie = phone.cookies.get('__Host-passkey')!
  refusedIn(t, await answer(house.stranger(), key.get(first)), 'a browser that asked nothing')
  const other = house.stranger()
  await askToSign(other)
  refusedIn(t, await answer(other, key.get(first)), 'a browser that asked something else')
  t.equal((await answer(phone, key.get(first))).headers.location, '/desk')
  const again = house.stranger()
  again.cookies.set('__Host-passkey', cookie)
  refusedIn(t, await answer(again, key.get(first)), 'a question that is spent')

  const wrong = house.stranger()
  const asked = await askToSign(wrong)
  const spent = wrong.cookies.get('__Host-passkey')!
  const wrongs = () =>
    house.store.journal.list(1, 500).filter((each) => each.verb === 'gave a wrong second factor')
  const before = wrongs().length
  refusedIn(t, await answer(wrong, key.get(asked, { verified: false })), 'a wrong answer')
  t.equal(wrongs().length, before + 1, 'and stands in the journal')
  wrong.cookies.set('__Host-passkey', spent)
  refusedIn(t, await answer(wrong, key.get(asked)), 'a wrong answer spends it as well')

  const slow = house.stranger()
  const late = await askToSign(slow)
  house.clock.pass({ minutes: 10 })
  t.equal((await slow.get('/sign-in/passkey')).headers.location, '/sign-in')
  refusedIn(t, await answer(slow, key.get(late)), 'ten minutes are over')
  const quick = house.stranger()
  const soon = await askToSign(quick)
  house.clock.pass({ minutes: 9, seconds: 59 })
  t.equal(
    (await answer(quick, key.get(soon))).headers.location,
    '/desk',
    'and a second before they are not',
  )
})

t.test('R25: two presses of one answer are one way in', async (t) => {
  const house = await open(t)
  const { key } = await withKey(house, PEOPLE.sergeant, { counts: false })
  const phone = house.stranger()
  const right = key.get(await askToSign(phone))
  const jar = phone.cookies.get('__Host-passkey')!
  const twin = house.stranger()
  twin.cookies.set('__Host-passkey', jar)
  const all = await Promise.all([answer(phone, right), answer(twin, right)])
  t.same(all.map((each) => each.statusCode).toSorted(), [303, 422])
})

t.test(
  'R25: whoever has left, and a passkey that was removed, open nothing; not even with the question asked before',
  async (t) => {
    const house = await open(t)
    const { key } = await withKey(house, PEOPLE.sergeant)
    const { key: removed, browser } = await withKey(house, PEOPLE.observer)
    const phone = house.stranger()
    const before = await askToSign(phone)
    const tablet = house.stranger()
    const other = await askToSign(tablet)
    house.store.people.end(house.person(PEOPLE.sergeant).id, {
      personId: null,
      at: house.clock.at(),
    })
    refusedIn(t, await answer(phone, key.get(before)), 'an ended person')
    t.equal(
      (await browser.post(`/desk/me/passkeys/${keysOf(house, PEOPLE.observer)[0]!.id}/ending`))
        .headers.location,
      '/desk/me',
    )
    refusedIn(t, await answer(tablet, removed.get(other)), 'a removed passkey')
    refusedIn(t, await use(house.stranger(), removed), 'and asked afresh')
    for (const each of [phone, tablet]) t.notOk(await isIn(each))
    t.same(keysOf(house, PEOPLE.observer), [])
    t.equal(
      (
        await browser.post('/sign-in/passkey/new', {
          credential: removed.create(await askToAdd(browser)),
          name: 'x',
        })
      ).statusCode,
      422,
      'one that was removed does not come back',
    )
  },
)

t.test('R25: one passkey is added once, whoever adds it', async (t) => {
  const house = await open(t)
  const { key, browser } = await withKey(house, PEOPLE.sergeant)
  const question = await askToAdd(browser)
  t.same(
    question.excludeCredentials.map((each: { id: string }) => each.id),
    [key.id],
    'the device is told what is here',
  )
  for (const who of [browser, house.signIn(PEOPLE.officer)]) {
    const no = await add(who, key)
    t.equal(no.statusCode, 422)
    t.match(no.body, 'This passkey is here already')
  }
  const twins = [1, 2].map(() => house.signIn(PEOPLE.officer))
  const same = device()
  const answers = await Promise.all(twins.map(async (twin) => same.create(await askToAdd(twin))))
  const all = await Promise.all(
    twins.map((twin, i) =>
      twin.post('/sign-in/passkey/new', { credential: answers[i]!, name: 'x' }),
    ),
  )
  t.same(all.map((each) => each.statusCode).toSorted(), [200, 422], 'not even twice at once')
  t.equal(keysOf(house, PEOPLE.officer).length, 1)
})

t.test(
  'R21, R25: opening the pages changes nothing, and a page of another site asks for nothing',
  async (t) => {
    const house = await open(t)
    const { browser } = await withKey(house, PEOPLE.sergeant)
    await askToAdd(browser)
    const before = house.store.journal.lastId()
    for (let i = 0; i < 3; i++)
      for (const path of ['/sign-in', '/sign-in/passkey', '/sign-in/passkey/new', '/desk/me'])
        await browser.get(path)
    t.equal(house.store.journal.lastId(), before)
    t.equal(
      (await browser.get('/sign-in/passkey/new')).statusCode,
      200,
      'and the question is still good',
    )
    for (const path of [
      '/sign-in/passkey',
      '/sign-in/passkey/answer',
      '/sign-in/passkey/adding',
      '/sign-in/passkey/new',
    ]) {
      t.equal(
        (await browser.post(path, {}, { headers: { 'sec-fetch-site': 'cross-site' } })).statusCode,
        403,
        path,
      )
    }
    t.equal(house.store.journal.lastId(), before)
  },
)

t.test(
  'a stolen database file answers no question: of a passkey only what checks it is kept',
  async (t) => {
    const house = await open(t)
    const { key } = await withKey(house, PEOPLE.sergeant)
    const phone = house.stranger()
    await askToSign(phone)
    const { readFileSync } = await import('node:fs')
    const bytes = [house.file, `${house.file}-wal`]
      .map((file) => readFileSync(file, 'latin1'))
      .join('')
    t.ok(bytes.includes(key.id))
    t.notOk(
      bytes.includes(phone.cookies.get('__Host-passkey')!),
      'the browser’s token is not there',
    )
  },
)
