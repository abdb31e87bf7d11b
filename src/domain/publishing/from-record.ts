import { awaitsClosing, standing } from '../concerns/standing.ts'
import {
  isDeclined,
  isOpen,
  isProposed,
  lastHeardOn,
  latestOf,
  statusOf,
  termsOf,
  type Action,
} from '../actions/action.ts'
import { type Concern } from '../concerns/concern.ts'
import type { When } from '../day.ts'
import { monthTitle, stateOf, type Presence, type RoundTable } from '../round-tables/round-table.ts'
import type { Organisation } from '../people/seat.ts'
import { FIRST, type EntryWords, type Label, type TableWords, type YearWords } from './words.ts'

/** The first words for a concern: facts from the record, and no private text. */
export const begin = (
  concern: Concern,
  actions: Action[],
  origin: string,
  labels: { theme: Label | null; area: Label | null },
  label: (id: number) => Label,
): EntryWords => ({
  kind: 'entry',
  change: FIRST,
  said: '',
  did: '',
  ...factsOf(concern, actions, origin, labels, label, () => ''),
  worked: null,
  on: null,
  trail: [
    { on: concern.raisedOn, words: 'Raised. ' + origin + '.' },
    ...(concern.priorities.at(-1)?.agreed
      ? [
          {
            on: concern.priorities.at(-1)!.at.slice(0, 7),
            words: 'The round table agreed that this is a priority.',
          },
        ]
      : []),
  ],
})

/** What a copy says that nobody types: standing, dates, organisations, each action covered. */
export const factsOf = (
  concern: Concern,
  actions: Action[],
  origin: string,
  labels: { theme: Label | null; area: Label | null },
  label: (organisationId: number) => Label,
  wordsFor: (actionId: number) => string,
): Pick<
  EntryWords,
  'standing' | 'raisedOn' | 'origin' | 'theme' | 'area' | 'who' | 'notYetClosed' | 'actions'
> => {
  const told = actions.filter((action) => action.depth !== 'named' && !isDeclined(action))
  const who = new Map(
    told
      .filter((action) => !isProposed(action))
      .flatMap((action) => {
        const { leadId, helperIds } = termsOf(action)
        return [leadId, ...helperIds]
          .filter((id) => id !== null)
          .map((id) => [id, label(id)] as const)
      }),
  )
  return {
    standing: standing(told),
    raisedOn: concern.raisedOn,
    origin,
    ...labels,
    who: [...who.values()],
    notYetClosed: awaitsClosing(told),
    actions: told.map((action) => {
      const { leadId, helperIds, by, kind } = termsOf(action)
      return {
        words: wordsFor(action.id).trim(),
        who: leadId === null ? null : label(leadId),
        helpers: helperIds.map(label),
        by,
        kind,
        status: statusOf(action),
        accepted: !isProposed(action),
        closed: !isOpen(action),
        lastHeardOn: lastHeardOn(action),
      }
    }),
  }
}

/** The day to propose beside a result: when the newest of its updates says that it happened. */
export const happenedOn = (actions: Action[]): When | null =>
  actions
    .filter((action) => action.depth !== 'named')
    .map((action) => latestOf(action).on)
    .filter((on) => on !== null)
    .toSorted()
    .at(-1) ?? null

/**
 * The first words for a round table's public page: who came, and a numbered gap for each matter
 * held in private (R6, R11).
 */
export const beginPage = (
  table: RoundTable,
  organisations: Organisation[],
  gaps: TableWords['gaps'],
): TableWords => ({
  kind: 'round-table',
  change: FIRST,
  heldOn: table.heldOn,
  startsAt: table.startsAt,
  place: table.place,
  state: toldState(table),
  agreedOn: table.agreedAt?.slice(0, 10) ?? null,
  organisations: presences(table, organisations),
  priorities: [],
  agreed: [],
  gaps: toldState(table) === 'planned' ? [] : gaps,
})

/** An open round table is told as planned: what is still being written is nobody's minutes. */
export const toldState = (table: RoundTable): TableWords['state'] => {
  const state = stateOf(table)
  return state === 'open' ? 'planned' : state
}

const presences = (
  table: RoundTable,
  organisations: Organisation[],
): TableWords['organisations'] => {
  const order: Presence[] = ['present', 'sent-someone', 'apologies', 'absent']
  return organisations.flatMap((each) => {
    const rows = table.attendance.filter((row) => row.organisationId === each.id)
    const expected = table.expectedIds.includes(each.id)
    if (!expected && rows.length === 0) return []
    const best = order.find((presence) => rows.some((row) => row.presence === presence)) ?? 'absent'
    return [{ code: each.code, name: each.publicName, presence: best, expected }]
  })
}

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

/**
 * R11: the matters held in private that were written down in a year, by ground. An action under
 * such a concern is no second matter.
 */
export const heldInPrivate = (year: string, concerns: Concern[], actions: Action[]): YearWords => {
  const named = concerns.filter((concern) => concern.depth === 'named')
  const grounds = [
    ...named
      .filter((concern) => concern.createdAt.startsWith(year))
      .map((concern) => concern.ground),
    ...actions
      .filter(
        (action) =>
          action.depth === 'named' &&
          action.agreedAt.startsWith(year) &&
          !action.concernIds.some((id) => named.some((concern) => concern.id === id)),
      )
      .map((action) => action.ground),
  ].map((ground) => ground ?? 'Held in private.')
  return {
    kind: 'year',
    change: FIRST,
    year,
    grounds: [...new Set(grounds)]
      .toSorted()
      .map((ground) => ({ ground, count: grounds.filter((each) => each === ground).length })),
  }
}
