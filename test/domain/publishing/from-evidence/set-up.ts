import type { Leaflet } from '../../../../src/domain/evidence/leaflet.ts'
import type { Point, Programme } from '../../../../src/domain/evidence/programme.ts'
import type { Around, Typed } from '../../../../src/domain/publishing/from-evidence.ts'
import { AT } from '../../make.ts'

/** A record that says of everything which one it was asked for. */
export const around: Around = {
  label: (id) => ({ code: `o${id}`, name: `Organisation ${id}` }),
  area: (id) => (id === null ? null : { code: `a${id}`, name: `Area ${id}` }),
  number: (id) => (id === 2 ? '{stall-2.came}' : ''),
  entriesOf: (ids) => ids.map((id) => `entry-${id}`),
  concernsOfActions: (ids) => ids.map((id) => id + 100),
  leaflet: (id) => (id === null ? null : `leaflet-${id}`),
}
export const typing =
  (typed: Record<string, string>): Typed =>
  (field) =>
    typed[field] ?? ''
export const SECRET = 'What the table wrote'
export const leaflet = (copies: (number | null)[]): Leaflet => ({
  id: 1,
  createdAt: AT,
  depth: 'table',
  ground: null,
  list: [],
  terms: [
    {
      id: 1,
      title: 'Title',
      organisationId: null,
      version: '2',
      languages: ['en', 'ar'],
      answers: 'Question',
      actionId: null,
      place: 'Library',
      replacesId: 6,
      personId: 1,
      at: AT,
    },
  ],
  handings: copies.map((each, i) => ({
    id: i,
    organisationId: 1,
    toWhom: 'mothers',
    on: null,
    copies: each,
  })),
  files: [{ id: 1, language: 'en', hash: 'h', size: 10, text: '', at: AT }],
})
const point = (id: number, kind: Point['kind'], over: Partial<Point> = {}): Point => ({
  id,
  kind,
  theme: kind === 'learning' ? SECRET : null,
  text: SECRET,
  sights:
    kind === 'outcome' ? [{ id: 1, strength: 'view', words: SECRET, personId: 1, at: AT }] : [],
  steps: [],
  isHeld: false,
  ...over,
})
export const programme = (over: Partial<Programme> = {}): Programme => ({
  id: 1,
  depth: 'table',
  ground: null,
  list: [],
  createdAt: AT,
  alumniIds: [],
  terms: [
    {
      id: 1,
      name: SECRET,
      aim: SECRET,
      startsOn: '2020-09',
      length: SECRET,
      agreement: SECRET,
      support: SECRET,
      partnerIds: [1],
      personId: 1,
      at: AT,
    },
  ],
  phases: [
    { id: 1, name: SECRET, startsOn: '2020-09', pairings: 11, handovers: [] },
    {
      id: 2,
      name: SECRET,
      startsOn: null,
      pairings: 9,
      handovers: [{ id: 1, organisationId: 1, fromRole: SECRET, toRole: SECRET, at: AT }],
    },
  ],
  points: [
    point(1, 'outcome'),
    point(2, 'learning'),
    point(3, 'opportunity', {
      steps: [{ id: 1, concernId: null, actionId: 5, words: SECRET, at: AT }],
    }),
    point(4, 'opportunity', { isHeld: true }),
  ],
  ...over,
})
