import type { Action } from '../actions/action.ts'
import { actionTable } from './action-tables.ts'
import type { Stop, WrittenAt } from './agenda/headings.ts'
import type { Minutes } from './minutes-paper.ts'
import { TABLE_ONLY, TAKEN_OUT, type MinuteItem, type MinutesDepth, type Note } from './minutes.ts'
import { noteInWords } from './notes/say-note.ts'
import { listOf, wordsOf, type Block, type Called, type Line, type Section } from './paper.ts'
import { saidLines } from './review-section.ts'

/** What was typed under a slot stands there; all else among the concerns, with every gap. */
export const items = (minutes: Minutes, called: Called): Section => {
  const { items: all, depth } = minutes
  return {
    id: 'items',
    heading: 'Concerns, and what was agreed',
    blocks:
      all.length === 0
        ? wordsOf('Nothing is written down.')
        : all
            .filter((item) => stopOf(item, minutes) === undefined)
            .flatMap((item) =>
              item.gap === null ? itemBlocks(item, depth, called) : gapBlocks(item, item.gap),
            ),
  }
}

/** Where an item was written down, if that is not where concerns are spoken of. */
const stopOf = ({ gap, concern, actions }: MinuteItem, { agenda }: Minutes): Stop | undefined => {
  if (gap !== null) return undefined
  const stop = agenda.stops.find(({ concernIds, actionIds }) =>
    concern ? concernIds.includes(concern.id) : actionIds.includes(actions[0]?.id ?? 0),
  )
  const isConcerns = agenda.slots.some(
    ({ key, holds }) => key === stop?.key && holds.includes('concerns'),
  )
  return isConcerns ? undefined : stop
}

/** What was typed while the table was at each slot, in the order it turned to them. */
export const written = (minutes: Minutes, called: Called): WrittenAt[] =>
  minutes.agenda.stops.map((stop) => ({
    key: stop.key,
    title: stop.title,
    blocks: [
      ...listOf(notesAlone(minutes, (note) => stop.noteIds.includes(note.id)).map(noteLine)),
      ...minutes.items
        .filter((item) => stopOf(item, minutes) === stop)
        .flatMap((item) => itemBlocks(item, minutes.depth, called)),
    ],
  }))

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

/** Those that were typed under no slot of the agenda. */
export const notes = (minutes: Minutes): Section => {
  const placed = minutes.agenda.stops.flatMap(({ noteIds }) => noteIds)
  return {
    id: 'notes',
    heading: 'Decisions and notes',
    blocks: listOf(notesAlone(minutes, ({ id }) => !placed.includes(id)).map(noteLine)),
  }
}

const notesAlone = ({ notes: all, depth }: Minutes, isHere: (note: Note) => boolean): Note[] =>
  depth === 'public' ? [] : all.filter((note) => note.concernId === null && isHere(note))

const noteLine = (note: Note): Line => {
  const { what, text } = noteInWords(note)
  return { text: `${what}: ${text}` }
}
