import t, { type Test } from 'tap'
import { type Answer, openHouse, type House } from '../../../support/house.ts'
import type { ToldAction } from '../../../../src/domain/publishing/kinds/entry/told-action.ts'
import { entryWords, tableWords, tell } from '../../../support/publications.ts'
import { jsonOf, opened, SITE } from './set-up.ts'
import { STANDINGS } from '../../../../src/domain/concerns/standing.ts'

/** An iCalendar as its lines, put together again where they were folded. */
const linesOf = (answer: Answer): string[] => answer.body.replace(/\r\n[ \t]/g, '').split('\r\n')
const eventOf = (answer: Answer, slug: string): string[] => {
  const lines = linesOf(answer)
  const at = lines.findIndex((line) => line.startsWith(`UID:${slug}@`))
  return at < 0
    ? []
    : lines.slice(lines.lastIndexOf('BEGIN:VEVENT', at), lines.indexOf('END:VEVENT', at) + 1)
}

/** An action that its owner is doing, and last spoke of in June. */
const underWay: ToldAction = {
  words: '',
  who: null,
  helpers: [],
  by: null,
  kind: 'one-off',
  status: 'under-way',
  accepted: true,
  closed: false,
  lastHeardOn: '2021-06-20',
}

t.test(
  'R10: priorities.json has the shape that police.uk publishes, and null for both where there is no action yet',
  async (t) => {
    const priority = { since: '2021-07', until: null }
    const house = await opened(t, (store) => {
      for (const standing of STANDINGS)
        tell(
          store,
          entryWords({
            said: standing,
            did: `${standing} words`,
            standing,
            raisedOn: '2021-05',
            on: standing === 'unanswered' ? null : standing === 'under-way' ? null : '2021-06-07',
            actions: standing === 'under-way' ? [underWay] : [],
            priority,
          }),
        )
      tell(store, entryWords({ said: 'a month', raisedOn: '2021-05-09', on: '2021-06', priority }))
      tell(store, entryWords({ said: 'no priority' }))
    })
    const list: Record<string, string | null>[] = await jsonOf(
      house,
      '/priorities.json?quarter=2021-q2',
    )
    const of = (issue: string) => list.find((each) => each.issue === `${issue} (sample)`)
    t.equal(list.length, 6)
    t.same(of('unanswered'), {
      issue: 'unanswered (sample)',
      'issue-date': '2021-05-01T00:00:00',
      action: null,
      'action-date': null,
    })
    t.same(
      of('under-way'),
      {
        issue: 'under-way (sample)',
        'issue-date': '2021-05-01T00:00:00',
        action: 'under-way words',
        'action-date': '2021-06-20T00:00:00',
      },
      'with no date of its own, the day its owner last did something, and not the day it was told',
    )
    t.same(of('could-not'), {
      issue: 'could-not (sample)',
      'issue-date': '2021-05-01T00:00:00',
      action: 'could-not words',
      'action-date': '2021-06-07T00:00:00',
    })
    t.same(of('a month'), {
      issue: 'a month (sample)',
      'issue-date': '2021-05-09T00:00:00',
      action: 'There are lights now.',
      'action-date': '2021-06-01T00:00:00',
    })
  },
)

t.test(
  'R10: an issue of priorities.json has its four fields, and an action and its date together',
  async (t) => {
    const house = await opened(t)
    const all: Record<string, string | null>[] = await jsonOf(house, '/priorities.json')
    t.ok(all.length > 0)
    t.same(
      all.filter(
        (each) =>
          Object.keys(each).join() !== 'issue,issue-date,action,action-date' ||
          (each.action === null) !== (each['action-date'] === null),
      ),
      [],
    )
  },
)

t.test('R10: priorities.json holds what is a priority, for as long as it is one', async (t) => {
  const house = await opened(t, (store) => {
    const until = (said: string, end: string | null) =>
      tell(store, entryWords({ said, priority: { since: '2021-07', until: end } }))
    until('no end', null)
    until('this month', '2022-01')
    until('over', '2022-01-26')
    tell(store, entryWords({ said: 'never was one' }))
  })
  const issues = async (): Promise<string[]> =>
    (await jsonOf(house, '/priorities.json?quarter=2021-q2')).map(
      (each: { issue: string }) => each.issue,
    )
  t.same((await issues()).toSorted(), ['no end (sample)', 'this month (sample)'])
  house.clock.pass({ days: 10 })
  t.same(await issues(), ['no end (sample)'])
})

t.test(
  'R2, R26: a calendar has a valid event for each round table with a day, in UTC on both sides of a clock change, and none for a month',
  async (t) => {
    const house = await opened(t, (store) => {
      tell(
        store,
        tableWords({
          heldOn: '2023-03-25',
          startsAt: '10.30',
          place: 'Church Street; the hall, upstairs\nring',
        }),
      )
      tell(store, tableWords({ heldOn: '2023-10-28', startsAt: '9.05' }))
      tell(store, tableWords({ heldOn: '2023-10-29', startsAt: '18.00', place: null }))
      tell(store, tableWords({ heldOn: '2024-05-02', startsAt: null, place: 'Ж'.repeat(60) }))
      tell(store, tableWords({ heldOn: '2024-11', startsAt: null }))
    })
    const answer = await house.stranger().get('/round-tables.ics')
    const lines = linesOf(answer)
    validCalendar(t, answer, lines)
    daysAndHours(t, house, answer, lines)
    const arabic = await house.stranger().get('/ar/round-tables.ics')
    t.same(
      linesOf(arabic).filter((line) => line.startsWith('UID:')),
      lines.filter((line) => line.startsWith('UID:')),
      'an event is the same event in each language',
    )
    t.equal(
      (
        await openHouse({ t, publicUrl: 'https://other.example:8443' }).then((other) =>
          other.stranger().get('/round-tables.ics'),
        )
      ).body
        .match(/UID:.*/)![0]
        .trim()
        .split('@')[1],
      'other.example',
      'another port is the same calendar',
    )
  },
)

function validCalendar(t: Test, answer: Answer, lines: string[]) {
  t.same(
    answer.body.replaceAll('\r\n', '').match(/[\r\n]/g),
    null,
    'each line ends as RFC 5545 says',
  )
  t.ok(answer.body.endsWith('END:VCALENDAR\r\n'), 'the last one too')
  t.same(
    answer.body.split('\r\n').filter((line) => Buffer.byteLength(line) > 75),
    [],
    'no line is longer than 75 bytes',
  )
  t.same(
    lines.filter((line) => line !== '' && !/^[A-Z-]+(;[A-Z-]+=("[^"]*"|[^:;",]+))*:.*/.test(line)),
    [],
    'each line is a name and a value',
  )
  t.same(lines.slice(0, 2), ['BEGIN:VCALENDAR', 'VERSION:2.0'])
  t.ok(lines.some((line) => line.startsWith('PRODID:')))
  t.equal(answer.headers['content-disposition'], 'attachment; filename="round-tables.ics"')
}

function daysAndHours(t: Test, house: House, answer: Answer, lines: string[]) {
  const has = (slug: string, ...wanted: string[]): boolean =>
    t.same(
      wanted.filter((each) => !eventOf(answer, slug).includes(each)),
      [],
      `${slug}: ${eventOf(answer, slug).join(' | ')}`,
    )
  has(
    '2023-q1',
    'UID:2023-q1@table.example',
    'DTSTART:20230325T103000Z',
    'DTEND:20230325T123000Z',
    'LOCATION:Church Street\\; the hall\\, upstairs\\nring',
    'SUMMARY:March 2023 round table',
    `URL;VALUE=URI:${SITE}/round-tables/2023-q1`,
  )
  has('2023-q4', 'DTSTART:20231028T080500Z', 'DTEND:20231028T100500Z')
  has('2023-q4-b', 'DTSTART:20231029T180000Z', 'DTEND:20231029T200000Z')
  has('2024-q2', 'DTSTART;VALUE=DATE:20240502', 'DTEND;VALUE=DATE:20240503')
  t.same(eventOf(answer, '2024-q4'), [], 'no day is made up for a month')
  t.same(eventOf(answer, '2021-q3'), [])
  t.equal(
    lines.filter((line) => line === 'BEGIN:VEVENT').length,
    house.store.published.board().tables.filter(({ words }) => words.heldOn.length === 10).length,
  )
  t.equal(
    lines.filter((line) => line.startsWith('DTSTAMP:') && /^DTSTAMP:\d{8}T\d{6}Z$/.test(line))
      .length,
    lines.filter((line) => line === 'BEGIN:VEVENT').length,
  )
}

t.test(
  'R2: a calendar with no day in it yet is a whole calendar, and says what is to come without one',
  async (t) => {
    const empty = await openHouse({ t, sample: false })
    const bare = await empty.stranger().get('/round-tables.ics')
    const lines = linesOf(bare)
    validCalendar(t, bare, lines)
    t.same(
      lines.filter((line) => /^(BEGIN|END):/.test(line)),
      ['VCALENDAR', 'VTIMEZONE', 'DAYLIGHT']
        .map((each) => `BEGIN:${each}`)
        .concat('END:DAYLIGHT', 'BEGIN:STANDARD', 'END:STANDARD', 'END:VTIMEZONE', 'END:VCALENDAR'),
    )
    const house = await opened(t, (store) => {
      tell(store, tableWords({ heldOn: '2022-11', startsAt: null }))
    })
    const told = await house.stranger().get('/round-tables.ics')
    t.match(
      linesOf(told).find((line) => line.startsWith('X-WR-CALDESC')),
      /November 2022 round table\. No date agreed yet\./,
    )
  },
)
