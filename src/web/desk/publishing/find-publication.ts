import type { Visit } from '../visit.ts'
import { actionsToldIn, type Publication } from '../../../domain/publishing/publication.ts'
import { may } from '../../../domain/may.ts'
import type { Store } from '../../../store/store.ts'
import { notFound } from '../../errors.ts'
import { idIn, look } from '../names.ts'

type Noun = Parameters<typeof look>[2]
/** A matter that public words are made of; without it where this person may not know of it. */
interface Source {
  noun: Noun
  matter: { id: number; depth: string } | undefined
}

/**
 * The publication that an address speaks of. One that is made of a matter held in private is not there
 * for anyone off its list, and else each is looked at first (R11).
 */
export const findPublication = (store: Store, visit: Visit): Publication => {
  const publication = store.publications.find(idIn(visit.params.id))
  if (!publication || !mayOpen(store, visit, publication)) throw notFound()
  for (const { noun, matter } of sourcesOf(store, visit, publication))
    if (matter) look(store, visit.by, noun, matter)
  return publication
}

/** Whether this person may know of all that it is made of. */
export const mayOpen = (store: Store, visit: Visit, publication: Publication): boolean =>
  sourcesOf(store, visit, publication).every(({ matter }) => matter !== undefined)

/**
 * A part of what it was written from is held in private by now: nobody goes on with these words,
 * and others can be begun without it.
 */
export const isHeldNow = (store: Store, publication: Publication): boolean =>
  store.sources.evidence.isHeld(publication) || heldActions(store, publication).length > 0

const sourcesOf = (store: Store, visit: Visit, publication: Publication): Source[] => {
  const concern = (id: number | null): Source[] =>
    id === null ? [] : [{ noun: 'concern', matter: store.concerns.find(id, visit.who) }]
  const action = (id: number | null): Source[] =>
    id === null ? [] : [{ noun: 'action', matter: store.actions.find(id, visit.who) }]
  const { event, leaflet, programme } = store.sources.evidence.find(publication)
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
    ...concern(publication.concernId),
    ...evidence,
    ...store.sources.evidence
      .heldSteps(publication)
      .flatMap((step) => [...concern(step.concernId), ...action(step.actionId)]),
    ...heldActions(store, publication).flatMap(action),
  ]
}

/** R9: the actions that it tells of and that are held in private by now. */
const heldActions = (store: Store, publication: Publication): number[] =>
  store.actions
    .listUnfiltered(actionsToldIn(publication))
    .filter((each) => each.depth === 'named')
    .map((each) => each.id)
