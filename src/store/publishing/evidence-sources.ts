import type { Action } from '../../domain/actions/action.ts'
import type { Concern } from '../../domain/concerns/concern.ts'
import { draftOf, type Publication } from '../../domain/publishing/publication.ts'
import type { Event } from '../../domain/evidence/event.ts'
import {
  eventWords,
  firstTyped,
  leafletWords,
  programmeWords,
  typedFor,
  type Around,
  type Drafted,
  type Typed,
} from '../../domain/publishing/from-evidence.ts'
import type { Leaflet } from '../../domain/evidence/leaflet.ts'
import type { Numbered } from '../../domain/publishing/placeholders.ts'
import type { Programme, StepOn } from '../../domain/evidence/programme.ts'
import type { Label, Words } from '../../domain/publishing/words.ts'
import type { UnrecordedSession } from '../../domain/evidence/unrecorded-session.ts'

interface Parts {
  actions: { listUnfiltered: (ids?: number[]) => Action[] }
  concerns: { listUnfiltered: (ids?: number[]) => Concern[] }
  events: { listUnfiltered: (ids?: number[]) => Event[] }
  leaflets: { listUnfiltered: () => Leaflet[] }
  programmes: { listUnfiltered: () => Programme[] }
  unrecordedSessions: { ofProgramme: (id: number) => UnrecordedSession[] }
  /** Where entries and leaflets that are public now are told. */
  toldAt: () => { kind: string; slug: string; concernId: number | null; leafletId: number | null }[]
  label: (organisationId: number) => Label
  told: (labelId: number | null) => Label | null
  numbers: (eventIds: number[]) => Numbered[]
}

/**
 * What an event, a leaflet or a programme is told with: facts that nobody types, beside words that
 * someone typed.
 */
export const evidenceOf = ({
  actions,
  concerns,
  events,
  leaflets,
  programmes,
  unrecordedSessions,
  toldAt,
  label,
  told,
  numbers,
}: Parts) => {
  type Of = Pick<Publication, 'eventId' | 'leafletId' | 'programmeId'>
  const find = ({ eventId, leafletId, programmeId }: Of) => ({
    event: eventId === null ? undefined : events.listUnfiltered([eventId])[0],
    leaflet:
      leafletId === null
        ? undefined
        : leaflets.listUnfiltered().find((each) => each.id === leafletId),
    programme:
      programmeId === null
        ? undefined
        : programmes.listUnfiltered().find((each) => each.id === programmeId),
  })
  const around = (): Around => {
    const live = toldAt()
    return {
      label,
      area: told,
      number: (eventId, what) =>
        numbers([eventId]).find(
          (each) => each.token.endsWith(`-${eventId}.${what}}`) && each.value !== null,
        )?.token ?? '',
      entriesOf: (concernIds) =>
        [
          ...new Set(
            concerns
              .listUnfiltered(concernIds)
              .flatMap((concern) => [concern.id, ...trailUp(concern)]),
          ),
        ].flatMap((id) =>
          live
            .filter((each) => each.kind === 'entry' && each.concernId === id)
            .map((each) => each.slug),
        ),
      concernsOfActions: (actionIds) =>
        actions
          .listUnfiltered(actionIds)
          .filter((each) => each.depth !== 'named')
          .flatMap((each) => each.concernIds),
      leaflet: (leafletId) =>
        live.find(
          (each) => each.kind === 'leaflet' && each.leafletId === leafletId && leafletId !== null,
        )?.slug ?? null,
    }
  }
  /** What this concern was joined to, and that to: its entry tells of this one as well. */
  const trailUp = (concern: Concern): number[] =>
    concern.mergedIntoId === null
      ? []
      : [concern.mergedIntoId, ...trailUp(concerns.listUnfiltered([concern.mergedIntoId])[0]!)]

  const heldSteps = (publication: Publication, programme: Programme | undefined): StepOn[] => {
    const covered = new Set(publication.drafts.flatMap((draft) => draft.coversIds))
    return (
      programme?.points
        .filter((point) => point.isHeld && covered.has(point.id))
        .flatMap((point) => point.steps) ?? []
    )
  }

  const write = (of: Of, typed: Typed): Drafted<Words> | undefined => {
    const { event, leaflet, programme } = find(of)
    if (event) return eventWords(event, around(), typed)
    if (leaflet) return leafletWords(leaflet, around(), typed)
    return (
      programme &&
      programmeWords(programme, unrecordedSessions.ofProgramme(programme.id), around(), typed)
    )
  }
  return {
    find,
    /**
     * Public words from what was typed; nothing where there is no such event, leaflet or programme.
     */
    write,
    first: (of: Of): Drafted<Words> | undefined => {
      const typed = firstTyped(find(of), label)
      return write(of, (field) => typed[field] ?? '')
    },
    /** True when what nobody types in the newest draft is not what the record says now. */
    hasChanged: (publication: Publication): boolean => {
      const { words, coversIds } = draftOf(publication)!
      const typed = typedFor(words, coversIds)
      const now = write(publication, (field) => typed[field] ?? '')
      return (
        now === undefined ||
        JSON.stringify({ ...now.words, change: words.change }) !==
          JSON.stringify({ ...words, counts: undefined })
      )
    },
    /** R9, R11: what it is told from is held in private now, or a part of it is. */
    isHeld: (publication: Publication): boolean => {
      const { event, leaflet, programme } = find(publication)
      return (
        event?.depth === 'named' ||
        leaflet?.depth === 'named' ||
        programme?.depth === 'named' ||
        heldSteps(publication, programme).length > 0
      )
    },
    /**
     * What became of opportunities that are told in these drafts and are held in private by now:
     * whoever reads the drafts reads of those.
     */
    heldSteps: (publication: Publication): StepOn[] =>
      heldSteps(publication, find(publication).programme),
  }
}
