import { agree, type AgreedAction } from '../../domain/actions/agreement.ts'
import { close } from '../../domain/actions/closing.ts'
import { report } from '../../domain/actions/reporting.ts'
import type { Action, Kind } from '../../domain/actions/action.ts'
import { raise, type Raised } from '../../domain/concerns/concern.ts'
import { EXAMPLE } from '../../domain/dates/reading.ts'
import type { When } from '../../domain/day.ts'
import { accept, refuse, type Decision, type Refusal } from '../../domain/decision.ts'
import { isRepresented, type RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Said } from '../../store/actions/reports.ts'
import type { Actor } from '../actor.ts'
import { asAgreed, withUpdate } from '../minute-lines/action-as-if.ts'
import { readDay, type ReviewRow } from './brought-rows.ts'

/** A row that is ready: what the record will hold, decided by the domain. */
export interface Ready {
  row: ReviewRow
  /** What residents said: the row itself, or what its action answers. */
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
  return { refusals: decision.refusals.map(({ reason }) => refusalOf(row, reason)) }
}

/** A refusal that stands beside its row. */
export const refusalOf = ({ number }: ReviewRow, reason: string): Refusal => ({
  field: `row-${number}`,
  reason: `Row ${number}: ${reason}`,
})

/**
 * How long each field of a row may be; said beside its row, so that what was put right in the
 * others is not lost (R23).
 */
const LONGEST_OF = { text: 1000, concern: 1000, by: 60, said: 2000, on: 60 } as const
const SAY_FIELD = {
  text: 'the words are',
  concern: 'what residents said is',
  by: 'the date is',
  said: 'what was said of it is',
  on: 'the day is',
} as const

const readyRow = (actor: Actor, row: ReviewRow, table: RoundTable | undefined): Decision<Ready> => {
  const tooLong = (['text', 'concern', 'by', 'said', 'on'] as const).find(
    (field) => row[field].length > LONGEST_OF[field],
  )
  if (tooLong) {
    const most = `${LONGEST_OF[tooLong]} characters at most`
    return refuse(tooLong, `${SAY_FIELD[tooLong]} too long. ${most}`)
  }
  if (row.kind === 'concern') return readyConcern(actor, row, row.text)
  const action = readyAction(actor, row, table)
  if (!action.accepted || row.concern === '') return action
  const concern = readyConcern(actor, row, row.concern)
  return concern.accepted ? accept({ ...action.value, ...concern.value }) : concern
}

const readyConcern = (actor: Actor, row: ReviewRow, text: string): Decision<Ready> => {
  const concern = raise(
    {
      text,
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
  const by = dayOf(row.by, actor, 'either')
  if (!by.accepted) return by
  const { text, leadId, seatId, helperIds } = row
  // What is closed was taken on before: nobody is asked to accept it now.
  const action = agree(
    { text, kind: kindOf(row), leadId, seatId, helperIds, by: by.value },
    (id) => row.closed || (table ? isRepresented(table, id) : id === actor.who.organisationId),
  )
  if (!action.accepted) return action
  const isUntold = row.said === '' && ['', 'not-started'].includes(row.status)
  if (isUntold && row.status === '' && row.on !== '')
    return refuse('status', 'choose where it stands, since a day stands beside it')
  if (isUntold && !row.closed) return accept({ row, action: action.value })
  const said = readySaid(actor, row, action.value)
  return said.accepted ? accept({ row, action: action.value, said: said.value }) : said
}

const dayOf = (
  typed: string,
  { today }: Actor,
  lean: 'either' | 'behind',
): Decision<When | null> => {
  if (typed === '') return accept(null)
  const reading = readDay(typed, today, lean)
  if ('when' in reading) return accept(reading.when)
  const asked = 'ask' in reading ? reading.ask : EXAMPLE
  return refuse('by', asked.slice(0, 1).toLowerCase() + asked.slice(1))
}

/** What was said of it before it was brought in, and that it is closed. */
const readySaid = (actor: Actor, row: ReviewRow, action: AgreedAction): Decision<Said> => {
  const { status, said: text } = row
  if (status === '')
    return refuse('status', 'choose where it stands, since something was said of it')
  const on = dayOf(row.on, actor, 'behind')
  if (!on.accepted) return on
  const said = { status, text, waitingFor: waitingFor(row), on: on.value }
  const where = { number: '', roundTableId: null, concernIds: [], ...privacyOf(actor, row) }
  const asIf = asAgreed(action, where, actor)
  const decision = report(asIf, said)
  if (!decision.accepted) return decision
  const closing = row.closed ? closed(asIf, said, actor) : undefined
  return closing && !closing.accepted ? closing : accept(said)
}

const closed = (asIf: Action, said: Said, actor: Actor): Decision<Action> =>
  close(
    withUpdate(
      asIf,
      said,
      { organisationId: asIf.terms[0]!.leadId, seatId: null, roundTableId: null },
      actor,
    ),
  )

/** “Waiting for the council” waits for the council. */
const waitingFor = ({ status, said }: ReviewRow): string | null =>
  status === 'waiting'
    ? said.replace(/^(?:still )?a?waiting(?:\s+(?:for|on))?[\s:,–-]+(?=\S)/i, '').trim() || null
    : null

const kindOf = ({ kind }: ReviewRow): Kind =>
  kind === 'standing' || kind === 'question' ? kind : 'one-off'

/** Who may know of what a row becomes. */
export const privacyOf = ({ who }: Actor, row: ReviewRow) => ({
  depth: row.private ? ('named' as const) : ('table' as const),
  ground: row.private || null,
  list: [who.personId],
})
