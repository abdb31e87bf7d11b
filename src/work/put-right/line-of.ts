import { termsOf, type Action, type Update } from '../../domain/actions/action.ts'
import { isPriority, wordingOf } from '../../domain/concerns/concern.ts'
import { may } from '../../domain/may.ts'
import { letterOf, sayLine, type ToSay } from '../../domain/round-tables/line/say-line.ts'
import type { Names } from '../../domain/round-tables/line/mentions.ts'
import { onlySaid } from '../../domain/round-tables/review-section.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { readingFor } from '../minute-lines/reading.ts'

/**
 * What a line of the minutes became, by which it can be changed where it stands: a record, or the
 * terms or the closing that a table wrote for an action from before.
 */
export type LineOf = `${LineNoun}-${number}`
const NOUNS = ['concern', 'action', 'note', 'report', 'terms', 'closing', 'turn'] as const
export type LineNoun = (typeof NOUNS)[number]

/** A line that can be changed: as it would be typed, and what it was read from (R23). */
export interface WrittenLine {
  of: LineOf
  noun: LineNoun
  id: number
  /** Nothing where it can only be taken out. */
  text: string | null
  basedOn: string
}

/** `action-34`, as a page names it. */
export const readLineOf = (typed: string): { noun: LineNoun; id: number } | undefined => {
  const [, noun, id] = /^([a-z]+)-(\d{1,12})$/.exec(typed) ?? []
  const known = NOUNS.find((each) => each === noun)
  return known && { noun: known, id: Number(id) }
}

/**
 * The line that a record of this table came from. What is held in private is changed on its own
 * page: others can see this one (R11).
 */
export const lineOf = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  typed: string,
): WrittenLine | undefined => {
  const read = readLineOf(typed)
  if (!read) return undefined
  const at: At = { store, actor, table, names: readingFor(store, actor, table).names }
  const found = FIND[read.noun](at, read.id)
  if (!found) return undefined
  const { say, basedOn } = found
  const text = typeof say === 'string' || say === null ? say : sayLine(say, at.names)
  return { of: `${read.noun}-${read.id}`, ...read, text, basedOn }
}

interface At {
  store: Store
  actor: Actor
  table: RoundTable
  names: Names
}
type Found = { say: ToSay | string | null; basedOn: string } | undefined

const findConcern = ({ store, actor, table }: At, id: number): Found => {
  const concern = store.concerns.find(id, actor.who)
  if (!concern || concern.depth === 'named') return undefined
  if (!store.roundTables.concernIds(table.id).includes(id)) return undefined
  const { id: wordingId, text, themeId, areaId } = wordingOf(concern)
  const flags = [
    ...(isPriority(concern) ? ['priority' as const] : []),
    ...(concern.depth === 'public' ? ['public' as const] : []),
  ]
  return {
    say: { letter: 'c', text, labels: { themeId, areaId }, flags },
    basedOn: `${wordingId}${flags.includes('priority') ? '!' : ''}`,
  }
}

/** An action that this table agreed. */
const findAction = ({ store, actor, table }: At, id: number): Found => {
  const action = store.actions.find(id, actor.who)
  if (!action || action.depth === 'named' || action.takenOutAt !== null) return undefined
  if (action.roundTableId !== table.id) return undefined
  const { kind, ...terms } = termsOf(action)
  const items = store.roundTables.itemIds(table.id)
  const at = action.concernIds.map((one) => items.indexOf(one) + 1).find((one) => one > 0)
  return {
    say: {
      ...terms,
      letter: letterOf(kind),
      under: at ?? null,
      flags: [
        ...(kind === 'standing' ? ['standing' as const] : []),
        ...(action.depth === 'public' ? ['public' as const] : []),
      ],
    },
    basedOn: `${terms.id} ${action.concernIds.join(' ')}`,
  }
}

const findNote = ({ store, actor, table }: At, id: number): Found => {
  const note = store.notes.find(id, table.id)
  if (!note) return undefined
  const basedOn = String(note.changeId ?? 0)
  const { concernId, text } = note
  const concern = concernId === null ? null : store.concerns.find(concernId, actor.who)
  if (concern === undefined || concern?.depth === 'named') return undefined
  if (note.unread !== null) return { say: text, basedOn }
  const letter = note.kind === 'decision' ? 'd' : 'n'
  const under = concern && store.roundTables.itemIds(table.id).indexOf(concern.id) + 1
  return { say: { letter, under, text }, basedOn }
}

/** An action from before, that everyone here may know of. */
const known = (action: Action | undefined): Action | undefined =>
  action?.depth === 'named' || (action && action.takenOutAt !== null) ? undefined : action

const findReport = (at: At, id: number): Found => {
  const isIt = (update: Update): boolean =>
    update.id === id && update.roundTableId === at.table.id && update.takenBackAt === null
  const found = at.store.actions.ofUpdate(id)
  const action = known(found && may.see(at.actor.who, found) ? found : undefined)
  const update = action?.updates.find(isIt)
  if (!action || !update) return undefined
  const { text, waitingFor, on } = update
  const status = onlySaid(action, update) ? null : update.status
  return {
    say: { letter: 'u', number: action.number, status, text, waitingFor, on },
    basedOn: String(id),
  }
}

/** Who leads, who helps and by when, as far as this table changed it. */
const findTerms = (at: At, id: number): Found => {
  const action = known(at.store.actions.find(id, at.actor.who))
  if (!action || action.roundTableId === at.table.id) return undefined
  const before = termsBefore(action, at.table)
  const now = termsOf(action)
  if (!before || before.id === now.id) return undefined
  const isSameLead = before.leadId === now.leadId && before.seatId === now.seatId
  return {
    say: {
      letter: 'u',
      number: action.number,
      ...(isSameLead ? {} : { leadId: now.leadId, seatId: now.seatId }),
      ...(String(before.helperIds) === String(now.helperIds) ? {} : { helperIds: now.helperIds }),
      ...(before.by === now.by ? {} : { by: now.by }),
    },
    basedOn: String(now.id),
  }
}

/** What was agreed when this table began. */
export const termsBefore = ({ terms }: Action, { openedAt }: RoundTable) =>
  terms.findLast((each) => each.at < (openedAt ?? ''))

/** That this table closed it: there are no words in it to change. */
const findClosing = (at: At, id: number): Found => {
  const action = known(at.store.actions.find(id, at.actor.who))
  const closing = action?.closings.findLast((each) => each.reopenedAt === null)
  if (closing?.roundTableId !== at.table.id) return undefined
  return { say: null, basedOn: String(closing.id) }
}

const findTurn = ({ store, table }: At, id: number): Found => {
  const turn = store.agendas.turns(table.id).find((each) => each.id === id)
  return turn && { say: `# ${turn.title}`, basedOn: turn.title }
}

const FIND: Record<LineNoun, (at: At, id: number) => Found> = {
  concern: findConcern,
  action: findAction,
  note: findNote,
  report: findReport,
  terms: findTerms,
  closing: findClosing,
  turn: findTurn,
}
