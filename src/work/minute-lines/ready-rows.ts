import { report } from '../../domain/actions/reporting.ts'
import { agree, type AgreedAction } from '../../domain/actions/agreement.ts'
import type { Said } from '../../store/actions/reports.ts'
import { type Kind } from '../../domain/actions/action.ts'
import { raise, type Raised } from '../../domain/concerns/concern.ts'
import { accept, refuse, type Decision, type Refusal } from '../../domain/decision.ts'
import { isRepresented, type RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { sayingDates } from '../read-dates.ts'
import { asAgreed } from './action-as-if.ts'
import type { ReviewRow } from './brought-rows.ts'

/** A row that is ready: what the record will hold, decided by the domain. */
export interface Ready {
  row: ReviewRow
  concern?: Raised
  action?: AgreedAction
  said?: Said
}

/** What the record will hold of a row, or why it cannot, with the number of the row. */
export const decideRow = (
  actor: Actor,
  row: ReviewRow,
  table: RoundTable | undefined,
): { ready?: Ready; refusals: Refusal[] } => {
  const decision = readyRow(actor, row, table)
  if (decision.accepted) return { ready: decision.value, refusals: [] }
  return {
    refusals: decision.refusals.map(({ reason }) => ({
      field: `row-${row.number}`,
      reason: `Row ${row.number}: ${reason}`,
    })),
  }
}

/** Writes down a row that is ready, at the table where there is one. */
export const recordRow = (
  store: Store,
  actor: Actor,
  { row, concern, action, said }: Ready,
  table: RoundTable | undefined,
): void => {
  const roundTableId = table?.id ?? null
  if (concern) {
    const id = store.concerns.record(concern, { roundTableId: null, splitFromId: null }, actor.by)
    if (table) store.roundTables.recordConcern(table.id, id, actor.by)
  }
  if (!action) return
  const where = { roundTableId, concernIds: [], ...privacyOf(actor, row) }
  const id = store.actions.record(action, where, actor.by)
  if (said) {
    const from = { organisationId: action.leadId, seatId: null, roundTableId }
    store.actions.recordUpdate(id, said, from, actor.by)
  }
}

/**
 * How long each field of a row may be; said beside its row, so that what was put right in the
 * others is not lost (R23).
 */
const LONGEST_OF = { text: 1000, by: 60, said: 2000 } as const
const SAY_FIELD = {
  text: 'the words are',
  by: 'the date is',
  said: 'what was said of it is',
} as const

const readyRow = (actor: Actor, row: ReviewRow, table: RoundTable | undefined): Decision<Ready> => {
  const tooLong = (['text', 'by', 'said'] as const).find(
    (field) => row[field].length > LONGEST_OF[field],
  )
  if (tooLong) {
    const most = `${LONGEST_OF[tooLong]} characters at most`
    return refuse(tooLong, `${SAY_FIELD[tooLong]} too long. ${most}`)
  }
  return row.kind === 'concern' ? readyConcern(actor, row) : readyAction(actor, row, table)
}

const readyConcern = (actor: Actor, row: ReviewRow): Decision<Ready> => {
  const concern = raise(
    {
      text: row.text,
      raisedOn: actor.today,
      originKind: 'other',
      originNote: 'Brought in from a list',
      themeId: null,
      areaId: null,
      ...privacyOf(actor, row),
    },
    actor.today,
  )
  return concern.accepted ? accept({ row, concern: concern.value }) : concern
}

const readyAction = (
  actor: Actor,
  row: ReviewRow,
  table: RoundTable | undefined,
): Decision<Ready> => {
  const by = row.by === '' ? null : sayingDates(actor.today, null)(row.by)
  if (by === undefined) return refuse('by', 'write a day like 28/4, or a month like April 2022')
  const { text, leadId, helperIds } = row
  const action = agree({ text, kind: kindOf(row), leadId, seatId: null, helperIds, by }, (id) =>
    table ? isRepresented(table, id) : id === actor.who.organisationId,
  )
  if (!action.accepted) return action
  if (row.status === '' && row.said === '') return accept({ row, action: action.value })
  const said = readySaid(actor, row, action.value)
  return said.accepted ? accept({ row, action: action.value, said: said.value }) : said
}

/** What was said of it before it was brought in. */
const readySaid = (actor: Actor, row: ReviewRow, action: AgreedAction): Decision<Said> => {
  const { status, said: text } = row
  if (status === '')
    return refuse('status', 'choose where it stands, since something was said of it')
  const said = { status, text, waitingFor: status === 'waiting' ? text : null, on: null }
  const where = { number: '', roundTableId: null, concernIds: [], ...privacyOf(actor, row) }
  const decision = report(asAgreed(action, where, actor), said)
  return decision.accepted ? accept(said) : decision
}

const kindOf = ({ kind }: ReviewRow): Kind =>
  kind === 'standing' || kind === 'question' ? kind : 'one-off'

const privacyOf = ({ who }: Actor, row: ReviewRow) => ({
  depth: row.private ? ('named' as const) : ('table' as const),
  ground: row.private || null,
  list: [who.personId],
})
