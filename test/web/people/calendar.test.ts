import { agree, type AgreedTerms } from '../../../src/domain/actions/agreement.ts'
import t from 'tap'
import Database from 'better-sqlite3'
import { must } from '../../../src/sample/must.ts'
import { openHouse, PEOPLE, type Answer, type House } from '../../support/house.ts'

const by = (house: House, email: string = PEOPLE.coordinator) => ({
  personId: house.person(email).id,
  at: house.clock.at(),
})
const seatOf = (house: House, email: string) =>
  house.store.organisations
    .seats()
    .find((seat) =>
      seat.holders.some(
        (each) => each.personId === house.person(email).id && each.untilOn === null,
      ),
    )!
const agreeNow = (
  house: House,
  text: string,
  over: Partial<AgreedTerms> & { proposed?: boolean; list?: number[] } = {},
): number => {
  const { proposed = false, list = [], ...terms } = over
  const seat = seatOf(house, PEOPLE.sergeant)
  return house.store.actions.record(
    must(
      agree(
        {
          text,
          kind: 'one-off',
          leadId: seat.organisationId,
          seatId: seat.id,
          helperIds: [],
          by: null,
          ...terms,
        },
        () => !proposed,
      ),
    ),
    {
      roundTableId: null,
      concernIds: [],
      depth: list.length ? 'named' : 'table',
      ground: list.length ? 'A person could be identified.' : null,
      list,
    },
    by(house),
  )
}
const say = (house: House, id: number, status: 'done' | 'under-way', email: string): void => {
  const seat = seatOf(house, email)
  house.store.actions.recordUpdate(
    id,
    { status, text: 'Said', waitingFor: null, on: null },
    { organisationId: seat.organisationId, seatId: seat.id, roundTableId: null },
    by(house, email),
  )
}
/** Through the page: the address that is shown once. */
const make = async (house: House, email: string = PEOPLE.sergeant): Promise<string> =>
  (
    await house.signIn(email).post('/desk/me/calendar', {
      since: house.store.calendars.since(house.person(email).id) ?? '',
    })
  ).body.match(/\/calendar\/[\w-]+\.ics/)![0]

/** Reads a calendar as a program does: lines unfolded, each event by its fields. */
const read = (text: string): Record<string, string>[] => {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n')
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== '' || lines.at(-2) !== 'END:VCALENDAR')
    throw new Error('this is no calendar')
  const events: Record<string, string>[] = []
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({})
    else if (events.length && line.includes(':') && !/^(BEGIN|END):/.test(line))
      events.at(-1)![line.slice(0, line.indexOf(':'))] = line
        .slice(line.indexOf(':') + 1)
        .replace(/\\([,;\\])/g, '$1')
  }
  return events
}
const due = (text: string): string[] =>
  read(text)
    .filter((each) => each.UID!.startsWith('action-'))
    .map((each) => each.SUMMARY!)
const number = (house: House, id: number): string =>
  house.store.actions.listUnfiltered([id])[0]!.number
const everything = (house: House): string => {
  const db = new Database(house.file, { readonly: true })
  const names = db
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%fts%' order by name`,
    )
    .pluck()
    .all() as string[]
  const all = JSON.stringify(
    names.map((name) => [name, db.prepare(`select * from "${name}"`).all()]),
  )
  db.close()
  return all
}
/** What a program sees of an answer, without what changes by itself. */
const seen = ({ statusCode, headers, body }: Answer): string =>
  JSON.stringify([
    statusCode,
    Object.entries(headers)
      .filter(([name]) => !['date', 'x-request-id'].includes(name))
      .toSorted(),
    body,
  ])

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
  'R26: a day is that day, a month the whole of it up to the first of the next, over the turn of a year and in a leap year',
  async (t) => {
    const house = await openHouse({ t })
    const expected = [
      ['2022-02-10', '20220210', '20220211', 'is due'],
      ['2022-12', '20221201', '20230101', 'is due this month'],
      ['2024-02', '20240201', '20240301', 'is due this month'],
      ['2022-03-27', '20220327', '20220328', 'is due'],
      ['2022-10', '20221001', '20221101', 'is due this month'],
      ['2022-12-31', '20221231', '20230101', 'is due'],
    ] as const
    const ids = expected.map(([day]) => agreeNow(house, `By ${day}`, { by: day }))
    const events = read((await house.stranger().get(await make(house))).body)
    for (const [i, [day, start, end, words]] of expected.entries()) {
      t.match(
        events.find((each) => each.UID === `action-${ids[i]}-${day}@127.0.0.1`),
        {
          SUMMARY: `Action ${number(house, ids[i]!)} ${words}`,
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
    for (const id of mine) t.ok(events.includes(`Action ${number(house, id)} is due this month`))
    t.same(events.filter((each) => each.startsWith('Action 0.')).length, mine.length)
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
      each.startsWith('Action 0.'),
    )
    t.same(
      events,
      [`Action ${number(house, helped)} is due this month`],
      'but our part is, though the lead’s is done',
    )
  },
)

t.test(
  'R11: nothing of a private matter and no words of any action or concern are in it, nor the names of people',
  async (t) => {
    const house = await openHouse({ t })
    const id = agreeNow(house, 'Visit the family', {
      by: '2022-05',
      list: [house.person(PEOPLE.sergeant).id, house.person(PEOPLE.coordinator).id],
    })
    agreeNow(house, 'Walk the estate', { by: '2022-05' })
    const path = await make(house)
    const lines = house.store.journal.count()
    const { body } = await house.stranger().get(path)
    const flat = body.replace(/\r\n[ \t]/g, '')
    for (const action of house.store.actions.everWritten())
      for (const terms of action.terms) t.notMatch(flat, terms.text)
    for (const concern of house.store.concerns.listUnfiltered())
      for (const wording of concern.wordings) t.notMatch(flat, wording.text)
    for (const person of house.store.people.list())
      t.notOk(flat.includes(person.name) || flat.includes(person.email))
    t.notOk(flat.includes(`Action ${number(house, id)} `), 'not even its number')
    t.notOk(flat.includes(`/desk/actions/${id}\r\n`))
    t.equal(house.store.journal.count(), lines)
  },
)

t.test(
  'an address is ended, replaced, or gone with its person, and is then to the byte as one that never was',
  async (t) => {
    const house = await openHouse({ t })
    const program = house.stranger()
    const unknown = seen(await program.get(`/calendar/${'A'.repeat(32)}.ics`))
    t.match(unknown, /^\[404,/)
    const gone = async (path: string, why: string): Promise<void> => {
      t.equal(seen(await program.get(path)), unknown, why)
      t.equal((await program.head(path)).statusCode, 404, why)
    }
    const first = await make(house)
    t.equal((await program.get(first)).statusCode, 200)
    const second = await make(house)
    t.not(second, first)
    await gone(first, 'replaced')
    t.equal((await program.get(second)).statusCode, 200)
    t.equal((await house.signIn(PEOPLE.officer).post('/desk/me/calendar/ending')).statusCode, 303)
    t.equal((await program.get(second)).statusCode, 200, 'nobody ends another’s')
    t.equal((await house.signIn(PEOPLE.sergeant).post('/desk/me/calendar/ending')).statusCode, 303)
    await gone(second, 'ended')
    const third = await make(house)
    house.store.people.end(house.person(PEOPLE.sergeant).id, by(house))
    await gone(third, 'the person left')
    for (const token of ['', '.ics', '%00', 'x', 'x.ics', `${third.slice(10, -5)}.ics`])
      t.equal((await program.get(`/calendar/${token}`)).statusCode, 404, `“${token}”`)
  },
)

t.test(
  'R21: fifty programs that ask by GET and HEAD change no row, and only a POST of one’s own makes an address',
  async (t) => {
    const house = await openHouse({ t })
    const path = await make(house)
    const before = everything(house)
    for (let i = 0; i < 25; i++) {
      t.equal((await house.stranger().get(path)).statusCode, 200)
      const head = await house.stranger().head(path)
      t.match([head.statusCode, head.body, head.headers['cache-control']], [200, '', 'no-store'])
      await house.stranger().get('/calendar/nobody.ics')
    }
    t.equal((await house.stranger().post(path)).statusCode, 404)
    t.equal(everything(house), before)
    t.notOk(before.includes(path.slice(10, -4)), 'the address itself is not kept')
    t.match((await house.stranger().post('/desk/me/calendar')).headers.location, '/sign-in')
    t.notMatch((await house.signIn(PEOPLE.sergeant).get('/desk/me')).body, path, 'nor shown again')
    t.equal(
      (await house.signIn(PEOPLE.sergeant).post('/desk/me/calendar', { personId: 1 })).statusCode,
      400,
    )
  },
)

t.test(
  'it follows what is mine now: a seat that is handed on takes its days along, and a date that moves is another event',
  async (t) => {
    const house = await openHouse({ t })
    const id = agreeNow(house, 'Walk the estate', { by: '2022-05-10' })
    const path = await make(house)
    const program = house.stranger()
    const own = async (): Promise<string[]> =>
      read((await program.get(path)).body)
        .filter((each) => each.UID!.startsWith(`action-${id}-`))
        .map((each) => each.UID!)
    t.same(await own(), [`action-${id}-2022-05-10@127.0.0.1`])
    const seat = seatOf(house, PEOPLE.sergeant)
    house.store.actions.recordTerms(
      id,
      {
        text: 'Walk the estate',
        kind: 'one-off',
        leadId: seat.organisationId,
        seatId: seat.id,
        helperIds: [],
        by: '2022-06-10',
        proposed: false,
        reason: 'Rain',
      },
      by(house),
    )
    t.same(await own(), [`action-${id}-2022-06-10@127.0.0.1`])
    house.store.organisations.endHolding(
      seat.holders.find((each) => each.untilOn === null)!.id,
      '2022-01-27',
      by(house),
    )
    t.same(await own(), [])
    t.equal((await program.get(path)).statusCode, 200, 'the round tables stay')
  },
)
