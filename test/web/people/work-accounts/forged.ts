import { type Faults, OBJECT, TENANT } from '../../../support/provider/place.ts'
import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { answerIn, comeIn, goBack, isIn, join, leave, open, RETURN, visit } from './set-up.ts'

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
