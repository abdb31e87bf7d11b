import { OBJECT, TENANT } from '../../../support/provider/place.ts'
import { PassThrough } from 'node:stream'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { readConfig } from '../../../../src/config.ts'
import { PEOPLE } from '../../../support/house.ts'
import { comeIn, everyRow, join, open, RETURN } from './set-up.ts'

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
    halfThere(t, whole, wrong)
    issuers(t, whole, wrong)
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

function halfThere(
  t: Test,
  whole: { OIDC_ISSUER: string; OIDC_CLIENT_ID: string; OIDC_CLIENT_SECRET: string },
  wrong: (settings: Record<string, string>) => string,
) {
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
}

function issuers(
  t: Test,
  whole: { OIDC_ISSUER: string; OIDC_CLIENT_ID: string; OIDC_CLIENT_SECRET: string },
  wrong: (settings: Record<string, string>) => string,
) {
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
  for (const issuer of ['http://127.0.0.1:8080/v2.0', 'http://localhost/v2.0', 'http://[::1]:8080'])
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
}
