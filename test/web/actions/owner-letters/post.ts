import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { buildApp } from '../../../../src/app.ts'
import { openPost, type Post } from '../../../../src/mail/post.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { agreeNow, rows, start } from './set-up.ts'
import type { Letter } from '../../../../src/mail/letter.ts'

t.test(
  'R22: a second copy goes in exactly one case: the process dies between the mail server’s yes and our row, and then under the same Message-ID',
  async (t) => {
    const died = new Error('the process died')
    for (const [when, copies] of [
      ['before the row of the letter', 1],
      ['before the mail server was asked', 1],
      ['after its yes', 2],
      ['after our row', 1],
    ] as const) {
      const house = await openHouse({ t })
      const got: Letter[] = []
      house.clock.moveTo('2022-01-27T12:00:00.000Z')
      const to = rows(house, PEOPLE.sergeant)[0]!
      const { posted, failed } = house.store.letters
      const { recordLetter } = house.store.notices
      let dead = false
      const die = (): never => {
        dead = true
        throw died
      }
      // A dead process writes nothing more: not that it was posted, not that it failed.
      house.store.letters.failed = (...given) => {
        if (!dead) failed(...given)
      }
      house.store.letters.posted = (id, at, sent) => {
        if (dead || (id === to.id && when === 'after its yes')) return die()
        posted(id, at, sent)
        if (id === to.id && when === 'after our row') die()
      }
      if (when === 'before the row of the letter') house.store.notices.recordLetter = () => die()
      if (when === 'before the row of the letter') agreeNow(house, 'Walk the estate')
      await start(house, async (letter) => {
        if (dead) throw died
        if (letter.messageId === to.messageId && when === 'before the mail server was asked') die()
        got.push(letter)
      })
      Object.assign(house.store.letters, { posted, failed })
      house.store.notices.recordLetter = recordLetter
      house.clock.pass({ minutes: 10 })
      for (let i = 0; i < 3; i++) {
        await start(house, async (letter) => {
          got.push(letter)
        })
        house.clock.pass({ hours: 1 })
      }
      t.equal(got.filter((letter) => letter.messageId === to.messageId).length, copies, when)
      t.equal(
        new Set(got.map((letter) => letter.messageId)).size,
        rows(house).filter((row) => row.postedAt).length,
        'each letter under its own name',
      )
      for (const row of rows(house).filter((each) => each.id !== to.id))
        t.equal(
          got.filter((letter) => letter.messageId === row.messageId).length,
          row.postedAt ? 1 : 0,
          `${when}: no other letter twice`,
        )
    }
  },
)

t.test(
  'letters go over a real SMTP conversation, plain and HTML, one recipient each, and a server that says no is asked again',
  async (t) => {
    const server = await openSmtp(t)
    const house = await openHouse({ t })
    house.clock.moveTo('2022-01-27T12:00:00.000Z')
    const post = openPost({
      smtpUrl: `smtp://127.0.0.1:${server.port}`,
      mailFrom: house.config.mailFrom,
      outbox: '',
    })
    server.refuse(true)
    await startWith(house, post, rows(house).length, () => server.refused())
    t.equal(server.taken.length, 0)
    t.ok(rows(house).every((row) => row.postedAt === null && row.tries === 1 && row.fault !== null))
    server.refuse(false)
    house.clock.pass({ minutes: 1, seconds: 1 })
    await startWith(house, post, rows(house).length, () => server.taken.length)
    t.equal(server.taken.length, rows(house).length)
    for (const { to, data } of server.taken) {
      t.equal(to.length, 1)
      t.match(data, /^Content-Type: multipart\/alternative/m)
      t.match(data, /^Content-Type: text\/plain; charset=utf-8/m)
      t.match(data, /^Content-Type: text\/html; charset=utf-8/m)
      t.match(data, new RegExp(`^To: ${to[0]}`, 'm'))
      t.equal(data.match(/^Message-ID: /gm)?.length, 1)
      t.notMatch(data, /^Bcc|^Cc/m)
    }
    t.same(
      server.taken.map(({ data }) => /^Message-ID: (.*)$/m.exec(data)![1]).toSorted(),
      rows(house)
        .map((row) => row.messageId)
        .toSorted(),
    )
    t.ok(rows(house).every((row) => row.postedAt !== null && row.fault === null))
  },
)

t.test(
  'without a mail server each letter is one file in the outbox, with the same two parts',
  async (t) => {
    const outbox = mkdtempSync(join(tmpdir(), 'round-table-outbox-'))
    t.teardown(() => rmSync(outbox, { recursive: true, force: true }))
    const house = await openHouse({ t })
    house.clock.moveTo('2022-01-27T12:00:00.000Z')
    const files = () => readdirSync(outbox).filter((name) => name.endsWith('.eml'))
    await startWith(
      house,
      openPost({ smtpUrl: null, mailFrom: house.config.mailFrom, outbox }),
      rows(house).length,
      () => files().length,
    )
    t.equal(files().length, rows(house).length)
    for (const name of files())
      t.match(
        readFileSync(join(outbox, name), 'utf8'),
        /multipart\/alternative.*text\/plain.*text\/html/s,
      )
  },
)

/** As `start`, for a post that takes its time. */
const startWith = async (
  house: House,
  post: Post,
  most: number,
  count: () => number,
): Promise<void> => {
  const app = await buildApp({
    store: house.store,
    post,
    now: () => house.clock.now(),
    config: house.config,
  })
  for (let i = 0; i < 400 && count() < most; i++) await new Promise((done) => setTimeout(done, 10))
  await app.close()
}

/** A small mail server: it takes letters, or says that it is busy. */
const openSmtp = async (t: { teardown: (fn: () => unknown) => unknown }) => {
  const taken: { to: string[]; data: string }[] = []
  let [refusing, refused] = [false, 0]
  const server = createServer((socket) => {
    let [buffer, inData, to, data] = ['', false, [] as string[], '']
    const answer = (line: string): void => {
      socket.write(`${line}\r\n`)
    }
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      buffer += chunk.toString('utf8')
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        if (inData) {
          if (line !== '.') {
            data += `${line}\n`
            continue
          }
          inData = false
          taken.push({ to, data })
          answer('250 taken')
        } else if (/^(EHLO|HELO)/.test(line)) answer('250 small.example')
        else if (line.startsWith('MAIL')) {
          ;[to, data] = [[], '']
          answer('250 yes')
        } else if (line.startsWith('RCPT')) {
          if (refusing) {
            refused += 1
            answer('451 busy, come again')
          } else {
            to.push(/<(.*)>/.exec(line)![1]!)
            answer('250 yes')
          }
        } else if (line === 'DATA') {
          inData = true
          answer('354 go on')
        } else if (line === 'QUIT') {
          answer('221 bye')
          socket.end()
        } else answer('250 yes')
      }
    })
    answer('220 small.example')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.teardown(() => server.close())
  return {
    taken,
    port: (server.address() as AddressInfo).port,
    refuse: (yes: boolean) => {
      refusing = yes
    },
    refused: () => refused,
  }
}
