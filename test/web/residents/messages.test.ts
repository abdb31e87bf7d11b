import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { openHouse, PEOPLE, type Answer, type House } from '../../support/house.ts'

const blank = { text: '', area: '', name: '', reach: '' }
const numberIn = (answer: Answer): string =>
  answer.body.match(/<b>([0-9A-Z]{5}-[0-9A-Z]{5})<\/b>/)?.[1] ?? ''
const newest = (house: House) => house.store.messages.listUnfiltered().at(-1)!
const becameOf = async (house: House, reference: string): Promise<string> =>
  (await house.stranger().post('/tell-us/replies', { reference })).body.match(
    /<ol class="trail">.*?<\/ol>/s,
  )![0]
const leave = async (house: House, text: string, more: Record<string, string> = {}) => {
  const number = numberIn(await house.stranger().post('/tell-us', { ...blank, text, ...more }))
  return { number, id: newest(house).id, path: `/desk/messages/${newest(house).id}` }
}
const looks = (house: House) =>
  house.store.journal
    .list(1, 5000)
    .filter((line) => line.verb === 'looked at' && line.noun === 'message')
/** Everything of the record on the disk: the file, its log, and whatever lies beside it. */
const onDisk = (house: House): string =>
  readdirSync(house.folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name), 'latin1'))
    .join('\n')

t.test('R27: what a resident writes is read by coordinators alone', async (t) => {
  const house = await openHouse({ t })
  const { path } = await leave(house, 'zqwords about my street', { reach: 'zqreach' })
  const pages = [
    '/desk',
    '/desk/messages',
    path,
    '/desk/concerns',
    '/desk/actions',
    '/desk/entries',
    '/desk/journal',
    '/desk/round-tables/2022-q1/agenda',
  ]
  for (const email of [PEOPLE.approver, PEOPLE.sergeant, PEOPLE.officer, PEOPLE.observer]) {
    const who = house.signIn(email)
    for (const each of pages)
      t.notMatch((await who.get(each)).body, /zqwords|zqreach/, `${email} at ${each}`)
    t.equal((await who.get('/desk/messages')).statusCode, 403)
    t.equal((await who.get(path)).statusCode, 404)
    t.notMatch((await who.get('/desk')).body, 'desk/messages', 'nor that there is any')
    for (const verb of ['reading', 'concerns', 'joining', 'answer', 'aside', 'risk'])
      t.equal((await who.post(`${path}/${verb}`, {})).statusCode, 404, verb)
  }
  const laptop = house.signIn(PEOPLE.coordinator)
  t.match((await laptop.get('/desk/messages')).body, 'zqwords')
  t.match((await laptop.get(path)).body, 'zqreach')
  t.same(newest(house).outcomes, [], 'R21: reading the page changes nothing')
})

t.test(
  'R27: a name and a way to reach them are apart, and really gone once it is answered or put aside',
  async (t) => {
    for (const [verb, fields] of [
      ['answer', { words: 'On Thursdays.' }],
      ['aside', {}],
    ] as const) {
      const house = await openHouse({ t })
      const laptop = house.signIn(PEOPLE.coordinator)
      const { path } = await leave(house, 'When is the workshop?', {
        name: 'Zqname Zqsurname',
        reach: 'zq-reach-07700900123',
      })
      t.match(onDisk(house), 'zq-reach-07700900123', 'it was there')
      t.match((await laptop.get(path)).body, 'This is deleted when')
      t.equal((await laptop.post(`${path}/${verb}`, fields)).statusCode, 303)
      t.equal(newest(house).contact, null)
      t.notMatch(
        onDisk(house),
        /zq-reach-07700900123|Zqname|Zqsurname/,
        `${verb}: not in the file, and not in its log`,
      )
    }
  },
)

t.test(
  'staff make it a concern in their own words, join it, or answer it; a form sent twice does it once',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const { path, number } = await leave(house, 'my zqflat has no light', { area: 'church-street' })
    t.equal((await laptop.post(`${path}/concerns`, { text: '' })).statusCode, 422)
    const before = house.store.concerns.listUnfiltered().length
    await Promise.all(
      [1, 2].map(() =>
        laptop.post(`${path}/concerns`, { text: 'The stairs are dark', themeId: '', areaId: '' }),
      ),
    )
    t.equal(
      house.store.concerns.listUnfiltered().length,
      before + 1,
      'R22: two taps are one concern',
    )
    const concern = house.store.concerns.listUnfiltered().at(-1)!
    t.match(concern, { originKind: 'form', depth: 'table', roundTableId: null })
    t.equal(newest(house).outcomes.length, 1)
    t.equal((await becameOf(house, number)).split('on the list for the round table').length - 1, 1)
    t.notMatch(JSON.stringify(concern), 'zqflat')
    t.notMatch(
      (await house.signIn(PEOPLE.sergeant).get(`/desk/concerns/${concern.id}`)).body,
      'zqflat',
    )
    t.equal(
      (await laptop.post(`${path}/joining`, { concernId: concern.id })).statusCode,
      422,
      'it is joined already',
    )
    t.equal((await laptop.post(`${path}/joining`, { concernId: 99999 })).statusCode, 422)
    const empty = await laptop.post(`${path}/answer`, { words: '' })
    t.match([empty.statusCode, empty.body.includes('Write the answer')], [422, true])
    await laptop.post(`${path}/answer`, { words: 'We <b>asked</b>.' })
    t.match(await becameOf(house, number), 'We &lt;b&gt;asked&lt;/b&gt;.')
    const late = await laptop.post(`${path}/answer`, { words: 'What a colleague typed meanwhile' })
    t.match(
      [late.statusCode, late.body.includes('What a colleague typed meanwhile')],
      [422, true],
      'R23: with everything typed kept',
    )
    t.equal((await laptop.post(`${path}/reading`, { other: 'x' })).statusCode, 400)
  },
)

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
      Number((await laptop.get('/desk')).body.match(/<b>(\d+) messages?<\/b> to read/)?.[1] ?? 0)
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
  },
)

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
  'R27: where a concern was made before someone saw the risk, the page says that the table still reads it, and the board tells nothing of it to the number',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const { path } = await leave(house, 'zqfear')
    await laptop.post(`${path}/concerns`, { text: 'Noise at night', themeId: '', areaId: '' })
    await laptop.post(`${path}/risk`, { list: [house.person(PEOPLE.coordinator).id] })
    const concern = house.store.concerns.listUnfiltered().at(-1)!
    t.match(
      (await laptop.get(path)).body,
      new RegExp(`everyone at the table can read[^]*?/desk/concerns/${concern.id}`),
    )
  },
)
