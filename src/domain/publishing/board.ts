import { STANDINGS, type Standing } from '../concerns/standing.ts'
import { daysBetween, isPast, type Day, type When } from '../day.ts'
import {
  textsOf,
  type Change,
  type EntryWords,
  type EventWords,
  type Label,
  type LeafletWords,
  type Original,
  type PageKind,
  type PartnershipWords,
  type ProgrammeWords,
  type QuoteWords,
  type TableWords,
  type ToldAction,
  type TranslationWords,
  type Words,
  type YearWords,
} from './words.ts'
import { mayBeShown } from '../evidence/quote.ts'
import { QUIET_DAYS } from '../actions/notices.ts'
import { holds, quarterOf } from '../quarter.ts'

/**
 * The latest copy of something told: frozen words, and only the dates and standings of the copies
 * before it.
 */
export interface Copy<W extends Words = Words> {
  slug: string
  version: number
  publishedOn: Day
  words: W
  change: Change
  earlier: { version: number; publishedOn: Day; standing: Standing | null; change: Change }[]
}
export interface Withdrawn {
  slug: string
  kind: PageKind
  on: Day
  ground: string
}

/** Everything the public side is handed. Immutable: a publication makes a new one. */
export interface Board {
  readonly version: number
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
  /** What people said, by the entry it stands beside. */
  readonly quotes: ReadonlyMap<string, readonly Copy<QuoteWords>[]>
  readonly translations: readonly Copy<TranslationWords>[]
  /** What each text says in each language, by the language's code and then by the English. */
  readonly tongues: ReadonlyMap<string, ReadonlyMap<string, Tongue>>
  readonly withdrawn: readonly Withdrawn[]
}
/** A text in another language, and whether a person has checked it. */
export interface Tongue {
  text: string
  checked: boolean
}

export interface BoardQuery {
  theme?: string
  by?: string
  area?: string
  quarter?: string
  state?: Standing
  q?: string
  order?: 'waiting'
  page: number
}

export const PAGE_SIZE = 20

export const makeBoard = (version: number, copies: Copy[], withdrawn: Withdrawn[]): Board => {
  const translations = copies.filter(
    (copy): copy is Copy<TranslationWords> => copy.words.kind === 'translation',
  )
  const of = <W extends Words>(kind: W['kind']) =>
    copies.filter((copy): copy is Copy<W> => copy.words.kind === kind)
  return Object.freeze({
    version,
    withdrawn,
    translations,
    tongues: tonguesOf(translations),
    entries: of<EntryWords>('entry').toSorted(inBoardOrder),
    tables: of<TableWords>('round-table').toSorted((a, b) =>
      b.words.heldOn.localeCompare(a.words.heldOn),
    ),
    years: of<YearWords>('year').toSorted((a, b) => b.slug.localeCompare(a.slug)),
    events: of<EventWords>('event').toSorted(
      (a, b) => heldOn(b).localeCompare(heldOn(a)) || b.slug.localeCompare(a.slug),
    ),
    programmes: of<ProgrammeWords>('programme').toSorted((a, b) =>
      (b.words.startsOn ?? '').localeCompare(a.words.startsOn ?? ''),
    ),
    leaflets: of<LeafletWords>('leaflet').toSorted((a, b) =>
      a.words.title.localeCompare(b.words.title),
    ),
    replacedBy: replacementsIn(of<LeafletWords>('leaflet')),
    partnership: of<PartnershipWords>('partnership').at(-1)?.words ?? null,
    quotes: Map.groupBy(of<QuoteWords>('quote'), (copy) => copy.words.entry),
  })
}

/**
 * What was told last counts: two that were each told as the newer of the other must not make both
 * of them old, and gone from the list.
 */
const replacementsIn = (leaflets: Copy<LeafletWords>[]): Map<string, string> => {
  const by = new Map<string, string>()
  for (const {
    slug,
    words: { replaces },
  } of leaflets.toReversed())
    if (replaces !== null && !by.has(replaces) && lastOf(by, slug) !== replaces)
      by.set(replaces, slug)
  return by
}
const lastOf = (by: ReadonlyMap<string, string>, slug: string): string => {
  let last = slug
  while (by.has(last)) last = by.get(last)!
  return last
}

const heldOn = ({ words }: Copy<EventWords>): string => words.heldOn ?? ''

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

/** How something told stands in another language: as readers and the desk see it (R15). */
export type TranslationState = 'untranslated' | 'machine' | 'checked' | 'changed'
export const translationState = (
  board: Board,
  of: Original,
  texts: string[],
  language: string,
): TranslationState => {
  const tongue = board.tongues.get(language)
  const own = board.translations.some(
    ({ words }) =>
      words.language === language && words.of.kind === of.kind && words.of.slug === of.slug,
  )
  const read = texts.map((text) => tongue?.get(text))
  if (read.every((each) => each !== undefined))
    return read.every((each) => each.checked) ? 'checked' : 'machine'
  return own ? 'changed' : 'untranslated'
}

/**
 * The English there is to translate of something told, as it stands now; nothing where it is not
 * told.
 */
export const textsToTranslate = (board: Board, { kind, slug }: Original): string[] => {
  if (kind === 'partnership')
    return board.partnership ? [...new Set([...textsOf(board.partnership), ...namesOn(board)])] : []
  const copy = pagesOf(board, kind).find((each) => each.slug === slug)
  return copy ? textsOf(copy.words) : []
}
/** Every page of its own of a kind, as it is told. */
export const pagesOf = (board: Board, kind: PageKind): readonly Copy[] =>
  ({
    entry: board.entries,
    'round-table': board.tables,
    event: board.events,
    leaflet: board.leaflets,
    programme: board.programmes,
  })[kind]

/** Names of organisations, themes and areas that stand on the board. */
const namesOn = (board: Board): string[] => {
  const { themes, areas, organisations } = choices(board)
  return [...organisations, ...themes, ...areas].map((each) => each.name)
}

/** Answered first, newest first; then under way; then no answer, the longest waiting first. */
const SECTION: Record<Standing, number> = {
  done: 0,
  standing: 0,
  'could-not': 0,
  'under-way': 1,
  unanswered: 2,
}
const inBoardOrder = (a: Copy<EntryWords>, b: Copy<EntryWords>): number => {
  const section = SECTION[a.words.standing] - SECTION[b.words.standing]
  if (section !== 0) return section
  const byDate =
    a.words.standing === 'unanswered'
      ? a.words.raisedOn.localeCompare(b.words.raisedOn)
      : dateOf(b).localeCompare(dateOf(a))
  return byDate || b.slug.localeCompare(a.slug, 'en', { numeric: true })
}
const dateOf = (copy: Copy<EntryWords>): string => copy.words.on ?? copy.publishedOn

/**
 * The entries a query asks for, without their state: what the five counts are made of.
 * @param found the slugs that its words were found in, where it has words.
 */
export const matching = (
  board: Board,
  query: BoardQuery,
  found: ReadonlySet<string> | null = null,
): readonly Copy<EntryWords>[] => {
  const { theme, area, by, quarter } = query
  if (!theme && !area && !by && !quarter && !found) return board.entries
  return board.entries.filter(
    ({ slug, words }) =>
      (!found || found.has(slug)) &&
      (!theme || words.theme?.code === theme) &&
      (!area || words.area?.code === area) &&
      (!by ||
        words.who.some((who) => who.code === by) ||
        words.actions.some((action) => action.who?.code === by)) &&
      (!quarter || holds(quarter, words.raisedOn)),
  )
}

/**
 * Longest waiting first: what has no full answer, by the day it was raised; then the rest, as on
 * the board.
 */
export const longestWaiting = (entries: readonly Copy<EntryWords>[]): Copy<EntryWords>[] => {
  const waits = ({ words }: Copy<EntryWords>): boolean =>
    words.standing === 'unanswered' || words.standing === 'under-way'
  return [
    ...entries.filter(waits).toSorted((a, b) => a.words.raisedOn.localeCompare(b.words.raisedOn)),
    ...entries.filter((each) => !waits(each)),
  ]
}

export const inState = (
  entries: readonly Copy<EntryWords>[],
  state: Standing | undefined,
): readonly Copy<EntryWords>[] =>
  state ? entries.filter((entry) => entry.words.standing === state) : entries

/** How many stand where. Heard is their sum: each concern counts once. */
export const count = (entries: readonly Copy<EntryWords>[]): Record<Standing | 'heard', number> => {
  const counts = {
    heard: entries.length,
    ...Object.fromEntries(STANDINGS.map((each) => [each, 0])),
  } as Record<Standing | 'heard', number>
  for (const entry of entries) counts[entry.words.standing] += 1
  return counts
}

/** Everything there is to choose from in the filters, by code. */
export const choices = (board: Board) => {
  const unique = (labels: Label[]) =>
    [...new Map(labels.map((label) => [label.code, label])).values()].toSorted((a, b) =>
      a.name.localeCompare(b.name),
    )
  const all = board.entries.map((entry) => entry.words)
  return {
    themes: unique(all.flatMap((words) => words.theme ?? [])),
    areas: unique(all.flatMap((words) => words.area ?? [])),
    organisations: unique(
      all.flatMap((words) => [
        ...words.who,
        ...words.actions.flatMap((action) => action.who ?? []),
      ]),
    ),
    quarters: [...new Set(all.map((words) => quarterOf(words.raisedOn)))].toSorted().toReversed(),
  }
}

/** Told as late in public where it is late (R26). */
export const isLate = (action: ToldAction, today: Day): boolean =>
  action.by !== null &&
  action.accepted &&
  !action.closed &&
  (action.kind === 'standing' || !['done', 'could-not'].includes(action.status)) &&
  isPast(action.by, today)

/** R1: a concern that is done still names what could not be done. */
export const couldNot = (words: EntryWords): string[] =>
  words.standing === 'done'
    ? words.actions
        .filter((action) => action.accepted && action.status === 'could-not')
        .map((action) => action.words)
    : []

/** Days since the open actions of an entry were last heard of (R8), or null when none is open. */
export const silentDays = (entry: Copy<EntryWords>, today: Day): number | null => {
  const open = entry.words.actions.filter(isOpenInPublic)
  return open.length === 0
    ? null
    : Math.max(...open.map((action) => daysBetween(action.lastHeardOn, today)))
}
/** Nobody has been heard of on it for too long (R8). */
export const isQuiet = (entry: Copy<EntryWords>, today: Day): boolean =>
  (silentDays(entry, today) ?? 0) > QUIET_DAYS
const isOpenInPublic = (action: ToldAction): boolean =>
  action.accepted && !action.closed && !['done', 'could-not'].includes(action.status)

/**
 * When an organisation last spoke of what it leads in public, how much of that is open, and how
 * much of it has been quiet too long.
 */
export interface Voice extends Label {
  lastOn: Day
  days: number
  open: number
  quiet: number
}

/** R8: from published entries alone, in the order of the alphabet, never as a league table. */
export const voices = (entries: readonly Copy<EntryWords>[], today: Day): Voice[] => {
  const by = new Map<string, { label: Label; actions: ToldAction[] }>()
  for (const { words } of entries) {
    for (const action of words.actions) {
      if (!action.who || !action.accepted) continue
      const there = by.get(action.who.code)
      if (there) there.actions.push(action)
      else by.set(action.who.code, { label: action.who, actions: [action] })
    }
  }
  return [...by.values()]
    .toSorted((a, b) => a.label.name.localeCompare(b.label.name))
    .map(({ label, actions }) => {
      const lastOn = actions.reduce(
        (last, action) => (action.lastHeardOn > last ? action.lastHeardOn : last),
        '',
      )
      const open = actions.filter(isOpenInPublic)
      return {
        ...label,
        lastOn,
        days: daysBetween(lastOn, today),
        open: open.length,
        quiet: open.filter((action) => daysBetween(action.lastHeardOn, today) > QUIET_DAYS).length,
      }
    })
}

/** What people said of an entry, as far as they still agree to it on this day (R18). */
export const quotesOf = (board: Board, slug: string, today: Day): QuoteWords[] =>
  (board.quotes.get(slug) ?? [])
    .map((copy) => copy.words)
    .filter((words) => mayBeShown(words, today))

/** The events that an entry came from, or that carried it out. */
export const eventsOf = (board: Board, slug: string): Copy<EventWords>[] =>
  board.events.filter(
    ({ words }) =>
      words.entries.includes(slug) || words.findings.some((each) => each.entries.includes(slug)),
  )

/** The entries that an event or a programme speaks of, as far as they are public now. */
export const entriesIn = (board: Board, words: EventWords | ProgrammeWords): Copy<EntryWords>[] => {
  const slugs =
    words.kind === 'event'
      ? [...words.entries, ...words.findings.flatMap((each) => each.entries)]
      : words.opportunities.flatMap((each) => each.entry ?? [])
  return board.entries.filter((entry) => slugs.includes(entry.slug))
}

/** The leaflet that stands in the place of this one by now, as far as it is told. */
export const successor = (board: Board, slug: string): Copy<LeafletWords> | undefined =>
  board.replacedBy.has(slug)
    ? board.leaflets.find((each) => each.slug === lastOf(board.replacedBy, slug))
    : undefined
export const currentLeaflets = (board: Board): Copy<LeafletWords>[] =>
  board.leaflets.filter(({ slug }) => !board.replacedBy.has(slug))

/** Programmes that an entry came from. */
export const programmesOf = (board: Board, slug: string): Copy<ProgrammeWords>[] =>
  board.programmes.filter(({ words }) => words.opportunities.some((each) => each.entry === slug))

/** The last round table that met, as it is told. */
export const lastTable = (board: Board): Copy<TableWords> | undefined =>
  board.tables.find(({ words }) => words.state !== 'planned')

export const nextTable = (board: Board, today: Day): Copy<TableWords> | undefined =>
  board.tables
    .filter(
      ({ words }) =>
        words.state === 'planned' && words.heldOn >= today.slice(0, words.heldOn.length),
    )
    .at(-1)

/**
 * The copy since which an entry tells the same: news begins anew, and a correction does not wipe
 * out what readers said of it.
 */
export const toldSince = (entry: Copy): number =>
  [...entry.earlier, entry].findLast(
    (each) => each.change.kind === 'first' || each.change.kind === 'news',
  )?.version ?? entry.version

/** R6: how often each organisation was at the last ten round tables told up to this one. */
export const runOf = (
  board: Board,
  code: string,
  heldOn: When,
): { present: number; of: number } => {
  const held = board.tables
    .filter(({ words }) => words.state !== 'planned' && words.heldOn <= heldOn)
    .slice(0, 10)
  const expected = held.filter(({ words }) =>
    words.organisations.some((each) => each.code === code),
  )
  const came = expected.filter(({ words }) =>
    words.organisations.some(
      (each) =>
        each.code === code && (each.presence === 'present' || each.presence === 'sent-someone'),
    ),
  )
  return { present: came.length, of: expected.length }
}
