import { PassThrough } from 'node:stream'
import t from 'tap'
import { buildApp } from '../../../src/app.ts'
import { termsOf } from '../../../src/domain/actions/action.ts'
import type { Letter } from '../../../src/mail/letter.ts'
import { openPostman } from '../../../src/mail/postman.ts'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'

const PATH = '/desk/round-tables/2021-q4'
const EVERYONE = [PEOPLE.coordinator, PEOPLE.approver, PEOPLE.sergeant, PEOPLE.officer]
const GUEST = 'guest@council.example'
const settle = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
}
const tableOf = (house: House, slug = '2021-q4') => house.store.roundTables.find(slug)!
const find = (house: House, begins: string) =>
  house.store.actions.everWritten().find((each) => each.terms[0]!.text.startsWith(begins))!
const ids = (house: House, ...emails: string[]) => emails.map((email) => house.person(email).id)
const rows = (house: House, slug = '2021-q4') =>
  house.store.letters.ofTable(tableOf(house, slug).id)

/** The letters of the clock have gone already: these tests are about minutes. */
const onlyMinutes = (house: House): void => {
  for (const row of house.store.letters.recent(50))
    house.store.letters.posted(row.id, house.clock.at(), true)
}

/** A post that the test can stop, and another house over the same record. */
const secondApp = async (house: House, send: (letter: Letter) => Promise<void>) =>
  buildApp({
    store: house.store,
    post: { send },
    now: () => house.clock.now(),
    config: house.config,
  })

t.test(
  'each who came or sent apologies gets a letter alone, with their own actions first, with htmx and without',
  async (t) => {
    for (const part of [false, true]) {
      const house = await openHouse({ t })
      const laptop = house.signIn(PEOPLE.coordinator)
      const page = (await laptop.get(`${PATH}/minutes`)).body
      for (const email of EVERYONE) t.match(page, email)
      t.notMatch(page, PEOPLE.observer, 'who was not there is not asked about')
      const sent = await laptop.post(
        `${PATH}/letters`,
        { personIds: ids(house, ...EVERYONE) },
        { part },
      )
      t.match(
        part
          ? [sent.statusCode, sent.headers['hx-redirect']]
          : [sent.statusCode, sent.headers.location],
        [part ? 200 : 303, `${PATH}#letters`],
      )
      await settle()
      t.same(
        house.letters.map((letter) => letter.to),
        EVERYONE,
      )
      for (const letter of house.letters) {
        t.same(
          EVERYONE.filter((email) => JSON.stringify(letter).includes(email)),
          [letter.to],
          'nobody sees another’s address',
        )
        t.equal(letter.subject, 'Minutes of the 28 October 2021 round table')
        const own = letter.text.indexOf('YOUR ACTIONS')
        t.ok(own > 0 && own < letter.text.indexOf('WHO WAS HERE'), 'their own stand first')
        t.match(letter.text, 'No one from the police was at the table.')
      }
      const mine = (email: string) =>
        /YOUR ACTIONS([\s\S]*?)\nWHO WAS HERE|YOUR ACTIONS([\s\S]*?)\n[A-Z ,]{8,}\n/.exec(
          house.letters.find((letter) => letter.to === email)!.text,
        )![0]
      t.match(mine(PEOPLE.sergeant), 'Community events to bring together parents')
      t.notMatch(mine(PEOPLE.sergeant), 'Circulate the youth clubs')
      t.match(mine(PEOPLE.officer), 'Circulate the youth clubs')
      t.match((await laptop.get(`${PATH}/minutes`)).body, /Sent on 27 January 2022 at 10\.40/)
      t.equal(
        (
          await house
            .signIn(PEOPLE.sergeant)
            .post(`${PATH}/letters`, { personIds: ids(house, PEOPLE.sergeant) })
        ).statusCode,
        403,
      )
    }
  },
)

t.test(
  'R11: what is held in private is in no letter, even to those on its list, even when it became private after it was queued',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const schools = find(house, 'Plan a youth project in schools')
    const stops = house.store.concerns
      .everWritten()
      .find((each) => each.wordings[0]!.text.includes('stop and search'))!
    const send = house.store.letters.due
    house.store.letters.due = () => []
    await laptop.post('/desk/round-tables/2021-q3/letters', {
      personIds: ids(house, PEOPLE.coordinator, PEOPLE.sergeant),
    })
    await laptop.post(`${PATH}/letters`, { personIds: ids(house, ...EVERYONE) })
    await settle()
    t.same(house.letters, [])
    const held = {
      depth: 'named',
      ground: 'A person could be identified.',
      list: ids(house, PEOPLE.coordinator, PEOPLE.officer),
    }
    t.equal((await laptop.post(`/desk/actions/${schools.id}/depth`, held)).statusCode, 303)
    t.equal((await laptop.post(`/desk/concerns/${stops.id}/depth`, held)).statusCode, 303)
    house.store.letters.due = send
    const app = await secondApp(house, async (letter) => {
      house.letters.push(letter)
    })
    await settle()
    await app.close()
    t.equal(house.letters.length, 6)
    for (const { text, to } of house.letters)
      for (const secret of [
        'Any specific family cases',
        'Raise the issue of the youth clubs',
        'Plan a youth project',
        'being targeted',
        'stop and search figures',
        'Lantern',
      ])
        t.notMatch(text, secret, `${to}: ${secret}`)
    t.match(house.letters.at(-1)!.text, 'held in private.\nA person could be identified.')
    t.same(
      house.store.journal.history('action', schools.id).filter((line) => line.verb === 'looked at'),
      [],
      'so no letter is a look',
    )
  },
)

t.test(
  'someone without an account is sent what they may read, and nothing once they are off the list',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    for (const [fields, field] of [
      [{ role: '', email: GUEST, depth: 'public' }, 'Say who they are'],
      [{ role: 'Councillor', email: 'no', depth: 'public' }, 'full email address'],
      [{ role: 'Councillor', email: GUEST, depth: 'named' }, 'Choose how much they may read'],
    ] as const) {
      const answer = await laptop.post(`${PATH}/readers`, fields)
      t.equal(answer.statusCode, 422)
      t.match(answer.body, field)
      t.match(answer.body, `value="${fields.email}"`, 'R23: what was typed is still there')
    }
    for (const depth of ['public', 'table'])
      t.equal(
        (
          await laptop.post(`${PATH}/readers`, {
            role: `Councillor, ${depth}`,
            email: `${depth}-${GUEST}`,
            depth,
          })
        ).statusCode,
        303,
      )
    const readers = house.store.letters.readers(tableOf(house).id)
    await laptop.post(`${PATH}/letters`, { readerIds: readers.map((each) => each.id) })
    await settle()
    t.same(
      house.letters.map((letter) => letter.to),
      [`public-${GUEST}`, `table-${GUEST}`],
    )
    const [open, table] = house.letters
    t.notMatch(open!.text, /Monthly police workshops|knife crime/)
    t.match(open!.text, 'not told in public yet')
    t.match(table!.text, 'Monthly police workshops')
    for (const letter of house.letters)
      t.notMatch(letter.text, /YOUR ACTIONS|Any specific family|which we have concerns/)

    const before = house.store.letters.due
    house.store.letters.due = () => []
    house.clock.pass({ minutes: 1 })
    await laptop.post(`${PATH}/letters`, { readerIds: readers.map((each) => each.id) })
    t.equal((await laptop.post(`${PATH}/readers/${readers[1]!.id}/ending`)).statusCode, 303)
    house.store.letters.due = before
    const app = await secondApp(house, async (letter) => {
      house.letters.push(letter)
    })
    await settle()
    await app.close()
    t.same(
      house.letters.slice(2).map((letter) => letter.to),
      [`public-${GUEST}`],
      'what was queued for them does not go',
    )
    t.notMatch((await laptop.get(`${PATH}/minutes`)).body, `table-${GUEST}`)
    t.equal(house.store.letters.findReader(readers[1]!.id)!.email, '', 'and the address is gone')
    t.equal((await laptop.post(`${PATH}/letters`, { readerIds: readers[1]!.id })).statusCode, 422)
    t.equal(
      (await laptop.post(`/desk/round-tables/2021-q3/readers/${readers[0]!.id}/ending`)).statusCode,
      404,
      'a reader belongs to one table',
    )
  },
)

t.test('someone who has left is sent nothing, though a letter waits for them', async (t) => {
  const house = await openHouse({ t })
  const due = house.store.letters.due
  house.store.letters.due = () => []
  await house
    .signIn(PEOPLE.coordinator)
    .post(`${PATH}/letters`, { personIds: ids(house, PEOPLE.sergeant, PEOPLE.officer) })
  house.store.people.end(house.person(PEOPLE.sergeant).id, {
    personId: house.person(PEOPLE.coordinator).id,
    at: house.clock.at(),
  })
  house.store.letters.due = due
  const app = await secondApp(house, async (letter) => {
    house.letters.push(letter)
  })
  await settle()
  await app.close()
  t.same(
    house.letters.map((letter) => letter.to),
    [PEOPLE.officer],
  )
  t.same(
    house.store.letters.due('9999').filter((row) => row.kind === 'minutes'),
    [],
    'and nothing waits for ever',
  )
})

t.test(
  'R22: a letter is a row before it is posted, and a post that fails is tried again under the same name',
  async (t) => {
    const house = await openHouse({ t })
    onlyMinutes(house)
    const seen: { rows: number; posted: number; id: string }[] = []
    let fails = true
    const send = async (letter: Letter) => {
      const now = rows(house)
      seen.push({
        rows: now.length,
        posted: now.filter((each) => each.postedAt).length,
        id: letter.messageId!,
      })
      if (fails)
        throw Object.assign(new Error(`550 no mailbox for ${letter.to}`), { code: 'EENVELOPE' })
      house.letters.push(letter)
    }
    const due = house.store.letters.due
    house.store.letters.due = () => []
    await house
      .signIn(PEOPLE.coordinator)
      .post(`${PATH}/letters`, { personIds: ids(house, PEOPLE.sergeant, PEOPLE.officer) })
    house.store.letters.due = due
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

    // The process is started again: too early, and then in time.
    const early = await secondApp(house, send)
    await settle()
    t.equal(seen.length, 2, 'it waits a minute')
    await early.close()
    house.clock.pass({ minutes: 1, seconds: 1 })
    fails = false
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
  },
)

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
  'R23: letters go only from finished minutes, to those on the list, once for one press of the button',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const sergeant = ids(house, PEOPLE.sergeant)
    for (const [path, fields, words] of [
      [
        '/desk/round-tables/2022-q1',
        { personIds: ids(house, PEOPLE.officer) },
        'Finish the round table first',
      ],
      [PATH, {}, 'Choose who is sent them'],
      [PATH, { personIds: ids(house, PEOPLE.observer) }, 'Choose from the list'],
      [PATH, { readerIds: 99 }, 'Choose from the list'],
    ] as const) {
      const answer = await laptop.post(`${path}/letters`, fields)
      t.equal(answer.statusCode, 422)
      t.match(answer.body, words)
    }
    t.equal(
      (await laptop.post(`${PATH}/letters`, { personIds: sergeant, to: 'someone@else.example' }))
        .statusCode,
      400,
    )
    t.same(rows(house), [])
    for (let i = 0; i < 2; i++)
      t.equal((await laptop.post(`${PATH}/letters`, { personIds: sergeant })).statusCode, 303)
    t.equal(rows(house).length, 1, 'a double tap is one letter')
    house.clock.pass({ minutes: 5 })
    await laptop.post(`${PATH}/letters`, { personIds: sergeant })
    t.equal(rows(house).length, 2, 'and it can be sent again on purpose')
  },
)

t.test('no address and no word of a letter is in the log, whatever the post says', async (t) => {
  const log = new PassThrough()
  let logged = ''
  log.on('data', (chunk) => {
    logged += String(chunk)
  })
  const house = await openHouse({ t, logTo: log })
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post(`${PATH}/readers`, { role: 'Councillor', email: GUEST, depth: 'public' })
  await laptop.post(`${PATH}/letters`, {
    personIds: ids(house, ...EVERYONE),
    readerIds: house.store.letters.readers(tableOf(house).id).map((each) => each.id),
  })
  await settle()
  t.equal(house.letters.length, 5)
  const app = await buildApp({
    store: house.store,
    post: {
      send: async (letter) => {
        throw new Error(`no mailbox for ${letter.to}`)
      },
    },
    now: () => house.clock.now(),
    config: house.config,
    logTo: log,
  })
  house.clock.pass({ minutes: 1 })
  await laptop.post(`${PATH}/letters`, { personIds: ids(house, PEOPLE.officer) })
  await settle()
  await app.close()
  house.store.roundTables.find = () => {
    throw new Error('broken')
  }
  await laptop.get(`${PATH}/minutes`)
  t.match(logged, 'failed', 'the log is on')
  t.notMatch(logged, /@\w+\.example|Minutes of the|Monthly police/)
})

t.test(
  'R21: a letter holds no link that does anything, and says who to tell when it is wrong',
  async (t) => {
    const house = await openHouse({ t, publicUrl: 'https://table.example' })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(`${PATH}/letters`, { personIds: ids(house, PEOPLE.sergeant) })
    await settle()
    t.same(house.letters[0]!.text.match(/https?:\S+/g), ['https://table.example'])
    t.match(house.letters[0]!.text, 'Is something wrong?')
    t.notMatch(house.letters[0]!.text, termsOf(find(house, 'Any specific family')).text)
  },
)

t.test(
  'R5: a letter that waits while the minutes are opened again goes when they are finished again',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const open = '/desk/round-tables/2022-q1'
    await laptop.post(`${open}/finishing`)
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    house.store.letters.record(
      {
        roundTableId: tableOf(house, '2022-q1').id,
        personId: house.person(PEOPLE.officer).id,
        readerId: null,
      },
      by,
    )
    await laptop.post(`${open}/reopening`, { reason: 'One action was missing' })
    const sent: Letter[] = []
    const app = await secondApp(house, async (letter) => {
      sent.push(letter)
    })
    t.teardown(() => app.close())
    await settle()
    t.same(
      [sent.length, rows(house, '2022-q1').map((each) => [each.postedAt, each.fault])],
      [0, [[null, 'opened again']]],
    )
    await laptop.post(`${open}/finishing`)
    t.match((await laptop.get(`${open}/minutes`)).body, 'It waits: the minutes were opened again')
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
