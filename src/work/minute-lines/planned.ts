import type { AgreedAction, AgreedTerms } from '../../domain/actions/agreement.ts'
import type { Said, SaidBy } from '../../store/actions/reports.ts'
import type { Action } from '../../domain/actions/action.ts'
import { raise, type Raised } from '../../domain/concerns/concern.ts'
import type { Decision } from '../../domain/decision.ts'
import type { Depth } from '../../domain/depth.ts'
import type { Line } from '../../domain/round-tables/line/line.ts'
import type { NoteKind } from '../../domain/round-tables/minutes.ts'
import type { ChangedPlan, Plan } from '../../domain/round-tables/planning/plan.ts'
import type { Attendance, RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Above, ConcernAbove } from './above.ts'

/** What a typed line becomes, decided before anything of it is written. */
export type Planned =
  | PlannedConcern
  | PlannedAction
  | PlannedUpdate
  | PlannedAttendance
  | PlannedNote
  | PlannedTurn
  | PlannedNext

/** `held` is a concern that nobody typed as one: what would have been read where others can (R11). */
export interface PlannedConcern {
  becomes: 'concern' | 'held'
  line: Line
  raised: Raised
  isPriority: boolean
  /** Why it is held, where its own words do not say it. */
  why: string | null
}

export interface PlannedAction {
  becomes: 'action'
  line: Line
  agreed: AgreedAction
  under: ConcernAbove | null
  privacy: { depth: Depth; ground: string | null; list: number[] }
}

/** All that a line says of an action: its terms, where it stands, and that it is closed. */
export interface PlannedUpdate {
  becomes: 'update'
  line: Line
  action: Action
  /** Its lead takes on what was proposed. */
  accepts: { accepted: boolean; words: string | null; organisationId: number } | null
  terms: (AgreedTerms & { proposed: boolean; reason: string }) | null
  said: Said | null
  saidBy: SaidBy
  closes: boolean
  /** The action as it stands afterwards. */
  after: Action
}

export interface PlannedAttendance {
  becomes: 'round table'
  line: Line
  seated: Attendance[]
  residents: number | null
  /** What was not read of it is not lost: the line stands beside, to be read again. */
  rest: PlannedNote | null
}

export interface PlannedNote {
  becomes: 'note'
  line: Line
  kind: NoteKind
  text: string
  under: ConcernAbove | null
  /** Why it is only a note, where it was meant as more. */
  unread: string | null
}

/** The table turns to a slot of its agenda, or to something that is not on it. */
export interface PlannedTurn {
  becomes: 'turn'
  line: Line
  slotKey: string | null
  title: string
}

/** The date of the next table: it is planned, or the one that is planned gets another. */
export interface PlannedNext {
  becomes: 'plan'
  line: Line
  plan: Plan
  /** The one that is planned already. */
  there: RoundTable | null
  /** What becomes of that one; nothing where all of it stands so. */
  change: ChangedPlan | null
}

/** A concern as the line says it, or why it cannot be one. */
export const planConcern = ({ table, actor }: Above, line: Line): PlannedConcern | PlannedNote => {
  const decision = raise(
    {
      text: line.text,
      raisedOn: table.heldOn <= actor.today ? table.heldOn : actor.today,
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
  return decision.accepted
    ? {
        becomes: line.unasked ? 'held' : 'concern',
        line,
        raised: decision.value,
        isPriority: line.priority,
        why: null,
      }
    : onlyNote(line, whyNot(decision))
}

/**
 * Never refused, never lost: what was typed, and why it is only a note. What was meant for a matter
 * that is held is held too (R9, R11).
 */
export const keepAsNote = (
  above: Above,
  line: Line,
  why: string,
  held: string | null = null,
): PlannedConcern | PlannedNote => {
  if (line.depth !== 'named' && held === null) return onlyNote(line, why)
  const kept = planConcern(above, {
    ...line,
    depth: 'named',
    ground: line.ground ?? held,
    text: line.typed,
  })
  return kept.becomes === 'note' ? kept : { ...kept, becomes: 'held', why }
}

/** The whole line as it was typed, under no concern. */
export const onlyNote = (line: Line, unread: string): PlannedNote => ({
  becomes: 'note',
  line,
  kind: 'note',
  text: line.typed,
  under: null,
  unread,
})

/** The first reason of a refusal, as the note keeps it. */
export const whyNot = (decision: Decision<unknown>): string =>
  decision.accepted ? '' : decision.refusals[0]!.reason
