import t from 'tap'
import { readTable } from '../../../../src/domain/round-tables/bringing-in/cells.ts'
import { readList } from '../../../../src/domain/round-tables/bringing-in/list.ts'
import { cellsIn } from '../../../../src/web/files/spreadsheets.ts'

const read = (...lines: string[]) => readTable(lines.map((line) => line.split('|'))).rows
const GATE = { text: 'Fix the gate', who: 'WCC' }
const DUE = { ...GATE, by: '28/4/22' }

t.test('without a head, days and owners are found by what is in the cells', async (t) => {
  for (const [line, want] of [
    ['•|Fix the gate|WCC', GATE],
    ['➢|Fix the gate|WCC|28/4/22', DUE],
    ['7|Fix the gate|WCC|28/4/22', DUE],
    ['28/4/22|Fix the gate|WCC', DUE],
    ['WCC|Fix the gate|28/4/22', DUE],
    ['Ann Example|Fix the gate|28 April 2022', { text: 'Fix the gate', who: 'Ann Example' }],
    ['Fix the gate|28/4/22|WCC', DUE],
    ['Fix the gate|WCC|28/4/22', DUE],
    ['Patrols|weekly', { text: 'Patrols', who: 'weekly' }],
  ] as const)
    t.match(read(line, line)[0], want, line)
  t.match(read('1.1|Fix the gate|WCC', '1.2|Hold a stall|MPS')[1], { text: 'Hold a stall', by: '' })
  t.equal(read('•|Fix the gate|WCC')[0]?.typed.number, '', 'a bullet is no number')
  t.match(read('☑|Fix the gate|WCC')[0], { text: 'Fix the gate', question: /is ticked/ })
})

t.test('a head of two lines is one head, and what it says is said', async (t) => {
  const [row, ...more] = read(
    'Action||Owner|Target|RAG',
    'No.|Description||Date|',
    '1|Fix the gate|WCC|28/4/22|Done',
  )
  t.same(more, [])
  t.match(row, { ...DUE, typed: { number: '1' }, status: 'done' })
  t.match(row?.remarks.join(), /“Description”/)
  t.equal(read('Action|Owner|Status', 'Task|Team|Open', 'Fix the gate|WCC|Open').length, 2)
})

t.test('names of columns are told apart by their cells', async (t) => {
  for (const [head, line, want] of [
    ['Agreed action|By|By', 'Fix the gate|WCC|28/4/22', DUE],
    ['Agreed action|By|By', 'Fix the gate|28/4/22|WCC', DUE],
    ['Deadline|Progress update|Task|Person', '28/4/22|Ordered|Fix the gate|WCC', DUE],
    [
      'Action|Lead officer|Lead organisation',
      'Fix the gate|Ann Example|WCC',
      { text: 'Fix the gate', who: 'Ann Example, WCC' },
    ],
    [
      'Action|Owner|Actual completion',
      'Fix the gate|WCC|28/4/22',
      { ...GATE, on: '28/4/22', by: '' },
    ],
    [
      'Action|Action complete?',
      'Fix the gate|Y',
      { text: 'Fix the gate', who: '', status: 'done' },
    ],
    ['Action|Action complete?', 'Fix the gate|N', { status: '', question: /“N”/ }],
    ['Question|Action|Owner', 'Is it mended?|Fix the gate|WCC', { ...GATE, kind: 'action' }],
    ['You asked|Response', 'A gate|A new gate', { concern: 'A gate', text: 'A new gate' }],
    ['You asked for|We delivered', 'A gate|A new gate', { concern: 'A gate', text: 'A new gate' }],
    ['You said…|We’re doing…', 'No gate|A new gate', { concern: 'No gate', text: 'A new gate' }],
    [
      'Question|Asked of|Answer|Date answered',
      'When does it open|WCC|In May|28/4/22',
      { kind: 'question', text: 'When does it open', who: 'WCC', said: 'In May', on: '28/4/22' },
    ],
  ] as const)
    t.match(read(head, line)[0], want, `${head}: ${line}`)
  t.same(cellsIn('"You said…","We’re doing…"\n"A gate, please","We mend it, now"')?.[1], [
    'A gate, please',
    'We mend it, now',
  ])
})

t.test(
  'an owner alone in the row below is one more of the row above, and it is said',
  async (t) => {
    for (const head of ['Action|Owner', 'Action|Owner|Due date']) {
      const [row, next] = read(head, 'Fix the gate|WCC', '|MPS', 'Hold a stall|MPS')
      t.match(row, { text: 'Fix the gate', who: 'WCC, MPS' })
      t.match(row?.remarks.join(), /“MPS” stands alone below it/)
      t.match(next, { text: 'Hold a stall', who: 'MPS' })
    }
    t.equal(read('Action|Owner', '|MPS', 'Fix the gate|WCC').length, 2)
  },
)

t.test('a list of what was said and what was done is concerns with their actions', async (t) => {
  const want = [
    { concern: 'the gate is broken', text: 'mended the gate', question: /Is it done/ },
    { concern: 'no lamps', text: 'put up lamps', question: /Is it done/ },
  ]
  for (const list of [
    'You said: the gate is broken\nWe did: mended the gate\n\nYou said: no lamps\nWe did: put up lamps',
    'YOU SAID\nthe gate is broken\nWE DID\nmended the gate\nYOU SAID\nno lamps\nWE DID\nput up lamps',
    '• You said – the gate is\n  broken\n• We did – mended the gate\n• You said – no lamps\n• We did – put up lamps',
    '**You said:** the gate is broken\n**We did:** mended the gate\n**You said:** no lamps\n**We did:** put up lamps',
  ]) {
    const rows = readList(list)
    t.match(rows, want, list)
    t.equal(rows.length, 2)
  }
  t.match(
    readList('Last spring\nYou said: no gate\nYou said: no lamps\nWe’re doing: put up lamps'),
    [
      { text: 'Last spring' },
      { kind: 'concern', text: 'no gate' },
      { concern: 'no lamps', text: 'put up lamps', question: null },
    ],
  )
  t.equal(readList('You said that it is broken\nWe did what we could').length, 2)
})
