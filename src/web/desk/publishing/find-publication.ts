import { actionsToldIn, type Telling } from '../../../domain/publishing/publication.ts'
import { may } from '../../../domain/may.ts'
import type { Store } from '../../../store/store.ts'
import { notFound } from '../../errors.ts'
import type { Visit } from '../door.ts'
import { idIn, look } from '../names.ts'

type Noun = Parameters<typeof look>[2]
/** A matter that public words are made of; without it where this person may not know of it. */
interface Source {
  noun: Noun
  matter: { id: number; depth: string } | undefined
}

/**
 * The telling that an address speaks of. One that is made of a matter held in private is not there
 * for anyone off its list, and else each is looked at first (R11).
 */
export const findTelling = (store: Store, visit: Visit): Telling => {
  const telling = store.tellings.find(idIn(visit.params.id))
  if (!telling || !mayOpen(store, visit, telling)) throw notFound()
  for (const { noun, matter } of sourcesOf(store, visit, telling))
    if (matter) look(store, visit.by, noun, matter)
  return telling
}

/** Whether this person may know of all that it is made of. */
export const mayOpen = (store: Store, visit: Visit, telling: Telling): boolean =>
  sourcesOf(store, visit, telling).every(({ matter }) => matter !== undefined)

/**
 * A part of what it was written from is held in private by now: nobody goes on with these words,
 * and others can be begun without it.
 */
export const isHeldNow = (store: Store, telling: Telling): boolean =>
  store.sources.evidence.isHeld(telling) || heldActions(store, telling).length > 0

const sourcesOf = (store: Store, visit: Visit, telling: Telling): Source[] => {
  const concern = (id: number | null): Source[] =>
    id === null ? [] : [{ noun: 'concern', matter: store.concerns.find(id, visit.who) }]
  const action = (id: number | null): Source[] =>
    id === null ? [] : [{ noun: 'action', matter: store.actions.find(id, visit.who) }]
  const { event, leaflet, programme } = store.sources.evidence.find(telling)
  const evidence = (
    [
      ['event', event],
      ['leaflet', leaflet],
      ['programme', programme],
    ] as const
  ).flatMap(([noun, matter]): Source[] =>
    matter ? [{ noun, matter: may.see(visit.who, matter) ? matter : undefined }] : [],
  )
  return [
    ...concern(telling.concernId),
    ...evidence,
    ...store.sources.evidence
      .heldSteps(telling)
      .flatMap((step) => [...concern(step.concernId), ...action(step.actionId)]),
    ...heldActions(store, telling).flatMap(action),
  ]
}

/** R9: the actions that it tells of and that are held in private by now. */
const heldActions = (store: Store, telling: Telling): number[] =>
  store.actions
    .listUnfiltered(actionsToldIn(telling))
    .filter((each) => each.depth === 'named')
    .map((each) => each.id)
