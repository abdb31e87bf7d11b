import { record, person } from './class.ts'

/** Who may know each column of `schema/events.ts`. */
export const EVENTS = {
  events: record('id', 'depth', 'ground', 'series_id', 'created_at'),
  event_terms: record(
    'id',
    'event_id',
    'kind',
    'name',
    'held_on',
    'starts_at',
    'place',
    'area_id',
    'head_count',
    'topics',
    'took_away',
    'person_id',
    'at',
  ),
  event_organisations: record('terms_id', 'organisation_id', 'brought'),
  event_people: record('id', 'event_id', 'person_id', 'added_by_id', 'at', 'removed_at'),
  event_links: record('id', 'event_id', 'action_id', 'concern_id', 'person_id', 'at', 'ended_at'),
  taps: record('id', 'event_id', 'key', 'grouping', 'group', 'count', 'person_id', 'at'),
  event_options: record('id', 'event_id', 'text', 'hands', 'chosen', 'person_id', 'at', 'ended_at'),
  findings: record('id', 'event_id', 'text', 'person_id', 'at', 'ended_at'),
  finding_concerns: record('finding_id', 'concern_id', 'person_id', 'at'),
  quotes: {
    ...record('id', 'concern_id', 'asked_by_id', 'use', 'until', 'person_id', 'at', 'withdrawn_at'),
    ...person('words', 'role'),
  },
}
