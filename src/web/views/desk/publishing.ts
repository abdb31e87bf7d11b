import type { Standing } from '../../../domain/concerns/standing.ts'
import type { Action } from '../../../domain/actions/action.ts'
import type { Concern } from '../../../domain/concerns/concern.ts'
import type { Copy, TranslationState } from '../../../domain/publishing/board.ts'
import type { Numbered } from '../../../domain/publishing/placeholders.ts'
import type { Check, Publication } from '../../../domain/publishing/publication.ts'
import type {
  EntryWords,
  EventWords,
  LeafletWords,
  Original,
  Piece,
  ProgrammeWords,
  TableWords,
  Words,
} from '../../../domain/publishing/words.ts'
import type { Verdict } from '../../../domain/residents/verdict.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { ConcernLine } from './concerns.ts'
import type { DeskFrame } from './frame.ts'
import type { SaidOf } from './residents.ts'
import type { Voice } from '../../words/languages.ts'
import type { Names } from '../../../work/names.ts'

export interface EntryLine {
  publication: Publication
  name: string
  standing: Standing | null
  published: Standing | null
  stage: string
}

/**
 * The page where what is told is written, checked, approved and published. `at` is where it goes on
 * after a save.
 */
export interface EntryPage {
  at: string
  frame: DeskFrame
  names: Names
  publication: Publication
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
  /** Where the very file that these words come with can be read before they are public. */
  fileAt: (file: LeafletWords['files'][number]) => [string, ...(string | number)[]] | null
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
  /** The heading that it and those after it stand under. */
  group?: string
}

/** What the table wrote, for whoever puts it into public words. */
export interface PrivateSource {
  name: string
  href: string
  lines: { label: string; text: string }[]
  files: { name: string; href: string }[]
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

/** Every template of desk/publishing, and exactly what it is given. */
export interface PublishingViews {
  'desk/publishing/entries/index': {
    frame: DeskFrame
    lines: EntryLine[]
    toDraft: ConcernLine[]
    untoldTables: RoundTable[]
    closedYears: string[]
    partnership: boolean
    mayDraft: boolean
  }
  'desk/publishing/entries/show': EntryPage
  'desk/publishing/entries/_page': EntryPage
  'desk/publishing/translations/index': {
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
    lines: { of: Original; name: string; state: TranslationState; publication: number | null }[]
  }
}
