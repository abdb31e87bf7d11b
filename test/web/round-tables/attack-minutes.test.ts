import { readLines } from '../../../src/domain/round-tables/line/read-line.ts'
import t from 'tap'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { readList } from '../../../src/domain/round-tables/line/bringing-in.ts'
import { openPostman } from '../../../src/mail/postman.ts'
import { sayingDates } from '../../../src/work/read-dates.ts'
import { openHouse, PEOPLE, type House, type Visitor } from '../../support/house.ts'

const OPEN = '/desk/round-tables/2022-q1'
const newest = <T extends { id: number }>(rows: T[]): T =>
  rows.reduce((last, each) => (each.id > last.id ? each : last))

/** What a minute-taker does, and what the record then says. */
const hands = (house: House) => {
  const { store } = house
  let sent = 0
  const laptop = house.signIn(PEOPLE.coordinator)
  const table = () => store.roundTables.find('2022-q1')!
  return {
    store,
    laptop,
    table,
    by: () => ({ personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }),
    write: (text: string, key = `a-box-of-words-${sent++}`, who: Visitor = laptop) =>
      who.post(`${OPEN}/lines`, { text, key, step: 'save' }),
    notes: () => store.notes.ofTable(table().id).map((note) => note.text),
    concern: () => newest(store.concerns.everWritten()),
    action: () => newest(store.actions.everWritten()),
    finish: async () => {
      if (table().attendance.length === 0)
        await laptop.post(`${OPEN}/lines`, { text: 'h @mosaic', key: `a-box-of-words-${sent++}` })
      await laptop.post(`${OPEN}/finishing`)
      house.clock.pass({ minutes: 1 })
    },
  }
}

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
  const read = async () =>
    (await laptop.get(`${OPEN}/minutes`)).body.replace(/<nav.*?<\/nav>/gs, '')
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

t.test('R22: an action typed again at once with a helper is written with the helper', async (t) => {
  const house = await openHouse({ t })
  const { write, action } = hands(house)
  await write('a- Hold a stall @mosaic')
  const first = action()
  await write('a- Hold a stall @mosaic +wcc')
  t.not(action().id, first.id)
  t.equal(termsOf(action()).helperIds.length, 1)
})

t.test(
  'R22: a second click sends no second letter, and a letter that cannot be written holds up no other',
  async (t) => {
    const house = await openHouse({ t })
    const { store, laptop, table, finish } = hands(house)
    await finish()
    await laptop.post(`${OPEN}/readers`, {
      role: 'head of year',
      email: 'head@school.example',
      depth: 'public',
    })
    const [reader] = store.letters.readers(table().id)
    for (let click = 0; click < 2; click++)
      t.equal((await laptop.post(`${OPEN}/letters`, { readerIds: reader!.id })).statusCode, 303)
    t.equal(store.letters.ofTable(table().id).length, 1)

    const posted: number[] = []
    const failed: number[] = []
    const row = (id: number) => ({ id, messageId: `<${id}@x>`, tries: 0 })
    const postman = openPostman({
      box: {
        due: () => [row(1), row(2)],
        posted: (id) => {
          posted.push(id)
        },
        failed: (id) => {
          failed.push(id)
        },
      },
      write: ({ id }) => {
        if (id === 1) throw new Error('broken')
        return { to: 'a@b.example', subject: 's', text: 't' }
      },
      post: { send: async () => {} },
      now: () => new Date(),
    })
    await postman.run()
    await postman.stop()
    t.same([posted, failed], [[2], [1]])
  },
)

t.test(
  'R25: what one person types in a page left open is not kept for the next who signs in',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, store } = hands(house)
    const sergeant = house.person(PEOPLE.sergeant).id
    const answer = await laptop.post(
      '/desk/unsent',
      { who: sergeant, place: OPEN, form: 'alone', fields: '{"text":"mine"}' },
      { part: true },
    )
    t.equal(answer.headers['hx-redirect'], '/sign-in?kept=yes')
    t.same(store.typedLines.kept(house.person(PEOPLE.coordinator).id, OPEN), {})
  },
)

t.test(
  'R11: an action held in private that a table only closed is a look when its minutes are read at that depth',
  async (t) => {
    const house = await openHouse({ t })
    const { store, laptop, table, by } = hands(house)
    const family = store.actions
      .everWritten()
      .find(
        (each) =>
          each.depth === 'named' &&
          each.list.includes(by().personId) &&
          each.roundTableId !== table().id,
      )!
    store.actions.recordClosing(family.id, table().id, by())
    const looks = () =>
      store.journal.history('action', family.id).filter((line) => line.verb === 'looked at').length
    const before = looks()
    await laptop.get(`${OPEN}/minutes?depth=named`)
    t.equal(looks(), before + 1)
  },
)

t.test(
  'R23: a file form without its boundary is a bad request, and long words in any script arrive whole',
  async (t) => {
    const house = await openHouse({ t, refusedHtml: new Set() })
    const { laptop } = hands(house)
    t.equal(
      (
        await laptop.send({
          method: 'POST',
          url: '/desk/bringing-in',
          payload: 'x',
          headers: { 'content-type': 'multipart/form-data' },
        })
      ).statusCode,
      400,
    )
    const rows = Array.from({ length: 50 }, (_, i) => `- ${i} ${'漢'.repeat(480)}`).join('\n')
    const answer = await laptop.send({
      method: 'POST',
      url: '/desk/bringing-in',
      payload: `--b\r\ncontent-disposition: form-data; name="text"\r\n\r\n${rows}\r\n--b--\r\n`,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    })
    t.equal(answer.body.match(/name="text\[\]"/g)?.length, 50)
  },
)

t.test('R23: no line and no list, however odd, keeps the others waiting', async (t) => {
  const reading = {
    names: { organisations: [], seats: [], themes: [], areas: [] },
    ahead: sayingDates('2022-01-27', null),
    behind: sayingDates('2022-01-27', null, 'behind'),
  }
  const took = (work: () => unknown): number => {
    const from = performance.now()
    work()
    return performance.now() - from
  }
  for (const sign of ['\t', '\u00a0', ',', '(', '.', ':']) {
    for (const begin of ['a x', 'u 1.1 x', 'h x', 'n x'])
      t.ok(
        took(() => readLines(`${begin}${sign.repeat(20_000)}x`, reading)) < 150,
        `${begin} ${JSON.stringify(sign)}`,
      )
    t.ok(
      took(() => readList(`- x${sign.repeat(60_000)}x`)) < 150,
      `a list of ${JSON.stringify(sign)}`,
    )
  }
})
