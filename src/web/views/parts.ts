import type { Block } from '../../domain/round-tables/paper.ts'
import type { QuoteWords } from '../../domain/publishing/kinds/quote.ts'
import type { EntryWords } from '../../domain/publishing/kinds/entry.ts'
import type { Change } from '../../domain/publishing/told.ts'
import type { Action } from '../../domain/actions/action.ts'
import type { Photo } from '../../domain/actions/photo.ts'
import type { Wish } from '../../domain/actions/pace/wishes.ts'
import type { ReadyWords } from '../../domain/actions/ready-words.ts'
import type { FieldReads } from '../../domain/dates/say-reading.ts'
import type { Depth } from '../../domain/depth.ts'
import type { OwnSaid } from '../../domain/people/own-there.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Event } from '../../domain/evidence/event.ts'
import type { Leaflet } from '../../domain/evidence/leaflet.ts'
import type { Programme } from '../../domain/evidence/programme.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Copy } from '../../domain/publishing/board.ts'
import type { Choices, Names } from '../../work/names.ts'
import type { Option } from '../options.ts'
import type { Path } from '../to.ts'
import type { BoardFrame, ShownPhoto } from './board.ts'
import type { DeskFrame, PlaceGroup } from './desk/frame.ts'

/** One field of a form, found again by the form and its own name. */
interface FieldOf {
  frame: DeskFrame<Who | null>
  form: string
  name: string
}

/** Parts that pages of more than one area include, and exactly what they are given. */
export interface Parts {
  'parts/lists/_newest': { more: number; path: Path }
  'parts/lists/_more': {
    id: string
    more: number
    path: `/${string}`
    query: Record<string, string>
  }
  'parts/_based-on': Pick<FieldOf, 'frame' | 'form'> & { on: string | number }
  'parts/_changed': { change: Change; publishedOn: string }
  'parts/_check': FieldOf & { label: string; value?: string | number; checked?: boolean }
  'parts/_checks': FieldOf & {
    legend: string
    hint?: string
    options: readonly Option[]
    values?: readonly (string | number)[]
  }
  /** Who may know of something that is written down already, as a form of its own. */
  'parts/_depth': {
    frame: DeskFrame
    choices: Choices
    record: { depth: Depth; ground: string | null; list: number[] }
    path: Path
    warning?: string
    narrow?: boolean
  }
  'parts/_errors': { frame: DeskFrame<Who | null> }
  'parts/_field': FieldOf & {
    label: string
    hint?: string
    hideLabel?: boolean
    as?: 'textarea' | 'select'
    type?: string
    value?: string | number | null
    options?: readonly Option[]
    rows?: number
    cls?: string
    voice?: boolean
    lang?: string
    dir?: string
    autocomplete?: string
    inputmode?: string
    /** What it takes: what is typed is shown as it is read. */
    reads?: FieldReads
    list?: string
    autofocus?: boolean
  }
  /** That something is held in private, from whom, and that this look is written down. */
  'parts/_held': { record: { ground: string | null; list: number[] }; names: Names }
  'parts/_line': { entry: Copy<EntryWords> }
  'parts/_lock': object
  'parts/_mark': object
  'parts/_piece': { piece: Block }
  /** Who may know, among the fields of what is being written. */
  'parts/_privacy': {
    frame: DeskFrame
    form: string
    choices: Choices
    grounds: readonly string[]
    value?: Depth
    ground?: string
    list?: readonly number[]
    open?: boolean
  }
  /** The menu of the desk. */
  'parts/places/_menu': { onDesk: boolean; groups: PlaceGroup[] }
  /** That letters stay in a folder, where no mail server is set. */
  'parts/places/_letters-stay': { stays: boolean }
  'parts/places/_help': object
  'parts/places/_whom': object
  /** What each role may do, where one is chosen. */
  'parts/places/_roles': object
  /** The box that searches from any page of the desk. */
  'parts/places/_search': object
  /** What stands in a field of a date or a time, as it is read. */
  'parts/dates/_read': { id: string; read: string }
  'parts/_saved': { savedAt: string | null }
  'parts/_warning': object
  'parts/actions/_action': {
    frame: DeskFrame
    form: string
    choices: Choices
    grounds: readonly string[]
    label?: string
    button?: string
    buttonFor?: string
    named?: boolean
    autofocus?: boolean
  }
  /** R5: what an owner asked for, and what was answered. */
  'parts/actions/_asked': { wish: Wish; names: Names; you?: boolean }
  /** ... in its row at the table, to be answered with one tap. */
  'parts/actions/_own': { number: string; said: OwnSaid }
  'parts/actions/_asked-here': {
    frame: DeskFrame
    names: Names
    table: RoundTable
    action: Action
    wish: Wish
    form: string
  }
  /** The yes to what was asked, and what becomes of whoever led. */
  'parts/actions/_grant': { action: Action; names: Names; wish: Wish }
  'parts/actions/_owner': { action: Action; names: Names; frame: { today: string } }
  'parts/actions/_parts': { action: Action; names: Names }
  'parts/actions/_photo-field': { id: string; wrong: string; lost: boolean }
  'parts/actions/_photos': { photos: Photo[]; path: Path; mayEnd: boolean; mayShow: boolean }
  'parts/actions/_ready': { ready: ReadyWords[]; path: Path }
  /** R2: the steps on the way, which say nothing of where the action stands. */
  'parts/actions/_steps': {
    action: Action
    names: Names
    path: Path
    mayChange: boolean
    saved: boolean
    wrong: string
    typed: string | undefined
    typedDone: string[] | undefined
  }
  'parts/actions/_state': { action: Action; names: Names }
  'parts/evidence/_events': {
    title: string
    events: Event[]
    programmes: Programme[]
    leaflets?: Leaflet[]
  }
  'parts/evidence/_evidence': { at: 'events' | 'leaflets' | 'programmes' | 'upwards' }
  'parts/evidence/_shown-photos': { photos: ShownPhoto[] }
  'parts/evidence/_quotes': { quotes: QuoteWords[] }
}

/** The frames that pages stand in, with the page as `body`. */
export interface Layouts {
  'layouts/board': { frame: BoardFrame; body: string }
  'layouts/embed': { frame: BoardFrame; body: string }
  'layouts/poster': { frame: BoardFrame; title: string; ink: boolean; body: string }
  'layouts/desk': {
    frame: DeskFrame<Who | null>
    script?: string | boolean
    onward?: string
    body: string
  }
  'layouts/room': { frame: DeskFrame; follows: boolean; body: string }
  'layouts/report': {
    title: string
    errors?: { field: string; reason: string }[]
    /** The page says itself whom to ask. */
    saysWhom?: boolean
    /** What is typed on it is kept on the phone until it is sent. */
    keeps?: boolean
    body: string
  }
}
