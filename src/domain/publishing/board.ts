import type { Standing } from '../concerns/standing.ts'
import type { Day } from '../day.ts'
import type { Seal } from '../sealing/seal.ts'
import type { EntryWords } from './kinds/entry.ts'
import type { EventWords } from './kinds/event.ts'
import type { AnswersWords } from './kinds/answers.ts'
import { KINDS, type Words } from './kinds/kinds.ts'
import type { LeafletWords } from './kinds/leaflet.ts'
import type { PartnershipWords } from './kinds/partnership.ts'
import type { PhotoWords } from './kinds/photo.ts'
import type { ProgrammeWords } from './kinds/programme.ts'
import type { QuoteWords } from './kinds/quote.ts'
import type { TableWords } from './kinds/round-table.ts'
import type { TranslationWords } from './kinds/translation.ts'
import type { YearWords } from './kinds/year.ts'
import type { Change, Original, Told } from './told.ts'

/**
 * The latest copy of something told: frozen words, and only the dates and standings of the copies
 * before it.
 */
export interface Copy<W extends Told = Words> {
  slug: string
  version: number
  publishedOn: Day
  /** The instant, for programs that look for what is new. A person is told the day. */
  publishedAt: string
  words: W
  change: Change
  earlier: {
    version: number
    publishedOn: Day
    publishedAt: string
    standing: Standing | null
    change: Change
  }[]
}
export interface Withdrawn {
  slug: string
  kind: string
  on: Day
  ground: string
}

/** Everything the public side is handed. Immutable: a publication makes a new one. */
export interface Board {
  readonly version: number
  /** All that is told, by its kind and in the order that its list shows it. */
  readonly byKind: ReadonlyMap<string, readonly Copy[]>
  /** ... and each by its kind and its slug. */
  readonly bySlug: ReadonlyMap<string, Copy>
  readonly entries: readonly Copy<EntryWords>[]
  readonly tables: readonly Copy<TableWords>[]
  readonly years: readonly Copy<YearWords>[]
  /** Newest first. */
  readonly events: readonly Copy<EventWords>[]
  readonly programmes: readonly Copy<ProgrammeWords>[]
  /** In the order of the alphabet, with those that another has taken the place of. */
  readonly leaflets: readonly Copy<LeafletWords>[]
  /** Which leaflet took the place of which, by their slugs. */
  readonly replacedBy: ReadonlyMap<string, string>
  readonly partnership: PartnershipWords | null
  /** What readers answered, in whole tens (R17). */
  readonly answers: AnswersWords | null
  /** What people said, by the entry it stands beside. */
  readonly quotes: ReadonlyMap<string, readonly Copy<QuoteWords>[]>
  /** Photos of what was done, by the entry each stands beside. */
  readonly photos: ReadonlyMap<string, readonly Copy<PhotoWords>[]>
  readonly translations: readonly Copy<TranslationWords>[]
  /** Of what there is a translation of its own, by the language, its kind and its slug. */
  readonly translated: ReadonlySet<string>
  /** What each text says in each language, by the language's code and then by the English. */
  readonly tongues: ReadonlyMap<string, ReadonlyMap<string, Tongue>>
  readonly withdrawn: readonly Withdrawn[]
  /** What of all this is made up, where the partnership is a sample; null in any other. */
  readonly sample: ReadonlySet<string> | null
  /** The head of the chain when something was told last; null where nothing ever was. */
  readonly seal: Seal | null
}
/** A text in another language, and whether a person has checked it. */
export interface Tongue {
  text: string
  checked: boolean
}

/**
 * Everything that is told, from the latest copy of each. What was blanked for privacy, as a translation
 * is with its English (R15), is told no more, though its address is not closed.
 */
export const makeBoard = (
  version: number,
  latest: Copy[],
  withdrawn: Withdrawn[],
  seal: Seal | null = null,
): Board => {
  const copies = latest.filter(({ words }) => 'kind' in words)
  const byKind = new Map<string, Copy[]>(Map.groupBy(copies, (copy) => copy.words.kind))
  for (const { kind, inOrder } of Object.values(KINDS))
    if (inOrder) byKind.set(kind, (byKind.get(kind) ?? []).toSorted(inOrder))
  const of = <W extends Words>(kind: W['kind']) => (byKind.get(kind) ?? []) as Copy[] as Copy<W>[]
  const translations = of<TranslationWords>('translation')
  return Object.freeze({
    version,
    byKind,
    bySlug: new Map(copies.map((copy) => [slugKey(copy.words.kind, copy.slug), copy])),
    withdrawn,
    seal,
    sample: madeUpOn(copies),
    translations,
    translated: new Set(
      translations.map(({ words: { language, of } }) => ownKey(language, of.kind, of.slug)),
    ),
    tongues: tonguesOf(translations),
    entries: of<EntryWords>('entry'),
    tables: of<TableWords>('round-table'),
    years: of<YearWords>('year'),
    events: of<EventWords>('event'),
    programmes: of<ProgrammeWords>('programme'),
    leaflets: of<LeafletWords>('leaflet'),
    replacedBy: replacementsIn(copies),
    partnership: of<PartnershipWords>('partnership').at(-1)?.words ?? null,
    answers: of<AnswersWords>('answers').at(-1)?.words ?? null,
    quotes: Map.groupBy(of<QuoteWords>('quote'), (copy) => copy.words.entry),
    photos: Map.groupBy(of<PhotoWords>('photo'), (copy) => copy.words.entry),
  })
}

/**
 * A copy made in a sample partnership says so, though nothing of its own be made up. The day on
 * which it was told is made up each time.
 */
const madeUpOn = (copies: Copy[]): ReadonlySet<string> | null => {
  const marked = copies.filter(({ words }) => words.sample)
  const toldOn = marked.flatMap((copy) => [copy, ...copy.earlier].map((each) => each.publishedOn))
  return marked.length === 0
    ? null
    : new Set([...marked.flatMap(({ words }) => words.sample!), ...toldOn])
}

const slugKey = (kind: string, slug: string): string => `${kind} ${slug}`
const ownKey = (language: string, kind: string, slug: string): string =>
  `${language} ${slugKey(kind, slug)}`

/** Every page of its own of a kind, as it is told. */
export const pagesOf = (board: Board, kind: string): readonly Copy[] => board.byKind.get(kind) ?? []
/** The one of a kind that has a slug, as it is told. */
export const pageAt = (board: Board, { kind, slug }: Original): Copy | undefined =>
  board.bySlug.get(slugKey(kind, slug))
export const entryAt = (board: Board, slug: string | undefined): Copy<EntryWords> | undefined =>
  slug === undefined
    ? undefined
    : (pageAt(board, { kind: 'entry', slug }) as Copy<EntryWords> | undefined)
export const isTranslated = (board: Board, { kind, slug }: Original, language: string): boolean =>
  board.translated.has(ownKey(language, kind, slug))

/**
 * What was told last counts, so the copies are in the order they were published: two that were
 * each told as the newer of the other must not make both
 * of them old, and gone from the list.
 */
const replacementsIn = (copies: Copy[]): Map<string, string> => {
  const leaflets = copies.filter(
    (copy): copy is Copy<LeafletWords> => copy.words.kind === 'leaflet',
  )
  const by = new Map<string, string>()
  for (const {
    slug,
    words: { replaces },
  } of leaflets.toReversed())
    if (replaces !== null && !by.has(replaces) && lastOf(by, slug) !== replaces)
      by.set(replaces, slug)
  return by
}
/** The one at the end of a row of those that each took the place of the one before. */
export const lastOf = (by: ReadonlyMap<string, string>, slug: string): string => {
  let last = slug
  while (by.has(last)) last = by.get(last)!
  return last
}

/**
 * What a person has checked goes before a machine's draft; else the newest goes before the older.
 */
const tonguesOf = (translations: Copy<TranslationWords>[]): Board['tongues'] => {
  const tongues = new Map<string, Map<string, Tongue>>()
  for (const { words } of [...translations].toSorted(
    (a, b) => Number(a.words.checked) - Number(b.words.checked),
  )) {
    const tongue =
      tongues.get(words.language) ?? tongues.set(words.language, new Map()).get(words.language)!
    for (const { english, text } of words.pieces)
      tongue.set(english, { text, checked: words.checked })
  }
  return tongues
}
