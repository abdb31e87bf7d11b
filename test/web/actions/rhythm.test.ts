import t from 'tap'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { stateOf } from '../../../src/domain/round-tables/round-table.ts'
import { paperFor } from '../../../src/work/papers/minutes.ts'
import { type House, openHouse, PEOPLE } from '../../support/house.ts'
import { agreeNow, days, lettersTo } from './owner-letters/set-up.ts'
import { linkFor } from './report/set-up.ts'

const find = (house: House, id: number) => house.store.actions.listUnfiltered([id])[0]!
const tableNow = (house: House) =>
  house.store.roundTables.list().find((each) => stateOf(each) === 'open')!
const lineIn = (house: House, text: string, key: string) =>
  house.signIn(PEOPLE.coordinator).post(`/desk/round-tables/${tableNow(house).slug}/lines`, {
    key,
    last: '',
    seen: '0',
    step: 'save',
    text,
  })

t.test(
  'R4, R8: a standing action is agreed every month; past due it is on the desk, in the letter and first at the table, and “done on” moves it on',
  async (t) => {
    const house = await openHouse({ t })
    const id = agreeNow(house, 'Walk the estate', { kind: 'standing' })
    const coordinator = house.signIn(PEOPLE.coordinator)
    const page = `/desk/actions/${id}`
    const { id: basedOn, text, kind, leadId, seatId } = termsOf(find(house, id))
    const terms = {
      text,
      kind,
      leadId: leadId!,
      seatId: seatId!,
      by: '',
      reason: 'Agreed',
      basedOn,
    }
    const both = await coordinator.post(`${page}/terms`, {
      ...terms,
      every: 'month',
      reviewOn: 'June 2022',
    })
    t.equal(both.statusCode, 422, 'R23')
    t.match(both.body, /id="terms-every-error"[^]*Choose a rhythm or a day, not both/)
    await coordinator.post(`${page}/terms`, { ...terms, every: 'month', reviewOn: '' })
    t.equal(termsOf(find(house, id)).review, 'month')
    t.match((await coordinator.get(page)).body, 'Every month. Due again on 27 February 2022.')

    house.clock.moveTo('2022-03-01T08:10:00.000Z')
    const later = house.signIn(PEOPLE.coordinator)
    t.match((await later.get('/desk')).body, /Due to be done again[^]*Walk the estate/)
    t.match(
      (await house.signIn(PEOPLE.sergeant).get('/desk/mine')).body,
      /Due again\.[^]*Every month/,
    )
    t.match((await later.get('/desk/actions')).body, /Walk the estate[^]*Every month/)
    t.match((await later.get('/desk/actions.csv')).body, 'Every month')
    await days(house, '2022-03-02')
    t.match(
      lettersTo(house, PEOPLE.sergeant)
        .map((letter) => letter.text)
        .join(),
      /Every month\. Due again on 27 February 2022\./,
    )

    const link = linkFor(house, id)
    const phone = house.stranger()
    t.match((await phone.get(link)).body, /Due again[^]*Last done on/)
    const sent = { status: 'done', text: 'Walked it', waitingFor: '', on: '26/2' }
    t.equal((await phone.post(link, sent)).statusCode, 303)
    t.match(
      (await phone.get(link)).body,
      /Last done on 26 February 2022\. Due again on 26 March 2022/,
    )
    t.notMatch((await house.signIn(PEOPLE.coordinator).get('/desk')).body, 'Due to be done again')
  },
)

t.test(
  'R2: a typed line sets a rhythm only where it is said to keep going, and shows what was read',
  async (t) => {
    const house = await openHouse({ t })
    await lineIn(house, 'a- Hold the stall every month !standing', 'rhythm-key-1')
    const made = house.store.actions.listUnfiltered().at(-1)!
    t.match(termsOf(made), { text: 'Hold the stall', kind: 'standing', review: 'month' })
    await lineIn(house, 'a- Clean the hall every month', 'rhythm-key-2')
    const plain = house.store.actions.listUnfiltered().at(-1)!
    t.match(termsOf(plain), { text: 'Clean the hall every month', kind: 'one-off', review: null })

    await lineIn(house, `u ${made.number} every three months`, 'rhythm-key-3')
    t.match(termsOf(find(house, made.id)), { review: '3 months' })
    t.equal(find(house, made.id).updates.length, 1, 'and no status')
    await lineIn(house, `u ${plain.number} every month`, 'rhythm-key-4')
    t.equal(termsOf(find(house, plain.id)).review, null)
    t.match(house.store.notes.ofTable(tableNow(house).id).at(-1)!.unread, 'Only a standing action')

    const reading = await house.signIn(PEOPLE.coordinator).post(
      `/desk/round-tables/${tableNow(house).slug}/reading`,
      {
        text: 'a- Hold the stall every two weeks !standing',
        key: 'rhythm-key-5',
        last: '',
        seen: '0',
      },
      { part: true },
    )
    t.match(reading.body, 'Every two weeks')
  },
)

t.test('R5: the minutes say the rhythm, and what it was before', async (t) => {
  const house = await openHouse({ t })
  const id = agreeNow(house, 'Walk the estate', { kind: 'standing', review: 'month' })
  house.clock.pass({ minutes: 5 })
  await lineIn(house, `u ${find(house, id).number} every week`, 'rhythm-key-6')
  t.match(
    JSON.stringify(paperFor(house.store, tableNow(house), 'table')),
    /Again: every week \(was: every month\)/,
  )
})
