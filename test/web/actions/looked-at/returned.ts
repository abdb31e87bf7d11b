import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { buildApp } from '../../../../src/app.ts'
import { openPost } from '../../../../src/mail/post.ts'
import { openReturned, readReturned } from '../../../../src/mail/returned.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { PATH, rows, settle } from '../owner-letters/set-up.ts'

const report = (name: string, over: { status?: string; action?: string } = {}): string =>
  [
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    `Final-Recipient: rfc822; ${PEOPLE.sergeant}`,
    `Action: ${over.action ?? 'failed'}`,
    `Status: ${over.status ?? '5.1.1'}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${name}@mosaic.example>`,
    '--b--',
  ].join('\r\n')

const NAME = '0b9f0c1a-5d1e-4b6c-9a7e-1c2d3e4f5a6b'

t.test(
  'mail that came back is told from a person’s answer, and from what is only late',
  async (t) => {
    t.match(readReturned(report(NAME)), { names: [NAME], status: '5.1.1' })
    t.equal(readReturned(report(NAME, { action: 'delayed', status: '4.4.1' })), 'only late')
    const answer = `From: A sergeant <${PEOPLE.sergeant}>\r\nIn-Reply-To: <${NAME}@x.example>\r\n\r\nDone, see 5.1.1`
    t.equal(readReturned(answer), 'not returned mail')
    const words = `From: postmaster@school.example\r\n\r\nRoom 550, see 5.1.1\r\n<${NAME}@x>`
    t.match(readReturned(words), { status: '5.0.0' }, 'a number in words is no code')
    const older = `From: MAILER-DAEMON@mx.example\r\n\r\n550 no such user\r\nMessage-ID: <${NAME}@x>`
    t.match(readReturned(older), { names: [NAME], status: '5.0.0' })
  },
)

/** The house again over the same record, with a post and a folder of what came back. */
const startWith = async (
  house: House,
  parts: Partial<Parameters<typeof buildApp>[0]>,
): Promise<void> => {
  const { store, config, clock } = house
  const send = async (): Promise<void> => {}
  const app = await buildApp({ store, config, now: () => clock.now(), post: { send }, ...parts })
  for (let i = 0; i < 20; i++) await new Promise((done) => setTimeout(done, 20))
  await app.close()
}

t.test(
  'R7, R22: a letter that came back stands on the desk with what to do next, and what was read is deleted, with its addresses',
  async (t) => {
    const house = await openHouse({ t })
    const folder = mkdtempSync(join(tmpdir(), 'round-table-returned-'))
    t.teardown(() => rmSync(folder, { recursive: true }))
    const [row] = rows(house, PEOPLE.sergeant)
    house.store.letters.posted(row!.id, house.clock.at(), true)
    mkdirSync(join(folder, 'new'))
    const name = row!.messageId.match(/<(.*)@/)![1]!
    for (const file of ['one', 'two']) writeFileSync(join(folder, 'new', file), report(name))
    writeFileSync(join(folder, 'answer.eml'), 'From: A person <a@b.example>\r\n\r\nHello')
    await startWith(house, { returned: openReturned(folder).take })
    t.same(readdirSync(join(folder, 'new')), [])
    t.same(readdirSync(join(folder, 'other')), ['answer.eml'], 'what a person wrote is kept')
    t.equal(house.store.letters.returned().length, 1, 'two notes about one letter are one')
    const laptop = house.signIn(PEOPLE.coordinator)
    t.match((await laptop.get('/desk')).body, /Letters came back/)
    const { body } = await laptop.get(PATH)
    t.match(body, new RegExp(`No mailbox takes letters to ${PEOPLE.sergeant}`))
    t.match(body, 'Send it again')
    await laptop.post(`${PATH}/${row!.id}/sending-again`)
    await settle()
    t.ok(house.letters.some((letter) => letter.to === PEOPLE.sergeant))
    t.not(house.store.letters.find(row!.id)!.messageId, row!.messageId)
    t.notMatch((await laptop.get('/desk')).body, /Letters came back/)
  },
)

/** A mail server that knows nobody: it refuses each address, for good or for now. */
const refusing = async (t: Test, answer: string): Promise<string> => {
  const server = createServer((socket) => {
    socket.write('220 mx.example\r\n')
    socket.on('data', (bytes) => {
      for (const line of String(bytes).split('\r\n').filter(Boolean))
        socket.write(
          /^RCPT/i.test(line)
            ? `${answer}\r\n`
            : /^QUIT/i.test(line)
              ? '221 bye\r\n'
              : '250 ok\r\n',
        )
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.teardown(() => server.close())
  return `smtp://127.0.0.1:${(server.address() as { port: number }).port}`
}

t.test(
  'R22: an address that a mail server refuses for good is not tried in vain, nothing is lost, and a refusal of ourselves is tried again',
  async (t) => {
    for (const [answer, isForGood] of [
      ['550 5.1.1 No such user', true],
      ['550 5.7.1 We do not know your server', false],
      ['450 4.2.1 Later', false],
    ] as const) {
      const house = await openHouse({ t })
      house.clock.moveTo('2022-01-27T13:00:00.000Z')
      const smtpUrl = await refusing(t, answer)
      const post = openPost({
        smtpUrl,
        mailFrom: 'Round Table <post@mosaic.example>',
        outbox: house.folder,
      })
      await startWith(house, { post })
      const [row] = rows(house, PEOPLE.sergeant)
      t.equal(row!.postedAt, null, answer)
      t.equal(row!.heldAt !== null, isForGood, `${answer}: it waits for someone to see to it`)
      t.equal(
        house.store.letters.returned().some((each) => each.letterId === row!.id),
        isForGood,
      )
    }
  },
)
