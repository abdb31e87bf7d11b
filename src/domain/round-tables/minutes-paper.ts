import { withoutStop } from '../same-words.ts'
import type { Action } from '../actions/action.ts'
import type { Priorities } from '../concerns/priorities.ts'
import { dayOf, sayWhen } from '../day.ts'
import type { Organisation } from '../people/seat.ts'
import { actionTable, questionTable } from './action-tables.ts'
import { homeOf } from './agenda.ts'
import type { Holding } from './agenda/holdings.ts'
import { inAgendaOrder, type AgendaOfMinutes } from './agenda/headings.ts'
import { attendanceSection } from './attendance/section.ts'
import { type MinuteItem, type MinutesDepth, type Note, type ToldWords } from './minutes.ts'
import { papersSection } from './notes/paper-seen.ts'
import { listOf, wordsOf, type Called, type Paper, type Section } from './paper.ts'
import { ownersSection } from './owners-section.ts'
import { items, notes, written } from './items-section.ts'
import { reachedSection } from './agenda/reached-section.ts'
import { reviewSection } from './review-section.ts'
import type { MinuteReview } from './reviews.ts'
import { shortSeal, type Seal } from '../sealing/seal.ts'
import { sayWeekday, weekdayOf } from './planning/series.ts'
import { stateOf, titleOf, type RoundTable } from './round-table.ts'

export interface Minutes {
  table: RoundTable
  depth: MinutesDepth
  items: MinuteItem[]
  reviews: MinuteReview[]
  /** Private actions from before, of which only number and ground stand here (R11). */
  gaps: Action[]
  notes: Note[]
  priorities: Priorities
  told: ToldWords
  missing: Organisation[]
  runs: string[]
  agreedHere: RoundTable[]
  agreedAt: RoundTable | undefined
  next: RoundTable | undefined
  /** In which order the table spoke, and what it did not come to. */
  agenda: AgendaOfMinutes
  /** Of the whole record, as these minutes were drawn. */
  seal: Seal | null
}

/** R5, R6, R11: the minutes of one round table at one depth. */
export const paperOf = (minutes: Minutes, called: Called): Paper => {
  const { table } = minutes
  return {
    title: `Minutes of the ${titleOf(table)}`,
    when: sayWhenAndWhere(table),
    state: sayState(minutes),
    sections: [
      corrections(minutes),
      attendanceSection(minutes, called),
      ...inAgendaOrder(
        minutes.agenda.slots,
        {
          minutes: agreedMinutes(minutes),
          ...prioritySections(minutes),
          carried: reviewSection(minutes, called),
          concerns: items(minutes, called),
          questions: questions(minutes, called),
          next: next(minutes),
        },
        written(minutes, called),
        [
          notes(minutes),
          reachedSection(minutes.agenda),
          ownersSection(minutes, called),
          papersSection(minutes),
        ],
      ),
    ].filter((section) => section.blocks.length > 0),
    foot: sealed(minutes),
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

/** Whoever keeps the sheet holds the seal: the journal and what was told cannot be rewritten unnoticed. */
const sealed = ({ seal }: Minutes): string[] =>
  seal
    ? [
        `Seal of the record on ${sayWhen(seal.on)}:`,
        shortSeal(seal.head),
        'Keep it with these minutes. It shows later whether anyone has rewritten who did what, or what was told in public, up to then.',
      ]
    : []

/** `Thursday 28 October 2021, 10.30. Church Street Library.` */
const sayWhenAndWhere = ({ heldOn, startsAt, place }: RoundTable): string =>
  [
    [heldOn.length === 10 && sayWeekday(weekdayOf(heldOn)), sayWhen(heldOn)]
      .filter(Boolean)
      .join(' '),
    startsAt && `, ${startsAt}`,
    '.',
    place && ` ${withoutStop(place)}.`,
  ]
    .filter(Boolean)
    .join('')

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

/** What came first last time, and what comes first from today, where the agenda has both apart. */
const prioritySections = (minutes: Minutes): Partial<Record<Holding, Section>> => {
  const { slots } = minutes.agenda
  const today = homeOf('priorities-today', slots)
  if (today === null || today === homeOf('priorities', slots))
    return { priorities: priorities(minutes) }
  const { added, ...before } = minutes.priorities
  const nothing = { kept: [], dropped: [], waiting: [] }
  return {
    priorities: priorities({ ...minutes, priorities: { ...before, added: [] } }),
    'priorities-today': {
      ...priorities({ ...minutes, priorities: { ...nothing, added } }),
      id: 'priorities-today',
      heading: 'New priorities',
    },
  }
}

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

const questions = ({ items: all, reviews }: Minutes, called: Called): Section => ({
  id: 'questions',
  heading: 'Questions',
  blocks: questionTable(
    [...all.flatMap((item) => item.actions), ...reviews.map((review) => review.action)],
    called,
  ),
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
