import t from 'tap'
import type { Bent } from '../../../support/authenticator.ts'
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
  questionOn,
  refusedIn,
  use,
  withKey,
} from './set-up.ts'

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
