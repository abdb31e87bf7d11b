import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openPost } from '../../src/mail/post.ts'
import { openHouse, PEOPLE } from '../support/house.ts'

const rawOf = async (
  t: Test,
  letter: Parameters<ReturnType<typeof openPost>['send']>[0],
  settings: { mailFrom?: string; publicUrl?: string; replyTo?: string } = {},
): Promise<string> => {
  const outbox = mkdtempSync(join(tmpdir(), 'round-table-outbox-'))
  t.teardown(() => rmSync(outbox, { recursive: true, force: true }))
  const mailFrom = 'Round Table <post@charity.example>'
  await openPost({ smtpUrl: null, mailFrom, outbox, ...settings }).send(letter)
  return readFileSync(join(outbox, readdirSync(outbox)[0]!), 'latin1')
}

/** What a strict reader of mail asks of a letter (RFC 5322, 2045 and 3834). */
const strict = (t: Test, raw: string): void => {
  const [head = ''] = raw.split('\r\n\r\n')
  t.notOk(/[^\r]\n|\r(?!\n)/.test(raw), 'each line ends with both')
  t.notOk(/[^\t\r\n\x20-\x7e]/.test(raw), 'it is in seven bits')
  t.same(
    raw.split('\r\n').filter((line) => line.length > 998),
    [],
  )
  const fields = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  t.same(
    fields.filter((field) => !/^[A-Za-z][\w-]*: \S/.test(field)),
    [],
    'each head line has a name and a value',
  )
  const has = (name: string, value: RegExp): void => {
    const found = fields.filter((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    t.equal(found.length, 1, `one ${name}`)
    t.match(found[0], value)
  }
  has('From', /@/)
  has('To', /@/)
  has('Subject', /./)
  has('Date', /\d{4}/)
  has('MIME-Version', /1\.0/)
  has('Message-ID', /^Message-ID: <[^@<>\s]+@[a-z0-9-]+(\.[a-z0-9-]+)+>$/)
  has('Auto-Submitted', /^Auto-Submitted: auto-generated$/)
  has('X-Auto-Response-Suppress', /OOF/)
  has(
    'Content-Type',
    /^Content-Type: (text\/plain; charset=utf-8|multipart\/alternative; ?boundary=)/i,
  )
}

/** What a form to follow the board says. */
const ALL = { what: 'all', often: 'table' }

t.test('R21: a letter of each kind says that a program wrote it, and is valid mail', async (t) => {
  const house = await openHouse({ t })
  await house.stranger().post('/sign-in', { email: PEOPLE.officer })
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post('/desk/people', {
    name: 'Ámina Ćosić',
    email: 'new@council.example',
    role: 'member',
    organisationId: '3',
    seatId: '',
  })
  await house.stranger().post('/follow', { ...ALL, email: 'resident@home.example' })
  await house.stranger().post('/ar/follow', { ...ALL, email: 'other@home.example' })
  const people = house.store.people.list().map((each) => each.id)
  await laptop.post('/desk/round-tables/2021-q4/letters', { personIds: people.slice(0, 2) })
  house.clock.moveTo('2022-01-28T12:00:00.000Z')
  await laptop.post('/desk/round-tables/2021-q4/letters', { personIds: people.slice(2, 3) })
  for (let i = 0; i < 50 && house.letters.length < 7; i++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  const subjects = new Set(house.letters.map((letter) => letter.subject))
  t.comment([...subjects].join(', '))
  t.ok(subjects.size >= 4, 'letters of several kinds')
  for (const letter of house.letters) strict(t, await rawOf(t, letter))
})

t.test(
  'a letter is named under a domain of its sender, and a reply goes where it is read',
  async (t) => {
    const letter = { to: 'pat@met.example', subject: 'Hello', text: 'Hello' }
    const idOf = async (settings: Parameters<typeof rawOf>[2]): Promise<string> =>
      (await rawOf(t, { ...letter, messageId: '<one@round-table.localhost>' }, settings)).match(
        /^Message-ID: (.*)\r$/m,
      )![1]!
    t.equal(await idOf({}), '<one@charity.example>')
    const local = 'Round Table <round-table@localhost>'
    t.equal(
      await idOf({ mailFrom: local, publicUrl: 'https://table.example' }),
      '<one@table.example>',
    )
    t.equal(
      await idOf({ mailFrom: local, publicUrl: 'http://127.0.0.1:3000' }),
      '<one@round-table.localhost>',
    )
    t.match(
      await rawOf(t, letter, { replyTo: 'team@charity.example' }),
      /^Reply-To: team@charity\.example\r$/m,
    )
    t.notMatch(await rawOf(t, letter), /^Reply-To/m)
    t.notMatch(await rawOf(t, letter), /^Precedence/m)
    const news = {
      ...letter,
      headers: { 'List-Unsubscribe': '<https://table.example/unfollow/x>' },
    }
    t.match(await rawOf(t, news), /^Precedence: bulk\r$/m, 'one that goes to many says so')
  },
)
