import type { When } from '../../domain/day.ts'
import { open, finish, agreeMinutes, type Presence } from '../../domain/round-tables/round-table.ts'
import { plan } from '../../domain/round-tables/planning/plan.ts'
import { must } from '../must.ts'
import type { Sample } from '../partnership.ts'
import type { Pen } from './pen.ts'

/** Round tables: planned, opened, who came, and what is said of their minutes. */
export const tableVerbs = ({ store, by, coordinator, openTable }: Pen, sample: Sample) => ({
  plan: (heldOn: When, startsAt: string | null): string =>
    store.roundTables.recordPlan(
      must(plan({ heldOn, startsAt, place: null, expectedIds: sample.expected })),
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
          sentRole: null,
          presence,
          count: 1,
        })),
        ...guests.map(([organisationId, guestRole]) => ({
          organisationId,
          seatId: null,
          guestRole,
          sentRole: null,
          presence: 'present' as const,
          count: 1,
        })),
      ],
      null,
      coordinator(),
    )
  },
  finish: (slug: string): void => {
    store.roundTables.recordFinish(must(finish(store.roundTables.find(slug)!)).id, coordinator())
  },
  agreeMinutes: (slug: string): void => {
    const now = openTable()!
    must(agreeMinutes(store.roundTables.find(slug)!, now))
    store.roundTables.recordAgreement(store.roundTables.find(slug)!.id, now.id, coordinator())
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
})
