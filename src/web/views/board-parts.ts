import type { FourAim } from '../../domain/concerns/aims.ts'
import type { TranslationState } from '../../domain/publishing/translations.ts'
import type { choices } from '../../domain/publishing/board-query.ts'
import type { ProgrammeWords } from '../../domain/publishing/kinds/programme.ts'
import type { LeafletWords } from '../../domain/publishing/kinds/leaflet.ts'
import type { EventWords } from '../../domain/publishing/kinds/event.ts'
import type { TableWords } from '../../domain/publishing/kinds/round-table.ts'
import type { EntryWords } from '../../domain/publishing/kinds/entry.ts'
import type { ToldPassing } from '../../domain/publishing/kinds/entry/passed-on.ts'
import type { Day } from '../../domain/day.ts'
import type { Copy } from '../../domain/publishing/board.ts'
import type { ToldAnswers } from '../../domain/residents/told-answers.ts'
import type { Question } from '../../domain/residents/verdict.ts'
import type { Plots } from '../files/plots.ts'
import type { ToldRecording } from '../../domain/publishing/recordings.ts'
import type { BoardFrame, BoardViews, ShownPhoto } from './board.ts'

/** Asked where very many come in: two numbers, and the mark that they were asked here. */
export interface AskedSum {
  a: number
  b: number
  mark: string
}

/** Parts that the board's pages include, and exactly what they are given. */
export interface BoardParts {
  'board/publishing/board/_other-ways': {
    others: readonly Copy[]
    isPostcode: boolean
    isNothing: boolean
    choices: ReturnType<typeof choices>
  }
  'board/publishing/board/_figures': { plots: Plots }
  'board/publishing/poster/_foot': BoardViews['board/publishing/poster/index'] & { at: number }
  'board/residents/_sum': { sum: AskedSum; errors: Record<string, string> }
  'board/residents/follow/_wrong': { errors: Record<string, string> }
  'board/residents/follow/_often': {
    typed: Record<string, string | string[]>
    errors: Record<string, string>
  }
  'board/publishing/entries/_recording': EntryPart & { recording: ToldRecording }
  'board/publishing/entries/_pair': EntryPart & { size: string; level?: string; link: boolean }
  'board/publishing/entries/_facts': EntryPart
  'board/publishing/entries/_owner': EntryPart
  'board/publishing/entries/_passed-on': EntryPart & { passed: ToldPassing; i: number }
  'board/publishing/entries/_who': EntryPart & { H2: string }
  'board/publishing/entries/_leads-to': {
    H2: string
    raisedAt?: Copy<TableWords> | null
    tables?: Copy<TableWords>[]
    leaflets?: Copy<LeafletWords>[]
    events?: Copy<EventWords>[]
    programmes?: Copy<ProgrammeWords>[]
  }
  'board/settings/_reach': { frame: BoardFrame }
  /** On a copy: where to go for what is not here. */
  'board/settings/_copy': { at: string; isSearch?: boolean }
  'board/residents/tell-us/_exit': object
  'board/publishing/entries/_answers': { answers: ToldAnswers }
  'board/publishing/entries/_verdict': {
    frame: BoardFrame
    entry: Copy<EntryWords>
    question: Question
    answers: ToldAnswers | null
    word?: string
    error?: string
  }
  'board/round-tables/_before': { table: Copy<TableWords>; waiting?: Copy<EntryWords>[] }
  'board/round-tables/_came': { words: TableWords; runs: Runs }
  'board/publishing/entries/_page': Preview &
    EntryPart & {
      translation?: TranslationState | null
      byMachine?: boolean
      raisedAt?: Copy<TableWords> | null
      tables?: Copy<TableWords>[]
      leaflets?: Copy<LeafletWords>[]
      aims?: FourAim[]
      photos?: ShownPhoto[]
      recording?: ToldRecording | null
      events?: Copy<EventWords>[]
      programmes?: Copy<ProgrammeWords>[]
    }
  'board/round-tables/_page': Preview & {
    table: Copy<TableWords>
    entries: Copy<EntryWords>[]
    isComing?: boolean
    waiting?: Copy<EntryWords>[]
    runs: Runs
  }
  'board/evidence/events/_page': Preview & {
    event: Copy<EventWords>
    entries: Copy<EntryWords>[]
  }
  'board/evidence/leaflets/_page': Preview & {
    leaflet: Copy<LeafletWords>
    newer: Copy<LeafletWords> | null
    older: Copy<LeafletWords> | null
    entries?: Copy<EntryWords>[]
    fileAt: (file: LeafletWords['files'][number]) => [`/${string}`, ...(string | number)[]] | null
  }
  'board/evidence/programmes/_page': Preview & {
    programme: Copy<ProgrammeWords>
    entries: Copy<EntryWords>[]
  }
}

/** The page of a kind, also shown at the desk before it is told: with headings one level down. */
interface Preview {
  level?: string
}
interface EntryPart {
  /** True for a card, which leads to the entry and leaves the rest to it. */
  link?: boolean
  entry: Copy<EntryWords>
  today: Day
}
type Runs = Record<string, { present: number; of: number }>

/** What tests count for the page that says how this is kept honest, in the order of the page. */
export const FIGURES = [
  'killed',
  'power',
  'backups',
  'private',
  'doors',
  'small',
  'forged',
  'typed',
] as const
export type FigureName = (typeof FIGURES)[number]

/** What the tests of one version counted, and on which day they were run. */
export interface Figures {
  version: string
  on: Day
  tried: Partial<Record<FigureName, number>>
}
