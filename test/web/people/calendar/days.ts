import t from 'tap'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { agreeNow, by, make, number, read, seatOf } from './set-up.ts'

const say = (house: House, id: number, status: 'done' | 'under-way', email: string): void => {
  const seat = seatOf(house, email)
  house.store.actions.recordUpdate(
    id,
    { status, text: 'Said', waitingFor: null, on: null },
    { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null },
    by(house, email),
  )
}
const due = (text: string): string[] =>
  read(text)
    .filter((each) => each.UID!.startsWith('action-'))
    .map((each) => each.SUMMARY!)

t.test(
  'a calendar of one’s own is a valid iCalendar: lines of 75 bytes, one version, an id and a stamp for each event, no two the same',
  async (t) => {
    const house = await openHouse({ t })
    agreeNow(house, 'Walk the estate', { by: '2022-02-10' })
    house.store.roundTables.recordPlan(
      {
        heldOn: '2022-10-20',
        startsAt: '10.30',
        place: `Church Street Library, ${'the long room, '.repeat(8)}é${'ü'.repeat(60)}; upstairs`,
        expectedIds: [],
      },
      by(house),
    )
    const answer = await house.stranger().get(await make(house))
    t.equal(answer.statusCode, 200)
    t.match(answer.headers, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="my-round-table.ics"',
      'x-robots-tag': 'noindex',
    })
    t.equal(answer.headers['set-cookie'], undefined)
    t.ok(
      answer.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
      'folded, and never inside a letter',
    )
    t.notMatch(answer.body.replaceAll('\r\n', ''), /[\r\n]/)
    t.match(answer.body, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:.+\r\n/)
    const events = read(answer.body)
    t.ok(events.length > 1)
    for (const event of events)
      t.match(event, { UID: /@127\.0\.0\.1$/, DTSTAMP: '20220127T104000Z', SUMMARY: /\w/ })
    t.equal(new Set(events.map((each) => each.UID)).size, events.length)
    t.match(
      events.find((each) => each.LOCATION?.startsWith('Church Street Library, the'))!.LOCATION,
      'ü; upstairs',
    )
  },
)

t.test(
  'R26: a day is that day, and a month one entry on its last day that says “by the end of”, in a leap year too; never an event of 31 days',
  async (t) => {
    const house = await openHouse({ t })
    const expected = [
      ['2022-02-10', '20220210', '20220211', ' is due'],
      ['2022-12', '20221231', '20230101', ': by the end of December 2022'],
      ['2024-02', '20240229', '20240301', ': by the end of February 2024'],
      ['2022-03-27', '20220327', '20220328', ' is due'],
      ['2022-10', '20221031', '20221101', ': by the end of October 2022'],
      ['2022-12-31', '20221231', '20230101', ' is due'],
    ] as const
    const ids = expected.map(([day]) => agreeNow(house, `By ${day}`, { by: day }))
    const events = read((await house.stranger().get(await make(house))).body)
    for (const [i, [day, start, end, words]] of expected.entries()) {
      t.match(
        events.find((each) => each.UID === `action-${ids[i]}-${day}@127.0.0.1`),
        {
          SUMMARY: `Action ${number(house, ids[i]!)}${words}`,
          'DTSTART;VALUE=DATE': start,
          'DTEND;VALUE=DATE': end,
          TRANSP: 'TRANSPARENT',
          'URL;VALUE=URI': `http://127.0.0.1:3000/desk/actions/${ids[i]}`,
        },
        day,
      )
    }
  },
)

t.test(
  'R26: a round table is at its London hour on both sides of the clock changes, a whole day where it has no hour, and nothing where it has no day',
  async (t) => {
    const house = await openHouse({ t })
    const plan = (heldOn: string, startsAt: string | null) =>
      house.store.roundTables.recordPlan(
        { heldOn, startsAt, place: null, expectedIds: [] },
        by(house),
      )
    const winter = [plan('2022-03-26', '10.00'), '20220326T100000Z', '20220326T120000Z']
    const summer = [plan('2022-03-28', '10.00'), '20220328T090000Z', '20220328T110000Z']
    const changes = [plan('2022-10-30', '9.30'), '20221030T093000Z', '20221030T113000Z']
    const whole = plan('2023-01-19', null)
    const month = plan('2023-07', null)
    const events = read((await house.stranger().get(await make(house))).body)
    const event = (slug: unknown) =>
      events.find((each) => each.UID === `${slug as string}@127.0.0.1`)
    for (const [slug, start, end] of [winter, summer, changes])
      t.match(event(slug), { DTSTART: start, DTEND: end })
    t.match(event(whole), {
      SUMMARY: '19 January 2023 round table',
      'DTSTART;VALUE=DATE': '20230119',
      'DTEND;VALUE=DATE': '20230120',
    })
    t.equal(event(month), undefined)
  },
)

t.test(
  'only mine: my seats’, my organisation’s where no seat is agreed, and where we help; nobody else’s',
  async (t) => {
    const house = await openHouse({ t })
    const [police, council] = [
      house.person(PEOPLE.sergeant).organisationId,
      house.person(PEOPLE.officer).organisationId,
    ]
    const other = house.store.organisations.recordSeat(police, 'Schools officer', by(house))
    const mine = [
      agreeNow(house, 'a', { by: '2022-05' }),
      agreeNow(house, 'b', { by: '2022-06', seatId: null }),
      agreeNow(house, 'c', { by: '2022-07', leadId: council, seatId: null, helperIds: [police] }),
    ]
    agreeNow(house, 'd', { by: '2022-05', seatId: other })
    agreeNow(house, 'e', { by: '2022-05', leadId: council, seatId: null })
    agreeNow(house, 'f', { by: '2022-05', leadId: null, seatId: null })
    const events = due((await house.stranger().get(await make(house))).body)
    for (const id of mine)
      t.ok(events.some((each) => each.startsWith(`Action ${number(house, id)}: by the end of `)))
    t.same(events.filter((each) => each.startsWith('Action B')).length, mine.length)
    const observer = read((await house.stranger().get(await make(house, PEOPLE.observer))).body)
    t.ok(observer.length > 0)
    t.same(
      observer.filter((each) => each.UID!.startsWith('action-')),
      [],
      'who has nothing to do has the round tables',
    )
  },
)

t.test(
  'what is proposed, keeps going, has no date, is closed, taken out, or said to be done is not due',
  async (t) => {
    const house = await openHouse({ t })
    const [police, council] = [
      house.person(PEOPLE.sergeant).organisationId,
      house.person(PEOPLE.officer).organisationId,
    ]
    agreeNow(house, 'Proposed', { by: '2022-05', proposed: true })
    agreeNow(house, 'Standing', { by: '2022-05', kind: 'standing' })
    agreeNow(house, 'No date')
    const [closed, out, done, helped, part] = ['Closed', 'Out', 'Done', 'Helped', 'Part'].map(
      (text) =>
        agreeNow(house, text, {
          by: '2022-05',
          ...(text === 'Helped' || text === 'Part'
            ? { leadId: council, seatId: null, helperIds: [police] }
            : {}),
        }),
    ) as [number, number, number, number, number]
    house.clock.pass({ minutes: 1 })
    for (const id of [closed, done]) say(house, id, 'done', PEOPLE.sergeant)
    house.store.actions.recordClosing(closed, null, by(house))
    house.store.actions.recordTakingOut(out, 1, by(house))
    say(house, helped, 'done', PEOPLE.officer)
    say(house, part, 'done', PEOPLE.sergeant)
    const events = due((await house.stranger().get(await make(house))).body).filter((each) =>
      each.startsWith('Action B'),
    )
    t.same(
      events,
      [`Action ${number(house, helped)}: by the end of May 2022`],
      'but our part is, though the lead’s is done',
    )
  },
)

t.test('what was held more than two years ago has left the calendar', async (t) => {
  const house = await openHouse({ t })
  const path = await make(house)
  const days = async (): Promise<string[]> =>
    read((await house.stranger().get(path)).body)
      .filter((each) => !each.UID!.startsWith('action-'))
      .map((each) => each.DTSTART ?? each['DTSTART;VALUE=DATE'] ?? '')
  const before = await days()
  t.ok(before.length > 3, `${before.length} tables and events`)
  house.clock.pass({ days: 500 })
  t.ok((await days()).length > 0, 'a year later most is there')
  house.clock.pass({ days: 400 })
  t.same(await days(), [], 'and at last none')
})
