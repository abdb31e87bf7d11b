import type { Told } from '../told.ts'
import { answers, type AnswersWords } from './answers.ts'
import { entry, type EntryWords } from './entry.ts'
import { event, type EventWords } from './event.ts'
import type { Kind } from './kind.ts'
import { leaflet, type LeafletWords } from './leaflet.ts'
import { partnership, type PartnershipWords } from './partnership.ts'
import { photo, type PhotoWords } from './photo.ts'
import { programme, type ProgrammeWords } from './programme.ts'
import { quote, type QuoteWords } from './quote.ts'
import { roundTable, type TableWords } from './round-table.ts'
import { translation, type TranslationWords } from './translation.ts'
import { year, type YearWords } from './year.ts'

/** The words of anything told in public. */
export type Words =
  | EntryWords
  | TableWords
  | YearWords
  | PartnershipWords
  | TranslationWords
  | QuoteWords
  | PhotoWords
  | EventWords
  | LeafletWords
  | ProgrammeWords
  | AnswersWords

/** Every kind of thing that is told in public. One more is one more line here, and its own file. */
export const KINDS: Readonly<Record<string, Kind>> = {
  entry,
  'round-table': roundTable,
  year,
  partnership,
  translation,
  quote,
  photo,
  event,
  leaflet,
  programme,
  answers,
}

/** Kinds that have pages of their own, with an address that stays closed when they are withdrawn. */
export type PageKind = 'entry' | 'round-table' | 'event' | 'leaflet' | 'programme'

/** ... and those whose file has one. */
export type FileKind = PageKind | 'photo'

/** Kinds that are begun from a list; the others where their consent or their English is. */
export const BEGUN_KINDS = Object.values(KINDS)
  .filter((each) => each.fields !== null)
  .map((each) => each.kind) as [CopyKind, ...CopyKind[]]

/** Kinds that there is something to translate of. */
export const TRANSLATED_KINDS = Object.values(KINDS)
  .filter((each) => each.isTranslated)
  .map((each) => each.kind) as [CopyKind, ...CopyKind[]]

export type CopyKind = Words['kind']
export const COPY_KINDS = Object.keys(KINDS) as [CopyKind, ...CopyKind[]]

/** All that there is to know of the kind that some words are of. */
export const kindOf = <W extends Told>({ kind }: { kind: W['kind'] }): Kind<W> =>
  KINDS[kind] as Kind as Kind<W>
