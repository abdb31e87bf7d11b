import t from 'tap'
import { roundTable } from '../../../../src/domain/publishing/kinds/round-table.ts'
import type { Source } from '../../../../src/domain/publishing/kinds/kind.ts'
import type { TableWords } from '../../../../src/domain/publishing/kinds/round-table.ts'
import { action, concern, source, table, TODAY } from '../../make.ts'

const OPENED = '2021-07-15T09:00:00.000Z'
const july = table({ openedAt: OPENED, finishedAt: '2021-07-15T12:00:00.000Z' })
const priority = (id: number, depth: 'public' | 'table' | 'named', text: string) => {
  const made = concern({ id, depth })
  return {
    ...made,
    wordings: made.wordings.map((each) => ({ ...each, text })),
    priorities: [
      { id, roundTableId: 1, agreed: true, reason: null, at: '2021-07-15T10:00:00.000Z' },
    ],
  }
}
const concerns = [
  priority(1, 'table', 'The park is dark, says a neighbour'),
  priority(2, 'public', 'The lift is broken'),
  priority(3, 'named', 'A family is afraid'),
  priority(4, 'table', 'Nobody has told of this'),
]
const actions = [
  action({ id: 1, concernIds: [1] }, { text: 'Ask Anna', leadId: 2, by: '2022-01' }),
  action({ id: 2, concernIds: [2], depth: 'public' }, { text: 'Mend it', leadId: null }),
  action({ id: 3, concernIds: [2], depth: 'table' }, { text: 'Ring the landlord' }),
  action({ id: 4, concernIds: [1], depth: 'public' }, { text: 'Under a concern of the table' }),
  action({ id: 5, concernIds: [3] }, { text: 'See the family' }),
  action({ id: 6, concernIds: [1], depth: 'named' }, { text: 'Held' }),
]
const record = (over: Partial<Source> = {}): Source =>
  source({
    roundTable: () => july,
    matters: () => ({ concerns, actions }),
    concernsAt: () => [1, 2],
    toldOf: (id) =>
      id === 1
        ? { said: 'The park is dark.', actions: new Map([[1, 'More light in the park']]) }
        : undefined,
    ...over,
  })
const subject = { kind: 'round-table', roundTableId: 1 }
const begin = (over: Partial<Source> = {}): TableWords =>
  roundTable.begin(subject, record(over), TODAY)!.words

t.test(
  'R9, R11, R12: the public page of a table begins with words that are public or may be drafted from, and no others',
  async (t) => {
    const words = begin()
    t.same(words.priorities, ['The park is dark.', 'The lift is broken'])
    t.same(
      words.agreed,
      [
        'More light in the park. Organisation 2, by January 2022.',
        'Mend it. Owner not agreed yet, no date agreed yet.',
      ],
      'R2: with who and by when, or that nobody is agreed',
    )
    t.same(words.entries, ['entry-1', 'entry-2'])
    t.notMatch(JSON.stringify(words), /neighbour|Anna|landlord|family|Under a concern|Held|Nobody/)
  },
)

t.test('what is agreed on the page is what this table agreed, not what came later', async (t) => {
  const [first] = actions
  const later = {
    ...first!,
    terms: [
      ...first!.terms,
      { ...first!.terms[0]!, id: 9, leadId: 3, at: '2021-11-01T10:00:00.000Z' },
    ],
  }
  t.same(begin({ matters: () => ({ concerns, actions: [later] }) }).agreed, [
    'More light in the park. Organisation 2, by January 2022.',
  ])
})

t.test('a table that has not met has nothing to tell, and is filled in once it has', async (t) => {
  const before = begin({ roundTable: () => table() })
  t.match(before, { state: 'planned', priorities: [], agreed: [], entries: [] })
  t.same(roundTable.suggest!(before, subject, record({ roundTable: () => table() })), {
    priorities: '',
    agreed: '',
  })
  t.match(roundTable.suggest!(before, subject, record()), {
    priorities: 'The park is dark.\nThe lift is broken',
    agreed: /^More light in the park/,
  })
  t.same(
    roundTable.suggest!({ ...before, agreed: ['We typed this'] }, subject, record()),
    {},
    'and nothing that was typed is written over',
  )
})

t.test(
  'R28: the page is out of date once an entry or the minutes move on, and says in what',
  async (t) => {
    const words = begin()
    t.notOk(roundTable.hasMovedOn(words, [], subject, record()))
    const told = record({ entriesOf: () => ['entry-1', 'entry-2', 'entry-7'] })
    t.ok(roundTable.hasMovedOn(words, [], subject, told))
    t.match(roundTable.movedOn!(words, subject, told), {
      reason: 'The record has moved on. Its entries are not what they were. Save the words again',
    })
    const agreed = record({ roundTable: () => ({ ...july, agreedAt: '2021-10-28T10:00:00.000Z' }) })
    t.match(roundTable.movedOn!(words, subject, agreed), { reason: /The minutes are agreed/ })
    const older = { ...words }
    delete older.entries
    t.notOk(
      roundTable.hasMovedOn(older, [], subject, record({ entriesOf: () => [] })),
      'a copy from before entries were linked is no news by itself',
    )
  },
)
