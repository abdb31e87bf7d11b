import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { everything, find, linkFor, open, UNDER_WAY } from './set-up.ts'

t.test(
  'R21: fifty looks and fifty HEADs of a scanner change no row at all, and the link is still good',
  async (t) => {
    const { house, link } = await open(t)
    const scanner = house.stranger()
    const before = everything(house)
    for (let i = 0; i < 50; i++) {
      t.equal((await scanner.get(link)).statusCode, 200)
      t.equal((await scanner.head(link)).statusCode, 200)
      await scanner.get(`${link}/receipt`)
      await scanner.head(`${link}/receipt`)
    }
    for (const path of ['acceptance', 'declining', 'undoing', 'renewal'])
      t.equal((await scanner.get(`${link}/${path}`)).statusCode, 404, `${path} is no page`)
    t.equal(everything(house), before)
    t.equal((await house.stranger().post(link, UNDER_WAY)).statusCode, 303)
    t.not(everything(house), before, 'and the test sees a change')
  },
)

t.test('the token is 192 bits of chance, and only its hash is on disk', async (t) => {
  const { house, link } = await open(t)
  const token = link.split('/').at(-1)!
  t.match(token, /^[\w-]{32}$/)
  t.not(linkFor(house, find(house).id), link)
  const disk = readdirSync(house.folder)
    .filter((name) => !name.endsWith('-shm'))
    .map((name) => readFileSync(join(house.folder, name), 'latin1'))
    .join('\n')
  t.match(disk, 'Community events', 'the test reads the right files')
  t.notMatch(disk, token)
})

t.test(
  'every token that was never given gets the same answer, whatever it looks like',
  async (t) => {
    const { house, link } = await open(t)
    const token = link.split('/').at(-1)!
    const bodies = new Set<string>()
    for (const each of [
      'A'.repeat(32),
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase(),
      '%00',
      '..%2Fdesk',
      `'%20or%201=1--`,
      '1',
      'é'.repeat(40),
      '__proto__',
    ]) {
      const answer = await house.stranger().get(`/report/${encodeURI(each).replaceAll('%25', '%')}`)
      t.equal(answer.statusCode, 404, each)
      bodies.add(answer.body)
    }
    t.equal(bodies.size, 1)
  },
)

t.test(
  'R24: no cookie, no script but one small one of ours, nothing kept by a cache or a search engine, and no address sent on to another site',
  async (t) => {
    const { house, phone, link } = await open(t)
    await phone.post(link, UNDER_WAY)
    for (const answer of [
      await phone.get(link),
      await phone.get(`${link}/receipt`),
      await phone.post(link, { status: '' }),
      await phone.post(link, UNDER_WAY),
      await phone.get('/report/unknown'),
      await phone.post('/report/unknown/renewal'),
    ]) {
      t.equal(answer.headers['set-cookie'], undefined)
      t.match(answer.headers, {
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        'referrer-policy': 'same-origin',
        'x-frame-options': 'DENY',
      })
      t.match(
        answer.headers['content-security-policy'],
        /^default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'.*; script-src 'self'; connect-src 'self'$/,
      )
      const rest = answer.body.replace(
        /<script src="\/static\/kept-words\.js\?v=[\w-]+" type="module"><\/script>/,
        '',
      )
      t.notMatch(rest, /<script|\son\w+=|https?:\/\/(?!127\.0\.0\.1)/)
    }
    t.equal(phone.cookies.size, 0)
    // A session that happens to be there is neither asked for nor lent: the update is that of the
    // link's person.
    const coordinator = house.signIn(PEOPLE.coordinator)
    await coordinator.post(link, { ...UNDER_WAY, text: 'From a shared screen' })
    t.equal(find(house).updates.at(-1)!.personId, house.person(PEOPLE.sergeant).id)
  },
)

t.test('a form on another site saves nothing, and no answer sends anyone elsewhere', async (t) => {
  const { house, phone, link } = await open(t)
  const before = everything(house)
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': undefined, origin: 'https://evil.example' },
    { 'sec-fetch-site': undefined, origin: 'null' },
    { 'sec-fetch-site': undefined },
  ]) {
    for (const path of ['', '/acceptance', '/declining', '/undoing', '/renewal'])
      t.equal(
        (await phone.post(`${link}${path}`, UNDER_WAY, { headers })).statusCode,
        403,
        JSON.stringify(headers),
      )
  }
  t.equal(everything(house), before)
  for (const path of ['//evil.example', '/%2F%2Fevil.example', '/https:%2F%2Fevil.example']) {
    for (const answer of [
      await phone.get(`/report${path}`),
      await phone.get(`/report${path}/receipt`),
      await phone.post(`/report${path}`, UNDER_WAY),
    ])
      t.equal(answer.headers.location, undefined, path)
  }
  const saved = await phone.post(link, UNDER_WAY, {
    headers: { host: 'evil.example', 'sec-fetch-site': 'same-origin' },
  })
  t.equal(saved.headers.location, `${link}/receipt`, 'always a path of ours')
})

t.test('no token is in the log, even when something breaks', async (t) => {
  let logged = ''
  const { PassThrough } = await import('node:stream')
  const log = new PassThrough()
  log.on('data', (chunk) => {
    logged += String(chunk)
  })
  const { house, phone, link } = await open(t, { logTo: log })
  await phone.get(link)
  await phone.post(link, UNDER_WAY)
  house.store.concerns.listUnfiltered = () => {
    throw new Error(`broken at ${link}`)
  }
  t.equal((await phone.get(link)).statusCode, 500)
  t.ok(logged.length > 0, 'the log is on')
  t.notMatch(logged, link.split('/').at(-1)!)
  t.notMatch(logged, 'hall is booked')
})
