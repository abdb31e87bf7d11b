import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { everything, find } from '../report/set-up.ts'
import { agreedBy, council, JUNE, openAsking, waits } from './set-up.ts'

t.test(
  'R5, R21: an owner asks for June from the letter and gets a receipt; reading saves nothing, and nothing moves',
  async (t) => {
    const { house, link, phone, coordinator, page } = await openAsking(t)
    const [before, due] = [everything(house), agreedBy(house)]
    t.match((await phone.get(link)).body, 'Ask for another date')
    await phone.get(`${link}/wishes`)
    t.equal(everything(house), before)

    const sent = await phone.post(`${link}/wishes`, JUNE)
    t.equal(sent.statusCode, 303)
    t.match(sent.headers.location, /\/wishes$/)
    const receipt = (await phone.get(`${link}/wishes`)).body
    t.match(receipt, /You asked for June 2022.*The hall is shut until May/s)
    t.match(receipt, 'Take it back')
    t.equal(agreedBy(house), due, 'nothing moves')
    t.match((await phone.get(link)).body, 'has not answered yet')
    t.match((await coordinator.get(page)).body, /asked for June 2022.*Yes: June 2022/s)
    t.match((await coordinator.get('/desk')).body, /They ask for another date or lead.*June 2022/s)
    t.match(house.store.journal.history('action', find(house).id).at(-1), {
      verb: 'asked for a change of',
      personId: house.person(PEOPLE.sergeant).id,
    })
  },
)

t.test('R21: it can be taken back for an hour, and then waits for the table', async (t) => {
  const { house, link, phone } = await openAsking(t)
  await phone.post(`${link}/wishes`, JUNE)
  const { id: wishId } = waits(house)!
  house.clock.pass({ minutes: 59 })
  t.equal((await phone.post(`${link}/wishes/withdrawal`, { wishId })).statusCode, 303)
  t.equal(waits(house), undefined)
  t.match((await phone.get(`${link}?asked=back`)).body, 'Taken back.')
  t.match(find(house).wishes, [{ takenBackAt: house.clock.at() }], 'the row stays')

  await phone.post(`${link}/wishes`, JUNE)
  const again = waits(house)!
  house.clock.pass({ minutes: 60 })
  t.notMatch((await phone.get(`${link}/wishes`)).body, 'Take it back')
  const late = await phone.post(`${link}/wishes/withdrawal`, { wishId: again.id })
  t.equal(late.statusCode, 422)
  t.match(late.body, 'for an hour')
  t.equal(waits(house)!.id, again.id)
})

t.test(
  'R23: what cannot be asked says why beside its field, with everything typed kept',
  async (t) => {
    const { house, link, phone, sergeant, page } = await openAsking(t)
    const before = everything(house)
    for (const [fields, field, words] of [
      [{ ...JUNE, by: '' }, 'by', 'Write another date, or choose who should lead'],
      [{ ...JUNE, by: '2 January 2022' }, 'by', 'This date is past'],
      [{ ...JUNE, by: 'one of these days' }, 'by', ''],
      [{ ...JUNE, reason: ' ' }, 'reason', 'Say why'],
      [{ ...JUNE, leadId: '99999' }, 'leadId', 'Choose from the list'],
      [
        { ...JUNE, leadId: String(house.person(PEOPLE.sergeant).organisationId) },
        'leadId',
        'They lead it already',
      ],
    ] as const) {
      const answer = await phone.post(`${link}/wishes`, fields)
      t.equal(answer.statusCode, 422)
      t.match(answer.body, new RegExp(`href="#${field}">[^<]*${words}`))
      t.match(answer.body, new RegExp(`id="${field}-error"`))
      if (fields.reason.trim()) t.match(answer.body, fields.reason)
      if (fields.by) t.match(answer.body, `value="${fields.by}"`)
      const onDesk = await sergeant.post(`${page}/wishes`, fields)
      t.equal(onDesk.statusCode, 422)
      t.match(onDesk.body, new RegExp(`id="wish-${field}-error"`))
    }
    t.equal((await phone.post(`${link}/wishes`, { ...JUNE, kind: 'x' })).statusCode, 400)
    t.equal(everything(house), before)
  },
)

t.test('R5: a second wish takes the place of the first, which stays in the history', async (t) => {
  const { house, link, phone, sergeant, coordinator, page } = await openAsking(t)
  await phone.post(`${link}/wishes`, JUNE)
  const first = waits(house)!
  house.clock.pass({ minutes: 5 })
  const sent = await sergeant.post(`${page}/wishes`, {
    by: '',
    leadId: council(house),
    reason: 'It is their hall',
  })
  t.equal(sent.statusCode, 303)
  t.match(waits(house), { by: null, leadId: council(house), reason: 'It is their hall' })
  const shown = (await coordinator.get(page)).body
  t.match(shown, /Yes: Westminster City Council to lead/)
  t.match(shown, /June 2022.*They asked for something else since/s)
  const late = await coordinator.post(`${page}/wishes/${first.id}/answer`, {
    answer: 'yes',
    words: '',
  })
  t.equal(late.statusCode, 409, 'R23: the first has no answer any more')
  t.equal(waits(house)!.answer, null)
})
