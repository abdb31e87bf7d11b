import t from 'tap'
import { openHouse, PEOPLE } from '../../support/house.ts'

const PATH = '/desk/round-tables'
const HERE = { place: 'Church Street', expectedIds: [1, 2, 3] }
const planned = (form: Record<string, unknown>) =>
  ({ startsAt: '10.30', ...HERE, ...form }) as never

t.test('R2, R26: a date is shown beside its field as it will be written down', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const read = async (reads: string, typed: string) => {
    const path = `/desk/readings/${reads}/plan/heldOn?heldOn=${encodeURIComponent(typed)}`
    const { body } = await laptop.get(path, { part: true })
    return /^<span class="hint" id="plan-heldOn-read"[^>]*>([^<]*)<\/span>\s*$/.exec(body)?.[1]
  }
  for (const [typed, said] of Object.entries({
    '28/4': 'Thursday 28 April 2022',
    'end of February': 'February 2022',
    'Thursday 25 February 2027': 'Thursday 25 February 2027',
    'next meeting': 'Thursday 28 April 2022',
    '12 January': '12 January was 15 days ago. Write the year, 2022 or 2023.',
    'the vicar': 'Write a day like 28/4 or 28 Apr, or a month like April 2022.',
    '': '',
  }))
    t.equal(await read('ahead', typed), said, typed)
  t.equal(await read('behind', '10 Dec'), 'Friday 10 December 2021')
  t.equal(await read('time', '7-9pm'), '19.00, in the evening. When it ends, 21.00, is not kept.')
  t.equal(
    await read('time', '6.30'),
    '6.30 in the morning, or in the evening? Write 6.30am or 6.30pm.',
  )
  t.equal((await laptop.get('/desk/readings/other/plan/heldOn')).statusCode, 404)
  t.equal((await laptop.get('/desk/readings/ahead/plan/a%22b')).statusCode, 404)
  const { body } = await laptop.get(PATH)
  t.match(body, 'data-hx-get="/desk/readings/ahead/plan/heldOn"')
  t.match(body, /htmx-4[^"]*"/, 'and the page brings what asks')
})

t.test(
  'R2, R23: a day just past and a time of either half of the day bring the form back',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const before = house.store.roundTables.list().length
    const answer = await laptop.post(PATH, planned({ heldOn: '12 January' }))
    t.equal(answer.statusCode, 422)
    t.match(answer.body, '12 January was 15 days ago. Write the year, 2022 or 2023')
    t.match(answer.body, 'value="12 January"', 'with what was typed')
    const evening = await laptop.post(PATH, planned({ heldOn: '28 July', startsAt: '6.30' }))
    t.equal(evening.statusCode, 422)
    t.match(evening.body, '6.30 in the morning, or in the evening?')
    t.equal(house.store.roundTables.list().length, before, 'nothing is written')
  },
)

t.test('forms read dates and times as lines do', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  for (const [heldOn, startsAt, day, time] of [
    ['Thursday 21 July 2022', '7-9pm', '2022-07-21', '19.00'],
    ['end of October', '19:30hrs', '2022-10', '19.30'],
    ['Jan 26, 2023', '10.30 a.m.', '2023-01-26', '10.30'],
  ]) {
    const answer = await laptop.post(PATH, planned({ heldOn, startsAt }))
    t.equal(answer.statusCode, 303, String(heldOn))
    t.match(
      house.store.roundTables.list().find((each) => each.heldOn === day),
      { startsAt: time },
    )
  }
  const action = house.store.actions.listUnfiltered().find((each) => each.number === '1.2')!
  const { id, text, kind, leadId, seatId, helperIds } = action.terms.at(-1)!
  const answer = await laptop.post(`/desk/actions/${action.id}/terms`, {
    text,
    kind,
    leadId: leadId ?? '',
    seatId: seatId ?? '',
    helperIds,
    by: 'next meeting',
    reason: 'Agreed',
    basedOn: id,
  })
  t.equal(answer.statusCode, 303)
  t.equal(house.store.actions.listUnfiltered([action.id])[0]!.terms.at(-1)!.by, '2022-04-28')
})

t.test(
  'a name that nobody has is offered beside the line: the nearest, or to make the theme',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const reading = async (text: string) =>
      (
        await laptop.post(
          `${PATH}/2022-q1/reading`,
          { text, key: 'a-key-of-its-own', last: '', seen: '0', step: 'save' },
          { part: true },
        )
      ).body
    const theme = await reading('c The lights are out #lights')
    t.match(theme, 'href="/desk/settings?theme=lights"')
    t.match((await laptop.get('/desk/settings?theme=street-lights')).body, 'value="Street lights"')
    const owner = await reading('a Visit the school @sargeant by 26 Jan')
    t.match(owner, /data-instead-of="@sargeant" data-put="@\w+"/)
    t.match(owner, 'data-instead-of="26 Jan" data-put="26 January 2022"')
  },
)
