import fc from 'fast-check'
import t from 'tap'
import { isOpen, statusOf, termsOf } from '../../../src/domain/actions/action.ts'
import { isPriority, wordingOf } from '../../../src/domain/concerns/concern.ts'
import { SAY_LINE } from '../../../src/domain/round-tables/line/line.ts'
import { paperIn } from '../../../src/domain/round-tables/notes/paper-seen.ts'
import type { Became } from '../../../src/store/round-tables/typed-lines.ts'
import type { Store } from '../../../src/store/store.ts'
import type { Planned } from '../../../src/work/minute-lines/planned.ts'
import { openBox } from './open-box.ts'

/** What a line was said to become, in the same words as what then stands in the record. */
const asPlanned = (planned: Planned, made: number[]): unknown => {
  const idOf = (id: number): number => (id < 0 ? made[-1 - id]! : id)
  const under = 'under' in planned && planned.under ? idOf(planned.under.id) : null
  switch (planned.becomes) {
    case 'concern':
    case 'held':
      return [planned.becomes, planned.raised.text, planned.raised.depth, planned.raised.ground]
    case 'action': {
      const { text, kind, leadId, by, proposed } = planned.agreed
      return ['action', text, kind, leadId, by, proposed, under]
    }
    case 'update':
      return ['update', planned.action.number, planned.said?.text ?? null]
    case 'note':
      return ['note', planned.kind, planned.text, planned.unread, under]
    case 'plan':
      return ['plan', planned.plan.expectedIds]
    default:
      return ['round table']
  }
}

const asWritten = (store: Store, roundTableId: number, { noun, id }: Became): unknown => {
  if (noun === 'concern' || noun === 'held') {
    const concern = store.concerns.listUnfiltered([id])[0]!
    return [noun, wordingOf(concern).text, concern.depth, concern.ground]
  }
  if (noun === 'action') {
    const action = store.actions.listUnfiltered([id])[0]!
    const { text, kind, leadId, by, proposed } = action.terms[0]!
    return ['action', text, kind, leadId, by, proposed, action.concernIds[0] ?? null]
  }
  if (noun === 'update') return ['update', store.actions.listUnfiltered([id])[0]!.number, null]
  if (noun === 'report') {
    const action = store.actions
      .listUnfiltered()
      .find((each) => each.updates.some((update) => update.id === id))!
    return ['update', action.number, action.updates.find((update) => update.id === id)!.text]
  }
  if (noun === 'note') {
    const note = store.notes.find(id, roundTableId)!
    return ['note', note.kind, note.text, note.unread, note.concernId]
  }
  if (noun === 'plan') {
    // A line after it may have moved it again.
    return ['plan', store.roundTables.findById(id)!.expectedIds]
  }
  return ['round table']
}

/** What a line is called in the preview, by what it became. */
const kindIn = (store: Store, roundTableId: number, { noun, id }: Became): string => {
  if (noun === 'round table') return SAY_LINE.here
  if (noun === 'held') return SAY_LINE.concern
  if (noun === 'report') return SAY_LINE.update
  if (noun === 'plan') return SAY_LINE.next
  if (noun === 'note') {
    const { kind, text, unread } = store.notes.find(id, roundTableId)!
    return SAY_LINE[unread === null && paperIn(text) !== null ? 'paper' : kind]
  }
  if (noun !== 'action') return SAY_LINE[noun]
  const { kind } = termsOf(store.actions.listUnfiltered([id])[0]!)
  return kind === 'question' ? SAY_LINE.question : SAY_LINE.action
}

/** The concerns that a box makes, each once, in the order that they are made. */
const madeBy = (became: Became[]): number[] => {
  const concerns = became.filter(({ noun }) => noun === 'concern' || noun === 'held')
  return [...new Set(concerns.map(({ id }) => id))]
}

const pick = (...all: string[]) => fc.constantFrom(...all)
const joined = (opening: string, words: string[]): string =>
  `${opening} ${words.filter(Boolean).join(' ')}`
const WORDS = pick('Hold a stall', 'The stairs are dark', 'Walk the route', '', 'The aunt came')
const MARKS = pick('', '', '@mps', '@wcc +mosaic', '#stop', '#church', '@nobody', '!closed')
const FLAGS = pick('', '', '', '!priority', '!private', '!standing', '!public', '!family')
const DUE = pick('', '', 'by May', 'by 28/4', 'by the lift')
const PLACE = pick('', '', '', '-', '1', '2', '3', '4', '5', '9', '0')
const ofKind = fc
  .tuple(pick('c', 'c', 'a', 'a', 'q', 'd', 'n', 'p', 'A'), PLACE, WORDS, MARKS, DUE, FLAGS)
  .map(([letter, place, ...words]) => joined(letter + place, words))
const update = fc
  .tuple(
    pick('', '', '', '9'),
    pick('1.2', '1.3', '1.4', '1.5', '1.9', '1.11', '2.1', '2.5', '3.1', '3.2', '3.3', '9.9'),
    pick('', 'done', 'under way', 'waiting', 'waiting for them:', 'could not,', 'still going:'),
    pick('', 'closed', ': closed', 'closed: it is done', 'they met twice', 'on 10 December'),
    MARKS,
    pick('', '', '', '!private', 'by May'),
  )
  .map(([place, ...words]) => joined(`u${place}`, words))
const here = pick(
  'h @mps',
  'h @sergeant sent someone, @wcc councillor, 7 residents',
  'h @mps apologies',
  'h @mps, the vicar, the dog',
  'h nobody we know',
  'h9 @wcc',
  'h @mps, the aunt !family',
)
const next = pick(
  'x 28 April',
  'x moves to 12 May 7pm',
  'x moves to 19 May',
  'next 12 May, Library',
  'next table: 28 April at the Library',
  'x moves to 2 January !family',
)
const loose = pick('Mend the lamp', 'Something !privte', 'A man was stopped', 'u', 'n x')
const aLine = fc.oneof(
  { weight: 5, arbitrary: ofKind },
  { weight: 3, arbitrary: update },
  here,
  next,
  loose,
)
const aBox = fc.array(aLine, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'))

t.test(
  'R23: whatever is typed, what the preview says of each line is what the record holds of it afterwards',
  async (t) => {
    const { store, table, shown, written } = await openBox(t)
    const nouns = new Set<string>()
    const holds = (typed: string): void => {
      const before = store.journal.lastId()
      const { plans, read } = shown(typed)
      if (store.journal.lastId() !== before) throw new Error('a preview wrote something')
      written(typed, (became) => {
        const made = madeBy(became)
        const said = plans.map((each) => JSON.stringify(asPlanned(each, made)))
        const stands = became.map((each) => JSON.stringify(asWritten(store, table.id, each)))
        const wrong = said.findIndex((each, i) => each !== stands[i])
        if (wrong >= 0) throw new Error(`Said ${said[wrong]}, written ${stands[wrong]}`)
        became.forEach((each, i) => {
          nouns.add(each.noun)
          const kind = kindIn(store, table.id, each)
          if (read[i]!.kind !== kind) throw new Error(`Read as ${read[i]!.kind}, is ${kind}`)
        })
      })
    }
    // Chance alone may leave a kind out.
    fc.assert(fc.property(aBox, holds), {
      numRuns: 300,
      examples: [['u 1.3 by May'], ['u 1.4 by May']],
    })
    t.same(
      [...nouns].toSorted(),
      ['action', 'concern', 'held', 'note', 'plan', 'report', 'round table', 'update'],
      'and every kind of line was among them',
    )
  },
)

t.test('R3, R23: a line that will only be a note is shown as one, with the reason', async (t) => {
  const { store, table, shown, written } = await openBox(t)
  for (const [line, why] of [
    ['c #stop', 'Write what residents said, in one or two sentences'],
    ['a @mps', 'Say what will be done, in one sentence'],
    ['a9 Walk the route', 'There is no item 9 yet'],
    ['c9 The stairs are dark', 'There is no item 9 yet'],
    ['u 1.3 done', 'Say what was done, in one or two sentences'],
    ['u 1.2 done: again', 'The round table has closed this action. Reopen it first, with a reason'],
    ['u 9.9 done: it', 'There is no open action 9.9'],
    ['u 1.3', 'Say where it stands, or what was said'],
  ] as const) {
    const [read] = shown(line).read
    t.match(read, { kind: 'Note', text: line, facts: ['Under no concern'] }, line)
    t.equal(read!.remarks.at(-1), `${why}. It will be kept as a note`, line)
    written(line, ([became]) => {
      t.match(store.notes.find(became!.id, table.id), { text: line, unread: why }, line)
    })
  }
})

t.test('R11: a line that will be held is shown without its words', async (t) => {
  const { shown } = await openBox(t)
  const [read] = shown('u 1.5 the aunt has the boy').read
  t.match(read, { kind: 'Concern', text: 'Held in private', isConcern: false })
  t.equal(
    read!.remarks.at(-1),
    'Action 1.5 is held in private, so this is kept as a concern that only you can open',
  )
  t.notMatch(JSON.stringify(shown('a9 Fetch the boy !private').read), 'the boy')
})

t.test('each line of a box is read after those before it, with nothing written', async (t) => {
  const { store, table, shown, written } = await openBox(t)
  const next = store.actions.nextNumber(table.id)
  const items = store.roundTables.itemIds(table.id).length
  const typed = [
    'c The stairs are dark !priority',
    `a${items + 1} Mend the lamp @mps by May`,
    'h @mps',
    'a Walk the route @mps',
    `u ${next} done, closed: it was mended`,
    `u ${next} under way: it was ordered`,
  ].join('\n')
  const { plans, read } = shown(typed)
  t.same(
    plans.map((each) => each.becomes),
    ['concern', 'action', 'round table', 'action', 'update', 'note'],
  )
  t.ok(read[1]!.facts.includes('Under the concern above'))
  t.match(plans[1], { agreed: { proposed: true } }, 'R6: nobody from there was here yet')
  t.match(plans[3], { agreed: { proposed: false } }, 'R6: and now they are')
  t.match(plans[4], { closes: true }, 'R6: and what was agreed before that is theirs as well')
  t.match(plans[5], { unread: /The round table has closed this action/ })
  written(typed, (became) => {
    t.same(
      became.map((each) => each.noun),
      ['concern', 'action', 'round table', 'action', 'report', 'note'],
    )
    t.ok(isPriority(store.concerns.listUnfiltered([became[0]!.id])[0]!))
    const lamp = store.actions.listUnfiltered([became[1]!.id])[0]!
    t.notOk(isOpen(lamp))
    t.equal(statusOf(lamp), 'done')
  })
})
