import type { Action } from '../../domain/actions/action.ts'
import type { Concern } from '../../domain/concerns/concern.ts'
import { dayOf } from '../../domain/day.ts'
import type { Board } from '../../domain/publishing/board.ts'
import { pageAt } from '../../domain/publishing/board.ts'
import type { PhotoFacts, Source } from '../../domain/publishing/kinds/kind.ts'
import { namedIn } from '../../domain/publishing/pieces.ts'
import { readIn } from '../../domain/publishing/recordings.ts'
import type { Label, Original } from '../../domain/publishing/told.ts'
import { textsToTranslate } from '../../domain/publishing/translations.ts'
import type { Numbered } from '../../domain/publishing/placeholders.ts'
import { tellAnswers, type Answered } from '../../domain/residents/told-answers.ts'
import { itemsOf, TAKEN_OUT } from '../../domain/round-tables/minutes.ts'
import type { Record } from './record.ts'

/** What is public now, in English. */
export interface PublicNow {
  /** Addresses of the entries of some concerns, by the concern. */
  entriesAt: (concernIds: number[]) => Map<number, string>
  leafletAt: (leafletId: number) => string | null
  liveEntry: (concernId: number) => LiveEntry | undefined
}

/** What residents read of a concern now, and of each action that its entry covers. */
export interface LiveEntry {
  concernId: number
  said: string
  actions: Map<number, string>
}

interface Pair {
  said: string
  did: string
}

/**
 * What the kinds of things told in public ask of the record. Made anew for each piece of work, so
 * that what is asked many times is read once.
 */
export const sourceOf = (
  record: Record,
  told: PublicNow & {
    numbers: (eventIds: number[]) => Numbered[]
    board: () => Board
    /** The words of an entry with its numbers as they may be told now. */
    filled: (concernId: number, words: Pair) => Pair
    /** What readers said of each entry that anybody answered. */
    said: () => Iterable<Answered>
  },
): Source => {
  const labels = once(() => labelsOf(record))
  const concern = onceEach((id: number) => record.concerns.listUnfiltered([id])[0])
  const actionsOf = onceEach((id: number) => under(record.actions, concern(id)!))
  const table = onceEach((id: number) => record.roundTables.findById(id))
  const event = onceEach((id: number) => record.events.listUnfiltered([id])[0])
  const leaflet = onceEach((id: number) => record.leaflets.listUnfiltered([id])[0])
  const programmes = once(() => record.programmes.listUnfiltered())
  const one =
    <T>(find: (id: number) => T | undefined) =>
    (id: number | null | undefined): T | undefined =>
      id === null || id === undefined ? undefined : find(id)
  return {
    concern: one(concern),
    actionsUnder: actionsOf,
    roundTable: one(table),
    concernsAt: (roundTableId) => concernsAt(record, roundTableId),
    toldOf: told.liveEntry,
    gapsAt: (roundTableId) => gapsAt(record, roundTableId),
    event: one(event),
    leaflet: one(leaflet),
    programme: one((id) => programmes().find((each) => each.id === id)),
    shownPhoto: one((id) => photoFacts(record, id, labels(), told)),
    recordingsOf: (concernId) => record.recordings.ofConcern(concernId),
    readIn: (concernId, words) => readIn(told.filled(concernId, words), told.board().tongues),
    sessionsOf: (programmeId) => record.unrecordedSessions.ofProgramme(programmeId),
    matters: () => ({
      concerns: record.concerns.listUnfiltered(),
      actions: record.actions.listUnfiltered(),
    }),
    organisations: () => record.organisations.list(),
    organisation: (id) => labels().get(id)!,
    label: (id) => {
      const found = record.labels.find(id)
      return found ? { code: found.code, name: found.name } : null
    },
    themes: () => themesOf(record),
    cameTo: (eventId) => cameTo(told.numbers([eventId]), eventId),
    entriesOf: (concernIds) => entriesOf(record, told, concernIds),
    concernsOfActions: (actionIds) => concernsOfActions(record, actionIds),
    areHeld: (actionIds) =>
      record.actions.listUnfiltered(actionIds).some((each) => each.depth === 'named'),
    leafletAt: (leafletId) => (leafletId === null ? null : told.leafletAt(leafletId)),
    answers: () => answersUnder(told.board(), told.said()),
    english: (of) => englishOf(told.board(), of),
  }
}

const themesOf = ({ labels }: Record): string[] =>
  labels
    .list('theme')
    .filter((each) => !each.endedOn)
    .map((each) => each.name)

const englishOf = (board: Board, of: Original): { texts: string[]; names: string[] } => {
  const copy = pageAt(board, of)
  return { texts: textsToTranslate(board, of), names: copy ? namedIn(copy.words) : [] }
}

/** All actions under a concern and under those joined to it, named ones too. */
export const actionsUnder = (
  { concerns, actions }: Pick<Record, 'concerns' | 'actions'>,
  concernId: number,
): Action[] => under(actions, concerns.listUnfiltered([concernId])[0]!)

const under = (actions: Record['actions'], { id, mergedIds }: Concern): Action[] =>
  actions.underConcerns([id, ...mergedIds])

const once = <T>(read: () => T): (() => T) => {
  let kept: { value: T } | undefined
  return () => (kept ??= { value: read() }).value
}

/** ... and of each number once. */
const onceEach = <T>(read: (id: number) => T): ((id: number) => T) => {
  const kept = new Map<number, T>()
  return (id) => {
    if (!kept.has(id)) kept.set(id, read(id))
    return kept.get(id)!
  }
}

const labelsOf = ({ organisations }: Record): Map<number, Label> =>
  new Map(organisations.list().map((each) => [each.id, { code: each.code, name: each.publicName }]))

/** What a photo that may be shown tells, beside the entry of its concern that is public now. */
const photoFacts = (
  { shownPhotos }: Record,
  id: number,
  labels: Map<number, Label>,
  { entriesAt, liveEntry }: PublicNow,
): PhotoFacts | undefined => {
  const shown = shownPhotos.find(id)
  if (!shown || shown.endedAt !== null) return undefined
  const entry = entriesAt([shown.concernId]).get(shown.concernId)
  if (entry === undefined) return undefined
  const { hash, size, width, height, consent } = shown
  const { actionId, organisationId, at } = shownPhotos.saidWith(id)
  if (!liveEntry(shown.concernId)?.actions.has(actionId)) return undefined
  return {
    actionId,
    who: organisationId === null ? null : labels.get(organisationId)!,
    on: dayOf(at),
    entry,
    picture: { hash, size, width, height },
    recognised: consent !== null,
    until: consent?.until ?? null,
  }
}

const concernsAt = ({ roundTables, concerns }: Record, roundTableId: number): number[] =>
  concerns
    .listUnfiltered(roundTables.spokenOfIds(roundTableId))
    .filter((each) => each.depth !== 'named' && each.takenOutAt === null)
    .map((each) => each.id)

const gapsAt = ({ roundTables, concerns, actions }: Record, roundTableId: number) => {
  const ids = roundTables.itemIds(roundTableId)
  const all = concerns.listUnfiltered(ids)
  const here = ids.map((id) => all.find((each) => each.id === id)!)
  const table = roundTables.findById(roundTableId)!
  const agreed = actions.ofTable(roundTableId, ids)
  return itemsOf(table, here, agreed, [], 'table').flatMap(({ gap, number }) =>
    gap === null || gap === TAKEN_OUT ? [] : [{ number, ground: gap }],
  )
}

/** The placeholder of how many came to an event, where that may be told (R17). */
const cameTo = (numbers: Numbered[], eventId: number): string =>
  numbers.find((each) => each.token.endsWith(`-${eventId}.came}`) && each.value !== null)?.token ??
  ''

const entriesOf = (
  { concerns }: Record,
  { entriesAt }: PublicNow,
  concernIds: number[],
): string[] => {
  const ids = concerns
    .listUnfiltered(concernIds)
    .flatMap((concern) => [concern.id, ...trailUp(concerns, concern)])
  const at = entriesAt(ids)
  return [...new Set(ids)].flatMap((id) => at.get(id) ?? [])
}

/** What this concern was joined to, and that to: its entry tells of this one as well. */
const trailUp = (concerns: Record['concerns'], { mergedIntoId }: Concern): number[] =>
  mergedIntoId === null
    ? []
    : [mergedIntoId, ...trailUp(concerns, concerns.listUnfiltered([mergedIntoId])[0]!)]

const concernsOfActions = ({ actions }: Record, actionIds: number[]): number[] =>
  actions
    .listUnfiltered(actionIds)
    .filter((each) => each.depth !== 'named')
    .flatMap((each) => each.concernIds)

/** What readers answered to what is asked of each entry now, beside what is told of it already. */
const answersUnder = ({ answers }: Board, said: Iterable<Answered>) =>
  tellAnswers([...said], answers?.entries ?? [])
