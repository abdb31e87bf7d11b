import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { becameOf, leave, newest, onDisk } from './set-up.ts'

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
