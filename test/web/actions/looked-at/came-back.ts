import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openReturned, type Returned } from '../../../../src/mail/returned.ts'
import { keepClock } from '../../../../src/work/clock/clock.ts'
import { takeReturned } from '../../../../src/work/letters/came-back.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { PATH, rows } from '../owner-letters/set-up.ts'
import {
  follow,
  newsTo,
  openHouse as openFollowing,
  passDays,
  publishTable,
} from '../../residents/follow/set-up.ts'

const report = (name: string, status: string): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Content-Type: multipart/report; report-type=delivery-status',
    '',
    'Action: failed',
    `Status: ${status}`,
    '',
    `Message-ID: <${name}@mosaic.example>`,
  ].join('\r\n')

const nameIn = ({ messageId }: { messageId: string }): string => messageId.match(/<(.*)@/)![1]!

const folderOf = (t: Test): string => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-returned-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Reads the folder once. @returns what could not be read. */
const take = async (house: House, folder: string): Promise<unknown[]> => {
  const faults: unknown[] = []
  await openReturned(folder).take(
    (mail) => takeReturned(house.store, mail, house.clock.at()),
    (error) => faults.push(error),
  )
  return faults
}

t.test('R22: with a full disk mail that came back stays until it is recorded', async (t) => {
  const house = await openHouse({ t })
  const folder = folderOf(t)
  const [row] = rows(house, PEOPLE.sergeant)
  house.store.letters.posted(row!.id, house.clock.at(), true)
  writeFileSync(join(folder, 'one'), report(nameIn(row!), '5.1.1'))
  house.fill(true)
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  for (let i = 0, isFull = false; !isFull && i < 400; i++)
    try {
      house.store.people.recordRole(house.person(PEOPLE.officer).id, 'member', i % 2 === 0, by)
    } catch {
      isFull = true
    }
  await t.rejects(take(house, folder))
  t.same(readdirSync(folder), ['one'])
  house.fill(false)
  await take(house, folder)
  t.same(readdirSync(folder), [])
  t.equal(house.store.letters.returned().length, 1)
})

t.test('R31: a report that is read twice counts once, also when it was seen to', async (t) => {
  const house = await openHouse({ t })
  const [row] = rows(house, PEOPLE.sergeant)
  house.store.letters.posted(row!.id, house.clock.at(), true)
  const mail = { names: [nameIn(row!)], status: '5.1.1' }
  takeReturned(house.store, mail, house.clock.at())
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  house.store.letters.settle(house.store.letters.returned()[0]!.id, by)
  takeReturned(house.store, mail, house.clock.at())
  t.same(house.store.letters.returned(), [])
})

t.test('R8: a file that cannot be read is put aside, and the rest is read', async (t) => {
  const house = await openHouse({ t })
  const folder = folderOf(t)
  const [row] = rows(house, PEOPLE.sergeant)
  mkdirSync(join(folder, 'new'))
  for (const place of [folder, join(folder, 'new')])
    writeFileSync(join(place, 'same'), 'From: A person <a@b.example>\r\n\r\nHello')
  writeFileSync(join(folder, 'new', 'z'), report(nameIn(row!), '5.1.1'))
  t.same(await take(house, folder), [])
  t.equal(readdirSync(join(folder, 'other')).length, 2, 'one name twice loses nothing')
  t.equal(house.store.letters.returned().length, 1)

  const blocked = folderOf(t)
  writeFileSync(join(blocked, 'other'), 'From: A person <a@b.example>\r\n\r\nHello')
  const reading = openReturned(blocked)
  const faults: unknown[] = []
  for (let i = 0; i < 3; i++)
    await reading.take(
      () => {},
      (error) => faults.push(error),
    )
  t.equal(faults.length, 1, 'it is said once')
  chmodSync(blocked, 0o700)
})

t.test('R8: a fault in one task of the clock holds up no other', async (t) => {
  const done: string[] = []
  const faults: string[] = []
  const clock = keepClock(
    [
      () => {
        throw new Error('at once')
      },
      async () => {
        throw new Error('later')
      },
      () => {
        done.push('letters')
      },
    ],
    (error) => faults.push((error as Error).message),
  )
  clock.run()
  await clock.stop()
  t.same(done, ['letters'])
  t.same(faults, ['at once', 'later'])
})

t.test(
  'R8: a folder of large files does not stop the server, and goes a few at a time',
  async (t) => {
    const folder = folderOf(t)
    for (let i = 0; i < 60; i++) writeFileSync(join(folder, `m${i}`), 'x:\n '.repeat(250_000))
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    await openReturned(folder).take(
      () => {},
      () => {},
    )
    clearInterval(timer)
    t.ok(turns > 0, 'others have their turn meanwhile')
    t.equal(readdirSync(folder).length, 60 - 20 + 1, 'twenty are put aside')
  },
)

t.test('R27: only "no such mailbox" about a letter of ours ends a follower', async (t) => {
  for (const [status, isOver] of [
    ['5.1.1', true],
    ['5.2.1', true],
    ['5.7.1', false],
    ['5.2.2', false],
    ['5.0.0', false],
  ] as const) {
    const house = await openFollowing({ t })
    await follow(house, 'r@home.example', '/follow', { often: 'week' })
    house.clock.pass({ days: 1 })
    await publishTable(house)
    await passDays(house, 2)
    t.equal(newsTo(house, 'r@home.example').length, 1)
    const row = house.store.letters.recent(50).find((each) => each.kind === 'news')!
    const forged: Returned = { names: ['0b9f0c1a-5d1e-4b6c-9a7e-1c2d3e4f5a6b'], status: '5.1.1' }
    takeReturned(house.store, forged, house.clock.at())
    t.equal(house.store.followers.count(), 1, 'a forged report changes nothing')
    t.same(house.store.letters.returned(), [])
    takeReturned(house.store, { names: [nameIn(row)], status }, house.clock.at())
    t.equal(house.store.followers.count(), isOver ? 0 : 1, status)
    const { body } = await house.signIn(PEOPLE.coordinator).get(PATH)
    t.equal(body.includes('It may go again'), !isOver, status)
    t.notMatch(body, 'r@home.example')
  }
})

t.test('R7: several letters turned away by one rule within an hour are one warning', async (t) => {
  const house = await openHouse({ t })
  for (const row of rows(house).slice(0, 2)) {
    house.store.letters.posted(row.id, house.clock.at(), true)
    takeReturned(house.store, { names: [nameIn(row)], status: '5.7.1' }, house.clock.at())
  }
  const { body } = await house.signIn(PEOPLE.coordinator).get(PATH)
  t.equal(body.match(/Mail servers turn us away/g)?.length, 1)
  t.match(body, '2 letters came back within an hour')
})
