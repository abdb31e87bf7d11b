import type { AskedSum, Figures } from './board-parts.ts'
import type { Unsaved } from './errors.ts'
import type { FourAim } from '../../domain/concerns/aims.ts'
import type { AimsTold } from '../../domain/publishing/aims-told.ts'
import type { Standing } from '../../domain/concerns/standing.ts'
import type { TranslationState } from '../../domain/publishing/translations.ts'
import type { Voice as LastSpoke } from '../../domain/publishing/voices.ts'
import type { BoardQuery, choices } from '../../domain/publishing/board-query.ts'
import type { PhotoWords } from '../../domain/publishing/kinds/photo.ts'
import type { Change } from '../../domain/publishing/told.ts'
import type { Steps } from '../to.ts'
import type { ProgrammeWords } from '../../domain/publishing/kinds/programme.ts'
import type { LeafletWords } from '../../domain/publishing/kinds/leaflet.ts'
import type { EventWords } from '../../domain/publishing/kinds/event.ts'
import type { PartnershipWords } from '../../domain/publishing/kinds/partnership.ts'
import type { YearWords } from '../../domain/publishing/kinds/year.ts'
import type { TableWords } from '../../domain/publishing/kinds/round-table.ts'
import type { EntryWords } from '../../domain/publishing/kinds/entry.ts'
import type { ToldRecording } from '../../domain/publishing/recordings.ts'
import type { Label } from '../../domain/publishing/told.ts'
import type { Day } from '../../domain/day.ts'
import type { Board, Copy, Withdrawn } from '../../domain/publishing/board.ts'
import type { ToldAnswers } from '../../domain/residents/told-answers.ts'
import type { Question } from '../../domain/residents/verdict.ts'
import type { ReplyTo } from '../../domain/residents/message.ts'
import type { Plots } from '../files/plots.ts'
import type { Markup } from '../markup.ts'
import type { Sheet } from './poster.ts'
import { viewOf } from './view.ts'

/** A photo beside an entry, its address, and where it is told already, how its words changed. */
export interface ShownPhoto {
  words: PhotoWords
  at: Steps
  told?: { change: Change; publishedOn: string }
}

/** The frame of a public page. */
export interface BoardFrame {
  title: string
  active: string
  partnership: PartnershipWords | null
  found: boolean
  /** Pages that have something on them, beside those that are always there. */
  more: ('events' | 'leaflets' | 'programmes')[]
  description?: string
  data?: Markup
  asked?: Record<string, string>
  /** What other sites show beside a link to the page: a whole address, and what it says. */
  picture?: { at: string; words: string }
  /** It can be read aloud by the device. */
  speaks?: true
}

/** A rule of the accessibility guidelines, and how we know that it is kept. */
export interface Criterion {
  number: string
  name: string
  level: string
  how: string
}

/** Something to follow, as a form offers it. */
export interface Offered {
  value: string
  words: string
  isEnglish: boolean
}

/** One piece of what a list was narrowed to, in the words of its page or of whoever typed it. */
export interface Shown {
  words: string
  state?: Standing
  isTyped?: true
}

/** Every template of board, and exactly what it is given. */
export interface BoardViews {
  'board/publishing/board/index': {
    frame: BoardFrame
    query: BoardQuery
    asked: Record<string, string>
    narrowed: boolean
    /** What the list is narrowed to. */
    shown: Shown[]
    close: boolean
    others: readonly Copy[]
    isPostcode: boolean
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
  'board/publishing/entries/show': {
    frame: BoardFrame
    entry: Copy<EntryWords>
    translation: TranslationState | null
    byMachine: boolean
    raisedAt: Copy<TableWords> | null
    tables: Copy<TableWords>[]
    leaflets: Copy<LeafletWords>[]
    aims: FourAim[]
    events: Copy<EventWords>[]
    /** Photos beside it, each with its address. */
    photos: ShownPhoto[]
    programmes: Copy<ProgrammeWords>[]
    recording: ToldRecording | null
    question: Question
    answers: ToldAnswers | null
    today: Day
  }
  'board/evidence/events/index': { frame: BoardFrame; events: Copy<EventWords>[] }
  'board/evidence/events/show': {
    frame: BoardFrame
    event: Copy<EventWords>
    entries: Copy<EntryWords>[]
  }
  'board/evidence/leaflets/index': { frame: BoardFrame; leaflets: Copy<LeafletWords>[] }
  'board/evidence/leaflets/show': {
    frame: BoardFrame
    leaflet: Copy<LeafletWords>
    newer: Copy<LeafletWords> | null
    older: Copy<LeafletWords> | null
    entries: Copy<EntryWords>[]
  }
  'board/evidence/programmes/index': { frame: BoardFrame; programmes: Copy<ProgrammeWords>[] }
  'board/evidence/programmes/show': {
    frame: BoardFrame
    programme: Copy<ProgrammeWords>
    entries: Copy<EntryWords>[]
  }
  'board/round-tables/index': { frame: BoardFrame; tables: Board['tables'][number][]; today: Day }
  'board/round-tables/show': {
    frame: BoardFrame
    table: Copy<TableWords>
    /** The seal that readers may keep; nothing where nothing was told yet. */
    seal: { on: Day; short: string } | null
    entries: Copy<EntryWords>[]
    isComing: boolean
    /** Concerns with no answer yet: what a planned round table waits to hear. */
    waiting: Copy<EntryWords>[]
    runs: Record<string, { present: number; of: number }>
    today: Day
  }
  'board/publishing/poster/index': {
    frame: BoardFrame
    quarter: string
    quarters: string[]
    asked: Record<string, string>
    ink: boolean
    title: string
    sheets: readonly Sheet[]
    next: Copy<TableWords> | null
    square: { size: number; path: string }
    address: string
    shown: string
    today: Day
  }
  'board/publishing/embed/index': {
    frame: BoardFrame
    entries: readonly Copy<EntryWords>[]
    missing: 'gone' | 'missing' | null
  }
  'board/publishing/entries/verdict': {
    frame: BoardFrame
    entry: Copy<EntryWords>
    question: Question
    answers: ToldAnswers | null
    word: string
    error: string
  }
  'board/publishing/entries/thanks': { frame: BoardFrame; entry: Copy<EntryWords> }
  'board/residents/tell-us/index': {
    frame: BoardFrame
    values: Record<string, string>
    errors: Record<string, string>
    sum: AskedSum | null
    areas: Label[]
    next: Copy<TableWords> | null
    most: number
  }
  'board/residents/tell-us/sent': { frame: BoardFrame; reference: string; address: string }
  'board/residents/tell-us/look': {
    frame: BoardFrame
    typed: string
    error: string
    isOld: boolean
  }
  'board/residents/tell-us/replies': { frame: BoardFrame; replies: ReplyTo[] }
  'board/residents/follow/index': {
    frame: BoardFrame
    typed: Record<string, string | string[]>
    errors: Record<string, string>
    sum: AskedSum | null
    choices: Offered[]
  }
  'board/residents/follow/confirm': {
    frame: BoardFrame
    key: string
    asked: (Offered & { often: 'week' | 'table' }) | null
  }
  'board/residents/follow/change': {
    frame: BoardFrame
    key: string
    followed: Offered[]
    /** What else there is to follow. */
    more: Offered[]
    typed: Record<string, string | string[]>
    errors: Record<string, string>
  }
  'board/residents/follow/said': {
    frame: BoardFrame
    what: 'asked' | 'done' | 'changed' | 'ended' | 'old'
    key: string | null
  }
  'board/settings/about': {
    frame: BoardFrame
    embed: string
    one: string | null
    aims: AimsTold
    spoken: {
      name: string
      locale: string
      dir: string
      checkedOn: string | null
      missing: number
    }[]
  }
  'board/settings/honest': { frame: BoardFrame; figures: Figures | null }
  'board/settings/privacy': { frame: BoardFrame; years: Copy<YearWords>[] }
  'board/settings/complain': { frame: BoardFrame }
  'board/settings/accessibility': { frame: BoardFrame; criteria: readonly Criterion[] }
  'board/settings/missing': { frame: BoardFrame }
  'board/settings/no-room': { frame: BoardFrame; unsaved: Unsaved }
  'board/settings/withdrawn': { frame: BoardFrame; gone: Withdrawn }
}

export const view = viewOf<BoardViews>()
