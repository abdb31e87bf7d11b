import t from 'tap'
import type { Event } from '../../../../../src/domain/evidence/event.ts'
import { event as ofEvent } from '../../../../../src/domain/publishing/kinds/event.ts'
import type { Kind, Typed } from '../../../../../src/domain/publishing/kinds/kind.ts'
import { leaflet as ofLeaflet } from '../../../../../src/domain/publishing/kinds/leaflet.ts'
import { programme as ofProgramme } from '../../../../../src/domain/publishing/kinds/programme.ts'
import { year } from '../../../../../src/domain/publishing/kinds/year.ts'
import { passagesOf, textsOf } from '../../../../../src/domain/publishing/pieces.ts'
import type { Told } from '../../../../../src/domain/publishing/told.ts'
import { AT, TODAY } from '../../../make.ts'
import {
  leaflet,
  leafletWords,
  type Matters,
  programme,
  programmeWords,
  record,
  SECRET,
  typing,
  written,
} from './set-up.ts'

const eventWords = (of: Event, typed: Typed) => written(ofEvent, { event: of }, typed)
/** What is typed already when it is begun. */
const first = <W extends Told>(kind: Kind<W>, matters: Matters): Record<string, string> => {
  const begun = kind.begin({ kind: kind.kind }, record(matters), TODAY)
  if (!begun) return {}
  const typed = Object.entries(kind.typed(begun.words, begun.coversIds))
  return Object.fromEntries(typed.filter(([, text]) => text !== ''))
}
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
