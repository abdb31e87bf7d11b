import t from 'tap'
import { read, said } from './set-up.ts'

const AHEAD: Record<string, string> = {
  '28/4': '2022-04-28',
  '28/4/2022': '2022-04-28',
  '28/4/22': '2022-04-28',
  '28.4': '2022-04-28',
  '28.4.22': '2022-04-28',
  '28.4.': '2022-04-28',
  '28-4-2022': '2022-04-28',
  '28 4 22': '2022-04-28',
  '4/28/2022': '2022-04-28',
  '4/28': '2022-04-28',
  '4/5/2022': '2022-05-04',
  '4/2022': '2022-04',
  '2022-04-28': '2022-04-28',
  '2022-04-28T10:00': '2022-04-28',
  '2022-04-28T10:00:00Z': '2022-04-28',
  '2022-04-28 10:00:00': '2022-04-28',
  '2022/4/28': '2022-04-28',
  '２８/４': '2022-04-28',
  '28 Apr': '2022-04-28',
  '28th April 2022': '2022-04-28',
  '28 of April': '2022-04-28',
  '28Apr22': '2022-04-28',
  'April 28': '2022-04-28',
  'April the 28th': '2022-04-28',
  'May 24': '2022-05-24',
  'Sept 27': '2022-09-27',
  'March 25': '2022-03-25',
  'May 24, 2022': '2022-05-24',
  'May 2024': '2024-05',
  'Apr-22': '2022-04',
  'Apr ’22': '2022-04',
  '22-Apr': '2022-04-22',
  April: '2022-04',
  Sept: '2022-09',
  'Sept.': '2022-09',
  'May!': '2022-05',
  'by May': '2022-05',
  'on 5 May.': '2022-05-05',
  'Thursday 25 February 2027': '2027-02-25',
  'Thurs 5th May': '2022-05-05',
  'Friday, 4 February': '2022-02-04',
  'early May': '2022-05',
  'mid-May': '2022-05',
  'late May': '2022-05',
  'end of February': '2022-02',
  'end May': '2022-05',
  'end of the month': '2022-01',
  'the end of next month': '2022-02',
  'month end': '2022-01',
  'end of the year': '2022-12',
  'next month': '2022-02',
  'next meeting': '2022-04-28',
  'the next table': '2022-04-28',
  'next time': '2022-04-28',
  'next quarter': '2022-04-28',
  'next round table': '2022-04-28',
  'before the next meeting': '2022-04-28',
  Christmas: '2022-12-25',
  'before Christmas': '2022-12-24',
  Easter: '2022-04-17',
  'Good Friday': '2022-04-15',
  today: '2022-01-27',
  tomorrow: '2022-01-28',
  'this Friday': '2022-01-28',
  'next Friday': '2022-02-04',
  Monday: '2022-01-31',
  'Monday week': '2022-02-07',
  'a week on Monday': '2022-02-07',
  'the 28th': '2022-01-28',
  'the 3rd': '2022-02-03',
  'in two weeks': '2022-02-10',
  'in a fortnight': '2022-02-10',
  'within a month': '2022-02-27',
  'in 3 months’ time': '2022-04-27',
  '10 working days': '2022-02-10',
  'within 28 days': '2022-02-24',
  'next week': '2022-02-04',
  'end of the week': '2022-01-28',
  'w/c 7 Feb': '2022-02-11',
  'week commencing 7/2': '2022-02-11',
  'week ending 11 Feb': '2022-02-11',
  'w/e 11/2': '2022-02-11',
  '28 April - 5 May': '2022-05-05',
  '28 April – 5 May': '2022-05-05',
  '28 April to 5 May 2022': '2022-05-05',
  '3-4 April': '2022-04-04',
  '3/4 April': '2022-04-04',
  '3rd and 4th April': '2022-04-04',
  'between 3 and 5 April': '2022-04-05',
  'March-April': '2022-04',
  'March or April': '2022-04',
  'Nov 2022 - Jan': '2023-01',
  '28/4-5/5': '2022-05-05',
}
// The straight apostrophe of a keyboard, which an object's key cannot show.
AHEAD["Apr '22"] = '2022-04'

t.test('R26: dates are read as people say and write them at a table', async (t) => {
  for (const [typed, when] of Object.entries(AHEAD)) t.equal(said(typed), when, typed)
})

t.test('R26: what has been is read behind', async (t) => {
  for (const [typed, when] of Object.entries({
    '10/12': '2021-12-10',
    'December 10': '2021-12-10',
    Monday: '2022-01-24',
    'last Friday': '2022-01-21',
    yesterday: '2022-01-26',
    'two weeks ago': '2022-01-13',
    'last month': '2021-12',
    July: '2021-07',
    'July 2021': '2021-07',
    Christmas: '2021-12-25',
    today: '2022-01-27',
  }))
    t.equal(said(typed, { lean: 'behind' }), when, typed)
})

t.test('a day of a spreadsheet is a number, in its cells alone', async (t) => {
  t.equal(said('44652', { isCell: true }), '2022-04-01')
  t.equal(said('44652.5', { isCell: true }), '2022-04-01')
  t.equal(said('44652'), '')
  t.equal(said('12345', { isCell: true }), '')
})

t.test('what is no date is none', async (t) => {
  for (const typed of [
    '',
    'the church',
    'hand',
    'soon enough to matter',
    '12',
    '3pm',
    'noon',
    'x'.repeat(5000),
  ])
    t.same(read(typed), { none: true }, typed)
})
