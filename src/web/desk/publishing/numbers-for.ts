import type { Action } from '../../../domain/actions/action.ts'
import { may } from '../../../domain/may.ts'
import { kindOf } from '../../../domain/publishing/kinds/kinds.ts'
import {
  concernOfToken,
  partsOfToken,
  tokensIn,
  type Numbered,
} from '../../../domain/publishing/placeholders.ts'
import { draftOf, type Publication } from '../../../domain/publishing/publication.ts'
import type { Shown } from '../../views/desk/frame.ts'
import type { Visit } from '../visit.ts'

const MOST_EVENTS = 20

/**
 * What was counted at the events that belong to a concern and its actions, or stand in the words;
 * where none belongs to it, at the newest of all (R17), and how many events there are besides.
 */
export const numbersFor = (
  visit: Visit,
  publication: Publication,
  actions: Action[],
): Shown<Numbered> => {
  const { store, who } = visit
  const { concernId, eventId } = publication
  if (!may.draft(who) || !kindOf(publication).takesNumbers) return { shown: [], more: 0 }
  if (eventId !== null) return { shown: store.sources.numbers([eventId]), more: 0 }
  const known = new Map([...store.glances.events()].map((each) => [each.id, each]))
  const isOpen = (id: number): boolean => known.get(id)?.depth !== 'named'
  const near = [
    ...(concernId === null ? [] : store.events.idsOn('concern', concernId)),
    ...actions.flatMap((action) => store.events.idsOn('action', action.id)),
  ].filter(isOpen)
  const others = near.length > 0 ? [] : [...known.keys()].filter(isOpen)
  const newest = others.slice(-MOST_EVENTS)
  const ids = new Set([...eventsIn(publication).filter(isOpen), ...near, ...newest])
  const wrote = concernId === null ? [] : store.sources.wrote(concernId)
  return {
    shown: [...wrote, ...store.sources.numbers([...ids])],
    more: others.length - newest.length,
  }
}

/** Events whose numbers stand in the newest words. */
const eventsIn = (publication: Publication): number[] =>
  tokensIn(draftOf(publication)!.words)
    .filter((token) => concernOfToken(token) === null)
    .map((token) => partsOfToken(token).eventId)
