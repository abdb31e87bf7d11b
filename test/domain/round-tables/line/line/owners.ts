import t from 'tap'
import { namesToMention } from '../../../../../src/domain/round-tables/line/mentions.ts'
import { readLine } from '../../../../../src/domain/round-tables/line/read-line.ts'
import { areas, organisations, seats, themes } from '../../../make.ts'
import { council, police, read, reading } from './set-up.ts'

const HOMES = {
  id: 9,
  code: 'csh',
  name: 'Church Street Homes',
  publicName: 'the homes',
  expected: false,
  endedOn: null,
}
const seat = (id: number, organisationId: number, title: string) => ({
  id,
  organisationId,
  title,
  endedOn: null,
  holders: [],
})
const names = namesToMention(
  [...organisations, HOMES],
  [...seats, seat(50, police, 'Neighbourhood inspector'), seat(51, council, 'Street cleansing')],
  themes,
  areas,
)
const readAmong = (typed: string) => readLine(typed, { ...reading, names })

t.test('R2: several owners of one mark are all read, and the second never vanishes', async (t) => {
  for (const typed of [
    '@wcc/@mps',
    '@wcc/mps',
    '@wcc+mps',
    '@wcc / mps',
    '@wcc & @mps',
    '@wcc and @mps',
    '@WCC/@MPS',
  ])
    t.match(
      read(`a Sweep the yard ${typed} by May`),
      { leadId: council, helperIds: [police], text: 'Sweep the yard', by: '2022-05', remarks: [] },
      typed,
    )
  t.match(read('a Sweep the yard @MR / BB'), {
    leadId: null,
    helperIds: [],
    text: 'Sweep the yard @MR / BB',
    remarks: [/“@MR”/, /BB/],
  })
  t.match(read('a Sweep the yard @mps / BB'), {
    leadId: police,
    text: 'Sweep the yard / BB',
    remarks: [/BB/],
  })
  t.match(
    read('a Sweep the yard @Pat @mps'),
    { leadId: null, helperIds: [police], remarks: [/“@Pat”/] },
    'a stranger who is named first lets nobody else lead',
  )
  t.match(read('a Sweep the yard @mps & co'), {
    leadId: police,
    helperIds: [],
    text: 'Sweep the yard & co',
  })
})

t.test(
  'R2: the longest whole name wins, over several words, of organisations and seats alike',
  async (t) => {
    t.match(readAmong('a Fix the gate @church street homes by May'), {
      leadId: 9,
      seatId: null,
      text: 'Fix the gate',
      by: '2022-05',
    })
    t.match(readAmong('a Look at it @neighbourhood inspector'), {
      leadId: police,
      seatId: 50,
      text: 'Look at it',
    })
    t.match(readAmong('a Walk the route @wcc street cleansing'), {
      leadId: council,
      seatId: 51,
      text: 'Walk the route',
    })
    t.match(readAmong('a Walk @ward sergeant, Church Street by May'), {
      leadId: police,
      seatId: 4,
      text: 'Walk',
      by: '2022-05',
    })
    t.match(readAmong('a Walk @ward sergeant at night'), {
      leadId: police,
      seatId: 4,
      text: 'Walk at night',
    })
    t.match(readAmong('a Walk the route @wcc street by street'), {
      leadId: council,
      seatId: null,
      text: 'Walk the route street by street',
    })
  },
)

t.test('the longest whole name wins of people, themes and areas as well', async (t) => {
  const people = [
    { name: 'Pat Example', seatIds: [4] },
    { name: 'Sam Sample', seatIds: [5, 6] },
    { name: 'Nobody Here', seatIds: [] },
  ]
  const all = { ...reading, names: namesToMention(organisations, seats, themes, areas, people) }
  t.match(
    readLine('a Ask them @pat example by May', all),
    { leadId: police, seatId: 4, text: 'Ask them', by: '2022-05' },
    'by the seat, and the name is not kept (R7, R14)',
  )
  t.match(readLine('a Ask @Sam Sample', all), { leadId: null, remarks: [/may be/] }, 'of two seats')
  t.match(readLine('a Ask @Nobody Here', all), { leadId: null, text: 'Ask @Nobody Here' })
  t.match(readLine('h Pat Example, the council', all).here, [
    { seatId: 4, presence: 'present' },
    { organisationId: council, presence: 'present' },
  ])
  t.match(read('c It is dark #where we live on Fridays'), {
    themeId: 5,
    text: 'It is dark on Fridays',
  })
  t.match(read('c It is dark #church street at night'), { areaId: 1, text: 'It is dark at night' })
  t.match(read('u 1.5 waiting for @ward sergeant: they said June'), {
    waitingFor: 'Ward sergeant, Church Street',
    text: 'they said June',
  })
})

t.test('R2: what may go on as another name is asked', async (t) => {
  const one = seats.filter((each) => each.title !== 'Advocate, Church Street')
  const alone = namesToMention(organisations, one, themes, areas)
  t.match(readLine('a Fix the gate @church street homes', { ...reading, names: alone }), {
    leadId: null,
    seatId: null,
    text: 'Fix the gate @church street homes',
    remarks: [/may be Ward sergeant, Church Street/],
  })
})

t.test('R2: a name that nobody has is offered to be made or corrected', async (t) => {
  t.match(read('a Fix it @sargeant').fixes, [
    { typed: '@sargeant', name: 'Ward sergeant, Church Street' },
  ])
  t.match(read('c It rains #saftey').fixes, [
    { typed: '#saftey', insert: '#womens-safety', name: 'Women’s safety' },
    { typed: '#saftey', insert: '', name: 'saftey' },
  ])
  t.match(read('a Ask them @officer').fixes, [
    { name: 'Community engagement officer' },
    { name: 'Youth services officer' },
  ])
})

t.test('a sentence that only begins like a line is a sentence', async (t) => {
  for (const typed of [
    'Q1 budget is spent',
    'C4 was on the phone',
    'H block lights are out',
    'a resident said the lights are out',
    'a young mother told us that she is afraid',
    'c4 was on the phone',
    'D wing is cold',
    'A4 paper is out',
  ])
    t.match(read(typed), { kind: 'note', text: typed, unread: /Begin with a letter/ }, typed)
  t.match(read('a: resident said'), { kind: 'action' }, 'with a colon it is what it says')
  t.match(read('Q1 Who checks?'), { kind: 'question', under: 1 })
  t.match(read('q1 who checks?'), { kind: 'question', under: 1 })
  t.match(read('a Ask a resident who said so'), { kind: 'action' })
  t.match(read('C young men are stopped'), { kind: 'concern' })
})
