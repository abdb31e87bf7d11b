import { agree } from '../../domain/actions/agreement.ts'
import { may } from '../../domain/may.ts'
import type { Line } from '../../domain/round-tables/line/line.ts'
import { readLines } from '../../domain/round-tables/line/read-line.ts'
import { asPaper } from '../../domain/round-tables/notes/paper-seen.ts'
import { isRepresented, type RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { aboveAt, concernAbove, type Above, type ConcernAbove } from './above.ts'
import { asIfWritten } from './as-if.ts'
import { planHere } from './plan-here.ts'
import { planNext } from './plan-next.ts'
import { planTurn } from './plan-turn.ts'
import { planUpdate } from './plan-update.ts'
import { keepAsNote, planConcern, whyNot, type Planned, type PlannedNote } from './planned.ts'
import { readingFor } from './reading.ts'

/**
 * What a typed line becomes: the one decision, said in words by the preview and carried out by the
 * writer. Whatever the record or a rule refuses becomes a note that says why.
 */
export const planLine = (above: Above, line: Line): Planned => {
  const place = placeOf(above, line)
  if ('why' in place) return keepAsNote(above, line, place.why, place.held)
  switch (line.kind) {
    case 'concern':
      return planConcern(above, line)
    case 'action':
    case 'question':
      return planAction(above, line, place.under)
    case 'update':
      return planUpdate(above, line)
    case 'here':
      return planHere(above, line)
    case 'turn':
      return planTurn(above, line)
    case 'next':
      return planNext(above, line)
    default:
      return planNote(line, line.kind, place.under)
  }
}

const planNote = (
  line: Line,
  kind: 'note' | 'decision' | 'paper',
  under: ConcernAbove | null,
): PlannedNote => {
  const { text, unread } = line
  return kind === 'paper'
    ? { becomes: 'note', line, kind: 'note', text: asPaper(text), under, unread }
    : { becomes: 'note', line, kind, text, under, unread }
}

/** ... and each line of a box after those before it, with nothing written. */
export const planLines = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  typed: string,
  lastConcernId: number | null,
): Planned[] => {
  let above = aboveAt(store, actor, table, lastConcernId)
  return readLines(typed, readingFor(store, actor, table)).map((line) => {
    const planned = planLine(above, line)
    above = asIfWritten(above, planned)
    return planned
  })
}

type Place = { under: ConcernAbove | null } | { why: string; held: string | null }

/** The concern that a line goes under, or why it cannot go there. */
const placeOf = (above: Above, line: Line): Place => {
  const id = idOf(above, line)
  if (id === undefined) return { why: `There is no item ${line.under} yet`, held: null }
  if (id === null) return { under: null }
  const under = concernAbove(above, id)
  if (under.isTakenOut) return { why: `Item ${under.item} was taken out`, held: under.ground }
  return may.see(above.actor.who, under)
    ? { under }
    : {
        why: `Item ${under.item} is held in private, and you are not on its list`,
        held: under.ground,
      }
}

const idOf = ({ itemIds, lastId }: Above, { under }: Line): number | null | undefined => {
  if (under === 'none') return null
  if (under === 'last') return lastId !== null && itemIds.includes(lastId) ? lastId : null
  return itemIds[under - 1]
}

const planAction = (above: Above, line: Line, under: ConcernAbove | null): Planned => {
  const { text, leadId, seatId, helperIds, by, depth, ground } = line
  const kind = line.kind === 'question' ? 'question' : line.standing ? 'standing' : 'one-off'
  const decision = agree({ text, kind, leadId, seatId, helperIds, by, review: line.every }, (id) =>
    isRepresented(above.table, id),
  )
  if (!decision.accepted) return keepAsNote(above, line, whyNot(decision), under?.ground)
  const privacy = { depth, ground, list: [above.actor.who.personId] }
  return { becomes: 'action', line, agreed: decision.value, under, privacy }
}
