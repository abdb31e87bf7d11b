import t from 'tap'
import { readDate } from '../../../../../src/domain/dates/read-date.ts'
import { TODAY } from '../../../make.ts'
import { police, read, reading } from './set-up.ts'
import { readLine } from '../../../../../src/domain/round-tables/line/read-line.ts'

t.test('R2: a mark that may mean two, or nobody, stays in the words and says so', async (t) => {
  t.match(read('a Ask them @officer'), {
    leadId: null,
    text: 'Ask them @officer',
    remarks: [
      '“@officer” may be Community engagement officer, or Youth services officer. Write a little more of it',
    ],
  })
  t.match(read('a Ask them @m'), {
    leadId: null,
    seatId: null,
    text: 'Ask them @m',
    remarks: [/may be Mosaic/],
  })
  t.match(read('a Ask them @fire +ambulance'), {
    leadId: null,
    helperIds: [],
    text: 'Ask them @fire +ambulance',
    remarks: [
      'Nobody here is called “@fire”. It stays in the words',
      'Nobody here is called “+ambulance”. It stays in the words',
    ],
  })
  t.match(read('c It rains #stop #trust'), {
    themeId: 2,
    text: 'It rains #trust',
    remarks: ['It has a theme already, so “#trust” stays in the words'],
  })
  t.match(read('c It rains #s'), {
    areaId: null,
    themeId: null,
    text: 'It rains #s',
    remarks: [/may be/],
  })
})

t.test('R26: a date is a day or a month at the end of a line, after “by”', async (t) => {
  const by = (words: string) => read(`a Hold a stall by ${words}`)
  for (const [typed, when] of Object.entries({
    Sept: '2022-09',
    'end of Sept': '2022-09',
    'mid-March': '2022-03',
    '28/4': '2022-04-28',
    '28/4/2022': '2022-04-28',
    '28 April': '2022-04-28',
    'April 2023': '2023-04',
    '2022-04-28': '2022-04-28',
    'the next table': '2022-04-28',
    'next round table': '2022-04-28',
    'next Friday': '2022-02-04',
    Monday: '2022-01-31',
    tomorrow: '2022-01-28',
    'in two weeks': '2022-02-10',
    'next month': '2022-02',
    'Sept.': '2022-09',
  }))
    t.match(by(typed), { by: when, text: 'Hold a stall' }, typed)
  t.match(read('a Stand by the school by May'), { by: '2022-05', text: 'Stand by the school' })
  t.match(read('a Hold a stall (by May)'), { by: '2022-05', text: 'Hold a stall' })
  t.match(read('a Hold a stall, by May @mps'), {
    by: '2022-05',
    text: 'Hold a stall',
    leadId: police,
  })
})

t.test(
  'R2, R26: words after “by” that are no date stay in the words, and so does an hour',
  async (t) => {
    for (const words of [
      'the church',
      'Friday or not',
      'Friday with MPS',
      '28 April too',
      '31/4',
      'noon',
      '3pm',
      'Friday 2pm',
      'next year',
      'summer',
      'hand',
    ])
      t.match(
        read(`a Hold a stall by ${words}`),
        { by: null, text: `Hold a stall by ${words}` },
        words,
      )
    t.match(
      readLine('a Hold a stall by next table', {
        ...reading,
        ahead: (typed) => readDate(typed, { today: TODAY, lean: 'ahead' }),
      }),
      { by: null, text: 'Hold a stall by next table' },
      'no next table is planned',
    )
    t.match(
      read('c By May they were afraid'),
      { by: null, text: 'By May they were afraid' },
      'a concern has no date',
    )
  },
)
