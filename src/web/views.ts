import type { Markup } from './markup.ts'
import type { Acceptance, Action, Status, Update } from '../domain/action.ts'
import type { Reached } from '../domain/aims.ts'
import type { Slot } from '../domain/agenda.ts'
import type { Baton } from '../domain/baton.ts'
import type {
  Board,
  BoardQuery,
  Copy,
  TranslationState,
  Voice as LastSpoke,
  Withdrawn,
  choices,
} from '../domain/board.ts'
import type { BroughtKind } from '../domain/bringing.ts'
import type { Event, Grouping } from '../domain/event.ts'
import type { Leaflet } from '../domain/leaflet.ts'
import type { Programme } from '../domain/programme.ts'
import type { Concern, Standing } from '../domain/concern.ts'
import type { Day } from '../domain/day.ts'
import type { GROUNDS } from '../domain/depth.ts'
import type { Numbered } from '../domain/numbers.ts'
import type { Message, ReplyTo } from '../domain/message.ts'
import type { MinuteItem, MinutesDepth, Note } from '../domain/minutes.ts'
import type { Frequency, Why } from '../domain/notice.ts'
import type { Paper } from '../domain/paper.ts'
import type { Refusal } from '../domain/decision.ts'
import type { Check, Telling } from '../domain/entry.ts'
import type {
  EntryWords,
  EventWords,
  Label,
  LeafletWords,
  Original,
  ProgrammeWords,
  PartnershipWords,
  Piece,
  TableWords,
  Words,
  YearWords,
} from '../domain/told.ts'
import type { Who } from '../domain/person.ts'
import type { Quote } from '../domain/quote.ts'
import type { RoundTable } from '../domain/round-table.ts'
import type { Voice } from './languages.ts'
import type { Plots } from './plots.ts'
import type { Verdict, Verdicts } from '../domain/verdict.ts'
import type { Unrecorded } from '../domain/unrecorded.ts'
import type { Organisation, Seat } from '../domain/seat.ts'

/** The frame of a public page. */
export interface BoardFrame {
  title: string
  active: string
  partnership: PartnershipWords | null
  found: boolean
  /** Pages that have something on them, beside those that are always there. */ more: (
    | 'events'
    | 'leaflets'
    | 'programmes'
  )[]
  description?: string
  data?: Markup
  asked?: Record<string, string>
}

/**
 * The frame of a page on the desk: who reads, and the form that was refused with all that was
 * typed.
 */
export interface DeskFrame {
  title: string
  active: string
  who: Who | null
  today: Day
  demo: boolean
  form: string
  errors: Refusal[]
  typed: Record<string, string | string[]>
  /** What this person typed on this page and has not sent, by form. */
  kept: Record<string, Record<string, string>>
}

/** What the ids on a record are called. */
export interface Names {
  organisation: (id: number | null) => string
  publicName: (id: number | null) => string
  seat: (id: number | null) => string
  person: (id: number | null) => string
  theme: (id: number | null) => string
  area: (id: number | null) => string
  table: (id: number | null) => RoundTable | undefined
}

/** What a form offers to choose from. */
export interface Choices {
  organisations: Organisation[]
  seats: Seat[]
  themes: { id: number; name: string }[]
  areas: { id: number; name: string }[]
  people: { id: number; name: string }[]
}

/** An item while minuting: a link stands beside a gap for those on its list. */
export interface Item extends MinuteItem {
  standing: Standing
  open: string | null
}
export interface EntryLine {
  telling: Telling
  name: string
  standing: Standing | null
  published: Standing | null
  stage: string
}
export interface ConcernLine {
  concern: Concern
  text: string
  standing: Standing
  days: number
  telling: Telling | undefined
  actions: number
}

/** A typed line as it will be read, in words. */
export interface ReadLine {
  kind: string
  text: string
  isConcern: boolean
  facts: string[]
  remarks: string[]
}
/** Something that completes what is being typed: `typed` is replaced by `insert`. */
export interface Offer {
  typed: string
  insert: string
  name: string
}
/** A line that was written: what it became, and by whom where that was someone else. */
export interface Written {
  id: number
  kind: string
  text: string
  isConcern: boolean
  by: string | null
  at: string
  takeOut: `/${string}` | null
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
  seen: number
  written: Written[]
  unread: Note[]
}
/** What stands in the box, and how it will be read. */
export interface BoxReading {
  text: string
  reads: ReadLine[]
  offers: Offer[]
  keptAt: string | null
}

/**
 * A row that is brought in, as it is understood and can be put right. `private` is its ground;
 * `double` says where it is already.
 */
export interface ReviewRow {
  number: number
  kind: BroughtKind
  text: string
  leadId: number | null
  helperIds: number[]
  by: string
  status: Status | ''
  said: string
  private: '' | (typeof GROUNDS)[number]
  double: string | null
  remarks: string[]
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
}
export interface MinutePage extends MinutePart {
  missing: Organisation[]
  represented: Record<number, string>
  differences: string[]
  carried: Action[]
  items: Item[]
  notes: Note[]
  priorities: PriorityLine[]
  all: { id: number; text: string }[]
  toAgree: RoundTable[]
  others: { id: number; text: string }[]
  quick: QuickBox
}

/**
 * The page where what is told is written, checked, approved and published. `at` is where it goes on
 * after a save.
 */
export interface EntryPage {
  at: string
  frame: DeskFrame
  names: Names
  telling: Telling
  name: string
  words: Words
  draftId: number
  checks: Check[]
  approved: boolean
  published: boolean
  source: {
    concern: Concern | undefined
    actions: Action[]
    blocked: number
    table: RoundTable | undefined
  }
  said: SaidOf[]
  heard: { word: string; verdict: Verdict; on: string }[]
  steps: string
  happened: string | null
  standing: Standing
  toldOf: Record<number, string>
  numbers: Numbered[]
  fields: PublicField[]
  typed: Record<string, string>
  evidence: PrivateSource | null
  entries: Copy<EntryWords>[]
  languages: { code: string; name: string; locale: string; dir: string }[]
  preview: PublicPreview
  /** Where the very file that these words come with can be read before they are public. */ fileAt: (
    file: LeafletWords['files'][number],
  ) => [string, ...(string | number)[]] | null
  pieces: Piece[]
  language: { name: string; locale: string; dir: string } | null
  mayDraft: boolean
  mayApprove: boolean
  isWriter: boolean
  alone: boolean
  mayComment: boolean
  commentAs: number | null
  named: string[]
  grounds: readonly string[]
}

/** A field of public words, with what the record says beside it. */
export interface PublicField {
  name: string
  label: string
  hint: string
  rows: number
  most: number
  isStrength?: true
  /** The heading that it and those after it stand under. */ group?: string
}
/** What the table wrote, for whoever puts it into public words. */
export interface PrivateSource {
  name: string
  href: string
  lines: { label: string; text: string }[]
  files: { name: string; href: string }[]
}

/** What a leaflet's form offers. */
export interface LeafletChoices {
  choices: Choices
  languages: { code: string; name: string }[]
  questions: { id: number; text: string }[]
  others: { id: number; text: string }[]
}

/** A rule of the accessibility guidelines, and how we know that it is kept. */
export interface Criterion {
  number: string
  name: string
  level: string
  how: string
}

/** A letter as the desk shows it: to whom, why, when, and what became of it. Never its words. */
export interface LetterLine {
  id: number
  kind: 'actions' | 'minutes' | 'invitation' | 'baton'
  name: string
  at: string
  tryAt: string
  postedAt: string | null
  fault: string | null
  heldAt: string | null
  about: ({ why: Why; number: string } | null)[]
}

/** Languages by their code, for texts that someone wrote in one. */
export type Tongues = Record<string, { name: string; locale: string; dir: 'ltr' | 'rtl' }>

/** What residents say of what is public now. */
export interface SaidOf {
  slug: string
  said: string
  tellingId: number
  verdicts: Verdicts
  actionIds: number[]
}

/** Every template's name, and exactly what it is given. */
export interface Views {
  'board/board/index': {
    frame: BoardFrame
    query: BoardQuery
    asked: Record<string, string>
    narrowed: boolean
    close: boolean
    counts: Record<Standing | 'heard', number>
    sections: { key: 'answered' | 'doing' | 'waiting' | 'order'; entries: Copy<EntryWords>[] }[]
    found: number
    page: number
    pages: number
    choices: ReturnType<typeof choices>
    next: Copy<TableWords> | null
    last: Copy<TableWords> | null
    runs: Record<string, { present: number; of: number }>
    voices: LastSpoke[]
    plots: Plots
    years: Copy<YearWords>[]
    empty: boolean
    today: Day
  }
  'board/entries/show': {
    frame: BoardFrame
    entry: Copy<EntryWords>
    silent: number | null
    translation: TranslationState | null
    byMachine: boolean
    events: Copy<EventWords>[]
    programmes: Copy<ProgrammeWords>[]
    today: Day
  }
  'board/events/index': { frame: BoardFrame; events: Copy<EventWords>[] }
  'board/events/show': { frame: BoardFrame; event: Copy<EventWords>; entries: Copy<EntryWords>[] }
  'board/leaflets/index': { frame: BoardFrame; leaflets: Copy<LeafletWords>[] }
  'board/leaflets/show': {
    frame: BoardFrame
    leaflet: Copy<LeafletWords>
    newer: Copy<LeafletWords> | null
    older: Copy<LeafletWords> | null
  }
  'board/programmes/index': { frame: BoardFrame; programmes: Copy<ProgrammeWords>[] }
  'board/programmes/show': {
    frame: BoardFrame
    programme: Copy<ProgrammeWords>
    entries: Copy<EntryWords>[]
  }
  'board/round-tables/index': { frame: BoardFrame; tables: Board['tables'][number][]; today: Day }
  'board/round-tables/show': {
    frame: BoardFrame
    table: Copy<TableWords>
    runs: Record<string, { present: number; of: number }>
    today: Day
  }
  'board/poster/index': {
    frame: BoardFrame
    quarter: string
    quarters: string[]
    asked: Record<string, string>
    ink: boolean
    title: string
    entries: readonly Copy<EntryWords>[]
    large: boolean
    small: string[]
    next: Copy<TableWords> | null
    square: { size: number; path: string }
    address: string
    shown: string
    today: Day
  }
  'board/entries/verdict': {
    frame: BoardFrame
    entry: Copy<EntryWords>
    word: string
    error: string
  }
  'board/entries/thanks': { frame: BoardFrame; entry: Copy<EntryWords> }
  'board/tell-us/index': {
    frame: BoardFrame
    values: Record<string, string>
    errors: Record<string, string>
    areas: Label[]
    next: Copy<TableWords> | null
    most: number
  }
  'board/tell-us/sent': { frame: BoardFrame; reference: string }
  'board/tell-us/replies': { frame: BoardFrame; replies: ReplyTo[] }
  'board/follow/index': { frame: BoardFrame; typed: string; error: string }
  'board/follow/confirm': { frame: BoardFrame; key: string; ends: boolean }
  'board/follow/said': { frame: BoardFrame; what: 'asked' | 'done' | 'ended' | 'old' }
  'board/pages/about': {
    frame: BoardFrame
    spoken: {
      name: string
      locale: string
      dir: string
      checkedOn: string | null
      missing: number
    }[]
  }
  'board/pages/privacy': { frame: BoardFrame; years: Copy<YearWords>[] }
  'board/pages/accessibility': { frame: BoardFrame; criteria: readonly Criterion[] }
  'board/pages/missing': { frame: BoardFrame }
  'board/pages/withdrawn': { frame: BoardFrame; gone: Withdrawn }

  'report/report/show': {
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
    errors: Refusal[]
    typed: Record<string, string>
  }
  'report/report/receipt': {
    token: string
    action: Action
    said: Update
    mayUndo: boolean
    table: string | null
  }
  'report/report/gone': { token: string; mayAsk: boolean }
  'report/report/renewed': object

  'desk/sign-in/email': {
    frame: DeskFrame
    kept: boolean
    withPasskey: boolean
    withAccount: boolean
  }
  'desk/sign-in/invitation': {
    frame: DeskFrame
    token: string
    organisation: string
    seat: string | null
    withAccount: boolean
  }
  'desk/sign-in/passkey': { frame: DeskFrame; options: string; isSecondStep: boolean }
  'desk/sign-in/new-passkey': { frame: DeskFrame; options: string; device: string }
  'desk/sign-in/leaving': { frame: DeskFrame; address: string }
  'desk/sign-in/back': { frame: DeskFrame; answer: string }
  'desk/sign-in/code': { frame: DeskFrame; shownCode: string | null }
  'desk/sign-in/_code': { frame: DeskFrame; shownCode: string | null }
  'desk/sign-in/second-factor': { frame: DeskFrame; withApp: boolean; withPasskey: boolean }
  'desk/sign-in/enrol': {
    frame: DeskFrame
    secret: string
    square: { size: number; path: string }
    withPasskey: boolean
  }
  'desk/sign-in/recovery': { frame: DeskFrame; codes: string[] }
  'desk/sign-in/set-up': { frame: DeskFrame; token: string; first: boolean }

  'desk/desk/index': {
    frame: DeskFrame
    names: Names
    mine: Action[]
    toAccept: Action[]
    open: RoundTable | null
    next: RoundTable | null
    missing: string[]
    draftMinutes: RoundTable[]
    late: Action[]
    waiting: Action[]
    quiet: Action[]
    toDraft: ConcernLine[]
    toApprove: EntryLine[]
    toPublish: EntryLine[]
    movedOn: EntryLine[]
    toRead: EntryLine[]
    unanswered: ConcernLine[]
    emptySeats: Seat[]
    batons: { seat: Seat; baton: Baton }[]
    runningOut: Quote[]
    helping: Action[]
    kept: { id: number; page: string; fields: Record<string, string | string[]> }[]
    mayWrite: boolean
    mayReport: boolean
    nothing: boolean
    expected: number[]
    messages: number
    atRisk: { id: number; at: string }[]
    noDifference: SaidOf[]
  }
  'desk/concerns/index': {
    frame: DeskFrame
    names: Names
    lines: ConcernLine[]
    mayWrite: boolean
    q: string
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
    events: Event[]
    programmes: Programme[]
    leaflets: Leaflet[]
    telling: Telling | undefined
    mayOpen: boolean
    into: Concern | undefined
    merged: Concern[]
    splits: Concern[]
    others: { id: number; text: string }[]
    mayWrite: boolean
    tables: RoundTable[]
    open: RoundTable | undefined
  }
  'desk/round-tables/index': {
    frame: DeskFrame
    tables: RoundTable[]
    choices: Choices
    mayWrite: boolean
  }
  'desk/round-tables/planned': {
    frame: DeskFrame
    names: Names
    table: RoundTable
    carried: Action[]
    mayWrite: boolean
    telling: Telling | undefined
    silent: Action[]
  }
  'desk/round-tables/minute': MinutePage
  'desk/round-tables/agenda': {
    frame: DeskFrame
    table: RoundTable
    slots: Slot[]
    times: string[]
    length: number
    large: boolean
    mayWrite: boolean
    mayPark: boolean
    topics: { id: number; text: string; by: string; mayEnd: boolean }[]
  }
  'desk/round-tables/_attendance': MinutePart & {
    missing: Organisation[]
    represented: Record<number, string>
    differences: string[]
  }
  'desk/round-tables/_carried': MinutePart & { action: Action }
  'desk/round-tables/_item': MinutePart & { item: Item }
  'desk/round-tables/_priorities': {
    frame: DeskFrame
    names: Names
    table: RoundTable
    priorities: PriorityLine[]
    others: { id: number; text: string }[]
  }
  'desk/round-tables/_reading': { quick: BoxReading }
  'desk/round-tables/_kept': { keptAt: string }
  'desk/round-tables/_news': MinutePart & {
    missing: Organisation[]
    represented: Record<number, string>
    differences: string[]
    attendance: boolean
    items: Item[]
    gone: string[]
    carried: Action[]
    notes: Note[] | null
    quick: QuickBox
  }
  'desk/round-tables/finishing': {
    frame: DeskFrame
    table: RoundTable
    names: Names
    missing: Organisation[]
    unheard: Action[]
    bare: MinuteItem[]
  }
  'desk/round-tables/_new-concern': MinutePart & { others: { id: number; text: string }[] }
  'desk/round-tables/minutes': {
    frame: DeskFrame
    table: RoundTable
    depth: MinutesDepth
    paper: Paper
    hasNamed: boolean
    mayWrite: boolean
    agreeAt: RoundTable | undefined
    telling: Telling | undefined
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
  'desk/bringing/new': { frame: DeskFrame; made: number; doubles: number }
  'desk/bringing/review': {
    frame: DeskFrame
    choices: Choices
    rows: ReviewRow[]
    tableId: number | null
    open: RoundTable | null
    grounds: readonly string[]
    kinds: Record<BroughtKind, string>
  }
  'desk/sessions/index': { frame: DeskFrame; sessions: Unrecorded[]; mayWrite: boolean }
  'desk/mine/index': {
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
    last: (action: Action) => Update | null
    saved: number
    isAsked: (action: Action) => boolean
    unsent: { id: number; words: string }[]
  }
  'desk/actions/index': {
    frame: DeskFrame
    names: Names
    actions: Action[]
    mine: Action[]
    filter: { status: string; organisation: string; kind: string; q: string }
    choices: Choices
    mayWrite: boolean
  }
  'desk/actions/show': {
    frame: DeskFrame
    names: Names
    choices: Choices
    action: Action
    concerns: Concern[]
    mayReport: boolean
    mayAnswer: boolean
    mayClose: boolean
    mayChange: boolean
    said: SaidOf[]
    events: Event[]
    programmes: Programme[]
    leaflets: Leaflet[]
    aims: Reached[]
    mayTakeBack: (updateId: number) => boolean
    openTable: RoundTable | undefined
    saved: string
  }
  'desk/entries/index': {
    frame: DeskFrame
    lines: EntryLine[]
    toDraft: ConcernLine[]
    untoldTables: RoundTable[]
    closedYears: string[]
    partnership: boolean
    mayDraft: boolean
  }
  'desk/entries/show': EntryPage
  'desk/entries/_page': EntryPage
  'desk/letters/index': {
    frame: DeskFrame
    frequency: Frequency
    mayKeep: boolean
    waiting: LetterLine[]
    gone: LetterLine[]
    later: { name: string; about: { why: Why; number: string } | null }[]
  }
  'desk/messages/index': {
    frame: DeskFrame
    messages: Message[]
    held: Message[]
    areas: Record<string, string>
    languages: Tongues
  }
  'desk/messages/show': {
    frame: DeskFrame
    names: Names
    choices: Choices
    message: Message
    mayHandle: boolean
    concerns: { id: number; text: string; isHeld: boolean }[]
    others: { id: number; text: string }[]
    area: number | null
    areas: Record<string, string>
    languages: Tongues
    steps: string
    grounds: readonly string[]
  }
  'desk/translations/index': {
    frame: DeskFrame
    mayDraft: boolean
    language: { code: string; name: string } | null
    languages: {
      code: string
      name: string
      own: string
      locale: string
      dir: string
      checkedOn: string | null
      missing: number
      counts: Record<TranslationState, number>
    }[]
    lines: { of: Original; name: string; state: TranslationState; telling: number | null }[]
  }
  'desk/batons/show': {
    frame: DeskFrame
    names: Names
    seat: Seat
    actions: Action[]
    held: number
    baton: Baton | null
    ended: Baton | null
    lapsed: Baton | null
    sees: boolean
    mayHandOn: boolean
    mayAnswer: boolean
    mayStop: boolean
    mayInvite: boolean
    colleagues: { id: number; name: string }[]
    mySeats: Seat[]
    alumni: number[]
    invitedUntil: string | null
    ranOut: boolean
    cannot: boolean
  }
  'desk/me/index': {
    frame: DeskFrame
    name: string
    email: string
    role: Who['role']
    seats: Seat[]
    sessions: {
      id: number
      createdAt: string
      lastSeenAt: string
      device: string | null
      isThis: boolean
    }[]
    withPasskey: boolean
    passkeys: { id: number; name: string; at: string; usedAt: string | null }[]
    hasApp: boolean
    mayChangeFactors: boolean
    mayRemovePasskey: boolean
    accounts: { id: number; at: string }[]
    calendarSince: string | null
    calendar: string | null
    isAlumnus: boolean
  }
  'desk/quotes/index': {
    frame: DeskFrame
    names: Names
    choices: Choices
    concern: { id: number; text: string }
    quotes: { quote: Quote; tellingId: number | null; isPublic: boolean }[]
    mayWrite: boolean
  }
  'desk/events/index': {
    frame: DeskFrame
    names: Names
    ahead: Event[]
    been: Event[]
    mayWrite: boolean
  }
  'desk/events/new': { frame: DeskFrame; choices: Choices; kinds: readonly string[] }
  'desk/events/show': {
    frame: DeskFrame
    names: Names
    choices: Choices
    event: Event
    groupings: Grouping[]
    kinds: readonly string[]
    actions: Action[]
    concerns: { id: number; text: string }[]
    allActions: { id: number; text: string }[]
    allConcerns: { id: number; text: string }[]
    series: Event[]
    telling: Telling | null
    mayDraft: boolean
    mayChange: boolean
    mayCount: boolean
  }
  'desk/events/pad': {
    frame: DeskFrame
    event: Event
    groupings: Grouping[]
    key: string
    mayChange: boolean
  }
  'desk/leaflets/index': {
    frame: DeskFrame
    names: Names
    current: Leaflet[]
    replaced: Leaflet[]
    languages: Record<string, string>
    mayWrite: boolean
  }
  'desk/leaflets/new': LeafletChoices & { frame: DeskFrame }
  'desk/leaflets/show': LeafletChoices & {
    frame: DeskFrame
    names: Names
    leaflet: Leaflet
    called: Record<string, string>
    question: Action | null
    replaces: Leaflet | null
    replacedBy: Leaflet | null
    telling: Telling | null
    mayChange: boolean
    mayDraft: boolean
  }
  'desk/programmes/index': {
    frame: DeskFrame
    names: Names
    programmes: Programme[]
    mayWrite: boolean
  }
  'desk/programmes/new': { frame: DeskFrame; choices: Choices }
  'desk/programmes/show': {
    frame: DeskFrame
    names: Names
    choices: Choices
    programme: Programme
    sessions: Unrecorded[]
    concerns: Map<number, { text: string; standing: Standing }>
    actions: Map<number, Action>
    alumni: string[]
    /** What is being added, so that its form stays open for the next. */ add: string
    allConcerns: { id: number; text: string }[]
    allActions: { id: number; text: string }[]
    telling: Telling | null
    mayChange: boolean
    mayDraft: boolean
    mayJoin: boolean
    isAlumnus: boolean
  }
  'desk/upwards/index': {
    frame: DeskFrame
    paper: Paper
    period: string
    depth: string
    periods: string[]
  }
  'desk/people/index': {
    frame: DeskFrame
    unopenable: number
    organisations: Organisation[]
    seats: Seat[]
    people: {
      id: number
      name: string
      email: string
      role: Who['role']
      approves: boolean
      organisationId: number
      endedAt: string | null
      hasSecondFactor: boolean
      invitedUntil: string | null
      ranOut: boolean
    }[]
    handingOn: number[]
    alumni: number[]
    withAccounts: boolean
    today: Day
  }
  'desk/settings/index': {
    frame: DeskFrame
    themes: { id: number; name: string; endedOn: string | null }[]
    areas: { id: number; name: string; endedOn: string | null }[]
    guarded: { id: number; word: string }[]
    live: { id: number; name: string }[]
    alone: boolean
    aloneReason: string
    communities: string
    atRisk: string
    phrases: string
    groups: string
  }
  'desk/journal/index': {
    frame: DeskFrame
    lines: {
      id: number
      at: string
      name: string | null
      verb: string
      noun: string
      nounId: string
    }[]
    page: number
    pages: number
  }
  'errors/problem': { title: string; words: string; status: number }
  'errors/conflict': {
    frame: DeskFrame
    reason: string
    theirs: string
    yours: string
    back: string
  }
}

/** How it will look in public; `tongue` where it is in another language. */
export type PublicPreview = (
  | { kind: 'entry'; entry: Copy<EntryWords> }
  | { kind: 'round-table'; table: Copy<TableWords> }
  | { kind: 'event'; event: Copy<EventWords> }
  | { kind: 'leaflet'; leaflet: Copy<LeafletWords>; older: Copy<LeafletWords> | null }
  | { kind: 'programme'; programme: Copy<ProgrammeWords> }
  | { kind: 'other' }
) & { tongue?: { t: Voice; lang: string; dir: 'ltr' | 'rtl' } }

/** A template and what it is given, ready to be drawn. */
export interface Drawn {
  name: keyof Views
  data: object
}

export const view = <N extends keyof Views>(name: N, data: Views[N]): Drawn => ({ name, data })
