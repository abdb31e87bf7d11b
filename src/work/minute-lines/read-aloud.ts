import { cutShort } from '../../domain/first-few.ts'
import { sayNoDate, termsOf } from '../../domain/actions/action.ts'
import { sayAnsweredBy } from '../../domain/actions/pace/wishes.ts'
import { sayReview } from '../../domain/actions/pace/review.ts'
import { sayWhen } from '../../domain/day.ts'
import { may } from '../../domain/may.ts'
import { SAY_LINE, type Fix, type LineKind } from '../../domain/round-tables/line/line.ts'
import { paperIn } from '../../domain/round-tables/notes/paper-seen.ts'
import { decidedIn, sayVote } from '../../domain/round-tables/notes/vote.ts'
import { sayPlanChange, sayTime } from '../../domain/round-tables/planning/plan.ts'
import { SAY_PRESENCE, type RoundTable } from '../../domain/round-tables/round-table.ts'
import { say } from '../../domain/say.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { HELD, titleOfAction, type Names } from '../names.ts'
import type { ConcernAbove } from './above.ts'
import { planLines } from './plan.ts'
import type {
  Planned,
  PlannedAction,
  PlannedAttendance,
  PlannedConcern,
  PlannedNext,
  PlannedNote,
  PlannedUpdate,
} from './planned.ts'

/** A typed line as it will be read, in words. */
export interface ReadLine {
  kind: string
  text: string
  isConcern: boolean
  facts: string[]
  remarks: string[]
  /** What may have been meant: chosen, it stands in the line instead. */
  fixes: Fix[]
}

/**
 * How each line will be read, in words, before it is saved. The last concern of the lines before it
 * is what an action goes under.
 */
export const readAloud = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  typed: string,
  lastConcernId: number | null,
  names: Names,
): ReadLine[] => aloud(planLines(store, actor, table, typed, lastConcernId), actor, names)

/** ... and what was planned already. */
export const aloud = (all: Planned[], actor: Actor, names: Names): ReadLine[] =>
  all.map((planned) => ({
    kind: SAY_LINE[kindOf(planned)],
    text: isHeld(planned) ? HELD : textOf(planned),
    isConcern: planned.becomes === 'concern' && !isHeld(planned),
    facts: factsOf(planned, names).map(asSentence),
    remarks: remarksOn(planned),
    // A fix that puts nothing in is a name to be made, for whoever may.
    fixes: planned.line.fixes.filter(({ insert }) => insert !== '' || may.keep(actor.who)),
  }))

/** As much of a text as has room in the bar. */
export const short = (text: string): string => cutShort(text, 60, ' …')

/** Without its full stop: the line puts one after each. */
const asSentence = (text: string): string => text.replace(/\.$/, '')

const kindOf = (planned: Planned): LineKind => {
  switch (planned.becomes) {
    case 'held':
      return 'concern'
    case 'action':
      return planned.agreed.kind === 'question' ? 'question' : 'action'
    case 'round table':
      return 'here'
    case 'note':
      return isPaper(planned) ? 'paper' : planned.kind
    case 'plan':
      return 'next'
    default:
      return planned.becomes
  }
}

const isPaper = ({ line, kind, unread }: PlannedNote): boolean =>
  line.kind === 'paper' && kind === 'note' && unread === null

/** R11: the room sees the screen. */
const isHeld = (planned: Planned): boolean => {
  if (planned.becomes === 'concern' || planned.becomes === 'held')
    return planned.raised.depth === 'named'
  return planned.becomes === 'action' && planned.privacy.depth === 'named'
}

const textOf = (planned: Planned): string =>
  planned.becomes === 'note'
    ? (paperIn(planned.text) ?? planned.text)
    : planned.becomes === 'turn'
      ? planned.title
      : planned.line.text

const factsOf = (planned: Planned, names: Names): string[] => {
  switch (planned.becomes) {
    case 'concern':
    case 'held':
      return concernFacts(planned, names)
    case 'action':
      return actionFacts(planned, names)
    case 'update':
      return updateFacts(planned, names)
    case 'round table':
      return attendanceFacts(planned, names)
    case 'turn':
      return [
        planned.slotKey === null ? 'Not on the agenda: a heading of its own' : 'On the agenda',
      ]
    case 'plan':
      return planFacts(planned, names)
    default:
      return [
        ...voteFacts(planned),
        goesUnder(planned.under),
        ...(isPaper(planned) ? ['Named in the minutes as a paper seen'] : []),
      ]
  }
}

/** R30: what is planned or moved, from when to when, before it is saved. */
const planFacts = ({ plan, there, change }: PlannedNext, names: Names): string[] => {
  if (there !== null)
    return change === null
      ? [`Planned for ${sayTime(there)} already: nothing changes`]
      : sayPlanChange(there, plan, names.organisation).map((each) =>
          each.startsWith('from ') ? `Moves it ${each}` : say.first(each),
        )
  return [
    `Plans it for ${sayTime(plan)}`,
    plan.place ?? 'No place agreed yet',
    `Expected: ${say.list(plan.expectedIds.map(names.organisation))}`,
  ]
}

const voteFacts = ({ kind, text }: PlannedNote): string[] => {
  const vote = kind === 'decision' ? decidedIn(text).vote : null
  return vote ? [`Vote: ${sayVote(vote)}`] : []
}

const concernFacts = ({ raised, isPriority }: PlannedConcern, names: Names): string[] => [
  ...depthFacts(raised),
  ...(isPriority ? ['A priority now'] : []),
  ...(raised.themeId ? [names.theme(raised.themeId)] : []),
  ...(raised.areaId ? [names.area(raised.areaId)] : []),
]

const actionFacts = ({ agreed, privacy, under }: PlannedAction, names: Names): string[] => {
  const isQuestion = agreed.kind === 'question'
  return [
    ...depthFacts(privacy),
    ...(agreed.kind === 'standing' ? ['Standing: it keeps going'] : []),
    ...(agreed.review ? [say.first(sayReview(agreed.review))] : []),
    agreed.leadId !== null
      ? leads(agreed, names)
      : isQuestion
        ? 'Not said yet who answers'
        : 'Owner not agreed yet',
    ...helps(agreed.helperIds, names),
    agreed.by
      ? `${isQuestion ? 'Promised by' : 'By'} ${sayWhen(agreed.by)}`
      : sayNoDate(agreed.kind),
    goesUnder(under),
  ]
}

/** Of the terms, only what the line changes. */
const updateFacts = (
  { action, line, accepts, terms, said, closes }: PlannedUpdate,
  names: Names,
): string[] => [
  `${action.number} ${titleOfAction(action)}`,
  ...(accepts ? [`Accepted by ${names.organisation(accepts.organisationId)}`] : []),
  ...(said
    ? [
        say.status(said.status, termsOf(action).kind) +
          (said.waitingFor ? ` for ${said.waitingFor}` : ''),
      ]
    : []),
  ...(line.leadId !== null ? [leads(line, names)] : []),
  ...helps(line.helperIds, names),
  ...(line.by ? [`By ${sayWhen(line.by)}`] : []),
  ...(line.every ? [say.first(sayReview(line.every))] : []),
  ...(line.on ? [`On ${sayWhen(line.on)}`] : []),
  ...(terms ? sayAnsweredBy(action, terms) : []),
  ...(closes ? ['Agreed closed'] : []),
]

const attendanceFacts = ({ line }: PlannedAttendance, names: Names): string[] => [
  ...line.here.map(({ organisationId, seatId, guestRole, sentRole, presence }) => {
    const who =
      seatId !== null
        ? names.seat(seatId)
        : organisationId === null
          ? `${guestRole}, for no organisation`
          : [names.organisation(organisationId), guestRole].filter(Boolean).join(', ')
    const how = SAY_PRESENCE[presence].toLowerCase()
    return `${who}: ${sentRole === null ? how : `sent ${sentRole}`}`
  }),
  ...(line.residents !== null ? [say.count(line.residents, 'resident')] : []),
]

const depthFacts = ({ depth, ground }: PlannedAction['privacy']): string[] => {
  if (depth === 'named') return [`Held in private. Others read: ${ground}`]
  return depth === 'public' ? ['May be told in public'] : []
}

const leads = (
  { leadId, seatId }: { leadId: number | null; seatId: number | null },
  names: Names,
): string => [names.organisation(leadId), names.seat(seatId)].filter(Boolean).join(', ')

const helps = (helperIds: number[], names: Names): string[] =>
  helperIds.length ? [`With ${say.list(helperIds.map(names.organisation))}`] : []

/** A concern that is not written yet stands above, in the same box. */
const goesUnder = (under: ConcernAbove | null): string => {
  if (!under) return 'Under no concern'
  return under.id < 0
    ? 'Under the concern above'
    : `Under item ${under.item}: ${short(under.title)}`
}

/** What was not understood, and why it becomes less, or more private, than it was meant to be. */
const remarksOn = (planned: Planned): string[] => {
  const { remarks, unread } = planned.line
  if (planned.becomes === 'held' && planned.why !== null)
    return [...remarks, `${planned.why}, so this is kept as a concern that only you can open`]
  if (isUntold(planned))
    return [...remarks, 'Its owner cannot open it yet. Put them on its list, on its own page']
  if (planned.becomes !== 'note' || planned.unread === null) return remarks
  return planned.unread === unread
    ? [`Kept as a note. ${unread}`, ...remarks]
    : [...remarks, `${planned.unread}. It will be kept as a note`]
}

/** R11: whoever leads what is held in private hears nothing of it until they are on its list. */
const isUntold = (planned: Planned): boolean =>
  planned.becomes === 'action' &&
  planned.privacy.depth === 'named' &&
  planned.agreed.leadId !== null
