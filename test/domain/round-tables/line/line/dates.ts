import fc from 'fast-check'
import t from 'tap'
import { council, read } from './set-up.ts'

t.test(
  'R26: a date at the end of a line is read as people say it, and no word is lost',
  async (t) => {
    for (const [words, by] of Object.entries({
      'by May 24': '2022-05-24',
      'by Sept 27': '2022-09-27',
      'by 28 April - 5 May': '2022-05-05',
      'by 3-4 April': '2022-04-04',
      'by March-April': '2022-04',
      'by May!': '2022-05',
      'by next meeting.': '2022-04-28',
      'before Christmas': '2022-12-24',
      'in two weeks': '2022-02-10',
      'within a month': '2022-02-27',
      'by w/c 7 Feb': '2022-02-11',
      'w/c 7 Feb': '2022-02-11',
      'due by 28.4': '2022-04-28',
      'no later than the end of next month': '2022-02',
      'by Apr-22': '2022-04',
      'by Thursday 5th May': '2022-05-05',
    }))
      t.match(
        read(`a Fix the gate @wcc ${words}`),
        { by, text: 'Fix the gate', leadId: council, remarks: [], fixes: [] },
        words,
      )
  },
)

t.test('R2: what looks like a date and is not read stays in the words and is said', async (t) => {
  for (const [words, why] of Object.entries({
    'by 26 Jan': /26 January was 1 day ago. Write the year, 2022 or 2023/,
    'by 04/22': /a month and a year, or a month and a day/,
    'by half-term': /We do not know which days these are/,
    'by ASAP': /It names no day/,
    asap: /It names no day/,
    'by Q2': /the last month of the quarter/,
    'by Friday or not': /A date is read at the end of the line/,
    'on 5 May': /Write “by 5 May” if it is due then/,
    'in May': /Write “by May” if it is due then/,
    'by 28 April and tell the school': /A date is read at the end of the line/,
  }))
    t.match(
      read(`a Fix the gate ${words}`),
      { by: null, text: `Fix the gate ${words}`, remarks: [why] },
      words,
    )
  t.match(read('a Fix the gate by 26 Jan').fixes, [
    { typed: '26 Jan', insert: '26 January 2022' },
    { typed: '26 Jan', insert: '26 January 2023' },
  ])
  t.same(read('a Stand by the church').remarks, [])
  t.same(read('a Print more leaflets by hand').remarks, [])
})

t.test('R2: what is done by a day has no new date, and a day ahead has not been', async (t) => {
  t.match(read('u 2.1 done by 12 January'), {
    by: null,
    on: null,
    status: null,
    text: 'done by 12 January',
  })
  t.match(read('u 2.1 done: 40 printed by 12 October'), {
    by: null,
    text: '40 printed by 12 October',
  })
  t.match(read('u 2.1 done on 3 February'), {
    on: null,
    text: 'on 3 February',
    remarks: [/3 February is 7 days from now. Write the year, 2021 or 2022/],
    fixes: [{ insert: '3 February 2021' }, { insert: '3 February 2022' }],
  })
  t.match(read('u 2.1 done: the stall was held on 10.12.21'), { on: '2021-12-10' })
  t.match(read('u 2.1 by 28.4'), { by: '2022-04-28', text: '' })
})

t.test('no word of a line with a date is ever lost', async () => {
  const date = fc.constantFrom(
    '28 April',
    'ASAP',
    '28 April - 5 May',
    'half-term',
    '26 Jan',
    'next meeting',
    'Q2',
    '04/22',
    'May 24',
  )
  const word = fc.nat({ max: 99 }).map((n) => `zq${n}`)
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('by', 'before', 'in', 'on', 'due by', 'within', 'by by'),
      date,
      fc.array(word, { maxLength: 2 }),
      (before, lead, when, after) => {
        const line = read(`a ${[...before, lead, when, ...after].join(' ')}`)
        const isRead = line.by !== null
        return (
          [...before, ...after].every((each) => line.text.includes(each)) &&
          (isRead
            ? after.length === 0
            : line.text.includes(when) &&
              (line.remarks.length > 0 || lead === 'within' || after.length > 0))
        )
      },
    ),
    { numRuns: 1000 },
  )
})
