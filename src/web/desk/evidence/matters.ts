import type { Path } from '../../to.ts'
import { z } from 'zod'
import { accept, type Decision, type Refusal } from '../../../domain/decision.ts'
import { DEPTHS, privacyRefusals, type Depth } from '../../../domain/depth.ts'
import { may } from '../../../domain/may.ts'
import type { Publication } from '../../../domain/publishing/publication.ts'
import type { Store } from '../../../store/store.ts'
import { holdEvidence, type Privacy } from '../../../work/hold-in-private.ts'
import { NothingTyped, type Failed } from '../../change.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { to } from '../../to.ts'
import type { Drawn } from '../../views/view.ts'
import { idIn } from '../names.ts'
import { privacyFields, privacyIn, whoIsNotHere } from '../privacy.ts'
import { conflictPage } from '../route.ts'
import type { Visit } from '../visit.ts'

// What the rooms of an event, a leaflet and a programme have in common.

interface Matter {
  id: number
  depth: Depth
  list: number[]
}
type Shelf = 'events' | 'leaflets' | 'programmes'

/** What every change of one matter has in common, to be spread into its six moves. */
export interface MovesOf<Found> {
  find: (visit: Visit) => Found
  allow: (visit: Visit, found: Found) => boolean
  answer: (visit: Visit, found: Found) => string
  again: (visit: Visit, found: Found, failed: Failed) => Drawn
}

/** Whoever may change a matter of this area; for whom it is not there, it was not found (R11). */
export const mayChange = ({ who }: Visit, matter: Matter): boolean => may.change(who, matter)

/** After a change, its page; the list, for whoever has just put it out of their own sight. */
export const onwardTo =
  (shelf: Shelf) =>
  ({ store, who }: Visit, { id }: Pick<Matter, 'id'>): string =>
    store[shelf].find(id, who) ? to(`/desk/${shelf}`, id) : `/desk/${shelf}`

/** A matter with one of its parts, such as a phase of a programme. */
export interface WithPart<Found, Part> {
  matter: Found
  part: Part
}

/** The moves of a matter, for an address that speaks of one of its parts. */
export const withPart = <Found, Part>(
  of: MovesOf<Found>,
  partOf: (matter: Found, visit: Visit) => Part,
): MovesOf<WithPart<Found, Part>> => ({
  find: (visit) => {
    const matter = of.find(visit)
    // Whoever may not change the matter is told that, and not which parts there are.
    if (!of.allow(visit, matter)) throw notAllowed()
    return { matter, part: partOf(matter, visit) }
  },
  allow: (visit, { matter }) => of.allow(visit, matter),
  answer: (visit, { matter }) => of.answer(visit, matter),
  again: (visit, { matter }, failed) => of.again(visit, matter, failed),
})

/** The part that an address names, where it is there. */
export const partCalled = <Part extends { id: number }>(
  parts: readonly Part[],
  id: string | undefined,
): Part => {
  const part = parts.find((each) => each.id === idIn(id))
  if (!part) throw notFound()
  return part
}

/** A part is taken out again by a button. */
export const takenOut = {
  form: NothingTyped,
  decide: <Found>(_visit: Visit, found: Found): Decision<Found> => accept(found),
}

/**
 * 3, for a button that has made its matter already, however often it is pressed: what it made is
 * shown, whatever was sent. In place of a form there is null.
 */
export const MadeAlready = z.unknown().transform(() => null)

/** Where nothing was typed, every reason stands beside the words that are there to read. */
export const besideField = <T>(field: string, decision: Decision<T>): Decision<T> =>
  decision.accepted
    ? decision
    : { accepted: false, refusals: decision.refusals.map(({ reason }) => ({ field, reason })) }

/** R9, R11: why a matter cannot be held in the way that was chosen. */
export const privacyProblems = (store: Store, privacy: Privacy): Refusal[] => [
  ...privacyRefusals(privacy),
  ...whoIsNotHere(store, privacy.list),
]

/** Who may know of what is written down for the first time: a ground and a list only where held. */
export const privacyAtFirst = (form: { depth: Depth; ground: string; list: number[] }): Privacy => {
  const privacy = privacyIn(form)
  return privacy.depth === 'named' ? privacy : { depth: privacy.depth, ground: null, list: [] }
}

/** The fields that say who may know of an event or a programme (R9). */
export const heldFields = { ...privacyFields, depth: z.enum(DEPTHS).default('table') }

/** ... and the form of them alone, with what it brings about. */
export const holds = (shelf: 'events' | 'programmes') => ({
  name: 'depth',
  form: z.strictObject(heldFields),
  decide: (
    { store }: Visit,
    _matter: Matter,
    form: Parameters<typeof privacyIn>[0],
  ): Decision<Privacy> => {
    const privacy = privacyIn(form)
    const refusals = privacyProblems(store, privacy)
    return refusals.length ? { accepted: false, refusals } : accept(privacy)
  },
  record: ({ store, by }: Visit, { id }: Matter, privacy: Privacy): void =>
    holdEvidence(store, shelf, id, privacy, by),
})

/** Its newest public words, and who may begin them: there are none of what is held in private. */
export const publicWordsOf = (
  { store, who }: Visit,
  kind: 'event' | 'leaflet' | 'programme',
  { id, depth }: Matter,
): { publication: Publication | null; mayDraft: boolean } => {
  const publication =
    depth === 'named'
      ? null
      : store.publications
          .listFor({ kind, [`${kind}Id`]: id })
          .findLast((each) => !store.sources.evidence.isHeld(each))
  return { publication: publication ?? null, mayDraft: may.draft(who) }
}

/** R23: two people wrote at once. The page of both, after the look at what is held in private. */
export const bothTexts = (
  visit: Visit,
  back: Path,
  { theirs, yours, reason = CHANGED_MEANWHILE }: { theirs: string; yours: string; reason?: string },
): Drawn => conflictPage(visit, 'events', { reason, theirs, yours, back })

const CHANGED_MEANWHILE =
  'Someone else changed this while you were writing. Nothing of yours is saved yet.'
