import type { Strength } from '../publishing/told.ts'
import { conflict, decide, refuse, type Decision } from '../decision.ts'
import type { When } from '../day.ts'
import type { Depth } from '../depth.ts'

export const POINT_KINDS = ['outcome', 'learning', 'opportunity'] as const
export type PointKind = (typeof POINT_KINDS)[number]

/** What is written of a programme, each time it was: the newest counts. */
export interface ProgrammeTerms {
  id: number
  name: string
  aim: string
  startsOn: When | null
  /** How long it runs, in words, such as six months. */
  length: string
  /** What the group agreed among itself, such as that sessions are not recorded. */
  agreement: string
  /** What help there is, and never who used it. */
  support: string
  partnerIds: number[]
  personId: number
  at: string
}

/** One round of it: how many pairs, and who carries on after it, by role and never by name. */
export interface Phase {
  id: number
  name: string
  startsOn: When | null
  pairings: number | null
  handovers: Handover[]
}
export interface Handover {
  id: number
  organisationId: number
  fromRole: string
  toRole: string
  at: string
}

/** What is known of a desired outcome, and on what evidence. */
export interface Sight {
  id: number
  strength: Strength
  words: string
  personId: number
  at: string
}
/** What became of an opportunity: a concern, an action, or how it is done from now on. */
export interface StepOn {
  id: number
  concernId: number | null
  actionId: number | null
  words: string | null
  at: string
}

/** A desired outcome, something learned (under a theme), or an opportunity to take forward. */
export interface Point {
  id: number
  kind: PointKind
  theme: string | null
  text: string
  sights: Sight[]
  steps: StepOn[]
  /** Held with the matter it became (R9): its words are that matter's. */
  isHeld: boolean
}

/** Something longer with a life of its own, such as a mentoring scheme. */
export interface Programme {
  id: number
  depth: Depth
  ground: string | null
  list: number[]
  createdAt: string
  terms: ProgrammeTerms[]
  phases: Phase[]
  points: Point[]
  /** Who took part and agrees that those who sign in may see their name. */
  alumniIds: number[]
}

export type ProgrammeWritten = Omit<ProgrammeTerms, 'id' | 'personId' | 'at'>

export const programmeTermsOf = (programme: Programme): ProgrammeTerms => programme.terms.at(-1)!
export const pointsOf = (programme: Programme, kind: PointKind): Point[] =>
  programme.points.filter((point) => point.kind === kind)
export const sightOf = (point: Point): Sight | undefined => point.sights.at(-1)
/** What was learned, theme by theme, in the order the themes came up. */
export const learningByTheme = (programme: Programme): [theme: string, points: Point[]][] => [
  ...Map.groupBy(pointsOf(programme, 'learning'), (point) => point.theme ?? ''),
]

export const writeProgramme = (written: ProgrammeWritten): Decision<ProgrammeWritten> =>
  decide(
    [
      !written.name.trim() && {
        field: 'name',
        reason: 'Give it a name, like “Police and council mentoring scheme”',
      },
      !written.aim.trim() && { field: 'aim', reason: 'Say in a sentence what it is for' },
    ],
    () => written,
  )

/**
 * New words for a programme. Someone else's newer ones are a conflict, and not a lost change (R23).
 */
export const rewriteProgramme = (
  programme: Programme,
  written: ProgrammeWritten,
  basedOn: number,
): Decision<ProgrammeWritten> =>
  programmeTermsOf(programme).id !== basedOn
    ? conflict('Someone else changed this while you were writing')
    : writeProgramme(written)

export const beginPhase = (
  programme: Programme,
  phase: Pick<Phase, 'name' | 'startsOn' | 'pairings'>,
): Decision<typeof phase> =>
  decide(
    [
      !phase.name.trim() && { field: 'name', reason: 'Call it something, like “First phase”' },
      programme.phases.some((each) => each.name === phase.name.trim()) && {
        field: 'name',
        reason:
          'There is a phase of this name already. Call this one something else, or take the other out first',
      },
      phase.pairings === 0 && {
        field: 'pairings',
        reason: 'Write how many pairs, or leave it empty',
      },
    ],
    () => ({ ...phase, name: phase.name.trim() }),
  )

/** A phase that someone carries on from stays until that is taken out. */
export const endPhase = (phase: Phase): Decision<Phase> =>
  phase.handovers.length > 0
    ? refuse('name', 'Take out who carries on first')
    : { accepted: true, value: phase }

/** The members of a phase say who carries on. Roles, and never names. */
export const handOver = (handover: {
  organisationId: number | null
  fromRole: string
  toRole: string
}): Decision<Omit<Handover, 'id' | 'at'>> =>
  decide(
    [
      handover.organisationId === null && {
        field: 'organisationId',
        reason: 'Choose the organisation of the one who carries on',
      },
      !handover.fromRole.trim() && {
        field: 'fromRole',
        reason: 'Say who hands on, by role, like “a council officer”',
      },
      !handover.toRole.trim() && {
        field: 'toRole',
        reason: 'Say who carries on, by role, like “an inspector”',
      },
    ],
    () => ({
      organisationId: handover.organisationId!,
      fromRole: handover.fromRole.trim(),
      toRole: handover.toRole.trim(),
    }),
  )

export const addPoint = (
  programme: Programme,
  point: { kind: PointKind; theme: string; text: string },
): Decision<{ kind: PointKind; theme: string | null; text: string }> =>
  decide(
    [
      !point.text.trim() && { field: 'text', reason: 'Write it in a sentence or two' },
      point.kind === 'learning' &&
        !point.theme.trim() && {
          field: 'theme',
          reason: 'Name the theme, like “Communication styles”',
        },
      programme.points.some(
        (each) => each.kind === point.kind && !each.isHeld && each.text === point.text.trim(),
      ) && { field: 'text', reason: 'This is written down already' },
    ],
    () => ({
      kind: point.kind,
      theme: point.kind === 'learning' ? point.theme.trim() : null,
      text: point.text.trim(),
    }),
  )

/**
 * Says what is known of a desired outcome. What is counted or told needs words; what is too early
 * may have none. What someone else said meanwhile is a conflict (R23).
 */
export const seeOutcome = (
  point: Point,
  sight: { strength: Strength | ''; words: string },
  basedOn: number | null,
): Decision<{ strength: Strength; words: string }> =>
  (sightOf(point)?.id ?? null) !== basedOn
    ? conflict('Someone else said something of this while you were writing')
    : decide(
        [
          point.kind !== 'outcome' && { field: 'words', reason: 'Only a desired outcome has this' },
          sight.strength === '' && { field: 'strength', reason: 'Choose how you know' },
          sight.strength !== 'early' &&
            sight.strength !== '' &&
            !sight.words.trim() && { field: 'words', reason: 'Say in one sentence what is known' },
        ],
        () => ({ strength: sight.strength as Strength, words: sight.words.trim() }),
      )

/** What became of an opportunity in words: it is done so from now on, or was set aside, and why. */
export const sayWhatBecame = (point: Point, words: string): Decision<string> =>
  point.kind !== 'opportunity'
    ? refuse('words', 'Only an opportunity is taken forward')
    : words.trim()
      ? { accepted: true, value: words.trim() }
      : refuse('words', 'Say what became of it, or why it was set aside')

/** What has become a matter of its own stays, so that the one is found from the other. */
export const takeOut = (point: Point): Decision<Point> =>
  point.steps.length > 0
    ? refuse('text', 'Something came of this, so it stays')
    : { accepted: true, value: point }
