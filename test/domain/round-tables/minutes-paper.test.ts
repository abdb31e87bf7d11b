import type { Called, Paper } from '../../../src/domain/round-tables/paper.ts'
import t from 'tap'
import type { Action } from '../../../src/domain/actions/action.ts'
import {
  itemsOf,
  reviewsOf,
  type MinutesDepth,
  type Note,
} from '../../../src/domain/round-tables/minutes.ts'
import {
  ownSection,
  paperOf,
  type Minutes,
} from '../../../src/domain/round-tables/minutes-paper.ts'
import { prioritiesAt } from '../../../src/domain/concerns/priorities.ts'
import type { Concern } from '../../../src/domain/concerns/concern.ts'
import { action, concern, organisations, saying, seats, table, update } from '../make.ts'

const OPENED = '2021-07-15T09:00:00.000Z'
const FINISHED = '2021-07-15T12:00:00.000Z'
const LATER = '2021-09-01T10:00:00.000Z'
const july = table({ openedAt: OPENED, finishedAt: FINISHED })
const SAY = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  waiting: 'Waiting',
  done: 'Done',
  'could-not': 'Could not',
}
const called: Called = {
  organisation: (id) =>
    organisations.find((each) => each.id === id)?.name ?? 'Owner not agreed yet',
  seat: (id) => seats.find((each) => each.id === id)?.title ?? '',
  status: (each) => SAY[each.updates.findLast((one) => one.takenBackAt === null)!.status],
}
const note = (over: Partial<Note> = {}): Note => ({
  id: 1,
  roundTableId: 1,
  concernId: null,
  kind: 'note',
  text: 'The hall is cold',
  unread: null,
  personId: 1,
  at: OPENED,
  changeId: null,
  ...over,
})

const paper = ({
  at = july,
  concerns = [],
  actions = [],
  notes = [],
  depth = 'table',
  reads = false,
  ...more
}: {
  at?: typeof july
  concerns?: Concern[]
  actions?: Action[]
  notes?: Note[]
  depth?: MinutesDepth
  reads?: boolean
} & Partial<Minutes> = {}): Paper =>
  paperOf(
    {
      table: at,
      depth,
      items: itemsOf(at, concerns, actions, notes, depth, () => reads),
      reviews: reviewsOf(at, actions, depth, () => reads),
      notes,
      priorities: prioritiesAt(at, concerns),
      missing: [],
      runs: [],
      agreedHere: [],
      agreedAt: undefined,
      next: undefined,
      ...more,
    },
    called,
  )
const section = (of: Paper, id: string) => of.sections.find((each) => each.id === id)
const said = (of: Paper, id?: string): string =>
  JSON.stringify(id ? (section(of, id)?.blocks ?? null) : of)

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
        { id: 1, organisationId: 1, seatId: 1, guestRole: null, presence: 'present' as const },
        {
          id: 2,
          organisationId: 3,
          seatId: null,
          guestRole: 'Councillor',
          presence: 'present' as const,
        },
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
  'R11: a private matter is a number and its ground at the table and in public, and words only for those on its list',
  async (t) => {
    const secret = 'The oldest son was moved'
    const held = concern({
      id: 2,
      depth: 'named',
      ground: 'A family could be identified.',
      list: [1],
      wordings: [{ ...concern().wordings[0]!, text: secret }],
    })
    const under = action(
      {
        id: 7,
        number: '1.7',
        concernIds: [2],
        depth: 'named',
        ground: 'A family could be identified.',
        list: [1],
      },
      { text: 'Write to the aunt' },
    )
    const among = action(
      {
        id: 8,
        number: '1.8',
        concernIds: [1],
        depth: 'named',
        ground: 'It is being looked into.',
        list: [1],
        updates: [update({ id: 1, text: 'The aunt is willing', waitingFor: 'the aunt' })],
      },
      { text: 'Ask the aunt', kind: 'question', by: '2021-12' },
    )
    const records = {
      concerns: [concern({ depth: 'public' }), held],
      actions: [under, among],
      notes: [note({ concernId: 2, text: 'The aunt rang' })],
    }
    for (const depth of ['public', 'table', 'named'] as const) {
      const text = said(paper({ ...records, depth }))
      t.notMatch(text, /aunt|son was/, depth)
      t.match(text, 'Item 2: held in private.')
      t.match(text, 'A family could be identified.')
    }
    t.match(
      said(paper({ ...records, depth: 'table' })),
      '"1.8","Held in private. It is being looked into.","","",""',
    )
    const open = said(paper({ ...records, depth: 'named', reads: true }))
    for (const words of [
      secret,
      'Write to the aunt',
      'Ask the aunt',
      'The aunt rang',
      'Item 2. Held in private',
    ])
      t.match(open, words)
    for (const depth of ['public', 'table'] as const)
      t.notMatch(
        said(paper({ ...records, depth, reads: true })),
        /aunt/,
        'being on the list changes nothing at a lower depth',
      )
  },
)

t.test(
  'R9: in public an item at table depth is a number, and its actions, notes and corrections have no words',
  async (t) => {
    const at = {
      ...july,
      corrections: [{ text: 'It was the council', reason: 'Heard wrong', at: LATER }],
    }
    const all = {
      at,
      concerns: [
        concern({ depth: 'public' }),
        concern({ id: 2, wordings: [{ ...concern().wordings[0]!, text: 'The lift smells' }] }),
      ],
      actions: [action({}, { text: 'Ask about stops' })],
      notes: [note(), note({ id: 2, concernId: 1, text: 'Three spoke' })],
    }
    const open = said(paper({ ...all, depth: 'public' }))
    for (const words of [
      'The lift smells',
      'Ask about stops',
      'The hall is cold',
      'Three spoke',
      'It was the council',
      'Heard wrong',
    ]) {
      t.notMatch(open, words)
      t.match(said(paper(all)), words)
    }
    t.match(open, 'Item 2: not told in public yet.')
    t.match(open, 'Corrected on 1 September 2021. A correction was made.')
    t.notMatch(open, 'Nothing agreed yet', 'something was agreed; it is only not told')
  },
)

t.test(
  'R4: what is said, changed, answered, taken back, joined or made a priority later never rewrites earlier minutes',
  async (t) => {
    const agreed = action({}, { leadId: 2, proposed: true })
    const spoken = saying(
      'under-way',
      {},
      {
        id: 2,
        number: '1.2',
        updates: [
          update({ id: 3, at: OPENED }),
          update({ id: 4, status: 'under-way', text: 'Begun', at: OPENED }),
        ],
      },
    )
    const before = {
      concerns: [
        concern(),
        concern({
          id: 2,
          priorities: [{ roundTableId: 1, agreed: true, reason: null, at: OPENED }],
        }),
        concern({
          id: 3,
          priorities: [
            { roundTableId: null, agreed: true, reason: null, at: '2021-03-01T00:00:00.000Z' },
          ],
        }),
      ],
      actions: [agreed, spoken],
    }
    const [one, two, three] = before.concerns as [Concern, Concern, Concern]
    const reworded = { ...two.wordings[0]!, id: 9, text: 'Newer words', at: LATER }
    const after = {
      concerns: [
        { ...one, priorities: [{ roundTableId: 2, agreed: true, reason: null, at: LATER }] },
        {
          ...two,
          wordings: [...two.wordings, reworded],
          priorities: [
            ...two.priorities,
            { roundTableId: 2, agreed: false, reason: null, at: LATER },
            { roundTableId: 1, agreed: false, reason: 'Typed late', at: LATER },
          ],
        },
        { ...three, mergedIntoId: 2, mergedAt: LATER },
      ],
      actions: [
        {
          ...agreed,
          acceptances: [
            { personId: 1, termsId: 1, accepted: true, words: null, organisationId: 2, at: LATER },
          ],
          terms: [
            ...agreed.terms,
            { ...agreed.terms[0]!, id: 2, text: 'Newer terms', leadId: 3, at: LATER },
          ],
          closings: [
            { id: 1, roundTableId: 2, at: LATER, reopenedAt: null, reopeningReason: null },
          ],
        },
        {
          ...spoken,
          updates: [
            spoken.updates[0]!,
            { ...spoken.updates[1]!, takenBackAt: LATER },
            update({ id: 5, status: 'done', text: 'All done', at: LATER }),
          ],
        },
      ],
    }
    for (const depth of ['public', 'table', 'named'] as const)
      t.same(paper({ ...after, depth }), paper({ ...before, depth }), depth)
    t.match(said(paper(after), 'priorities'), 'New: We are stopped for no reason')
    t.match(said(paper(after), 'items'), 'Item 2. Priority')
    t.match(said(paper(after), 'items'), /Not yet accepted.*Under way/)
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

t.test('R5: draft minutes, agreed minutes and their corrections say what they are', async (t) => {
  t.match(paper().state, 'Draft minutes')
  t.match(paper({ at: { ...july, finishedAt: null } }).state, 'Minutes in progress')
  const agreed = paper({
    at: {
      ...july,
      agreedAt: LATER,
      corrections: [{ text: 'It was the council', reason: 'Heard wrong', at: LATER }],
    },
    agreedAt: table({ id: 2, heldOn: '2021-10' }),
    concerns: [concern()],
  })
  t.match(agreed.state, /Agreed at the October 2021 round table. They are locked/)
  t.equal(agreed.sections[0]!.id, 'corrections')
  t.match(
    said(agreed, 'corrections'),
    'Corrected on 1 September 2021. It was the council Why: Heard wrong',
  )
  t.match(said(agreed, 'items'), 'We are stopped for no reason', 'the first wording stays')
})

t.test(
  'a report taken back at the table is struck through, and what was agreed closed says so',
  async (t) => {
    const reviewed = action({
      roundTableId: 9,
      updates: [
        update({ id: 1 }),
        update({
          id: 2,
          status: 'waiting',
          waitingFor: 'the schools',
          text: 'Letters are out',
          roundTableId: 1,
          at: OPENED,
          takenBackAt: OPENED,
        }),
      ],
      closings: [{ id: 1, roundTableId: 1, at: OPENED, reopenedAt: null, reopeningReason: null }],
    })
    t.same(section(paper({ actions: [reviewed] }), 'before')!.blocks, [
      { kind: 'heading', text: '1.1 Hold a stall' },
      {
        kind: 'list',
        items: [
          { text: 'Waiting, for the schools. Letters are out', tone: 'struck' },
          { text: 'Agreed closed.' },
        ],
      },
    ])
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
