import { termsOf } from '../../domain/actions/action.ts'
import { isPriority } from '../../domain/concerns/concern.ts'
import { readLines } from '../../domain/round-tables/line/read-line.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Became } from '../../store/round-tables/typed-lines.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { agreeAnew } from '../actions/agree-anew.ts'
import { recordAttendance } from '../attendance.ts'
import { tellAsked } from '../expected.ts'
import { aboveAt } from './above.ts'
import { planLine } from './plan.ts'
import type {
  Planned,
  PlannedAction,
  PlannedAttendance,
  PlannedConcern,
  PlannedNext,
  PlannedNote,
  PlannedUpdate,
} from './planned.ts'
import { readingFor } from './reading.ts'

/** Where lines are written: the table, the box they came from, and the concern that stood last. */
export interface Box {
  table: RoundTable
  key: string
  lastConcernId: number | null
}

/**
 * Writes down what was typed, line by line, as one transaction (R22). A box that was sent before is
 * not written again. What a rule refuses is kept as a note that says why: no line is ever lost.
 * @returns what each line became.
 */
export const writeLines = (
  store: Store,
  actor: Actor,
  { table, key, lastConcernId }: Box,
  typed: string,
): Became[] =>
  store.together(() => {
    const sent = store.typedLines.sent(key)
    if (sent.length > 0) return sent.map(({ noun, nounId }) => ({ noun, id: nounId }))
    let last = lastConcernId
    return readLines(typed, readingFor(store, actor, table)).map((line, place) => {
      // Who is here may have been said a line above (R6).
      const fresh = store.roundTables.findById(table.id)!
      const planned = planLine(aboveAt(store, actor, fresh, last), line)
      const became = writeDown(store, actor, table.id, planned)
      if (became.noun === 'concern') last = became.id
      if (became.noun === 'turn') last = null
      store.typedLines.record({ roundTableId: table.id, key, place, became, typed }, actor.by)
      return became
    })
  })

/** Carries out what was planned, and decides nothing. */
const writeDown = (store: Store, actor: Actor, roundTableId: number, planned: Planned): Became => {
  switch (planned.becomes) {
    case 'concern':
    case 'held':
      return writeConcern(store, actor, roundTableId, planned)
    case 'action':
      return writeAction(store, actor, roundTableId, planned)
    case 'update':
      return writeUpdate(store, actor, roundTableId, planned)
    case 'round table':
      return writeHere(store, actor, roundTableId, planned)
    case 'turn':
      return {
        noun: 'turn',
        id: store.agendas.recordTurn(
          { roundTableId, slotKey: planned.slotKey, title: planned.title },
          actor.by,
        ),
      }
    case 'plan':
      return writePlan(store, actor, planned)
    default:
      return writeNote(store, actor, roundTableId, planned)
  }
}

const writeConcern = (
  store: Store,
  { by }: Actor,
  roundTableId: number,
  { becomes, raised, isPriority: asked }: PlannedConcern,
): Became => {
  const id = store.concerns.record(raised, { roundTableId, splitFromId: null }, by)
  // The record may have known these words for a form that was sent twice.
  if (asked && !isPriority(store.concerns.listUnfiltered([id])[0]!))
    store.concerns.recordPriority(id, true, roundTableId, by)
  return { noun: becomes, id }
}

const writeAction = (
  store: Store,
  { by }: Actor,
  roundTableId: number,
  { agreed, under, privacy }: PlannedAction,
): Became => {
  const concernIds = under ? [under.id] : []
  return {
    noun: 'action',
    id: store.actions.record(agreed, { roundTableId, concernIds, ...privacy }, by),
  }
}

const writeUpdate = (
  store: Store,
  { by }: Actor,
  roundTableId: number,
  { action, accepts, terms, said, saidBy, closes }: PlannedUpdate,
): Became => {
  const { id } = action
  if (accepts) store.actions.recordAnswer(id, termsOf(action).id, accepts, by)
  if (terms) agreeAnew(store, action, terms, roundTableId, by)
  if (said) store.actions.recordUpdate(id, said, saidBy, by)
  if (closes) store.actions.recordClosing(id, roundTableId, by)
  if (!said) return { noun: 'update', id }
  const [after] = store.actions.listUnfiltered([id])
  return { noun: 'report', id: after!.updates.at(-1)!.id }
}

const writeHere = (
  store: Store,
  actor: Actor,
  roundTableId: number,
  { seated, residents, rest }: PlannedAttendance,
): Became => {
  recordAttendance(store, roundTableId, seated, residents, actor.by)
  if (rest) writeNote(store, actor, roundTableId, rest)
  return { noun: 'round table', id: roundTableId }
}

/** R30: who was asked to the one that is moved is told, as by its form. */
const writePlan = (store: Store, { by }: Actor, { plan, there, change }: PlannedNext): Became => {
  if (there === null) {
    const slug = store.roundTables.recordPlan(plan, by)
    return { noun: 'plan', id: store.roundTables.find(slug)!.id }
  }
  if (change) {
    store.roundTables.recordPlanChange(there.id, change, by)
    tellAsked(store, there.id, by)
  }
  return { noun: 'plan', id: there.id }
}

const writeNote = (
  store: Store,
  { by }: Actor,
  roundTableId: number,
  { kind, text, under, unread }: PlannedNote,
): Became => ({
  noun: 'note',
  id: store.notes.record({ roundTableId, concernId: under?.id ?? null, kind, text, unread }, by),
})
