import t from 'tap'
import type { Note } from '../../../../src/domain/round-tables/minutes.ts'
import { action, concern, update } from '../../make.ts'
import { july, LATER, OPENED, paper, said } from './set-up.ts'

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

t.test(
  'R11: a private matter is a number and its ground at the table and in public, and words only for those on its list',
  async (t) => {
    const { records, secret } = mattersOf()
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

function mattersOf() {
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
  return { records, secret }
}

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
  'R9: in public, a concern that is told stands in its public words, and one held in private never',
  async (t) => {
    const told = new Map([
      [1, 'Young people are stopped'],
      [2, 'Never to be seen'],
    ])
    const priority = [{ roundTableId: 1, agreed: true, reason: null, at: OPENED }]
    const records = {
      concerns: [
        concern({ priorities: priority }),
        concern({ id: 2, depth: 'named', ground: 'A family could be identified.', list: [1] }),
        concern({ id: 3, wordings: [{ ...concern().wordings[0]!, text: 'The lift smells' }] }),
      ],
      actions: [action({}, { text: 'Ask about stops' })],
      told,
    }
    const open = said(paper({ ...records, depth: 'public' }))
    t.match(open, /Item 1, as it is told in public.*Young people are stopped/)
    t.match(open, 'New: Young people are stopped')
    t.match(open, 'Item 3: not told in public yet.')
    for (const words of [
      'We are stopped for no reason',
      'Ask about stops',
      'Never to be seen',
      'The lift smells',
    ])
      t.notMatch(open, words)
    t.notMatch(said(paper(records)), 'as it is told in public', 'the table reads its own words')
  },
)
