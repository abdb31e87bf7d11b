import type { Standing } from '../../../domain/concerns/standing.ts'
import type { Action } from '../../../domain/actions/action.ts'
import type { AimCount, FourAim } from '../../../domain/concerns/aims.ts'
import type { Concern, Joining } from '../../../domain/concerns/concern.ts'
import type { Message } from '../../../domain/residents/message.ts'
import type { Event } from '../../../domain/evidence/event.ts'
import type { Programme } from '../../../domain/evidence/programme.ts'
import type { Publication } from '../../../domain/publishing/publication.ts'
import type { Note } from '../../../domain/round-tables/minutes.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { DeskFrame } from './frame.ts'
import type { Shown } from './frame.ts'
import type { Choices, Names } from '../../../work/names.ts'

export interface ConcernLine {
  concern: Concern
  text: string
  standing: Standing
  days: number
  publication: Publication | undefined
  actions: number
}

/** Every template of desk/concerns, and exactly what it is given. */
export interface ConcernsViews {
  'desk/concerns/index': {
    frame: DeskFrame
    names: Names
    lines: ConcernLine[]
    /** How many are not shown until someone asks. */
    more: number
    mayWrite: boolean
    q: string
  }
  'desk/concerns/aims': {
    frame: DeskFrame
    quarters: AimCount[]
    /** So many quarters before those were left out, and so many concerns. */
    older: number
    more: number
    concerns: { id: number; text: string; aims: FourAim[] }[]
  }
  'desk/concerns/new': { frame: DeskFrame; choices: Choices }
  'desk/concerns/show': {
    frame: DeskFrame
    names: Names
    choices: Choices
    concern: Concern
    standing: Standing
    actions: Action[]
    notes: Note[]
    raisedAt: RoundTable[]
    /** Messages of residents behind it, and those that this person may read. */
    aims: FourAim[]
    wrote: { count: number; messages: Message[] }
    events: Event[]
    programmes: Programme[]
    publication: Publication | undefined
    mayOpen: boolean
    into: Concern | undefined
    /** Agreed under the one it is joined to, since it was. */
    since: Action[]
    /** Each joining with another, and whether this one went into that. */
    joined: { other: Concern; joining: Joining; isInto: boolean }[]
    merged: Concern[]
    splits: Concern[]
    others: Shown<{ id: number; text: string }>
    mayWrite: boolean
    tables: Shown<RoundTable>
    open: RoundTable | undefined
  }
}
