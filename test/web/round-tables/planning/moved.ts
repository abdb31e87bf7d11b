import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { askThem, AT, fileIn, linkIn, planOf, postOf, tableOf } from './set-up.ts'

t.test(
  'R30: a yes to another day is asked for again, on the page, in the letter and for the coordinator',
  async (t) => {
    const house = await openHouse({ t })
    const post = postOf(house)
    await askThem(house)
    const link = linkIn((await post()).find((each) => each.to === PEOPLE.sergeant)!)
    const phone = house.stranger()
    await phone.post(link, { answer: 'coming', standIn: '' })
    house.clock.pass({ minutes: 5 })
    const laptop = house.signIn(PEOPLE.coordinator)
    await laptop.post(`${AT}/plan`, {
      ...planOf(tableOf(house)),
      heldOn: '5/5/2022',
      reason: 'The hall is closed',
    })
    t.match((await post())[0]!.text, 'please answer again')
    const { body } = await phone.get(link)
    t.match(body, 'It was moved from 28 April 2022, 10.30')
    t.match(body, 'The hall is closed')
    t.match(body, /You had said:.*I am coming/)
    const seen = (await laptop.get(AT)).body
    t.match(seen, 'Before it was moved: Coming')
    t.match(seen, 'The board and the public calendar still say')
  },
)

t.test(
  'R30: who is not expected any more is told that once, and nothing of what is planned since',
  async (t) => {
    const house = await openHouse({ t })
    const post = postOf(house)
    await askThem(house)
    await post()
    const laptop = house.signIn(PEOPLE.coordinator)
    const { organisationId } = house.person(PEOPLE.officer)
    const change = async (over: object) => {
      house.clock.pass({ minutes: 5 })
      await laptop.post(`${AT}/plan`, { ...planOf(tableOf(house)), reason: 'Elsewhere', ...over })
      return (await post()).filter((each) => each.to === PEOPLE.officer)
    }
    const without = tableOf(house).expectedIds.filter((id) => id !== organisationId)
    t.equal((await change({ expectedIds: without })).length, 1)
    t.same(await change({ place: 'A private house' }), [])
  },
)

t.test(
  'R2, R30: a day that becomes a month is taken out of calendars, and a slip into the past is stopped',
  async (t) => {
    const house = await openHouse({ t })
    const post = postOf(house)
    await askThem(house)
    await post()
    const laptop = house.signIn(PEOPLE.coordinator)
    house.clock.pass({ minutes: 5 })
    const past = { ...planOf(tableOf(house)), heldOn: '5/5/2021', reason: 'The hall' }
    const slip = await laptop.post(`${AT}/plan`, past)
    t.equal(slip.statusCode, 422)
    t.match(slip.body, 'This day has passed')
    await laptop.post(`${AT}/plan`, { ...past, heldOn: 'May 2022', startsAt: '' })
    const letter = (await post())[0]!
    t.equal(letter.calendar!.method, 'CANCEL')
    t.match(fileIn(letter), 'DTSTART:20220428T093000Z')
  },
)

t.test(
  'R22, R30: who was being written to while the table moved is written to again',
  async (t) => {
    const house = await openHouse({ t })
    const personIds = [house.person(PEOPLE.sergeant).id]
    const by = () => ({ personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() })
    const { id } = tableOf(house)
    const send = house.letters.push.bind(house.letters)
    let isFirst = true
    house.letters.push = (letter) => {
      if (isFirst) {
        isFirst = false
        house.clock.pass({ seconds: 2 })
        const plan = { ...tableOf(house), heldOn: '2022-05-05' }
        house.store.roundTables.recordPlanChange(
          id,
          { plan, verb: 'moved', reason: 'Closed' },
          by(),
        )
        house.store.answers.ask(id, personIds, by())
        house.clock.pass({ seconds: 2 })
      }
      return send(letter)
    }
    await house.signIn(PEOPLE.coordinator).post(`${AT}/invitations`, { personIds })
    const subjects = async () => (await postOf(house)()).map((each) => each.subject)
    const first = await subjects()
    const officer = house.person(PEOPLE.officer).id
    await house.signIn(PEOPLE.coordinator).post(`${AT}/invitations`, { personIds: [officer] })
    t.match(
      [...first, ...(await subjects())].join('\n'),
      /28 April 2022[^]*a new day or time.*5 May 2022/,
    )
  },
)
