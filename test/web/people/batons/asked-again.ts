import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { by, codeIn, letterWatch, linkIn, NEW, NOTE, open, SERGEANT } from './set-up.ts'

t.test(
  'asked in again, the old link is dead for good, even where its letter comes late, and a second tap kills nothing',
  async (t) => {
    const { house, path, hand, invite, leaver } = await open(t)
    await hand({ toId: '', name: 'Someone new', email: NEW })
    const letters = letterWatch(house)
    await invite()
    const first = linkIn((await letters()).find((each) => each.to === NEW)!.text)
    house.clock.pass({ days: 7, minutes: 1 })
    t.match(
      (await house.signIn(PEOPLE.sergeant).get(path)).body,
      'Their invitation ran out on 3 February 2022',
    )
    const id = house.person(NEW).id
    const coordinator = house.signIn(PEOPLE.coordinator)
    for (const answer of await Promise.all(
      [1, 2].map(() => coordinator.post(`/desk/people/${id}/invitation`)),
    ))
      t.equal(answer.statusCode, 303)
    const again = (await letters()).filter((each) => each.to === NEW)
    t.equal(again.length, 1)
    t.match(again[0]!.text, SERGEANT, 'asked in again for the same seat')
    const second = linkIn(again[0]!.text)
    t.equal((await house.stranger().get(first)).statusCode, 410)
    t.equal((await house.stranger().get(second)).statusCode, 200)

    // A letter that was held, and let go after a newer one went.
    house.clock.pass({ minutes: 1 })
    house.store.invitations.record(id, null, by(house))
    const held = house.store.letters.recent(1)[0]!
    house.store.letters.hold(held.id, '', by(house))
    house.clock.pass({ minutes: 1 })
    await coordinator.post(`/desk/people/${id}/invitation`)
    const last = linkIn((await letters()).filter((each) => each.to === NEW).at(-1)!.text)
    await coordinator.post(`/desk/letters/${held.id}/letting-go`)
    t.same(
      (await letters()).filter((each) => each.to === NEW),
      [],
      'the older one has nothing left to say',
    )
    t.equal((await house.stranger().get(second)).statusCode, 410)
    t.equal((await house.stranger().get(last)).statusCode, 200)
    t.equal((await leaver.get(path)).headers.location, '/sign-in')
  },
)

t.test('an invitation for a seat that is not handed on any more does not promise it', async (t) => {
  const { house, hand, invite, stop } = await open(t)
  await hand({ toId: '', name: 'Someone new', email: NEW })
  const letters = letterWatch(house)
  await invite()
  const link = linkIn((await letters()).find((each) => each.to === NEW)!.text)
  await stop()
  t.notMatch((await house.stranger().get(link)).body, /Ward sergeant|being handed on/)
})

t.test(
  'R7: whoever was asked in and is ended before they come is out, by link and by code',
  async (t) => {
    const { house, path, leaver, hand, invite, coordinator } = await open(t)
    await hand({ toId: '', name: 'Someone new', email: NEW })
    const letters = letterWatch(house)
    await invite()
    const link = linkIn((await letters()).find((each) => each.to === NEW)!.text)
    const phone = house.stranger()
    await phone.post(link)
    const code = codeIn((await letters()).find((each) => each.to === NEW)!.text)
    const { id } = house.person(NEW)
    t.equal((await coordinator.post(`/desk/people/${id}/ending`)).statusCode, 303)
    t.equal((await phone.post('/sign-in/code', { code })).statusCode, 422)
    t.equal((await house.stranger().get(link)).statusCode, 410)
    t.equal(house.store.invitations.isLive(1, house.clock.at()), false, 'by a work account neither')
    t.match((await leaver.get(path)).body, 'They cannot take it on any more')
    t.same(
      house.store.journal.history('person', id).map((line) => line.verb),
      ['added', 'invited', 'ended'],
    )
  },
)

t.test(
  'R25: a note that was typed when the session ran out is on the desk again, and can be sent from there',
  async (t) => {
    const { house, path, leaver, next, latest } = await open(t)
    house.clock.pass({ minutes: 40 })
    t.equal(
      (await leaver.post(path, { toId: next, note: NOTE })).headers.location,
      '/sign-in?kept=yes',
    )
    const back = house.signIn(PEOPLE.sergeant)
    const page = (await back.get('/desk')).body
    t.match(page, /You were signed out while you were writing.*Ask at the hall/s)
    t.match(page, `href="${path}"`)
    const [kept] = house.store.people.keptForms(house.person(PEOPLE.sergeant).id)
    t.equal((await back.post(`/desk/kept/${kept!.id}/sending`)).headers.location, path)
    t.equal((await back.post(path, { toId: next, note: NOTE })).statusCode, 303)
    t.equal(latest().note, NOTE)
  },
)
