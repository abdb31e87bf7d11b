import type { ComesFirst } from './entry/comes-first.ts'
import { coversOf, datesOf, factsOf, originOf } from './entry/facts.ts'
import { movedFrom } from './entry/moved.ts'
import { lacksOfActions, lacksOfPair, lacksOfResult } from './entry/lacks.ts'
import {
  fieldsOfPassedOn,
  firstPassedOn,
  hasPassedSince,
  lacksOfPassedOn,
  passedOnOf,
  piecesOfPassedOn,
  typedPassedOn,
  type ToldPassing,
} from './entry/passed-on.ts'
import type { ToldAction } from './entry/told-action.ts'
import { inBoardOrder } from './entry/order.ts'
import { isReadOtherwise, recordingsIn, type ToldRecording } from '../recordings.ts'
import { firstSteps, parseSteps, sayStep } from './entry/trail.ts'
import {
  datedPiece,
  isSame,
  nameIn,
  pieceOf,
  typedWorked,
  USUAL,
  workedOf,
  WORKED_FIELDS,
} from './usual.ts'
import type { Standing } from '../../concerns/standing.ts'
import { wordingOf } from '../../concerns/concern.ts'
import { sayWhen, type When } from '../../day.ts'
import { monthTitle } from '../../round-tables/round-table.ts'
import { FIRST, type Change, type Counts, type Label, type Step, type Worked } from '../told.ts'
import { type Field, type Kind, type Piece } from './kind.ts'

/** The public pair for one concern: what residents said, and what became of it. */
export interface EntryWords {
  kind: 'entry'
  change: Change
  counts?: Counts
  sample?: string[]
  said: string
  did: string
  standing: Standing
  on: When | null
  raisedOn: When
  origin: string
  /** What it is about first of all: it counts under this one. */
  theme: Label | null
  /** ... and what else it is found under. */
  alsoAbout?: Label[] | undefined
  area: Label | null
  who: Label[]
  worked: Worked | null
  notYetClosed: boolean
  actions: ToldAction[]
  trail: Step[]
  /** How many people said it, and where: numbers of people are placeholders (R17). */
  heard?: string | undefined
  /** The address of the round table where it was raised; it leads there once that is told. */
  raisedAt?: string | undefined
  priority?: ComesFirst | undefined
  passedOn?: ToldPassing[] | undefined
  /** These words read aloud, in some languages. */
  recordings?: ToldRecording[] | undefined
}

export const entry: Kind<EntryWords> = {
  ...USUAL,
  kind: 'entry',
  of: 'concernId',
  name: (words, { concernId }, source) => {
    const concern = source?.concern(concernId)
    return words?.said || (concern ? wordingOf(concern).text : 'An entry')
  },

  begin: ({ concernId }, source) => {
    const concern = source.concern(concernId)
    if (!concern || concern.depth === 'named' || concern.takenOutAt !== null) return undefined
    const origin = originOf(concern, source.roundTable(concern.roundTableId))
    return {
      coversIds: coversOf(concern.id, source),
      words: {
        kind: 'entry',
        change: FIRST,
        said: '',
        did: '',
        ...factsOf(concern, origin, source, () => ''),
        worked: null,
        on: null,
        trail: firstSteps(concern, origin),
        passedOn: firstPassedOn(concern),
      },
    }
  },
  fields: ({ concernId }, source) => [
    { name: 'said', label: 'You said', rows: 3, most: 500 },
    { name: 'did', label: 'We did', rows: 5, most: 1500 },
    { name: 'on', label: 'On', most: 60, as: 'when' },
    ...WORKED_FIELDS,
    { name: 'origin', label: 'How it reached us', most: 120 },
    { name: 'heard', label: 'How many people said it', most: 300 },
    ...coversOf(concernId!, source).map((id): Field => actionField(id)),
    ...fieldsOfPassedOn(source.concern(concernId)),
    { name: 'trail', label: 'How it happened', rows: 5, most: 3000 },
  ],
  typed: (words, coversIds) => ({
    said: words.said,
    did: words.did,
    on: words.on ? sayWhen(words.on) : '',
    ...typedWorked(words.worked),
    origin: words.origin,
    heard: words.heard ?? '',
    ...Object.fromEntries(
      words.actions.map((action, i) => [`action-${coversIds[i]}`, action.words]),
    ),
    ...typedPassedOn(words),
    trail: words.trail.map(sayStep).join('\n'),
  }),
  write: ({ concernId }, source, typed, today) => {
    const concern = source.concern(concernId)
    if (!concern) return undefined
    const steps = parseSteps(typed('trail'), today)
    if (!steps.accepted) return steps
    return {
      accepted: true,
      value: {
        coversIds: coversOf(concern.id, source),
        words: {
          kind: 'entry',
          change: FIRST,
          said: typed('said'),
          did: typed('did'),
          ...factsOf(concern, typed('origin'), source, (id) => typed(`action-${id}`)),
          on: typed('on') || null,
          worked: workedOf(typed),
          trail: steps.value,
          heard: typed('heard') || undefined,
          passedOn: passedOnOf(concern, typed),
          recordings: recordingsIn({ said: typed('said'), did: typed('did') }, concern.id, source),
        },
      },
    }
  },
  hasChanged: (words, _coversIds, { concernId }, source) => {
    const concern = source.concern(concernId)
    if (!concern) return false
    const untold = words.actions.map((action) => ({ ...action, words: '' }))
    const facts = factsOf(concern, words.origin, source, () => '')
    return (
      !isSame(facts, { ...words, actions: untold }) ||
      hasPassedSince(words, concern) ||
      isReadOtherwise(words, concern.id, source)
    )
  },
  hasMovedOn: (words, _coversIds, { concernId }, source) =>
    movedFrom(words, source.concern(concernId), source) !== undefined,
  movedOn: (words, { concernId }, source) => movedFrom(words, source.concern(concernId), source),

  pieces: (words) => [
    pieceOf('said', words.said),
    datedPiece('did', words.did, datesOf(words)),
    pieceOf('worked', words.worked?.words),
    // A round table's month is said in each language by itself.
    { ...pieceOf('origin', words.origin), read: words.origin !== monthTitle(words.raisedOn) },
    pieceOf('heard', words.heard),
    ...labelsIn(words).map((label) => nameIn('origin', label)),
    ...words.actions.map((action) => pieceOf('actions', action.words)),
    ...piecesOfPassedOn(words),
    ...words.trail.map((step): Piece => pieceOf('trail', step.words)),
  ],
  lacks: (words) => [
    ...lacksOfPair(words),
    ...lacksOfResult(words),
    ...lacksOfActions(words),
    ...lacksOfPassedOn(words),
  ],
  named: (words) => [
    ...words.who.map((each) => each.code),
    ...words.actions.flatMap(({ who, helpers }) =>
      [...(who ? [who] : []), ...helpers].map((each) => each.code),
    ),
  ],
  covers: () => 'actions',
  files: ({ recordings }) => recordings ?? [],
  plain: (words) =>
    [
      words.said,
      words.did,
      words.worked?.words ?? '',
      words.heard ?? '',
      ...words.actions.map((action) => action.words),
      ...(words.passedOn ?? []).flatMap((each) => [each.to, each.contact, each.answer]),
      ...words.trail.map(sayStep),
    ]
      .filter(Boolean)
      .join('\n'),

  slug: (words) => ({ in: words.raisedOn }),
  inOrder: inBoardOrder,
  page: {
    path: 'entries',
    folder: 'publishing/entries',
    as: 'entry',
    isSpecial: true,
    heading: 'nav.board',
    title: (words) => words.said,
    description: (words) => words.did,
  },
  whenTold: () => 'answered',
  isToldAnew: true,
  takesNumbers: true,
  isTranslated: true,
  parts: { words: 'entry', preview: 'page' },
}

const actionField = (id: number): Field => ({
  name: `action-${id}`,
  label: 'An action, in public words',
  most: 300,
})

/** All that it is about, the main theme first. */
export const themesIn = ({ theme, alsoAbout = [] }: EntryWords): Label[] =>
  theme === null ? [] : [theme, ...alsoAbout]

const labelsIn = (words: EntryWords): (Label | null)[] => [
  ...themesIn(words),
  words.area,
  ...words.who,
  ...words.actions.flatMap((action) => [action.who, ...action.helpers]),
]
