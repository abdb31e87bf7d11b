import type { AgreedTerms } from '../../src/domain/actions/agreement.ts'
import type { Action, Status, Terms, Update } from '../../src/domain/actions/action.ts'
import type { Concern } from '../../src/domain/concerns/concern.ts'
import type { Source } from '../../src/domain/publishing/kinds/kind.ts'
import { readIn } from '../../src/domain/publishing/recordings.ts'
import type { Attendance, RoundTable } from '../../src/domain/round-tables/round-table.ts'

export const AT = '2022-01-27T10:40:00.000Z'
export const TODAY = '2022-01-27'

/** An action agreed in July with a lead, and whatever a test needs to be different. */
export const action = (
  over: Partial<Action> & { terms?: Terms[] } = {},
  terms: Partial<Terms> = {},
): Action => ({
  id: 1,
  number: '1.1',
  roundTableId: 1,
  concernIds: [1],
  depth: 'table',
  ground: null,
  list: [],
  agreedAt: '2021-07-15T10:00:00.000Z',
  terms: [
    {
      id: 1,
      text: 'Hold a stall',
      kind: 'one-off',
      leadId: 1,
      seatId: null,
      helperIds: [],
      by: null,
      review: null,
      proposed: false,
      reason: null,
      personId: 1,
      at: '2021-07-15T10:00:00.000Z',
      ...terms,
    },
  ],
  updates: [update({ id: 1, at: '2021-07-15T10:00:00.000Z' })],
  held: [],
  moves: [],
  acceptances: [],
  closings: [],
  wishes: [],
  steps: [],
  takenOutAt: null,
  ...over,
})

export const update = (over: Partial<Update> = {}): Update => ({
  id: 2,
  status: 'not-started',
  text: '',
  waitingFor: null,
  on: null,
  organisationId: 1,
  seatId: null,
  personId: 1,
  roundTableId: null,
  at: '2021-12-01T10:00:00.000Z',
  takenBackAt: null,
  ...over,
})

/** An action whose owner last said this. */
export const saying = (
  status: Status,
  terms: Partial<Terms> = {},
  over: Partial<Action> = {},
): Action =>
  action({ updates: [update({ id: 1 }), update({ id: 2, status, text: 'words' })], ...over }, terms)

export const wanted = (over: Partial<AgreedTerms> = {}): AgreedTerms => ({
  text: 'Hold a stall',
  kind: 'one-off',
  leadId: null,
  seatId: null,
  helperIds: [],
  by: null,
  ...over,
})

export const concern = (over: Partial<Concern> = {}): Concern => ({
  id: 1,
  raisedOn: '2021-07',
  originKind: 'round-table',
  originNote: null,
  roundTableId: 1,
  depth: 'table',
  ground: null,
  list: [],
  createdAt: '2021-07-15T10:00:00.000Z',
  mergedIntoId: null,
  joinings: [],
  mergedIds: [],
  splitFromId: null,
  splitIds: [],
  wordings: [
    {
      id: 1,
      text: 'We are stopped for no reason',
      themeId: null,
      areaId: null,
      personId: 1,
      reason: null,
      at: '2021-07-15T10:00:00.000Z',
    },
  ],
  priorities: [],
  passings: [],
  takenOutAt: null,
  ...over,
})

export const table = (over: Partial<RoundTable> = {}): RoundTable => ({
  id: 1,
  slug: '2021-q3',
  heldOn: '2021-07',
  startsAt: null,
  place: null,
  expectedIds: [1, 2, 3],
  attendance: [],
  residents: null,
  plannedAt: null,
  openedAt: null,
  finishedAt: null,
  agreedAt: null,
  agreedAtTableId: null,
  cancelledAt: null,
  seriesId: null,
  seriesMonth: null,
  changes: [],
  corrections: [],
  ...over,
})

/**
 * The organisations, seats, themes and areas that the marks of a line may name: those of the sample
 * partnership.
 */
export const organisations = [
  ['mosaic', 'Mosaic Community Trust', 'Mosaic'],
  ['police', 'Metropolitan Police Service', 'the police'],
  ['council', 'Westminster City Council', 'the council'],
  ['school', 'A Westminster school', 'a school'],
].map(([code, name, publicName], i) => ({
  id: i + 1,
  code: code!,
  name: name!,
  publicName: publicName!,
  expected: i < 3,
  endedOn: null,
}))

export const seats = (
  [
    [1, 'Coordinator'],
    [1, 'Manager'],
    [1, 'Advocate, Church Street'],
    [2, 'Ward sergeant, Church Street'],
    [2, 'Community engagement officer'],
    [3, 'Youth services officer'],
    [3, 'Schools lead'],
    [4, 'Head of year'],
  ] as const
).map(([organisationId, title], i) => ({
  id: i + 1,
  organisationId,
  title,
  endedOn: null,
  holders: [],
}))

export const themes = [
  ['Young people', 'young-people'],
  ['Stop and search', 'stop-and-search'],
  ['Women’s safety', 'womens-safety'],
  ['Trust in the police', 'trust'],
  ['Where we live', 'where-we-live'],
  ['Schools and parents', 'schools-and-parents'],
].map(([name, code], i) => ({ id: i + 1, name: name!, code: code! }))
export const areas = [
  ['Church Street', 'church-street'],
  ['All of Westminster', 'westminster'],
].map(([name, code], i) => ({ id: i + 1, name: name!, code: code! }))

/** A record that says of everything which one it was asked for, and whatever a test needs. */
export const source = (over: Partial<Source> = {}): Source => ({
  concern: () => undefined,
  actionsUnder: () => [],
  roundTable: () => undefined,
  concernsAt: () => [],
  toldOf: () => undefined,
  gapsAt: () => [],
  areHeld: () => false,
  themes: () => [],
  answers: () => [],
  event: () => undefined,
  leaflet: () => undefined,
  programme: () => undefined,
  shownPhoto: () => undefined,
  recordingsOf: () => [],
  readIn: (_concernId, words) => readIn(words, new Map()),
  sessionsOf: () => [],
  matters: () => ({ concerns: [], actions: [] }),
  organisations: () => [],
  organisation: (id) => ({ code: `org-${id}`, name: `organisation ${id}` }),
  label: (id) => (id === null ? null : { code: `a${id}`, name: `Area ${id}` }),
  cameTo: (id) => (id === 2 ? '{stall-2.came}' : ''),
  entriesOf: (ids) => ids.map((id) => `entry-${id}`),
  concernsOfActions: (ids) => ids.map((id) => id + 100),
  leafletAt: (id) => (id === null ? null : `leaflet-${id}`),
  english: () => ({ texts: [], names: [] }),
  ...over,
})
/** Someone at a table: of the first organisation, and here, unless the row says otherwise. */
export const came = (row: Partial<Attendance> = {}): Attendance => ({
  organisationId: 1,
  seatId: null,
  guestRole: null,
  sentRole: null,
  presence: 'present',
  count: 1,
  ...row,
})
