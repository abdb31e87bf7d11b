import t, { type Test } from 'tap'
import { type House, openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { AGENDA, keysIn, NEXT, slotIn } from './set-up.ts'
import type { Concern } from '../../../../src/domain/concerns/concern.ts'

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
    t.equal(house.store.agendas.arranged(house.store.roundTables.find('2022-q2')!.id), undefined)
    t.equal(
      (await house.signIn(PEOPLE.sergeant).post(AGENDA, { key: 'questions', minutes: '5' }))
        .statusCode,
      403,
    )
    t.equal((await laptop.get('/desk/round-tables/2030-q1/agenda')).statusCode, 404)
  },
)

t.test(
  'members put down a topic beforehand, take off their own and no one else’s; an observer does the same',
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
    t.equal((await sergeant.post(`${NEXT}/topics`, { text: ' ' })).statusCode, 422)
    const long = await sergeant.post(`${NEXT}/topics`, { text: 'a'.repeat(201) })
    t.equal(long.statusCode, 422)
    t.match(long.body, 'a'.repeat(201), 'R23')
    const topics = house.store.agendas
      .topics(house.store.roundTables.find('2022-q2')!.id)
      .filter((each) => !each.text.endsWith('(sample)'))
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
    t.equal((await observer.post(`${NEXT}/topics`, { text: 'The bus stop' })).statusCode, 303)
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
      await sayOfEach(t, { part, laptop, OPEN, crime, women, hesitant, knife })
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

async function sayOfEach(
  t: Test,
  {
    part,
    laptop,
    OPEN,
    crime,
    women,
    hesitant,
    knife,
  }: {
    part: boolean
    laptop: Visitor
    OPEN: string
    crime: Concern
    women: Concern
    hesitant: Concern
    knife: Concern
  },
) {
  const say = (fields: Record<string, string | number>) =>
    laptop.post(`${OPEN}/priorities`, { into: '', reason: '', ...fields }, { part })
  const status = part ? 200 : 303
  t.equal((await say({ concernId: crime.id, choice: 'keep' })).statusCode, status)
  t.equal(
    (await say({ concernId: women.id, choice: 'drop', reason: 'The guidance is out' })).statusCode,
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
}
