import type { Day } from '../../../domain/day.ts'
import type { Recording } from '../../../domain/publishing/recordings.ts'
import type { Voice } from '../../words/voice.ts'
import type { Standing } from '../../../domain/concerns/standing.ts'
import type { TranslationState } from '../../../domain/publishing/translations.ts'
import type { TranslatedPiece } from '../../../domain/publishing/told.ts'
import type { Field } from '../../../domain/publishing/kinds/kind.ts'
import type { Words } from '../../../domain/publishing/kinds/kinds.ts'
import type { LeafletWords } from '../../../domain/publishing/kinds/leaflet.ts'
import type { Original } from '../../../domain/publishing/told.ts'
import type { CheckKey } from '../../../domain/publishing/wording/alert.ts'
import type { Check } from '../../../domain/publishing/checks.ts'
import type { Action } from '../../../domain/actions/action.ts'
import type { Concern } from '../../../domain/concerns/concern.ts'
import type { Numbered } from '../../../domain/publishing/placeholders.ts'
import type { Publication } from '../../../domain/publishing/publication.ts'
import type { Question, Verdict } from '../../../domain/residents/verdict.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { ConcernLine } from './concerns.ts'
import type { DeskFrame, Shown } from './frame.ts'
import type { SaidOf } from './residents.ts'
import type { Names } from '../../../work/names.ts'
import type { Path } from '../../to.ts'
import type { TranslatorsPlan } from '../../../domain/publishing/handed-out/planned.ts'

export interface EntryLine {
  publication: Publication
  name: string
  standing: Standing | null
  published: Standing | null
  stage: string
  /** Whether residents read otherwise than it is now, and what (R28). */
  isBehind: boolean
  moved: string | null
  /** Words that are to take the place of what is behind, where the list asks for them. */
  begun?: BegunDraft | null
}

/** New words that are on their way to residents. */
export interface BegunDraft {
  by: string
  on: Day
  /** What keeps them from being told, in words. */
  stops: string[]
}

/** Alerts of one kind that are open: whoever reads them sets several aside with one reason. */
export interface CheckGroup {
  key: CheckKey
  title: string
  /** What to do, where it is the same for all of them. */
  advice: string
  /** What was found, and the sentence about it as far as it is its own. */
  all: { found: string; says: string }[]
}

/** A template that a kind has for itself, as the kind names it. */
type KindPart<Of extends string> = `/desk/publishing/kinds/_${Of}-${string}`

/**
 * The page where what is told is written, checked, approved and published. `at` is where it goes on
 * after a save.
 */
export interface PublicationPage {
  at: string
  frame: DeskFrame
  names: Names
  publication: Publication
  name: string
  words: Words
  draftId: number
  /** What of the page is drawn by its kind: the templates of its form and of what it is made from. */
  kind: {
    isTranslated: boolean
    isWithdrawn: boolean
    words: KindPart<'words'>
    source: KindPart<'source'> | null
  }
  /** Where residents find it, as steps of an address. */
  toldAt: [Path, ...string[]]
  checks: Check[]
  /** Ways to reach someone that the checks let through, as everyone may have them. */
  contacts: string[]
  /** Open checks that several can be set aside of at once. */
  groups: CheckGroup[]
  published: boolean
  source: {
    concern: Concern | undefined
    actions: Action[]
    blocked: number
    table: RoundTable | undefined
  }
  said: SaidOf[]
  heard: { word: string; question: Question; verdict: Verdict; on: string }[]
  happened: string | null
  standing: Standing
  /** Of events, and how many events there are besides. */
  numbers: Shown<Numbered>
  fields: Field[]
  typed: Record<string, string>
  /** Fields are filled in from the record, and nobody has saved them. */
  isFilledIn: boolean
  evidence: PrivateSource | null
  languages: { code: string; name: string; locale: string; dir: string }[]
  preview: PublicPreview
  /** Where the very file that these words come with can be read before they are public. */
  fileAt: (file: LeafletWords['files'][number]) => [Path, ...(string | number)[]] | null
  /** The entry read aloud, and whether each still reads these words. */
  recordings: {
    recording: Recording
    name: string
    /** How its words are written. */
    tongue: { locale: string; dir: string } | undefined
    isCurrent: boolean
  }[]
  tongues: { code: string; name: string }[]
  pieces: TranslatedPiece[]
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

/** What the table wrote, for whoever puts it into public words. */
export interface PrivateSource {
  name: string
  href: Path
  lines: { label: string; text: string }[]
  files: { name: string; href: Path }[]
}

/** How it will look in public: a template and what it is given; `tongue` where it is translated. */
export interface PublicPreview {
  part: KindPart<'preview'> | `/board/${string}/_page`
  given: Record<string, unknown>
  tongue?: { t: Voice; lang: string; dir: 'ltr' | 'rtl' }
}

/** Every template of desk/publishing, and exactly what it is given. */
export interface PublishingViews {
  'desk/publishing/entries/index': {
    frame: DeskFrame
    lines: EntryLine[]
    /** How many are not shown until someone asks. */
    more: number
    toDraft: { shown: ConcernLine[]; more: number }
    untoldTables: Shown<RoundTable>
    closedYears: string[]
    partnership: boolean
    answers: boolean
    mayDraft: boolean
  }
  'desk/publishing/entries/show': PublicationPage
  'desk/publishing/publication/_page': PublicationPage
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
    lines: Shown<{
      of: Original
      name: string
      state: TranslationState
      publication: number | null
    }>
    /** How many drafts a file has just brought. */
    saved: number
  }
  'desk/publishing/translators/index': {
    frame: DeskFrame
    language: { code: string; name: string }
    /** The file as it was read, for the form that saves it. */
    text: string
    plan: TranslatorsPlan | null
  }
}
