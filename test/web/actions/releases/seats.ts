import t from 'tap'
import { statusOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { by, days, get, OFFICER, officerLink, policeRelease, seatOf, UNDER_WAY } from './set-up.ts'

t.test(
  'R7: a seat that nobody holds releases nothing: the coordinator is told in a letter and on the desk, and chooses another',
  async (t) => {
    const house = await openHouse({ t })
    const { id, officer, seat, organisationId } = policeRelease(house)
    await house.stranger().post(officerLink(house, id, officer, seat), UNDER_WAY)
    const held = seatOf(house, PEOPLE.sergeant).holders.find((each) => each.untilOn === null)!
    house.store.organisations.endHolding(held.id, '2022-01-27', by(house))
    await days(house, '2022-01-28')
    const letter = house.letters.findLast((each) => each.to === PEOPLE.coordinator)!
    t.match(letter.text, 'waits for Ward sergeant, Church Street')
    t.match(letter.text, `/desk/organisations/${organisationId}/release`)
    t.notMatch(letter.text, 'The hall is booked', 'the words are not theirs to read')
    const laptop = house.signIn(PEOPLE.coordinator)
    t.match((await laptop.get('/desk')).body, 'Nobody sits there to release')
    t.match((await laptop.get(`/desk/actions/${id}`)).body, 'Nobody sits there.')
    t.notMatch((await laptop.get(`/desk/actions/${id}`)).body, 'The hall is booked')
    await laptop.post(`/desk/organisations/${organisationId}/release`, { seatId: seat })
    t.notMatch((await laptop.get('/desk')).body, 'Nobody sits there to release')
    const phone = house.signIn(OFFICER)
    t.match(
      (await phone.get(`/desk/actions/${id}`)).body,
      'Waiting for your release',
      'another seat takes over what waits',
    )
  },
)

t.test(
  'R2: who releases is off by default; turning it off with updates waiting asks what is to become of them',
  async (t) => {
    for (const end of ['count', 'return'] as const) {
      const house = await openHouse({ t })
      const { id, officer, seat, organisationId } = policeRelease(house)
      await house.stranger().post(officerLink(house, id, officer, seat), UNDER_WAY)
      const laptop = house.signIn(PEOPLE.coordinator)
      const path = `/desk/organisations/${organisationId}/release`
      t.match((await laptop.get(path)).body, '1 update waits')
      const asked = await laptop.post(path, { seatId: '' })
      t.match([asked.statusCode, asked.body], [422, /href="#release-end">Updates wait. Choose/])
      t.equal(get(house, id).held[0]!.returned, null)
      t.equal((await laptop.post(path, { seatId: '', end })).statusCode, 303)
      t.equal(statusOf(get(house, id)), end === 'count' ? 'under-way' : 'not-started')
      t.equal(get(house, id).held.length, end === 'count' ? 0 : 1)
      t.match(get(house, id).held, end === 'count' ? [] : [{ returned: { words: /at once/ } }])
      t.same(house.store.releases.rules(), [])
      const other = seatOf(house, PEOPLE.officer).id
      t.equal((await laptop.post(path, { seatId: other })).statusCode, 422, 'not of this one')
    }
  },
)

t.test(
  'what a coordinator types for a seat, and what the releasing seat says itself, is not held; of the desk all else is',
  async (t) => {
    const house = await openHouse({ t })
    const { id, path, seat } = policeRelease(house)
    const said = { status: 'under-way', waitingFor: '', on: '' }
    const count = () => [get(house, id).updates.length, get(house, id).held.length]
    await house
      .signIn(PEOPLE.coordinator)
      .post(`${path}/updates`, { ...said, text: 'Said at the table', seatId: seat })
    t.same(count(), [2, 0])
    await house
      .signIn(PEOPLE.sergeant)
      .post(`${path}/updates`, { ...said, text: 'Said by the sergeant', seatId: '' })
    t.same(count(), [3, 0])
    const officer = house.signIn(OFFICER)
    const waits = await officer.post(`${path}/updates`, {
      ...said,
      text: 'First words',
      seatId: '',
    })
    t.equal(waits.headers.location, `${path}?saved=waits`)
    await officer.post('/desk/mine', { [`status-${id}`]: 'done', [`text-${id}`]: 'Second words' })
    t.same(count(), [3, 2], 'by the desk and by the page of my actions')
    t.match((await officer.get('/desk/mine')).body, 'What was said waits for Ward sergeant')
    const council = house.signIn(PEOPLE.officer)
    const page = (await council.get(path)).body
    t.match(page, 'Waits for Ward sergeant')
    t.notMatch(
      page,
      /First words|Second words/,
      'other organisations read that it waits, and no word',
    )
    const held = get(house, id).held[0]!.id
    for (const who of [council, house.signIn(PEOPLE.coordinator), officer])
      t.equal((await who.post(`${path}/updates/${held}/release`, {})).statusCode, 403)
  },
)
