import type { Action } from '../../actions/action.ts'
import type { Concern } from '../../concerns/concern.ts'
import type { Day, When } from '../../day.ts'
import type { Decision } from '../../decision.ts'
import type { Event } from '../../evidence/event.ts'
import type { Leaflet } from '../../evidence/leaflet.ts'
import type { Programme } from '../../evidence/programme.ts'
import type { UnrecordedSession } from '../../evidence/unrecorded-session.ts'
import type { Organisation } from '../../people/seat.ts'
import type { ReadIn, Recording } from '../recordings.ts'
import type { ToldAnswers } from '../../residents/told-answers.ts'
import type { RoundTable } from '../../round-tables/round-table.ts'
import type { Label, Original, Told, Translated } from '../told.ts'

/** What something told is of: one of these, or nothing where it is of the partnership itself. */
export interface Subject {
  kind: string
  concernId?: number | null
  roundTableId?: number | null
  quoteId?: number | null
  shownPhotoId?: number | null
  eventId?: number | null
  leafletId?: number | null
  programmeId?: number | null
  year?: string | null
}

/** What the record says, as far as public words are made of it. The store answers; kinds ask. */
export interface Source {
  concern: (id: number | null | undefined) => Concern | undefined
  /** All actions under a concern and under those joined to it, named ones too. */
  actionsUnder: (concernId: number) => Action[]
  roundTable: (id: number | null | undefined) => RoundTable | undefined
  /** What came up at a round table or was a priority there: ids of concerns, none that is named. */
  concernsAt: (roundTableId: number) => number[]
  /** The public words of a concern that is told now, and those of the actions its entry covers. */
  toldOf: (concernId: number) => { said: string; actions: Map<number, string> } | undefined
  /** A numbered gap for each matter of a round table that is held in private (R11). */
  gapsAt: (roundTableId: number) => { number: number; ground: string }[]
  event: (id: number | null | undefined) => Event | undefined
  leaflet: (id: number | null | undefined) => Leaflet | undefined
  programme: (id: number | null | undefined) => Programme | undefined
  /** What a photo that may be shown tells by itself; nothing where it was taken back. */
  shownPhoto: (id: number | null | undefined) => PhotoFacts | undefined
  /** An entry of this concern read aloud, in each language that it was. */
  recordingsOf: (concernId: number) => Recording[]
  /** What such a recording reads, for these words: as it is told in that language now. */
  readIn: (concernId: number, words: { said: string; did: string }) => ReadIn
  sessionsOf: (programmeId: number) => UnrecordedSession[]
  /** Everything that was written down, for what is counted over a year. */
  matters: () => { concerns: Concern[]; actions: Action[] }
  organisations: () => Organisation[]
  organisation: (id: number) => Label
  /** A theme or an area. */
  label: (id: number | null) => Label | null
  /** Names of the themes that the partnership keeps. */
  themes: () => string[]
  /** The placeholder of how many came, or nothing where that cannot be told (R17). */
  cameTo: (eventId: number) => string
  /** Addresses of the entries that are public now and tell of these concerns. */
  entriesOf: (concernIds: number[]) => string[]
  concernsOfActions: (actionIds: number[]) => number[]
  /** Whether one of these actions is held in private by now. */
  areHeld: (actionIds: number[]) => boolean
  /** The address of a leaflet that is public now. */
  leafletAt: (leafletId: number | null) => string | null
  /** What readers answered, as far as it may be told (R17). */
  answers: () => ToldAnswers[]
  /** The English there is to translate of something told, and the organisations it names. */
  english: (of: Original) => { texts: string[]; names: string[] }
}

/** The facts of a photo that nobody types. */
export interface PhotoFacts {
  actionId: number
  who: Label | null
  on: When
  entry: string
  picture: { hash: string; size: number; width: number; height: number }
  recognised: boolean
  until: Day | null
}

/** What someone typed, by the name of the field; an empty text where nothing was. */
export type Typed = (field: string) => string

/** Public words, and the ids of what on the record stands in them, in their order. */
export interface Drafted<W extends Told> {
  words: W
  coversIds: number[]
}

/** A field of the form that the words are typed in. */
export interface Field {
  name: string
  label: string
  hint?: string
  /** Lines that it shows; without it, one line. */
  rows?: number
  /** The longest it may be, in characters. */
  most: number
  /** What is chosen or read rather than typed: how well it worked, or a day or a month. */
  as?: 'strength' | 'when'
  /** What to say where it is empty and must not be. */
  needed?: string
  /** The heading that it and those after it stand under. */
  group?: string
}

/** A stretch of text in the words, and the field that it was typed in. */
export interface Piece {
  field: string
  text: string
  /** True where readers read it, so that there is something to translate. */
  read: boolean
  /** A way to reach someone that everyone may have: no alert for being one. */
  contact?: true
  /** A name that the record gives, or the partnership's own: no alert for being one. */
  ownName?: true
  /** The English that this is a translation of. */
  english?: string
  /** What the record says of when it was, where the words may say a date (R12). */
  when?: When[]
}

/** What must be there before it is told, and is not. */
export interface Lack {
  field: string
  reason: string
}

/** A copy where it is told, as lists order it. */
export interface Placed<W extends Told> {
  slug: string
  publishedOn: Day
  words: W
}

/** Pages of a kind that has an address of its own. */
export interface Page<W extends Told> {
  /** The first step of its addresses: `events`. */
  path: string
  /** The folder of its templates, and what they call the copy they are given. */
  folder: string
  as: string
  /** True where its list and its page are drawn by routes of its own. */
  isSpecial?: true
  /** The key of the heading of its list, as pages say it. */
  heading: string
  title(words: W): string
  description(words: W): string
}

/**
 * Everything there is to know of one kind of thing told in public. Its form, its checks, plain
 * words, previews and pieces to translate follow from this; a new kind is one more of these.
 */
export interface Kind<W extends Told = Told> {
  kind: W['kind']
  /** The id that says which one it is of. */
  of: Exclude<keyof Subject, 'kind'> | null
  /** What it is called on the desk. */
  name(
    words: W | undefined,
    subject: Subject,
    source?: Pick<Source, 'concern' | 'roundTable'>,
  ): string

  /** The words it begins with; nothing where there is no such thing, or it may not be told. */
  begin(subject: Subject, source: Source, today: Day): Drafted<W> | undefined
  /** The form that the words are typed in; null where nobody changes them. */
  fields: ((subject: Subject, source: Source) => Field[]) | null
  /** What stands in each field of the form, for these words. */
  typed(words: W, coversIds: number[]): Record<string, string>
  /** Words for fields that nobody typed in yet, where the record has them only since. */
  suggest?(words: W, subject: Subject, source: Source): Record<string, string>
  /** The words for what was typed, with the facts that nobody types. */
  write(
    subject: Subject,
    source: Source,
    typed: Typed,
    today: Day,
  ): Decision<Drafted<W>> | undefined
  /** True where what nobody types is not what the record says now. */
  hasChanged(words: W, coversIds: number[], subject: Subject, source: Source): boolean
  /** True where the desk is to list what is public as out of date (R28). */
  hasMovedOn(words: W, coversIds: number[], subject: Subject, source: Source): boolean
  /** What to say then. */
  changed: Lack
  /** What to say where it now stands elsewhere, whatever else is as it was (R1). */
  movedOn?(words: W, subject: Subject, source: Source): (Lack & { found: string }) | undefined

  /** Every stretch of text, in the order of the form. */
  pieces(words: W): Piece[]
  /** What must be there before it is told (R12). */
  lacks(words: W): Lack[]
  /** Codes of the organisations it names: each is shown it and may comment (R13). */
  named(words: W): string[]
  /** What its ids in `coversIds` are of. */
  covers(words: W): 'actions' | 'findings' | 'points' | null
  /** Where two people wrote, the words one under another; without it, its pieces that are typed. */
  plain?(words: W): string
  /** Files that are told with it, by language and fingerprint. */
  files?(words: W): { language: string; hash: string }[]
  /** Pictures that are told with it, by fingerprint: there is nothing in them to read. */
  pictures?(words: W): string[]
  /** What is left of its words once the consent for it is withdrawn (R18). */
  forgotten?(words: W): W

  /** Its address: the next number in a quarter, or one that is fixed. */
  slug(
    words: W,
    subject: Subject,
    on: Day,
    source: Pick<Source, 'roundTable'>,
  ): { in: When } | { at: string }
  page: Page<W> | null
  /** How its list is ordered; without it, as it was told. */
  inOrder?(a: Placed<W>, b: Placed<W>): number
  /**
   * What else follows when it is told: its concern is answered, there is news to write of, or a day
   * that residents know has changed.
   * @param before what is told until now.
   */
  whenTold?(words: W, before: W | undefined): 'answered' | 'moved' | null
  /** True where a new one may be told after one was withdrawn. */
  isToldAnew: boolean
  /** True where numbers of people may stand in its words (R17). */
  takesNumbers: boolean
  /** True where its words are held to the numbers of the English, and so are checked filled in. */
  isFilled?: true
  /** What is told in another language, and in which; without it, it is told in English. */
  translates?(words: W): Translated
  /** True where there is something to say in other languages. */
  isTranslated: boolean
  /** True where the names of organisations, themes and areas are translated with it. */
  carriesNames?: true
  /** True where it stands beside the entry of its concern, and goes with that. */
  isBesideEntry?: true
  /** True where it can be taken off the board by hand. */
  isWithdrawn: boolean
  /** What of the desk's page is its own: parts in `views/desk/publishing/kinds/`. */
  parts: { words: string; preview: string; source?: string }
}
