import fc from 'fast-check'
import t from 'tap'
import { sameWords } from '../../../../src/domain/round-tables/bringing-in/brought.ts'
import { readCells } from '../../../../src/domain/round-tables/bringing-in/cells.ts'

t.test('cells are found by the names of their columns, or by their places', async (t) => {
  t.match(
    readCells([
      ['No.', 'Owner', 'Action', 'Deadline', 'RAG'],
      ['1', 'WCC', 'Hold a stall', 'April', 'Green'],
    ]),
    [
      {
        kind: 'action',
        text: 'Hold a stall',
        who: 'WCC',
        by: 'April',
        status: '',
        question: /“Green” may mean .* on track, and not that it is done/,
      },
    ],
    'green is on track where it stands for anything, and is asked about',
  )
  t.match(readCells([['Hold a stall', 'WCC', 'April', 'Under way', 'A hall is found']]), [
    {
      text: 'Hold a stall',
      who: 'WCC',
      by: 'April',
      status: 'under-way',
      said: 'A hall is found',
      remarks: [],
    },
  ])
  t.match(
    readCells([
      ['Concern', 'Who raised'],
      ['The lift smells', ''],
    ]),
    [{ kind: 'concern', text: 'The lift smells' }],
  )
  t.match(
    readCells([
      ['Action', 'Kind'],
      ['Meet mothers', 'Standing'],
      ['Why?', ''],
      ['Say why', 'Question'],
      ['The lift smells', 'Concern'],
    ]).map((row) => row.kind),
    ['standing', 'question', 'question', 'concern'],
  )
  t.same(readCells([['', ' '], []]), [])
})

t.test(
  'R23: a status nobody knows is said and left open, and one with more to say keeps its words',
  async (t) => {
    const [row] = readCells([
      ['Action', 'Status'],
      ['Hold a stall', 'Purple'],
    ])
    t.match(row, {
      status: '',
      remarks: [/line “Action”, “Status”/],
      question: 'We do not know the status “Purple”. Choose one',
    })
    t.match(
      readCells([
        ['Action', 'Status'],
        ['Hold a stall', 'Done: 38 residents came'],
      ])[0],
      { status: 'done', said: 'Done: 38 residents came' },
    )
    t.match(
      readCells([
        ['Action', 'Status'],
        ['Hold a stall', 'Waiting for the council'],
      ])[0],
      { status: 'waiting', said: 'Waiting for the council' },
    )
    t.match(
      readCells([
        ['Action', 'Status'],
        ['Hold a stall', 'Done.'],
      ])[0],
      { status: 'done', said: '' },
    )
  },
)

t.test(
  'no cell is lost unseen: what has no place is named beside its row, and so is the row that was read as the head',
  async (t) => {
    const told = (cells: string[][]) =>
      readCells(cells).map((row) => [row.concern, row.text, row.who, ...row.remarks].join(' | '))
    t.match(
      told([
        ['Action', 'Who', 'Budget'],
        ['Hold a stall', 'WCC', 'Forty pounds'],
      ])[0],
      'Forty pounds',
    )
    t.match(
      told([
        ['Issue', 'Action', 'Who'],
        ['People are afraid', 'Hold a stall', 'WCC'],
      ])[0],
      'People are afraid',
    )
    t.match(
      told([['One', 'WCC', 'April', 'Done', 'It was held', 'A sixth cell']])[0],
      'A sixth cell',
    )
    t.match(
      told([
        ['Agree actions on stops', 'Youth services officer'],
        ['Hold a stall', 'WCC'],
      ])[0],
      'Agree actions on stops',
    )
    nothingLost()
  },
)

function nothingLost() {
  const cell = fc.constantFrom(
    'Action',
    'Who',
    'Status',
    'Concern',
    'Budget',
    'Done',
    'Green: they met',
    'WCC',
    'April',
    'Hold it',
    'Waiting for us',
    '',
    'Kind',
    'Question',
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 2, maxLength: 4 }),
      (cells) => {
        const rows = readCells(cells)
        if (rows.length === 0) return true
        const all = rows
          .map((row) => [JSON.stringify(row), row.question, ...row.remarks].join(' '))
          .join(' ')
          .toLowerCase()
        // A word for a status or a kind is what the row says it is.
        return cells
          .flat()
          .filter((each) => !['Done', 'Question', 'Action', 'Concern', ''].includes(each))
          .every((each) => all.includes(each.toLowerCase()))
      },
    ),
    { numRuns: 500 },
  )
}

t.test('the same words are the same however they are typed, and other words are not', async (t) => {
  t.equal(sameWords(' Hold a STALL – again. '), sameWords('hold a stall again'))
  t.equal(sameWords('Café'), sameWords('Cafe\u0301'))
  t.not(sameWords('Hold a stall'), sameWords('Hold a stool'))
})
