import { conflict, decide, refuse, type Decision } from '../decision.ts'
import type { Day, When } from '../day.ts'
import type { Depth } from '../depth.ts'

/** A handing out: who gave it to whom, and how many. Never to which person. */
export interface Handing {
  id: number
  organisationId: number
  toWhom: string
  on: When | null
  copies: number | null
}

/**
 * The file of a leaflet in one language: known by its fingerprint, so that what was approved is
 * what is read (R13).
 */
export interface LeafletFile {
  id: number
  language: string
  hash: string
  size: number
  /** The words that were read in it; nothing where it is a picture. */
  text: string
  at: string
}

/** What is written of a leaflet, each time it was: the newest counts. */
export interface LeafletTerms {
  id: number
  title: string
  /** Whose it is; nothing where that is not agreed yet (R2). */
  organisationId: number | null
  version: string
  /** The languages it is in, by code. */
  languages: string[]
  /**
   * The question it answers, as residents ask it; and the one put to an organisation, if it was.
   */
  answers: string
  actionId: number | null
  /** Where to get it: a place that everyone knows. */
  place: string
  /** The one that this takes the place of. */
  replacesId: number | null
  personId: number
  at: string
}

/** Something to hand out, such as guidance on plain-clothes officers. */
export interface Leaflet {
  id: number
  createdAt: string
  /** As narrow as the question it answers (R9). */
  depth: Depth
  ground: string | null
  list: number[]
  terms: LeafletTerms[]
  handings: Handing[]
  files: LeafletFile[]
}

export type LeafletWritten = Omit<LeafletTerms, 'id' | 'personId' | 'at'>

export const leafletTermsOf = (leaflet: Leaflet): LeafletTerms => leaflet.terms.at(-1)!

/** The leaflet that takes the place of this one, as far as it is known to who asks. */
export const successorOf = <T extends Pick<LeafletTerms, 'replacesId'>>(
  { id }: Pick<Leaflet, 'id'>,
  all: readonly T[],
): T | undefined => all.find((each) => each.replacesId === id)
export const isCurrent = (
  leaflet: Pick<Leaflet, 'id'>,
  all: readonly Pick<LeafletTerms, 'replacesId'>[],
): boolean => successorOf(leaflet, all) === undefined

/** How many were handed out, as far as anyone wrote it down. */
export const handedOut = (leaflet: Leaflet): number =>
  leaflet.handings.reduce((sum, each) => sum + (each.copies ?? 0), 0)

/**
 * Writes down a leaflet. `all` are those that are known already: two cannot take the place of one,
 * nor each of the other.
 */
export const writeLeaflet = (
  written: LeafletWritten,
  all: Leaflet[],
  id: number | null = null,
): Decision<LeafletWritten> => {
  const { title, languages, replacesId } = written
  const other = all.find(
    (each) =>
      each.id !== id && replacesId !== null && leafletTermsOf(each).replacesId === replacesId,
  )
  return decide(
    [
      !title.trim() && { field: 'title', reason: 'Write the title that stands on it' },
      languages.length === 0 && { field: 'languages', reason: 'Tick each language it is in' },
      replacesId !== null &&
        replacesId === id && { field: 'replacesId', reason: 'It cannot take its own place' },
      // R11: one that is held in private is not named to whoever may not know of it.
      other !== undefined && {
        field: 'replacesId',
        reason:
          other.depth === 'named'
            ? 'Another takes its place already'
            : `“${leafletTermsOf(other).title}” takes its place already`,
      },
      replacesId !== null &&
        id !== null &&
        replacesId !== id &&
        follows(replacesId, id, all) && {
          field: 'replacesId',
          reason: 'That one takes the place of this one',
        },
    ],
    () => written,
  )
}

/**
 * New words for a leaflet. Someone else's newer ones are a conflict, and not a lost change (R23). A
 * language that it has a file in stays one of its languages.
 */
export const rewriteLeaflet = (
  leaflet: Leaflet,
  written: LeafletWritten,
  basedOn: number,
  all: Leaflet[],
): Decision<LeafletWritten> => {
  if (leafletTermsOf(leaflet).id !== basedOn)
    return conflict('Someone else changed this while you were writing')
  const decision = writeLeaflet(written, all, leaflet.id)
  return decision.accepted &&
    leaflet.files.some((file) => !written.languages.includes(file.language))
    ? refuse('languages', 'It has a file in a language that you took away. Take out the file first')
    : decision
}

/**
 * Puts a file to a leaflet. One that somebody else put there since the page was shown is a
 * conflict, and not a lost file (R23). `lastSeenId` is the newest file that was shown, or nothing.
 */
export const putFile = (
  leaflet: Leaflet,
  language: string,
  lastSeenId: number,
): Decision<string> => {
  const there = leaflet.files.find((file) => file.language === language)
  if (there && there.id > lastSeenId)
    return conflict('Someone else put a file here while you were choosing yours')
  return leafletTermsOf(leaflet).languages.includes(language)
    ? { accepted: true, value: language }
    : refuse('language', 'Tick this language on the leaflet first')
}

/** Writes down that it was handed out. What was not counted is left open. */
export const handOut = (
  handing: Omit<Handing, 'id' | 'organisationId'> & { organisationId: number | null },
  today: Day,
): Decision<Omit<Handing, 'id'>> =>
  decide(
    [
      handing.organisationId === null && {
        field: 'organisationId',
        reason: 'Choose who handed it out',
      },
      !handing.toWhom.trim() && {
        field: 'toWhom',
        reason: 'Say to whom, like “mothers at the monthly meeting”. Never a name',
      },
      handing.on !== null &&
        handing.on > today && {
          field: 'on',
          reason: 'This lies ahead. Write it down when it has been',
        },
      handing.copies === 0 && { field: 'copies', reason: 'Write how many, or leave it empty' },
    ],
    () => ({ ...handing, organisationId: handing.organisationId!, toWhom: handing.toWhom.trim() }),
  )

const follows = (id: number, before: number, all: Leaflet[]): boolean => {
  const seen = new Set<number>()
  for (
    let next: number | null = id;
    next !== null && !seen.has(next);
    next = all.find((each) => each.id === next)?.terms.at(-1)!.replacesId ?? null
  ) {
    if (next === before) return true
    seen.add(next)
  }
  return false
}
