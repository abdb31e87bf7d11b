import type { Day } from '../../../domain/day.ts'
import type { Refusal } from '../../../domain/decision.ts'
import type { Who } from '../../../domain/people/person.ts'
import type { Path } from '../../to.ts'

/**
 * The frame of a page on the desk: who reads (nobody yet where one signs in), and the form that was
 * refused with all that was typed.
 */
export interface DeskFrame<Reader extends Who | null = Who> {
  title: string
  active: string
  who: Reader
  today: Day
  demo: boolean
  form: string
  errors: Refusal[]
  typed: Record<string, string | string[]>
  /** What this person typed on this page and has not sent, by form. */
  kept: Record<string, Record<string, string>>
  /** No mail server is set: letters stay in a folder of the server. */
  lettersStay: boolean
  /** The menu, read from the record when a whole page is drawn, and not for a part. */
  places: () => PlaceGroup[]
}

/** A part of the menu: its places, and which of them is the page, or what the page belongs to. */
export interface PlaceGroup {
  title: string
  isHere: boolean
  places: { path: Path; label: string; current: 'page' | 'true' | null }[]
}

/** Every template of desk/frame, and exactly what it is given. */
export interface ConflictViews {
  'errors/conflict': {
    frame: DeskFrame
    reason: string
    theirs: string
    yours: string
    back: Path
  }
}

/** The lines of a list that are drawn, and how many there are beside them. */
export interface Shown<T> {
  shown: T[]
  more: number
}
