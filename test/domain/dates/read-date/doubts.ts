import t from 'tap'
import { read, said } from './set-up.ts'

t.test('R2: a day just past, with no year, is asked about', async (t) => {
  const today = '2026-11-29'
  t.same(read('26 Nov', { today }), {
    ask: '26 November was 3 days ago. Write the year, 2026 or 2027',
    choices: ['2026-11-26', '2027-11-26'],
  })
  t.equal(said('26 Nov 2026', { today }), '2026-11-26', 'the year says which')
  t.equal(said('29 Nov', { today }), '2026-11-29', 'today is ahead')
  t.equal(said('1/10', { today }), '2026-10-01 or 2027-10-01', '59 days ago')
  t.equal(said('29/9', { today }), '2027-09-29', '61 days ago')
  t.equal(said('12 January'), '2022-01-12 or 2023-01-12')
  t.equal(said('the 26th'), '2022-01-26 or 2022-02-26')
  t.equal(said('Nov', { today: '2026-12-03' }), '2026-11 or 2027-11', 'a month that is just over')
  t.equal(said('December'), '2022-12', 'said in late January it is the next one')
})

t.test('R2: a day that lies ahead has not been, and is asked about', async (t) => {
  t.same(read('3 February', { lean: 'behind' }), {
    ask: '3 February is 7 days from now. Write the year, 2021 or 2022',
    choices: ['2021-02-03', '2022-02-03'],
  })
  t.equal(said('28 Jan', { lean: 'behind' }), '2021-01-28 or 2022-01-28')
  t.equal(said('28 April', { lean: 'behind' }), '2021-04-28', 'three months ahead')
})

t.test('R2: in a log of the past, the nearer of the two that is past is asked about', async (t) => {
  const log = { lean: 'either' } as const
  t.equal(said('30 Oct', log), '2021-10-30 or 2022-10-30')
  t.equal(said('Dec', log), '2021-12 or 2022-12')
  t.equal(said('28 April', log), '2022-04-28')
  t.equal(said('12/10/2021', log), '2021-10-12')
  t.equal(said('04/22', log), '2022-04', 'a month and a year, as a log writes it')
})

t.test('R2: what may be two is asked, with both', async (t) => {
  for (const [typed, choices] of Object.entries({
    '04/22': '2022-04 or 2022-04-22',
    Thursday: '2022-01-27 or 2022-02-03',
    Q2: '2022-06 or 2022-09',
    spring: '2022-03 or 2022-04 or 2022-05',
    summer: '2022-06 or 2022-07 or 2022-08',
    'the weekend': '2022-01-29 or 2022-01-30',
    'Wednesday 3 February 2022': '2022-02-03',
  }))
    t.equal(said(typed), choices, typed)
})

t.test('what looks like a date and is none is said', async (t) => {
  for (const typed of [
    'half-term',
    'half term',
    'end of term',
    'the summer holidays',
    'Eid',
    'ASAP',
    'a.s.a.p.',
    'urgent',
    'tbc',
    'ongoing',
    'next year',
    '31/4',
    '29 Feb 2022',
    '28 April 1066',
    'Friday 2pm',
    'Friday or not',
    '28 April too',
    'around 5 May',
    'after Christmas',
    'before 5 May',
    '5 May - 28 Aprill',
    'first week of May',
  ])
    t.equal(said(typed), '?', typed)
  t.equal(said('next meeting', { nextTable: null }), '?', 'where none is planned')
})
