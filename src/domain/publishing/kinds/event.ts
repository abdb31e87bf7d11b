import {
  datedPiece,
  lackOf,
  lackOfWorked,
  nameIn,
  newestFirst,
  pieceOf,
  typedWorked,
  USUAL,
  workedOf,
  WORKED_FIELDS,
  isRewritten,
  lendsItsWords,
} from './usual.ts'
import type { When } from '../../day.ts'
import { eventTermsOf, type EventKind } from '../../evidence/event.ts'
import { FIRST, type Change, type Counts, type Label, type Worked } from '../told.ts'
import { type Field, type Kind } from './kind.ts'

/** Something that was held: where concerns came from, or what shows that something was done. */
export interface EventWords {
  kind: 'event'
  change: Change
  counts?: Counts
  sample?: string[]
  what: EventKind
  heldOn: When | null
  area: Label | null
  who: Label[]
  /** The placeholder of how many came, or nothing where that cannot be told (R17). */
  came: string
  name: string
  place: string
  told: string
  worked: Worked | null
  /** What a survey found, with the entries that came of it. */
  findings: { words: string; entries: string[] }[]
  /** The entries it belongs to: those raised there, and those whose actions it carried out. */
  entries: string[]
}

const FIELDS: Field[] = [
  { name: 'name', label: 'What it is called', most: 120 },
  { name: 'place', label: 'Where', hint: 'A place that everyone knows.', most: 120 },
  {
    name: 'told',
    label: 'What happened',
    hint: 'What it was about, and what people took away.',
    rows: 4,
    most: 1000,
  },
  ...WORKED_FIELDS,
]

export const event: Kind<EventWords> = {
  ...USUAL,
  kind: 'event',
  of: 'eventId',
  name: (words) => words?.name || 'An event',

  begin: (subject, source, today) => {
    const matter = source.event(subject.eventId)
    if (!matter || matter.depth === 'named') return undefined
    const { name, place, topics, tookAway } = eventTermsOf(matter)
    const first = lendsItsWords(matter, {
      name,
      place: place ?? '',
      told: [topics, tookAway].filter(Boolean).join('\n'),
      ...Object.fromEntries(matter.findings.map((each) => [`finding-${each.id}`, each.text])),
    })
    const decision = event.write(subject, source, first, today)
    return decision?.accepted ? decision.value : undefined
  },
  fields: (subject, source) => [
    ...FIELDS,
    ...(source.event(subject.eventId)?.findings ?? []).map(({ id, text }) => ({
      name: `finding-${id}`,
      label: 'What it found, in public words',
      hint: text,
      rows: 2,
      most: 300,
    })),
  ],
  typed: ({ name, place, told, worked, findings }, coversIds) => ({
    name,
    place,
    told,
    ...typedWorked(worked),
    ...Object.fromEntries(findings.map((each, i) => [`finding-${coversIds[i]}`, each.words])),
  }),
  /** Date, place, organisations and numbers are the record's; the words are typed for the public. */
  write: ({ eventId }, source, typed) => {
    const matter = source.event(eventId)
    if (!matter) return undefined
    const { kind, heldOn, areaId, organisations } = eventTermsOf(matter)
    const found = matter.findings
      .map(({ id, concernIds }) => ({ id, concernIds, words: typed(`finding-${id}`) }))
      .filter((each) => each.words !== '')
    const words: EventWords = {
      kind: 'event',
      change: FIRST,
      what: kind,
      heldOn,
      area: source.label(areaId),
      who: organisations.map((each) => source.organisation(each.organisationId)),
      came: source.cameTo(matter.id),
      name: typed('name'),
      place: typed('place'),
      told: typed('told'),
      worked: workedOf(typed),
      findings: found.map((each) => ({
        words: each.words,
        entries: source.entriesOf(each.concernIds),
      })),
      entries: source.entriesOf([
        ...matter.concernIds,
        ...source.concernsOfActions(matter.actionIds),
      ]),
    }
    return { accepted: true, value: { words, coversIds: found.map((each) => each.id) } }
  },
  hasChanged: (words, coversIds, subject, source) =>
    isRewritten(event, words, coversIds, subject, source),
  hasMovedOn: (words, coversIds, subject, source) =>
    isRewritten(event, words, coversIds, subject, source),

  pieces: (words) => [
    datedPiece('name', words.name, [words.heldOn]),
    pieceOf('place', words.place),
    datedPiece('told', words.told, [words.heldOn]),
    pieceOf('worked', words.worked?.words),
    ...[words.area, ...words.who].map((label) => nameIn('told', label)),
    ...words.findings.map((each) => pieceOf('findings', each.words)),
    { field: 'came', text: words.came, read: false },
  ],
  lacks: (words) => [
    ...lackOf('name', words.name, 'Give it a name that residents know'),
    ...lackOf(
      'told',
      words.heldOn ?? '',
      'Say on the event’s own page when it was. A month will do',
    ),
    ...lackOf('told', words.told, 'Say what happened'),
    ...lackOfWorked(words.worked),
  ],
  named: (words) => words.who.map((label) => label.code),
  covers: () => 'findings',

  slug: (words, _subject, on) => ({ in: words.heldOn ?? on }),
  inOrder: (a, b) => newestFirst(a.words.heldOn, b.words.heldOn) || b.slug.localeCompare(a.slug),
  page: {
    path: 'events',
    folder: 'evidence/events',
    as: 'event',
    heading: 'happened.title',
    title: (words) => words.name,
    description: (words) => words.told,
  },
  isToldAnew: true,
  takesNumbers: true,
  isTranslated: true,
  parts: { words: 'fields', preview: 'page', source: 'evidence' },
}
