import type { EntryWords } from '../../../src/domain/publishing/kinds/entry.ts'
import type { ToldAction } from '../../../src/domain/publishing/kinds/entry/told-action.ts'
import type { Words } from '../../../src/domain/publishing/kinds/kinds.ts'
import type { Store } from '../../../src/store/store.ts'
import { AT, BREATHLESS, ENDLESS, LONG, TIGHT } from './set-up.ts'

const WITHOUT_END = 'سطرطويل'.repeat(70)
const who = {
  code: 'long',
  name: `The ${'very '.repeat(12)}long-named residents’-and-tenants’-association of Church Street`,
}

const STATUSES: Record<string, ToldAction['status'][]> = {
  done: ['done', 'could-not'],
  'could-not': ['could-not'],
  'under-way': ['under-way', 'not-started'],
  unanswered: ['not-started', 'not-started'],
}

export function makeLong(store: Store): void {
  const by = { personId: store.people.findByEmail('coordinator@mosaic.example')!.id, at: AT }
  const tell = (words: Words): string => {
    const id = store.publications.record(
      { kind: words.kind, concernId: null, roundTableId: null, year: null },
      words,
      [],
      by,
    )
    const publication = store.publications.find(id)!
    return store.publications.recordPublication(publication, publication.drafts[0]!, by)
  }
  const entry = longEntry()
  for (const standing of ['done', 'unanswered', 'could-not', 'under-way'] as const)
    LONG[`long-${standing}`] = tell(entry(standing))
  const slug = LONG['long-done']!
  tell({
    kind: 'translation',
    change: { kind: 'first', words: '' },
    language: 'ar',
    of: { kind: 'entry', slug },
    checked: false,
    names: [],
    pieces: [BREATHLESS, ENDLESS, `${ENDLESS}\n${BREATHLESS}`].map((english) => ({
      english,
      text: WITHOUT_END,
    })),
  })
  LONG.gone = tell(entry('done'))
  const withdraw = (kind: string, slug: string): void => {
    store.publications.recordWithdrawal(
      store.publications.list().find((each) => each.kind === kind && each.slug === slug)!,
      'To protect someone’s privacy.',
      by,
    )
  }
  withdraw('entry', LONG.gone)
  const { change, event, leaflet } = longEvidence(tell, slug)
  const programme = longProgramme(tell, slug, change)
  event()
  programme()
  // The file of one that another has taken the place of is not given out any more: its page says
  // where the newer one is.
  const [first] = store.publications.list().filter((each) => each.kind === 'leaflet')
  LONG.older = first!.slug!
  leaflet(LONG.older)
  for (const [noun, gone] of [
    ['events', event()],
    ['leaflets', leaflet(null)],
    ['programmes', programme()],
  ] as const) {
    LONG[`gone-${noun}`] = gone
    withdraw(noun.slice(0, -1), gone)
  }
  leaflet(null)
}

function longEntry() {
  const action = {
    words: BREATHLESS,
    who,
    helpers: [who, who],
    by: '2021-11',
    kind: 'one-off' as const,
    closed: false,
    lastHeardOn: '2021-09-02',
  }
  const entry = (standing: EntryWords['standing'], over: Partial<EntryWords> = {}): EntryWords => ({
    kind: 'entry',
    change: { kind: 'first', words: '' },
    said: BREATHLESS,
    did: `${ENDLESS}\n${BREATHLESS}`,
    standing,
    on: standing === 'unanswered' ? null : '2021-11-12',
    raisedOn: '2021-08',
    origin: BREATHLESS.slice(0, 80),
    theme: { code: 'long', name: BREATHLESS.slice(0, 90) },
    area: { code: 'long', name: BREATHLESS.slice(0, 90) },
    who: [who, who],
    worked: { strength: 'counted', words: ENDLESS },
    notYetClosed: standing === 'done',
    actions: STATUSES[standing]!.map((status, i) => ({ ...action, status, accepted: i === 0 })),
    trail: Array.from({ length: 30 }, (_, i) => ({
      on: `2021-${String((i % 12) + 1).padStart(2, '0')}-12`,
      words: i % 3 === 0 ? BREATHLESS : ENDLESS,
    })),
    ...over,
  })
  return entry
}

function longEvidence(tell: (words: Words) => string, slug: string) {
  const change = { kind: 'first' as const, words: '' }
  const event = (): string =>
    tell({
      kind: 'event',
      change,
      what: 'survey',
      heldOn: '2021-11-12',
      area: who,
      who: [who, who],
      came: '',
      name: BREATHLESS.slice(0, 120),
      place: TIGHT,
      told: `${ENDLESS} ${BREATHLESS}`,
      worked: { strength: 'counted', words: ENDLESS },
      findings: [
        { words: BREATHLESS.slice(0, 300), entries: [slug] },
        { words: 'Nothing came of it yet.', entries: [] },
      ],
      entries: [slug],
    })
  const leaflet = (replaces: string | null): string =>
    tell({
      kind: 'leaflet',
      change,
      who,
      version: 'v'.repeat(60),
      languages: ['en', 'ar', 'ckb'],
      files: [],
      copies: 40_000,
      title: TIGHT,
      answers: `${BREATHLESS.slice(0, 100)}?`,
      place: TIGHT,
      handed: `${who.name}: ${TIGHT}\n${who.name}: mothers`,
      replaces,
    })
  return { change, event, leaflet }
}

function longProgramme(
  tell: (words: Words) => string,
  slug: string,
  change: { kind: 'first'; words: string },
) {
  const programme = (): string =>
    tell({
      kind: 'programme',
      change,
      who: [who, who],
      startsOn: '2021-11',
      phases: [
        { startsOn: '2021-11', pairings: 40 },
        { startsOn: null, pairings: null },
      ],
      sessions: 3,
      name: TIGHT,
      aim: BREATHLESS,
      length: 'l'.repeat(60),
      agreement: ENDLESS,
      support: BREATHLESS.slice(0, 300),
      handover: BREATHLESS.slice(0, 400),
      outcomes: [
        { words: BREATHLESS.slice(0, 300), strength: 'counted', known: BREATHLESS.slice(0, 300) },
        { words: 'Talk.', strength: null, known: '' },
      ],
      learning: [{ theme: 't'.repeat(80), words: BREATHLESS.slice(0, 400) }],
      opportunities: [
        { words: BREATHLESS.slice(0, 300), entry: slug, became: BREATHLESS.slice(0, 300) },
        { words: 'Mend it.', entry: null, became: '' },
      ],
    })
  return programme
}
