import { courseOf, type Course } from '../../domain/actions/aims.ts'
import {
  happenedOn,
  isOpen,
  lastHeardOn,
  termsOf,
  type Action,
} from '../../domain/actions/action.ts'
import { placeOf, type Place } from '../../domain/actions/agenda-order.ts'
import { wasPriority, type Concern } from '../../domain/concerns/concern.ts'
import { waitingElsewhere } from '../../domain/concerns/passing.ts'
import { partOf, standingOf, type Part, type Standing } from '../../domain/concerns/standing.ts'
import type { Day, When } from '../../domain/day.ts'
import type { Depth } from '../../domain/depth.ts'
import {
  eventTermsOf,
  organisationsAt,
  type Event,
  type EventKind,
} from '../../domain/evidence/event.ts'
import { leafletTermsOf, type Leaflet } from '../../domain/evidence/leaflet.ts'
import {
  actionsEverIn,
  asTold,
  isPublished,
  tokensToldIn,
  type Publication,
} from '../../domain/publishing/publication.ts'
import { endsToldIn } from '../../domain/publishing/aims-told.ts'
import type { CopyKind } from '../../domain/publishing/kinds/kinds.ts'
import { isWaiting, needsUs, type Message } from '../../domain/residents/message.ts'
import { isAnswered, type Request } from '../../domain/residents/request.ts'

// What a list needs to know of a record to choose it: a few facts and none of its words.

export interface ActionGlance extends Place, Course {
  number: string
  roundTableId: number | null
  concernIds: number[]
  depth: Depth
  /** Who may know of it, where it is named. */
  list: number[]
  agreedAt: string
  leadId: number | null
  helperIds: number[]
  /** When it was closed last, where it is closed. */
  closedAt: string | null
  /** When it happened, as its last update says, and when it was last heard of. */
  happenedOn: When | null
  heardOn: Day
  isTakenOut: boolean
  /** What it adds to where its concerns stand. */
  part: Part
}

export interface ConcernGlance {
  id: number
  depth: Depth
  list: number[]
  raisedOn: When
  createdAt: string
  roundTableId: number | null
  mergedIntoId: number | null
  /** What was joined to it, and to that. */
  mergedIds: number[]
  isTakenOut: boolean
  standing: Standing
  /** It was agreed once that it comes first. */
  wasPriority: boolean
  /** A table ever came to it: it was written of there, put first, or something was agreed. */
  hasComeUp: boolean
  waitsElsewhere: boolean
}

/** Of what a resident wrote to us. */
export interface MessageGlance {
  id: number
  atRisk: boolean
  list: number[]
  at: string
  /** Nobody has decided yet what becomes of it. */
  isWaiting: boolean
  /** ... or whoever wrote it waits for an answer. */
  needsUs: boolean
}

/** Of what someone asks for of what we hold about them. */
export interface RequestGlance {
  id: number
  messageId: number | null
  isAnswered: boolean
}

export interface EventGlance {
  id: number
  depth: Depth
  list: number[]
  kind: EventKind
  heldOn: When | null
  /** Those that took part, and the actions that it carries out. */
  organisationIds: number[]
  actionIds: number[]
}

export interface LeafletGlance {
  id: number
  depth: Depth
  list: number[]
  /** The question that it answers, and the one that it takes the place of. */
  actionId: number | null
  replacesId: number | null
}

/** Of something told or about to be. */
export interface ToldGlance {
  id: number
  kind: CopyKind
  concernId: number | null
  roundTableId: number | null
  leafletId: number | null
  year: string | null
  slug: string | null
  isWithdrawn: boolean
  /** Its newest words are not public yet. */
  isOnTheWay: boolean
  /** Something of it is public. */
  isTold: boolean
  /** R11: something that it tells is held in private by now. */
  isHeld: boolean
  /** What was ever told in it, or is about to be: actions, and numbers by their tokens. */
  actionIds: number[]
  tokens: string[]
  /** The actions that residents read as closed in it now. */
  endsIds: number[]
  /** R28: what residents read is not what the record says any more. */
  isBehind: boolean
}

export const glanceAtAction = (action: Action): ActionGlance => ({
  ...placeOf(action),
  ...courseOf(action),
  number: action.number,
  roundTableId: action.roundTableId,
  concernIds: action.concernIds,
  depth: action.depth,
  list: action.list,
  agreedAt: action.agreedAt,
  leadId: termsOf(action).leadId,
  helperIds: termsOf(action).helperIds,
  closedAt: isOpen(action) ? null : action.closings.at(-1)!.at,
  happenedOn: happenedOn(action),
  heardOn: lastHeardOn(action),
  isTakenOut: action.takenOutAt !== null,
  part: partOf(action),
})

/**
 * @param under the actions under it and under what was joined to it.
 * @param isSpokenOf whether anything was written of it at a table.
 */
export const glanceAtConcern = (
  concern: Concern,
  under: ActionGlance[],
  isSpokenOf: boolean,
): ConcernGlance => {
  const actions = under.filter((each) => !each.isTakenOut)
  return {
    id: concern.id,
    depth: concern.depth,
    list: concern.list,
    raisedOn: concern.raisedOn,
    createdAt: concern.createdAt,
    roundTableId: concern.roundTableId,
    mergedIntoId: concern.mergedIntoId,
    mergedIds: concern.mergedIds,
    isTakenOut: concern.takenOutAt !== null,
    standing: standingOf(
      actions.map((each) => each.part),
      concern.passings,
    ),
    wasPriority: wasPriority(concern),
    hasComeUp:
      isSpokenOf ||
      concern.priorities.length > 0 ||
      actions.some((each) => each.concernIds.includes(concern.id)),
    waitsElsewhere: waitingElsewhere(concern.passings).length > 0,
  }
}

export const glanceAtMessage = (message: Message): MessageGlance => ({
  id: message.id,
  atRisk: message.atRisk,
  list: message.list,
  at: message.at,
  isWaiting: isWaiting(message),
  needsUs: needsUs(message),
})

export const glanceAtRequest = (request: Request): RequestGlance => ({
  id: request.id,
  messageId: request.messageId,
  isAnswered: isAnswered(request),
})

export const glanceAtEvent = (event: Event): EventGlance => ({
  id: event.id,
  depth: event.depth,
  list: event.list,
  kind: eventTermsOf(event).kind,
  heldOn: eventTermsOf(event).heldOn,
  organisationIds: organisationsAt(event),
  actionIds: event.actionIds,
})

export const glanceAtLeaflet = (leaflet: Leaflet): LeafletGlance => ({
  id: leaflet.id,
  depth: leaflet.depth,
  list: leaflet.list,
  actionId: leafletTermsOf(leaflet).actionId,
  replacesId: leafletTermsOf(leaflet).replacesId,
})

/** What the record says of a publication now. */
export interface Now {
  isHeld: (publication: Publication) => boolean
  hasMovedOn: (publication: Publication) => boolean
}

export const glanceAtTold = (publication: Publication, now: Now): ToldGlance => {
  const { withdrawal, releases } = publication
  const told = asTold(publication)
  return {
    id: publication.id,
    kind: publication.kind,
    concernId: publication.concernId,
    roundTableId: publication.roundTableId,
    leafletId: publication.leafletId,
    year: publication.year,
    slug: publication.slug,
    isWithdrawn: withdrawal !== null,
    isOnTheWay: !withdrawal && !isPublished(publication),
    isTold: releases.length > 0 && !withdrawal,
    isHeld: now.isHeld(publication),
    actionIds: actionsEverIn(publication),
    tokens: tokensToldIn(publication),
    endsIds: endsToldIn(publication),
    // R28: words that are on their way do not make what residents read any newer.
    isBehind: told !== undefined && now.hasMovedOn(told),
  }
}
