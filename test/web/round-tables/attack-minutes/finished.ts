import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { hands, OPEN } from './set-up.ts'

t.test('R5: nothing that is said or changed later changes finished minutes', async (t) => {
  const house = await openHouse({ t })
  const { store, laptop, table, by, write, concern, action, finish } = hands(house)
  await write('c The lights are out')
  const lights = concern()
  await write('c The lift smells !priority')
  const lift = concern()
  house.clock.pass({ seconds: 20 })
  await write('a Ask for the figures @police')
  const figures = action()
  await finish()
  // The seal is of the whole record at the moment of reading, and no word of the minutes.
  const read = async () =>
    (await laptop.get(`${OPEN}/minutes`)).body.replace(
      /<nav.*?<\/nav>|<p [^>]*id="seal".*?<\/p>/gs,
      '',
    )
  const paper = async () =>
    (await read()).match(/<h1>.*?<section[^>]*id="letters"/s)?.[0] ?? (await read())
  const before = await paper()
  t.match(before, 'Not yet accepted by')
  t.match(before, 'New: The lift smells')

  await laptop.post(`/desk/concerns/${lights.id}/priorities`, {
    agreed: 'yes',
    tableId: table().id,
  })
  t.equal(await paper(), before, 'a priority that is noted afterwards')
  await house.signIn(PEOPLE.sergeant).post(`/desk/actions/${figures.id}/acceptance`, { words: '' })
  t.equal(await paper(), before, 'an answer that came afterwards')
  await laptop.post(`/desk/concerns/${lights.id}/splitting`, { text: 'The bulbs are stolen' })
  t.equal(await paper(), before, 'a concern that was split off afterwards')
  store.concerns.recordWording(
    lift.id,
    { text: 'The lift is foul', themeId: null, areaId: null, reason: 'plainer' },
    by(),
  )
  t.equal(await paper(), before, 'other words for a priority')
  await laptop.post(`/desk/concerns/${lift.id}/merging`, { into: lights.id })
  t.equal(store.concerns.listUnfiltered([lift.id])[0]!.mergedIntoId, lights.id)
  t.equal(await paper(), before, 'a priority that was joined to another concern')
})

t.test(
  'R3: what was closed by mistake and opened again at the same table is not agreed closed in its minutes',
  async (t) => {
    const house = await openHouse({ t })
    const { store, laptop, table, write } = hands(house)
    const open = store.actions
      .listUnfiltered()
      .find(
        (each) =>
          each.depth !== 'named' &&
          each.closings.length === 0 &&
          each.roundTableId !== table().id &&
          !termsOf(each).proposed,
      )!
    await write(`u ${open.number} done, closed: leaflets printed`)
    const closed = async () =>
      (await laptop.get(`${OPEN}/minutes`)).body.split('Agreed closed.').length - 1
    const count = await closed()
    t.ok(count > 0)
    await laptop.post(`/desk/actions/${open.id}/reopening`, { reason: 'The wrong number' })
    t.equal(await closed(), count - 1)
  },
)

t.test('R4: minutes are not opened again once a later table has met', async (t) => {
  const house = await openHouse({ t })
  const { laptop, store, finish } = hands(house)
  await finish()
  t.equal((await laptop.post('/desk/round-tables/2022-q2/opening')).statusCode, 303)
  await laptop.post('/desk/round-tables/2022-q2/lines', {
    text: 'h @mosaic',
    key: 'who-came-later',
  })
  await laptop.post('/desk/round-tables/2022-q2/finishing')
  t.ok(store.roundTables.find('2022-q2')!.finishedAt)
  const refused = await laptop.post(`${OPEN}/reopening`, { reason: 'A slip' })
  t.equal(refused.statusCode, 422)
  t.match(refused.body, 'A round table has met since')
})

t.test(
  'R1: a concern that was taken out swallows no other, gets no entry, and breaks nobody’s desk',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, store, write, concern } = hands(house)
    await write('c A slip of the finger')
    const slip = concern()
    await write('c The lift smells')
    const lift = concern()
    t.equal((await laptop.post(`${OPEN}/concerns/${slip.id}/taking-out`)).statusCode, 303)
    t.equal(
      (await laptop.post(`/desk/concerns/${lift.id}/merging`, { into: slip.id })).statusCode,
      422,
    )
    t.match((await laptop.get('/desk/concerns')).body, 'The lift smells')
    t.equal(
      (await laptop.post('/desk/entries', { kind: 'entry', concernId: slip.id })).statusCode,
      404,
    )
    for (const path of ['/desk', '/desk/entries'])
      t.equal((await laptop.get(path)).statusCode, 200, path)
    t.notOk(store.publications.findFor({ kind: 'entry', concernId: slip.id }))
  },
)

t.test(
  'R8: an action is not taken out once it was told, sent or changed, and nothing is said about one that was',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, store, table, by, write, concern, action, finish } = hands(house)
    await write('c The lift smells')
    await write('a Mend it')
    const told = action()
    await laptop.post('/desk/entries', { kind: 'entry', concernId: concern().id })
    t.equal(
      (await laptop.post(`${OPEN}/actions/${told.id}/taking-out`)).statusCode,
      422,
      'an entry tells of it',
    )
    await write('a- Paint it')
    const sent = action()
    await write('a- A slip')
    const slip = action()
    await laptop.post(`${OPEN}/actions/${slip.id}/taking-out`)
    const report = await laptop.post(`/desk/actions/${slip.id}/updates`, {
      status: 'done',
      text: 'We did it',
      waitingFor: '',
      on: '',
      seatId: '',
    })
    t.equal(report.statusCode, 422)
    t.match(report.body, 'This action was taken out')
    await finish()
    store.letters.record(
      { roundTableId: table().id, personId: house.person(PEOPLE.sergeant).id, readerId: null },
      by(),
    )
    await laptop.post(`${OPEN}/reopening`, { reason: 'A slip' })
    t.equal(
      (await laptop.post(`${OPEN}/actions/${sent.id}/taking-out`)).statusCode,
      422,
      'a letter holds it',
    )
    await write('a- Sweep it')
    t.not(action().number, slip.number, 'a number is never given twice')
  },
)

t.test(
  'R22: the same key with other words is a conflict with those words in the box, never a line that is lost',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, notes } = hands(house)
    t.equal((await write('n- The first line', 'the-same-key')).statusCode, 303)
    t.equal((await write('n- The first line', 'the-same-key')).statusCode, 303, 'sent twice')
    const other = await write('n- The second line', 'the-same-key')
    t.equal(other.statusCode, 409)
    t.match(other.body, /<textarea id="quick-text"[^>]*>\nn- The second line</)
    t.notMatch(other.body, 'value="the-same-key"')
    const key = /name="key" value="([^"]+)"/.exec(other.body)![1]!
    await laptop.post(`${OPEN}/lines`, { text: 'n- The second line', key })
    t.same(
      notes().filter((text) => text.endsWith('line')),
      ['The first line', 'The second line'],
    )
  },
)
