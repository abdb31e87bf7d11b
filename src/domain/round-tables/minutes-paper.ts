import type { Action } from '../actions/action.ts'
import type { Priorities } from '../concerns/priorities.ts'
import { dayOf, sayWhen } from '../day.ts'
import type { Organisation } from '../people/seat.ts'
import { actionTable, questionTable } from './action-tables.ts'
import { attendanceSection } from './attendance/section.ts'
import {
  TABLE_ONLY,
  TAKEN_OUT,
  type MinuteItem,
  type MinutesDepth,
  type Note,
  type ToldWords,
} from './minutes.ts'
import {
  listOf,
  wordsOf,
  type Block,
  type Called,
  type Line,
  type Paper,
  type Section,
} from './paper.ts'
import { ownersSection } from './owners-section.ts'
import { reviewSection, saidLines } from './review-section.ts'
import type { MinuteReview } from './reviews.ts'
import { stateOf, titleOf, type RoundTable } from './round-table.ts'

export interface Minutes {
  table: RoundTable
  depth: MinutesDepth
  items: MinuteItem[]
  reviews: MinuteReview[]
  notes: Note[]
  priorities: Priorities
  told: ToldWords
  missing: Organisation[]
  runs: string[]
  agreedHere: RoundTable[]
  agreedAt: RoundTable | undefined
  next: RoundTable | undefined
}

/** R5, R6, R11: the minutes of one round table at one depth. */
export const paperOf = (minutes: Minutes, called: Called): Paper => {
  const { table } = minutes
  return {
    title: `Minutes of the ${titleOf(table)}`,
    state: sayState(minutes),
    sections: [
      corrections(minutes),
      attendanceSection(minutes, called),
      agreedMinutes(minutes),
      priorities(minutes),
      reviewSection(minutes.reviews, called),
      items(minutes, called),
      questions(minutes, called),
      notes(minutes),
      ownersSection(minutes, called),
      next(minutes),
    ].filter((section) => section.blocks.length > 0),
  }
}

/** The open actions of one reader, first in their letter. */
export const ownSection = (actions: Action[], called: Called): Section => ({
  id: 'yours',
  heading: 'Your actions',
  blocks:
    actions.length === 0
      ? wordsOf('Nothing is yours to do just now. Thank you for coming.')
      : [actionTable('What you said you would do', actions, called)],
})

const sayState = ({ table, agreedAt }: Minutes): string => {
  switch (stateOf(table)) {
    case 'agreed':
      return `Agreed${agreedAt ? ` at the ${titleOf(agreedAt)}` : ''}. They are locked.`
    case 'draft':
      return 'Draft minutes. The next round table agrees them.'
    default:
      return 'Minutes in progress.'
  }
}

const corrections = ({ table, depth }: Minutes): Section => ({
  id: 'corrections',
  heading: 'Corrections',
  blocks: table.corrections.flatMap(({ at, text, reason }) => {
    const said = depth === 'public' ? 'A correction was made.' : `${text} Why: ${reason}`
    return wordsOf(`Corrected on ${sayWhen(dayOf(at))}. ${said}`)
  }),
})

const agreedMinutes = ({ agreedHere }: Minutes): Section => ({
  id: 'agreed-minutes',
  heading: 'Minutes agreed',
  blocks: agreedHere.flatMap((each) =>
    wordsOf(`The table agreed the minutes of the ${titleOf(each)}.`),
  ),
})

const priorities = ({
  priorities: { kept, added, dropped, waiting },
  depth,
  told,
}: Minutes): Section => {
  const wordsFor = ({
    id,
    depth: its,
    wordings,
  }: Priorities['kept'][number]): string | undefined => {
    if (its === 'named') return undefined
    const own = wordings.at(-1)!.text
    return depth === 'public' ? (told.get(id) ?? (its === 'public' ? own : undefined)) : own
  }
  const line = (what: string, all: Priorities['kept']) =>
    all.flatMap((concern) => {
      const words = wordsFor(concern)
      return words === undefined ? [] : [{ text: `${what}: ${words}` }]
    })
  return {
    id: 'priorities',
    heading: 'Priorities',
    blocks: listOf([
      ...line('Kept', kept),
      ...line('New', added),
      ...line('Dropped', dropped),
      ...line('Not spoken of, so it stays', waiting),
    ]),
  }
}

const items = ({ items: all, depth }: Minutes, called: Called): Section => ({
  id: 'items',
  heading: 'Concerns, and what was agreed',
  blocks:
    all.length === 0
      ? wordsOf('Nothing is written down.')
      : all.flatMap((item) =>
          item.gap === null ? itemBlocks(item, depth, called) : gapBlocks(item, item.gap),
        ),
})

/** R11: a gap shows that something is there, and only its ground. */
const gapBlocks = ({ number, told }: MinuteItem, gap: string): Block[] => {
  if (told !== null)
    return [
      { kind: 'heading', text: `Item ${number}, as it is told in public` },
      ...wordsOf(told, 'voice'),
    ]
  if (gap === TABLE_ONLY)
    return [{ kind: 'heading', text: `Item ${number}: not told in public yet.` }]
  const what = gap === TAKEN_OUT ? 'taken out.' : 'held in private.'
  return [{ kind: 'heading', text: `Item ${number}: ${what}` }, ...wordsOf(gap)]
}

const itemBlocks = (item: MinuteItem, depth: MinutesDepth, called: Called): Block[] => {
  const marks = `${item.priority ? '. Priority' : ''}${item.held ? '. Held in private' : ''}`
  const { concern, actions } = item
  const nothingAgreed = concern && depth !== 'public' ? 'Nothing agreed yet.' : null
  return [
    { kind: 'heading', text: `Item ${item.number}${marks}` },
    ...wordsOf(concern ? item.text : null, 'voice'),
    ...(actions.length
      ? [actionTable(`What was agreed for item ${item.number}`, actions, called)]
      : wordsOf(nothingAgreed)),
    ...listOf([
      ...actions.flatMap((action) => sinceAgreed(action, called)),
      ...item.notes.map(noteLine),
    ]),
  ]
}

/** What was said at the same table of what it had just agreed. */
const sinceAgreed = (action: Action, called: Called): Line[] => {
  const lines = action.updates.slice(1).filter((each) => each.roundTableId === action.roundTableId)
  const isClosed = action.closings.some((each) => each.roundTableId === action.roundTableId)
  return [
    ...saidLines(action, lines, called),
    ...(isClosed ? [{ text: 'Agreed closed.' }] : []),
  ].map((line) => ({ ...line, text: `${action.number}: ${line.text}` }))
}

const questions = ({ items: all, reviews }: Minutes, called: Called): Section => ({
  id: 'questions',
  heading: 'Questions',
  blocks: questionTable(
    [...all.flatMap((item) => item.actions), ...reviews.map((review) => review.action)],
    called,
  ),
})

const notes = ({ notes: all, depth }: Minutes): Section => {
  const shown = depth === 'public' ? [] : all.filter((note) => note.concernId === null)
  return {
    id: 'notes',
    heading: 'Decisions and notes',
    blocks: listOf(shown.map(noteLine)),
  }
}
const noteLine = (note: Note): { text: string } => ({
  text: `${note.kind === 'decision' ? 'Decided' : 'Note'}: ${note.text}`,
})

const next = ({ next: table }: Minutes): Section => ({
  id: 'next',
  heading: 'The next round table',
  blocks: wordsOf(
    table
      ? `${[sayWhen(table.heldOn), table.startsAt, table.place].filter(Boolean).join(', ')}.`
      : 'No date agreed yet.',
  ),
})
