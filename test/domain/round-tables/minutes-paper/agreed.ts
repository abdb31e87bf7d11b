import t from 'tap'
import { ownSection } from '../../../../src/domain/round-tables/minutes-paper.ts'
import { action, came, concern, organisations, table, update } from '../../make.ts'
import { called, july, OPENED, paper, said, section } from './set-up.ts'

t.test('R2: minutes say that no owner and no date is agreed, and never fill one in', async (t) => {
  const text = said(
    paper({ concerns: [concern()], actions: [action({}, { leadId: null })] }),
    'items',
  )
  t.match(text, '"1.1","Hold a stall","Owner not agreed yet","No date agreed yet","Not started"')
  t.match(said(paper({ concerns: [concern()] }), 'items'), 'Nothing agreed yet.')
  t.match(
    said(paper({ actions: [action({}, { kind: 'question', leadId: null })] }), 'items'),
    'Not said yet who answers',
  )
})

t.test(
  'R6: who was not there and how often they came stands first, and what an absent lead was given waits for its yes',
  async (t) => {
    const at = {
      ...july,
      residents: 4,
      attendance: [
        came({ organisationId: 1, seatId: 1 }),
        came({ organisationId: 3, guestRole: 'Councillor' }),
      ],
    }
    const drawn = paper({
      at,
      missing: [organisations[1]!],
      runs: ['the police present at 1 of the last 2'],
      actions: [action({}, { leadId: 2, proposed: true })],
    })
    t.match(said(drawn, 'present'), 'No one from the police was at the table.')
    t.match(section(drawn, 'present')!.blocks[1], {
      rows: [
        ['Mosaic Community Trust', 'Coordinator', 'Present'],
        ['Metropolitan Police Service', '', 'Absent'],
        ['Westminster City Council', 'Councillor', 'Present'],
      ],
    })
    t.match(said(drawn, 'present'), 'The police present at 1 of the last 2.')
    t.match(said(drawn, 'items'), 'Not yet accepted by Metropolitan Police Service')
  },
)

t.test(
  'R17: below ten, the public reads no count of residents, and nothing that is untrue of nobody',
  async (t) => {
    for (const [residents, words] of [
      [0, 'Fewer than ten residents came.'],
      [9, 'Fewer than ten residents came.'],
      [10, '10 residents came.'],
    ] as const) {
      t.match(said(paper({ at: { ...july, residents }, depth: 'public' }), 'present'), words)
      t.match(
        said(paper({ at: { ...july, residents }, depth: 'table' }), 'present'),
        `${residents} residents came.`,
      )
    }
  },
)

t.test(
  'a question stands in the minutes with who was asked, by when it was promised, and its answer with the day it was given',
  async (t) => {
    const put = action(
      { id: 1 },
      { kind: 'question', text: 'What do the figures show?', leadId: 2, by: '2022-01' },
    )
    t.match(section(paper({ concerns: [concern()], actions: [put] }), 'questions')!.blocks[0], {
      rows: [
        [
          '1.1',
          'What do the figures show?',
          'Metropolitan Police Service',
          'January 2022',
          'Not answered',
        ],
      ],
    })
    const october = table({
      id: 2,
      slug: '2021-q4',
      heldOn: '2021-10',
      openedAt: '2021-10-28T09:00:00.000Z',
      finishedAt: '2021-10-28T12:00:00.000Z',
    })
    const answered = (status: 'done' | 'could-not', text: string) => ({
      ...put,
      updates: [
        update({ id: 1, at: OPENED }),
        update({
          id: 2,
          status,
          text,
          on: '2021-10',
          organisationId: 2,
          roundTableId: 2,
          at: '2021-10-28T10:00:00.000Z',
        }),
      ],
    })
    t.match(
      said(
        paper({ at: october, actions: [answered('done', 'Fewer than last year')] }),
        'questions',
      ),
      'Fewer than last year (October 2021)',
    )
    t.match(
      said(
        paper({ at: october, actions: [answered('could-not', 'They are not counted')] }),
        'questions',
      ),
      'Could not be answered: They are not counted (October 2021)',
    )
    t.equal(
      section(paper({ actions: [action()] }), 'questions'),
      undefined,
      'nothing where nothing was asked',
    )
  },
)

t.test('a reader’s own actions are one table, and a reader with none is thanked', async (t) => {
  t.match(ownSection([action()], called), {
    heading: 'Your actions',
    blocks: [
      {
        kind: 'table',
        rows: [
          ['1.1', 'Hold a stall', 'Mosaic Community Trust', 'No date agreed yet', 'Not started'],
        ],
      },
    ],
  })
  t.match(ownSection([], called), { blocks: [{ kind: 'words', text: /Nothing is yours/ }] })
})

t.test(
  'the next round table is named with its time and place, or said not to be agreed',
  async (t) => {
    t.match(said(paper(), 'next'), 'No date agreed yet.')
    t.match(
      said(
        paper({ next: table({ heldOn: '2021-10-28', startsAt: '10.30', place: 'Church Street' }) }),
        'next',
      ),
      '28 October 2021, 10.30, Church Street.',
    )
  },
)
