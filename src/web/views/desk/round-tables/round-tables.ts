import type { Standing } from '../../../../domain/concerns/standing.ts'
import type { Paper } from '../../../../domain/round-tables/paper.ts'
import type { Offer } from '../../../../work/minute-lines/offers.ts'
import type { ReadLine } from '../../../../work/minute-lines/read-aloud.ts'
import type { Action } from '../../../../domain/actions/action.ts'
import type { Concern } from '../../../../domain/concerns/concern.ts'
import type { Organisation } from '../../../../domain/people/seat.ts'
import type { Publication } from '../../../../domain/publishing/publication.ts'
import type { Reachable } from '../../../../domain/round-tables/agenda/reached.ts'
import type { BroughtKind } from '../../../../domain/round-tables/bringing-in/brought.ts'
import type { Column } from '../../../../domain/round-tables/bringing-in/heads.ts'
import type { MinuteItem, MinutesDepth, Note } from '../../../../domain/round-tables/minutes.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import type {
  DecisionFilter,
  TableDecision,
} from '../../../../domain/round-tables/table-decisions.ts'
import type { Block, Item, OpenedLine } from './document.ts'
import type { AgendaViews } from './agenda.ts'
import type { DeskFrame } from '../frame.ts'
import type { ReviewRow } from '../../../../work/bringing-in/brought-rows.ts'
import type { Answered } from '../../../../work/expected.ts'
import type { WrittenLine } from '../../../../work/put-right/line-of.ts'
import type { Choices, Names } from '../../../../work/names.ts'

/** A day as it is read, or what is asked of it. */
interface ReadDay {
  read: string | null
  asked: string | null
}

/**
 * The box that takes a line: what is kept of it, under which concern the next line goes, and what
 * has been seen.
 */
export interface QuickBox extends BoxReading {
  key: string
  last: number | null
  under: string | null
  underHeld: boolean
  /** What the table turned to last. */
  now: string | null
  seen: number
  /** The line that the box holds in the place of another, and what that was. */
  instead: { of: string; basedOn: string } | null
  /** The last line, as arrow up brings it back. */
  back: WrittenLine | null
  /** Who is missing, or that nobody has said yet who is here. */
  away: { words: string; isWrong: boolean }
  /** The time in the room. */
  clock: string
}

/** What stands in the box, and how it will be read. */
export interface BoxReading {
  text: string
  reads: ReadLine[]
  offers: Offer[]
  keptAt: string | null
}

/** A priority that stood before this table: what happened since, and what the table says of it. */
export interface PriorityLine {
  concern: Concern
  said: 'kept' | 'dropped' | null
  standing: Standing
  happened: string[]
}

/**
 * What every part of the minuting page is given. `form` names the one form that was refused, `at`
 * the one to go on with.
 */
export interface MinutePart {
  frame: DeskFrame
  names: Names
  choices: Choices
  table: RoundTable
  savedAt: string | null
  at: string
  /** What is opened on the page: a line of the minutes, or an action from before. */
  open: string
  opened: OpenedLine | null
}

/** Who is here, as its form is drawn. */
export interface AttendancePart extends MinutePart {
  missing: Organisation[]
  represented: Record<number, string>
  /** Who may be said to be here. */
  seats: Choices
  differences: string[]
  /** What people answered to their invitation, by the lines of the form. */
  answered: Record<string, Answered>
}

/** An action from before, as it comes up at the table: with what it belongs to. */
export interface Carried {
  action: Action
  /** The words of its concern; nothing for one of its own. */
  concern: string | null
}

export interface MinutePage extends AttendancePart {
  carried: Carried[]
  blocks: Block[]
  priorities: PriorityLine[]
  isSaved: boolean
  all: { id: number; text: string }[]
  toAgree: RoundTable[]
  /** Agreed at this table, and nothing written since: a tap by mistake can be taken back. */
  justAgreed: RoundTable[]
  others: { id: number; text: string }[]
  quick: QuickBox
  /** What the table may turn to. */
  places: { key: string; title: string }[]
  /** Nothing is written down here yet, so that a beginning by mistake can be taken back. */
  isBlank: boolean
}

/** Every template of desk/round-tables, and exactly what it is given. */
export interface RoundTablesViews extends AgendaViews {
  'desk/round-tables/decisions': {
    frame: DeskFrame
    names: Names
    choices: Choices
    tables: RoundTable[]
    held: { table: RoundTable; lines: TableDecision[] }[]
    count: number
    filter: DecisionFilter
    /** Nothing newer was left out. */
    isNewest: boolean
    /** The oldest table that was looked through, and the one that the next page begins with. */
    until: RoundTable | null
    next: RoundTable | null
  }
  'desk/round-tables/minuting/show': MinutePage
  'desk/round-tables/minuting/_attendance': AttendancePart
  'desk/round-tables/minuting/_carried': MinutePart & Carried
  'desk/round-tables/document/_item': MinutePart & { item: Item; goesOn?: boolean }
  'desk/round-tables/document/_block': MinutePart & { piece: Block }
  'desk/round-tables/minuting/_priorities': {
    frame: DeskFrame
    names: Names
    table: RoundTable
    priorities: PriorityLine[]
    others: { id: number; text: string }[]
    open: string
    /** Something of it was just saved, so that it stays in view. */
    isSaved: boolean
  }
  'desk/round-tables/minuting/_turns': {
    table: RoundTable
    quick: QuickBox
    places: { key: string; title: string }[]
  }
  'desk/round-tables/minuting/_reading': { quick: BoxReading }
  'desk/round-tables/document/_reads': { reads: ReadLine[]; id: string }
  'desk/round-tables/minuting/_kept': { keptAt: string }
  'desk/round-tables/minuting/_news': AttendancePart & {
    attendance: boolean
    blocks: Block[]
    gone: string[]
    carried: Carried[]
    /** Where the table turned to something else: what it may turn to. */
    places: { key: string; title: string }[] | null
    quick: QuickBox
  }
  'desk/round-tables/finishing': {
    frame: DeskFrame
    table: RoundTable
    names: Names
    missing: Organisation[]
    unheard: Action[]
    /** Lines that could not be read as more than a note. */
    unread: Note[]
    bare: MinuteItem[]
    /** What comes to the next table by itself. */
    notReached: (Reachable & { text: string })[]
  }
  'desk/round-tables/minuting/_new-concern': MinutePart & { others: { id: number; text: string }[] }
  'desk/round-tables/minutes': {
    frame: DeskFrame
    table: RoundTable
    depth: MinutesDepth
    paper: Paper
    hasNamed: boolean
    mayWrite: boolean
    agreeAt: RoundTable | undefined
    publication: Publication | undefined
    recipients: {
      personId: number | null
      readerId: number | null
      name: string
      email: string
      depth: 'public' | 'table'
      letter: { postedAt: string | null; fault: string | null; at: string } | null
    }[]
    guests: string[]
  }
  'desk/round-tables/bringing-in/new': {
    frame: DeskFrame
    made: number
    doubles: number
    /** Rows that were looked at and not written down yet. */
    kept: number
  }
  'desk/round-tables/bringing-in/review': {
    frame: DeskFrame
    choices: Choices
    rows: (ReviewRow & { days: Record<'by' | 'on', ReadDay> })[]
    source: string
    columns: { column: Column; name: string; examples: string[] }[]
    asked: { word: string; count: number; means: string }[]
    notes: string[]
    tableId: number | null
    open: RoundTable | null
    grounds: readonly string[]
    kinds: Record<BroughtKind, string>
    sayColumn: Record<string, string>
  }
}
