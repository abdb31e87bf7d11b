import t, { type Test } from 'tap'
import { openAuthenticator, type Bent } from '../../support/authenticator.ts'
import {
  openHouse,
  PEOPLE,
  type Answer,
  type Fields,
  type House,
  type HouseOptions,
  type Visitor,
} from '../../support/house.ts'

const HOME = { origin: 'https://board.example', rpId: 'board.example' }
const open = (t: HouseOptions['t'], options: HouseOptions = {}) =>
  openHouse({ t: t!, publicUrl: HOME.origin, ...options })
const device = (options?: { counts: boolean }) => openAuthenticator(HOME, options)
type Device = ReturnType<typeof device>

/** The question as the page puts it to the device. */
const questionOn = (page: Answer): any => {
  const held = /data-options="([^"]*)"/.exec(page.body)?.[1]
  if (!held) throw new Error(`no question on the page: ${page.statusCode}`)
  return JSON.parse(
    held
      .replaceAll('&quot;', '"')
      .replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  )
}
const askToSign = async (browser: Visitor): Promise<any> => {
  const asked = await browser.post('/sign-in/passkey')
  if (asked.headers.location !== '/sign-in/passkey')
    throw new Error(`not asked: ${asked.statusCode}`)
  return questionOn(await browser.get('/sign-in/passkey'))
}
const askToAdd = async (browser: Visitor): Promise<any> => {
  const asked = await browser.post('/sign-in/passkey/adding')
  if (asked.headers.location !== '/sign-in/passkey/new')
    throw new Error(`not asked: ${asked.statusCode}`)
  return questionOn(await browser.get('/sign-in/passkey/new'))
}
const answer = (browser: Visitor, credential: string) =>
  browser.post('/sign-in/passkey/answer', { credential })
const add = async (browser: Visitor, key: Device, bent: Bent = {}, name = 'My phone') =>
  browser.post('/sign-in/passkey/new', {
    credential: key.create(await askToAdd(browser), bent),
    name,
  })
const use = async (browser: Visitor, key: Device, bent: Bent = {}) =>
  answer(browser, key.get(await askToSign(browser), bent))
const isIn = async (browser: Visitor): Promise<boolean> =>
  (await browser.get('/desk')).statusCode === 200
const keysOf = (house: House, email: string) => house.store.passkeys.list(house.person(email).id)
/** Someone with a passkey in the house already. */
const withKey = async (house: House, email: string, options?: { counts: boolean }) => {
  const key = device(options)
  const browser = house.signIn(email)
  const added = await add(browser, key)
  if (keysOf(house, email).length === 0) throw new Error(`not added: ${added.statusCode}`)
  return { key, browser }
}
const refusedIn = (t: Test, refusal: Answer, why: string) => {
  t.equal(refusal.statusCode, 422, why)
  t.match(refusal.body, 'This passkey did not let you in', why)
}

t.test(
  'R25: a coordinator adds a passkey in place of the app, keeps recovery codes, and from then on it alone lets them in',
  async (t) => {
    const house = await open(t)
    const laptop = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    t.equal((await laptop.get('/desk')).headers.location, '/sign-in/second-factor')
    t.equal(
      (await laptop.get('/sign-in/second-factor')).headers.location,
      '/sign-in/second-factor/app',
    )
    t.match((await laptop.get('/sign-in/second-factor/app')).body, 'Add a passkey instead')
    const key = device()
    const codes = await add(laptop, key)
    t.equal(codes.statusCode, 200)
    const shown = [...codes.body.matchAll(/<li class="code">(\w{5}) (\w{5})<\/li>/g)]
    t.equal(shown.length, 10)
    t.ok(await isIn(laptop), 'and is in at once')
    t.match(keysOf(house, PEOPLE.coordinator), [{ name: 'My phone', usedAt: null }])

    const other = house.stranger()
    t.match((await other.get('/sign-in')).body, 'Use a passkey')
    t.equal((await use(other, key)).headers.location, '/desk')
    t.ok(await isIn(other), 'no code and no number is asked')
    t.ok(keysOf(house, PEOPLE.coordinator)[0]!.usedAt)
    const lines = house.store.journal.list(1).map((line) => line.verb)
    for (const verb of ['added a passkey of', 'used a passkey of', 'signed in'])
      t.ok(lines.includes(verb), verb)

    const lost = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    t.match((await lost.get('/sign-in/second-factor')).body, 'A recovery code')
    t.equal(
      (await lost.post('/sign-in/second-factor', { code: `${shown[0]![1]} ${shown[0]![2]}` }))
        .headers.location,
      '/desk',
    )
    t.ok(await isIn(lost), 'a recovery code stands in for a passkey that is lost')
  },
)

t.test(
  'R25: a passkey is the second step after the code, for the person whose code it was',
  async (t) => {
    const house = await open(t)
    const { key } = await withKey(house, PEOPLE.coordinator)
    const { key: foreign } = await withKey(house, PEOPLE.approver)
    const halfway = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    t.match((await halfway.get('/sign-in/second-factor')).body, 'Use my passkey')
    const no = await use(halfway, foreign)
    refusedIn(t, no, 'another person’s passkey')
    t.match(
      no.body,
      '<a href="/sign-in/second-factor">Go in another way',
      'and the page goes back to the second step',
    )
    t.notOk(await isIn(halfway))
    const before = halfway.cookies.get('__Host-session')
    t.equal(
      (await answer(halfway, key.get(questionOn(no)))).headers.location,
      '/desk',
      'the refusal came with a new question, which the right one answers',
    )
    t.equal(halfway.cookies.get('__Host-session'), before)
    t.ok(await isIn(halfway))
  },
)

t.test(
  'R25: only the right answer opens: to this question, at this address, by a device that knew who held it',
  async (t) => {
    const house = await open(t)
    const { key } = await withKey(house, PEOPLE.sergeant)
    const bends: [string, Bent][] = [
      ['another question', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
      ['another page', { origin: 'https://board.example.evil.example' }],
      ['the same name over http', { origin: 'http://board.example' }],
      ['another port', { origin: 'https://board.example:8443' }],
      ['another house', { rpId: 'evil.example' }],
      ['the name above ours', { rpId: 'example' }],
      ['nobody verified', { verified: false }],
      ['nobody there', { present: false }],
      ['an answer that adds', { type: 'webauthn.create' }],
    ]
    for (const [why, bent] of bends) {
      const browser = house.stranger()
      refusedIn(t, await use(browser, key, bent), why)
      t.notOk(await isIn(browser), why)
    }
    t.equal(keysOf(house, PEOPLE.sergeant)[0]!.usedAt, null)
    const stranger = house.stranger()
    refusedIn(t, await use(stranger, device()), 'a device nobody added')
    const forged = {
      ...JSON.parse(device().get(await askToSign(stranger))),
      id: key.id,
      rawId: key.id,
    }
    refusedIn(
      t,
      await answer(stranger, JSON.stringify(forged)),
      'the name of one with the signature of another',
    )
    t.notOk(await isIn(stranger))
    t.equal(
      (await use(house.stranger(), key)).headers.location,
      '/desk',
      'the right one still opens',
    )
  },
)

t.test(
  'R23, R25: an answer that is no answer is refused in words, and never breaks the page',
  async (t) => {
    const house = await open(t)
    const { key, browser: phone } = await withKey(house, PEOPLE.sergeant)
    const rubbish = [
      '',
      'null',
      '7',
      '"x"',
      '[]',
      '{',
      '{}',
      '{"id":{"toString":1}}',
      '{"id":null}',
      JSON.stringify({ id: key.id }),
      JSON.stringify({ id: key.id, rawId: key.id, type: 'public-key', response: null }),
      JSON.stringify({
        id: key.id,
        rawId: key.id,
        type: 'public-key',
        response: { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' },
      }),
    ]
    const stranger = house.stranger()
    for (const each of rubbish) {
      await askToSign(stranger)
      refusedIn(t, await answer(stranger, each), each)
      await askToAdd(phone)
      t.equal(
        (await phone.post('/sign-in/passkey/new', { credential: each, name: 'x' })).statusCode,
        422,
        each,
      )
    }
    t.equal(keysOf(house, PEOPLE.sergeant).length, 1)
    for (const [path, fields] of [
      ['/sign-in/passkey', { x: 'y' }],
      ['/sign-in/passkey/answer', { credential: '{}', x: 'y' }],
      ['/sign-in/passkey/adding', { x: 'y' }],
      ['/sign-in/passkey/new', { credential: '{}', name: 'x', x: 'y' }],
    ] as const) {
      t.equal((await phone.post(path, fields)).statusCode, 400, path)
    }
  },
)

t.test(
  'R25: a counter that goes back is a copy, and a device that does not count is none',
  async (t) => {
    const house = await open(t)
    const { key } = await withKey(house, PEOPLE.sergeant)
    t.equal((await use(house.stranger(), key, { counter: 9 })).headers.location, '/desk')
    for (const counter of [9, 8, 0])
      refusedIn(t, await use(house.stranger(), key, { counter }), `after 9 comes no ${counter}`)
    t.equal((await use(house.stranger(), key, { counter: 10 })).headers.location, '/desk')
    const { key: still } = await withKey(house, PEOPLE.officer, { counts: false })
    for (let i = 0; i < 3; i++)
      t.equal((await use(house.stranger(), still)).headers.location, '/desk')
  },
)

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
  refusedIn(t, await answer(wrong, key.get(asked, { verified: false })), 'a wrong answer')
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

t.test('R25: a question to sign adds nothing, and a question to add opens nothing', async (t) => {
  const house = await open(t)
  const { key, browser } = await withKey(house, PEOPLE.sergeant, { counts: false })
  const asked = await askToSign(browser)
  t.equal((await browser.get('/sign-in/passkey/new')).headers.location, '/desk/me')
  t.equal(
    (await browser.post('/sign-in/passkey/new', { credential: device().create(asked), name: 'x' }))
      .statusCode,
    422,
  )
  const toAdd = await askToAdd(browser)
  t.equal((await browser.get('/sign-in/passkey')).headers.location, '/sign-in')
  refusedIn(t, await answer(browser, key.get(toAdd)), 'a question to add')
  t.equal(keysOf(house, PEOPLE.sergeant).length, 1)
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

t.test(
  'R25: a code that is on its way is still good for someone who tried a passkey meanwhile',
  async (t) => {
    const house = await open(t)
    const phone = house.stranger()
    await phone.post('/sign-in', { email: PEOPLE.observer })
    refusedIn(t, await use(phone, device()), 'a passkey from elsewhere')
    t.equal(
      (
        await phone.post('/sign-in/code', {
          code: /code is (\w+)/.exec(house.letters[0]!.text)![1]!,
        })
      ).headers.location,
      '/desk',
    )
    t.ok(await isIn(phone))
  },
)

t.test('R25: beside a factor that is there a mailbox alone adds none, in any way', async (t) => {
  const house = await open(t)
  const person = house.person(PEOPLE.coordinator)
  await withKey(house, PEOPLE.coordinator)
  const thief = house.signIn(PEOPLE.coordinator, { secondFactor: false })
  t.equal(
    (await thief.post('/sign-in/passkey/adding')).statusCode,
    403,
    'no passkey beside a passkey',
  )
  t.equal(
    (await thief.post('/sign-in/passkey/new', { credential: '{}', name: 'x' })).statusCode,
    403,
  )
  t.equal(
    (await thief.get('/sign-in/second-factor/app')).headers.location,
    '/sign-in/second-factor',
    'no app beside a passkey',
  )
  for (const fields of [{}, { code: '000000' }] as Fields[])
    t.equal(
      (await thief.post('/sign-in/second-factor/app', fields)).headers.location,
      '/sign-in/second-factor',
    )
  t.equal(house.store.people.find(person.id)!.totpSecret, null)
  t.equal(
    (await thief.post(`/desk/me/passkeys/${keysOf(house, PEOPLE.coordinator)[0]!.id}/ending`))
      .headers.location,
    '/sign-in/second-factor',
    'and takes none away',
  )
  t.equal(keysOf(house, PEOPLE.coordinator).length, 1)

  const manager = house.person(PEOPLE.approver)
  house.store.signIn.enrol(manager.id, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 1, {
    personId: manager.id,
    at: house.clock.at(),
  })
  t.equal(
    (await house.signIn(PEOPLE.approver, { secondFactor: false }).post('/sign-in/passkey/adding'))
      .statusCode,
    403,
    'no passkey beside an app',
  )
})

t.test(
  'R25: a mailbox that asked to add while nothing was there is too late once something is',
  async (t) => {
    const house = await open(t)
    const thief = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    const asked = await askToAdd(thief)
    await thief.post('/sign-in/second-factor/app')
    await withKey(house, PEOPLE.coordinator)
    t.equal(
      (await thief.post('/sign-in/passkey/new', { credential: device().create(asked), name: 'x' }))
        .statusCode,
      403,
    )
    t.equal(
      (await thief.post('/sign-in/second-factor/app', { code: '123456' })).headers.location,
      '/sign-in/second-factor',
      'the app’s secret it was shown is no use either',
    )
    t.equal(keysOf(house, PEOPLE.coordinator).length, 1)
  },
)

t.test(
  'R25: of two mailboxes that answer at the same moment one adds the first factor, and the other adds nothing',
  async (t) => {
    const house = await open(t)
    const browsers = [1, 2].map(() => house.signIn(PEOPLE.coordinator, { secondFactor: false }))
    const answers = await Promise.all(
      browsers.map(async (browser) => device().create(await askToAdd(browser))),
    )
    const all = await Promise.all(
      browsers.map((browser, i) =>
        browser.post('/sign-in/passkey/new', { credential: answers[i]!, name: 'x' }),
      ),
    )
    t.same(all.map((each) => each.statusCode).toSorted(), [200, 403])
    t.equal(keysOf(house, PEOPLE.coordinator).length, 1)
  },
)

t.test(
  'R25: a member who came by the mailbox alone neither adds nor removes, and does both once the passkey has answered',
  async (t) => {
    const house = await open(t)
    const { key } = await withKey(house, PEOPLE.observer)
    const [kept] = keysOf(house, PEOPLE.observer)
    const mailbox = house.signIn(PEOPLE.observer, { secondFactor: false })
    t.ok(await isIn(mailbox), 'a member needs no second factor to work')
    const page = (await mailbox.get('/desk/me')).body
    t.match(page, 'show first that it is you')
    t.notMatch(page, `/desk/me/passkeys/${kept!.id}/ending`)
    t.notMatch(page, '/sign-in/passkey/adding')
    t.equal((await mailbox.post(`/desk/me/passkeys/${kept!.id}/ending`)).statusCode, 403)
    t.equal((await mailbox.post('/sign-in/passkey/adding')).statusCode, 403)
    t.equal(keysOf(house, PEOPLE.observer).length, 1)
    t.match((await mailbox.get('/sign-in/second-factor')).body, 'Use my passkey')
    t.equal((await use(mailbox, key)).headers.location, '/desk')
    t.equal((await add(mailbox, device(), {}, '')).headers.location, '/desk/me')
    t.equal(
      (await mailbox.post(`/desk/me/passkeys/${kept!.id}/ending`)).headers.location,
      '/desk/me',
    )
    t.match(keysOf(house, PEOPLE.observer), [{ name: 'A browser on another device' }])
  },
)

t.test(
  'R25: adding belongs to the session that asked: not to another person’s, nor to none, nor to one that has ended',
  async (t) => {
    const house = await open(t)
    const sergeant = house.signIn(PEOPLE.sergeant)
    const asked = await askToAdd(sergeant)
    t.equal(asked.user.name, PEOPLE.sergeant)
    const officer = house.signIn(PEOPLE.officer)
    officer.cookies.set('__Host-passkey', sergeant.cookies.get('__Host-passkey')!)
    t.equal(
      (await officer.get('/sign-in/passkey/new')).headers.location,
      '/desk/me',
      'the page shows nobody else’s address',
    )
    t.equal(
      (
        await officer.post('/sign-in/passkey/new', {
          credential: device().create(asked),
          name: 'x',
        })
      ).statusCode,
      422,
    )
    t.same([...keysOf(house, PEOPLE.officer), ...keysOf(house, PEOPLE.sergeant)], [])

    t.equal((await house.stranger().post('/sign-in/passkey/adding')).statusCode, 403)
    const leaving = house.signIn(PEOPLE.sergeant)
    const question = await askToAdd(leaving)
    const session = leaving.cookies.get('__Host-session')!
    await leaving.post('/sign-out')
    t.equal(
      (await leaving.get('/sign-in/passkey/new')).headers.location,
      '/desk/me',
      'after signing out the page is gone',
    )
    leaving.cookies.set('__Host-session', session)
    t.equal(
      (
        await leaving.post('/sign-in/passkey/new', {
          credential: device().create(question),
          name: 'x',
        })
      ).statusCode,
      403,
    )
    t.same(keysOf(house, PEOPLE.sergeant), [])
  },
)

t.test('R25: a second step that was begun in one session does not finish another', async (t) => {
  const house = await open(t)
  const { key } = await withKey(house, PEOPLE.coordinator)
  const halfway = house.signIn(PEOPLE.coordinator, { secondFactor: false })
  const asked = await askToSign(halfway)
  const victim = house.signIn(PEOPLE.coordinator, { secondFactor: false })
  victim.cookies.set('__Host-passkey', halfway.cookies.get('__Host-passkey')!)
  refusedIn(t, await answer(victim, key.get(asked)), 'another session of the same person')
  t.notOk(await isIn(victim))
  const idle = house.signIn(PEOPLE.coordinator, { secondFactor: false })
  house.clock.pass({ minutes: 25 })
  const late = await askToSign(idle)
  house.clock.pass({ minutes: 6 })
  refusedIn(
    t,
    await answer(idle, key.get(late)),
    'a session that ran out while the device was asked',
  )
})

t.test(
  'R23, R25: what a device made in the wrong way is not kept, the name that was typed stays, and the page asks again by itself',
  async (t) => {
    const house = await open(t)
    const phone = house.signIn(PEOPLE.sergeant)
    for (const bent of [
      { challenge: 'AAAA' },
      { origin: 'https://evil.example' },
      { rpId: 'evil.example' },
      { verified: false },
      { present: false },
      { type: 'webauthn.get' },
    ] satisfies Bent[]) {
      const no = await add(phone, device(), bent, 'The phone in the van')
      t.equal(no.statusCode, 422, JSON.stringify(bent))
      t.match(no.body, 'value="The phone in the van"')
    }
    const long = await phone.post('/sign-in/passkey/new', {
      credential: device().create(await askToAdd(phone)),
      name: 'x'.repeat(61),
    })
    t.equal(long.statusCode, 422)
    t.match(long.body, 'This is too long. 60 characters at most')
    t.match(long.body, `value="${'x'.repeat(61)}"`)
    const asked = await askToAdd(phone)
    house.clock.pass({ minutes: 11 })
    const late = await phone.post('/sign-in/passkey/new', {
      credential: device().create(asked),
      name: 'Van',
    })
    t.equal(late.statusCode, 422, 'and ten minutes are enough')
    t.same(keysOf(house, PEOPLE.sergeant), [])
    t.equal(
      (
        await phone.post('/sign-in/passkey/new', {
          credential: device().create(questionOn(late)),
          name: 'Van <b>',
        })
      ).statusCode,
      200,
      'the page that refused asks anew',
    )
    t.match((await phone.get('/desk/me')).body, 'Van &lt;b')
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
  'R25: the set-up link from the server ends passkeys, recovery codes and sessions, and starts again from the mailbox',
  async (t) => {
    const house = await open(t)
    const first = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    const key = device()
    const [, a, b] = /<li class="code">(\w{5}) (\w{5})<\/li>/.exec((await add(first, key)).body)!
    const asked = await askToSign(house.stranger())
    const waiting = house.stranger()
    const question = await askToSign(waiting)
    t.ok(asked)
    const link = house.store.signIn.makeLink(house.person(PEOPLE.coordinator).id, house.clock.at())
    const found = house.stranger()
    t.match((await found.get(`/set-up/${link}`)).body, 'passkeys and recovery codes')
    t.equal(keysOf(house, PEOPLE.coordinator).length, 1, 'R21: looking at it changes nothing')
    t.equal((await found.post(`/set-up/${link}`)).headers.location, '/sign-in/second-factor/app')
    t.same(keysOf(house, PEOPLE.coordinator), [])
    t.notOk(await isIn(first), 'signed out')
    refusedIn(t, await answer(waiting, key.get(question)), 'the old passkey')
    t.equal(
      (await found.post('/sign-in/second-factor', { code: `${a} ${b}` })).statusCode,
      422,
      'the old recovery codes',
    )
    t.notOk(await isIn(found))
    t.equal((await add(found, device())).statusCode, 200)
    t.ok(await isIn(found))
  },
)

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
  'a passkey is offered only at an address that has a name, over https or on this machine',
  async (t) => {
    for (const [publicUrl, isThere] of [
      ['https://board.example', true],
      ['http://localhost:3000', true],
      ['http://board.example', false],
      ['https://192.0.2.7', false],
      ['https://[2001:db8::1]', false],
      ['http://127.0.0.1:3000', false],
    ] as const) {
      const house = await openHouse({ t, publicUrl })
      const stranger = house.stranger()
      const sergeant = house.signIn(PEOPLE.sergeant)
      t.equal(/Use a passkey/.test((await stranger.get('/sign-in')).body), isThere, publicUrl)
      t.equal(/Add a passkey/.test((await sergeant.get('/desk/me')).body), isThere, publicUrl)
      t.equal((await stranger.post('/sign-in/passkey')).statusCode, isThere ? 303 : 409, publicUrl)
      t.equal(
        (await sergeant.post('/sign-in/passkey/adding')).statusCode,
        isThere ? 303 : 409,
        publicUrl,
      )
      t.equal(
        (await stranger.post('/sign-in/passkey/answer', { credential: '{}' })).statusCode,
        422,
        publicUrl,
      )
    }
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
