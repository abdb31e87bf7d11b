import { report } from '../../domain/actions/reporting.ts'
import { close } from '../../domain/actions/closing.ts'
import { agree, answerProposal, change } from '../../domain/actions/agreement.ts'
import { termsOf, type Kind, type Status } from '../../domain/actions/action.ts'
import type { When } from '../../domain/day.ts'
import { DEFAULT_DEPTH, type Depth } from '../../domain/depth.ts'
import { isHeldOn } from '../../domain/people/seat.ts'
import { isRepresented } from '../../domain/round-tables/round-table.ts'
import { must } from '../must.ts'
import type { Sample } from '../partnership.ts'
import type { Pen } from './pen.ts'

export interface Agreed {
  concerns?: number[]
  lead?: number
  seat?: number
  helpers?: number[]
  by?: When
  kind?: Kind
  depth?: Depth
  ground?: string
  list?: number[]
}

/** Actions: agreed, given an owner, reported on, accepted and closed. */
export const actionVerbs = (pen: Pen, sample: Sample) => ({
  agree: (text: string, about: Agreed = {}): number => agreeAction(pen, text, about),
  /** An owner and a date for what was agreed without: M gives neither, so both are samples. */
  settle: (id: number, about: Agreed, reason: string): void => settleAction(pen, id, about, reason),
  report: (
    id: number,
    status: Status,
    text: string,
    more: { on?: When; waitingFor?: string; person?: number } = {},
  ): void => {
    const action = findAction(pen, id)
    const said = must(
      report(action, { status, text, waitingFor: more.waitingFor ?? null, on: more.on ?? null }),
    )
    const by = pen.by(more.person ?? sample.people.coordinator)
    pen.store.actions.recordUpdate(
      id,
      said,
      {
        organisationId: termsOf(action).leadId,
        seatId: seatOf(pen, by.personId!),
        roundTableId: pen.openTable()?.id ?? null,
      },
      by,
    )
  },
  accept: (id: number, person: number, words: string): void => {
    const answer = must(answerProposal(findAction(pen, id), true, words))
    pen.store.actions.recordAnswer(id, termsOf(findAction(pen, id)).id, answer, pen.by(person))
  },
  close: (id: number): void => {
    pen.store.actions.recordClosing(
      must(close(findAction(pen, id))).id,
      pen.openTable()?.id ?? null,
      pen.coordinator(),
    )
  },
})

/** The seat that someone speaks from: one that is empty says nothing. */
const seatOf = ({ store, today }: Pen, personId: number): number =>
  store.organisations
    .seats()
    .find((seat) =>
      seat.holders.some((each) => each.personId === personId && isHeldOn(each, today())),
    )!.id

const findAction = ({ store }: Pen, id: number) => store.actions.listUnfiltered([id])[0]!

const agreeAction = (
  { store, coordinator, openTable }: Pen,
  text: string,
  about: Agreed,
): number => {
  const table = openTable()
  const agreed = must(
    agree(
      {
        text,
        kind: about.kind ?? 'one-off',
        leadId: about.lead ?? null,
        seatId: about.seat ?? null,
        helperIds: about.helpers ?? [],
        by: about.by ?? null,
      },
      (id) => table !== undefined && isRepresented(table, id),
    ),
  )
  return store.actions.record(
    agreed,
    {
      roundTableId: table?.id ?? null,
      concernIds: about.concerns ?? [],
      depth: about.depth ?? DEFAULT_DEPTH,
      ground: about.ground ?? null,
      list: about.list ?? [],
    },
    coordinator(),
  )
}

const settleAction = (pen: Pen, id: number, about: Agreed, reason: string): void => {
  const { store, coordinator, openTable } = pen
  const now = termsOf(findAction(pen, id))
  const table = openTable()
  const changed = must(
    change(
      findAction(pen, id),
      {
        text: now.text,
        kind: about.kind ?? now.kind,
        leadId: about.lead ?? now.leadId,
        seatId: about.seat ?? now.seatId,
        helperIds: about.helpers ?? now.helperIds,
        by: about.by ?? now.by,
        reason,
        basedOn: now.id,
      },
      (organisation) => table !== undefined && isRepresented(table, organisation),
    ),
  )
  store.actions.recordTerms(id, changed, coordinator())
}
