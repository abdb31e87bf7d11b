import t from 'tap'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE, type House } from '../../support/house.ts'

const NEXT = '/desk/round-tables/2022-q2'
const AGENDA = `${NEXT}/agenda`
const keysIn = (body: string): string[] =>
  [...body.matchAll(/<li id="slot-([^"]+)"/g)].map((each) => each[1]!)
const slotIn = (body: string, key: string): string =>
  body.split(`<li id="slot-${key}"`)[1]!.split(/<li id="slot-|<section/)[0]!

t.test(
  'R4: the agenda makes itself: residents first, the same time for each organisation, and all that is open',
  async (t) => {
    const house = await openHouse({ t })
    const { body } = await house.signIn(PEOPLE.observer).get(AGENDA)
    const keys = keysIn(body)
    t.same(
      keys.map((key) => key.replace(/-\d+$/, '')),
      [
        'residents',
        'organisation',
        'organisation',
        'organisation',
        'minutes',
        'priorities',
        'carried',
        'no-difference',
        'concerns',
        'questions',
        'topic',
        'other',
        'next',
      ],
    )
    for (const key of keys.filter((each) => each.startsWith('organisation')))
      t.match(slotIn(body, key), '10 minutes')
    t.match(slotIn(body, 'residents'), /10\.30.*Residents speak first/s)
    t.match(slotIn(body, keys[1]!), /10\.45/)
    t.match(slotIn(body, 'priorities'), 'Women do not feel safe')
    const carried = slotIn(body, 'carried')
    t.match(
      carried,
      /Circulate the youth clubs in which we have trust\. Late: it was due 10 January 2022/,
    )
    t.match(carried, 'No date agreed yet', 'R2')
    t.match(carried, /not heard of for \d+ (days|months)/, 'R8')
    t.notMatch(carried, 'Pop-up stalls', 'what the table closed is over')
    t.match(
      slotIn(body, 'questions'),
      /What do the stop and search figures.*Metropolitan Police Service, promised by January 2022/,
    )
    t.match(slotIn(body, 'next'), 'Not agreed yet.')
    t.notMatch(body, /<form(?![^>]*sign-out)[^>]*round-tables/, 'an observer arranges nothing')
  },
)

t.test(
  'R4: an answered question waits on the agenda to be closed, and every open action stands on it once',
  async (t) => {
    const house = await openHouse({ t })
    const { body } = await house.signIn(PEOPLE.coordinator).get(AGENDA)
    const open = house.store.actions
      .listUnfiltered()
      .filter(
        (each) =>
          each.depth !== 'named' && !each.closings.some((closing) => closing.reopenedAt === null),
      )
    t.ok(open.length > 10)
    for (const action of open)
      t.equal(
        body.split(`<li>${action.number} `).length - 1,
        1,
        `${action.number} ${termsOf(action).text}`,
      )
  },
)

t.test('R11: nothing held in private stands on an agenda, which hangs on the wall', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const stops = house.store.concerns
    .everWritten()
    .find((each) => each.wordings[0]!.text.includes('stop and search'))!
  const asked = {
    text: 'The oldest son was moved',
    raisedOn: '',
    originKind: 'phone',
    originNote: '',
    themeId: '',
    areaId: '',
    depth: 'named',
    ground: 'A family could be identified.',
    list: house.person(PEOPLE.coordinator).id,
  }
  t.equal((await laptop.post('/desk/concerns', asked)).statusCode, 303)
  t.equal(
    (
      await laptop.post('/desk/concerns', {
        ...asked,
        text: 'The lift smells',
        depth: 'table',
        ground: '',
        list: [],
      })
    ).statusCode,
    303,
  )
  await laptop.post(`/desk/concerns/${stops.id}/depth`, {
    depth: 'named',
    ground: 'A person could be identified.',
    list: house.person(PEOPLE.coordinator).id,
  })
  for (const path of [AGENDA, `${AGENDA}?large=yes`]) {
    const { body } = await laptop.get(path)
    t.match(slotIn(body, 'concerns'), /The lift smells<\/span> \(phone call\)/)
    t.notMatch(
      body,
      /oldest son|being targeted|stop and search figures|Any specific family|which we have concerns/,
    )
  }
})

t.test(
  'R20: a coordinator moves and times the slots, with htmx and without, and each stands there once',
  async (t) => {
    for (const part of [false, true]) {
      const house = await openHouse({ t })
      const laptop = house.signIn(PEOPLE.coordinator)
      const before = keysIn((await laptop.get(AGENDA)).body)
      const send = (fields: Record<string, string>) => laptop.post(AGENDA, fields, { part })
      const moved = await send({ key: 'questions', move: 'up', minutes: '12' })
      t.match(
        part ? moved.headers['hx-redirect'] : moved.headers.location,
        `${AGENDA}#slot-questions`,
      )
      await send({ key: before[2]!, move: '', minutes: '7' })
      await send({ key: 'residents', move: 'up', minutes: '20' })
      const { body } = await laptop.get(AGENDA)
      const after = keysIn(body)
      t.same(after.toSorted(), before.toSorted())
      t.ok(after.indexOf('questions') < after.indexOf('concerns'))
      t.equal(after[0], 'residents')
      for (const key of after.filter((each) => each.startsWith('organisation')))
        t.match(slotIn(body, key), '7 minutes')
      t.match(slotIn(body, after[1]!), '10.50')
      t.match(slotIn(body, 'questions'), '12 minutes')
      t.equal(
        house.store.journal
          .history('round table', house.store.roundTables.find('2022-q2')!.id)
          .filter((line) => line.verb === 'arranged the agenda of').length,
        3,
      )
    }
  },
)

t.test(
  'R23: minutes that are no number are refused with what was typed, and what is not on the agenda cannot be moved',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    for (const minutes of ['soon', '-1', '121', '2.5']) {
      const answer = await laptop.post(AGENDA, { key: 'questions', minutes })
      t.equal(answer.statusCode, 422, minutes)
      t.match(answer.body, `value="${minutes}"`)
    }
    t.match(
      (await laptop.post(AGENDA, { key: 'topic-99', minutes: '5' })).body,
      'not on the agenda any more',
    )
    t.equal(
      (await laptop.post(AGENDA, { key: 'questions', minutes: '5', notes: 'x' })).statusCode,
      400,
    )
    t.same(house.store.agendas.arrangement(house.store.roundTables.find('2022-q2')!.id), [])
    t.equal(
      (await house.signIn(PEOPLE.sergeant).post(AGENDA, { key: 'questions', minutes: '5' }))
        .statusCode,
      403,
    )
    t.equal((await laptop.get('/desk/round-tables/2030-q1/agenda')).statusCode, 404)
  },
)

t.test(
  'members put down a topic beforehand, take off their own and no one else’s; an observer cannot',
  async (t) => {
    const house = await openHouse({ t })
    const [laptop, sergeant, officer, observer] = [
      PEOPLE.coordinator,
      PEOPLE.sergeant,
      PEOPLE.officer,
      PEOPLE.observer,
    ].map((email) => house.signIn(email)) as [
      ReturnType<House['signIn']>,
      ReturnType<House['signIn']>,
      ReturnType<House['signIn']>,
      ReturnType<House['signIn']>,
    ]
    t.equal(
      (await sergeant.post(`${NEXT}/topics`, { text: 'Patrols <at> night' })).headers.location,
      `${AGENDA}#topics`,
    )
    t.equal(
      (await officer.post(`${NEXT}/topics`, { text: 'The youth club' }, { part: true })).headers[
        'hx-redirect'
      ],
      `${AGENDA}#topics`,
    )
    t.equal((await observer.post(`${NEXT}/topics`, { text: 'x' })).statusCode, 403)
    t.equal((await sergeant.post(`${NEXT}/topics`, { text: ' ' })).statusCode, 422)
    const long = await sergeant.post(`${NEXT}/topics`, { text: 'a'.repeat(201) })
    t.equal(long.statusCode, 422)
    t.match(long.body, 'a'.repeat(201), 'R23')
    const topics = house.store.agendas
      .topics(house.store.roundTables.find('2022-q2')!.id)
      .filter((each) => !each.text.startsWith('Sample'))
    t.same(
      topics.map((each) => each.text),
      ['Patrols <at> night', 'The youth club'],
    )
    t.same(keysIn((await laptop.get(AGENDA)).body).slice(-4), [
      `topic-${topics[0]!.id}`,
      `topic-${topics[1]!.id}`,
      'other',
      'next',
    ])
    t.match((await laptop.get(AGENDA)).body, 'Patrols &lt;at&gt; night')
    for (const who of [officer, observer])
      t.equal((await who.post(`${NEXT}/topics/${topics[0]!.id}/ending`)).statusCode, 403)
    t.equal(
      (await sergeant.post(`/desk/round-tables/2022-q1/topics/${topics[0]!.id}/ending`)).statusCode,
      404,
      'nor by way of another table',
    )
    t.equal((await sergeant.post(`${NEXT}/topics/${topics[0]!.id}/ending`)).statusCode, 303)
    t.equal((await laptop.post(`${NEXT}/topics/${topics[1]!.id}/ending`)).statusCode, 303)
    t.notMatch((await laptop.get(AGENDA)).body, /Patrols|The youth club</)
  },
)

t.test(
  'shown large in the room it has no forms, and a table that is over has none to change',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const { body } = await laptop.get(`${AGENDA}?large=yes`)
    t.match(body, 'agenda--large')
    t.notMatch(/<main[\s\S]*<\/main>/.exec(body)![0], '<form')
    t.same(keysIn(body), keysIn((await laptop.get(AGENDA)).body))
    for (const [path, fields] of [
      ['agenda', { key: 'questions', minutes: '5' }],
      ['topics', { text: 'Too late' }],
    ] as const)
      t.equal((await laptop.post(`/desk/round-tables/2021-q4/${path}`, fields)).statusCode, 409)
    t.same(house.store.agendas.topics(house.store.roundTables.find('2021-q4')!.id), [])
  },
)

t.test(
  'last time’s priorities are kept, changed or dropped at the table, with a reason, and their history stays',
  async (t) => {
    for (const part of [false, true]) {
      const house = await openHouse({ t })
      const laptop = house.signIn(PEOPLE.coordinator)
      const OPEN = '/desk/round-tables/2022-q1'
      const concern = (words: string) =>
        house.store.concerns.everWritten().find((each) => each.wordings[0]!.text.includes(words))!
      const [crime, women, hesitant, knife] = [
        'Youth crime',
        'Women do not',
        'hesitant',
        'knife crime',
      ].map(concern) as [
        ReturnType<typeof concern>,
        ReturnType<typeof concern>,
        ReturnType<typeof concern>,
        ReturnType<typeof concern>,
      ]
      t.match(
        (await laptop.get(OPEN)).body,
        /Youth crime is rising.*1\.11 Youth activities.*They|Youth crime is rising.*police officers and young people played/is,
        'with what happened',
      )
      const say = (fields: Record<string, string | number>) =>
        laptop.post(`${OPEN}/priorities`, { into: '', reason: '', ...fields }, { part })
      const status = part ? 200 : 303
      t.equal((await say({ concernId: crime.id, choice: 'keep' })).statusCode, status)
      t.equal(
        (await say({ concernId: women.id, choice: 'drop', reason: 'The guidance is out' }))
          .statusCode,
        status,
      )
      for (const fields of [
        { concernId: hesitant.id, choice: 'change', into: '' },
        { concernId: hesitant.id, choice: 'change', into: hesitant.id },
        { concernId: '', choice: 'keep', into: '' },
        { concernId: hesitant.id, choice: 'never', into: '' },
      ])
        t.equal((await say(fields)).statusCode, 422)
      t.equal(
        (
          await say({
            concernId: hesitant.id,
            choice: 'change',
            into: knife.id,
            reason: 'Knives first',
          })
        ).statusCode,
        status,
      )
      const minutes = (await laptop.get(`${OPEN}/minutes`)).body
      for (const words of [
        'Kept: Youth crime',
        'Dropped: Women do not',
        'Dropped: People are hesitant',
        'New: Families are worried',
        'Not spoken of, so it stays: BAME young people',
      ])
        t.match(minutes, words)
      t.match(concern('Women do not').priorities, [
        { agreed: true },
        { agreed: false, reason: 'The guidance is out' },
      ])
      t.match(
        (await laptop.get(`/desk/concerns/${women.id}`)).body,
        'The guidance is out',
        'the history says why',
      )
      t.equal(
        (
          await house
            .signIn(PEOPLE.sergeant)
            .post(`${OPEN}/priorities`, { concernId: crime.id, choice: 'drop' })
        ).statusCode,
        403,
      )
    }
  },
)
