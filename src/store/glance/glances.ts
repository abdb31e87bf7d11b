import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Db } from '../database.ts'
import type {
  ActionGlance,
  ConcernGlance,
  EventGlance,
  LeafletGlance,
  MessageGlance,
  RequestGlance,
  ToldGlance,
} from './glance.ts'
import { lookAgain, makeInParts, newestFirst, nothingKept, under, type Kept } from './kept.ts'
import type { Said } from '../residents/said.ts'
import { LATER, makeDue, type Later, type LaterNoun, type LaterParts } from './later.ts'
import { add, reach, type Touched } from './reach.ts'
import { noteTouches } from './touched.ts'

/**
 * A few facts of each record, so that a list can be chosen, counted and put in order without reading
 * the record: whether an action is open, where a concern stands, whether what is told has moved on.
 * They are made by the rules of the domain, once, and made anew for what was written since: by this
 * connection as it notes (see `touched.ts`), and for everything where another program wrote.
 */
export const glancesOf = (db: Db, parts: () => LaterParts) => {
  const { upToDate, withDue, warm } = keeping(db, parts)
  return {
    /** The numbers of what is open and was not taken out, oldest first. */
    openActionIds: (): number[] => [...upToDate().open].toSorted((a, b) => a - b),
    actions: (): Iterable<ActionGlance> => upToDate().actions.values(),
    action: (id: number): ActionGlance | undefined => upToDate().actions.get(id),
    concerns: (): Iterable<ConcernGlance> => upToDate().concerns.values(),
    concern: (id: number): ConcernGlance | undefined => upToDate().concerns.get(id),
    /**
     * The actions under one concern after another, and under what was joined to it, without what was
     * taken out: all as it stands now.
     */
    actionsUnder: (): ((concernId: number) => ActionGlance[]) => {
      const kept = upToDate()
      return (concernId) => under(kept, concernId)
    },
    messages: (): Iterable<MessageGlance> => withDue('message').values(),
    message: (id: number): MessageGlance | undefined => withDue('message').get(id),
    requests: (): Iterable<RequestGlance> => withDue('request').values(),
    events: (): Iterable<EventGlance> => withDue('event').values(),
    leaflets: (): Iterable<LeafletGlance> => withDue('leaflet').values(),
    /** What readers said of the entries that anybody answered. */
    said: (): Iterable<Said> => withDue('said').values(),
    told: (): Iterable<ToldGlance> => withDue('publication').values(),
    publication: (id: number): ToldGlance | undefined => withDue('publication').get(id),
    /** Newest first, without those that were taken back. What it answers is nobody's to change. */
    tables: (): RoundTable[] => newestFirst(upToDate()),
    /**
     * Makes them a part at each step, for whoever has time before anybody asks; who asks before it
     * is done waits for the rest. What falls due comes last, and may be left until somebody asks.
     */
    warm,
  }
}

export type Glances = ReturnType<typeof glancesOf>

/** What is kept, and the steps in which it is made. */
interface Making {
  kept: Kept
  steps: Iterator<undefined>
}

/** What is kept, as it stands now. */
const keeping = (db: Db, parts: () => LaterParts) => {
  const { $client: client } = db
  const notesAfter = noteTouches(db)
  const theirs = client.prepare('pragma data_version').pluck()
  let making: Making | undefined
  let mark: unknown
  let last = 0
  /** Looked at within a transaction, which may be rolled back: they are looked at once more. */
  let unsure: Touched = new Map()
  const begin = (): Making => {
    const kept = nothingKept()
    return { kept, steps: makeInParts(db, kept) }
  }
  const upToDate = (): Kept => {
    const { inTransaction } = client
    const other = theirs.get()
    if (mark !== undefined && other !== mark) making = undefined
    mark = other
    making ??= begin()
    while (!making.steps.next().done);
    // What was written while it was made is looked at as well.
    const notes = notesAfter(last)
    last = notes.last
    const touched: Touched = inTransaction && !notes.isUndone ? new Map() : unsure
    for (const { noun, of } of notes.of) add(touched, noun, [of])
    if (touched.size > 0) lookAgain(db, making.kept, reach(db, touched))
    if (!inTransaction) unsure = new Map()
    else if (touched !== unsure) for (const [noun, ids] of touched) add(unsure, noun, ids)
    return making.kept
  }
  const withDue = <N extends LaterNoun>(noun: N): Later['glances'][N] => {
    const { later } = upToDate()
    while (makeDue(later, noun, parts));
    return later.glances[noun]
  }
  const warm = function* (isAll = true): Generator<undefined> {
    mark ??= theirs.get()
    const { kept, steps } = (making ??= begin())
    while (!client.inTransaction && !steps.next().done) yield
    for (const noun of isAll ? LATER : [])
      while (!client.inTransaction && makeDue(kept.later, noun, parts)) yield
  }
  return { upToDate, withDue, warm }
}
