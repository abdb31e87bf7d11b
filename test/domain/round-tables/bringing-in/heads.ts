import fc from 'fast-check'
import t from 'tap'
import { readCells, readTable } from '../../../../src/domain/round-tables/bringing-in/cells.ts'

const read = (...lines: string[]) =>
  readCells(lines.map((line) => line.split('|')))
    .map(({ text, who, by, said, concern, on }) => ({ text, who, by, said, concern, on }))
    .at(-1)

t.test('a column is found by whole words, and the best name goes first', async (t) => {
  const gate = { text: 'Fix the gate', who: 'WCC' }
  const due = { ...gate, by: '28/4/2022' }
  for (const [head, row, want] of [
    ['Action|Who|Update', 'Fix the gate|WCC|Ordered', { ...gate, by: '', said: 'Ordered' }],
    [
      'Action|Latest update|Owner|Due date',
      'Fix the gate|Ordered|WCC|28/4/2022',
      { ...due, said: 'Ordered' },
    ],
    [
      'Action|Owner|Status update|Due',
      'Fix the gate|WCC|Ordered|28/4/2022',
      { ...due, said: 'Ordered' },
    ],
    ['Action No|Action|Owner|Due date', '7|Fix the gate|WCC|28/4/2022', due],
    ['Action no.|Description|Owner', '7|Fix the gate|WCC', gate],
    ['Action Ref|Action agreed|Owner', 'A7|Fix the gate|WCC', gate],
    ['Meeting date|Action|By whom|By when', '12/10/2021|Fix the gate|WCC|28/4/2022', due],
    ['Date|Action|Owner|Due date', '12/10/2021|Fix the gate|WCC|28/4/2022', due],
    ['No|Task|Responsible|Date agreed|Date due', '7|Fix the gate|WCC|12/10/2021|28/4/2022', due],
    [
      'Action|Owner|Comments|Date closed',
      'Fix the gate|WCC|Ordered|28/4/2022',
      { ...gate, by: '', on: '28/4/2022' },
    ],
    [
      'Concern raised|Who raised it|Action|Lead',
      'It is broken|A resident|Fix the gate|WCC',
      { ...gate, concern: 'It is broken' },
    ],
    [
      'ID|Category|Description|Mitigation Action|Owner',
      '7|Streets|It breaks|Fix the gate|WCC',
      gate,
    ],
    ['Action|Agency|Timeframe', 'Fix the gate|WCC|28/4/2022', due],
    ['Action|Actionee', 'Fix the gate|WCC', gate],
    ['Task|Assignee', 'Fix the gate|WCC', gate],
    ['Action|Assigned to', 'Fix the gate|WCC', gate],
    [
      'Lead officer|What we will do|Target|Date raised',
      'WCC|Fix the gate|28/4/2022|12/10/2021',
      due,
    ],
    [
      'Who will do it?|What?|Completion date|Priority|Ward|Raised by',
      'WCC|Fix the gate|28/4/2022|High|W1|Ann',
      due,
    ],
    ['Action|By|When', 'Fix the gate|WCC|28/4/2022', due],
    [
      'Ref no.|Action owner|Agreed on|Action point|Timescale',
      '7|WCC|12/10/2021|Fix the gate|28/4/2022',
      due,
    ],
  ] as const)
    t.match(read(head, row), want, head)
})

t.test(
  'the head row is found under titles and blank lines, and a column of numbers is no words',
  async (t) => {
    t.match(
      readCells([
        ['Ward Panel action log', '', '', ''],
        ['Updated 12 January 2022', '', '', ''],
        ['', '', '', ''],
        ['Ref', 'Action', 'Owner', 'Target date'],
        ['1', 'Fix the gate', 'WCC', 'April'],
      ]),
      [
        {
          text: 'Fix the gate',
          who: 'WCC',
          by: 'April',
          remarks: [/“Ref”, “Action”/, /“Ward Panel action log”, “Updated 12 January 2022”/],
        },
      ],
    )
    t.match(readCells([['1', 'Fix the lamp', 'WCC', 'April', 'Done']]), [
      { text: 'Fix the lamp', who: 'WCC', by: 'April', status: 'done' },
    ])
    t.match(readCells([['1', 'Hold a stall']]), [{ text: 'Hold a stall' }])
  },
)

t.test(
  'a row of what was said and what was done is both, and a person says which column is which',
  async (t) => {
    const cells = [
      ['You said', 'We did'],
      ['The yard is dark', 'We put in a new lamp'],
      ['The gate is broken', ''],
    ]
    t.match(readCells(cells), [
      {
        kind: 'action',
        text: 'We put in a new lamp',
        concern: 'The yard is dark',
        question: /Is it done/,
      },
      { kind: 'concern', text: 'The gate is broken', concern: '' },
    ])
    const log = [
      ['Thing', 'Body', 'Colour'],
      ['Fix it', 'WCC', 'Purple'],
    ]
    t.match(
      readTable([['a', ...log[1]!], ...log.slice(1)].slice(1), {
        columns: ['said', 'text', 'status'],
        meanings: new Map([['purple', 'under-way']]),
      }).rows,
      [{ said: 'Fix it', text: 'WCC', status: 'under-way', question: null }],
    )
  },
)

const NAMES: Record<'text' | 'who' | 'by' | 'status' | 'said' | 'number', string[]> = {
  text: [
    'Action',
    'ACTIONS',
    'Action agreed',
    'Task',
    'What?',
    'What we will do',
    'Description',
    'Agreed action',
    'Action required',
  ],
  who: [
    'Who',
    'Owner',
    'Lead',
    'Lead officer',
    'Lead agency',
    'By whom',
    'Responsible',
    'Assigned to',
    'Action owner',
    'Agency',
    'Assignee',
    'Owner(s)',
    'Who leads',
  ],
  by: [
    'By when',
    'Due date',
    'Deadline',
    'Target date',
    'Date due',
    'When?',
    'Timescale',
    'Due',
    'Timeframe',
    'Target completion date',
  ],
  status: ['Status', 'RAG', 'Where it stands', 'Current status', 'RAG status'],
  said: [
    'Comments',
    'Update',
    'Latest update',
    'Notes',
    'Progress update',
    'Update since last meeting',
  ],
  number: ['No.', 'Ref', 'Action no.', 'ID', '#', 'Ref no.', 'Action ref'],
}
const ROWS = [
  {
    text: 'Fix the gate',
    who: 'WCC',
    by: 'April 2022',
    status: 'Under way',
    said: 'A lock is ordered',
    number: '7',
  },
  {
    text: 'Hold a stall',
    who: 'MPS; WCC',
    by: '28/4/2022',
    status: 'Not started',
    said: '',
    number: '8',
  },
]

t.test(
  'columns in any order, under any known names and any titles, are read as the same rows',
  async (t) => {
    const keys = Object.keys(NAMES) as (keyof typeof NAMES)[]
    const table = fc
      .tuple(
        fc.shuffledSubarray(keys, { minLength: keys.length }),
        fc.tuple(...keys.map((key) => fc.constantFrom(...NAMES[key]))),
        fc.array(fc.constantFrom('', 'Ward Panel action log', 'Updated 12 January 2022'), {
          maxLength: 6,
        }),
      )
      .map(([order, names, titles]) => [
        ...titles.map((title) => [title, ...order.slice(1).map(() => '')]),
        order.map((key) => names[keys.indexOf(key)]!),
        ...ROWS.map((row) => order.map((key) => row[key])),
      ])
    fc.assert(
      fc.property(table, (cells) => {
        const rows = readCells(cells).map(({ text, who, by, status, said, typed }) => ({
          text,
          who,
          by,
          said,
          number: typed.number,
          status: { 'under-way': 'Under way', 'not-started': 'Not started' }[status as string],
        }))
        return JSON.stringify(rows.map(sorted)) === JSON.stringify(ROWS.map(sorted))
      }),
      { numRuns: 1000 },
    )
    t.ok(table)
  },
)

const sorted = (row: object): [string, unknown][] =>
  Object.entries(row).toSorted(([a], [b]) => a.localeCompare(b))
