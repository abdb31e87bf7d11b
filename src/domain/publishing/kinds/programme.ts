import { lackOf, nameIn, newestFirst, pieceOf, USUAL, isRewritten, lendsItsWords } from './usual.ts'
import type { When } from '../../day.ts'
import {
  pointsOf,
  programmeTermsOf,
  sightOf,
  type Point,
  type PointKind,
  type Programme,
} from '../../evidence/programme.ts'
import { tellable } from '../../evidence/small-numbers.ts'
import { FIRST, type Change, type Counts, type Label, type Strength } from '../told.ts'
import { type Field, type Kind, type Source, type Typed } from './kind.ts'
import { pointFields, typedPoints } from './programme/points.ts'

/**
 * A programme: what it is for, what was agreed and learned, and what became of its opportunities.
 */
export interface ProgrammeWords {
  kind: 'programme'
  change: Change
  counts?: Counts
  sample?: string[]
  who: Label[]
  startsOn: When | null
  /**
   * Pairs by phase, nothing below ten (R17); and sessions that are not recorded, as a number of
   * sessions (R16).
   */
  phases: { startsOn: When | null; pairings: number | null }[]
  sessions: number
  name: string
  aim: string
  length: string
  agreement: string
  support: string
  handover: string
  outcomes: { words: string; strength: Strength | null; known: string }[]
  learning: { theme: string; words: string }[]
  /** What became of each stands in its entry; where it has none, in words. */
  opportunities: { words: string; entry: string | null; became: string }[]
}

type Name = 'name' | 'aim' | 'length' | 'agreement' | 'support' | 'handover'

const FIELDS: (Field & { name: Name })[] = [
  { name: 'name', label: 'What it is called', most: 120 },
  { name: 'aim', label: 'What it is for', rows: 3, most: 600 },
  { name: 'length', label: 'How long', most: 60 },
  { name: 'agreement', label: 'What the group agreed among itself', rows: 3, most: 600 },
  {
    name: 'support',
    label: 'What support there is',
    hint: 'Never who used it.',
    rows: 2,
    most: 300,
  },
  {
    name: 'handover',
    label: 'How it is handed on',
    hint: 'Roles, and never names.',
    rows: 2,
    most: 400,
  },
]

export const programme: Kind<ProgrammeWords> = {
  ...USUAL,
  kind: 'programme',
  of: 'programmeId',
  name: (words) => words?.name || 'A programme',

  begin: (subject, source, today) => {
    const matter = source.programme(subject.programmeId)
    if (!matter || matter.depth === 'named') return undefined
    const { name, aim, length, agreement, support } = programmeTermsOf(matter)
    const own = { name, aim, length, agreement, support, ...ownPoints(matter) }
    const first = lendsItsWords(matter, own)
    const decision = programme.write(subject, source, first, today)
    return decision?.accepted ? decision.value : undefined
  },
  fields: ({ programmeId }, source) => {
    const matter = source.programme(programmeId)
    return [...FIELDS, ...(matter ? pointFields(matter) : [])]
  },
  typed: (words, coversIds) => ({
    ...Object.fromEntries(FIELDS.map(({ name }) => [name, words[name]])),
    ...typedPoints(words, coversIds),
  }),
  /** Partners, phases and what became of opportunities are the record's; the words are typed. */
  write: ({ programmeId }, source, typed) => {
    const matter = source.programme(programmeId)
    if (!matter) return undefined
    const told = (kind: PointKind): Point[] => toldPoints(matter, kind, typed)
    const points = {
      outcomes: told('outcome'),
      learning: told('learning'),
      opportunities: told('opportunity'),
    }
    const words: ProgrammeWords = {
      ...factsOf(matter, source),
      ...(Object.fromEntries(FIELDS.map(({ name }) => [name, typed(name)])) as Record<
        Name,
        string
      >),
      ...wordsOfPoints(points, source, typed),
    }
    const coversIds = [...points.outcomes, ...points.learning, ...points.opportunities]
    return { accepted: true, value: { words, coversIds: coversIds.map((point) => point.id) } }
  },
  hasChanged: (words, coversIds, subject, source) =>
    isRewritten(programme, words, coversIds, subject, source),
  hasMovedOn: (words, coversIds, subject, source) =>
    isRewritten(programme, words, coversIds, subject, source),

  pieces: (words) => [
    ...FIELDS.map(({ name }) => pieceOf(name, words[name])),
    ...words.who.map((label) => nameIn('name', label)),
    ...words.outcomes.flatMap((each) => [
      pieceOf('outcomes', each.words),
      pieceOf('outcomes', each.known),
    ]),
    ...words.learning.flatMap((each) => [
      pieceOf('learning', each.theme),
      pieceOf('learning', each.words),
    ]),
    ...words.opportunities.flatMap((each) => [
      pieceOf('opportunities', each.words),
      pieceOf('opportunities', each.became),
    ]),
  ],
  lacks: (words) => [
    ...lackOf('name', words.name, 'Give it a name that residents know'),
    ...lackOf('aim', words.aim, 'Say what it is for'),
    ...words.outcomes
      .filter((each) => each.strength && each.strength !== 'early')
      .flatMap((each) => lackOf('outcomes', each.known, `Say what is known of “${each.words}”`)),
  ],
  named: (words) => words.who.map((label) => label.code),
  covers: () => 'points',

  slug: (words, _subject, on) => ({ in: words.startsOn ?? on }),
  inOrder: (a, b) => newestFirst(a.words.startsOn, b.words.startsOn),
  page: {
    path: 'programmes',
    folder: 'evidence/programmes',
    as: 'programme',
    heading: 'programmes.title',
    title: (words) => words.name,
    description: (words) => words.aim,
  },
  isToldAnew: true,
  isTranslated: true,
  parts: { words: 'fields', preview: 'page', source: 'evidence' },
}

const factsOf = (
  matter: Programme,
  source: Source,
): Pick<ProgrammeWords, 'kind' | 'change' | 'who' | 'startsOn' | 'sessions' | 'phases'> => {
  const { startsOn, partnerIds } = programmeTermsOf(matter)
  return {
    kind: 'programme',
    change: FIRST,
    who: partnerIds.map(source.organisation),
    startsOn,
    sessions: source.sessionsOf(matter.id).filter((each) => each.headCount !== null).length,
    phases: matter.phases.map((phase) => ({
      startsOn: phase.startsOn,
      pairings: tellable(phase.pairings),
    })),
  }
}

const toldPoints = (matter: Programme, kind: PointKind, typed: Typed): Point[] =>
  pointsOf(matter, kind).filter((point) => !point.isHeld && typed(`point-${point.id}`) !== '')

const wordsOfPoints = (
  points: Record<'outcomes' | 'learning' | 'opportunities', Point[]>,
  source: Source,
  typed: Typed,
): Pick<ProgrammeWords, 'outcomes' | 'learning' | 'opportunities'> => {
  const words = ({ id }: Point): string => typed(`point-${id}`)
  const concernsOf = ({ steps }: Point): number[] => [
    ...steps.flatMap((step) => step.concernId ?? []),
    ...source.concernsOfActions(steps.flatMap((step) => step.actionId ?? [])),
  ]
  return {
    outcomes: points.outcomes.map((point) => ({
      words: words(point),
      strength: sightOf(point)?.strength ?? null,
      known: typed(`known-${point.id}`),
    })),
    learning: points.learning.map((point) => ({
      theme: typed(`theme-${point.id}`),
      words: words(point),
    })),
    opportunities: points.opportunities.map((point) => ({
      words: words(point),
      entry: source.entriesOf(concernsOf(point))[0] ?? null,
      became: typed(`became-${point.id}`),
    })),
  }
}

/** What the programme itself says of its points, where that may be drafted from. */
const ownPoints = ({ points }: Programme): Record<string, string> =>
  Object.fromEntries(
    points
      .filter((point) => !point.isHeld)
      .flatMap(({ id, text, theme, steps, ...point }) => [
        [`point-${id}`, text],
        ...(theme ? [[`theme-${id}`, theme]] : []),
        [`known-${id}`, sightOf({ id, text, theme, steps, ...point })?.words ?? ''],
        [`became-${id}`, steps.flatMap((step) => step.words || []).join(' ')],
      ]),
  )
