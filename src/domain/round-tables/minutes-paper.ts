import {
  isDeclined,
  isProposed,
  latestOf,
  statusOf,
  termsOf,
  type Action,
} from '../actions/action.ts'
import { dayOf, sayWhen } from '../day.ts'
import type { MinuteItem, MinuteReview, MinutesDepth, Note } from './minutes.ts'
import { TABLE_ONLY, TAKEN_OUT } from './minutes.ts'
import type { Priorities } from '../concerns/priorities.ts'
import { SAY_PRESENCE, stateOf, titleOf, type RoundTable } from './round-table.ts'
import type { Organisation } from '../people/seat.ts'

/**
 * Minutes as one value, ready to be drawn on a screen, on paper, as a Word document or as a letter:
 * all four say the same, because there is nothing else to draw from. Every word in it may be read
 * at its depth.
 */
export interface Paper {
  title: string
  state: string
  sections: Section[]
}
export interface Section {
  id: string
  heading: string
  blocks: Block[]
}
export type Tone = 'voice' | 'late' | 'quiet' | 'struck'
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'words'; text: string; tone?: Tone }
  | { kind: 'list'; items: { text: string; tone?: Tone }[] }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][] }

/** What ids are called, and the words for statuses. */
export interface Called {
  organisation: (id: number | null) => string
  seat: (id: number | null) => string
  status: (action: Action) => string
}

export interface Minutes {
  table: RoundTable
  depth: MinutesDepth
  items: MinuteItem[]
  reviews: MinuteReview[]
  notes: Note[]
  priorities: Priorities
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
      present(minutes, called),
      agreedMinutes(minutes),
      priorities(minutes),
      before(minutes, called),
      items(minutes, called),
      questions(minutes, called),
      notes(minutes),
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
      ? [{ kind: 'words', text: 'Nothing is yours to do just now. Thank you for coming.' }]
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
  blocks: table.corrections.map((each): Block => ({
    kind: 'words',
    text: `Corrected on ${sayWhen(dayOf(each.at))}. ${depth === 'public' ? 'A correction was made.' : `${each.text} Why: ${each.reason}`}`,
  })),
})

const present = (
  { table, depth, missing, runs }: Minutes,
  { organisation, seat }: Called,
): Section => {
  const ids = [
    ...new Set([...table.expectedIds, ...table.attendance.map((each) => each.organisationId)]),
  ]
  const rows = ids.flatMap((id) => {
    const here = table.attendance.filter((each) => each.organisationId === id)
    return here.length === 0
      ? [[organisation(id), '', 'Absent']]
      : here.map((each) => [
          organisation(id),
          each.guestRole ?? (seat(each.seatId) || 'The organisation'),
          SAY_PRESENCE[each.presence],
        ])
  })
  const names = missing.map((each) => each.publicName)
  return {
    id: 'present',
    heading: 'Who was here',
    blocks: [
      ...(names.length
        ? [
            {
              kind: 'words' as const,
              tone: 'late' as const,
              text: `No one from ${names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`} was at the table.`,
            },
          ]
        : []),
      {
        kind: 'table',
        caption: 'Who came for each organisation',
        head: ['Organisation', 'Who', 'Here'],
        rows,
      },
      ...(table.residents === null
        ? []
        : [
            {
              kind: 'words' as const,
              text:
                depth === 'public' && table.residents < 10
                  ? 'Fewer than ten residents came.'
                  : `${table.residents} ${table.residents === 1 ? 'resident' : 'residents'} came.`,
            },
          ]),
      ...(runs.length
        ? [
            {
              kind: 'words' as const,
              tone: 'quiet' as const,
              text: `${runs.map((run) => run.slice(0, 1).toUpperCase() + run.slice(1)).join('. ')}.`,
            },
          ]
        : []),
    ],
  }
}

const agreedMinutes = ({ agreedHere }: Minutes): Section => ({
  id: 'agreed-minutes',
  heading: 'Minutes agreed',
  blocks: agreedHere.map((each) => ({
    kind: 'words',
    text: `The table agreed the minutes of the ${titleOf(each)}.`,
  })),
})

const priorities = ({ priorities: { kept, added, dropped, waiting }, depth }: Minutes): Section => {
  const shown = (all: Priorities['kept']) =>
    all.filter((concern) =>
      depth === 'public' ? concern.depth === 'public' : concern.depth !== 'named',
    )
  const line = (what: string, all: Priorities['kept']) =>
    shown(all).map((concern) => ({ text: `${what}: ${concern.wordings.at(-1)!.text}` }))
  const lines = [
    ...line('Kept', kept),
    ...line('New', added),
    ...line('Dropped', dropped),
    ...line('Not spoken of, so it stays', waiting),
  ]
  return {
    id: 'priorities',
    heading: 'Priorities',
    blocks: lines.length ? [{ kind: 'list', items: lines }] : [],
  }
}

const before = ({ reviews }: Minutes, called: Called): Section => ({
  id: 'before',
  heading: 'Actions from before',
  blocks: reviews.flatMap(({ action, lines, closed }): Block[] => [
    { kind: 'heading', text: `${action.number} ${termsOf(action).text}` },
    {
      kind: 'list',
      items: [
        ...lines.map((line) => ({
          text: [
            `${called.status({ ...action, updates: [{ ...line, organisationId: null, takenBackAt: null }] })}${line.waitingFor ? `, for ${line.waitingFor}` : ''}.`,
            line.text,
          ]
            .filter(Boolean)
            .join(' '),
          ...(line.takenBackAt ? { tone: 'struck' as const } : {}),
        })),
        ...(closed ? [{ text: 'Agreed closed.' }] : []),
      ],
    },
  ]),
})

const items = ({ items: all, depth }: Minutes, called: Called): Section => ({
  id: 'items',
  heading: 'Concerns, and what was agreed',
  blocks:
    all.length === 0
      ? [{ kind: 'words', text: 'Nothing is written down.' }]
      : all.flatMap((item): Block[] =>
          item.gap !== null
            ? [
                {
                  kind: 'heading',
                  text: `Item ${item.number}: ${item.gap === TABLE_ONLY ? 'not told in public yet.' : item.gap === TAKEN_OUT ? 'taken out.' : 'held in private.'}`,
                },
                ...(item.gap === TABLE_ONLY ? [] : [{ kind: 'words' as const, text: item.gap }]),
              ]
            : [
                {
                  kind: 'heading',
                  text: `Item ${item.number}${item.priority ? '. Priority' : ''}${item.held ? '. Held in private' : ''}`,
                },
                ...(item.concern
                  ? [{ kind: 'words' as const, tone: 'voice' as const, text: item.text }]
                  : []),
                ...(item.actions.length
                  ? [actionTable(`What was agreed for item ${item.number}`, item.actions, called)]
                  : item.concern && depth !== 'public'
                    ? [{ kind: 'words' as const, text: 'Nothing agreed yet.' }]
                    : []),
                ...(item.notes.length
                  ? [{ kind: 'list' as const, items: item.notes.map(noteLine) }]
                  : []),
              ],
        ),
})

/**
 * Every question that was put or answered here, with its answer: they are followed like actions.
 */
const questions = ({ items: all, reviews }: Minutes, called: Called): Section => {
  const put = [
    ...all.flatMap((item) => item.actions),
    ...reviews.map((review) => review.action),
  ].filter((action) => termsOf(action).kind === 'question' && !isGap(action))
  return {
    id: 'questions',
    heading: 'Questions',
    blocks:
      put.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: 'Questions put to an organisation',
              head: ['No.', 'Question', 'Asked of', 'Promised by', 'Answer'],
              rows: [...new Set(put)].map((action) => {
                const { text, leadId, by } = termsOf(action)
                const latest = latestOf(action)
                const answer =
                  latest.status === 'done'
                    ? latest.text
                    : latest.status === 'could-not'
                      ? `Could not be answered: ${latest.text}`
                      : undefined
                return [
                  action.number,
                  text,
                  leadId === null ? 'Not said yet' : called.organisation(leadId),
                  by ? sayWhen(by) : 'No date agreed yet',
                  answer ? `${answer} (${sayWhen(latest.on ?? dayOf(latest.at))})` : 'Not answered',
                ]
              }),
            },
          ],
  }
}

const notes = ({ notes: all, depth }: Minutes): Section => {
  const shown = depth === 'public' ? [] : all.filter((note) => note.concernId === null)
  return {
    id: 'notes',
    heading: 'Decisions and notes',
    blocks: shown.length ? [{ kind: 'list', items: shown.map(noteLine) }] : [],
  }
}
const noteLine = (note: Note): { text: string } => ({
  text: `${note.kind === 'decision' ? 'Decided' : 'Note'}: ${note.text}`,
})

const next = ({ next: table }: Minutes): Section => ({
  id: 'next',
  heading: 'The next round table',
  blocks: [
    {
      kind: 'words',
      text: table
        ? `${[sayWhen(table.heldOn), table.startsAt, table.place].filter(Boolean).join(', ')}.`
        : 'No date agreed yet.',
    },
  ],
})

const isGap = (action: Action): boolean => action.terms.at(-1)!.text === ''

/**
 * R2, R6: who and by when, or that it is not agreed; a named action that may not be read here is a
 * line with its ground.
 */
const actionTable = (caption: string, actions: Action[], called: Called): Block => ({
  kind: 'table',
  caption,
  head: ['No.', 'What', 'Who', 'By', 'Where it stands'],
  rows: actions.map((action) => {
    if (isGap(action))
      return [action.number, `Held in private. ${action.ground ?? ''}`.trim(), '', '', '']
    const { text, kind, leadId, seatId, helperIds, by } = termsOf(action)
    const lead =
      leadId === null
        ? kind === 'question'
          ? 'Not said yet who answers'
          : 'Owner not agreed yet'
        : [called.organisation(leadId), called.seat(seatId)].filter(Boolean).join(', ')
    const who = helperIds.length
      ? `${lead}, with ${helperIds.map((id) => called.organisation(id)).join(' and ')}`
      : lead
    const stands = isDeclined(action)
      ? `Declined by ${called.organisation(leadId)}`
      : isProposed(action)
        ? `Not yet accepted by ${called.organisation(leadId)}`
        : kind === 'question' && statusOf(action) === 'not-started'
          ? 'Not answered'
          : called.status(action)
    return [action.number, text, who, by ? sayWhen(by) : 'No date agreed yet', stands]
  }),
})
