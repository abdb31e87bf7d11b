import { awaitsClosing, SAY_STANDING, standing, type Standing } from '../../concerns/standing.ts'
import {
  isDeclined,
  isOpen,
  isProposed,
  lastHeardOn,
  latestOf,
  statusOf,
  termsOf,
  type Action,
  type Kind as ActionKind,
  type Status,
} from '../../actions/action.ts'
import { wordingOf, type Concern } from '../../concerns/concern.ts'
import { readWhen, sayWhen, type Day, type When } from '../../day.ts'
import { refuse, type Decision } from '../../decision.ts'
import { monthTitle, type RoundTable } from '../../round-tables/round-table.ts'
import { FIRST, type Change, type Counts, type Label, type Step, type Worked } from '../told.ts'
import {
  isSame,
  lackOf,
  lackOfWorked,
  nameIn,
  pieceOf,
  typedWorked,
  USUAL,
  workedOf,
  WORKED_FIELDS,
  type Field,
  type Kind,
  type Lack,
  type Piece,
  type Placed,
  type Source,
} from './kind.ts'

/** The public pair for one concern: what residents said, and what became of it. */
export interface EntryWords {
  kind: 'entry'
  change: Change
  counts?: Counts
  said: string
  did: string
  standing: Standing
  on: When | null
  raisedOn: When
  origin: string
  theme: Label | null
  area: Label | null
  who: Label[]
  worked: Worked | null
  notYetClosed: boolean
  actions: ToldAction[]
  trail: Step[]
}

/** An action as it is told. */
export interface ToldAction {
  words: string
  who: Label | null
  helpers: Label[]
  by: When | null
  kind: ActionKind
  status: Status
  accepted: boolean
  closed: boolean
  lastHeardOn: Day
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
      },
    }
  },
  fields: ({ concernId }, source) => [
    { name: 'said', label: 'You said', rows: 3, most: 500 },
    { name: 'did', label: 'We did', rows: 5, most: 1500 },
    { name: 'on', label: 'On', most: 60, as: 'when' },
    ...WORKED_FIELDS,
    { name: 'origin', label: 'How it reached us', most: 120 },
    ...coversOf(concernId!, source).map((id): Field => actionField(id)),
    { name: 'trail', label: 'How it happened', rows: 5, most: 3000 },
  ],
  typed: (words, coversIds) => ({
    said: words.said,
    did: words.did,
    on: words.on ? sayWhen(words.on) : '',
    ...typedWorked(words.worked),
    origin: words.origin,
    ...Object.fromEntries(
      words.actions.map((action, i) => [`action-${coversIds[i]}`, action.words]),
    ),
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
        },
      },
    }
  },
  hasChanged: (words, _coversIds, { concernId }, source) => {
    const concern = source.concern(concernId)
    if (!concern) return false
    const untold = words.actions.map((action) => ({ ...action, words: '' }))
    const facts = factsOf(concern, words.origin, source, () => '')
    return !isSame(facts, { ...words, actions: untold })
  },
  hasMovedOn: (words, _coversIds, { concernId }, source) =>
    concernId !== null &&
    concernId !== undefined &&
    standing(source.actionsUnder(concernId)) !== words.standing,
  movedOn: (words, { concernId }, source) => {
    if (concernId === null || concernId === undefined) return undefined
    const now = standing(source.actionsUnder(concernId))
    const reason = `The record has moved on. It now stands at “${SAY_STANDING[now]}”. Save the words again`
    return now === words.standing ? undefined : { field: 'did', found: words.standing, reason }
  },

  pieces: (words) => [
    pieceOf('said', words.said),
    pieceOf('did', words.did),
    pieceOf('worked', words.worked?.words),
    // A round table's month is said in each language by itself.
    { ...pieceOf('origin', words.origin), read: words.origin !== monthTitle(words.raisedOn) },
    ...labelsIn(words).map((label) => nameIn('origin', label)),
    ...words.actions.map((action) => pieceOf('actions', action.words)),
    ...words.trail.map((step): Piece => pieceOf('trail', step.words)),
  ],
  lacks: (words) => [...lacksOfPair(words), ...lacksOfResult(words)],
  named: (words) => [
    ...words.who.map((each) => each.code),
    ...words.actions.flatMap(({ who, helpers }) =>
      [...(who ? [who] : []), ...helpers].map((each) => each.code),
    ),
  ],
  covers: () => 'actions',
  plain: (words) =>
    [
      words.said,
      words.did,
      words.worked?.words ?? '',
      ...words.actions.map((action) => action.words),
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
  isToldAnew: true,
  takesNumbers: true,
  isTranslated: true,
  parts: { words: 'entry', preview: 'page' },
}

/** Answered first, newest first; then under way; then no answer, the longest waiting first. */
const SECTION: Record<Standing, number> = {
  done: 0,
  standing: 0,
  'could-not': 0,
  'under-way': 1,
  unanswered: 2,
}
function inBoardOrder(a: Placed<EntryWords>, b: Placed<EntryWords>): number {
  const section = SECTION[a.words.standing] - SECTION[b.words.standing]
  if (section !== 0) return section
  const dateOf = (copy: Placed<EntryWords>): string => copy.words.on ?? copy.publishedOn
  const byDate =
    a.words.standing === 'unanswered'
      ? a.words.raisedOn.localeCompare(b.words.raisedOn)
      : dateOf(b).localeCompare(dateOf(a))
  return byDate || b.slug.localeCompare(a.slug, 'en', { numeric: true })
}

/** What a copy says that nobody types: standing, dates, organisations, each action covered (R1). */
export const factsOf = (
  concern: Concern,
  origin: string,
  source: Source,
  wordsFor: (actionId: number) => string,
): Pick<
  EntryWords,
  'standing' | 'raisedOn' | 'origin' | 'theme' | 'area' | 'who' | 'notYetClosed' | 'actions'
> => {
  const { themeId, areaId } = wordingOf(concern)
  const told = toldUnder(concern.id, source)
  return {
    standing: standing(told),
    raisedOn: concern.raisedOn,
    origin,
    theme: source.label(themeId),
    area: source.label(areaId),
    who: leadsAndHelpers(told).map(source.organisation),
    notYetClosed: awaitsClosing(told),
    actions: told.map((action) => toldAction(action, wordsFor(action.id).trim(), source)),
  }
}

/**
 * The ids of the actions an entry covers, in the order its words tell of them: none that is named
 * or was declined.
 */
export const coversOf = (concernId: number, source: Source): number[] =>
  toldUnder(concernId, source).map((action) => action.id)

/** The day to propose beside a result: when the newest of its updates says that it happened. */
export const happenedOn = (actions: Action[]): When | null =>
  actions
    .filter((action) => action.depth !== 'named')
    .map((action) => latestOf(action).on)
    .filter((on) => on !== null)
    .toSorted()
    .at(-1) ?? null

/** Where a concern came from, as the first public words for it: never the private note. */
export const originOf = (concern: Concern, table: RoundTable | undefined): string =>
  table ? monthTitle(table.heldOn) : SAY_FROM[concern.originKind]

const SAY_FROM: Record<Concern['originKind'], string> = {
  'round-table': 'A round table',
  survey: 'A survey',
  stall: 'A stall',
  workshop: 'A workshop',
  programme: 'A programme',
  phone: 'Told to us',
  form: 'Told to us',
  other: 'Told to us',
}

const toldUnder = (concernId: number, source: Source): Action[] =>
  source.actionsUnder(concernId).filter((action) => action.depth !== 'named' && !isDeclined(action))

const leadsAndHelpers = (told: Action[]): number[] => {
  const ids = told
    .filter((action) => !isProposed(action))
    .flatMap((action) => [termsOf(action).leadId, ...termsOf(action).helperIds])
  return [...new Set(ids.filter((id) => id !== null))]
}

const toldAction = (action: Action, words: string, source: Source): ToldAction => {
  const { leadId, helperIds, by, kind } = termsOf(action)
  return {
    words,
    who: leadId === null ? null : source.organisation(leadId),
    helpers: helperIds.map(source.organisation),
    by,
    kind,
    status: statusOf(action),
    accepted: !isProposed(action),
    closed: !isOpen(action),
    lastHeardOn: lastHeardOn(action),
  }
}

const firstSteps = (concern: Concern, origin: string): Step[] => {
  const last = concern.priorities.at(-1)
  const agreed = 'The round table agreed that this is a priority.'
  return [
    { on: concern.raisedOn, words: `Raised. ${origin}.` },
    ...(last?.agreed ? [{ on: last.at.slice(0, 7), words: agreed }] : []),
  ]
}

/** Reads the trail as it is typed: a step on a line, with a day or a month and a colon first. */
export const parseSteps = (text: string, today: Day): Decision<Step[]> => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const steps = lines.map((line) => ({
    on: readWhen(line.split(':')[0]!, today, 'behind'),
    words: line.split(':').slice(1).join(':').trim(),
  }))
  const wrong = lines.find((_, i) => !steps[i]!.on || !steps[i]!.words)
  if (wrong === undefined) return { accepted: true, value: steps as Step[] }
  return refuse(
    'trail',
    'Begin each step with a day or a month and a colon, like “July 2021: Raised at the round ' +
      `table.” This one does not: “${wrong}”`,
  )
}
const sayStep = (step: Step): string => `${sayWhen(step.on)}: ${step.words}`

const actionField = (id: number): Field => ({
  name: `action-${id}`,
  label: 'An action, in public words',
  most: 300,
})

const labelsIn = (words: EntryWords): (Label | null)[] => [
  words.theme,
  words.area,
  ...words.who,
  ...words.actions.flatMap((action) => [action.who, ...action.helpers]),
]

const lacksOfPair = ({ said, did, standing: now }: EntryWords): Lack[] => {
  const why =
    now === 'could-not'
      ? 'Give the reason. Residents will read it'
      : now === 'unanswered'
        ? 'Say that there is no answer yet, and what happens next'
        : 'Say what was done, or is being done'
  return [
    ...lackOf('said', said, 'Write what residents said, as a resident would say it'),
    ...lackOf('did', did, why),
  ]
}

const lacksOfResult = (words: EntryWords): Lack[] => {
  const { standing: now, on, who, actions, worked } = words
  const isDone = now === 'done' || now === 'standing'
  const hasOwner = who.length > 0 || actions.every((action) => action.who === null)
  const when =
    now === 'could-not' ? 'Say when this was answered' : 'Say when it was done. A month will do'
  return [
    ...((isDone || now === 'could-not') && !on ? [{ field: 'on', reason: when }] : []),
    ...(now !== 'unanswered' && !hasOwner
      ? [{ field: 'who', reason: 'Say which organisation answers' }]
      : []),
    ...(isDone && !worked
      ? [{ field: 'strength', reason: 'Say how well it worked, and how you know' }]
      : []),
    ...lackOfWorked(worked),
  ]
}

/** R1: a concern that is done still names what could not be done. */
export const couldNot = (words: EntryWords): string[] =>
  words.standing === 'done'
    ? words.actions
        .filter((action) => action.accepted && action.status === 'could-not')
        .map((action) => action.words)
    : []
