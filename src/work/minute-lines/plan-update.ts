import { AT_THE_TABLE, change } from '../../domain/actions/agreement.ts'
import { report } from '../../domain/actions/reporting.ts'
import { close } from '../../domain/actions/closing.ts'
import {
  isStanding,
  statusOf,
  termsOf,
  type Action,
  type Status,
} from '../../domain/actions/action.ts'
import type { Line } from '../../domain/round-tables/line/line.ts'
import { isRepresented } from '../../domain/round-tables/round-table.ts'
import { actionAbove, heldGround, type Above } from './above.ts'
import { withClosing, withTerms, withUpdate } from './action-as-if.ts'
import { keepAsNote, whyNot, type Planned } from './planned.ts'

/**
 * An update, "agreed closed", and what the line changes in the terms: who leads, who helps, by
 * when. All of it or a note.
 */
export const planUpdate = (above: Above, line: Line): Planned => {
  const { actor, table } = above
  const held = heldGround(above, line.number!)
  if (held !== null)
    return keepAsNote(above, line, `Action ${line.number} is held in private`, held)
  const action = actionAbove(above, line.number!)
  if (!action) return keepAsNote(above, line, `There is no open action ${line.number}`)
  if (!saysSomething(line) && !changesTerms(line) && !line.closed)
    return keepAsNote(above, line, 'Say where it stands, or what was said')

  const terms = changesTerms(line) ? newTerms(above, action, line) : undefined
  const said = saysSomething(line) ? report(action, saidIn(action, line)) : undefined
  const reported = said?.accepted ? withUpdate(action, said.value, byLead(action), actor) : action
  const closing = line.closed ? close(reported) : undefined
  const wrong = [terms, said, closing].find((each) => each !== undefined && !each.accepted)
  if (wrong) return keepAsNote(above, line, whyNot(wrong))

  const changed = terms?.accepted ? withTerms(action, terms.value, actor) : action
  const saidBy = { ...byLead(changed), roundTableId: table.id }
  const told = said?.accepted ? withUpdate(changed, said.value, saidBy, actor) : changed
  return {
    becomes: 'update',
    line,
    action,
    terms: terms?.accepted ? terms.value : null,
    said: said?.accepted ? said.value : null,
    saidBy,
    closes: line.closed,
    after: line.closed ? withClosing(told, table.id, actor) : told,
  }
}

const saysSomething = (line: Line): boolean => line.status !== null || line.text !== ''

const changesTerms = (line: Line): boolean =>
  line.leadId !== null || line.helperIds.length > 0 || line.by !== null

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
