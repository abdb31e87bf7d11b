import { STANDINGS, type Standing } from './concern.ts'
import { daysBetween, isPast, type Day, type When } from './day.ts'
import type { Change, EntryWords, PartnershipWords, TableWords, ToldAction, Words, YearWords } from './told.ts'
import { holds } from './quarter.ts'

/** The latest copy of something told: frozen words, and only the dates and standings of the copies before it. */
export interface Copy<W extends Words = Words> {
  slug: string
  version: number
  publishedOn: Day
  words: W
  change: Change
  earlier: { version: number; publishedOn: Day; standing: Standing | null; change: Change }[]
}
export interface Withdrawn { slug: string; kind: 'entry' | 'round-table'; on: Day; ground: string }

/** Everything the public side is handed. Immutable: a publication makes a new one. */
export interface Board {
  readonly version: number
  readonly entries: readonly Copy<EntryWords>[]
  readonly tables: readonly Copy<TableWords>[]
  readonly years: readonly Copy<YearWords>[]
  readonly partnership: PartnershipWords | null
  readonly withdrawn: readonly Withdrawn[]
}

export interface BoardQuery { theme?: string; by?: string; area?: string; quarter?: string; state?: Standing; q?: string; page: number }

export const PAGE_SIZE = 20

export const makeBoard = (version: number, copies: Copy[], withdrawn: Withdrawn[]): Board => {
  const of = <W extends Words>(kind: W['kind']) => copies.filter((copy): copy is Copy<W> => copy.words.kind === kind)
  return Object.freeze({
    version, withdrawn,
    entries: of<EntryWords>('entry').sort(inBoardOrder),
    tables: of<TableWords>('round-table').sort((a, b) => b.words.heldOn.localeCompare(a.words.heldOn)),
    years: of<YearWords>('year').sort((a, b) => b.slug.localeCompare(a.slug)),
    partnership: of<PartnershipWords>('partnership').at(-1)?.words ?? null
  })
}

/** Answered first, newest first; then under way; then no answer, the longest waiting first. */
const SECTION: Record<Standing, number> = { done: 0, standing: 0, 'could-not': 0, 'under-way': 1, unanswered: 2 }
const inBoardOrder = (a: Copy<EntryWords>, b: Copy<EntryWords>): number => {
  const section = SECTION[a.words.standing] - SECTION[b.words.standing]
  if (section !== 0) return section
  const byDate = a.words.standing === 'unanswered' ? a.words.raisedOn.localeCompare(b.words.raisedOn) : dateOf(b).localeCompare(dateOf(a))
  return byDate || b.slug.localeCompare(a.slug, 'en', { numeric: true })
}
const dateOf = (copy: Copy<EntryWords>): string => copy.words.on ?? copy.publishedOn

/** The entries a query asks for, without their state: what the five counts are made of. */
export const matching = (board: Board, query: BoardQuery): Copy<EntryWords>[] => {
  const wanted = wordsOf(query.q ?? '')
  return board.entries.filter(({ words }) =>
    (!query.theme || words.theme?.code === query.theme) &&
    (!query.area || words.area?.code === query.area) &&
    (!query.by || words.who.some((who) => who.code === query.by) || words.actions.some((action) => action.who?.code === query.by)) &&
    (!query.quarter || holds(query.quarter, words.raisedOn)) &&
    (wanted.length === 0 || holdsAll(words, wanted)))
}

export const inState = (entries: Copy<EntryWords>[], state: Standing | undefined): Copy<EntryWords>[] =>
  state ? entries.filter((entry) => entry.words.standing === state) : entries

/** How many stand where. Heard is their sum: each concern counts once. */
export const count = (entries: readonly Copy<EntryWords>[]): Record<Standing | 'heard', number> => {
  const counts = { heard: entries.length, ...Object.fromEntries(STANDINGS.map((each) => [each, 0])) } as Record<Standing | 'heard', number>
  for (const entry of entries) counts[entry.words.standing] += 1
  return counts
}

const wordsOf = (text: string): string[] => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const holdsAll = (words: EntryWords, wanted: string[]): boolean => {
  const text = wordsOf([words.said, words.did, words.worked?.words, words.theme?.name, words.area?.name, words.origin, ...words.who.map((who) => who.name), ...words.actions.map((action) => action.words)].join(' '))
  return wanted.every((want) => text.some((word) => word.startsWith(want)))
}

/** Everything there is to choose from in the filters, by code. */
export const choices = (board: Board) => {
  const unique = (labels: { code: string; name: string }[]) => [...new Map(labels.map((label) => [label.code, label])).values()].sort((a, b) => a.name.localeCompare(b.name))
  const all = board.entries.map((entry) => entry.words)
  return {
    themes: unique(all.flatMap((words) => words.theme ?? [])),
    areas: unique(all.flatMap((words) => words.area ?? [])),
    organisations: unique(all.flatMap((words) => [...words.who, ...words.actions.flatMap((action) => action.who ?? [])])),
    quarters: [...new Set(all.map((words) => `${words.raisedOn.slice(0, 4)}-q${Math.ceil(Number(words.raisedOn.slice(5, 7)) / 3)}`))].sort().reverse()
  }
}

/** Told as late in public where it is late (R26). */
export const isLate = (action: ToldAction, today: Day): boolean =>
  action.by !== null && action.accepted && !action.closed && (action.kind === 'standing' || !['done', 'could-not'].includes(action.status)) && isPast(action.by, today)

/** R1: a concern that is done still names what could not be done. */
export const couldNot = (words: EntryWords): string[] =>
  words.standing === 'done' ? words.actions.filter((action) => action.accepted && action.status === 'could-not').map((action) => action.words) : []

/** Days since the open actions of an entry were last heard of (R8), or null when none is open. */
export const silentDays = (entry: Copy<EntryWords>, today: Day): number | null => {
  const open = entry.words.actions.filter((action) => action.accepted && !action.closed && !['done', 'could-not'].includes(action.status))
  return open.length === 0 ? null : Math.max(...open.map((action) => daysBetween(action.lastHeardOn, today)))
}

export const nextTable = (board: Board, today: Day): Copy<TableWords> | undefined =>
  board.tables.filter(({ words }) => words.state === 'planned' && words.heldOn >= today.slice(0, words.heldOn.length)).at(-1)

/** R6: how often each organisation was at the last ten round tables told up to this one. */
export const runOf = (board: Board, code: string, heldOn: When): { present: number; of: number } => {
  const held = board.tables.filter(({ words }) => words.state !== 'planned' && words.heldOn <= heldOn).slice(0, 10)
  const expected = held.filter(({ words }) => words.organisations.some((each) => each.code === code))
  const came = expected.filter(({ words }) => words.organisations.some((each) => each.code === code && (each.presence === 'present' || each.presence === 'sent-someone')))
  return { present: came.length, of: expected.length }
}
