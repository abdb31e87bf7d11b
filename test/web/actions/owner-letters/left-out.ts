import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { dayOf } from '../../../../src/domain/day.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { agreeNow, by, days, lettersTo, linksIn, PATH, seatOf, start } from './set-up.ts'

const WAITS = 'Mosaic Community Trust round table: something is waiting for you (sample)'

const say = (
  house: House,
  id: number,
  status: 'done' | 'under-way',
  email: string = PEOPLE.sergeant,
): void => {
  const seat = seatOf(house, email)
  house.store.actions.recordUpdate(
    id,
    { status, text: 'Said', waitingFor: null, on: null },
    { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null },
    by(house, email),
  )
}

t.test(
  'R11: of a matter held in private a letter says only that something is waiting, with no number and no link, and a letter on its way forgets what became private',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.letters.length = 0
    const held = agreeNow(house, 'Support the family', {
      list: [house.person(PEOPLE.coordinator).id, house.person(PEOPLE.sergeant).id],
    })
    house.clock.pass({ minutes: 1 })
    const open = agreeNow(house, 'Walk the estate')
    await start(house)
    house.store.actions.recordDepth(
      open,
      {
        depth: 'named',
        ground: 'A person could be identified.',
        list: [house.person(PEOPLE.officer).id],
      },
      by(house),
    )
    await days(house, '2022-01-30')
    t.same(
      house.letters.map((letter) => letter.to),
      [PEOPLE.sergeant, PEOPLE.officer],
      'its owner may not know of it any more, so the one on its list is told',
    )
    for (const each of house.letters) t.equal(each.subject, WAITS)
    const [letter] = house.letters
    t.equal(letter!.subject, WAITS)
    t.match(letter!.text, 'Sign in to read it')
    t.same(linksIn(letter!), [])
    const numbers = house.store.actions.listUnfiltered([held, open]).map((each) => each.number)
    for (const number of numbers)
      t.notMatch(`${letter!.subject}${letter!.text}${letter!.html}`, `Action ${number}`)

    // The letters page shows a coordinator neither the number nor the reason, even where they are on its list.
    house.store.notices.recordFrequency(house.person(PEOPLE.sergeant).id, 'tables', by(house))
    agreeNow(house, 'Another family', { list: [house.person(PEOPLE.sergeant).id] })
    await start(house)
    const page = (await house.signIn(PEOPLE.coordinator).get(PATH)).body
    t.match(page, 'Held in private')
    for (const each of house.store.actions.listUnfiltered().filter((one) => one.depth === 'named'))
      t.notMatch(page, new RegExp(`\\b${each.number.replace('.', '\\.')}\\b[:,] (is|quiet|a coll)`))
  },
)

t.test(
  'what was dealt with before a letter goes is left out, nothing goes where nothing is left, and what comes back is told after all',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.letters.length = 0
    house.clock.moveTo('2022-02-01T00:30:00.000Z')
    const [first, second] = ['Walk the estate', 'Write to the school'].map((text) =>
      agreeNow(house, text, { by: '2022-01' }),
    ) as [number, number]
    await start(house)
    say(house, first, 'done')
    await days(house, '2022-02-01')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 1)
    const { text } = lettersTo(house, PEOPLE.sergeant)[0]!
    t.match(text, termsOf(house.store.actions.listUnfiltered([second])[0]!).text)
    t.notMatch(text, termsOf(house.store.actions.listUnfiltered([first])[0]!).text)

    house.clock.moveTo('2022-02-03T00:30:00.000Z')
    const third = agreeNow(house, 'Ring the council')
    await start(house)
    say(house, third, 'done')
    await days(house, '2022-02-03')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 1, 'nothing was left to say')
    t.match(
      (await house.signIn(PEOPLE.coordinator).get(PATH)).body,
      'Not sent: there was nothing left to say',
    )

    const action = house.store.actions.listUnfiltered([first])[0]!
    house.store.actions.recordTakingBack(
      first,
      action.updates.at(-1)!.id,
      by(house, PEOPLE.sergeant),
    )
    await days(house, '2022-02-05')
    t.equal(lettersTo(house, PEOPLE.sergeant).length, 2)
    t.match(
      lettersTo(house, PEOPLE.sergeant)[1]!.text,
      /“Walk the estate”\nAction B\d+ is (late|yours)/,
      'it is late again, and nobody had been told',
    )
  },
)

t.test(
  'R6, R3: agreed without you asks for a yes or no; closed by the table says thanks, and asks for nothing',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    house.letters.length = 0
    const id = agreeNow(house, 'Share the patrol plan', { proposed: true })
    await days(house, '2022-01-29')
    const [letter] = lettersTo(house, PEOPLE.sergeant)
    t.match(letter!.subject, 'will you take on “Share the patrol plan”?')
    t.match(letter!.text, /Action B\d+ was agreed without you\./)
    t.match(letter!.text, 'Until then it shows as not yet accepted')
    t.match(
      (await house.stranger().post(`${linksIn(letter!)[0]}/acceptance`, { words: '' })).statusCode,
      303,
    )
    say(house, id, 'done')
    house.store.actions.recordClosing(id, null, by(house))
    await days(house, '2022-01-31')
    const thanks = lettersTo(house, PEOPLE.sergeant).filter((each) =>
      each.subject.includes(': closed: '),
    )
    t.equal(thanks.length, 1)
    t.match(thanks[0]!.text, 'Thank you')
    t.same(linksIn(thanks[0]!), [])
  },
)

t.test('R7, R11: a new link that waited goes to nobody who may not have it any more', async (t) => {
  for (const how of ['named', 'left'] as const) {
    const house = await openHouse({ t })
    const seat = seatOf(house, PEOPLE.sergeant)
    const personId = house.person(PEOPLE.sergeant).id
    const id = agreeNow(house, 'Visit the family at home')
    const mine = by(house)
    const asked = { personId, actionId: id, seatId: seat.id, why: 'asked' } as const
    house.store.notices.record(
      [{ ...asked, cause: `link ${house.clock.at()}` }],
      dayOf(house.clock.now()),
      mine,
    )
    const waiting = house.store.notices
      .waiting()
      .filter((each) => each.personId === personId && each.why === 'asked')
    house.store.notices.recordLetter(personId, waiting, house.clock.at(), mine)
    const list = [house.person(PEOPLE.coordinator).id]
    if (how === 'named')
      house.store.actions.recordDepth(
        id,
        { depth: 'named', ground: 'A family could be identified.', list },
        mine,
      )
    else
      house.store.organisations.endHolding(
        seat.holders.find((each) => each.personId === personId)!.id,
        '2022-01-20',
        mine,
      )
    house.letters.length = 0
    await start(house)
    t.same(lettersTo(house, PEOPLE.sergeant), [], how)
  }
})
