import { OBJECT, TENANT } from '../../../support/provider/place.ts'
import { PassThrough } from 'node:stream'
import t from 'tap'
import { workAccountsAt } from '../../../../src/web/sign-in/work-accounts.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { openProvider } from '../../../support/provider.ts'
import { comeIn, goBack, invite, join, joinedTo, leave, open, visit } from './set-up.ts'

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
