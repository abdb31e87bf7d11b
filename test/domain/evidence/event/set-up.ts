import type { Event, EventTerms, Written } from '../../../../src/domain/evidence/event.ts'
import { AT } from '../../make.ts'

export const written = (over: Partial<Written> = {}): Written => ({
  kind: 'workshop',
  name: 'Workshop for mothers',
  heldOn: '2022-01-20',
  startsAt: '10.30',
  place: 'Church Street Library',
  areaId: 1,
  headCount: 12,
  topics: 'Rights',
  tookAway: 'What to ask',
  organisations: [{ organisationId: 1, brought: 'Tea' }],
  ...over,
})
export const terms = (over: Partial<EventTerms> = {}): EventTerms => ({
  id: 1,
  ...written(),
  personId: 1,
  at: AT,
  ...over,
})
export const event = (over: Partial<Event> = {}, said: Partial<EventTerms> = {}): Event => ({
  id: 2,
  depth: 'table',
  ground: null,
  list: [],
  seriesId: null,
  createdAt: AT,
  terms: [terms(said)],
  taps: [],
  options: [],
  findings: [],
  actionIds: [],
  concernIds: [],
  ...over,
})
