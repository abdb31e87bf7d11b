import { WITHDRAWAL_GROUNDS } from '../domain/publishing/approval.ts'
import type { Depth } from '../domain/depth.ts'
import { concernOfToken, partsOfToken } from '../domain/publishing/placeholders.ts'
import type { LeafletWritten } from '../domain/evidence/leaflet.ts'
import type { ToldGlance } from '../store/glance/glance.ts'
import type { By } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import { endRecordings } from './publishing/recordings.ts'
import { takeDown } from './publishing/take-down.ts'

// R11, R15: what is held in private is on the board no longer than the moment that it became so.
// Each verb that can bring that about stands here with what it takes down, so that no room has to
// remember it.

/** Who may know of a matter: its depth, the ground that others read, and the people on its list. */
export interface Privacy {
  depth: Depth
  ground: string | null
  list: number[]
}

/** Sets who may know of a concern, of all that was joined to it, and of what it was joined to (R9). */
export const holdConcern = (store: Store, concernId: number, privacy: Privacy, by: By): void =>
  store.together(() => {
    const trail = trailOf(store, concernId)
    for (const id of trail) store.concerns.recordDepth(id, privacy, by)
    if (privacy.depth !== 'named') return
    for (const id of trail) endRecordings(store, id, by)
    const under = trail.flatMap((id) => store.sources.actionsOf(id))
    takeDownHeld(store, { concernIds: trail, actionIds: under.map((action) => action.id) }, by)
  })

export const holdAction = (store: Store, actionId: number, privacy: Privacy, by: By): void =>
  store.together(() => {
    store.actions.recordDepth(actionId, privacy, by)
    if (privacy.depth === 'named')
      takeDownHeld(store, { concernIds: [], actionIds: [actionId] }, by)
  })

/** An event or a programme. */
export const holdEvidence = (
  store: Store,
  noun: 'events' | 'programmes',
  id: number,
  privacy: Privacy,
  by: By,
): void =>
  store.together(() => {
    store[noun].recordDepth(id, privacy, by)
    takeDownIfHeld(store, noun, id, by)
  })

/** An event may be held from now on by what it is linked to. */
export const linkEvent = (
  store: Store,
  eventId: number,
  links: { actionIds: number[]; concernIds: number[] },
  by: By,
): void =>
  store.together(() => {
    store.events.recordLinks(eventId, links, by)
    takeDownIfHeld(store, 'events', eventId, by)
  })

/** ... a leaflet by the question that it answers, ... */
export const changeLeaflet = (
  store: Store,
  leafletId: number,
  terms: LeafletWritten,
  by: By,
): void =>
  store.together(() => {
    store.leaflets.recordTerms(leafletId, terms, by)
    takeDownHeld(store, NO_MATTER, by)
  })

/** ... and a programme by what its opportunity became. */
export const stepOn = (
  store: Store,
  programmeId: number,
  pointId: number,
  step: { concernId: number | null; actionId: number | null; words: string | null },
  by: By,
): void =>
  store.together(() => {
    store.programmes.recordStep(programmeId, pointId, step, by)
    takeDownHeld(store, NO_MATTER, by)
  })

/** An event is held by its own depth, or by that of what it hangs on. */
const takeDownIfHeld = (store: Store, noun: 'events' | 'programmes', id: number, by: By): void => {
  const [matter] = store[noun].listUnfiltered([id])
  if (matter?.depth === 'named') takeDownHeld(store, NO_MATTER, by)
}

const trailOf = (store: Store, concernId: number): number[] => {
  const concernOf = (id: number) => store.concerns.listUnfiltered([id])[0]!
  let root = concernOf(concernId)
  while (root.mergedIntoId !== null) root = concernOf(root.mergedIntoId)
  return [root.id, ...root.mergedIds]
}

interface Matter {
  concernIds: number[]
  actionIds: number[]
}
/** Where only what hangs on a record can have become private. */
const NO_MATTER: Matter = { concernIds: [], actionIds: [] }

/**
 * Takes down the entries of a matter and those that cover one of its actions, the page of an event,
 * a leaflet or a programme that hangs on something held, whatever counts people at an event that is
 * held by now or messages of a concern that is, and whatever public words repeat private ones.
 */
const takeDownHeld = (store: Store, matter: Matter, by: By): void => {
  const repeating = store.sources.repeatingPrivate()
  const repeats = new Set(repeating.map(({ kind, slug }) => `${kind} ${slug}`))
  const held = {
    eventIds: idsOfHeld(store.glances.events()),
    concernIds: idsOfHeld(store.glances.concerns()),
  }
  const ids = [...store.glances.told()]
    .filter(
      (each) =>
        each.isTold &&
        (each.isHeld ||
          tellsOf(each, matter) ||
          each.tokens.some((token) => countsHeld(token, held)) ||
          repeats.has(`${each.kind} ${each.slug}`)),
    )
    .map((each) => each.id)
  for (const publication of store.publications.listOf(ids))
    takeDown(store, publication, WITHDRAWAL_GROUNDS[0], by)
}

const tellsOf = ({ concernId, actionIds }: ToldGlance, matter: Matter): boolean =>
  concernId !== null &&
  (matter.concernIds.includes(concernId) || matter.actionIds.some((id) => actionIds.includes(id)))

interface Held {
  eventIds: Set<number>
  concernIds: Set<number>
}
const idsOfHeld = (all: Iterable<{ id: number; depth: string }>): Set<number> =>
  new Set([...all].filter(({ depth }) => depth === 'named').map((each) => each.id))

/** True for a number of something that is held. */
const countsHeld = (token: string, { eventIds, concernIds }: Held): boolean => {
  const concernId = concernOfToken(token)
  return concernId === null ? eventIds.has(partsOfToken(token).eventId) : concernIds.has(concernId)
}
