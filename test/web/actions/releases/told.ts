import t, { type Test } from 'tap'
import { lastHeardOn, silence, statusOf } from '../../../../src/domain/actions/action.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { everything } from '../report/set-up.ts'
import { days, get, linkIn, OFFICER, officerLink, policeRelease, UNDER_WAY } from './set-up.ts'

t.test(
  'R8, R21: an officer reports from the link, the sergeant sends it back from a letter, the officer changes it, and it counts from the release',
  async (t) => {
    const house = await openHouse({ t })
    const { id, officer, seat } = policeRelease(house)
    const link = officerLink(house, id, officer, seat)
    const phone = house.stranger()
    t.match((await phone.get(link)).body, 'Ward sergeant, Church Street reads it first')
    const sent = await phone.post(link, UNDER_WAY)
    t.equal(sent.statusCode, 303)
    t.match(
      (await phone.get(String(sent.headers.location))).body,
      'Saved. It waits for Ward sergeant, Church Street',
    )
    t.equal(statusOf(get(house, id)), 'not-started', 'no status yet')
    t.equal(get(house, id).updates.length, 1, 'and no line of any minutes')

    const release = await lettersToTheSergeant(t, house)
    await sentBack(t, { house, release, link })
    await changedAndReleased(t, { house, id, link })
  },
)

/** R8: the sergeant is asked and the officer is not; the letter has the words (R21). */
async function lettersToTheSergeant(t: Test, house: House): Promise<string> {
  await days(house, '2022-01-28')
  const letter = house.letters.findLast((each) => each.to === PEOPLE.sergeant)!
  t.match(letter.text, 'waits for your release')
  t.match(
    letter.text,
    /“Walk the estate with parents”\n.* waits for your release\. Ward officer, Church Street \(Metropolitan/,
  )
  t.match(letter.text, 'Under way. “The hall is booked”')
  t.match(letter.text, 'you need not sign in')
  return linkIn(letter.text, 'release')
}

async function sentBack(
  t: Test,
  { house, release, link }: { house: House; release: string; link: string },
) {
  const sergeant = house.stranger()
  const before = everything(house)
  t.match((await sergeant.get(release)).body, 'The hall is booked')
  t.equal(everything(house), before, 'R21: opening it changes nothing')
  const silent = await sergeant.post(`${release}/return`, { words: ' ' })
  t.match([silent.statusCode, silent.body], [422, /href="#words">Say what has to change/])
  for (let i = 0; i < 2; i++) {
    const back = await sergeant.post(`${release}/return`, { words: 'Say <which> hall' })
    t.equal(back.statusCode, i === 0 ? 303 : 422, 'R31: it goes back once')
  }
  t.match((await sergeant.get(release)).body, /Sent back.*Say &lt;which&gt; hall/s)
  t.equal((await sergeant.post(release, {})).statusCode, 422, 'and cannot be released any more')

  await days(house, '2022-01-29')
  const letter = house.letters.findLast((each) => each.to === OFFICER)!
  t.match(letter.text, /came back to you.*“Say <which> hall”/s)
  const page = (await house.stranger().get(link)).body
  t.match(page, /sent back what you said.*Say &lt;which&gt; hall/s)
  t.match(page, '>The hall is booked</textarea>', 'R23: the words are there to be changed')
}

async function changedAndReleased(
  t: Test,
  { house, id, link }: { house: House; id: number; link: string },
) {
  await house.stranger().post(link, { ...UNDER_WAY, text: 'The church hall is booked' })
  t.equal(get(house, id).updates.length, 1)
  house.clock.pass({ days: 20 })
  t.equal(silence(get(house, id), house.clock.at().slice(0, 10)), 22, 'R8: not heard of yet')
  const sergeant = house.signIn(PEOPLE.sergeant)
  const path = `/desk/actions/${id}`
  t.match((await sergeant.get('/desk')).body, 'Waiting for your release')
  t.match((await sergeant.get(path)).body, 'The church hall is booked')
  const { id: updateId } = get(house, id).held.at(-1)!
  for (let i = 0; i < 2; i++) await sergeant.post(`${path}/updates/${updateId}/release`, {})
  const action = get(house, id)
  t.equal(statusOf(action), 'under-way')
  t.equal(lastHeardOn(action), house.clock.at().slice(0, 10), 'R8: heard of from the release')
  t.match(action.updates.at(-1), { personId: house.person(OFFICER).id, text: /church/ })
  t.not(action.updates.at(-1)!.saidAt, action.updates.at(-1)!.at, 'when it was said is kept')
  const verbs = house.store.journal.history('action', id).map((each) => each.verb)
  t.same(
    verbs.filter((verb) => /released|sent back/.test(verb)),
    ['sent back an update on', 'released an update on'],
  )
  t.match((await sergeant.get(path)).body, /Said by Ward officer.*released on/s)
}

t.test(
  'R8: while an update waits, the owner is not asked and the seat that releases is',
  async (t) => {
    const house = await openHouse({ t })
    const { id, officer, seat } = policeRelease(house)
    await house.stranger().post(officerLink(house, id, officer, seat), UNDER_WAY)
    await days(house, '2022-01-28')
    house.clock.moveTo('2022-03-20T07:00:00.000Z')
    await days(house, '2022-03-20')
    const to = (email: string): string =>
      house.letters
        .filter((each) => each.to === email)
        .map((each) => each.text)
        .join('\n')
    t.match(to(PEOPLE.sergeant), 'waits for your release')
    t.notMatch(to(OFFICER), `Action ${get(house, id).number} has been quiet`)
  },
)

t.test('R21: an owner takes back what waits, and then nothing is there to release', async (t) => {
  const house = await openHouse({ t })
  const { id, officer, seat } = policeRelease(house)
  const link = officerLink(house, id, officer, seat)
  const phone = house.stranger()
  await phone.post(link, UNDER_WAY)
  house.clock.pass({ hours: 5 })
  t.match((await phone.get(link)).body, 'waits for Ward sergeant')
  const [held] = get(house, id).held
  t.equal((await phone.post(`${link}/undoing`, { updateId: held!.id })).statusCode, 303)
  const sergeant = house.signIn(PEOPLE.sergeant)
  const late = await sergeant.post(`/desk/actions/${id}/updates/${held!.id}/release`, {})
  t.match([late.statusCode, late.body], [422, /taken back meanwhile/])
  t.equal(get(house, id).updates.length, 1)
})

t.test(
  'R8, R21: two updates that wait on one action are two lines of the letter, each with its link',
  async (t) => {
    const house = await openHouse({ t })
    const { id, officer, seat } = policeRelease(house)
    const link = officerLink(house, id, officer, seat)
    await house.stranger().post(link, UNDER_WAY)
    house.clock.pass({ minutes: 5 })
    await house.stranger().post(link, { ...UNDER_WAY, text: 'And the lamps are ordered' })
    await days(house, '2022-01-29')
    const text = house.letters
      .filter((each) => each.to === PEOPLE.sergeant)
      .map((each) => each.text)
      .join('\n')
    t.match(text, UNDER_WAY.text)
    t.match(text, 'And the lamps are ordered')
    t.equal(new Set(text.match(/\/release\/\S+/g)).size, 2)
  },
)

t.test(
  'R7, R21: what came back goes to whoever holds the seat by then, and to nobody who has left it',
  async (t) => {
    const house = await openHouse({ t })
    const { id, officer, seat } = policeRelease(house)
    await house.stranger().post(officerLink(house, id, officer, seat), UNDER_WAY)
    await days(house, '2022-01-28')
    const letter = house.letters.findLast((each) => each.to === PEOPLE.sergeant)!
    await house
      .stranger()
      .post(`${linkIn(letter.text, 'release')}/return`, { words: 'Say which hall' })
    const { holders } = house.store.organisations.findSeat(seat)!
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    house.store.organisations.endHolding(holders.at(-1)!.id, '2022-01-27', by)
    await days(house, '2022-01-30')
    t.same(
      house.letters.filter((each) => each.to === OFFICER && each.text.includes('came back to you')),
      [],
    )
  },
)
