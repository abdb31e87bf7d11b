import type { PointKind } from '../../../src/domain/evidence/programme.ts'
import type { Store } from '../../../src/store/store.ts'

/** What hangs on a record, as it stands now. */
export const lookupsIn = (store: Store) => {
  const programmeOf = (id: number) =>
    store.programmes.listUnfiltered().find((each) => each.id === id)
  return {
    inLeaflet: (id: number, what: 'handings' | 'files'): number =>
      store.leaflets.listUnfiltered().find((each) => each.id === id)?.[what][0]?.id ?? 99_999,
    phaseOf: (id: number) => programmeOf(id)?.phases[0],
    pointOf: (id: number, kind: PointKind) =>
      programmeOf(id)?.points.find((point) => point.kind === kind),
    partOf: (id: number, what: 'findings' | 'options'): number =>
      store.events.listUnfiltered([id])[0]?.[what].at(-1)?.id ?? 99_999,
    photoOf: (id: number): number =>
      store.photos.ofUpdates(
        store.actions.listUnfiltered([id])[0]?.updates.map((each) => each.id) ?? [],
      )[0]?.id ?? 99_999,
    heldOf: (id: number): number =>
      store.actions.listUnfiltered([id])[0]?.held.at(-1)?.id ?? 99_999,
    wishOf: (id: number): number =>
      store.actions.listUnfiltered([id])[0]?.wishes.at(-1)?.id ?? 99_999,
    updateOf: (id: number): number =>
      store.actions.listUnfiltered([id])[0]?.updates.at(-1)?.id ?? 99_999,
  }
}
