import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import t from 'tap'
import { type Answer, openHouse, type House } from '../../../support/house.ts'
import { codeIn, onward } from '../../../support/house/residents.ts'
import { blank, from } from './set-up.ts'

const numberIn = async (house: House, sent: Answer): Promise<string> =>
  codeIn(await onward(house.stranger(), sent))

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
    const sent = await sendAll(house)
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
    const number = await numberIn(house, sent)
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

async function sendAll(house: House) {
  const sent = await from(
    house,
    '/tell-us',
    { ...blank, text: 'zqwords', reach: 'zqreach' },
    { ip: '203.0.113.77', agent: 'zqagent/7' },
  )
  await from(
    house,
    '/entries/2021-q3-1/verdicts',
    { question: 'difference', verdict: 'no', word: 'zqword' },
    { ip: '203.0.113.77', agent: 'zqagent/7' },
  )
  await from(
    house,
    '/follow',
    { email: 'zqfollower@home.example', what: 'all', often: 'table' },
    { ip: '203.0.113.77', agent: 'zqagent/7' },
  )
  await from(
    house,
    '/tell-us/what-became-of-it',
    { reference: await numberIn(house, sent) },
    { ip: '203.0.113.77', agent: 'zqagent/7' },
  )
  for (const [path, fields] of [
    ['/tell-us', { ...blank, text: 'zqwords', zq: '1' }],
    ['/tell-us', { ...blank, text: 'zqwords'.repeat(50_000) }],
    ['/entries/2021-q3-1/verdicts', { question: 'difference', verdict: 'zq', word: 'zqword' }],
    ['/follow/zqkey', {}],
    ['/unfollow/zqkey', {}],
  ] as const)
    await from(house, path, fields)
  house.store.inbox.leaveMessage = () => {
    throw new Error('zqwords could not be written')
  }
  return sent
}

t.test(
  'R27: a number cannot be guessed, and a wrong one is answered like one that was never made',
  async (t) => {
    const house = await openHouse({ t })
    const sent = await house.stranger().post('/tell-us', { ...blank, text: 'Mine' })
    const number = await numberIn(house, sent)
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
      const answer = await house.stranger().post('/tell-us/what-became-of-it', { reference: typed })
      t.equal(answer.statusCode, 422, JSON.stringify(typed))
      wrong.add(answer.body.replace(/id="reference" name="reference"[^>]*/, ''))
    }
    t.equal(wrong.size, 1)
    const guesser = house.stranger()
    for (let i = 0; i < 10; i++)
      await guesser.post('/tell-us/what-became-of-it', { reference: `AAAAA-AAAA${i}` })
    const stopped = await guesser.post('/tell-us/what-became-of-it', { reference: number })
    t.equal(stopped.statusCode, 429)
    t.match(stopped.body, `value="${number}"`)
    t.equal(
      (await house.stranger().post('/tell-us/what-became-of-it', { reference: number })).statusCode,
      303,
    )
    const line = (i: number) => ({ agent: `browser ${i}`, ip: '192.0.2.77' })
    for (let i = 0; i < 40; i++)
      await from(house, '/tell-us/what-became-of-it', { reference: `AAAAA-AAAA${i}` }, line(i))
    t.equal(
      (await from(house, '/tell-us/what-became-of-it', { reference: number }, line(41))).statusCode,
      429,
      'a line that names another browser each time is one line',
    )
    t.equal(
      (await house.stranger().get(`/tell-us/what-became-of-it?reference=${number}`)).body.includes(
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
    '/tell-us/what-became-of-it',
    '/entries/2021-q3-1',
    '/entries/2021-q3-1/verdicts',
  ]
  // A form that counts once has a key of its own, and nobody's.
  const bodyOf = async (path: string): Promise<string> =>
    (await house.stranger().get(path)).body.replace(/name="once" value="[\w-]{22}"/, '')
  for (const path of pages) clean.set(path, await bodyOf(path))
  const answers = [
    await house.stranger().post('/tell-us', { ...blank, reach: 'zqmine' }),
    await house.stranger().post('/tell-us', { ...blank, text: 'zqmine' }),
    await house.stranger().post('/ar/tell-us', { ...blank, name: 'zqmine' }),
    await house.stranger().post('/tell-us/what-became-of-it', { reference: 'zqmine' }),
    await house.stranger().post('/follow', { email: 'zqmine' }),
    await house.stranger().post('/entries/2021-q3-1/verdicts', {
      question: 'difference',
      verdict: 'no',
      word: `zqmine ${'w'.repeat(600)}`,
    }),
  ]
  for (const answer of answers)
    t.match(
      [answer.headers['cache-control'], answer.headers.etag, answer.headers['set-cookie']],
      ['no-store', undefined, undefined],
    )
  for (const path of pages) t.equal(await bodyOf(path), clean.get(path), path)
  for (const path of [
    '/tell-us?text=zqmine&name=zqmine',
    '/follow?email=zqmine',
    '/entries/2021-q3-1?word=zqmine',
  ])
    t.notMatch((await house.stranger().get(path)).body, /value="zqmine|>zqmine/, path)
})
