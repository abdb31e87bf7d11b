import { type Depth, GROUNDS } from '../../../src/domain/depth.ts'
import type { Store } from '../../../src/store/store.ts'
import { lookupsIn } from './lookups.ts'
import type { Makers, WhoAndWhere } from './makers.ts'

/**
 * Tells of an event, a leaflet, a programme or one of its opportunities before it was held; and of
 * what was public once and is gone.
 */
export const telling =
  (store: Store, by: WhoAndWhere['by']) =>
  (subject: {
    kind: 'event' | 'leaflet' | 'programme'
    eventId?: number
    leafletId?: number
    programmeId?: number
  }): number => {
    const first = store.sources.begin(subject, '2022-01-27')!
    return store.publications.record(subject, first.words, first.coversIds, by)
  }

export function heldOnceTold({
  store,
  event,
  leaflet,
  programme,
  told,
  by,
  coordinator,
  sergeant,
  officer,
  concern,
  action,
}: {
  store: Store
  event: (name: string, depth: Depth, list: number[]) => number
  leaflet: (title: string, actionId: number | null) => number
  programme: (name: string, depth: Depth, list: number[]) => number
  told: Telling
} & Pick<WhoAndWhere, 'by' | 'coordinator' | 'sergeant' | 'officer'> &
  Pick<Makers, 'concern' | 'action'>) {
  const evidenceHeld = (who: string, list: number[]): Record<string, number> => {
    const held = { depth: 'named' as const, ground: GROUNDS[0], list }
    const [eventId, programmeId, carriedId] = [
      event(`An event told before it was held, known to ${who}.`, 'table', []),
      programme(`A programme told before it was held, known to ${who}.`, 'table', []),
      programme(`A programme told before a part of it was held, known to ${who}.`, 'public', []),
    ]
    const questionId = action(
      `What was told before it was held, known to ${who}?`,
      'police',
      'table',
      [],
      'question',
    )
    const leafletId = leaflet(`A leaflet told before it was held, known to ${who}.`, questionId)
    const publications = {
      'an event': told({ kind: 'event', eventId }),
      'a leaflet': told({ kind: 'leaflet', leafletId }),
      'a programme': told({ kind: 'programme', programmeId }),
      'a programme with an opportunity': told({ kind: 'programme', programmeId: carriedId }),
    }
    store.events.recordDepth(eventId, held, by)
    store.programmes.recordDepth(programmeId, held, by)
    store.actions.recordDepth(questionId, held, by)
    store.programmes.recordStep(
      carriedId,
      lookupsIn(store).pointOf(carriedId, 'opportunity')!.id,
      { concernId: concern(`What an opportunity became, known to ${who}.`, 'named', list, null) },
      by,
    )
    return publications
  }
  return {
    police: evidenceHeld('two', [coordinator, sergeant]),
    council: evidenceHeld('one', [officer]),
  }
}

export function goneOf({
  store,
  events,
  leaflets,
  programmes,
  told,
  by,
}: {
  store: Store
  events: { table: number; police: number; council: number }
  leaflets: { table: number; police: number; council: number }
  programmes: { table: number; police: number; council: number }
  told: Telling
  by: WhoAndWhere['by']
}) {
  const gone = Object.fromEntries(
    (
      [
        ['event', { eventId: events.table }],
        ['leaflet', { leafletId: leaflets.table }],
        ['programme', { programmeId: programmes.table }],
      ] as const
    ).map(([kind, of]) => {
      const publication = store.publications.find(told({ kind, ...of }))!
      const slug = store.publications.recordPublication(publication, publication.drafts[0]!, by)
      store.publications.recordWithdrawal(
        store.publications.find(publication.id)!,
        'It was wrong.',
        by,
      )
      return [kind, slug]
    }),
  ) as Record<'event' | 'leaflet' | 'programme', string>
  return gone
}

export type Telling = ReturnType<typeof telling>
