import { close } from '../domain/actions/closing.ts'
import { report } from '../domain/actions/reporting.ts'
import { agree, answerProposal, change } from '../domain/actions/agreement.ts'
import { termsOf, type Kind, type Status } from '../domain/actions/action.ts'
import { raise, type OriginKind } from '../domain/concerns/concern.ts'
import { dayOf, type When } from '../domain/day.ts'
import { DEFAULT_DEPTH, type Depth } from '../domain/depth.ts'
import { writeEvent, type EventKind, type Written } from '../domain/evidence/event.ts'
import {
  handOut,
  writeLeaflet,
  type Handing,
  type LeafletWritten,
} from '../domain/evidence/leaflet.ts'
import {
  addPoint,
  beginPhase,
  handOver,
  seeOutcome,
  writeProgramme,
  type Phase,
  type PointKind,
  type ProgrammeWritten,
} from '../domain/evidence/programme.ts'
import {
  isRepresented,
  open,
  finish,
  agreeMinutes,
  plan,
  type Presence,
} from '../domain/round-tables/round-table.ts'
import type { Strength } from '../domain/publishing/words.ts'
import { countUnrecorded, planUnrecorded } from '../domain/evidence/unrecorded-session.ts'
import type { Store } from '../store/store.ts'
import { must } from './must.ts'
import type { Sample } from './partnership.ts'
import { tellerOf } from './publishing.ts'

export interface Agreed {
  concerns?: number[]
  lead?: number
  seat?: number
  helpers?: number[]
  by?: When
  kind?: Kind
  depth?: Depth
  ground?: string
  list?: number[]
}
export interface Phased extends Pick<Phase, 'name' | 'startsOn' | 'pairings'> {
  handovers: [organisationId: number, fromRole: string, toRole: string][]
}
export type Verbs = ReturnType<typeof verbsOf>

/**
 * The verbs of the record as the sample uses them: decided by the domain, written by the store, on
 * a day of the story.
 */
export const verbsOf = (store: Store, sample: Sample) => {
  let at = '2021-03-31T09:00:00.000Z'
  const by = (personId: number) => ({ personId, at })
  const coordinator = () => by(sample.people.coordinator)
  const find = (id: number) => store.actions.listUnfiltered([id])[0]!
  const openTable = () => store.roundTables.list().find((each) => each.openedAt && !each.finishedAt)
  return {
    /** Moves the story on to an instant. */
    on: (instant: string): void => {
      at = instant
    },
    plan: (heldOn: When, startsAt: string | null): string =>
      store.roundTables.recordPlan(
        must(plan({ heldOn, startsAt, place: 'Church Street', expectedIds: sample.expected })),
        coordinator(),
      ),
    open: (slug: string): number =>
      store.roundTables.recordOpening(
        must(open(store.roundTables.find(slug)!, store.roundTables.list())).id,
        coordinator(),
      ),
    attend: (
      slug: string,
      seats: Record<number, Presence>,
      guests: [number, string][] = [],
    ): void => {
      const all = store.organisations.seats()
      store.roundTables.recordAttendance(
        store.roundTables.find(slug)!.id,
        [
          ...Object.entries(seats).map(([id, presence]) => ({
            organisationId: all.find((seat) => seat.id === Number(id))!.organisationId,
            seatId: Number(id),
            guestRole: null,
            presence,
          })),
          ...guests.map(([organisationId, guestRole]) => ({
            organisationId,
            seatId: null,
            guestRole,
            presence: 'present' as const,
          })),
        ],
        null,
        coordinator(),
      )
    },
    /** An event that was held, who took part, what was counted, and what it belongs to. */
    hold: (
      written: Partial<Written> & { kind: EventKind; name: string },
      links: {
        depth?: Depth
        actions?: number[]
        concerns?: number[]
        counted?: Record<string, number>
        findings?: [string, number?][]
        series?: number
        topics?: [string, number, boolean][]
      } = {},
    ): number => {
      const whole = {
        heldOn: null,
        startsAt: null,
        place: null,
        areaId: null,
        headCount: null,
        topics: null,
        tookAway: null,
        organisations: [],
        ...written,
      }
      const id = store.events.record(
        must(writeEvent(whole, dayOf(at))),
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
      const taps = Object.entries(links.counted ?? {}).map(([group, count]) => ({
        key: `sample-${id}-${group}`,
        grouping: 'gender',
        group,
        count,
      }))
      if (taps.length > 0) store.events.recordTaps(id, taps, coordinator())
      for (const [text, concernId] of links.findings ?? []) {
        store.events.recordFinding(id, text, coordinator())
        if (concernId !== undefined)
          store.events.recordFindingConcern(
            id,
            store.events.listUnfiltered([id])[0]!.findings.at(-1)!.id,
            concernId,
            coordinator(),
          )
      }
      for (const [text] of links.topics ?? []) store.events.recordOption(id, text, coordinator())
      const options = store.events.listUnfiltered([id])[0]!.options
      if (options.length > 0)
        store.events.recordHands(
          id,
          options.map((option, i) => ({
            id: option.id,
            hands: links.topics![i]![1],
            chosen: links.topics![i]![2],
          })),
          coordinator(),
        )
      return id
    },
    finish: (slug: string): void => {
      store.roundTables.recordFinish(must(finish(store.roundTables.find(slug)!)).id, coordinator())
    },
    agreeMinutes: (slug: string): void => {
      const now = openTable()!
      must(agreeMinutes(store.roundTables.find(slug)!, now))
      store.roundTables.recordAgreement(store.roundTables.find(slug)!.id, now.id, coordinator())
    },
    raise: (
      text: string,
      about: {
        theme?: number
        area?: number
        origin?: OriginKind
        note?: string
        raisedOn?: When
        priority?: boolean
        depth?: Depth
        ground?: string
        list?: number[]
      } = {},
    ): number => {
      const table = about.origin ? undefined : openTable()
      const raised = must(
        raise(
          {
            text,
            raisedOn: about.raisedOn ?? table?.heldOn ?? dayOf(at),
            originKind: about.origin ?? 'round-table',
            originNote: about.note ?? null,
            themeId: about.theme ?? null,
            areaId: about.area ?? null,
            depth: about.depth ?? DEFAULT_DEPTH,
            ground: about.ground ?? null,
            list: about.list ?? [],
          },
          dayOf(at),
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
    },
    /** Brings a concern raised before to the open table. */
    bring: (concernId: number): void => {
      store.roundTables.recordConcern(openTable()!.id, concernId, coordinator())
    },
    /** What the open table says of a priority that stood before it. */
    prioritise: (concernId: number, agreed: boolean, reason: string | null = null): void => {
      store.concerns.recordPriority(concernId, agreed, openTable()!.id, coordinator(), reason)
    },
    decide: (text: string): void => {
      store.notes.record(
        { roundTableId: openTable()!.id, concernId: null, kind: 'decision', text, unread: null },
        coordinator(),
      )
    },
    /** Puts a topic down for a table that is planned. */
    park: (slug: string, text: string, person: number): void => {
      store.agendas.recordTopic(store.roundTables.find(slug)!.id, text, by(person))
    },
    /** A session that is not recorded: planned, and counted where it has been (R16). */
    meetUnrecorded: (
      heldOn: When,
      name: string,
      programmeId: number | null,
      came: { headCount: number; shared: string } | null,
    ): void => {
      const id = store.unrecordedSessions.record(
        { ...must(planUnrecorded({ heldOn, name })), programmeId },
        coordinator(),
      )
      if (came)
        store.unrecordedSessions.recordCount(
          id,
          must(
            countUnrecorded(
              store.unrecordedSessions.find(id)!,
              { ...came, agreed: true },
              dayOf(at),
            ),
          ),
          coordinator(),
        )
    },
    /** A programme that may be told: its phases, what it wants, and what was learned. */
    begin: (
      written: ProgrammeWritten,
      more: {
        phases: Phased[]
        wants: [string, Strength?, string?][]
        learned: [theme: string, text: string][]
      },
    ): number => {
      const id = store.programmes.record(
        must(writeProgramme(written)),
        { depth: 'public', ground: null, list: [] },
        coordinator(),
      )
      const now = () => store.programmes.listUnfiltered().find((each) => each.id === id)!
      const point = (kind: PointKind, text: string, theme = ''): number => {
        store.programmes.recordPoint(
          id,
          must(addPoint(now(), { kind, theme, text })),
          coordinator(),
        )
        return now().points.at(-1)!.id
      }
      for (const { handovers, ...phase } of more.phases) {
        store.programmes.recordPhase(id, must(beginPhase(now(), phase)), coordinator())
        for (const [organisationId, fromRole, toRole] of handovers)
          store.programmes.recordHandover(
            id,
            now().phases.at(-1)!.id,
            must(handOver({ organisationId, fromRole, toRole })),
            coordinator(),
          )
      }
      for (const [text, strength, words] of more.wants) {
        const pointId = point('outcome', text)
        if (strength)
          store.programmes.recordSight(
            id,
            pointId,
            must(seeOutcome(now().points.at(-1)!, { strength, words: words ?? '' }, null)),
            coordinator(),
          )
      }
      for (const [theme, text] of more.learned) point('learning', text, theme)
      return id
    },
    /** An opportunity of a programme, and the concern it became. */
    seize: (programmeId: number, text: string, concernId: number): void => {
      const now = () => store.programmes.listUnfiltered().find((each) => each.id === programmeId)!
      store.programmes.recordPoint(
        programmeId,
        must(addPoint(now(), { kind: 'opportunity', theme: '', text })),
        coordinator(),
      )
      store.programmes.recordStep(
        programmeId,
        now().points.at(-1)!.id,
        { concernId },
        coordinator(),
      )
    },
    /** A leaflet, who handed it out, and its file in English. */
    print: (
      written: LeafletWritten,
      handings: Omit<Handing, 'id'>[],
      file: { bytes: Buffer; text: string },
    ): number => {
      const id = store.leaflets.record(
        must(writeLeaflet(written, store.leaflets.listUnfiltered())),
        coordinator(),
      )
      for (const handing of handings)
        store.leaflets.recordHanding(id, must(handOut(handing, dayOf(at))), coordinator())
      store.leaflets.recordFile(id, { language: 'en', ...file }, coordinator())
      return id
    },
    agree: (text: string, about: Agreed = {}): number => {
      const table = openTable()
      const agreed = must(
        agree(
          {
            text,
            kind: about.kind ?? 'one-off',
            leadId: about.lead ?? null,
            seatId: about.seat ?? null,
            helperIds: about.helpers ?? [],
            by: about.by ?? null,
          },
          (id) => table !== undefined && isRepresented(table, id),
        ),
      )
      return store.actions.record(
        agreed,
        {
          roundTableId: table?.id ?? null,
          concernIds: about.concerns ?? [],
          depth: about.depth ?? DEFAULT_DEPTH,
          ground: about.ground ?? null,
          list: about.list ?? [],
        },
        coordinator(),
      )
    },
    /** An owner and a date for what was agreed without: M gives neither, so both are samples. */
    settle: (id: number, about: Agreed, reason: string): void => {
      const now = termsOf(find(id))
      const table = openTable()
      const changed = must(
        change(
          find(id),
          {
            text: now.text,
            kind: about.kind ?? now.kind,
            leadId: about.lead ?? now.leadId,
            seatId: about.seat ?? now.seatId,
            helperIds: about.helpers ?? now.helperIds,
            by: about.by ?? now.by,
            reason,
            basedOn: now.id,
          },
          (organisation) => table !== undefined && isRepresented(table, organisation),
        ),
      )
      store.actions.recordTerms(id, changed, coordinator())
    },
    report: (
      id: number,
      status: Status,
      text: string,
      more: { on?: When; waitingFor?: string; person?: number } = {},
    ): void => {
      const action = find(id)
      const said = must(
        report(action, { status, text, waitingFor: more.waitingFor ?? null, on: more.on ?? null }),
      )
      const { leadId, seatId } = termsOf(action)
      store.actions.recordUpdate(
        id,
        said,
        { organisationId: leadId, seatId, roundTableId: openTable()?.id ?? null },
        by(more.person ?? sample.people.coordinator),
      )
    },
    accept: (id: number, person: number, words: string): void => {
      const answer = must(answerProposal(find(id), true, words))
      store.actions.recordAnswer(id, termsOf(find(id)).id, answer, by(person))
    },
    close: (id: number): void => {
      store.actions.recordClosing(must(close(find(id))).id, openTable()?.id ?? null, coordinator())
    },
    tell: tellerOf(store, sample, () => at),
  }
}
