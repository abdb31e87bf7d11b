import { acceptAt, AT_THE_TABLE, change } from '../../domain/actions/agreement.ts'
import { report } from '../../domain/actions/reporting.ts'
import { close } from '../../domain/actions/closing.ts'
import {
  isProposed,
  isStanding,
  statusOf,
  termsOf,
  type Action,
  type Status,
} from '../../domain/actions/action.ts'
import { refuse } from '../../domain/decision.ts'
import type { Line } from '../../domain/round-tables/line/line.ts'
import { isRepresented } from '../../domain/round-tables/round-table.ts'
import { namesOf } from '../names.ts'
import { actionAbove, heldGround, type Above } from './above.ts'
import { withAnswer, withClosing, withTerms, withUpdate } from './action-as-if.ts'
import { keepAsNote, whyNot, type Planned } from './planned.ts'

/**
 * An update, "agreed closed", and what the line changes in the terms: who leads, who helps, by
 * when. All of it or a note.
 */
export const planUpdate = (above: Above, typed: Line): Planned => {
  const { actor, table } = above
  const number = typed.number!
  const held = heldGround(above, number)
  if (held !== null) return keepAsNote(above, typed, `Action ${number} is held in private`, held)
  const action = actionAbove(above, number)
  if (!action) return keepAsNote(above, typed, `There is no open action ${number}`)
  const line = withYes(typed, action)
  if (!saysSomething(line) && !changesTerms(line) && !line.closed && line.accepts === null)
    return keepAsNote(above, line, 'Say where it stands, or what was said')

  const yes = line.accepts === null ? undefined : acceptHere(above, action, line, typed)
  const taken = yes?.accepted ? withAnswer(action, yes.value, actor) : action
  const terms = changesTerms(line) ? newTerms(above, taken, line) : undefined
  const said = saysSomething(line) ? report(taken, saidIn(taken, line)) : undefined
  const reported = said?.accepted ? withUpdate(taken, said.value, byLead(taken), actor) : taken
  const closing = line.closed ? close(reported) : undefined
  const wrong = [yes, terms, said, closing].find((each) => each !== undefined && !each.accepted)
  if (wrong) {
    const how = wrong === closing ? howToAccept(above, taken) : ''
    return keepAsNote(above, typed, whyNot(wrong) + how)
  }

  const changed = terms?.accepted ? withTerms(taken, terms.value, actor) : taken
  const saidBy = { ...byLead(changed), roundTableId: table.id }
  const told = said?.accepted ? withUpdate(changed, said.value, saidBy, actor) : changed
  return {
    becomes: 'update',
    line,
    action,
    accepts: yes?.accepted ? yes.value : null,
    terms: terms?.accepted ? terms.value : null,
    said: said?.accepted ? said.value : null,
    saidBy,
    closes: line.closed,
    after: line.closed ? withClosing(told, table.id, actor) : told,
  }
}

/** A yes counts where something waits for one; who says it is no new lead. Else it is a word. */
const withYes = (line: Line, action: Action): Line => {
  if (line.accepts === null) return line
  if (isProposed(action))
    return line.leadId === termsOf(action).leadId ? { ...line, leadId: null, seatId: null } : line
  const text = line.status === null ? `${line.accepts} ${line.text}`.trim() : line.text
  return { ...line, accepts: null, text }
}

/** Words behind a yes belong to it, unless the line says where the action stands as well. */
const acceptHere = (
  { store, table }: Above,
  action: Action,
  line: Line,
  { seatId }: Line,
): ReturnType<typeof acceptAt> => {
  if (line.leadId !== null) return refuse('accepted', 'Only the one that leads it can accept it')
  const seat = seatId === null ? '' : namesOf(store).seat(seatId)
  const words = line.status === null ? line.text : ''
  return acceptAt(action, [seat, words].filter(Boolean).join(': '), (id) =>
    isRepresented(table, id),
  )
}

/** R23: the way on, where its lead is here and can say yes. */
const howToAccept = ({ table }: Above, action: Action): string => {
  const { leadId } = termsOf(action)
  return isProposed(action) && leadId !== null && isRepresented(table, leadId)
    ? `. Its lead is here: if they say yes, write u ${action.number} accepted`
    : ''
}

const saysSomething = (line: Line): boolean =>
  line.status !== null || (line.text !== '' && line.accepts === null)

const changesTerms = (line: Line): boolean =>
  line.leadId !== null || line.helperIds.length > 0 || line.by !== null || line.every !== null

/** What the line does not say of the terms stays as it was agreed. */
const newTerms = ({ table }: Above, action: Action, line: Line): ReturnType<typeof change> => {
  const { id, text, kind, leadId, seatId, helperIds, by } = termsOf(action)
  return change(
    action,
    {
      text,
      kind,
      leadId: line.leadId ?? leadId,
      seatId: line.leadId !== null ? line.seatId : seatId,
      helperIds: line.helperIds.length ? line.helperIds : helperIds,
      by: line.by ?? by,
      ...(line.every !== null && { review: line.every }),
      reason: AT_THE_TABLE,
      basedOn: id,
    },
    (organisationId) => isRepresented(table, organisationId),
  )
}

const saidIn = (action: Action, line: Line): Parameters<typeof report>[1] => ({
  status: line.status ?? kept(action, line),
  text: line.text,
  waitingFor: line.waitingFor,
  on: line.on,
})

/**
 * R2: where the line does not say where it stands, that stays as it was. "Still going" is what a
 * standing action is.
 */
const kept = (action: Action, line: Line): Status => {
  const now = statusOf(action)
  if (line.statusInDoubt || !/^still going\b/i.test(line.text)) return now
  return isStanding(action) ? 'done' : 'under-way'
}

const byLead = (action: Action) => {
  const { leadId, seatId } = termsOf(action)
  return { organisationId: leadId, seatId, roundTableId: null }
}
