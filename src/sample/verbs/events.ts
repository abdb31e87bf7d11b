import type { When } from '../../domain/day.ts'
import { DEFAULT_DEPTH, type Depth } from '../../domain/depth.ts'
import { writeEvent, type EventKind, type Written } from '../../domain/evidence/event.ts'
import { countUnrecorded, planUnrecorded } from '../../domain/evidence/unrecorded-session.ts'
import { must } from '../must.ts'
import type { Pen } from './pen.ts'

type Held = Partial<Written> & { kind: EventKind; name: string }
/** Who may know of an event, what it hangs on, and what was counted and found. */
interface Links {
  depth?: Depth
  actions?: number[]
  concerns?: number[]
  counted?: Record<string, number>
  findings?: [string, number?][]
  series?: number
  topics?: [string, number, boolean][]
}

/** Events, and sessions that are not recorded. */
export const eventVerbs = (pen: Pen) => ({
  /** An event that was held, who took part, what was counted, and what it belongs to. */
  hold: (written: Held, links: Links = {}): number => {
    const id = writeDown(pen, written, links)
    count(pen, id, links.counted ?? {})
    find(pen, id, links.findings ?? [])
    chooseTopics(pen, id, links.topics ?? [])
    return id
  },
  /** A session that is not recorded: planned, and counted where it has been (R16). */
  meetUnrecorded: (
    heldOn: When,
    name: string,
    programmeId: number | null,
    came: { headCount: number; shared: string } | null,
  ): void => {
    const id = pen.store.unrecordedSessions.record(
      { ...must(planUnrecorded({ heldOn, name })), programmeId },
      pen.coordinator(),
    )
    if (came)
      pen.store.unrecordedSessions.recordCount(
        id,
        must(
          countUnrecorded(
            pen.store.unrecordedSessions.find(id)!,
            { ...came, agreed: true },
            pen.today(),
          ),
        ),
        pen.coordinator(),
      )
  },
})

const NOTHING_MORE = {
  heldOn: null,
  startsAt: null,
  place: null,
  areaId: null,
  headCount: null,
  topics: null,
  tookAway: null,
  organisations: [],
}

const writeDown = ({ store, coordinator, today }: Pen, written: Held, links: Links): number => {
  const id = store.events.record(
    must(writeEvent({ ...NOTHING_MORE, ...written }, today())),
    {
      depth: links.depth ?? DEFAULT_DEPTH,
      ground: null,
      list: [],
      seriesId: links.series ?? null,
    },
    coordinator(),
  )
  store.events.recordLinks(
    id,
    { actionIds: links.actions ?? [], concernIds: links.concerns ?? [] },
    coordinator(),
  )
  return id
}

const count = ({ store, coordinator }: Pen, id: number, counted: Record<string, number>): void => {
  const taps = Object.entries(counted).map(([group, count]) => ({
    key: `sample-${id}-${group}`,
    grouping: 'gender',
    group,
    count,
  }))
  if (taps.length > 0) store.events.recordTaps(id, taps, coordinator())
}

const find = ({ store, coordinator }: Pen, id: number, findings: [string, number?][]): void => {
  for (const [text, concernId] of findings) {
    store.events.recordFinding(id, text, coordinator())
    if (concernId !== undefined)
      store.events.recordFindingConcern(
        id,
        store.events.listUnfiltered([id])[0]!.findings.at(-1)!.id,
        concernId,
        coordinator(),
      )
  }
}

const chooseTopics = (
  { store, coordinator }: Pen,
  id: number,
  topics: [string, number, boolean][],
): void => {
  for (const [text] of topics) store.events.recordOption(id, text, coordinator())
  const options = store.events.listUnfiltered([id])[0]!.options
  if (options.length > 0)
    store.events.recordHands(
      id,
      options.map((option, i) => ({
        id: option.id,
        hands: topics[i]![1],
        chosen: topics[i]![2],
      })),
      coordinator(),
    )
}
