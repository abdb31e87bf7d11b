import type { Action, Held } from '../../../domain/actions/action.ts'
import type { Reached } from '../../../domain/actions/aims.ts'
import type { Photo } from '../../../domain/actions/photo.ts'
import type { ReadyWords } from '../../../domain/actions/ready-words.ts'
import type { Concern } from '../../../domain/concerns/concern.ts'
import type { Event } from '../../../domain/evidence/event.ts'
import type { Leaflet } from '../../../domain/evidence/leaflet.ts'
import type { Programme } from '../../../domain/evidence/programme.ts'
import type { Mine } from '../../../domain/people/mine.ts'
import type { OtherTable, OwnSaid } from '../../../domain/people/own-there.ts'
import type { Seat } from '../../../domain/people/seat.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { DeskFrame } from './frame.ts'
import type { SaidOf } from './residents.ts'
import type { Choices, Names } from '../../../work/names.ts'

/** An update that waits to be released or came back, as far as whoever reads may know of it. */
export interface HeldLine {
  held: Held
  from: string
  releaser: string
  isEmpty: boolean
  mayRead: boolean
  mayRelease: boolean
  mayTakeBack: boolean
}

/** Every template of desk/actions, and exactly what it is given. */
export interface ActionsViews {
  'desk/actions/my-actions/index': {
    frame: DeskFrame
    names: Names
    toAccept: Action[]
    declined: Action[]
    mine: Action[]
    helping: Action[]
    finished: Action[]
    written: Action[]
    seats: Seat[]
    phrases: string[]
    mayReport: boolean
    said: (action: Action) => OwnSaid
    saved: number
    unsent: { id: number; words: string }[]
    toRelease: Action[]
    /** What other round tables tell; nothing where this one is alone, or was not asked for them. */
    others: OtherTable[] | null
  }
  'desk/actions/index': {
    frame: DeskFrame
    names: Names
    actions: Action[]
    /** How many are not shown until someone asks. */
    more: number
    own: Mine
    filter: { status: string; organisation: string; kind: string; q: string }
    choices: Choices
    mayWrite: boolean
  }
  'desk/actions/show': {
    frame: DeskFrame
    names: Names
    /** R5: what everyone was called at an instant. */
    namesAt: (at: string) => Names
    choices: Choices
    action: Action
    concerns: Concern[]
    mayReport: boolean
    mayAnswer: boolean
    mayClose: boolean
    mayChange: boolean
    /** They may put a photo forward to be shown to residents. */
    mayShow: boolean
    /** R5: they may ask the table for another date or lead, and take that back. */
    mayAsk: boolean
    mayUnask: boolean
    isAnswered: boolean
    said: SaidOf[]
    events: Event[]
    programmes: Programme[]
    leaflets: Leaflet[]
    aims: Reached[]
    mayTakeBack: (updateId: number) => boolean
    openTable: RoundTable | undefined
    ready: ReadyWords[]
    held: HeldLine[]
    /** Whom an update will wait for, in words. */
    releaseNote: string
    photosLost: boolean
    photosOf: (updateId: number) => Photo[]
    saved: string
  }
}
