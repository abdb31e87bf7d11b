import t from 'tap'
import { statusOf, termsOf } from '../../../../src/domain/actions/action.ts'
import { dayOf } from '../../../../src/domain/day.ts'
import { type House, PEOPLE } from '../../../support/house.ts'
import { by, change, get, open, organisation, say, seatOf } from './set-up.ts'

/** A link as a letter would carry it to this person. */
const linkFor = (house: House, actionId: number, email: string = PEOPLE.officer): string => {
  const [personId, seatId] = [house.person(email).id, seatOf(house, email).id]
  house.store.notices.record(
    [{ personId, actionId, seatId, why: 'asked', cause: `test ${house.clock.at()}` }],
    dayOf(house.clock.now()),
    by(house),
  )
  const letterId = house.store.notices.recordLetter(
    personId,
    house.store.notices.waiting().filter((each) => each.personId === personId),
    '9999-01-01T00:00:00.000Z',
    by(house),
  )
  return `/report/${house.store.reportLinks.make({ letterId, actionId, seatId, personId }, house.clock.at())}`
}
const DONE = { status: 'done', text: 'We lent the tents', waitingFor: '' }

t.test(
  'R21: the link in a helper’s letter says that it helps, and saves its own part alone, with a receipt and an hour to take it back',
  async (t) => {
    const { house, id } = await open(t)
    const link = linkFor(house, id)
    const phone = house.stranger()
    say(house, id, 'waiting', PEOPLE.sergeant)
    const page = (await phone.get(link)).body
    t.match(
      page,
      /Where has your part got to\?.*value="not-started" checked.*You speak for .*, who helps with it/s,
    )
    t.equal((await phone.post(link, DONE)).statusCode, 303)
    t.match(
      [get(house, id).updates.at(-1)!.organisationId, statusOf(get(house, id))],
      [organisation(house, PEOPLE.officer), 'waiting'],
    )
    t.match((await phone.get(`${link}/receipt`)).body, /We lent the tents.*Take it back/s)
    t.match((await phone.get(link)).body, /value="done" checked/)
    const updateId = get(house, id).updates.at(-1)!.id
    const theirs = get(house, id).updates.at(-2)!.id
    t.equal(
      (await phone.post(`${link}/undoing`, { updateId: theirs })).statusCode,
      422,
      'not what the lead said',
    )
    house.clock.pass({ minutes: 59 })
    t.equal((await phone.post(`${link}/undoing`, { updateId })).statusCode, 303)
    t.ok(get(house, id).updates.at(-1)!.takenBackAt)
    await phone.post(link, DONE)
    house.clock.pass({ hours: 1 })
    t.equal(
      (await phone.post(`${link}/undoing`, { updateId: get(house, id).updates.at(-1)!.id }))
        .statusCode,
      422,
      'an hour and no more',
    )
  },
)

t.test(
  'R6: a helper is not asked to accept, cannot answer for the lead, and is not told that it did',
  async (t) => {
    const { house, id } = await open(t, { proposed: true })
    const link = linkFor(house, id)
    const phone = house.stranger()
    t.notMatch((await phone.get(link)).body, 'Do you accept it')
    for (const path of ['acceptance', 'declining']) {
      const answer = await phone.post(`${link}/${path}`, { words: 'We would rather not' })
      t.equal(answer.statusCode, 422, path)
      t.match(answer.body, 'Only the organisation that leads can answer this')
    }
    t.same(get(house, id).acceptances, [])
    const officer = house.signIn(PEOPLE.officer)
    for (const path of ['acceptance', 'declining'])
      t.equal(
        (await officer.post(`/desk/actions/${id}/${path}`, { words: 'No' })).statusCode,
        403,
        path,
      )
    house.store.actions.recordAnswer(
      id,
      termsOf(get(house, id)).id,
      {
        accepted: false,
        words: 'Not without officers',
        organisationId: organisation(house, PEOPLE.sergeant),
      },
      by(house, PEOPLE.sergeant),
    )
    t.notMatch((await phone.get(link)).body, /Your organisation said|Not without officers/)
  },
)

for (const [how, act] of [
  [
    'its organisation stops helping',
    (house: House, id: number) => change(house, id, { helperIds: [] }),
  ],
  [
    'it leaves its seat',
    (house: House) => {
      const seat = seatOf(house, PEOPLE.officer)
      house.store.organisations.endHolding(
        seat.holders.find((each) => each.untilOn === null)!.id,
        dayOf(house.clock.now()),
        by(house),
      )
    },
  ],
  [
    'its person leaves',
    (house: House) => {
      house.store.people.end(house.person(PEOPLE.officer).id, by(house))
    },
  ],
  [
    'the matter is held in private',
    (house: House, id: number) => {
      house.store.actions.recordDepth(
        id,
        {
          depth: 'named',
          ground: 'A person could be identified.',
          list: [house.person(PEOPLE.officer).id],
        },
        by(house),
      )
    },
  ],
] as [string, (house: House, id: number) => void][]) {
  t.test(`R21: a helper’s link is over the moment ${how}`, async (t) => {
    const { house, id } = await open(t)
    const link = linkFor(house, id)
    const phone = house.stranger()
    t.equal((await phone.get(link)).statusCode, 200)
    act(house, id)
    const before = get(house, id).updates.length
    t.equal((await phone.get(link)).statusCode, 404)
    t.equal((await phone.post(link, DONE)).statusCode, 404)
    t.equal(get(house, id).updates.length, before)
    t.notMatch((await phone.get(link)).body, 'park')
  })
}
