import type { Goes } from '../../../domain/people/erasing.ts'
import type { Back, LetterLine } from './letters.ts'
import type { PeoplePlan } from '../../../work/bringing-in/pasted-people.ts'
import type { Action } from '../../../domain/actions/action.ts'
import type { Concern } from '../../../domain/concerns/concern.ts'
import type { EventKind, EventTerms } from '../../../domain/evidence/event.ts'
import type { LeafletTerms } from '../../../domain/evidence/leaflet.ts'
import type { Phase, Point, ProgrammeTerms } from '../../../domain/evidence/programme.ts'
import type { Publication } from '../../../domain/publishing/publication.ts'
import type { OtherTable } from '../../../domain/people/own-there.ts'
import type { Seat } from '../../../domain/people/seat.ts'
import type { Note } from '../../../domain/round-tables/minutes.ts'
import type { Question, Verdict } from '../../../domain/residents/verdict.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Choices, Names } from '../../../work/names.ts'
import type { Path } from '../../to.ts'
import type { ActionsViews } from './actions.ts'
import type { ConcernLine, ConcernsViews } from './concerns.ts'
import type { EvidenceViews, LeafletChoices } from './evidence.ts'
import type { DeskFrame } from './frame.ts'
import type { HomeViews, TableAtHand, ToMind } from './home.ts'
import type { ListLine, ListReceipt, PeopleViews } from './people.ts'
import type { EntryLine } from './publishing.ts'
import type { PlanningViews } from './round-tables/planning.ts'
import type { PublishingParts } from './publishing-parts.ts'
import type { BackupTrouble } from './settings.ts'
import type { RequestLine, SaidOf } from './residents.ts'
import type {
  MinutePage,
  MinutePart,
  QuickBox,
  RoundTablesViews,
} from './round-tables/round-tables.ts'
import type { Item, LineAt } from './round-tables/document.ts'

/** What a form is that writes down something new, or changes it. */
interface FormOf<Terms> {
  frame: DeskFrame
  form: string
  choices: Choices
  terms: Terms | null
}

/** Parts that the desk's own pages include, and exactly what they are given. */
export interface DeskParts extends PublishingParts {
  'desk/actions/_ask': ActionsViews['desk/actions/show']
  'desk/actions/_change': ActionsViews['desk/actions/show']
  'desk/actions/_history': ActionsViews['desk/actions/show']
  'desk/actions/_residents': {
    said: SaidOf[]
    words?: { word: string; question: Question; verdict: Verdict; on: string }[]
  }
  'desk/actions/releasing/_held': ActionsViews['desk/actions/show']
  'desk/actions/my-actions/_others': { others: OtherTable[] }
  'desk/actions/_update': ActionsViews['desk/actions/show']
  'desk/actions/_wish': ActionsViews['desk/actions/show']
  'desk/concerns/_change': ConcernsViews['desk/concerns/show']
  'desk/round-tables/planning/_guests': PlanningViews['desk/round-tables/planning/show']
  'desk/round-tables/planning/_asked': PlanningViews['desk/round-tables/planning/show']
  'desk/round-tables/planning/_series': PlanningViews['desk/round-tables/planning/index'] & {
    organisations: { value: string | number; label: string }[]
    usual: number[]
  }
  'desk/concerns/_part': ConcernsViews['desk/concerns/show']
  'desk/concerns/_raised': ConcernsViews['desk/concerns/show']
  'desk/concerns/_passed-on': ConcernsViews['desk/concerns/show']
  'desk/evidence/events/_change': EvidenceViews['desk/evidence/events/show']
  'desk/evidence/events/_findings': EvidenceViews['desk/evidence/events/show']
  'desk/evidence/events/_form': FormOf<EventTerms> & { kinds: readonly EventKind[] }
  'desk/evidence/leaflets/_form': FormOf<LeafletTerms> &
    Omit<LeafletChoices, 'choices'> & { path: Path }
  'desk/evidence/programmes/_form': FormOf<ProgrammeTerms> & { names?: Names }
  'desk/evidence/programmes/_opportunity': ProgrammePage & { point: Point }
  'desk/evidence/programmes/_outcome': ProgrammePage & { point: Point }
  'desk/evidence/programmes/_phase': ProgrammePage & { phase: Phase }
  'desk/home/_actions': HomePage & { list: Action[]; more: number } & Folding
  'desk/home/_aside': HomePage
  'desk/settings/backups/_trouble': BackupTrouble & { withLink?: boolean }
  'desk/home/_batons': HomePage
  'desk/home/_concerns': { list: ConcernLine[]; more: number } & Folding
  'desk/home/_first': HomePage
  'desk/home/_kept': { form: HomePage['kept'][number]; number: number }
  'desk/home/_quotes': HomePage
  'desk/home/_residents': HomePage
  'desk/home/_table': HomePage & { atHand: TableAtHand }
  'desk/actions/letters/_line': { letter: LetterLine; links?: boolean }
  'desk/actions/letters/_back': { each: Back; isOne: boolean }
  'desk/home/_to-mind': { list: ToMind[]; folded: boolean }
  'desk/home/_told': { list: EntryLine[]; more: number } & Folding
  'desk/residents/requests/_due': { frame: DeskFrame; request: RequestLine }
  'desk/people/bringing-in/_read': { plan: PeoplePlan }
  'desk/people/erasing/_goes': { goes: Goes[] }
  'desk/people/_ended': PeopleViews['desk/people/index']
  'desk/people/_hangs': PeopleViews['desk/people/index'] & {
    id: string
    seats: Seat[]
    leaverId: number
    withCalendar: boolean
  }
  'desk/people/_person': PeopleViews['desk/people/index'] & {
    person: PeopleViews['desk/people/index']['people'][number]
  }
  'desk/people/_seat': PeopleViews['desk/people/index'] & { seat: Seat }
  'desk/people/private-lists/_line': { frame: DeskFrame; line: ListLine }
  'desk/people/private-lists/_receipt': { frame: DeskFrame; receipt: ListReceipt }
  'desk/round-tables/bringing-in/_columns': BringingPage
  'desk/round-tables/bringing-in/_row': BringingPage & { row: BringingPage['rows'][number] }
  'desk/round-tables/document/_item-forms': MinutePart & {
    item: Item
    concern: Concern
    goesOn?: boolean
  }
  'desk/round-tables/document/_line': MinutePart & LineAt & { save?: string | null }
  'desk/round-tables/document/_note': MinutePart & { note: Note; within: string }
  'desk/round-tables/minuting/_bar': { table: RoundTable; quick: QuickBox }
  'desk/round-tables/minuting/_before': MinutePage
  'desk/round-tables/minuting/_publication': {
    table: RoundTable
    publication: Publication | undefined
  }
  'desk/round-tables/minuting/_quick': MinutePart & { quick: QuickBox }
  'desk/round-tables/minuting/_to-agree': MinutePage
}
type ProgrammePage = EvidenceViews['desk/evidence/programmes/show']
type BringingPage = RoundTablesViews['desk/round-tables/bringing-in/review']
type HomePage = HomeViews['desk/home/index']
/** A list of the desk: open under its heading, or folded with its count. */
interface Folding {
  id: string
  title: string
  folded: boolean
}
