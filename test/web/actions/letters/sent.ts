import { PassThrough } from 'node:stream'
import t from 'tap'
import { buildApp } from '../../../../src/app.ts'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { EVERYONE, find, GUEST, ids, PATH, rows, secondApp, settle, tableOf } from './set-up.ts'
import type { Letter } from '../../../../src/mail/letter.ts'

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
