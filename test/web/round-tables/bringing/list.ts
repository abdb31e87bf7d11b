import t, { type Test } from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE, type House, type Visitor } from '../../../support/house.ts'
import { count, fieldsOf, PATH, row, rowsIn } from './set-up.ts'

const NINE = [
  'Engage with parents to divert youths from gangs.',
  'Community events with WCC and MPS.',
  'Any specific family cases to be supported.',
  'Better engagement between schools and us.',
  'Youth clubs – Circulate those in which we have trust.',
  'Bring school representatives into these meetings.',
  'Continue monthly engagement with mothers.',
  'Youth activities (eg football etc) to start again with communities and MPS.',
  'Pop up stalls with officers and advocates.',
]
const MESSY = `${NINE.slice(0, 8)
  .map((text, i) => `${i + 1}. ${text.replace('with', 'with ')}`)
  .join(' \n\n')} 9. ${NINE[8]} 3`

t.test(
  'Mosaic’s messy list is nine rows, nothing is written before it is confirmed, and the same paste again makes no doubles',
  async (t) => {
    for (const part of [false, true]) {
      const house = await openHouse({ t })
      const laptop = house.signIn(PEOPLE.coordinator)
      const before = count(house)
      const review = await laptop.post(PATH, { text: MESSY }, { part })
      const rows = rowsIn(review.body)
      t.same(
        rows.map((each) => each.text),
        NINE,
      )
      t.match(rows[8]!.remarks, 'We took out “3”, which looks like a footnote mark')
      t.ok(
        rows.every((each) => each.leadId === '' && each.by === '' && each.status === ''),
        'R2: nothing is filled in',
      )
      t.equal(count(house), before, 'nothing is written yet')
      rows[6]!.kind = 'standing'
      rows[2]!.private = 'A family could be identified.'
      rows[3]!.text = 'Better engagement between schools and the partnership'
      const sent = await laptop.post(`${PATH}/rows`, fieldsOf(rows), { part })
      t.equal(
        part ? sent.headers['hx-redirect'] : sent.headers.location,
        `${PATH}?made=9&doubles=0`,
      )
      const made = house.store.actions.everWritten().slice(-9)
      t.same(
        made.map((each) => [
          termsOf(each).text,
          termsOf(each).kind,
          termsOf(each).leadId,
          termsOf(each).by,
          each.depth,
        ]),
        rows.map((each, i) => [
          each.text,
          i === 6 ? 'standing' : 'one-off',
          null,
          null,
          i === 2 ? 'named' : 'table',
        ]),
      )
      t.same(made[2]!.list, [house.person(PEOPLE.coordinator).id])

      await pastedAgain(t, house, laptop)
    }
  },
)

async function pastedAgain(t: Test, house: House, laptop: Visitor) {
  house.clock.pass({ minutes: 5 })
  const after = count(house)
  const again = rowsIn((await laptop.post(PATH, { text: MESSY })).body)
  t.equal(
    again.filter((each) => /here already/.test(each.remarks) && each.kind === 'skip').length,
    8,
    'all but the one that was put right',
  )
  again[3]!.kind = 'skip'
  t.equal(
    (
      await laptop.post(
        `${PATH}/rows`,
        fieldsOf(again.map((each) => ({ ...each, kind: each === again[3] ? 'skip' : 'action' }))),
      )
    ).headers.location,
    `${PATH}?made=0&doubles=8`,
  )
  t.equal(count(house), after)
}

t.test(
  'Mosaic’s nine activities, as they stand in its report with the lines before and after, come in one by one',
  async (t) => {
    const source = `The following Activities were identified after the first Round Table Meeting in July 2021:

1 The mosaic community trust- survey on police and policing in the community March 2021 2 Guidelines from the MET police

1. Engage with parents to empower and upskill them to divert youths from gangs and  crime (including working with Westminster Early Years Intervention Programme).

2. Community events to bring together parents, WCC and MPS with children and young  people to improve trust and confidence.

3. Any specific family cases to be supported by the partnership.

4. Ensure better engagement between schools and the partnership.

5. Youth clubs – Circulate those in which we have trust and raise the issue of those clubs  with which we have concerns.

6. Bring Westminster schools representatives into these meetings.

7. Continue ongoing monthly engagement with mothers.

8. Youth activities (eg football etc) to start again with communities and MPS. 9. Pop up stalls with MPS, advocates and WCC.

We had 38 residents, 14 male and 24  female approach our stall. 3`
    const house = await openHouse({ t })
    const rows = rowsIn((await house.signIn(PEOPLE.coordinator).post(PATH, { text: source })).body)
    for (const begins of [
      'Engage with parents to empower',
      'Community events to bring',
      'Any specific family cases',
      'Ensure better engagement',
      'Youth clubs – Circulate',
      'Bring Westminster schools',
      'Continue ongoing monthly',
      'Youth activities (eg football etc)',
      'Pop up stalls with MPS',
    ])
      t.equal(rows.filter((each) => each.text.startsWith(begins)).length, 1, begins)
  },
)

t.test('what was pasted once stays known when someone words it anew', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  await laptop.post(
    `${PATH}/rows`,
    fieldsOf([
      row({ text: 'Paint the fence' }),
      row({ text: 'The fence is ugly', kind: 'concern' }),
    ]),
  )
  const action = house.store.actions.everWritten().at(-1)!
  t.equal(
    (
      await laptop.post(`/desk/actions/${action.id}/terms`, {
        text: 'Paint the gate',
        kind: 'one-off',
        leadId: '',
        seatId: '',
        by: '',
        reason: 'It was the gate',
        basedOn: termsOf(action).id,
      })
    ).statusCode,
    303,
  )
  for (const text of ['1. PAINT the fence!\n2. the fence is ugly', '1. Paint the gate'])
    t.ok(
      rowsIn((await laptop.post(PATH, { text })).body).every((each) =>
        /here already/.test(each.remarks),
      ),
      text,
    )
})

t.test(
  'a list that a word processor numbered with tabs is a list, and cells are cells',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    for (const text of [
      '1.\tHold a stall\n2.\tMend the lamp',
      '•\tHold a stall\n•\tMend the lamp',
      '\t1)\tHold a stall\n\t2)\tMend the lamp',
    ])
      t.same(
        rowsIn((await laptop.post(PATH, { text })).body).map((each) => each.text),
        ['Hold a stall', 'Mend the lamp'],
      )
    t.match(rowsIn((await laptop.post(PATH, { text: 'Hold a stall\tWCC' })).body), [
      { text: 'Hold a stall', leadId: /\d/ },
    ])
  },
)

t.test('a line end of any kind is a line end, and no words run together', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  for (const end of ['\v', '\f', '\u2028', '\u0085', '\r\n', '\r'])
    t.same(
      rowsIn(
        (await laptop.post(PATH, { text: `• Hold a stall${end}by the library${end}• Mend it` }))
          .body,
      ).map((each) => each.text),
      ['Hold a stall by the library', 'Mend it'],
      end.codePointAt(0)!.toString(16),
    )
})
