import { happenedOn, originOf } from '../../domain/publishing/kinds/entry/facts.ts'
import { awaitsClosing } from '../../domain/concerns/standing.ts'
import type { EntryWords } from '../../domain/publishing/kinds/entry.ts'
import {
  isDeclined,
  isFinished,
  isOpen,
  isProposed,
  lastHeardOn,
  latestOf,
  silence,
  termsOf,
  type Action,
} from '../../domain/actions/action.ts'
import { wordingOf, type Concern } from '../../domain/concerns/concern.ts'
import type { Day, When } from '../../domain/day.ts'
import type { Answered } from '../../domain/evidence/briefing.ts'
import type { Board, Copy } from '../../domain/publishing/board.ts'
import { holdsPeriod, type Period } from '../../domain/evidence/period.ts'
import { say } from '../../domain/say.ts'
import type { ConcernGlance } from '../../store/glance/glance.ts'
import type { Store } from '../../store/store.ts'
import { couldNotOf, type Source } from './briefing-source.ts'

type NameOf = (organisationId: number | null) => string

/**
 * What residents said and what became of it, as people who sign in may know of it: as far as it can
 * stand on the sheet of this time.
 */
export const answersIn = (
  store: Store,
  board: Board,
  { period, today }: { period: Period; today: Day },
  nameOf: NameOf,
): Source['answered'] => {
  const told = entriesToldOf(store, board)
  const concerns = [...store.glances.concerns()].filter(
    (each) =>
      each.depth !== 'named' &&
      each.mergedIntoId === null &&
      !each.isTakenOut &&
      mayStand(store, each, period, told),
  )
  const ids = concerns.map((each) => each.id)
  const actionIds = ids.flatMap((id) => store.glances.actionsUnder(id).map((each) => each.id))
  const actions = new Map(
    store.actions.listUnfiltered([...new Set(actionIds)]).map((each) => [each.id, each]),
  )
  const tables = new Map(store.roundTables.list().map((each) => [each.id, each]))
  const answerTo = (concern: Concern): Source['answered'][number] => {
    const { standing } = store.glances.concern(concern.id)!
    const under = store.glances.actionsUnder(concern.id).map(({ id }) => actions.get(id)!)
    const seen = under.filter((each) => each.depth !== 'named' && !isDeclined(each))
    const accepted = seen.filter((each) => !isProposed(each))
    const entry = [concern.id, ...concern.mergedIds]
      .map((id) => told.get(id))
      .find((each) => each !== undefined)
    // Public words stand for the record only as long as they say what it says.
    const words = entry?.words.standing === standing ? entry.words : undefined
    return {
      said: wordingOf(concern).text,
      ...(words ? inPublicWords(words) : inOwnWords(seen, nameOf)),
      who: whoOf(accepted, nameOf),
      on: words?.on ?? answeredOn(accepted),
      raisedOn: concern.raisedOn,
      origin: originOf(concern, tables.get(concern.roundTableId ?? 0)),
      standing,
      notYetClosed: standing === 'done' && awaitsClosing(seen),
      silent: silentFor(accepted, today),
      isTold: entry !== undefined,
    }
  }
  return store.concerns.listUnfiltered(ids).map(answerTo)
}

/**
 * R20: what was neither raised nor answered in this time and does not wait is not read. It may be
 * too much, and is never too little.
 */
const mayStand = (
  { glances }: Store,
  { id, mergedIds, raisedOn, standing }: ConcernGlance,
  period: Period,
  told: Map<number, Copy<EntryWords>>,
): boolean => {
  if (standing === 'unanswered' || standing === 'under-way') return true
  const actions = glances.actionsUnder(id)
  const whens = [
    raisedOn,
    ...[id, ...mergedIds].flatMap((each) => told.get(each)?.words.on ?? []),
    ...actions.flatMap(({ happenedOn, heardOn }) => [happenedOn ?? [], heardOn].flat()),
  ]
  return whens.some((when) => holdsPeriod(period, when))
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
  did: actions.map((each) => lineOf(each, nameOf)).join('\n') || 'Nothing agreed yet.',
  worked: null,
  couldNot: [],
})

const lineOf = (action: Action, nameOf: NameOf): string => {
  const { text, leadId } = termsOf(action)
  const { text: said, waitingFor } = latestOf(action)
  const stands = isProposed(action)
    ? `Not yet accepted by ${nameOf(leadId)}`
    : `${say.statusOf(action)}${waitingFor ? `, for ${waitingFor}` : ''}`
  return `${action.number}: ${[sentence(text), `${stands}.`, say.beforeLead(action, { publicName: nameOf }), said].filter(Boolean).join(' ')}`
}

/** With a stop, so that the next sentence does not run into it. */
const sentence = (text: string): string =>
  /[.!?…]["”’)]?$/.test(text.trim()) ? text.trim() : `${text.trim()}.`

/** Leads and helpers, each once, of what was accepted. */
const whoOf = (actions: Action[], nameOf: NameOf): string => {
  const names = actions.flatMap((each) => {
    const { leadId, helperIds } = termsOf(each)
    return [leadId, ...helperIds].filter((id) => id !== null).map(nameOf)
  })
  return [...new Set(names)].join(', ') || nameOf(null)
}

const answeredOn = (actions: Action[]): When | null =>
  happenedOn(actions) ?? actions.map(lastHeardOn).toSorted().at(-1) ?? null

/** R8: days since what is open of it was last heard of. */
const silentFor = (actions: Action[], today: Day): number | null => {
  const open = actions.filter((each) => isOpen(each) && !isFinished(each))
  return open.length === 0 ? null : Math.max(...open.map((each) => silence(each, today)))
}
