import type { Steps } from '../../to.ts'
import type { Standing } from '../../../domain/concerns/standing.ts'
import type { Paper } from '../../../domain/round-tables/paper.ts'
import type { Grouping } from '../../../domain/evidence/grouping.ts'
import type { Action } from '../../../domain/actions/action.ts'
import type { Photo, ShownPhoto } from '../../../domain/actions/photo.ts'
import type { Event, EventKind } from '../../../domain/evidence/event.ts'
import type { Leaflet } from '../../../domain/evidence/leaflet.ts'
import type { Programme } from '../../../domain/evidence/programme.ts'
import type { Quote } from '../../../domain/evidence/quote.ts'
import type { UnrecordedSession } from '../../../domain/evidence/unrecorded-session.ts'
import type { Publication } from '../../../domain/publishing/publication.ts'
import type { Choices, Names } from '../../../work/names.ts'
import type { DeskFrame, Shown } from './frame.ts'

/** What a leaflet's form offers. */
export interface LeafletChoices {
  choices: Choices
  languages: { code: string; name: string }[]
  questions: Shown<{ id: number; text: string }>
  others: Shown<{ id: number; text: string }>
}

/** Every template of desk/evidence, and exactly what it is given. */
export interface EvidenceViews {
  'desk/evidence/unrecorded-sessions/index': {
    frame: DeskFrame
    sessions: UnrecordedSession[]
    mayWrite: boolean
  }
  'desk/evidence/quotes/index': {
    frame: DeskFrame
    names: Names
    choices: Choices
    concern: { id: number; text: string }
    quotes: { quote: Quote; publicationId: number | null; isPublic: boolean }[]
    mayWrite: boolean
  }
  'desk/evidence/shown-photos/show': {
    frame: DeskFrame
    names: Names
    choices: Choices
    action: { id: number; text: string }
    photo: Photo
    /** Its address. */
    at: Steps
    /** Where it may stand. */
    entries: { id: number; text: string }[]
    told: { shown: ShownPhoto; publication: Publication; isPublic: boolean } | null
  }
  'desk/evidence/events/index': {
    frame: DeskFrame
    names: Names
    ahead: Event[]
    been: Shown<Event>
    mayWrite: boolean
  }
  'desk/evidence/events/new': { frame: DeskFrame; choices: Choices; kinds: readonly EventKind[] }
  'desk/evidence/events/show': {
    frame: DeskFrame
    names: Names
    choices: Choices
    event: Event
    groupings: Grouping[]
    kinds: readonly EventKind[]
    actions: Action[]
    concerns: { id: number; text: string }[]
    allActions: Shown<{ id: number; text: string }>
    allConcerns: Shown<{ id: number; text: string }>
    series: Event[]
    publication: Publication | null
    mayDraft: boolean
    mayChange: boolean
    mayCount: boolean
  }
  'desk/evidence/events/pad': {
    frame: DeskFrame
    event: Event
    groupings: Grouping[]
    key: string
    mayChange: boolean
  }
  'desk/evidence/leaflets/index': {
    frame: DeskFrame
    names: Names
    current: Shown<Leaflet>
    replaced: Shown<Leaflet>
    languages: Record<string, string>
    mayWrite: boolean
  }
  'desk/evidence/leaflets/new': LeafletChoices & { frame: DeskFrame }
  'desk/evidence/leaflets/show': LeafletChoices & {
    frame: DeskFrame
    names: Names
    leaflet: Leaflet
    called: Record<string, string>
    question: Action | null
    replaces: Leaflet | null
    replacedBy: Leaflet | null
    publication: Publication | null
    mayChange: boolean
    mayDraft: boolean
  }
  'desk/evidence/programmes/index': {
    frame: DeskFrame
    names: Names
    programmes: Programme[]
    mayWrite: boolean
  }
  'desk/evidence/programmes/new': { frame: DeskFrame; choices: Choices }
  'desk/evidence/programmes/show': {
    frame: DeskFrame
    names: Names
    choices: Choices
    programme: Programme
    sessions: UnrecordedSession[]
    concerns: Map<number, { text: string; standing: Standing }>
    actions: Map<number, Action>
    alumni: string[]
    /** What is being added, so that its form stays open for the next. */
    add: string
    allConcerns: Shown<{ id: number; text: string }>
    allActions: Shown<{ id: number; text: string }>
    publication: Publication | null
    mayChange: boolean
    mayDraft: boolean
    mayJoin: boolean
    isAlumnus: boolean
  }
  'desk/evidence/briefing/index': {
    frame: DeskFrame
    paper: Paper
    period: string
    depth: string
    periods: string[]
  }
}
