import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import {
  agreeNow,
  by,
  days,
  lettersTo,
  linksIn,
  PATH,
  rows,
  seatOf,
  settle,
  start,
} from './set-up.ts'

t.test(
  'a coordinator sees what will be sent, holds a letter back, and lets it go; nobody else may, and each press is in the journal',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const [letter] = rows(house, PEOPLE.sergeant)
    t.match(
      (await laptop.get(PATH)).body,
      new RegExp(`Will be sent.*1\\.4: is late.*${PATH}/${letter!.id}/holding`, 's'),
    )
    for (const email of [PEOPLE.sergeant, PEOPLE.approver, PEOPLE.observer]) {
      t.equal(
        (await house.signIn(email).post(`${PATH}/${letter!.id}/holding`)).statusCode,
        403,
        email,
      )
      t.notMatch((await house.signIn(email).get(PATH)).body, 'Will be sent')
    }
    t.equal((await laptop.post(`${PATH}/${letter!.id}/holding`)).statusCode, 303)
    await days(house, '2022-02-04')
    t.notOk(house.store.letters.find(letter!.id)!.postedAt)
    t.match(
      (await house.signIn(PEOPLE.coordinator).get(PATH)).body,
      /Held since 27 January 2022.*Let it go/s,
    )
    house.letters.length = 0
    const again = house.signIn(PEOPLE.coordinator)
    t.equal((await again.post(`${PATH}/${letter!.id}/letting-go`)).statusCode, 303)
    await settle()
    t.same(
      house.letters.map((each) => [each.to, each.messageId]),
      [[PEOPLE.sergeant, letter!.messageId]],
    )
    await again.post(`${PATH}/${letter!.id}/letting-go`)
    await again.post(`${PATH}/${letter!.id}/holding`)
    await settle()
    t.equal(house.letters.length, 1, 'what has gone is gone')
    t.same(
      house.store.journal
        .history('letter', letter!.id)
        .filter((line) => line.verb !== 'left something out of')
        .map((line) => [line.verb, line.personId]),
      [
        ['wrote', null],
        ['held', house.person(PEOPLE.coordinator).id],
        ['let go', house.person(PEOPLE.coordinator).id],
      ],
    )
    for (const id of ['99999', '0', 'x'])
      t.equal((await again.post(`${PATH}/${id}/holding`)).statusCode, 404)
  },
)

t.test('a letter held while the postman is on his round does not go', async (t) => {
  const house = await openHouse({ t })
  house.clock.moveTo('2022-01-27T12:00:00.000Z')
  const sent: string[] = []
  const [first, ...rest] = house.store.letters.due(house.clock.at())
  t.ok(first && rest.length > 0)
  await start(house, async (letter) => {
    sent.push(letter.to)
    if (sent.length === 1) for (const row of rest) house.store.letters.hold(row.id, '', by(house))
  })
  t.equal(sent.length, 1)
  t.ok(rest.every((row) => house.store.letters.find(row.id)!.postedAt === null))
})

t.test(
  'each person chooses how often, for themselves alone, and it is in the journal',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    const phone = house.signIn(PEOPLE.sergeant)
    t.match((await phone.get(PATH)).body, 'value="daily" checked')
    t.equal((await phone.post(`${PATH}/choice`, { frequency: 'hourly' })).statusCode, 422)
    t.equal(
      (await phone.post(`${PATH}/choice`, { frequency: 'weekly', personId: 1 })).statusCode,
      400,
      'a field we do not know',
    )
    t.equal((await phone.post(`${PATH}/choice`, { frequency: 'weekly' })).statusCode, 303)
    t.match((await phone.get(PATH)).body, 'value="weekly" checked')
    t.match((await house.signIn(PEOPLE.officer).get(PATH)).body, 'value="daily" checked')
    t.match(house.store.journal.history('person', house.person(PEOPLE.sergeant).id).at(-1), {
      verb: 'chose how often to be written to',
      personId: house.person(PEOPLE.sergeant).id,
    })
    house.letters.length = 0
    for (let day = 29; day <= 31; day++) {
      house.clock.moveTo(`2022-01-${day}T06:00:00.000Z`)
      agreeNow(house, `Agreed on the ${day}th`)
      await days(house, `2022-01-${day}`)
    }
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 0, 'a week has not passed since the last')
    await days(house, '2022-02-05')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 1)
    t.ok(linksIn(lettersTo(house, PEOPLE.sergeant)[0]!).length >= 3, 'all of it in one')
    house.store.notices.recordFrequency(house.person(PEOPLE.sergeant).id, 'tables', by(house))
    house.clock.pass({ minutes: 1 })
    agreeNow(house, 'Agreed after that')
    house.clock.moveTo('2022-04-11T12:00:00.000Z')
    await days(house, '2022-04-13')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 1, 'nothing until a round table is near')
    await days(house, '2022-04-14')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 2)
  },
)

t.test(
  'two weeks before a round table each gets a digest with everything that is theirs',
  async (t) => {
    const house = await openHouse({ t })
    agreeNow(house, 'Walk the estate')
    house.clock.moveTo('2022-04-11T12:00:00.000Z')
    await days(house, '2022-04-13')
    house.letters.length = 0
    await days(house, '2022-04-14')
    const mine = house.store.actions
      .listUnfiltered()
      .filter(
        (each) =>
          termsOf(each).seatId === seatOf(house, PEOPLE.sergeant).id &&
          each.closings.length === 0 &&
          !['done', 'could-not'].includes(each.updates.at(-1)!.status) &&
          each.depth !== 'named',
      )
    t.ok(mine.length > 1)
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 1)
    const { text, subject } = lettersTo(house, PEOPLE.sergeant)[0]!
    t.match(
      text.split('“')[0],
      /The next round table meets on Thursday 28 April 2022/,
      'its day first',
    )
    t.equal(text.match(/ten seconds/g)?.length, 1, 'and the ten seconds once')
    t.match(subject, /\d+ actions, (\d+|all) of them late/)
    const states = [...text.matchAll(/^(?:You help with action|Action) \S+ ?(.*?)\. /gm)]
    const late = states.map((each) => each[1] === 'is late')
    t.ok(late.includes(true))
    t.same(
      late,
      late.toSorted((a, b) => Number(b) - Number(a)),
      'late ones first',
    )
    for (const each of mine)
      t.match(
        text,
        new RegExp(
          `Action ${each.number.replace('.', '\\.')} (is late|is yours)\\. .*Say where it stands`,
        ),
      )
  },
)
