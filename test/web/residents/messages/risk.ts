import t, { type Test } from 'tap'
import { type Answer, type House, openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { becameOf, leave, newest, onDisk, type Leave } from './set-up.ts'

const looks = (house: House) =>
  house.store.journal
    .list(1, 5000)
    .filter((line) => line.verb === 'looked at' && line.noun === 'message')

t.test(
  'R11, R27: someone may be at risk: named at once, for those listed alone, and every look is written down',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    house.store.labels.set('at-risk', 'Ring the duty desk', null, {
      personId: null,
      at: house.clock.at(),
    })
    const { path, id, number } = await leave(house, 'zqfear in the flat next door')
    const waiting = async () =>
      Number((await laptop.get('/desk')).body.match(/(\d+) messages? to read/)?.[1] ?? 0)
    const before = await waiting()
    t.equal((await laptop.post(`${path}/risk`, {})).statusCode, 422)
    t.match(
      await laptop.post(`${path}/risk`, { list: [house.person(PEOPLE.sergeant).id] }),
      { statusCode: 422, body: /someone has to deal with it/ },
      'a list on which nobody can deal with it',
    )
    const other = house.store.people.record(
      {
        name: 'Second coordinator',
        email: 'second@mosaic.example',
        role: 'coordinator',
        approves: false,
        organisationId: house.person(PEOPLE.coordinator).organisationId,
      },
      { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() },
    )
    const held = await laptop.post(`${path}/risk`, {
      list: [house.person(PEOPLE.sergeant).id, other],
    })
    t.match([held.statusCode, held.headers.location], [303, '/desk/messages'])

    await asIfItHadNeverBeen(t, { house, laptop, waiting, before, path, id })

    await readByWhoIsListed(t, house, { path, number })
  },
)

async function asIfItHadNeverBeen(
  t: Test,
  {
    house,
    laptop,
    waiting,
    before,
    path,
    id,
  }: { house: House; laptop: Visitor; waiting: () => Promise<number>; before: number } & Pick<
    Leave,
    'path' | 'id'
  >,
) {
  // The coordinator who is off the list: as if it had never been.
  const [gone, never] = [await laptop.get(path), await laptop.get('/desk/messages/99999')]
  t.equal(gone.statusCode, 404)
  const plain = (answer: Answer) => answer.body.replaceAll('99999', String(id))
  t.equal(plain(gone), plain(never))
  t.same(
    { ...gone.headers, date: '', 'content-length': '' },
    { ...never.headers, date: '', 'content-length': '' },
  )
  for (const verb of ['reading', 'concerns', 'joining', 'answer', 'aside', 'risk'])
    t.equal(
      (await laptop.post(`${path}/${verb}`, { words: 'x', list: [1], text: 'x' })).statusCode,
      404,
      verb,
    )
  for (const page of ['/desk', '/desk/messages'])
    t.notMatch((await laptop.get(page)).body, /zqfear|Held in private, 27/, page)
  t.equal(await waiting(), before - 1, 'what is counted does not tell of it')
  t.same(looks(house), [], 'a look that showed nothing is none')
}

async function readByWhoIsListed(
  t: Test,
  house: House,
  { path, number }: Pick<Leave, 'path' | 'number'>,
) {
  t.equal(
    (await house.signIn(PEOPLE.sergeant, { secondFactor: false }).get(path)).headers.location,
    '/sign-in/second-factor',
    'R25: who is listed gives a second factor',
  )
  const phone = house.signIn(PEOPLE.sergeant)
  t.match((await phone.get('/desk')).body, path)
  t.same(looks(house), [])
  const page = await phone.get(path)
  t.match(page.body, 'zqfear')
  t.match(
    page.body,
    `Only ${house.person(PEOPLE.sergeant).name} and Second coordinator can read this`,
  )
  t.match(page.body, 'Ring the duty desk', 'the partnership’s own steps')
  t.equal(looks(house).length, 1)
  await phone.head(path)
  t.equal(looks(house).length, 2)
  t.equal(
    (await phone.post(`${path}/aside`)).statusCode,
    403,
    'who is listed reads; a coordinator who is listed acts',
  )
  t.equal((await phone.get('/desk/messages')).statusCode, 403, 'and reads no other')
  t.match(await becameOf(house, number), 'has read it')
  t.notMatch(await becameOf(house, number), 'Nobody has read it yet')
}

t.test(
  'R21, R27: the one who holds the number of someone at risk is told no more than that it was read',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const me = house.person(PEOPLE.coordinator).id
    const { path, number } = await leave(house, 'zqfear', {
      name: 'Zqname',
      reach: 'zq-reach-07700',
    })
    t.equal((await laptop.post(`${path}/risk`, { list: [me] })).headers.location, path)
    const page = (await laptop.get(path)).body
    t.match(await becameOf(house, number), 'has read it', 'from the first moment on')
    t.match(page, 'Someone may be at risk.')
    t.notMatch(page, `${path}/answer`, 'no answer goes to a number that may be in other hands')
    t.equal((await laptop.post(`${path}/answer`, { words: 'zqanswer' })).statusCode, 422)
    const table = house.store.concerns
      .listUnfiltered()
      .find((each) => each.depth === 'table' && each.mergedIntoId === null)!
    t.equal(
      (await laptop.post(`${path}/joining`, { concernId: table.id })).statusCode,
      422,
      'never to a concern at table depth',
    )
    t.equal(
      (
        await laptop.post(`${path}/concerns`, {
          text: 'zqprivate',
          themeId: '',
          areaId: '',
          ground: '',
        })
      ).statusCode,
      422,
      'a ground is asked for',
    )
    t.equal(
      (
        await laptop.post(`${path}/concerns`, {
          text: 'zqprivate',
          themeId: '',
          areaId: '',
          ground: 'A family could be identified.',
        })
      ).statusCode,
      303,
    )
    t.match(house.store.concerns.listUnfiltered().at(-1), { depth: 'named', list: [me] })
    t.match(await becameOf(house, number), 'has read it')
    t.equal((await laptop.post(`${path}/aside`)).statusCode, 303)
    t.equal(newest(house).contact, null)
    t.notMatch(onDisk(house), 'zq-reach-07700')
    const told = await becameOf(house, number)
    t.equal(told.split('<li').length - 1, 2, 'sent, and read')
    t.notMatch(told, /on the list|on the board|nothing more|answer/)
  },
)

t.test(
  'R27: of many that are held, the one that waits longest comes first and is on no further page',
  async (t) => {
    const house = await openHouse({ t })
    const { store, clock } = house
    const by = { personId: house.person(PEOPLE.coordinator).id, at: clock.at() }
    const ids: number[] = []
    for (let i = 0; i < 34; i += 1) {
      store.inbox.leaveMessage(
        { language: 'en', text: `Someone is followed home ${i}`, area: null, name: '', reach: '' },
        by.at,
        by.at.slice(0, 10),
      )
      ids.push(newest(house).id)
      store.messages.recordAtRisk(ids.at(-1)!, [by.personId], by)
    }
    for (const id of ids.slice(2))
      store.messages.recordOutcome(
        store.messages.findUnfiltered(id)!,
        { kind: 'closed', concernId: null },
        null,
        by,
      )
    const { body } = await house.signIn(PEOPLE.coordinator).get('/desk/messages')
    const shown = [...body.matchAll(/href="\/desk\/messages\/(\d+)">Held/g)].map((one) =>
      Number(one[1]),
    )
    t.same(shown.slice(0, 3), [ids[0], ids[1], ids.at(-1)])
    t.match(body, /and 4 more/)
  },
)
