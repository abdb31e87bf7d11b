import { close } from '../../domain/actions/closing.ts'
import { report } from '../../domain/actions/reporting.ts'
import { agree, change } from '../../domain/actions/agreement.ts'
import { termsOf } from '../../domain/actions/action.ts'
import { isPriority, raise } from '../../domain/concerns/concern.ts'
import type { Decision } from '../../domain/decision.ts'
import { GROUNDS } from '../../domain/depth.ts'
import { readLines, type Line } from '../../domain/round-tables/line/line.ts'
import {
  attendanceFields,
  isRepresented,
  mergeAttendance,
  type RoundTable,
} from '../../domain/round-tables/round-table.ts'
import type { Became } from '../../store/round-tables/typed-lines.ts'
import type { Store } from '../../store/store.ts'
import { seatedIn } from '../attendance.ts'
import type { Actor } from '../actor.ts'
import { choicesOf } from '../names.ts'
import { heldGround, kept, readingFor } from './read-lines.ts'

/** Where lines are written: the table, the box they came from, and the concern that stood last. */
export interface Box {
  table: RoundTable
  key: string
  lastConcernId: number | null
}

/**
 * Writes down what was typed, line by line, as one transaction (R22). A box that was sent before is
 * not written again. What a rule refuses is kept as a note that says why: no line is ever lost.
 * @returns the concern that stands last now.
 */
export const writeLines = (
  store: Store,
  actor: Actor,
  { table, key, lastConcernId }: Box,
  typed: string,
): number | null =>
  store.together(() => {
    const sent = store.typedLines.sent(key)
    if (sent.length > 0)
      return sent.findLast((line) => line.noun === 'concern')?.nounId ?? lastConcernId
    let last = lastConcernId
    readLines(typed, readingFor(store, actor, table)).forEach((line, place) => {
      // Who is here may have been said a line above (R6).
      const became = writeLine(store, actor, store.roundTables.findById(table.id)!, line, last)
      if (became.noun === 'concern') last = became.id
      store.typedLines.record({ roundTableId: table.id, key, place, became, typed }, actor.by)
    })
    return last
  })

const writeLine = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  line: Line,
  last: number | null,
): Became => {
  const ids = store.roundTables.itemIds(table.id)
  const concernId =
    line.under === 'none'
      ? null
      : line.under === 'last'
        ? last !== null && ids.includes(last)
          ? last
          : null
        : ids[line.under - 1]
  if (concernId === undefined)
    return keepAsNote(store, actor, table, line, `There is no item ${line.under} yet`)
  const above = concernId === null ? undefined : store.concerns.listUnfiltered([concernId])[0]
  if (above && above.takenOutAt !== null)
    return keepAsNote(
      store,
      actor,
      table,
      line,
      `Item ${ids.indexOf(above.id) + 1} was taken out`,
      above.depth === 'named' ? above.ground : null,
    )
  const held = above?.depth === 'named' ? (above.ground ?? GROUNDS[0]) : null
  if (concernId !== null && !store.concerns.find(concernId, actor.who))
    return keepAsNote(
      store,
      actor,
      table,
      line,
      `Item ${line.under} is held in private, and you are not on its list`,
      held,
    )
  switch (line.kind) {
    case 'concern':
      return {
        ...writeConcern(store, actor, table, line),
        ...(line.unasked && { noun: 'held' as const }),
      }
    case 'action':
    case 'question':
      return writeAction(store, actor, table, line, concernId, held)
    case 'update':
      return writeUpdate(store, actor, table, line)
    case 'here':
      return writeHere(store, actor, table, line)
    default:
      return {
        noun: 'note',
        id: store.notes.record(
          {
            roundTableId: table.id,
            concernId,
            kind: line.kind,
            text: line.text,
            unread: line.unread,
          },
          actor.by,
        ),
      }
  }
}

/**
 * Never refused, never lost: what was typed, and why it is only a note. What was meant for a matter
 * that is held is held too (R9, R11).
 */
const keepAsNote = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  line: Line,
  why: string,
  held: string | null = null,
): Became =>
  line.depth === 'named' || held !== null
    ? {
        ...writeConcern(store, actor, table, {
          ...line,
          depth: 'named',
          ground: line.ground ?? held,
          text: line.typed,
        }),
        noun: 'held',
      }
    : {
        noun: 'note',
        id: store.notes.record(
          { roundTableId: table.id, concernId: null, kind: 'note', text: line.typed, unread: why },
          actor.by,
        ),
      }

const whyNot = (decision: Decision<unknown>): string =>
  decision.accepted ? '' : decision.refusals[0]!.reason

const writeConcern = (store: Store, actor: Actor, table: RoundTable, line: Line): Became => {
  const raisedOn = table.heldOn <= actor.today ? table.heldOn : actor.today
  const decision = raise(
    {
      text: line.text,
      raisedOn,
      originKind: 'round-table',
      originNote: null,
      themeId: line.themeId,
      areaId: line.areaId,
      depth: line.depth,
      ground: line.ground,
      list: [actor.who.personId],
    },
    actor.today,
  )
  if (!decision.accepted)
    return {
      noun: 'note',
      id: store.notes.record(
        {
          roundTableId: table.id,
          concernId: null,
          kind: 'note',
          text: line.typed,
          unread: whyNot(decision),
        },
        actor.by,
      ),
    }
  const id = store.concerns.record(
    decision.value,
    { roundTableId: table.id, splitFromId: null },
    actor.by,
  )
  if (line.priority && !isPriority(store.concerns.listUnfiltered([id])[0]!))
    store.concerns.recordPriority(id, true, table.id, actor.by)
  return { noun: 'concern', id }
}

const writeAction = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  line: Line,
  concernId: number | null,
  held: string | null,
): Became => {
  const kind =
    line.kind === 'question'
      ? ('question' as const)
      : line.standing
        ? ('standing' as const)
        : ('one-off' as const)
  const decision = agree(
    {
      text: line.text,
      kind,
      leadId: line.leadId,
      seatId: line.seatId,
      helperIds: line.helperIds,
      by: line.by,
    },
    (id) => isRepresented(table, id),
  )
  if (!decision.accepted) return keepAsNote(store, actor, table, line, whyNot(decision), held)
  return {
    noun: 'action',
    id: store.actions.record(
      decision.value,
      {
        roundTableId: table.id,
        concernIds: concernId === null ? [] : [concernId],
        depth: line.depth,
        ground: line.ground,
        list: [actor.who.personId],
      },
      actor.by,
    ),
  }
}

/**
 * An update, "agreed closed", and what the line changes in the terms: who leads, who helps, by
 * when. All of it or a note.
 */
const writeUpdate = (store: Store, actor: Actor, table: RoundTable, line: Line): Became => {
  const action = store.actions.findByNumber(line.number!, actor.who)
  if (!action || action.depth === 'named')
    return keepAsNote(
      store,
      actor,
      table,
      line,
      `There is no open action ${line.number}`,
      heldGround(store, line.number!),
    )
  const now = termsOf(action)
  if (
    line.text === '' &&
    line.status === null &&
    !line.closed &&
    line.leadId === null &&
    line.helperIds.length === 0 &&
    line.by === null
  )
    return keepAsNote(store, actor, table, line, 'Say where it stands, or what was said')
  const changes = line.leadId !== null || line.helperIds.length > 0 || line.by !== null
  const terms = changes
    ? change(
        action,
        {
          text: now.text,
          kind: now.kind,
          leadId: line.leadId ?? now.leadId,
          seatId: line.leadId !== null ? line.seatId : now.seatId,
          helperIds: line.helperIds.length ? line.helperIds : now.helperIds,
          by: line.by ?? now.by,
          reason: 'Agreed at the round table',
          basedOn: now.id,
        },
        (id) => isRepresented(table, id),
      )
    : undefined
  const status = line.status ?? kept(action, line)
  const says = line.status !== null || line.text !== '' || !changes
  const said =
    says && !(line.closed && line.status === null && line.text === '')
      ? report(action, { status, text: line.text, waitingFor: line.waitingFor, on: line.on })
      : undefined
  const closing = line.closed
    ? close(
        said?.accepted
          ? {
              ...action,
              updates: [
                ...action.updates,
                { ...action.updates[0]!, id: 0, status, takenBackAt: null },
              ],
            }
          : action,
      )
    : undefined
  const wrong = [terms, said, closing].find((each) => each !== undefined && !each.accepted)
  if (wrong) return keepAsNote(store, actor, table, line, whyNot(wrong))
  if (terms?.accepted) store.actions.recordTerms(action.id, terms.value, actor.by)
  const { leadId, seatId } = termsOf(
    terms?.accepted ? { ...action, terms: [...action.terms, { ...now, ...terms.value }] } : action,
  )
  if (said?.accepted)
    store.actions.recordUpdate(
      action.id,
      said.value,
      { organisationId: leadId, seatId, roundTableId: table.id },
      actor.by,
    )
  if (closing?.accepted) store.actions.recordClosing(action.id, table.id, actor.by)
  return { noun: 'update', id: action.id }
}

/** Adds to who is here: what the line does not say stays as it was. */
const writeHere = (store: Store, actor: Actor, table: RoundTable, line: Line): Became => {
  const before = attendanceFields(table)
  const guests = (id: number): string =>
    [
      ...new Set([
        ...(before[`guest-${id}`]?.split(', ') ?? []),
        ...line.here.flatMap((each) =>
          each.organisationId === id && each.guestRole !== null ? [each.guestRole] : [],
        ),
      ]),
    ].join(', ')
  const said = Object.fromEntries(
    line.here.map((each) =>
      each.guestRole !== null
        ? [`guest-${each.organisationId}`, guests(each.organisationId)]
        : each.seatId !== null
          ? [`seat-${each.seatId}`, each.presence]
          : [`org-${each.organisationId}`, each.presence],
    ),
  )
  const { merged } = mergeAttendance(table, before, {
    ...before,
    ...said,
    ...(line.residents !== null && { residents: String(line.residents) }),
  })
  store.roundTables.recordAttendance(
    table.id,
    seatedIn(merged, choicesOf(store)),
    merged.residents ? Number(merged.residents) : null,
    actor.by,
  )
  // What was not read of it is not lost: the line stands beside, to be read again.
  if (line.text)
    store.notes.record(
      {
        roundTableId: table.id,
        concernId: null,
        kind: 'note',
        text: line.typed,
        unread: `“${line.text}” was not read`,
      },
      actor.by,
    )
  return { noun: 'round table', id: table.id }
}
