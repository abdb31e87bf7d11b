import {
  happenedOn,
  isDeclined,
  isOpen,
  isProposed,
  lastHeardOn,
  latestOf,
  saidBeforeLead,
  statusOf,
  termsOf,
  type Action,
  type Update,
} from '../../../actions/action.ts'
import { timesMoved } from '../../../actions/pace/moved.ts'
import { themesOf, wordingOf, type Concern } from '../../../concerns/concern.ts'
import { awaitsClosing, partOf, standing } from '../../../concerns/standing.ts'
import { dayOf, type When } from '../../../day.ts'
import { monthTitle, saidOn, type RoundTable } from '../../../round-tables/round-table.ts'
import type { EntryWords } from '../entry.ts'
import type { ToldAction } from './told-action.ts'
import { comesFirst } from './comes-first.ts'
import { datesOfPassedOn } from './passed-on.ts'
import type { Label } from '../../told.ts'
import type { Source } from '../kind.ts'

/** What a copy says that nobody types: standing, dates, organisations, each action covered (R1). */
export const factsOf = (
  concern: Concern,
  origin: string,
  source: Source,
  wordsFor: (actionId: number) => string,
): Pick<
  EntryWords,
  | 'standing'
  | 'raisedOn'
  | 'origin'
  | 'raisedAt'
  | 'theme'
  | 'alsoAbout'
  | 'area'
  | 'who'
  | 'notYetClosed'
  | 'actions'
  | 'priority'
> => {
  const { themeId, areaId } = wordingOf(concern)
  const alsoAbout = themesOf(wordingOf(concern))
    .slice(1)
    .flatMap((id) => source.label(id) ?? [])
  const told = toldUnder(concern.id, source)
  return {
    standing: standing(told, concern.passings),
    raisedOn: concern.raisedOn,
    origin,
    raisedAt: source.roundTable(concern.roundTableId)?.slug,
    theme: source.label(themeId),
    alsoAbout: alsoAbout.length > 0 ? alsoAbout : undefined,
    area: source.label(areaId),
    who: leadsAndHelpers(told).map(source.organisation),
    notYetClosed: awaitsClosing(told.map((each) => ({ isOpen: isOpen(each), part: partOf(each) }))),
    actions: told.map((action) => toldAction(action, wordsFor(action.id).trim(), source)),
    priority: comesFirst(concern, source),
  }
}

/**
 * The ids of the actions an entry covers, in the order its words tell of them: none that is named
 * or was declined.
 */
export const coversOf = (concernId: number, source: Source): number[] =>
  toldUnder(concernId, source).map((action) => action.id)

/** The day to propose beside a result: when the newest of its updates says that it happened. */
export const lastHappenedOn = (actions: Action[]): When | null =>
  actions
    .filter((action) => action.depth !== 'named')
    .map(happenedOn)
    .filter((on) => on !== null)
    .toSorted()
    .at(-1) ?? null

/** Where a concern came from, as the first public words for it: never the private note. */
export const originOf = (concern: Concern, table: RoundTable | undefined): string =>
  table ? monthTitle(table.heldOn) : SAY_FROM[concern.originKind]

const SAY_FROM: Record<Concern['originKind'], string> = {
  'round-table': 'A round table',
  survey: 'A survey',
  stall: 'A stall',
  workshop: 'A workshop',
  programme: 'A programme',
  phone: 'Told to us',
  form: 'Told to us',
  other: 'Told to us',
}

const toldUnder = (concernId: number, source: Source): Action[] =>
  source.actionsUnder(concernId).filter((action) => action.depth !== 'named' && !isDeclined(action))

const leadsAndHelpers = (told: Action[]): number[] => {
  const ids = told
    .filter((action) => !isProposed(action))
    .flatMap((action) => [termsOf(action).leadId, ...termsOf(action).helperIds])
  return [...new Set(ids.filter((id) => id !== null))]
}

const toldAction = (action: Action, words: string, source: Source): ToldAction => {
  const { leadId, helperIds, by, kind } = termsOf(action)
  const moved = timesMoved(action)
  const said = saidBeforeLead(action)
  return {
    words,
    who: leadId === null ? null : source.organisation(leadId),
    helpers: helperIds.map(source.organisation),
    by,
    kind,
    status: statusOf(action),
    accepted: !isProposed(action),
    closed: !isOpen(action),
    lastHeardOn: heardOn(action, source),
    ...(said && {
      saidBefore: { who: source.organisation(said.organisationId), on: saidBy(said, source) },
    }),
    ...(moved > 0 && { moved }),
  }
}

/** When it was last heard of, as far as that may be told to the day. */
const heardOn = (action: Action, source: Source): When =>
  saidOn(lastHeardOn(action), source.roundTable(latestOf(action).roundTableId))

const saidBy = ({ at, roundTableId }: Update, source: Source): When =>
  saidOn(dayOf(at), source.roundTable(roundTableId))

/** R1: a concern that is done still names what could not be done. */
export const couldNot = (words: EntryWords): string[] =>
  words.standing === 'done'
    ? words.actions
        .filter((action) => action.accepted && action.status === 'could-not')
        .map((action) => action.words)
    : []

/** Whom a table asked who have not said yes yet, where nobody leads or helps (R6). */
export const askedIn = ({ who, actions }: Pick<EntryWords, 'who' | 'actions'>): Label[] => {
  const asked =
    who.length > 0 ? [] : actions.flatMap((each) => (each.accepted ? [] : (each.who ?? [])))
  return [...new Map(asked.map((each) => [each.code, each])).values()]
}

/** When it was done, and the other days that the record has of it; none until it was done. */
export const datesOf = (words: EntryWords): (When | null)[] => {
  const { on, raisedOn, trail, actions } = words
  return on === null
    ? []
    : [
        on,
        raisedOn,
        ...trail.map((step) => step.on),
        ...actions.map((action) => action.by),
        ...datesOfPassedOn(words),
      ]
}
