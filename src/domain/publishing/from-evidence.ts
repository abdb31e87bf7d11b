import { eventTermsOf, type Event } from '../evidence/event.ts'
import { inTens, tellable } from '../evidence/small-numbers.ts'
import { handedOut, leafletTermsOf, type Leaflet } from '../evidence/leaflet.ts'
import {
  pointsOf,
  sightOf,
  programmeTermsOf,
  type Point,
  type Programme,
} from '../evidence/programme.ts'
import {
  FIRST,
  type EventWords,
  type Label,
  type LeafletWords,
  type ProgrammeWords,
  type Strength,
  type Words,
} from './words.ts'
import type { UnrecordedSession } from '../evidence/unrecorded-session.ts'

/** What someone typed, by the name of the field; an empty text where nothing was. */
export type Typed = (field: string) => string
/** Public words, and the ids of what on the record stands in them, in their order. */
export interface Drafted<W extends Words> {
  words: W
  coversIds: number[]
}

/** What the facts of an event, a leaflet or a programme are called and where they are told. */
export interface Around {
  label: (organisationId: number) => Label
  area: (areaId: number | null) => Label | null
  /** The placeholder of a number that may be told, or nothing. */
  number: (eventId: number, what: 'came') => string
  /** Addresses of the entries that are public now and tell of these concerns. */
  entriesOf: (concernIds: number[]) => string[]
  concernsOfActions: (actionIds: number[]) => number[]
  /** The address of a leaflet that is public now. */
  leaflet: (leafletId: number | null) => string | null
}

/**
 * What was held: date, place, organisations and numbers from the record, and words that were typed
 * for the public.
 */
export const eventWords = (event: Event, around: Around, typed: Typed): Drafted<EventWords> => {
  const { kind, heldOn, areaId, organisations } = eventTermsOf(event)
  const findings = event.findings
    .map((finding) => ({
      id: finding.id,
      words: typed(`finding-${finding.id}`),
      entries: around.entriesOf(finding.concernIds),
    }))
    .filter((each) => each.words !== '')
  return {
    coversIds: findings.map((each) => each.id),
    words: {
      kind: 'event',
      change: FIRST,
      what: kind,
      heldOn,
      area: around.area(areaId),
      who: organisations.map((each) => around.label(each.organisationId)),
      came: around.number(event.id, 'came'),
      name: typed('name'),
      place: typed('place'),
      told: typed('told'),
      worked: workedOf(typed),
      findings: findings.map(({ words, entries }) => ({ words, entries })),
      entries: around.entriesOf([
        ...event.concernIds,
        ...around.concernsOfActions(event.actionIds),
      ]),
    },
  }
}

/**
 * Something to hand out: whose it is, its files and how many went, and words that were typed for
 * the public.
 */
export const leafletWords = (
  leaflet: Leaflet,
  around: Around,
  typed: Typed,
): Drafted<LeafletWords> => {
  const { organisationId, languages, replacesId } = leafletTermsOf(leaflet)
  return {
    coversIds: [],
    words: {
      kind: 'leaflet',
      change: FIRST,
      who: organisationId === null ? null : around.label(organisationId),
      languages,
      files: leaflet.files.map(({ language, hash, size }) => ({ language, hash, size })),
      copies: inTens(handedOut(leaflet)),
      replaces: around.leaflet(replacesId),
      version: typed('version'),
      title: typed('title'),
      answers: typed('answers'),
      place: typed('place'),
      handed: typed('handed'),
    },
  }
}

/**
 * A programme: partners, phases and what became of its opportunities from the record, and words
 * that were typed for the public.
 */
export const programmeWords = (
  programme: Programme,
  sessions: UnrecordedSession[],
  around: Around,
  typed: Typed,
): Drafted<ProgrammeWords> => {
  const { startsOn, partnerIds } = programmeTermsOf(programme)
  const told = (kind: Point['kind']): Point[] =>
    pointsOf(programme, kind).filter((point) => !point.isHeld && typed(`point-${point.id}`) !== '')
  const words = (point: Point): string => typed(`point-${point.id}`)
  const [outcomes, learning, opportunities] = [
    told('outcome'),
    told('learning'),
    told('opportunity'),
  ]
  const concernsOf = (point: Point): number[] => [
    ...point.steps.flatMap((step) => step.concernId ?? []),
    ...around.concernsOfActions(point.steps.flatMap((step) => step.actionId ?? [])),
  ]
  return {
    coversIds: [...outcomes, ...learning, ...opportunities].map((point) => point.id),
    words: {
      kind: 'programme',
      change: FIRST,
      who: partnerIds.map(around.label),
      startsOn,
      sessions: sessions.filter((each) => each.headCount !== null).length,
      phases: programme.phases.map((phase) => ({
        startsOn: phase.startsOn,
        pairings: tellable(phase.pairings),
      })),
      name: typed('name'),
      aim: typed('aim'),
      length: typed('length'),
      agreement: typed('agreement'),
      support: typed('support'),
      handover: typed('handover'),
      outcomes: outcomes.map((point) => ({
        words: words(point),
        strength: sightOf(point)?.strength ?? null,
        known: typed(`known-${point.id}`),
      })),
      learning: learning.map((point) => ({
        theme: typed(`theme-${point.id}`),
        words: words(point),
      })),
      opportunities: opportunities.map((point) => ({
        words: words(point),
        entry: around.entriesOf(concernsOf(point))[0] ?? null,
        became: typed(`became-${point.id}`),
      })),
    },
  }
}

/** What was typed for some words, by the name of its field: what the form shows again. */
export const typedFor = (words: Words, coversIds: number[]): Record<string, string> => {
  const by = (prefix: string, texts: string[], from = 0): [string, string][] =>
    texts.map((text, i) => [`${prefix}-${coversIds[from + i]}`, text])
  switch (words.kind) {
    case 'event':
      return {
        name: words.name,
        place: words.place,
        told: words.told,
        strength: words.worked?.strength ?? '',
        worked: words.worked?.words ?? '',
        ...Object.fromEntries(
          by(
            'finding',
            words.findings.map((each) => each.words),
          ),
        ),
      }
    case 'leaflet': {
      const { version, title, answers, place, handed } = words
      return { version, title, answers, place, handed }
    }
    case 'programme': {
      const { name, aim, length, agreement, support, handover, outcomes, learning, opportunities } =
        words
      const [second, third] = [outcomes.length, outcomes.length + learning.length]
      return {
        name,
        aim,
        length,
        agreement,
        support,
        handover,
        ...Object.fromEntries([
          ...by(
            'point',
            [...outcomes, ...learning, ...opportunities].map((each) => each.words),
          ),
          ...by(
            'known',
            outcomes.map((each) => each.known),
          ),
          ...by(
            'theme',
            learning.map((each) => each.theme),
            second,
          ),
          ...by(
            'became',
            opportunities.map((each) => each.became),
            third,
          ),
        ]),
      }
    }
    default:
      return {}
  }
}

/**
 * What the public words begin with. A leaflet is made to be read by everyone; an event or a
 * programme lends its own words only at public depth, which says that they may be drafted from.
 * Else every word is typed anew (R9, R12).
 */
export const firstTyped = (
  subject: { event?: Event; leaflet?: Leaflet; programme?: Programme },
  label: (organisationId: number) => Label,
): Record<string, string> => {
  const { event, leaflet, programme } = subject
  if (leaflet) {
    const { title, version, answers, place } = leafletTermsOf(leaflet)
    return {
      title,
      version,
      answers,
      place,
      handed: leaflet.handings
        .map((each) => `${label(each.organisationId).name}: ${each.toWhom}`)
        .join('\n'),
    }
  }
  if (event?.depth === 'public') {
    const { name, place, topics, tookAway } = eventTermsOf(event)
    return {
      name,
      place: place ?? '',
      told: [topics, tookAway].filter(Boolean).join('\n'),
      ...Object.fromEntries(event.findings.map((each) => [`finding-${each.id}`, each.text])),
    }
  }
  if (programme?.depth === 'public') {
    const { name, aim, length, agreement, support } = programmeTermsOf(programme)
    return {
      name,
      aim,
      length,
      agreement,
      support,
      handover: '',
      ...Object.fromEntries(
        programme.points
          .filter((point) => !point.isHeld)
          .flatMap((point) => [
            [`point-${point.id}`, point.text],
            ...(point.theme ? [[`theme-${point.id}`, point.theme]] : []),
            [`known-${point.id}`, sightOf(point)?.words ?? ''],
            [
              `became-${point.id}`,
              point.steps
                .map((step) => step.words)
                .filter(Boolean)
                .join(' '),
            ],
          ]),
      ),
    }
  }
  return {}
}

const workedOf = (typed: Typed): EventWords['worked'] =>
  typed('strength') === ''
    ? null
    : { strength: typed('strength') as Strength, words: typed('worked') }
