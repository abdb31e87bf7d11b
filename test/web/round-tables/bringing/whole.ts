import t from 'tap'
import {
  isOpen,
  isProposed,
  latestOf,
  statusOf,
  termsOf,
} from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE, type Fields, type House } from '../../../support/house.ts'
import { sentIn } from './columns.ts'
import { PATH, rowsIn, upload } from './set-up.ts'

t.test('our own file of actions is known, and nothing of it is made twice', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const file = (await laptop.get('/desk/actions.csv')).body
  const before = house.store.actions.everWritten().length
  const answer = await upload(laptop, file)
  t.equal(answer.statusCode, 200)
  t.notMatch(answer.body, /We left out|We do not know|We cannot read the date/)
  const rows = rowsIn(answer.body)
  t.ok(rows.every((each) => each.kind === 'skip'))
  const sent = await laptop.post(`${PATH}/rows`, {
    ...sentIn(answer.body),
    'kind[]': rows.map((each) => (/held in private/.test(each.remarks) ? 'skip' : 'action')),
  } as Fields)
  t.match(sent.headers.location, 'made=0')
  t.equal(house.store.actions.everWritten().length, before)
})

t.test(
  'our own file of actions comes back whole into an empty record of the same partnership',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const { named, other, seat, file } = ourFile(house)
    const answer = await upload(laptop, file)
    t.notMatch(answer.body, /We left out|We do not know|We cannot read the date/)
    const sent = await laptop.post(`${PATH}/rows`, sentIn(answer.body) as Fields)
    t.equal(sent.headers.location, `${PATH}?made=4&doubles=0`)
    const [fence, mothers, stall, yard] = house.store.actions.everWritten().slice(-4)
    t.match(termsOf(fence!), {
      text: '=Paint the fence',
      leadId: named.id,
      seatId: seat.id,
      helperIds: [other.id],
      by: '2022-04',
    })
    t.match(latestOf(fence!), { status: 'under-way', text: 'The paint is here', on: '2022-01-12' })
    t.match(termsOf(mothers!), { kind: 'standing', leadId: other.id, by: null })
    t.equal(statusOf(mothers!), 'done')
    t.notOk(isOpen(stall!))
    t.match(latestOf(stall!), { status: 'done', text: '38 came', on: '2021-12-11' })
    t.equal(statusOf(yard!), 'not-started')
    t.ok(isProposed(yard!) || named.id === house.person(PEOPLE.coordinator).organisationId)
  },
)

/** A file as `/desk/actions.csv` writes it, of an action of each sort. */
const ourFile = (house: House) => {
  const head =
    'No.,Action,Kind,Who leads,Seat,Who helps,By,Where it stands,What was said last,Last heard on,Closed by the round table'
  const seat = house.store.organisations.seats()[0]!
  const named = house.store.organisations.list().find((each) => each.id === seat.organisationId)!
  const other = house.store.organisations.list().find((each) => each.id !== seat.organisationId)!
  const [a, b, c] = [named.name, other.name, seat.title]
  const file = [
    head,
    `9.1,"'=Paint the fence",One-off,${a},${c},${b},2022-04,Under way,The paint is here,2022-01-12,No`,
    `9.2,Meet the mothers,Standing: it keeps going,${b},,,No date agreed yet,Still going,We met,2022-01-10,No`,
    `9.3,Hold a stall,One-off,${b},,,2021-12-10,Done,38 came,2021-12-11,Yes`,
    `9.4,Sweep the yard,One-off,${a},,,2022-05-01,Not yet accepted by ${named.publicName},,2022-01-11,No`,
    '9.5,Held in private. A family could be identified.,,,,,,,,,',
  ].join('\r\n')
  return { named, other, seat, file }
}

const ORDINARY =
  'Speak to the residents of the estate about the lighting by the play area and report back to the next meeting'

t.test(
  'R25: two hundred rows survive the end of a session with all their words, and are sent on',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const text = [
      'Action\tOwner\tBy when\tStatus\tComments',
      ...Array.from(
        { length: 200 },
        (_, i) =>
          `${ORDINARY} ${i}\tWCC\tMay 2022\tUnder way\tThe ward officer has been told of it and is looking into row ${i}`,
      ),
    ].join('\n')
    const answer = await upload(laptop, text)
    t.equal(answer.statusCode, 200)
    const fields = sentIn(answer.body)
    fields['said[]']![199] = 'The last words that were typed'
    house.clock.pass({ minutes: 40 })
    const before = house.store.actions.everWritten().length
    const late = await laptop.post(`${PATH}/rows`, fields as Fields)
    t.match(late.headers.location, 'kept=yes')
    const back = house.signIn(PEOPLE.coordinator)
    const desk = (await back.get('/desk')).body
    for (const words of [`${ORDINARY} 0 ·`, `${ORDINARY} 199 ·`, 'The last words that were typed'])
      t.match(desk, words)
    t.equal(desk.match(/The ward officer has been told of it/g)!.length >= 199, true)
    const kept = house.store.people.keptForms(house.person(PEOPLE.coordinator).id)[0]!
    t.same(kept.fields['text[]'], fields['text[]'])
    const sent = await back.post(`/desk/kept/${kept.id}/sending`, kept.fields as Fields)
    t.equal(sent.statusCode, 307)
    t.equal(
      (await back.post(String(sent.headers.location), kept.fields as Fields)).headers.location,
      `${PATH}?made=200&doubles=0`,
    )
    t.equal(house.store.actions.everWritten().length, before + 200)
  },
)

t.test(
  'R25: rows are kept as they are typed, gone on with, and gone when they are written down',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const fields = sentIn(
      (await laptop.post(PATH, { text: '1. Hold a stall\n2. Mend the lamp' })).body,
    )
    fields['text[]']![1] = 'Mend both lamps'
    const keep = (form: string) =>
      laptop.post(
        '/desk/unsent',
        {
          who: house.person(PEOPLE.coordinator).id,
          place: PATH,
          form,
          fields: JSON.stringify(
            Object.fromEntries(
              Object.entries(fields).map(([name, all]) => [
                name,
                name.endsWith('[]') ? all : all[0]!,
              ]),
            ),
          ),
        },
        { part: true },
      )
    t.equal((await keep('rows')).statusCode, 200)
    t.match((await laptop.get(PATH)).body, 'You were looking at 2 rows')
    const again = await laptop.get(`${PATH}/rows`)
    t.match(rowsIn(again.body), [{ text: 'Hold a stall' }, { text: 'Mend both lamps' }])
    t.notMatch(
      (await house.signIn(PEOPLE.approver).get(PATH)).body,
      'You were looking at',
      'by them alone',
    )
    await laptop.post(`${PATH}/rows`, sentIn(again.body) as Fields)
    t.notMatch((await laptop.get(PATH)).body, 'You were looking at')
    t.match((await laptop.get(`${PATH}/rows`)).body, 'Add a list you already have')
    await keep('rows')
    t.equal((await laptop.post(`${PATH}/rows/dropping`)).headers.location, PATH)
    t.notMatch((await laptop.get(PATH)).body, 'You were looking at')
  },
)

t.test('R25: the plan of a round table and words in Settings are kept too', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  house.clock.pass({ minutes: 40 })
  const plan = { heldOn: '12 May', startsAt: '10.30', place: 'The hall by the market' }
  t.match((await laptop.post('/desk/round-tables', plan)).headers.location, 'kept=yes')
  const back = house.signIn(PEOPLE.coordinator)
  t.match((await back.get('/desk')).body, 'The hall by the market')
  house.clock.pass({ minutes: 40 })
  t.match(
    (await back.post('/desk/settings/guarded-words', { word: 'The Lantern' })).headers.location,
    'kept=yes',
  )
  t.match((await house.signIn(PEOPLE.coordinator).get('/desk')).body, 'The Lantern')
})
