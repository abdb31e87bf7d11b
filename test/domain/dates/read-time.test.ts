import t from 'tap'
import { readTime, timeIn, typedTime } from '../../../src/domain/dates/read-time.ts'

t.test('a time of the clock is read as people write it', async (t) => {
  for (const [typed, time] of Object.entries({
    '7pm': '19.00',
    '7 p.m.': '19.00',
    '19:30hrs': '19.30',
    '19.30': '19.30',
    '1930': '19.30',
    '18h30': '18.30',
    '10.30': '10.30',
    '10:30': '10.30',
    '10.30am': '10.30',
    '10.30 a.m.': '10.30',
    '2pm': '14.00',
    '12.30': '12.30',
    noon: '12.00',
    '12 noon': '12.00',
    '06.30': '6.30',
    '6.30am': '6.30',
    '6.30 in the evening': '18.30',
    'half past six in the evening': '18.30',
    'quarter to seven pm': '18.45',
  }))
    t.same(readTime(typed), { time, until: null }, typed)
  for (const typed of ['', 'soon', '25.00', '7.75', 'midnight', '13pm', '28/4', 'x'.repeat(5000)])
    t.same(readTime(typed), { none: true }, typed)
})

t.test('a span begins and ends, and its end says which half of the day', async (t) => {
  for (const [typed, [time, until]] of Object.entries({
    '7-9pm': ['19.00', '21.00'],
    '7pm-9pm': ['19.00', '21.00'],
    '7 p.m. to 8.30 p.m.': ['19.00', '20.30'],
    '18:30 – 20:30': ['18.30', '20.30'],
    '10-12': ['10.00', '12.00'],
    '11-1pm': ['11.00', '13.00'],
    '10.30am to 12 noon': ['10.30', '12.00'],
    '6.30 for 7pm': ['18.30', '19.00'],
  }))
    t.same(readTime(typed), { time, until }, typed)
})

t.test('R2: morning or evening is asked, and never taken', async (t) => {
  for (const typed of ['6.30', '7', 'half past six', '630', '7 to 9', '8.30', '10', 'ten'])
    t.match(
      readTime(typed),
      { ask: /in the morning, or in the evening\? Write .*am or .*pm/ },
      typed,
    )
  t.same(readTime('6.30'), {
    ask: '6.30 in the morning, or in the evening? Write 6.30am or 6.30pm',
    choices: ['6.30', '18.30'],
  })
})

t.test('a time as a form shows it is read again as the same', async (t) => {
  for (let hour = 0; hour < 24; hour += 1)
    for (const minute of ['00', '30', '45']) {
      const time = `${hour}.${minute}`
      t.equal(timeIn(typedTime(time)), time, time)
    }
  t.equal(typedTime(null), '')
})
