import type { Event } from '../../../../../src/domain/evidence/event.ts'
import type { Leaflet } from '../../../../../src/domain/evidence/leaflet.ts'
import type { Point, Programme } from '../../../../../src/domain/evidence/programme.ts'
import type { UnrecordedSession } from '../../../../../src/domain/evidence/unrecorded-session.ts'
import type { Drafted, Kind, Typed } from '../../../../../src/domain/publishing/kinds/kind.ts'
import { leaflet as ofLeaflet } from '../../../../../src/domain/publishing/kinds/leaflet.ts'
import { programme as ofProgramme } from '../../../../../src/domain/publishing/kinds/programme.ts'
import type { Told } from '../../../../../src/domain/publishing/told.ts'
import { AT, source, TODAY } from '../../../make.ts'

export type Matters = { event?: Event; leaflet?: Leaflet; programme?: Programme }
export const record = (matters: Matters, sessions: UnrecordedSession[] = []) =>
  source({
    event: () => matters.event,
    leaflet: () => matters.leaflet,
    programme: () => matters.programme,
    sessionsOf: () => sessions,
    organisation: (id) => ({ code: `o${id}`, name: `Organisation ${id}` }),
  })
/** The words of a kind for what was typed. */
export const written = <W extends Told>(
  kind: Kind<W>,
  matters: Matters,
  typed: Typed,
  sessions: UnrecordedSession[] = [],
): Drafted<W> => {
  const decision = kind.write({ kind: kind.kind }, record(matters, sessions), typed, TODAY)
  if (!decision?.accepted) throw new Error('nothing was written')
  return decision.value
}
export const leafletWords = (of: Leaflet, typed: Typed) =>
  written(ofLeaflet, { leaflet: of }, typed)
export const programmeWords = (of: Programme, typed: Typed, sessions: UnrecordedSession[] = []) =>
  written(ofProgramme, { programme: of }, typed, sessions)
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
