import type { Event } from '../../domain/evidence/event.ts'
import type { Leaflet } from '../../domain/evidence/leaflet.ts'
import type { Publication } from '../../domain/publishing/publication.ts'
import type { Message } from '../../domain/residents/message.ts'
import type { Request } from '../../domain/residents/request.ts'
import type { Db } from '../database.ts'
import type { Said } from '../residents/said.ts'
import type { Depends } from './depends.ts'
import {
  glanceAtEvent,
  glanceAtLeaflet,
  glanceAtMessage,
  glanceAtRequest,
  glanceAtTold,
  type EventGlance,
  type LeafletGlance,
  type MessageGlance,
  type Now,
  type RequestGlance,
  type ToldGlance,
} from './glance.ts'
import type { Touched } from './reach.ts'
import type { Noun } from './touched.ts'

// What falls due when it is touched, and is looked at where somebody asks for it: to see whether
// something told has moved on costs more than a write did, and whoever writes has no need of it.

/** Those with some numbers, as the record has them. */
type Read<T> = (ids: number[]) => T[]

/** What they are read through. */
export interface LaterParts {
  messages: Read<Message>
  requests: Read<Request>
  events: Read<Event>
  leaflets: Read<Leaflet>
  said: Read<Said>
  publications: Read<Publication>
  /** How the record sees a publication now. */
  now: (depends: Depends) => Now
}

interface Glances {
  message: MessageGlance
  request: RequestGlance
  event: EventGlance
  leaflet: LeafletGlance
  said: Said
  publication: ToldGlance
}
export type LaterNoun = keyof Glances

export interface Later {
  glances: { [N in LaterNoun]: Map<number, Glances[N]> }
  /** What nobody has asked for, since the start or since it was touched. */
  due: Record<LaterNoun, Set<number>>
  /** What each glance at something told was made from, and the other way round. */
  madeFrom: Map<number, string[]>
  makes: Map<string, Set<number>>
}

const IDS: Record<LaterNoun, string> = {
  message: 'select id from messages order by id',
  request: 'select id from requests order by id',
  event: 'select id from events order by id',
  leaflet: 'select id from leaflets order by id',
  said: 'select id from publications where slug in (select slug from verdicts) order by id',
  publication: 'select id from publications order by id',
}
export const LATER = Object.keys(IDS) as LaterNoun[]

const forEach = <T>(make: () => T): Record<LaterNoun, T> =>
  Object.fromEntries(LATER.map((noun) => [noun, make()])) as Record<LaterNoun, T>

export const nothingLater = (): Later => ({
  glances: forEach(() => new Map()),
  due: forEach(() => new Set()),
  madeFrom: new Map(),
  makes: new Map(),
})

export const allFallDue = (db: Db, { due }: Later): void => {
  for (const noun of LATER) for (const id of idsIn(db, IDS[noun])) due[noun].add(id)
}

export const fallDue = ({ due, makes }: Later, touched: Touched): void => {
  for (const noun of LATER) for (const id of touched.get(noun) ?? []) due[noun].add(id)
  for (const [noun, numbers] of touched)
    for (const id of numbers)
      for (const each of makes.get(keyOf(noun, id)) ?? []) due.publication.add(each)
}

/** So many records are read at once when all of them are: what few take is soon let go of again. */
const AT_ONCE = 20

/** Makes a part of what fell due. @returns whether there was any. */
export const makeDue = (later: Later, noun: LaterNoun, parts: () => LaterParts): boolean => {
  const due = later.due[noun]
  const part = firstOf(due)
  if (part.length === 0) return false
  KEEP[noun](later, part, parts())
  for (const id of part) due.delete(id)
  return true
}

const firstOf = (due: Set<number>): number[] => {
  const first: number[] = []
  for (const id of due) if (first.push(id) === AT_ONCE) break
  return first
}

const glancing =
  <N extends LaterNoun, T extends { id: number }>(
    noun: N,
    read: (parts: LaterParts) => Read<T>,
    glance: (found: T) => Glances[N],
  ) =>
  ({ glances }: Later, ids: number[], parts: LaterParts): void => {
    const kept: Map<number, Glances[N]> = glances[noun]
    const found = read(parts)(ids)
    dropGone(kept, ids, found)
    for (const each of found) kept.set(each.id, glance(each))
  }

const keepTold = (later: Later, ids: number[], { publications, now }: LaterParts): void => {
  const { glances, madeFrom, makes } = later
  const found = publications(ids)
  for (const id of ids) {
    for (const key of madeFrom.get(id) ?? []) makes.get(key)?.delete(id)
    madeFrom.delete(id)
  }
  dropGone(glances.publication, ids, found)
  let keys = new Set<string>()
  const seen = now((noun, id) => {
    if (id !== null && id !== undefined) keys.add(keyOf(noun, id))
  })
  for (const publication of found) {
    keys = new Set()
    // What stands beside an entry hangs on what that tells.
    if (publication.concernId !== null) keys.add(keyOf('told of concern', publication.concernId))
    glances.publication.set(publication.id, glanceAtTold(publication, seen))
    madeFrom.set(publication.id, [...keys])
    for (const key of keys) {
      const there = makes.get(key)
      if (there) there.add(publication.id)
      else makes.set(key, new Set([publication.id]))
    }
  }
}

const KEEP: Record<LaterNoun, (later: Later, ids: number[], parts: LaterParts) => void> = {
  message: glancing('message', (parts) => parts.messages, glanceAtMessage),
  request: glancing('request', (parts) => parts.requests, glanceAtRequest),
  event: glancing('event', (parts) => parts.events, glanceAtEvent),
  leaflet: glancing('leaflet', (parts) => parts.leaflets, glanceAtLeaflet),
  said: glancing(
    'said',
    (parts) => parts.said,
    (said: Said) => said,
  ),
  publication: keepTold,
}

const keyOf = (noun: Noun, id: number): string => `${noun} ${id}`

export const inParts = function* (ids: number[]): Generator<number[]> {
  for (let at = 0; at < ids.length; at += AT_ONCE) yield ids.slice(at, at + AT_ONCE)
}

export const idsIn = (db: Db, query: string): number[] =>
  db.$client.prepare(query).pluck().all() as number[]

/** What was written and rolled back is not there any more. The others keep their place. */
export const dropGone = (
  kept: Map<number, unknown>,
  ids: number[],
  found: { id: number }[],
): void => {
  const there = new Set(found.map((each) => each.id))
  for (const id of ids) if (!there.has(id)) kept.delete(id)
}
