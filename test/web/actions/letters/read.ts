import t, { type Test } from 'tap'
import { openHouse, PEOPLE, type Visitor, type House } from '../../../support/house.ts'
import { EVERYONE, find, GUEST, ids, PATH, secondApp, settle, tableOf } from './set-up.ts'

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
          EVERYONE.filter((email) => JSON.stringify({ ...letter, replyTo: '' }).includes(email)),
          [letter.to],
          'nobody sees another’s address',
        )
        t.equal(
          letter.subject,
          'Mosaic Community Trust round table: minutes of the 28 October 2021 round table (sample)',
        )
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
      personIds: ids(house, PEOPLE.coordinator),
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
    t.equal(house.letters.length, 5)
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
    await takesTwoReaders(t, laptop)
    const readers = house.store.letters.readers(tableOf(house).id)
    await laptop.post(`${PATH}/letters`, { readerIds: readers.map((each) => each.id) })
    await settle()
    t.same(
      house.letters.map((letter) => letter.to),
      [`public-${GUEST}`, `table-${GUEST}`],
    )
    const [open, table] = house.letters
    t.notMatch(open!.text, /Monthly police workshops|Pop-up stalls|youth project/)
    t.match(open!.text, 'not told in public yet')
    t.match(table!.text, 'Monthly police workshops')
    for (const letter of house.letters)
      t.notMatch(letter.text, /YOUR ACTIONS|Any specific family|which we have concerns/)

    await offTheList(t, house, laptop, readers)
  },
)

async function takesTwoReaders(t: Test, laptop: Visitor) {
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
}

async function offTheList(t: Test, house: House, laptop: Visitor, readers: { id: number }[]) {
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
}

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
