import t from 'tap'
import { read, said } from './set-up.ts'

t.test('R26: days as people write them at a table', async (t) => {
  for (const [typed, when] of Object.entries({
    'end-May': '2022-05',
    '2wks': '2022-02-10',
    'in 2 wks': '2022-02-10',
    tmrw: '2022-01-28',
    'the fifth of May': '2022-05-05',
    'end of 2022': '2022-12',
    "in a week's time": '2022-02-03',
    'in a month’s time': '2022-02-27',
    'Friday 28th': '2022-01-28',
    'Fri 4/2': '2022-02-04',
    '28 April (Thu)': '2022-04-28',
    'COB 28/4': '2022-04-28',
    '28 April next year': '2023-04-28',
    'second Tuesday in May': '2022-05-10',
    'last Friday in April': '2022-04-29',
    'a week today': '2022-02-03',
    'two weeks tomorrow': '2022-02-11',
  }))
    t.equal(said(typed), when, typed)
})

t.test('R2: a day that may be none or two is asked, and what is no day is said', async (t) => {
  t.match(read('29 Feb'), { ask: /2022 has no 29 February/, choices: ['2024-02-29'] })
  t.equal(said('29 Feb', { today: '2024-01-27' }), '2024-02-29', 'a year that has one')
  t.equal(said('1/2/3'), '?', 'it is no span of days')
  t.equal(said('next May'), '2022-05 or 2023-05')
  t.equal(said('Thursday 28th'), '2022-01-28 or 2022-04-28', 'the nearest 28th is a Friday')
  for (const typed of ['28 4', '2023', '5pm Friday', '28 April at 6pm'])
    t.equal(said(typed), '?', typed)
})

t.test('R2: what has been is never on a day to come', async (t) => {
  for (const typed of ['tomorrow', 'next Friday', 'in two weeks'])
    t.notMatch(read(typed, { lean: 'behind' }), { when: /./ }, typed)
})
