import { raise, type OriginKind } from '../../domain/concerns/concern.ts'
import type { When } from '../../domain/day.ts'
import { DEFAULT_DEPTH, type Depth } from '../../domain/depth.ts'
import { must } from '../must.ts'
import type { Pen } from './pen.ts'

/** Where a concern comes from, what it is about, and who may know of it. */
interface About {
  theme?: number
  area?: number
  origin?: OriginKind
  note?: string
  raisedOn?: When
  priority?: boolean
  depth?: Depth
  ground?: string
  list?: number[]
}

/** Concerns: raised, and brought to the table that is open. */
export const concernVerbs = (pen: Pen) => ({
  raise: (text: string, about: About = {}): number => raiseConcern(pen, text, about),
  /** Brings a concern raised before to the open table. */
  bring: (concernId: number): void => {
    pen.store.roundTables.recordConcern(pen.openTable()!.id, concernId, pen.coordinator())
  },
  /** What the open table says of a priority that stood before it. */
  prioritise: (concernId: number, agreed: boolean, reason: string | null = null): void => {
    pen.store.concerns.recordPriority(
      concernId,
      agreed,
      pen.openTable()!.id,
      pen.coordinator(),
      reason,
    )
  },
})

const raiseConcern = (
  { store, coordinator, today, openTable }: Pen,
  text: string,
  about: About,
): number => {
  const table = about.origin ? undefined : openTable()
  const raised = must(
    raise(
      {
        text,
        raisedOn: about.raisedOn ?? table?.heldOn ?? today(),
        originKind: about.origin ?? 'round-table',
        originNote: about.note ?? null,
        themeId: about.theme ?? null,
        areaId: about.area ?? null,
        depth: about.depth ?? DEFAULT_DEPTH,
        ground: about.ground ?? null,
        list: about.list ?? [],
      },
      today(),
    ),
  )
  const id = store.concerns.record(
    raised,
    { roundTableId: table?.id ?? null, splitFromId: null },
    coordinator(),
  )
  const here = openTable()
  if (here && !table) store.roundTables.recordConcern(here.id, id, coordinator())
  if (about.priority) store.concerns.recordPriority(id, true, here?.id ?? null, coordinator())
  return id
}
