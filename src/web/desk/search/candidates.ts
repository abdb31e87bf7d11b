import { STATUSES, KINDS, type Action } from '../../../domain/actions/action.ts'
import type { Concern } from '../../../domain/concerns/concern.ts'
import { folded } from '../../../domain/folded.ts'
import { languageName } from '../../../domain/language.ts'
import { may } from '../../../domain/may.ts'
import { SAY_EVENT, type Event } from '../../../domain/evidence/event.ts'
import type { Leaflet } from '../../../domain/evidence/leaflet.ts'
import type { Subject } from '../../../domain/publishing/kinds/kind.ts'
import { COPY_KINDS, kindOf, type CopyKind } from '../../../domain/publishing/kinds/kinds.ts'
import type { Note } from '../../../domain/round-tables/minutes.ts'
import { monthTitleOf, titleOf } from '../../../domain/round-tables/round-table.ts'
import { say } from '../../../domain/say.ts'
import { sayWhen } from '../../../domain/day.ts'
import { begins, singular, type Query } from '../../../domain/search.ts'
import type { ConcernGlance, ToldGlance } from '../../../store/glance/glance.ts'
import type { LookedFor, Searched } from '../../../store/search/words.ts'
import type { Store } from '../../../store/store.ts'
import { toldThat } from '../publishing/entry-lines.ts'
import type { Visit } from '../visit.ts'
import { sayHeldOn } from './matters.ts'

/** So many of one kind are read for one search: what comes nearest, then the newest. */
const MOST_READ = 250
/** So few may have some of the words that they are read, and no more words are looked for. */
const FEW = 60

/** What may be found, as far as this person may know of it; each is read to see whether it is. */
export interface Candidates {
  actions: Action[]
  concerns: Concern[]
  /** Lines that were written down as decisions. */
  lines: Note[]
  told: ToldGlance[]
  events: Event[]
  leaflets: Leaflet[]
  /** More may be found than are read. */
  isCut: boolean
}

/**
 * R20: the record is not read whole for a search. R11: what this person may not know of is left out
 * before it is read, so that it takes no time either.
 */
export const candidatesFor = (visit: Visit, query: Query): Candidates => {
  const { store, who } = visit
  // A long word is in fewer things than a short one.
  const looked = query.words
    .toSorted((a, b) => b.length - a.length)
    .map((typed) => lookedFor(store, typed))
  const { glances } = store
  const said = (noun: Searched) => (each: Looked) => store.search.idsWith(noun, each)
  const concernsSaying = new Map(looked.map((each) => [each, said('concern')(each)]))
  const found = (...ways: ((each: Looked) => Iterable<number>)[]): Set<number> => {
    const [first, ...rest] = looked.map((each) => () => new Set(ways.flatMap((w) => [...w(each)])))
    return rest.reduce((some, more) => (some.size > FEW ? both(some, more()) : some), first!())
  }
  const raised = raisedIn(store)
  const ids = {
    action: found(said('action'), ({ typed }) => byStatus(store, typed)),
    concern: found(
      (each) => concernsSaying.get(each)!,
      ({ typed }) => raised(typed),
    ),
    decision: found(said('decision')),
    publication: found(said('publication'), (each) =>
      toldOf(visit, each.typed, concernsSaying.get(each)!),
    ),
    event: found(said('event'), ({ typed }) => byOccasion(store, typed)),
  }
  const seen = (all: Iterable<{ id: number } & Parameters<typeof may.see>[1]>, of: Set<number>) =>
    [...all].filter((each) => of.has(each.id) && may.see(who, each)).map((each) => each.id)
  const actions = seen(glances.actions(), ids.action)
  const concerns = seen(glances.concerns(), ids.concern)
  const events = seen(glances.events(), ids.event)
  // There are few of these, and what they say of themselves is little.
  const leaflets = [...glances.leaflets()].filter((each) => may.see(who, each)).map(({ id }) => id)
  const lines = [...ids.decision].toSorted((a, b) => a - b)
  const told = toldThat(store, (each) => ids.publication.has(each.id))
  const near = nearnesses(store, query)
  return {
    actions: store.actions.listOf(nearest(actions, near.action), who),
    concerns: store.concerns.listOf(nearest(concerns, near.concern), who),
    lines: store.notes.listOf(nearest(lines)),
    told: nearest(told, near.told),
    events: store.events.listOf(nearest(events), who),
    leaflets: store.leaflets.listOf(nearest(leaflets), who),
    isCut: [actions, concerns, lines, told, events, leaflets].some(
      (each) => each.length > MOST_READ,
    ),
  }
}

const both = (some: Set<number>, more: Set<number>): Set<number> =>
  new Set([...some].filter((id) => more.has(id)))

/** Where there are too many, what comes nearest, and then what is newer; each in its place. */
const nearest = <T>(all: T[], nearnessIn?: () => (each: T) => number): T[] => {
  if (all.length <= MOST_READ) return all
  const nearnessOf = nearnessIn?.() ?? (() => 0)
  const near = new Map(all.map((each) => [each, nearnessOf(each)]))
  const read = new Set(all.toSorted((a, b) => near.get(a)! - near.get(b)!).slice(-MOST_READ))
  return all.filter((each) => read.has(each))
}

/** How near a thing can come, before it is read: it bears the number, or is called by all the words. */
const nearnesses = ({ search, glances }: Store, { number, words }: Query) => {
  const titled = (noun: 'action' | 'concern') => {
    const ids = words.map((typed) => search.idsTitled(noun, singular(typed)))
    return (id: number): boolean => ids.every((each) => each.has(id))
  }
  const near = (isNumbered: boolean, isTitled: boolean): number => (isNumbered ? 2 : +isTitled)
  return {
    action: () => {
      const isTitled = titled('action')
      const numbers = new Map([...glances.actions()].map((each) => [each.id, each.number]))
      return (id: number) => near(folded(numbers.get(id)!) === number, isTitled(id))
    },
    concern: () => {
      const isTitled = titled('concern')
      return (id: number) => near(false, isTitled(id))
    },
    told: () => {
      const isTitled = titled('concern')
      return ({ slug, concernId }: ToldGlance) => near(slug === number, isTitled(concernId ?? 0))
    },
  }
}

/** A word as it was typed, with the letters that stand in all it finds, and the names that have it. */
interface Looked extends LookedFor {
  typed: string
}
const lookedFor = (store: Store, typed: string): Looked => {
  const idsOf = <T extends { id: number }>(all: T[], text: (each: T) => string): number[] =>
    all.filter((each) => begins(folded(text(each)), typed)).map((each) => each.id)
  return {
    typed,
    word: singular(typed),
    organisationIds: idsOf(store.organisations.list(), (each) => each.name),
    seatIds: idsOf(store.organisations.seats(), (each) => each.title),
    labelIds: idsOf(
      [...store.labels.list('theme'), ...store.labels.list('area')],
      (each) => each.name,
    ),
    roundTableIds: idsOf(store.roundTables.list(), (table) =>
      [titleOf(table), monthTitleOf(table), table.slug].join('\n'),
    ),
  }
}

const STATUSES_SAID = folded(
  STATUSES.flatMap((status) => KINDS.map((kind) => say.status(status, kind))).join('\n'),
)
const CLOSED = 'closed'

/** Actions that stand as it says, as near as a glance knows. */
const byStatus = ({ glances }: Store, typed: string): number[] => {
  const [ofOpen, ofClosed] = [begins(STATUSES_SAID, typed), begins(CLOSED, typed)]
  if (!ofOpen && !ofClosed) return []
  return [...glances.actions()]
    .filter((each) => (each.isOpen ? ofOpen : ofClosed))
    .map((each) => each.id)
}

/** Events by what they were and when, in words. */
const byOccasion = ({ glances }: Store, typed: string): number[] =>
  [...glances.events()]
    .filter(({ kind, heldOn }) => begins(folded(`${SAY_EVENT[kind]}\n${sayHeldOn(heldOn)}`), typed))
    .map(({ id }) => id)

/** Concerns by when they were raised, in words; each day and each table is said once. */
const raisedIn = ({ glances, roundTables }: Store): ((typed: string) => number[]) => {
  const tables = new Map(roundTables.list().map((each) => [each.id, each]))
  const by = Map.groupBy(glances.concerns(), ({ roundTableId, raisedOn }: ConcernGlance) => {
    const table = tables.get(roundTableId ?? 0)
    return folded(`Raised ${table ? `at the ${titleOf(table)}` : sayWhen(raisedOn)}`)
  })
  return (typed) =>
    [...by].flatMap(([said, all]) => (begins(said, typed) ? all.map((each) => each.id) : []))
}

/** Words of a translation that names no text of its own. */
const OF_NAMES = { kind: 'translation', language: 'en', of: { kind: 'partnership' }, pieces: [] }
/** What each kind is called where its words do not name it. */
const CALLED = COPY_KINDS.map((kind) => ({
  kind,
  said: folded(
    [undefined, ...(kind === 'translation' ? [OF_NAMES] : [])]
      .map((words) => kindOf({ kind }).name(words as never, {} as Subject))
      .join('\n'),
  ),
}))

/**
 * What is told, by what is not in its own words: an entry by its concern, each kind by what it is
 * called, a translation by its language, and whatever has a number by any number.
 */
const toldOf = ({ store, desk }: Visit, typed: string, concerns: Set<number>): number[] => {
  const kinds = new Set<CopyKind>(
    CALLED.filter(({ said }) => begins(said, typed)).map((each) => each.kind),
  )
  if (desk.languages.some(({ code }) => begins(folded(languageName(code)), typed)))
    kinds.add('translation')
  const isNumber = /^\d+$/.test(typed)
  return [...store.glances.told()]
    .filter(({ kind, concernId }) => isNumber || kinds.has(kind) || concerns.has(concernId ?? 0))
    .map((each) => each.id)
}
