import type { Action } from '../../../../domain/actions/action.ts'
import type { Day } from '../../../../domain/day.ts'
import type { Organisation } from '../../../../domain/people/seat.ts'
import type { Publication } from '../../../../domain/publishing/publication.ts'
import type { Answer, GuestAnswer } from '../../../../domain/round-tables/planning/answers.ts'
import type { AsBefore } from '../../../../domain/round-tables/planning/as-before.ts'
import type { PlanVerb } from '../../../../domain/round-tables/planning/plan.ts'
import type { Series } from '../../../../domain/round-tables/planning/series.ts'
import type { RoomLine } from '../../../../domain/round-tables/room/room-lines.ts'
import type { RoomNow } from '../../../../domain/round-tables/room/room-now.ts'
import type { RoundTable, TableState } from '../../../../domain/round-tables/round-table.ts'
import type { Reader } from '../../../../store/round-tables/minute-readers.ts'
import type { Choices, Names } from '../../../../work/names.ts'
import type { DeskFrame, Shown } from '../frame.ts'

/** One change of a plan, as its page tells it. */
export interface PlanLine {
  verb: PlanVerb
  what: string[]
  reason: string
  by: string
  at: string
}

/** Someone who is expected: whether a letter went, and what they answered. */
export interface AskedLine {
  id: number
  name: string
  seats: string[]
  asked: { at: string; postedAt: string | null } | null
  answer: Answer | null
  /** What they had said to the day before it was moved. */
  before: Answer | null
}

/** What the room sees on the wall: nothing that is held in private (R11), and no name of a person. */
export interface RoomPage {
  frame: DeskFrame
  names: Names
  table: RoundTable
  state: 'planned' | 'cancelled' | 'open' | 'over'
  isToday: boolean
  /** Someone asked it to stand still. */
  isStill: boolean
  seen: number
  room: RoomNow | null
  slots: string[]
  moreSlots: number
  agreed: RoomLine[]
  moreAgreed: number
  next: RoundTable | undefined
}

/** A guest without an account, in the same way. */
export interface GuestLine extends Pick<AskedLine, 'asked'> {
  id: number
  role: string
  organisationId: number | null
  answer: GuestAnswer | null
  before: GuestAnswer | null
}

/** Every template of desk/round-tables/planning, and exactly what it is given. */
export interface PlanningViews {
  'desk/round-tables/planning/index': {
    frame: DeskFrame
    tables: Shown<RoundTable>
    choices: Choices
    series: { series: Series; next: Day; ahead: number }[]
    /** The day that those before it suggest for the next one. */
    offered: Day | null
    /** ... where it was taken into the form. */
    taken: Day | null
    /** What the form begins with. */
    before: AsBefore
    mayWrite: boolean
  }
  'desk/round-tables/planning/show': {
    frame: DeskFrame
    names: Names
    table: RoundTable
    state: TableState
    history: PlanLine[]
    expected: AskedLine[]
    /** Answers of people who hold no seat there any more. */
    others: Answer[]
    /** The day and time that residents still read, where it is another. */
    toldAs: string | null
    /** Organisations that are expected and have nobody to be asked. */
    empty: number[]
    guests: GuestLine[]
    /** Who got the last minutes by letter and is not asked to this table. */
    lastTime: Reader[]
    organisations: Organisation[]
    own: { answer: Answer | null; mayTakeBack: boolean } | null
    carried: Action[]
    mayWrite: boolean
    publication: Publication | undefined
    silent: Action[]
  }
  'desk/round-tables/planning/edit': {
    frame: DeskFrame
    table: RoundTable
    state: TableState
    /** What keeps it from being taken back, in words. */
    hangs: string | null
    /** How many people were asked, and will be told. */
    asked: number
    organisations: Organisation[]
  }
  'desk/round-tables/room/show': RoomPage
  'desk/round-tables/room/_room': RoomPage
}
