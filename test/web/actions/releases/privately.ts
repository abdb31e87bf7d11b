import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { days, get, OFFICER, policeRelease } from './set-up.ts'

const SAID = { status: 'under-way', text: 'The family was visited', waitingFor: '', on: '' }

t.test(
  'R11: of a matter held in private a releasing seat that is not on the list learns nothing; where nobody may release it counts at once, and the page says so',
  async (t) => {
    const house = await openHouse({ t })
    const { id, path } = policeRelease(house, { list: [house.person(PEOPLE.coordinator).id] })
    const officer = house.signIn(OFFICER)
    t.match((await officer.get(path)).body, 'It counts at once.')
    await officer.post(`${path}/updates`, { ...SAID, seatId: '' })
    t.same([get(house, id).updates.length, get(house, id).held.length], [2, 0])
    t.equal((await house.signIn(PEOPLE.sergeant).get(path)).statusCode, 404)
  },
)

t.test(
  'R11: a releasing seat on the list releases it on its own page, and its letter has no word of it',
  async (t) => {
    const house = await openHouse({ t })
    const { id, path } = policeRelease(house, { list: [house.person(PEOPLE.sergeant).id] })
    await house.signIn(OFFICER).post(`${path}/updates`, { ...SAID, seatId: '' })
    t.equal(get(house, id).held.length, 1)
    const laptop = house.signIn(PEOPLE.coordinator)
    t.equal((await laptop.get(path)).statusCode, 404)
    const { organisationId } = house.person(PEOPLE.sergeant)
    t.notMatch(
      (await laptop.get(`/desk/organisations/${organisationId}/release`)).body,
      'update waits',
      'the coordinator is not told that there is one',
    )
    await days(house, '2022-01-28')
    const letter = house.letters.findLast((each) => each.to === PEOPLE.sergeant)!
    t.match(letter.text, 'held in private is waiting for you')
    t.notMatch(letter.text, /visited|Walk the estate|\/release\//)
    const sergeant = house.signIn(PEOPLE.sergeant)
    t.match((await sergeant.get(path)).body, 'The family was visited')
    t.notMatch((await sergeant.get('/desk')).body, 'The family was visited')
    const [held] = get(house, id).held
    t.equal((await sergeant.post(`${path}/updates/${held!.id}/release`, {})).statusCode, 303)
    t.equal(get(house, id).updates.length, 2)
  },
)
