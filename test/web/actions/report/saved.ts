import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { PEOPLE } from '../../../support/house.ts'
import { by, find, journal, linkFor, open, seatOf, UNDER_WAY } from './set-up.ts'

t.test(
  'R21: the page shows what was agreed, for which concern, at which table, and by when, with large choices, and who speaks',
  async (t) => {
    const { house, phone, link } = await open(t)
    const action = find(house)
    const page = await phone.get(link)
    t.equal(page.statusCode, 200)
    t.match(page.body, termsOf(action).text.slice(0, 40))
    t.match(page.body, `Action ${action.number}, July 2021 round table`)
    t.match(page.body, /No date agreed yet\.|By <time/)
    for (const concern of house.store.concerns.listUnfiltered(action.concernIds))
      t.match(page.body, concern.wordings.at(-1)!.text.slice(0, 30))
    for (const label of ['Not started', 'Under way', 'Waiting', 'Done', 'Could not'])
      t.match(page.body, new RegExp(`<label class="choice"[^>]*>.*${label}`, 's'))
    t.match(page.body, 'You speak for the Ward sergeant, Church Street')
    t.match(page.body, `<form method="post" action="${link}"`)
    t.same(
      [...new Set(page.body.match(/[\w.]+@\w+\.example/g))],
      ['table@mosaic.example'],
      'nobody’s address but the partnership’s own, for whoever needs help',
    )
  },
)

t.test(
  'R21: one POST saves as said by the seat, with its line in the journal, and gives a receipt',
  async (t) => {
    const { house, phone, link } = await open(t)
    const lines = journal(house).length
    const saved = await phone.post(link, UNDER_WAY)
    t.match([saved.statusCode, saved.headers.location], [303, `${link}/receipt`])
    const seat = seatOf(house, PEOPLE.sergeant)
    t.match(find(house).updates.at(-1), {
      status: 'under-way',
      text: 'The hall is booked',
      personId: house.person(PEOPLE.sergeant).id,
      seatId: seat.id,
      organisationId: seat.organisationId,
      roundTableId: null,
      at: house.clock.at(),
    })
    t.match(journal(house).slice(lines), [
      { verb: 'reported on', personId: house.person(PEOPLE.sergeant).id, at: house.clock.at() },
    ])
    const receipt = (await phone.get(`${link}/receipt`)).body
    t.match(
      receipt,
      /Saved\. Thank you.*Under way.*The hall is booked.*27 January 2022, 10\.40.*Take it back/s,
    )
    t.match(
      (await house.signIn(PEOPLE.coordinator).get(`/desk/actions/${find(house).id}`)).body,
      'Said by Ward sergeant, Church Street',
    )
  },
)

t.test(
  'R21: it can be taken back for an hour and not after, and only what this link’s person said',
  async (t) => {
    const { house, phone, link } = await open(t)
    const undo = (updateId: number) => phone.post(`${link}/undoing`, { updateId })
    await phone.post(link, UNDER_WAY)
    const { id } = find(house).updates.at(-1)!
    house.clock.pass({ minutes: 59, seconds: 59 })
    const lines = journal(house).length
    t.equal((await undo(id)).statusCode, 303)
    t.ok(find(house).updates.at(-1)!.takenBackAt)
    t.match(journal(house).slice(lines), [
      { verb: 'took back an update on', personId: house.person(PEOPLE.sergeant).id },
    ])
    t.equal((await undo(id)).statusCode, 422, 'once')
    t.equal(
      (await phone.get(`${link}/receipt`)).statusCode,
      303,
      'there is no receipt for what was taken back',
    )

    await phone.post(link, UNDER_WAY)
    const again = find(house).updates.at(-1)!
    house.clock.pass({ hours: 1 })
    t.notMatch((await phone.get(`${link}/receipt`)).body, 'Take it back')
    t.equal((await undo(again.id)).statusCode, 422)
    t.notOk(find(house).updates.at(-1)!.takenBackAt)

    house.store.actions.recordUpdate(
      find(house).id,
      { status: 'waiting', text: 'Said at the table', waitingFor: 'x', on: null },
      { organisationId: again.organisationId, seatId: again.seatId, roundTableId: null },
      by(house),
    )
    t.equal(
      (await undo(find(house).updates.at(-1)!.id)).statusCode,
      422,
      'a coordinator typed that',
    )
    t.equal((await undo(find(house).updates[0]!.id)).statusCode, 422)
    t.equal((await undo(99_999)).statusCode, 422)
  },
)

t.test('what was taken back and sent again at once is saved again', async (t) => {
  const { house, phone, link } = await open(t)
  await phone.post(link, UNDER_WAY)
  await phone.post(`${link}/undoing`, { updateId: find(house).updates.at(-1)!.id })
  await phone.post(link, UNDER_WAY)
  t.match(find(house).updates.at(-1), { text: 'The hall is booked', takenBackAt: null })
})

t.test('R22: two taps on Send are one update, one after the other or both at once', async (t) => {
  const { house, phone, link } = await open(t)
  const before = find(house).updates.length
  for (const answer of await Promise.all([
    phone.post(link, UNDER_WAY),
    phone.post(link, UNDER_WAY),
  ]))
    t.equal(answer.statusCode, 303)
  house.clock.pass({ seconds: 2 })
  await phone.post(link, UNDER_WAY)
  t.equal(find(house).updates.length, before + 1)
  await phone.post(link, { ...UNDER_WAY, text: 'And the band' })
  t.equal(find(house).updates.length, before + 2, 'other words are another update')
})

t.test(
  'a letter that was forwarded lets its reader report on this one action, under the name of its owner, and see nothing else',
  async (t) => {
    const { house, phone, link } = await open(t)
    const page = (await phone.get(link)).body
    for (const other of house.store.actions
      .listUnfiltered()
      .filter((each) => each.id !== find(house).id))
      t.notMatch(page, termsOf(other).text.slice(0, 40))
    t.equal((await phone.get('/desk')).headers.location, '/sign-in')
    t.equal((await phone.get(`/desk/actions/${find(house).id}`)).headers.location, '/sign-in')
    const mine = seatOf(house, PEOPLE.officer)
    const theirs = linkFor(
      house,
      house.store.actions
        .listUnfiltered()
        .find((each) => termsOf(each).seatId === mine.id && each.depth !== 'named')!.id,
      PEOPLE.officer,
    )
    await phone.post(link, UNDER_WAY)
    t.equal(
      (await phone.post(`${theirs}/undoing`, { updateId: find(house).updates.at(-1)!.id }))
        .statusCode,
      422,
      'one link does not reach another’s words',
    )
  },
)
