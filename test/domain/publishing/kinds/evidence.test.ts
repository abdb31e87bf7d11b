import { passagesOf, textsOf } from '../../../../src/domain/publishing/pieces.ts'
import t from 'tap'
import { event as ofEvent } from '../../../../src/domain/publishing/kinds/event.ts'
import type { Drafted, Kind, Typed } from '../../../../src/domain/publishing/kinds/kind.ts'
import { leaflet as ofLeaflet } from '../../../../src/domain/publishing/kinds/leaflet.ts'
import { programme as ofProgramme } from '../../../../src/domain/publishing/kinds/programme.ts'
import { year } from '../../../../src/domain/publishing/kinds/year.ts'
import type { Told } from '../../../../src/domain/publishing/told.ts'
import type { Event } from '../../../../src/domain/evidence/event.ts'
import type { Leaflet } from '../../../../src/domain/evidence/leaflet.ts'
import type { Point, Programme } from '../../../../src/domain/evidence/programme.ts'
import type { UnrecordedSession } from '../../../../src/domain/evidence/unrecorded-session.ts'
import { AT, source, TODAY } from '../../make.ts'

type Matters = { event?: Event; leaflet?: Leaflet; programme?: Programme }
const record = (matters: Matters, sessions: UnrecordedSession[] = []) =>
  source({
    event: () => matters.event,
    leaflet: () => matters.leaflet,
    programme: () => matters.programme,
    sessionsOf: () => sessions,
    organisation: (id) => ({ code: `o${id}`, name: `Organisation ${id}` }),
  })
/** The words of a kind for what was typed. */
const written = <W extends Told>(
  kind: Kind<W>,
  matters: Matters,
  typed: Typed,
  sessions: UnrecordedSession[] = [],
): Drafted<W> => {
  const decision = kind.write({ kind: kind.kind }, record(matters, sessions), typed, TODAY)
  if (!decision?.accepted) throw new Error('nothing was written')
  return decision.value
}
const eventWords = (of: Event, typed: Typed) => written(ofEvent, { event: of }, typed)
const leafletWords = (of: Leaflet, typed: Typed) => written(ofLeaflet, { leaflet: of }, typed)
const programmeWords = (of: Programme, typed: Typed, sessions: UnrecordedSession[] = []) =>
  written(ofProgramme, { programme: of }, typed, sessions)
/** What is typed already when it is begun. */
const first = <W extends Told>(kind: Kind<W>, matters: Matters): Record<string, string> => {
  const begun = kind.begin({ kind: kind.kind }, record(matters), TODAY)
  if (!begun) return {}
  const typed = Object.entries(kind.typed(begun.words, begun.coversIds))
  return Object.fromEntries(typed.filter(([, text]) => text !== ''))
}
const typing =
  (typed: Record<string, string>): Typed =>
  (field) =>
    typed[field] ?? ''
const SECRET = 'What the table wrote'
const event = (over: Partial<Event> = {}): Event => ({
  id: 2,
  depth: 'table',
  ground: null,
  list: [],
  seriesId: null,
  createdAt: AT,
  taps: [],
  options: [],
  concernIds: [4],
  actionIds: [5],
  terms: [
    {
      id: 1,
      kind: 'survey',
      name: SECRET,
      heldOn: '2021-11',
      startsAt: null,
      place: SECRET,
      areaId: 3,
      headCount: 42,
      topics: SECRET,
      tookAway: SECRET,
      organisations: [{ organisationId: 1, brought: SECRET }],
      personId: 1,
      at: AT,
    },
  ],
  findings: [
    { id: 7, text: SECRET, concernIds: [8] },
    { id: 9, text: SECRET, concernIds: [] },
  ],
  ...over,
})
const leaflet = (copies: (number | null)[]): Leaflet => ({
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
const programme = (over: Partial<Programme> = {}): Programme => ({
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

t.test(
  'R9, R12: nothing that the table wrote gets into public words by itself; only dates, organisations and placeholders do',
  async (t) => {
    const all = [eventWords(event(), typing({})), programmeWords(programme(), typing({}))]
    for (const { words } of all) t.notMatch(JSON.stringify(words), SECRET)
    t.match(all[0]!.words, {
      kind: 'event',
      what: 'survey',
      heldOn: '2021-11',
      area: { code: 'a3' },
      who: [{ code: 'o1' }],
      came: '{stall-2.came}',
      entries: ['entry-4', 'entry-105'],
      findings: [],
      worked: null,
    })
    t.same(first(ofEvent, { event: event() }), {})
    t.same(first(ofProgramme, { programme: programme() }), {})
    t.same(first(ofEvent, { event: event({ depth: 'named' }) }), {})
    t.match(
      first(ofEvent, { event: event({ depth: 'public' }) }),
      { name: SECRET, 'finding-7': SECRET },
      'public depth says that it may be drafted from',
    )
    t.match(
      first(ofLeaflet, { leaflet: leaflet([]) }),
      { title: 'Title', answers: 'Question' },
      'a leaflet is made to be read by everyone',
    )
  },
)

t.test(
  'what was typed comes back into its own field, whichever of its lines were left out',
  async (t) => {
    const typed = {
      name: 'Survey',
      place: 'Square',
      told: 'Much',
      strength: 'told',
      worked: 'Well',
      'finding-9': 'Found',
    }
    const told = eventWords(event(), typing(typed))
    t.same(told.coversIds, [9])
    t.same(ofEvent.typed(told.words, told.coversIds), typed)
    const spoken = { version: '2', title: 'T', answers: 'A', place: 'P', handed: 'H' }
    t.same(ofLeaflet.typed(leafletWords(leaflet([]), typing(spoken)).words, []), spoken)
    const scheme = {
      name: 'N',
      aim: 'A',
      length: 'L',
      agreement: 'G',
      support: 'S',
      handover: 'H',
      'point-1': 'Wanted',
      'known-1': 'Known',
      'point-2': 'Learned',
      'theme-2': 'Theme',
      'point-3': 'Could',
      'became-3': 'Became',
    }
    const whole = programmeWords(programme(), typing(scheme))
    t.same(ofProgramme.typed(whole.words, whole.coversIds), scheme)
    const { 'point-1': _one, 'known-1': _known, ...rest } = scheme
    const part = programmeWords(programme(), typing(rest))
    t.same(ofProgramme.typed(part.words, part.coversIds), rest)
    t.same(
      year.typed(
        { kind: 'year', change: { kind: 'first', words: '' }, year: '2021', grounds: [] },
        [],
      ),
      {},
    )
  },
)

t.test('R17: copies are told in whole tens, and neither copies nor pairs below ten', async (t) => {
  const told = (...copies: (number | null)[]) => {
    const { words } = leafletWords(leaflet(copies), typing({}))
    return words.copies
  }
  t.same(
    [told(), told(null), told(9), told(9, null), told(5, 5), told(46), told(40, 9), told(100)],
    [null, null, null, null, 10, 40, 40, 100],
  )
  t.same(
    programmeWords(programme(), typing({})).words.phases.map((each) => each.pairings),
    [11, null],
  )
})

t.test(
  'R13: the words of a leaflet hold the fingerprint of each file, so that other bytes are other words',
  async (t) => {
    const { words } = leafletWords(leaflet([]), typing({}))
    t.match(words, {
      files: [{ language: 'en', hash: 'h', size: 10 }],
      who: null,
      languages: ['en', 'ar'],
      replaces: 'leaflet-6',
    })
    t.same(
      Object.keys(words.files[0]!),
      ['language', 'hash', 'size'],
      'and not who put it there, nor when',
    )
  },
)

t.test(
  'R11: a point of a programme that is held in private is told by nobody, and R16: sessions are a number of sessions',
  async (t) => {
    const { words, coversIds } = programmeWords(
      programme(),
      typing({ 'point-3': 'Could', 'point-4': 'Held', 'became-4': 'Held' }),
      [{ headCount: 22 }, { headCount: null }] as UnrecordedSession[],
    )
    t.same(coversIds, [3])
    t.same(words.opportunities, [{ words: 'Could', entry: 'entry-105', became: '' }])
    t.equal(words.sessions, 1)
  },
)

t.test('R12: every typed word is checked, and every word that is read is translated', async (t) => {
  const all =
    (prefix: string): Typed =>
    (field) =>
      field === 'strength' ? 'told' : `${prefix} ${field}`
  for (const { words } of [
    eventWords(event(), all('typed')),
    leafletWords(leaflet([]), all('typed')),
    programmeWords(programme(), all('typed')),
  ]) {
    const typed = [...JSON.stringify(words).matchAll(/typed [a-z]+(-\d+)?/g)].map(([text]) => text)
    t.ok(typed.length >= 4)
    for (const text of typed) {
      t.ok(
        passagesOf(words).some((part) => part.text === text),
        `${words.kind}: ${text} is checked`,
      )
      t.ok(textsOf(words).includes(text), `${words.kind}: ${text} is translated`)
    }
  }
})
