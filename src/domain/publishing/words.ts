import type { Standing } from '../concerns/standing.ts'
import type { Kind, Status } from '../actions/action.ts'
import type { Day, When } from '../day.ts'
import { refuse, type Decision } from '../decision.ts'
import type { EventKind } from '../evidence/event.ts'
import { monthTitle, type Presence } from '../round-tables/round-table.ts'
import type { Passage } from './wording.ts'

/** A name and its code in addresses. */
export interface Label {
  code: string
  name: string
}

/** How well it worked, and on what evidence (R12). */
export type Strength = 'counted' | 'told' | 'view' | 'early'
export const STRENGTHS = ['counted', 'told', 'view', 'early'] as const
export const SAY_STRENGTH: Record<Strength, string> = {
  counted: 'Counted',
  told: 'Told to us',
  view: 'Our view',
  early: 'Too early to say',
}

export interface ToldAction {
  words: string
  who: Label | null
  helpers: Label[]
  by: When | null
  kind: Kind
  status: Status
  accepted: boolean
  closed: boolean
  lastHeardOn: Day
}
export interface Step {
  on: When
  words: string
}

/** Why there is a new copy: part of the words that are approved, since readers see it. */
export interface Change {
  kind: 'first' | 'news' | 'correction' | 'privacy'
  words: string
}
export const CHANGES = ['news', 'correction', 'privacy'] as const
export const FIRST: Change = { kind: 'first', words: '' }

export interface EntryWords {
  kind: 'entry'
  change: Change
  said: string
  did: string
  standing: Standing
  on: When | null
  raisedOn: When
  origin: string
  theme: Label | null
  area: Label | null
  who: Label[]
  worked: { strength: Strength; words: string } | null
  notYetClosed: boolean
  actions: ToldAction[]
  trail: Step[]
}

export interface TableWords {
  kind: 'round-table'
  change: Change
  heldOn: When
  startsAt: string | null
  place: string | null
  state: 'planned' | 'draft' | 'agreed'
  agreedOn: Day | null
  organisations: { code: string; name: string; presence: Presence; expected: boolean }[]
  priorities: string[]
  agreed: string[]
  gaps: { number: number; ground: string }[]
}

/**
 * R11: for a closed year and the whole partnership only, how many matters were held in private, by
 * ground.
 */
export interface YearWords {
  kind: 'year'
  change: Change
  year: string
  grounds: { ground: string; count: number }[]
}

/**
 * What the partnership says of itself in public (R19): its own names and words, and how to reach
 * it.
 */
export interface PartnershipWords {
  kind: 'partnership'
  change: Change
  name: string
  lede: string
  organisations: string
  communities: string
  phone: string
  email: string
  address: string
  hours: string
  about: string
  complain: string
}

/**
 * What a translation is of. Everything else that is told is the same in each language, or numbers.
 */
export interface Original {
  kind: (typeof ORIGINAL_KINDS)[number]
  slug: string
}
export const ORIGINAL_KINDS = [
  'entry',
  'round-table',
  'partnership',
  'event',
  'leaflet',
  'programme',
] as const
/** Pages of their own, with an address that stays closed when they are withdrawn. */
export const PAGE_KINDS = ['entry', 'round-table', 'event', 'leaflet', 'programme'] as const
export type PageKind = (typeof PAGE_KINDS)[number]

/** A piece of what is told, in English as it was translated and in the other language. */
export interface Piece {
  english: string
  text: string
}

/**
 * The words of something told, in another language. Each piece keeps the English it was made from,
 * so that what has changed since is known (R15).
 */
export interface TranslationWords {
  kind: 'translation'
  change: Change
  language: string
  of: Original
  /**
   * True where a person who reads the language has checked it; else it is a machine's draft, and
   * readers are told.
   */
  checked: boolean
  /** The organisations that the English names: each is shown this as well (R13). */
  names: string[]
  pieces: Piece[]
}

/**
 * What someone said, with the role they agreed to, beside the entry it belongs to, for as long as
 * they agreed (R18).
 */
export interface QuoteWords {
  kind: 'quote'
  change: Change
  words: string
  role: string
  entry: string
  until: Day
}

/** Something that was held: where concerns came from, or what shows that something was done. */
export interface EventWords {
  kind: 'event'
  change: Change
  what: EventKind
  heldOn: When | null
  area: Label | null
  who: Label[]
  /** The placeholder of how many came, or nothing where that cannot be told (R17). */
  came: string
  name: string
  place: string
  told: string
  worked: { strength: Strength; words: string } | null
  /** What a survey found, with the entries that came of it. */
  findings: { words: string; entries: string[] }[]
  /** The entries it belongs to: those raised there, and those whose actions it carried out. */
  entries: string[]
}

/** Something to hand out. */
export interface LeafletWords {
  kind: 'leaflet'
  change: Change
  who: Label | null
  version: string
  /**
   * Codes of the languages it is in, and the file in each, by its fingerprint: an approval holds
   * for the very bytes (R13).
   */
  languages: string[]
  files: { language: string; hash: string; size: number }[]
  /** How many were handed out, in whole tens; nothing below ten (R17). */
  copies: number | null
  title: string
  answers: string
  place: string
  handed: string
  /** The address of the one it takes the place of. */
  replaces: string | null
}

/**
 * A programme: what it is for, what was agreed and learned, and what became of its opportunities.
 */
export interface ProgrammeWords {
  kind: 'programme'
  change: Change
  who: Label[]
  startsOn: When | null
  /**
   * Pairs by phase, nothing below ten (R17); and sessions that are not recorded, as a number of
   * sessions (R16).
   */
  phases: { startsOn: When | null; pairings: number | null }[]
  sessions: number
  name: string
  aim: string
  length: string
  agreement: string
  support: string
  handover: string
  outcomes: { words: string; strength: Strength | null; known: string }[]
  learning: { theme: string; words: string }[]
  /** What became of each stands in its entry; where it has none, in words. */
  opportunities: { words: string; entry: string | null; became: string }[]
}

/**
 * Numbers about people that stand in the words as placeholders, as they may be told; null is
 * withheld, and one that is not here is not known (R17).
 */
export type Counts = Record<string, number | null>

/** The words of anything told in public. */
export type Words = (
  | EntryWords
  | TableWords
  | YearWords
  | PartnershipWords
  | TranslationWords
  | QuoteWords
  | EventWords
  | LeafletWords
  | ProgrammeWords
) & { counts?: Counts }
export type CopyKind = Words['kind']
export const COPY_KINDS = [
  'entry',
  'round-table',
  'year',
  'partnership',
  'translation',
  'quote',
  'event',
  'leaflet',
  'programme',
] as const

export const emptyPartnership: PartnershipWords = {
  kind: 'partnership',
  change: FIRST,
  name: '',
  lede: '',
  organisations: '',
  communities: '',
  phone: '',
  email: '',
  address: '',
  hours: '',
  about: '',
  complain: '',
}

/** Reads the trail as it is typed: a step on a line, with a day or a month and a colon first. */
export const parseSteps = (
  text: string,
  read: (typed: string) => When | undefined,
): Decision<Step[]> => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const steps = lines.map((line) => ({
    on: read(line.split(':')[0]!),
    words: line.split(':').slice(1).join(':').trim(),
  }))
  const wrong = lines.find((_, i) => !steps[i]!.on || !steps[i]!.words)
  return wrong === undefined
    ? { accepted: true, value: steps as Step[] }
    : refuse(
        'trail',
        `Begin each step with a day or a month and a colon, like “July 2021: Raised at the round table.” This one does not: “${wrong}”`,
      )
}

/** Every stretch of free words in a copy, with the field it was typed in. */
export const passagesOf = (words: Words): Passage[] =>
  [...bodyOf(words), { field: 'changeWords', text: words.change.words }].filter(
    (part) => part.text !== '',
  )

const bodyOf = (words: Words): Passage[] => {
  switch (words.kind) {
    case 'entry':
      return [
        { field: 'said', text: words.said },
        { field: 'did', text: words.did },
        { field: 'worked', text: words.worked?.words ?? '' },
        { field: 'origin', text: words.origin },
        ...[
          words.theme,
          words.area,
          ...words.who,
          ...words.actions.flatMap((action) => [action.who, ...action.helpers]),
        ].map((label) => ({ field: 'origin', text: label?.name ?? '', contact: true })),
        ...words.actions.map((action) => ({ field: 'actions', text: action.words })),
        ...words.trail.map((step) => ({ field: 'trail', text: step.words })),
      ]
    case 'round-table':
      return [
        ...words.priorities.map((text) => ({ field: 'priorities', text })),
        ...words.agreed.map((text) => ({ field: 'agreed', text })),
        { field: 'place', text: words.place ?? '' },
      ]
    case 'partnership':
      return [
        ...(['lede', 'organisations', 'communities', 'about', 'complain'] as const).map(
          (field) => ({ field, text: words[field] }),
        ),
        ...(['name', 'phone', 'email', 'address', 'hours'] as const).map((field) => ({
          field,
          text: words[field],
          contact: true,
        })),
      ]
    case 'translation':
      return words.pieces.map(({ english, text }, i) => ({ field: `piece-${i}`, text, english }))
    case 'event':
      return [
        { field: 'name', text: words.name },
        { field: 'place', text: words.place },
        { field: 'told', text: words.told },
        { field: 'worked', text: words.worked?.words ?? '' },
        ...[words.area, ...words.who].map((label) => ({
          field: 'told',
          text: label?.name ?? '',
          contact: true,
        })),
        ...words.findings.map((each) => ({ field: 'findings', text: each.words })),
        { field: 'came', text: words.came },
      ]
    case 'leaflet':
      return [
        { field: 'title', text: words.title },
        { field: 'answers', text: words.answers },
        { field: 'place', text: words.place },
        { field: 'handed', text: words.handed },
        { field: 'version', text: words.version },
        { field: 'title', text: words.who?.name ?? '', contact: true },
      ]
    case 'programme':
      return [
        ...(['name', 'aim', 'length', 'agreement', 'support', 'handover'] as const).map(
          (field) => ({ field, text: words[field] }),
        ),
        ...words.who.map((label) => ({ field: 'name', text: label.name, contact: true })),
        ...words.outcomes.flatMap((each) => [
          { field: 'outcomes', text: each.words },
          { field: 'outcomes', text: each.known },
        ]),
        ...words.learning.flatMap((each) => [
          { field: 'learning', text: each.theme },
          { field: 'learning', text: each.words },
        ]),
        ...words.opportunities.flatMap((each) => [
          { field: 'opportunities', text: each.words },
          { field: 'opportunities', text: each.became },
        ]),
      ]
    case 'quote':
      return [
        { field: 'words', text: words.words },
        { field: 'role', text: words.role },
      ]
    case 'year':
      return []
  }
}

/** What a reader reads of something told, each text once: what there is to translate. */
export const textsOf = (words: Words): string[] => {
  const change = words.change.kind === 'correction' ? [words.change.words] : []
  const texts = (): (string | null | undefined)[] => {
    switch (words.kind) {
      case 'entry':
        return [
          words.said,
          words.did,
          words.worked?.words,
          words.origin === monthTitle(words.raisedOn) ? '' : words.origin,
          ...words.actions.map((action) => action.words),
          ...words.trail.map((step) => step.words),
        ]
      case 'round-table':
        return [words.place, ...words.priorities, ...words.agreed]
      case 'partnership':
        return [
          words.name,
          words.lede,
          words.organisations,
          words.communities,
          words.address,
          words.hours,
          words.about,
          words.complain,
        ]
      case 'event':
        return [
          words.name,
          words.place,
          words.told,
          words.worked?.words,
          ...words.findings.map((each) => each.words),
        ]
      case 'leaflet':
        return [words.title, words.version, words.answers, words.place, words.handed]
      case 'programme':
        return [
          words.name,
          words.aim,
          words.length,
          words.agreement,
          words.support,
          words.handover,
          ...words.outcomes.flatMap((each) => [each.words, each.known]),
          ...words.learning.flatMap((each) => [each.theme, each.words]),
          ...words.opportunities.flatMap((each) => [each.words, each.became]),
        ]
      case 'year':
      case 'translation':
      case 'quote':
        return []
    }
  }
  return [...new Set([...texts(), ...change].filter((text): text is string => Boolean(text)))]
}

/** The organisations a copy names: each is shown it and may comment (R13). */
export const namedIn = (words: Words): string[] => {
  if (words.kind === 'entry')
    return [
      ...new Set(
        [
          ...words.who,
          ...words.actions.flatMap((action) => [
            ...(action.who ? [action.who] : []),
            ...action.helpers,
          ]),
        ].map((label) => label.code),
      ),
    ]
  if (words.kind === 'translation') return words.names
  if (words.kind === 'event' || words.kind === 'programme')
    return words.who.map((label) => label.code)
  if (words.kind === 'leaflet') return words.who ? [words.who.code] : []
  return words.kind === 'round-table' ? words.organisations.map((each) => each.code) : []
}
