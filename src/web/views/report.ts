import type { Acceptance, Action, Held, Update } from '../../domain/actions/action.ts'
import type { Wish } from '../../domain/actions/pace/wishes.ts'
import type { Photo } from '../../domain/actions/photo.ts'
import type { ReadyWords } from '../../domain/actions/ready-words.ts'
import type { Day, When } from '../../domain/day.ts'
import type { Refusal } from '../../domain/decision.ts'
import type { Seat } from '../../domain/people/seat.ts'
import type { Answer, GuestAnswer } from '../../domain/round-tables/planning/answers.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Names } from '../../work/names.ts'
import { viewOf } from './view.ts'

/** What else is someone's: by the links of the same letter, and how many on the desk alone. */
export interface Rest {
  inLetter: { action: Action; token: string; isSaid: boolean }[]
  onDesk: number
  /** How many of those on the desk they only help with. */
  helped: number
}

/** Every template of report, and exactly what it is given. */
export interface ReportViews {
  'report/actions/show': {
    token: string
    action: Action
    seat: Seat
    today: Day
    concerns: string[]
    table: string | null
    helps: boolean
    last: Update | null
    proposed: boolean
    mayTakeBackYes: boolean
    answer: Acceptance | null
    mayReport: boolean
    finished: boolean
    names: Names
    /** What they or a colleague asked for is answered, not long ago. */
    isAnswered: boolean
    mayAsk: boolean
    /** It was this person who asked. */
    asked: boolean
    isUnasked: boolean
    /** They come from taking back what they had said. */
    isTakenBack: boolean
    /** What this person said last, and what was said for the lead since. */
    said: Update | null
    /** It was said since the letter came. */
    isSaidSince: boolean
    hasReceipt: boolean
    maySayBack: boolean
    since: Update | null
    nextTable: When | null
    /** The form that was refused. */
    failed: string
    /** The steps were saved. */
    isSaved: boolean
    /** Who else may lead. */
    others: { id: number; name: string }[]
    ready: ReadyWords[]
    photosLost: boolean
    /** What they said last, where it waits for a seat or came back from it. */
    held: { said: Held; releaser: string } | null
    mayTakeHeldBack: boolean
    /** The seat that releases what is said here. */
    releaser: string
    errors: Refusal[]
    typed: Record<string, string>
  }
  'report/actions/pace/_ask': ReportViews['report/actions/show']
  'report/actions/pace/receipt': {
    token: string
    action: Action
    wish: Wish
    names: Names
    rest: Rest
    mayUndo: boolean
  }
  'report/actions/receipt': {
    token: string
    action: Action
    said: Update
    photos: Photo[]
    /** The seat that it waits for. */
    releaser: string
    mayUndo: boolean
    table: string | null
    nextTable: When | null
    /** A round table is open now. */
    meets: boolean
    /** It was said today; later its page says what stands now. */
    isFresh: boolean
    rest: Rest
  }
  'report/actions/_said': ReportViews['report/actions/show']
  'report/actions/_said-last': ReportViews['report/actions/show']
  'report/actions/_form': ReportViews['report/actions/show']
  'report/actions/_readers': { nextTable: When | null; meets: boolean }
  'report/actions/_rest': { rest: Rest }
  'report/actions/release': {
    token: string
    action: Action
    said: Update
    photos: Photo[]
    from: string
    state: 'waits' | 'released' | 'returned' | 'over'
    returned: { words: string } | null
    errors: Refusal[]
    typed: string
  }
  'report/actions/release-gone': { isOld: boolean; unsent: string[] }
  'report/actions/gone': { token: string; mayAsk: boolean; unsent: string[] }
  'report/_unsent': { unsent: string[] }
  'report/actions/renewed': object
  'report/round-tables/show': {
    token: string
    table: RoundTable
    seats: string[]
    answer: Answer | GuestAnswer | null
    /** What they had said to the day before it was moved. */
    before: Answer | GuestAnswer | null
    /** From when it was moved, and why. */
    moved: { from: string; reason: string } | null
    isTakenBack: boolean
    mayTakeBack: boolean
    errors: Refusal[]
    typed: Record<string, string>
  }
  'report/round-tables/gone': { cancelled: RoundTable | null; unsent: string[] }
}

export const view = viewOf<ReportViews>()
