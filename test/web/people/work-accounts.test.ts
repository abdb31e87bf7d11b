import { PassThrough } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { readConfig } from '../../../src/config.ts'
import { workAccountsAt } from '../../../src/web/sign-in/work-accounts.ts'
import {
  openHouse,
  PEOPLE,
  type Answer,
  type Fields,
  type House,
  type HouseOptions,
  type Visitor,
} from '../../support/house.ts'
import { OBJECT, openProvider, TENANT, type Faults, type Provider } from '../../support/provider.ts'

t.setTimeout(240_000)

const RETURN = '/sign-in/account/return'
const plain = (html: string): string =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** A house whose people may sign in with an account of this provider. */
const open = async (t: Test, options: HouseOptions & { tenants?: string[] } = {}) => {
  const provider = await openProvider(t)
  const house = await openHouse({
    t,
    ...options,
    config: { accounts: provider.settings(options.tenants), ...options.config },
  })
  return { provider, house }
}
/** The coordinator invites someone, and this is the link in the letter. */
const invite = async (house: House, email: string): Promise<string> => {
  // The same person twice within ten seconds is one form sent twice.
  house.clock.pass({ seconds: 11 })
  const before = house.letters.length
  const sent = await house
    .signIn(PEOPLE.coordinator)
    .post(`/desk/people/${house.person(email).id}/invitation`)
  if (sent.statusCode !== 303) throw new Error(`nobody was invited: ${sent.statusCode}`)
  for (let i = 0; i < 500; i++) {
    const link = house.letters
      .slice(before)
      .filter((letter) => letter.to === email)
      .map((letter) => letter.text.match(/\/invitation\/[\w-]+/)?.[0])
      .find((found) => found !== undefined)
    if (link) return link
    await wait(10)
  }
  throw new Error('the letter did not come')
}
/** Leaves for the provider: the address that the page sends the browser to. */
const leave = async (browser: Visitor, from = '/sign-in'): Promise<string> => {
  const page = await browser.post(`${from}/account`)
  const address = page.body.match(/<a class="button" href="([^"]+)"/)?.[1]
  if (page.statusCode !== 200 || !address)
    throw new Error(`there was nowhere to go: ${page.statusCode}`)
  return plain(address)
}
/** Where the provider sends the browser back to, as a path here. */
const visit = async (provider: Provider, address: string): Promise<string> =>
  (await provider.visit(address)).replace('http://127.0.0.1:3000', '')
/** What the page on the way back sends on. */
const answerIn = (page: Answer): string =>
  plain(page.body.match(/name="answer" value="([^"]*)"/)![1]!)
const goBack = async (browser: Visitor, path: string): Promise<Answer> =>
  browser.post(RETURN, { answer: answerIn(await browser.get(path)) })
/** All of it: there, back, and the form on the way. */
const comeIn = async (provider: Provider, browser: Visitor, from?: string): Promise<Answer> =>
  goBack(browser, await visit(provider, await leave(browser, from)))
const join = async (house: House, provider: Provider, email: string): Promise<Visitor> => {
  const browser = house.stranger()
  const answer = await comeIn(provider, browser, await invite(house, email))
  if (answer.headers.location !== '/desk')
    throw new Error(`the account was not joined: ${answer.statusCode}`)
  return browser
}
const isIn = async (browser: Visitor): Promise<boolean> =>
  (await browser.get('/desk/me')).statusCode === 200
const joinedTo = (house: House, email: string): { tenant: string; object: string }[] =>
  house.store.workAccounts
    .list(house.person(email).id)
    .map(({ tenant, object }) => ({ tenant, object }))
/** Moves with every change that anyone commits to the record. */
const watching = (house: House) => {
  const record = new Database(house.file, { readonly: true })
  return {
    version: (): unknown => record.pragma('data_version', { simple: true }),
    tables: (): string => everyRow(record),
    close: () => record.close(),
  }
}
const everyRow = (record: Database.Database): string =>
  record
    .prepare("select name from sqlite_schema where type = 'table'")
    .pluck()
    .all()
    .map((name) => JSON.stringify(record.prepare(`select * from "${String(name)}"`).all()))
    .join('\n')

t.test(
  'R25: an observer from the school joins a work account by the invitation, and from then on it lets them in without a letter',
  async (t) => {
    const { provider, house } = await open(t)
    const people = house.store.people.list().length
    const link = await invite(house, PEOPLE.observer)
    const phone = house.stranger()
    t.match((await phone.get(link)).body, 'Use my work account')
    const page = await phone.post(`${link}/account`)
    t.match(
      page.body,
      /<meta http-equiv="refresh" content="0;url=http:/,
      'no script is needed to go on',
    )
    const asked = new URL(plain(page.body.match(/<a class="button" href="([^"]+)"/)![1]!))
      .searchParams
    t.same(
      [
        asked.get('scope'),
        asked.get('response_type'),
        asked.get('code_challenge_method'),
        asked.get('redirect_uri'),
      ],
      ['openid profile', 'code', 'S256', `http://127.0.0.1:3000${RETURN}`],
    )
    t.equal((await comeIn(provider, phone, link)).headers.location, '/desk')
    t.match((await phone.get('/desk/me')).body, 'Your work account')
    t.same(joinedTo(house, PEOPLE.observer), [{ tenant: TENANT, object: OBJECT }])

    const letters = house.letters.length
    const laptop = house.stranger()
    t.match((await laptop.get('/sign-in')).body, 'Use my work account')
    t.equal((await comeIn(provider, laptop)).headers.location, '/desk')
    t.ok(await isIn(laptop))
    t.equal(house.letters.length, letters, 'nothing was sent')
    t.equal(house.store.people.list().length, people, 'and nobody was made')
    t.equal(
      house.store.workAccounts.list(house.person(PEOPLE.observer).id).length,
      1,
      'the account is joined once',
    )
  },
)

t.test(
  'R25: it is the same person after their name and address changed there, and nobody once they part from it here',
  async (t) => {
    const { provider, house } = await open(t)
    const phone = await join(house, provider, PEOPLE.observer)
    provider.who.email = 'another.name@school.example'
    t.equal((await comeIn(provider, house.stranger())).headers.location, '/desk')
    const [account] = house.store.workAccounts.list(house.person(PEOPLE.observer).id)
    t.equal(
      (await house.signIn(PEOPLE.sergeant).post(`/desk/me/accounts/${account!.id}/ending`))
        .statusCode,
      404,
      'nobody else parts them',
    )
    t.equal((await phone.post(`/desk/me/accounts/${account!.id}/ending`)).statusCode, 303)
    t.equal((await comeIn(provider, house.stranger())).statusCode, 403)
    await join(house, provider, PEOPLE.observer)
    t.equal(
      (await comeIn(provider, house.stranger())).headers.location,
      '/desk',
      'a new invitation joins it again',
    )
  },
)

t.test(
  'R25: an account that nobody was invited with is refused and makes nobody, whatever address it shows',
  async (t) => {
    const { provider, house } = await open(t)
    const before = JSON.stringify(house.store.people.list())
    for (const email of ['someone@elsewhere.example', PEOPLE.coordinator]) {
      provider.who.email = email
      for (const claims of [
        {},
        { email, email_verified: true, upn: email, preferred_username: email, unique_name: email },
      ]) {
        provider.wrong.claims = claims
        const browser = house.stranger()
        const answer = await comeIn(provider, browser)
        t.equal(answer.statusCode, 403)
        t.match(answer.body, 'We do not know this work account')
        t.notOk(await isIn(browser))
      }
    }
    t.equal(JSON.stringify(house.store.people.list()), before)
    t.same(joinedTo(house, PEOPLE.coordinator), [])
  },
)

t.test(
  'R25: the same object in another tenant, and another object in the same tenant, are someone else',
  async (t) => {
    const { provider, house } = await open(t)
    await join(house, provider, PEOPLE.observer)
    provider.who.oid = '00000000-77e2-4f19-a2c8-6e4d9f0b1a33'
    t.equal((await comeIn(provider, house.stranger())).statusCode, 403)
    Object.assign(provider.who, { oid: OBJECT, tid: '00000000-8a41-4b0e-9d57-0c1f5a7b9e21' })
    t.equal((await comeIn(provider, house.stranger())).statusCode, 403)
  },
)

t.test(
  'R25: an invitation joins an account once, within seven days, and not after a newer one was sent',
  async (t) => {
    const { provider, house } = await open(t)
    const used = await invite(house, PEOPLE.observer)
    t.equal((await comeIn(provider, house.stranger(), used)).headers.location, '/desk')
    t.equal((await house.stranger().post(`${used}/account`)).statusCode, 410, 'used')

    provider.who.oid = 'sergeant'
    const older = await invite(house, PEOPLE.sergeant)
    const newer = await invite(house, PEOPLE.sergeant)
    t.equal(
      (await house.stranger().post(`${older}/account`)).statusCode,
      410,
      'a newer one takes its place',
    )
    house.clock.pass({ days: 6, hours: 23 })
    const late = house.stranger()
    const path = await visit(provider, await leave(late, newer))
    house.clock.pass({ hours: 1 })
    t.equal((await house.stranger().post(`${newer}/account`)).statusCode, 410, 'seven days')
    house.clock.pass({ minutes: -55 })
    const again = house.stranger()
    const back = await visit(provider, await leave(again, newer))
    house.clock.pass({ minutes: 9 })
    t.equal(
      (await goBack(again, back)).headers.location,
      '/desk',
      'six days and some hours are in time',
    )
    t.equal(
      (await goBack(late, path)).statusCode,
      403,
      'a way out and back is good for ten minutes',
    )
  },
)

t.test(
  'R25: an invitation that runs out, or is taken up, while its reader is at the provider joins nothing',
  async (t) => {
    const { provider, house } = await open(t)
    const link = await invite(house, PEOPLE.observer)
    house.clock.pass({ days: 6, hours: 23, minutes: 55 })
    const late = house.stranger()
    const path = await visit(provider, await leave(late, link))
    house.clock.pass({ minutes: 6 })
    t.equal((await goBack(late, path)).statusCode, 410)
    t.same(joinedTo(house, PEOPLE.observer), [])

    const next = await invite(house, PEOPLE.observer)
    const [first, second] = [house.stranger(), house.stranger()]
    const one = await visit(provider, await leave(first, next))
    provider.who.oid = 'second'
    const two = await visit(provider, await leave(second, next))
    const answers = await Promise.all([goBack(first, one), goBack(second, two)])
    t.same(
      answers.map((each) => each.statusCode).toSorted(),
      [303, 410],
      'two accounts at once: one of them',
    )
    t.equal(joinedTo(house, PEOPLE.observer).length, 1)
  },
)

t.test(
  'R25: an account that is someone else’s here is not joined to a second person',
  async (t) => {
    const { provider, house } = await open(t)
    await join(house, provider, PEOPLE.observer)
    const browser = house.stranger()
    const link = await invite(house, PEOPLE.sergeant)
    const answer = await comeIn(provider, browser, link)
    t.equal(answer.statusCode, 409)
    t.notOk(await isIn(browser))
    t.same(joinedTo(house, PEOPLE.sergeant), [])
    provider.who.oid = 'sergeant'
    t.equal(
      (await comeIn(provider, browser, link)).headers.location,
      '/desk',
      'the invitation is still good for the right one',
    )
  },
)

t.test(
  'R7, R25: someone who left is not let in, and who comes back as someone new joins the same account again',
  async (t) => {
    const { provider, house } = await open(t)
    const phone = await join(house, provider, PEOPLE.observer)
    const { id, organisationId } = house.person(PEOPLE.observer)
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    house.store.people.end(id, by)
    t.notOk(await isIn(phone), 'they are out at once')
    t.equal((await comeIn(provider, house.stranger())).statusCode, 403)
    house.store.people.record(
      {
        name: 'The same observer',
        email: 'back@school.example',
        role: 'member',
        approves: false,
        organisationId,
      },
      by,
    )
    await join(house, provider, 'back@school.example')
    const back = house.stranger()
    t.equal((await comeIn(provider, back)).headers.location, '/desk')
    t.match((await back.get('/desk/me')).body, 'back@school.example')
  },
)

t.test(
  'R25: someone who is ended while they are at the provider is joined to nothing',
  async (t) => {
    const { provider, house } = await open(t)
    const phone = house.stranger()
    const path = await visit(provider, await leave(phone, await invite(house, PEOPLE.observer)))
    const { id } = house.person(PEOPLE.observer)
    house.store.people.end(id, {
      personId: house.person(PEOPLE.coordinator).id,
      at: house.clock.at(),
    })
    const last = house.store.journal.lastId()
    t.equal((await goBack(phone, path)).statusCode, 410)
    t.same(house.store.workAccounts.list(id), [])
    t.same(
      house.store.journal.since(last).map(({ verb, noun }) => `${verb} ${noun}`),
      ['came back to sign in by account'],
    )
  },
)

t.test(
  'R25: a coordinator still gives the second factor: the account stands for the code alone',
  async (t) => {
    const { provider, house } = await open(t)
    await house.signInTheLongWay(PEOPLE.coordinator)
    const laptop = await join(house, provider, PEOPLE.coordinator)
    t.equal((await laptop.get('/desk')).headers.location, '/sign-in/second-factor')
    t.equal((await laptop.get('/desk/people')).headers.location, '/sign-in/second-factor')
    provider.wrong.claims = { amr: ['pwd', 'mfa'], acr: '1' }
    const again = house.stranger()
    t.equal((await comeIn(provider, again)).headers.location, '/desk')
    t.equal(
      (await again.get('/desk')).headers.location,
      '/sign-in/second-factor',
      'a second factor given elsewhere is not ours',
    )
    t.equal(
      (await again.post('/sign-in/passkey/adding')).statusCode,
      409,
      'nor is one added beside the one that is there',
    )
    house.clock.pass({ seconds: 31 })
    t.equal(
      (await again.post('/sign-in/second-factor', { code: house.numberFor(PEOPLE.coordinator) }))
        .headers.location,
      '/desk',
    )
    t.equal((await again.get('/desk')).statusCode, 200)
  },
)

const WRONG: [string, Partial<Faults>][] = [
  ['a nonce of another visit', { claims: { nonce: 'another' } }],
  ['no nonce', { claims: { nonce: undefined } }],
  ['for another application', { claims: { aud: 'another' } }],
  [
    'for several applications, and given to another',
    { claims: { aud: ['round-table', 'another'], azp: 'another' } },
  ],
  ['of another issuer', { claims: { iss: 'https://login.example/v2.0' } }],
  ['signed by another key of the same name', { signedBy: 'another key' }],
  ['signed by nobody (alg none)', { signedBy: 'nothing' }],
  ['signed with the client secret (HS256)', { signedBy: 'the client secret' }],
  ['that has run out', { claims: { iat: 1_600_000_000, nbf: 1_600_000_000, exp: 1_600_000_300 } }],
  ['that is not good yet', { claims: { nbf: 4_000_000_000 } }],
  ['without an end', { claims: { exp: undefined } }],
  ['without a tenant', { claims: { tid: undefined } }],
  ['without an object', { claims: { oid: undefined } }],
  ['with a tenant of two', { claims: { tid: [TENANT, TENANT] } }],
  ['with a number for an object', { claims: { oid: 42 } }],
  ['with an empty object', { claims: { oid: '' } }],
  ['with a line break in the object', { claims: { oid: `${OBJECT}\n` } }],
  ['with another alphabet', { claims: { oid: 'ｂ0a1d3c5' } }],
  ['with an object that never ends', { claims: { oid: 'a'.repeat(101) } }],
  ['with a refusal at the provider', { says: 'access_denied' }],
  ['with the state twice', { adds: { state: 'another' } }],
]

t.test(
  'R25: an answer that is not as it was asked lets nobody in, and the right one after it does',
  async (t) => {
    const { provider, house } = await open(t)
    await join(house, provider, PEOPLE.observer)
    const rows = house.store.workAccounts.list(house.person(PEOPLE.observer).id)
    for (const [what, fault] of WRONG) {
      const right = { ...provider.wrong }
      Object.assign(provider.wrong, fault)
      const browser = house.stranger()
      const answer = await comeIn(provider, browser)
      Object.assign(provider.wrong, right)
      t.equal(answer.statusCode, 403, `an answer ${what}`)
      t.notOk(await isIn(browser), what)
      t.equal(
        (await comeIn(provider, browser)).headers.location,
        '/desk',
        `and after an answer ${what} the right one`,
      )
    }
    t.same(house.store.workAccounts.list(house.person(PEOPLE.observer).id), rows)
  },
)

t.test(
  'R25: a changed state, code, verifier or address of return lets nobody in, and none of it is tried twice',
  async (t) => {
    const { provider, house } = await open(t)
    await join(house, provider, PEOPLE.observer)
    const change: [string, (answer: URLSearchParams) => void][] = [
      ['another state', (answer) => answer.set('state', 'another')],
      ['no state', (answer) => answer.delete('state')],
      ['a second state', (answer) => answer.append('state', answer.get('state')!)],
      ['another code', (answer) => answer.set('code', 'another')],
      ['no code', (answer) => answer.delete('code')],
      [
        'an id token in place of the code',
        (answer) => {
          answer.delete('code')
          answer.set('id_token', 'a.b.c')
        },
      ],
      ['the issuer of another', (answer) => answer.set('iss', 'https://login.example')],
    ]
    for (const [what, make] of change) {
      const browser = house.stranger()
      const path = await visit(provider, await leave(browser))
      const answer = new URLSearchParams(path.split('?')[1])
      const right = answer.toString()
      make(answer)
      t.equal((await browser.post(RETURN, { answer: answer.toString() })).statusCode, 403, what)
      t.equal(
        (await browser.post(RETURN, { answer: right })).statusCode,
        403,
        `${what}: the visit is spent`,
      )
      t.notOk(await isIn(browser))
    }
    // The challenge is swapped on the way out, so that the verifier we keep is not the one that it
    // was made from.
    const browser = house.stranger()
    const address = new URL(await leave(browser))
    address.searchParams.set('code_challenge', 'a'.repeat(43))
    t.equal(
      (await goBack(browser, await visit(provider, address.href))).statusCode,
      403,
      'another verifier',
    )
    const elsewhere = house.stranger()
    const other = new URL(await leave(elsewhere))
    other.searchParams.set('redirect_uri', 'http://127.0.0.1:3000/somewhere')
    t.equal(
      (await elsewhere.post(RETURN, { answer: (await provider.visit(other.href)).split('?')[1]! }))
        .statusCode,
      403,
      'a code that was made for another address',
    )
  },
)

t.test(
  'R25: a code counts once, and only in the browser that left for it (login CSRF)',
  async (t) => {
    const { provider, house } = await open(t)
    // A provider that takes codes again, so that what refuses them is us.
    provider.wrong.takesCodesAgain = true
    await join(house, provider, PEOPLE.observer)
    const phone = house.stranger()
    const path = await visit(provider, await leave(phone))
    const answer = answerIn(await phone.get(path))
    const victim = house.stranger()
    t.equal((await goBack(victim, path)).statusCode, 403, 'a browser that never left')
    const away = house.stranger()
    await leave(away)
    t.equal((await goBack(away, path)).statusCode, 403, 'a browser that left on its own account')
    t.notOk((await isIn(victim)) || (await isIn(away)))
    t.equal((await phone.post(RETURN, { answer })).headers.location, '/desk')
    t.equal((await phone.post(RETURN, { answer })).statusCode, 403, 'posted twice')
    t.ok(await isIn(phone), 'and still in')
    const next = house.stranger()
    await leave(next)
    t.equal((await next.post(RETURN, { answer })).statusCode, 403, 'the same code on another visit')

    const hasty = house.stranger()
    const both = answerIn(await hasty.get(await visit(provider, await leave(hasty))))
    const sessions = (): number =>
      house.store.signIn.liveSessions(house.person(PEOPLE.observer).id, house.clock.at()).length
    const before = sessions()
    const answers = await Promise.all([
      hasty.post(RETURN, { answer: both }),
      hasty.post(RETURN, { answer: both }),
    ])
    t.same(answers.map((each) => each.statusCode).toSorted(), [303, 403], 'two at the same moment')
    t.equal(sessions(), before + 1)
  },
)

t.test(
  'R25: the cookie of a code or of a passkey is no way back from a work account',
  async (t) => {
    const { provider, house } = await open(t, { publicUrl: 'http://localhost:3000' })
    for (const path of ['/sign-in', '/sign-in/passkey']) {
      const browser = house.stranger()
      await browser.post(path, path === '/sign-in' ? { email: PEOPLE.observer } : {})
      t.ok(browser.cookies.size > 0)
      t.equal((await browser.post(RETURN, { answer: 'code=a&state=b' })).statusCode, 403)
    }
    t.equal(provider.asked.length, 0, 'the provider is not even asked')
  },
)

t.test('R21: a form from another site starts no visit, ends none and joins nothing', async (t) => {
  const { provider, house } = await open(t)
  const link = await invite(house, PEOPLE.observer)
  const phone = house.stranger()
  const path = await visit(provider, await leave(phone, link))
  const answer = answerIn(await phone.get(path))
  const record = watching(house)
  const before = record.version()
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': undefined, origin: 'https://evil.example' },
    { 'sec-fetch-site': undefined },
  ]) {
    for (const [address, fields] of [
      ['/sign-in/account', {}],
      [`${link}/account`, {}],
      [RETURN, { answer }],
    ] as const)
      t.equal((await phone.post(address, fields, { headers })).statusCode, 403)
  }
  t.equal(record.version(), before)
  record.close()
  t.equal(
    (await phone.post(RETURN, { answer })).headers.location,
    '/desk',
    'and the visit is not spent',
  )
})

t.test(
  'R21: opening the invitation or the address of return, by anyone and any number of times, changes no row',
  async (t) => {
    const { provider, house } = await open(t)
    const link = await invite(house, PEOPLE.observer)
    const phone = house.stranger()
    const path = await visit(provider, await leave(phone, link))
    const record = watching(house)
    const [version, tables] = [record.version(), record.tables()]
    for (const browser of [phone, house.stranger()]) {
      for (const address of [
        link,
        path,
        RETURN,
        `${RETURN}?error=access_denied&state=x`,
        `${RETURN}?${'a'.repeat(15_000)}`,
        '/sign-in',
      ]) {
        t.ok((await browser.get(address)).statusCode < 400)
        await browser.head(address)
      }
      for (const address of ['/sign-in/account', `${link}/account`])
        t.equal((await browser.get(address)).statusCode, 404)
    }
    t.equal(record.version(), version)
    t.equal(record.tables(), tables)
    record.close()
    t.equal((await goBack(phone, path)).headers.location, '/desk', 'a scanner spent nothing')
  },
)

t.test('what comes back is shown as words and never as a page of its own', async (t) => {
  const { provider, house } = await open(t)
  const phone = house.stranger()
  await leave(phone)
  const page = await phone.get(`${RETURN}?code="><script>alert(1)</script>&state='onload=x`)
  t.notMatch(page.body, '<script>alert')
  t.equal(page.headers['cache-control'], 'no-store')
  t.equal(page.headers['referrer-policy'], 'same-origin')
  for (const fields of [
    {},
    { answer: '' },
    { answer: 'a'.repeat(15_000) },
    { answer: ['code=a', 'code=b'] },
    { answer: 'code=a', next: 'https://evil.example' },
  ] as Fields[])
    t.equal((await phone.post(RETURN, fields)).statusCode, 400)
  provider.wrong.says = 'access_denied'
  provider.wrong.adds = { error_description: '<b>AADSTS65004: the user declined</b>' }
  const answer = await comeIn(provider, phone)
  t.equal(answer.statusCode, 403)
  t.notMatch(answer.body, 'AADSTS')
})

t.test('R23: a code as long as Microsoft’s longest comes through', async (t) => {
  const { provider, house } = await open(t)
  await join(house, provider, PEOPLE.observer)
  provider.wrong.adds = { session_state: 'a'.repeat(12_000) }
  t.equal((await comeIn(provider, house.stranger())).headers.location, '/desk')
})

t.test(
  'R25: where tenants are named, only theirs come in; capitals are the same tenant and the same object',
  async (t) => {
    const { provider, house } = await open(t, { tenants: [TENANT] })
    Object.assign(provider.who, { tid: TENANT.toUpperCase(), oid: OBJECT.toUpperCase() })
    await join(house, provider, PEOPLE.observer)
    t.same(joinedTo(house, PEOPLE.observer), [{ tenant: TENANT, object: OBJECT }])
    Object.assign(provider.who, { tid: TENANT, oid: OBJECT })
    t.equal((await comeIn(provider, house.stranger())).headers.location, '/desk')
    for (const tid of [
      '00000000-8a41-4b0e-9d57-0c1f5a7b9e21',
      '9188040d-6c67-4c5b-b112-36a304b66dad',
      `${TENANT} `,
      '',
    ]) {
      Object.assign(provider.who, { tid, oid: 'a-stranger' })
      t.equal((await comeIn(provider, house.stranger())).statusCode, 403, tid)
      t.equal(
        (await comeIn(provider, house.stranger(), await invite(house, PEOPLE.sergeant))).statusCode,
        403,
        `${tid}, even with an invitation`,
      )
    }
    t.same(joinedTo(house, PEOPLE.sergeant), [])
  },
)

t.test(
  'a provider that is down, or that does not know us, is a plain 503, and the code by email works on',
  async (t) => {
    const log = new PassThrough()
    let logged = ''
    log.on('data', (text) => {
      logged += text
    })
    const { provider, house } = await open(t, { logTo: log })
    const phone = house.stranger()
    provider.wrong.down = /openid-configuration/
    const answer = await phone.post('/sign-in/account')
    t.equal(answer.statusCode, 503)
    t.match(answer.body, 'Sign in with your email')
    t.equal(
      (await phone.post('/sign-in', { email: PEOPLE.observer })).headers.location,
      '/sign-in/code',
    )
    provider.wrong.down = null
    await join(house, provider, PEOPLE.observer)
    for (const [fault, said] of [
      [{ down: /token/ }, 'ECONNRESET|UND_ERR_SOCKET|TypeError'],
      [{ broken: /token/ }, 'OAUTH_RESPONSE_IS_NOT_CONFORM'],
    ] as const) {
      const path = await visit(provider, await leave(phone))
      Object.assign(provider.wrong, fault)
      logged = ''
      t.equal((await goBack(phone, path)).statusCode, 503)
      t.match(logged, new RegExp(`"level":50.*"fault":"(${said})"`))
      Object.assign(provider.wrong, { down: null, broken: null })
      t.equal((await comeIn(provider, phone)).headers.location, '/desk', 'it is well again')
    }
    const late = await openHouse({
      t,
      config: { accounts: { ...provider.settings(), clientSecret: 'run-out' } },
      logTo: log,
    })
    logged = ''
    t.equal((await comeIn(provider, late.stranger())).statusCode, 503)
    t.match(
      logged,
      '"fault":"invalid_client"',
      'whoever keeps the server can tell a secret that ran out',
    )
  },
)

t.test(
  'a provider that says it is someone else, or lies over plain http elsewhere, is not used',
  async (t) => {
    const liar = await openProvider(t, { issuer: 'https://login.example/v2.0' })
    const house = await openHouse({
      t,
      config: { accounts: { ...liar.settings(), issuer: `${liar.home}/${TENANT}/v2.0` } },
    })
    t.equal((await house.stranger().post('/sign-in/account')).statusCode, 503)
    t.same(
      house.store.journal.list(1)[0]!.verb === 'began to sign in by',
      false,
      'no visit was begun',
    )
  },
)

t.test(
  'a provider that never answers is waited for ten seconds, on the way out and on the way back',
  async (t) => {
    const away = async (slow: RegExp): Promise<[number, number]> => {
      const { provider, house } = await open(t)
      const phone = house.stranger()
      const isOnTheWayOut = slow.test('openid-configuration')
      const path = isOnTheWayOut ? '' : await visit(provider, await leave(phone))
      provider.wrong.slow = slow
      const from = Date.now()
      const answer = isOnTheWayOut
        ? await phone.post('/sign-in/account')
        : await goBack(phone, path)
      return [answer.statusCode, Date.now() - from]
    }
    for (const [status, ms] of await Promise.all(
      [/openid-configuration/, /token/, /keys/].map(away),
    )) {
      t.equal(status, 503)
      t.ok(ms > 9_000 && ms < 20_000, `${ms} ms`)
    }
  },
)

t.test(
  'a provider that changes its key is followed within minutes, with no new start',
  async (t) => {
    const { provider, house } = await open(t)
    await join(house, provider, PEOPLE.observer)
    await provider.changeKey()
    const { now } = Date
    t.teardown(() => {
      Date.now = now
    })
    Date.now = () => now() + 90_000
    t.equal((await comeIn(provider, house.stranger())).headers.location, '/desk')
  },
)

t.test('R25: thirty visits in a quarter of an hour are enough for one address', async (t) => {
  const { house } = await open(t)
  for (const path of ['/sign-in/account', RETURN]) {
    const browser = house.stranger()
    const statuses: number[] = []
    for (let i = 0; i < 31; i++)
      statuses.push(
        (await browser.post(path, path === RETURN ? { answer: 'code=a&state=b' } : {})).statusCode,
      )
    t.same([statuses[29] === 429, statuses[30]], [false, 429], path)
  }
})

t.test(
  'R11: nothing of an account, a code or a secret is in the log or in the journal',
  async (t) => {
    const log = new PassThrough()
    let logged = ''
    log.on('data', (text) => {
      logged += text
    })
    const { provider, house } = await open(t, { logTo: log, config: { logLevel: 'trace' } })
    await join(house, provider, PEOPLE.observer)
    await comeIn(provider, house.stranger())
    Object.assign(provider.wrong, {
      says: 'access_denied',
      adds: { error_description: 'Zqwords of the provider' },
    })
    await comeIn(provider, house.stranger())
    Object.assign(provider.wrong, { says: null, adds: {}, claims: { oid: 'zqodd oid' } })
    await comeIn(provider, house.stranger())
    Object.assign(provider.wrong, { claims: {}, down: /token/ })
    const last = house.stranger()
    await comeIn(provider, last)
    await last.post(RETURN, { answer: 'code=zqcode&state=zqstate' })
    t.match(logged, '"fault":"NO_TENANT_OR_OBJECT"', 'a refusal is told')
    const record = new Database(house.file, { readonly: true })
    const journal = JSON.stringify(record.prepare('select * from journal').all())
    const whole = everyRow(record)
    record.close()
    const sent = provider.asked
      .flatMap(({ body, query }) => [...body.entries(), ...query.entries()])
      .filter(([name]) =>
        ['code', 'code_verifier', 'client_secret', 'state', 'nonce'].includes(name),
      )
      .map(([, value]) => value)
    t.ok(sent.length > 12)
    for (const each of [
      ...sent,
      TENANT,
      OBJECT,
      provider.who.email,
      provider.home,
      'zq',
      'Zq',
      PEOPLE.observer,
    ]) {
      t.notOk(logged.includes(each), `the log has ${each}`)
      t.notOk(journal.includes(each), `the journal has ${each}`)
    }
    for (const each of [...sent.filter((value) => value !== provider.clientId), provider.who.email])
      t.notOk(whole.includes(each), `the record still has ${each}`)
  },
)

t.test(
  'without the settings none of the addresses are there, and no page offers them',
  async (t) => {
    const house = await openHouse({ t })
    const link = await invite(house, PEOPLE.observer)
    const browser = house.stranger()
    for (const address of ['/sign-in/account', RETURN, `${link}/account`]) {
      t.equal((await browser.post(address, { answer: 'x' })).statusCode, 404)
      t.equal((await browser.get(address)).statusCode, 404)
    }
    for (const address of ['/sign-in', link])
      t.notMatch((await browser.get(address)).body, 'work account')
  },
)

t.test(
  'settings that are half there, or let in the world, stop the start with a line that says what to do',
  async (t) => {
    const whole = {
      OIDC_ISSUER: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      OIDC_CLIENT_ID: 'an-id',
      OIDC_CLIENT_SECRET: 'Zqsecret',
    }
    const wrong = (settings: Record<string, string>): string => {
      const read = readConfig(settings)
      return 'wrong' in read ? read.wrong.join('\n') : ''
    }
    t.equal(wrong(whole), '')
    t.equal(wrong({}), '')
    const names = Object.keys(whole) as (keyof typeof whole)[]
    for (let bits = 1; bits < 7; bits++) {
      const some = Object.fromEntries(
        names.filter((_, i) => bits & (1 << i)).map((name) => [name, whole[name]]),
      )
      t.match(wrong(some), 'go together: set all three, or none', Object.keys(some).join(' '))
      t.match(wrong({ ...some, OIDC_TENANTS: TENANT }), 'go together')
    }
    for (const name of names)
      t.match(wrong({ ...whole, [name]: '' }), 'go together', `${name} is empty`)
    t.match(wrong({ ...whole, OIDC_CLIENT_SECRET: ' ' }), 'go together', 'a secret of nothing')
    t.match(wrong({ OIDC_TENANTS: TENANT }), 'OIDC_TENANTS is set and OIDC_ISSUER is not')
    for (const issuer of [
      'http://login.example/v2.0',
      'http://127.0.0.1.evil.example',
      'http://localhost.evil.example',
      'http://10.0.0.1',
    ])
      t.match(
        wrong({ ...whole, OIDC_ISSUER: issuer }),
        /OIDC_ISSUER is .* It has to be an https address/,
        issuer,
      )
    for (const issuer of ['not an address', 'ftp://login.example', 'javascript:alert(1)'])
      t.match(wrong({ ...whole, OIDC_ISSUER: issuer }), /OIDC_ISSUER is .* It has to be/, issuer)
    for (const issuer of [
      'http://127.0.0.1:8080/v2.0',
      'http://localhost/v2.0',
      'http://[::1]:8080',
    ])
      t.equal(wrong({ ...whole, OIDC_ISSUER: issuer }), '', issuer)
    for (const place of ['common', 'organizations', 'consumers', 'Common', '/common']) {
      for (const host of [
        'login.microsoftonline.com',
        'LOGIN.microsoftonline.com',
        'login.microsoftonline.com:443',
      ]) {
        const everyone = { ...whole, OIDC_ISSUER: `https://${host}/${place}/v2.0` }
        t.match(wrong(everyone), 'OIDC_TENANTS is not set', everyone.OIDC_ISSUER)
        t.match(wrong({ ...everyone, OIDC_TENANTS: ' , ' }), 'OIDC_TENANTS is not set')
        t.equal(wrong({ ...everyone, OIDC_TENANTS: TENANT }), '')
      }
    }
    t.match(
      wrong({ ...whole, OIDC_TENANTS: `${TENANT}, council.example` }),
      /OIDC_TENANTS is .* It has to be the ids of tenants/,
      'a name would let nobody in',
    )
    for (const each of [
      { ...whole, OIDC_ISSUER: 'x' },
      { ...whole, OIDC_ISSUER: '' },
      { ...whole, PORT: 'x' },
    ])
      t.notMatch(wrong(each), 'Zqsecret', 'the secret is not printed')
    const read = readConfig({ ...whole, OIDC_TENANTS: ` ${TENANT.toUpperCase()} ,, another ` })
    t.same('config' in read && read.config.accounts, {
      issuer: whole.OIDC_ISSUER,
      clientId: 'an-id',
      clientSecret: 'Zqsecret',
      tenants: [TENANT, 'another'],
    })
  },
)

t.test(
  'Microsoft’s issuer for many organisations leaves the tenant open, and each account has to be of its own',
  async (t) => {
    const origin = 'https://login.microsoftonline.com'
    const provider = await openProvider(t, { origin, issuer: `${origin}/{tenantid}/v2.0` })
    const ours = globalThis.fetch
    t.teardown(() => {
      globalThis.fetch = ours
    })
    globalThis.fetch = (address, options) =>
      ours(String(address).replace(origin, provider.home), options)
    const accounts = workAccountsAt(
      { ...provider.settings([TENANT, 'another']), issuer: `${origin}/organizations/v2.0` },
      'https://roundtable.example',
    )
    const come = async () => {
      const { address, secrets } = await accounts.begin()
      t.ok(address.startsWith(`${origin}/authorize?`))
      return accounts.finish((await provider.visit(address)).split('?')[1]!, secrets)
    }
    t.same(await come(), { tenant: TENANT, object: OBJECT })
    provider.who.tid = 'another'
    t.same(await come(), { tenant: 'another', object: OBJECT }, 'a second organisation')
    provider.who.tid = 'a-third'
    await t.rejects(come(), { code: 'OTHER_TENANT' }, 'one that is not named')
    Object.assign(provider.wrong.claims, { tid: TENANT })
    provider.who.tid = 'another'
    provider.wrong.claims.iss = `${origin}/another/v2.0`
    await t.rejects(
      come(),
      { code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' },
      'one organisation that speaks for another',
    )
    provider.wrong.claims.iss = `${origin}/{tenantid}/v2.0`
    await t.rejects(come(), { code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' }, 'the open place itself')
  },
)
