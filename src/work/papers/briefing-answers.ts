import { originOf } from '../../domain/publishing/kinds/entry/facts.ts'
import { awaitsClosing } from '../../domain/concerns/standing.ts'
import type { EntryWords } from '../../domain/publishing/kinds/entry.ts'
import {
  isDeclined,
  isProposed,
  latestOf,
  termsOf,
  type Action,
} from '../../domain/actions/action.ts'
import { wordingOf } from '../../domain/concerns/concern.ts'
import { daysBetween, type Day, type When } from '../../domain/day.ts'
import { mayStand, type Answered } from '../../domain/evidence/briefing.ts'
import type { Board, Copy } from '../../domain/publishing/board.ts'
import { withStop } from '../../domain/same-words.ts'
import { say } from '../../domain/say.ts'
import type { ActionGlance, ConcernGlance } from '../../store/glance/glance.ts'
import type { Store } from '../../store/store.ts'
import { couldNotOf, type Source, type Time } from './briefing-source.ts'

type NameOf = (organisationId: number | null) => string

/**
 * What residents said and what became of it, as people who sign in may know of it: as far as it can
 * stand on the sheet of this time.
 */
export const answersIn = (
  store: Store,
  board: Board,
  { period, today }: Time,
  nameOf: NameOf,
): Source['answered'] => {
  const { under, entryOf, wordsOf } = seenIn(store, board)
  const concerns = [...store.glances.concerns()].filter(
    (each) =>
      each.depth !== 'named' &&
      each.mergedIntoId === null &&
      !each.isTakenOut &&
      mayStand(period, each, [
        entryOf(each)?.words.on ?? null,
        ...under(each).flatMap(({ happenedOn, heardOn }) => [happenedOn, heardOn]),
      ]),
  )
  const ids = concerns.map((each) => each.id)
  const actionsOf = readInFull(store, concerns.filter((each) => !wordsOf(each)).flatMap(under))
  const tables = new Map(store.roundTables.list().map((each) => [each.id, each]))
  const read = new Map(store.concerns.listUnfiltered(ids).map((each) => [each.id, each]))
  const answerTo = (glance: ConcernGlance): Source['answered'][number] => {
    const concern = read.get(glance.id)!
    const { standing } = glance
    const accepted = under(glance).filter((each) => !each.isProposed)
    const words = wordsOf(glance)
    return {
      said: wordingOf(concern).text,
      ...(words ? inPublicWords(words) : inOwnWords(actionsOf(under(glance)), nameOf)),
      who: whoOf(accepted, nameOf),
      on: words?.on ?? answeredOn(accepted),
      raisedOn: concern.raisedOn,
      origin: originOf(concern, tables.get(concern.roundTableId ?? 0)),
      standing,
      notYetClosed: standing === 'done' && awaitsClosing(accepted),
      silent: silentFor(accepted, today),
      isTold: entryOf(glance) !== undefined,
    }
  }
  return concerns.map(answerTo)
}

/** What the table may know of a concern: its actions, and what residents read of it. */
const seenIn = (store: Store, board: Board) => {
  const told = entriesToldOf(store, board)
  const glancesUnder = store.glances.actionsUnder()
  const entryOf = ({ id, mergedIds }: ConcernGlance): Copy<EntryWords> | undefined =>
    [id, ...mergedIds].map((each) => told.get(each)).find((each) => each !== undefined)
  return {
    under: ({ id }: ConcernGlance): ActionGlance[] =>
      glancesUnder(id).filter((each) => each.depth !== 'named'),
    entryOf,
    /** Public words stand for the record only as long as they say what it says. */
    wordsOf: (concern: ConcernGlance): EntryWords | undefined => {
      const { words } = entryOf(concern) ?? {}
      return words?.standing === concern.standing ? words : undefined
    },
  }
}

const readInFull = (
  store: Store,
  glances: ActionGlance[],
): ((glances: ActionGlance[]) => Action[]) => {
  const ids = new Set(glances.map((each) => each.id))
  const read = new Map(store.actions.listUnfiltered([...ids]).map((each) => [each.id, each]))
  return (some) => some.map(({ id }) => read.get(id)!)
}

/** The entries that are public now, by the concern that each tells of. */
const entriesToldOf = (store: Store, board: Board): Map<number, Copy<EntryWords>> => {
  const bySlug = new Map(board.entries.map((each) => [each.slug, each]))
  const told = new Map<number, Copy<EntryWords>>()
  for (const { kind, concernId, slug, isWithdrawn } of store.glances.told()) {
    const entry = isWithdrawn ? undefined : bySlug.get(slug ?? '')
    if (kind === 'entry' && concernId !== null && entry) told.set(concernId, entry)
  }
  return told
}

type Said = Pick<Answered, 'did' | 'worked' | 'couldNot'>

const inPublicWords = (words: EntryWords): Said => ({
  did: words.did,
  worked: words.worked,
  couldNot: couldNotOf(words),
})

const inOwnWords = (actions: Action[], nameOf: NameOf): Said => ({
  did:
    actions
      .filter((each) => !isDeclined(each))
      .map((each) => lineOf(each, nameOf))
      .join('\n') || 'Nothing agreed yet.',
  worked: null,
  couldNot: [],
})

const lineOf = (action: Action, nameOf: NameOf): string => {
  const { text, leadId } = termsOf(action)
  const { waitingFor } = latestOf(action)
  const stands = isProposed(action)
    ? `Not yet accepted by ${nameOf(leadId)}`
    : `${say.statusOf(action)}${waitingFor ? `, for ${waitingFor}` : ''}`
  return `${action.number}: ${[withStop(text), `${stands}.`, say.beforeLead(action, { publicName: nameOf }), say.lastWords(action)].filter(Boolean).join(' ')}`
}

/** Leads and helpers, each once, of what was accepted. */
const whoOf = (actions: ActionGlance[], nameOf: NameOf): string => {
  const names = actions.flatMap(({ leadId, helperIds }) =>
    [leadId, ...helperIds].filter((id) => id !== null).map(nameOf),
  )
  return [...new Set(names)].join(', ') || nameOf(null)
}

/** The newest of what happened, or else when it was last heard of. */
const answeredOn = (actions: ActionGlance[]): When | null =>
  actions
    .flatMap((each) => each.happenedOn ?? [])
    .toSorted()
    .at(-1) ??
  actions
    .map((each) => each.heardOn)
    .toSorted()
    .at(-1) ??
  null

/** R8: days since what is open of it was last heard of. */
const silentFor = (actions: ActionGlance[], today: Day): number | null => {
  const open = actions.filter((each) => each.isOpen && !each.isFinished)
  return open.length === 0
    ? null
    : Math.max(...open.map((each) => daysBetween(each.heardOn, today)))
}
