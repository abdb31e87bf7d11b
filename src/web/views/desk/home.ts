import type { Action } from '../../../domain/actions/action.ts'
import type { Day } from '../../../domain/day.ts'
import type { Baton } from '../../../domain/people/baton.ts'
import type { Seat } from '../../../domain/people/seat.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { ConcernLine } from './concerns.ts'
import type { DeskFrame } from './frame.ts'
import type { EntryLine } from './publishing.ts'
import type { SaidOf } from './residents.ts'
import type { BackupTrouble } from './settings.ts'
import type { Shown } from './frame.ts'
import type { Path, Steps } from '../../to.ts'
import type { Names } from '../../../work/names.ts'

/** Something that people left open (R7): how much of it, and where it is answered. */
export interface ToMind {
  kind: 'lists' | 'returned' | 'long-gone' | 'empty' | 'seat' | 'organisation' | 'release'
  title: string
  since: Day | null
  count: number
  page: Path
}

/** The round table that the desk leads with: who is here, or who says that they come. */
export interface TableAtHand {
  table: RoundTable
  isOpen: boolean
  here: number
  from: number
  nobodyFrom: string[]
  coming: { name: string; count: number }[]
  /** This person is expected, and has not said if they come. */
  asksMe: boolean
}

/** One step of a new server. */
export interface FirstStep {
  key: 'who-you-are' | 'organisations' | 'people' | 'table'
  isDone: boolean
}

/** Every template of desk/home, and exactly what it is given. */
export interface HomeViews {
  'desk/home/index': {
    frame: DeskFrame
    names: Names
    mine: Shown<Action>
    toAccept: Shown<Action>
    toRelease: Shown<Action>
    atHand: TableAtHand | null
    draftMinutes: RoundTable[]
    declined: Shown<Action>
    /** R5: their owners ask for another date or lead, and the table has not answered. */
    asked: Shown<Action>
    /** What this person asked for, and was answered lately. */
    answered: Shown<Action>
    late: Shown<Action>
    /** Standing actions that were to be done again by now. */
    again: Shown<Action>
    waiting: Shown<Action>
    quiet: Shown<Action>
    toDraft: Shown<ConcernLine>
    toApprove: Shown<EntryLine>
    toPublish: Shown<EntryLine>
    movedOn: Shown<EntryLine>
    toRead: Shown<EntryLine>
    unanswered: Shown<ConcernLine>
    toMind: ToMind[]
    passedOn: Shown<ConcernLine>
    batons: { seat: Seat; baton: Baton }[]
    /** What someone agreed to for a time that is soon over, or is (R18). */
    runningOut: Shown<{ words: string; until: Day; at: Steps }>
    helping: Shown<Action>
    kept: {
      id: number
      page: Path
      fields: Record<string, string | string[]>
      rows: string[]
      further: [string, string][]
    }[]
    mayWrite: boolean
    mayReport: boolean
    nothing: boolean
    firstSteps: FirstStep[]
    backupTrouble: BackupTrouble | null
    expected: number[]
    messages: number
    atRisk: { id: number; at: string }[]
    /** Answers that the law wants soon, or by now: how many, of them late, and the first day. */
    requests: { count: number; late: number; first: Day } | null
    noDifference: SaidOf[]
  }
}
