import t, { type Test } from 'tap'
import { openPostman } from '../../../../src/mail/postman.ts'
import { thrown } from '../../../support/house/thrown.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { EVERYONE, ids, PATH, rows, secondApp, settle } from './set-up.ts'
import type { Letter } from '../../../../src/mail/letter.ts'

/** The letters of the clock have gone already: these tests are about minutes. */
const onlyMinutes = (house: House): void => {
  for (const row of house.store.letters.recent(50))
    house.store.letters.posted(row.id, house.clock.at(), true)
}

t.test(
  'R22: a letter is a row before it is posted, and a post that fails is tried again under the same name',
  async (t) => {
    const house = await openHouse({ t })
    onlyMinutes(house)
    const seen: { rows: number; posted: number; id: string }[] = []
    const server = { fails: true }
    const send = async (letter: Letter) => {
      const now = rows(house)
      seen.push({
        rows: now.length,
        posted: now.filter((each) => each.postedAt).length,
        id: letter.messageId!,
      })
      if (server.fails)
        throw Object.assign(new Error(`550 no mailbox for ${letter.to}`), { code: 'EENVELOPE' })
      house.letters.push(letter)
    }
    const due = house.store.letters.due
    house.store.letters.due = () => []
    await house
      .signIn(PEOPLE.coordinator)
      .post(`${PATH}/letters`, { personIds: ids(house, PEOPLE.sergeant, PEOPLE.officer) })
    house.store.letters.due = due
    const first = await afterTheFirstTry(t, house, seen, send)

    await onceItIsTime(t, { house, seen, server, send, first })
  },
)

async function afterTheFirstTry(
  t: Test,
  house: House,
  seen: { rows: number; posted: number; id: string }[],
  send: (letter: Letter) => Promise<void>,
) {
  const [first] = rows(house)
  const app = await secondApp(house, send)
  await settle()
  t.same(
    seen.map((each) => [each.rows, each.posted]),
    [
      [2, 0],
      [2, 0],
    ],
    'both rows stand before the first letter goes',
  )
  t.match(rows(house), [
    { tries: 1, fault: 'EENVELOPE', postedAt: null },
    { tries: 1, postedAt: null },
  ])
  t.notMatch(
    JSON.stringify(rows(house).map(({ messageId: _id, ...row }) => row)),
    /example|550/,
    'the fault keeps no address',
  )
  t.match(
    (await house.signIn(PEOPLE.coordinator).get(`${PATH}/minutes`)).body,
    'Not sent yet: the mail server did not take it',
  )
  await app.close()
  return first
}

async function onceItIsTime(
  t: Test,
  {
    house,
    seen,
    server,
    send,
    first,
  }: {
    house: House
    seen: { rows: number; posted: number; id: string }[]
    server: { fails: boolean }
    send: (letter: Letter) => Promise<void>
    first: { messageId: string } | undefined
  },
) {
  // The process is started again: too early, and then in time.
  const early = await secondApp(house, send)
  await settle()
  t.equal(seen.length, 2, 'it waits a minute')
  await early.close()
  house.clock.pass({ minutes: 1, seconds: 1 })
  server.fails = false
  const again = await secondApp(house, send)
  await settle()
  t.same(
    seen.slice(2).map((each) => each.id),
    seen.slice(0, 2).map((each) => each.id),
  )
  t.equal(seen[0]!.id, first!.messageId)
  t.not(seen[0]!.id, seen[1]!.id)
  t.same(
    house.letters.map((letter) => letter.to),
    [PEOPLE.sergeant, PEOPLE.officer],
  )
  t.ok(rows(house).every((each) => each.postedAt !== null && each.fault === null))
  await again.close()
  house.clock.pass({ days: 1 })
  const last = await secondApp(house, send)
  await settle()
  await last.close()
  t.equal(seen.length, 4, 'what is gone does not go twice')
}

t.test(
  'R22: a process that is stopped between the row and the post goes on where it was',
  async (t) => {
    const house = await openHouse({ t })
    onlyMinutes(house)
    house.store.letters.due = (
      (due) => (at: string) =>
        at < '2022-01-27T11' ? [] : due(at)
    )(house.store.letters.due)
    await house
      .signIn(PEOPLE.coordinator)
      .post(`${PATH}/letters`, { personIds: ids(house, ...EVERYONE) })
    await settle()
    t.same([house.letters.length, rows(house).length], [0, 4])
    house.clock.pass({ hours: 1 })
    const app = await secondApp(house, async (letter) => {
      house.letters.push(letter)
    })
    await settle()
    await app.close()
    t.same(
      house.letters.map((letter) => letter.to),
      EVERYONE,
    )
  },
)

t.test(
  'the wait grows from a minute to six hours, and one letter that cannot be written holds up no other',
  async (t) => {
    const now = new Date('2022-01-27T10:00:00.000Z')
    const waits: number[] = []
    const box = (tries: number) => ({
      due: () => [{ id: 1, messageId: '<1@x>', tries }],
      posted: () => {},
      failed: (_id: number, _tries: number, _fault: string, at: string) => {
        waits.push((Date.parse(at) - now.getTime()) / 60_000)
      },
    })
    for (const tries of [0, 1, 2, 7, 8, 9, 40]) {
      const postman = openPostman({
        fault: thrown,
        box: box(tries),
        write: () => ({ to: 'a', subject: 'b', text: 'c' }),
        post: {
          send: async () => {
            throw new Error('no')
          },
        },
        now: () => now,
      })
      await postman.run()
      await postman.stop()
    }
    t.same(waits, [1, 2, 4, 128, 256, 360, 360])

    const done: string[] = []
    const postman = openPostman({
      fault: thrown,
      box: {
        due: () => [1, 2].map((id) => ({ id, messageId: `<${id}@x>`, tries: 0 })),
        posted: (id) => {
          done.push(`posted ${id}`)
        },
        failed: (id, _tries, fault) => {
          done.push(`failed ${id} ${fault}`)
        },
      },
      write: ({ id }) => {
        if (id === 1) throw new TypeError('no such table')
        return { to: 'a', subject: 'b', text: 'c' }
      },
      post: { send: async () => {} },
      now: () => now,
    })
    await postman.run()
    await postman.stop()
    t.same(done, ['failed 1 TypeError', 'posted 2'])
  },
)

t.test(
  'R22: a letter that is written while the postman is on his round goes when he is back, and not a minute later',
  async (t) => {
    const waiting = [{ id: 1, messageId: '<1>', tries: 0 }]
    const sent: number[] = []
    let open = (): void => {}
    const gate = new Promise<void>((done) => {
      open = done
    })
    const postman = openPostman({
      fault: thrown,
      box: {
        due: () => waiting.filter((row) => !sent.includes(row.id)),
        posted: (id) => {
          sent.push(id)
        },
        failed: () => {},
      },
      write: () => ({ to: 'a@b.example', subject: 's', text: 't' }),
      post: { send: async () => gate },
      now: () => new Date(),
    })
    t.teardown(() => postman.stop())
    const first = postman.run()
    waiting.push({ id: 2, messageId: '<2>', tries: 0 })
    const second = postman.run()
    open()
    await Promise.all([first, second])
    t.same(sent, [1, 2])
  },
)
