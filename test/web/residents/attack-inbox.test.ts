import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import t from 'tap'
import { keepLimits, HOUR } from '../../../src/web/limits.ts'
import { openHouse, PEOPLE, type Answer, type House } from '../../support/house.ts'

const blank = { text: '', area: '', name: '', reach: '' }
const numberIn = (answer: Answer): string =>
  answer.body.match(/<b>([0-9A-Z]{5}-[0-9A-Z]{5})<\/b>/)?.[1] ?? ''
const count = (house: House): number => house.store.messages.listUnfiltered().length
const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString()
/** Someone who names another browser, or comes from another address, each time. */
const from = (
  house: House,
  path: string,
  fields: Record<string, string>,
  {
    ip = '192.0.2.1',
    agent = 'x',
    more = {},
  }: { ip?: string; agent?: string; more?: Record<string, string> } = {},
) =>
  house.app.inject({
    method: 'POST',
    url: path,
    remoteAddress: ip,
    payload: form(fields),
    headers: {
      host: '127.0.0.1:3000',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': agent,
      ...more,
    },
  })

t.test(
  'a flood from one line that names another browser each time does not close the form to everybody else',
  async (t) => {
    const house = await openHouse({ t })
    const before = count(house)
    let stopped = 0
    for (let i = 0; i < 150; i++)
      stopped += Number(
        (await from(house, '/tell-us', { ...blank, text: `Flood ${i}` }, { agent: `browser ${i}` }))
          .statusCode === 429,
      )
    t.equal(count(house) - before, 30)
    t.equal(stopped, 120)
    t.equal(
      (await from(house, '/tell-us', { ...blank, text: 'I need help' }, { ip: '192.0.2.2' }))
        .statusCode,
      200,
      'somebody on another line',
    )

    for (let i = 0; i < 60; i++)
      await from(
        house,
        '/tell-us',
        { ...blank, text: `Flood ${i}` },
        { ip: `2001:db8:1:2:${i.toString(16)}::${i}`, agent: `browser ${i}` },
      )
    t.equal(count(house) - before, 61, 'one who has many new addresses has one line')
    t.equal(
      (
        await from(
          house,
          '/tell-us',
          { ...blank, text: 'I need help too' },
          { ip: '2001:db8:1:3::1' },
        )
      ).statusCode,
      200,
    )
    // What a client says of its own address is not believed.
    t.equal(
      (
        await from(
          house,
          '/tell-us',
          { ...blank, text: 'Again' },
          { more: { 'x-forwarded-for': '198.51.100.7', forwarded: 'for=198.51.100.7' } },
        )
      ).statusCode,
      429,
    )
  },
)

t.test(
  'what a flood from everywhere costs: the form waits for an hour, keeps what was typed, and says that there is a phone',
  async (t) => {
    const house = await openHouse({ t })
    for (let i = 0; i < 120; i++)
      await from(house, '/tell-us', { ...blank, text: `Flood ${i}` }, { ip: `198.51.${i}.1` })
    const honest = house.stranger()
    const answer = await honest.post('/tell-us', { ...blank, text: 'I need help' })
    t.equal(answer.statusCode, 429)
    t.match(answer.body, 'I need help</textarea>')
    t.match(answer.body, /href="tel:/)
    t.equal((await honest.get('/tell-us')).statusCode, 200)
    house.clock.pass({ minutes: 61 })
    t.equal((await honest.post('/tell-us', { ...blank, text: 'I need help' })).statusCode, 200)
  },
)

t.test(
  'what is counted together is not forgotten in a flood of other names, and what is held does not grow for ever',
  async (t) => {
    const isTooMuch = keepLimits(() => new Date('2022-01-27T10:00:00Z'))
    for (let i = 0; i < 10; i++) isTooMuch('message', null, 10, HOUR)
    t.ok(isTooMuch('message', null, 10, HOUR))
    const begun = performance.now()
    for (let i = 0; i < 200_000; i++) isTooMuch('reference', `caller ${i}`, 10, HOUR)
    t.ok(isTooMuch('message', null, 10, HOUR))
    t.ok(performance.now() - begun < 10_000, 'and each costs the same, however many there are')
  },
)

t.test('votes are not stuffed without end from one line', async (t) => {
  const house = await openHouse({ t })
  const { version } = house.store.published
    .board()
    .entries.find((each) => each.slug === '2021-q3-1')!
  const before = house.store.verdicts.count('2021-q3-1', version).no
  for (let i = 0; i < 140; i++)
    await from(
      house,
      '/entries/2021-q3-1/verdicts',
      { verdict: 'no', word: '' },
      { agent: `browser ${i}` },
    )
  t.equal(house.store.verdicts.count('2021-q3-1', version).no - before, 120)
  t.equal(
    (
      await from(
        house,
        '/entries/2021-q3-1/verdicts',
        { verdict: 'no', word: '' },
        { ip: '192.0.2.9' },
      )
    ).statusCode,
    303,
  )
})

t.test('letters are not sent without end from one line', async (t) => {
  const house = await openHouse({ t })
  for (let i = 0; i < 40; i++)
    await from(house, '/follow', { email: `victim+${i}@home.example` }, { agent: `browser ${i}` })
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
  t.equal(house.letters.length, 20)
})

t.test(
  'R24, R27: nothing about the device, the address or the number is on the disk, and nothing typed is in the log',
  async (t) => {
    const log: string[] = []
    const house = await openHouse({
      t,
      logTo: new Writable({
        write: (chunk, _, done) => {
          log.push(String(chunk))
          done()
        },
      }),
    })
    const sent = await from(
      house,
      '/tell-us',
      { ...blank, text: 'zqwords', reach: 'zqreach' },
      { ip: '203.0.113.77', agent: 'zqagent/7' },
    )
    await from(
      house,
      '/entries/2021-q3-1/verdicts',
      { verdict: 'no', word: 'zqword' },
      { ip: '203.0.113.77', agent: 'zqagent/7' },
    )
    await from(
      house,
      '/follow',
      { email: 'zqfollower@home.example' },
      { ip: '203.0.113.77', agent: 'zqagent/7' },
    )
    await from(
      house,
      '/tell-us/replies',
      { reference: numberIn(sent) },
      { ip: '203.0.113.77', agent: 'zqagent/7' },
    )
    for (const [path, fields] of [
      ['/tell-us', { ...blank, text: 'zqwords', zq: '1' }],
      ['/tell-us', { ...blank, text: 'zqwords'.repeat(50_000) }],
      ['/entries/2021-q3-1/verdicts', { verdict: 'zq', word: 'zqword' }],
      ['/follow/zqkey', {}],
      ['/unfollow/zqkey', {}],
    ] as const)
      await from(house, path, fields)
    house.store.inbox.leaveMessage = () => {
      throw new Error('zqwords could not be written')
    }
    const broken = await from(
      house,
      '/tell-us',
      { ...blank, text: 'zqwords again' },
      { ip: '203.0.113.78' },
    )
    t.equal(broken.statusCode, 500, 'what is not on the disk is not acknowledged')
    t.notMatch(broken.body, 'zqwords')
    t.ok(log.length > 0)
    t.notMatch(log.join(''), /zq|203\.0\.113/, 'the log')
    const number = numberIn(sent)
    const disk = readdirSync(house.folder, { withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => readFileSync(join(each.parentPath, each.name), 'latin1'))
      .join('\n')
    t.match(disk, 'zqwords')
    for (const trace of ['203.0.113.77', 'zqagent', number, number.replace('-', '')])
      t.notOk(disk.includes(trace), trace)
    const journal = JSON.stringify(house.store.journal.list(1, 5000))
    t.notMatch(journal, /zq/, 'the journal')
  },
)

t.test(
  'R27: a number cannot be guessed, and a wrong one is answered like one that was never made',
  async (t) => {
    const house = await openHouse({ t })
    const number = numberIn(await house.stranger().post('/tell-us', { ...blank, text: 'Mine' }))
    const wrong = new Set<string>()
    for (const typed of [
      '',
      ' ',
      'x',
      number.slice(0, -1),
      `${number}2`,
      'AAAAA-AAAAA',
      "' or 1=1 --",
      '%',
      '*',
      '\u0000',
      'é'.repeat(40),
    ]) {
      const answer = await house.stranger().post('/tell-us/replies', { reference: typed })
      t.equal(answer.statusCode, 422, JSON.stringify(typed))
      wrong.add(answer.body.replace(/id="reference" name="reference"[^>]*/, ''))
    }
    t.equal(wrong.size, 1)
    const guesser = house.stranger()
    for (let i = 0; i < 10; i++)
      await guesser.post('/tell-us/replies', { reference: `AAAAA-AAAA${i}` })
    const stopped = await guesser.post('/tell-us/replies', { reference: number })
    t.equal(stopped.statusCode, 429)
    t.match(stopped.body, `value="${number}"`)
    t.equal(
      (await house.stranger().post('/tell-us/replies', { reference: number })).statusCode,
      200,
    )
    t.equal(
      (await house.stranger().get(`/tell-us/replies?reference=${number}`)).body.includes(
        'class="trail"',
      ),
      false,
      'a number is never in an address',
    )
  },
)

t.test('what one person is shown is kept for nobody else', async (t) => {
  const house = await openHouse({ t })
  const clean = new Map<string, string>()
  const pages = [
    '/tell-us',
    '/ar/tell-us',
    '/follow',
    '/tell-us/replies',
    '/entries/2021-q3-1',
    '/entries/2021-q3-1/verdicts',
  ]
  for (const path of pages) clean.set(path, (await house.stranger().get(path)).body)
  const answers = [
    await house.stranger().post('/tell-us', { ...blank, reach: 'zqmine' }),
    await house.stranger().post('/tell-us', { ...blank, text: 'zqmine' }),
    await house.stranger().post('/ar/tell-us', { ...blank, name: 'zqmine' }),
    await house.stranger().post('/tell-us/replies', { reference: 'zqmine' }),
    await house.stranger().post('/follow', { email: 'zqmine' }),
    await house
      .stranger()
      .post('/entries/2021-q3-1/verdicts', { verdict: 'no', word: `zqmine ${'w'.repeat(600)}` }),
  ]
  for (const answer of answers)
    t.match(
      [answer.headers['cache-control'], answer.headers.etag, answer.headers['set-cookie']],
      ['no-store', undefined, undefined],
    )
  for (const path of pages) t.equal((await house.stranger().get(path)).body, clean.get(path), path)
  for (const path of [
    '/tell-us?text=zqmine&name=zqmine',
    '/follow?email=zqmine',
    '/entries/2021-q3-1?word=zqmine',
  ])
    t.notMatch((await house.stranger().get(path)).body, /value="zqmine|>zqmine/, path)
})

t.test('no trick with an address or a host puts a link to elsewhere on a page', async (t) => {
  const house = await openHouse({ t })
  for (const path of [
    '//evil.example/tell-us',
    '/%61r/tell-us',
    '/a%72/entries/2021-q3-1',
    '/ar//evil.example',
    '/AR/tell-us',
    '/ar/ar/tell-us',
    '/ar%2ftell-us',
    '/../tell-us',
    '/ar/../../tell-us',
    '/unfollow/%2f%2fevil.example',
    '/follow/%0d%0aset-cookie:a=b',
    '/follow/%22%3E%3Cscript%3E',
    '/entries/%0d%0aset-cookie:a=b/verdicts',
    '/entries/..%2f..%2fdesk/thanks',
    '/\\evil.example',
    `/${'a/'.repeat(300)}`,
  ]) {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await house.stranger().send({
        method,
        url: path,
        ...(method === 'POST' && {
          payload: form({ verdict: 'no', word: '' }),
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'x-forwarded-host': 'evil.example',
          },
        }),
      })
      t.ok(
        [200, 303, 400, 404, 410, 413, 422].includes(answer.statusCode),
        `${method} ${path}: ${answer.statusCode}`,
      )
      t.notMatch(
        answer.body,
        /(href|src|action|content)="(?:https?:)?[/\\]{2}evil\.example|<script>/,
        `${method} ${path}`,
      )
      t.equal(answer.headers['set-cookie'], undefined)
      t.notMatch(String(answer.headers.location ?? '/'), /evil|\r|\n/)
      for (const [, href] of answer.body.matchAll(/href="([^"#][^"]*)"/g))
        t.match(
          href!,
          /^(\/(?![/\\])|tel:|mailto:|https:\/\/www\.bbc\.co\.uk\/weather|http:\/\/127\.0\.0\.1:3000)/,
          `${method} ${path} links to ${href}`,
        )
    }
  }
})

t.test('R27: words of residents are shown on the desk as text, whatever they hold', async (t) => {
  const house = await openHouse({ t })
  const nasty =
    '</p><script>alert(1)</script><img src=x onerror=alert(1)> <%= it %> {name} ${1} \u202Eevil'
  await house.stranger().post('/tell-us', {
    ...blank,
    text: nasty,
    name: nasty.slice(0, 90),
    reach: 'javascript:alert(1)',
  })
  await house.stranger().post('/entries/2021-q3-1/verdicts', { verdict: 'no', word: nasty })
  const laptop = house.signIn(PEOPLE.coordinator)
  const message = house.store.messages.listUnfiltered().at(-1)!
  const publication = house.store.publications
    .list()
    .find((each) => each.kind === 'entry' && each.slug === '2021-q3-1')!
  for (const path of [
    '/desk/messages',
    `/desk/messages/${message.id}`,
    `/desk/entries/${publication.id}`,
  ]) {
    const { body } = await laptop.get(path)
    t.match(body, '&lt;script&gt;alert(1)', path)
    t.notMatch(body, /<script>alert|<img src=x|href="javascript|\u202E/, path)
  }
})

t.test(
  'behind a proxy the line is the one that the proxy names, and not what the client says of itself',
  async (t) => {
    const house = await openHouse({ t, config: { trustProxy: true } })
    let taken = 0
    for (let i = 0; i < 40; i++)
      taken += Number(
        (
          await from(
            house,
            '/tell-us',
            { ...blank, text: `Flood ${i}` },
            {
              ip: '127.0.0.1',
              agent: `b${i}`,
              more: { 'x-forwarded-for': `198.51.100.${i}, 203.0.113.5` },
            },
          )
        ).statusCode === 200,
      )
    t.equal(taken, 30, 'what a client adds in front of what the proxy says is not believed')
    t.equal(
      (
        await from(
          house,
          '/tell-us',
          { ...blank, text: 'Somebody else' },
          { ip: '127.0.0.1', more: { 'x-forwarded-for': '203.0.113.6' } },
        )
      ).statusCode,
      200,
    )
  },
)
