import { addDays, daysBetween, type Day } from '../day.ts'
import { decide, type Decision } from '../decision.ts'

/** What someone may ask of us about what we hold, and a complaint about how we keep it. */
export const REQUEST_KINDS = ['access', 'correction', 'erasure', 'objection', 'complaint'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/**
 * What was done about it: `asked` them something we need, `heard` from them, `told` how it goes. A
 * mistake is `taken-back`: the last step that stands counts no more.
 */
export const REQUEST_STEPS = [
  'acknowledged',
  'asked',
  'heard',
  'extended',
  'told',
  'answered',
  'refused',
  'taken-back',
] as const
export type RequestStepKind = (typeof REQUEST_STEPS)[number]

export interface RequestStep {
  kind: RequestStepKind
  words: string
  on: Day
  personId: number
  at: string
}

/** Someone's request about what is held about them, or their complaint (UK GDPR 12 to 22 and 77). */
export interface Request {
  id: number
  kind: RequestKind
  /** What they wrote to us on the board, where it came that way. */
  messageId: number | null
  text: string
  receivedOn: Day
  personId: number
  at: string
  contact: { name: string; reach: string } | null
  /** As they were written down: the oldest first. */
  steps: RequestStep[]
}

/** What is to be done next, and by which day; no day where we wait for them. */
export interface Due {
  todo: 'acknowledge' | 'answer' | 'tell' | 'wait'
  by: Day | null
}

/** UK GDPR 12(3): a month; two more where it is complex. */
const MONTHS = 1
const MONTHS_EXTENDED = 3
/** Data Protection Act 2018, section 164A: acknowledged in the 30 days that begin with the day it came. */
const ACKNOWLEDGE_DAYS = 29
/** ... and then answered without undue delay. Our own measure: never a month without a word. */
const TELL_DAYS = 30

/** The steps that count: each that was taken back is gone with its taking back. */
export const standing = ({ steps }: Pick<Request, 'steps'>): RequestStep[] =>
  steps.reduce<RequestStep[]>(
    (left, step) => (step.kind === 'taken-back' ? left.slice(0, -1) : [...left, step]),
    [],
  )

/** Those that were taken back: each stays to be read, and is struck through. */
export const takenBack = (request: Pick<Request, 'steps'>): RequestStep[] => {
  const left = standing(request)
  return request.steps.filter((each) => each.kind !== 'taken-back' && !left.includes(each))
}

const has = (request: Request, ...kinds: RequestStepKind[]): boolean =>
  standing(request).some((each) => kinds.includes(each.kind))

export const isAnswered = (request: Request): boolean => has(request, 'answered', 'refused')

/** We asked them for something that we need, and they have not said. */
const waitsForThem = (request: Request): boolean =>
  standing(request).findLast((each) => each.kind === 'asked' || each.kind === 'heard')?.kind ===
  'asked'

/** What is due next; nothing where it is answered. */
export const dueOf = (request: Request): Due | null => {
  if (isAnswered(request)) return null
  if (request.kind === 'complaint') return dueOfComplaint(request)
  if (waitsForThem(request)) return { todo: 'wait', by: null }
  return { todo: 'answer', by: lastDayOf(request, null) }
}

/** The last day to answer; while we wait for them, as it stands on a day. */
const lastDayOf = (request: Request, on: Day | null): Day => {
  const months = has(request, 'extended') ? MONTHS_EXTENDED : MONTHS
  return addDays(monthsAfter(request.receivedOn, months), daysWaited(request, on))
}

const dueOfComplaint = (request: Request): Due => {
  if (!has(request, 'acknowledged'))
    return { todo: 'acknowledge', by: addDays(request.receivedOn, ACKNOWLEDGE_DAYS) }
  if (waitsForThem(request)) return { todo: 'wait', by: null }
  return { todo: 'tell', by: addDays(standing(request).at(-1)!.on, TELL_DAYS) }
}

/** The clock stands still from the day that we asked until the day that they said. */
const daysWaited = (request: Request, on: Day | null): number => {
  let days = 0
  let since: Day | null = null
  for (const step of standing(request)) {
    if (step.kind === 'asked') since ??= step.on
    if (step.kind !== 'heard' || since === null) continue
    days += daysBetween(since, step.on)
    since = null
  }
  return since !== null && on !== null && on > since ? days + daysBetween(since, on) : days
}

/** The same number in a later month, or its last day where there is none such. */
export const monthsAfter = (day: Day, months: number): Day => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  const then = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
  return then.toISOString().slice(0, 10)
}

/** Whether it is due within so many days, or late. */
export const isPressing = (request: Request, today: Day, days = 10): boolean => {
  const due = dueOf(request)
  return due !== null && (due.by === null ? false : due.by <= addDays(today, days))
}

/** Which steps may be taken now, in the order of the page. */
export const stepsToTake = (request: Request): RequestStepKind[] => {
  const isMistaken = standing(request).length > 0
  if (isAnswered(request)) return ['taken-back']
  const isComplaint = request.kind === 'complaint'
  return REQUEST_STEPS.filter(
    (kind) =>
      ({
        acknowledged: isComplaint && !has(request, 'acknowledged'),
        asked: !waitsForThem(request),
        heard: waitsForThem(request),
        extended: !isComplaint && !has(request, 'extended'),
        told: isComplaint && has(request, 'acknowledged'),
        answered: true,
        refused: !isComplaint,
        'taken-back': isMistaken,
      })[kind],
  )
}

const NEEDS_WORDS: Partial<Record<RequestStepKind, string>> = {
  asked: 'Write what you asked them for',
  extended: 'Write why it takes longer. You have to tell them that too',
  told: 'Write what you told them',
  answered: 'Write what you did and what you told them',
  refused: 'Write why not. You have to tell them that, and where they can complain',
  'taken-back': 'Write what was wrong with it',
}

/** What moves the last day moves it before it is over. */
const IN_TIME: Partial<Record<RequestStepKind, string>> = {
  asked: 'The time to answer was over by then, and asking does not lengthen it. Answer now',
  extended: 'The time to answer was over by then. They had to be told before',
}

interface TypedStep {
  kind: RequestStepKind
  words: string
  on: Day
}

/** One more step, as it was done on a day. */
export const takeStep = (
  request: Request,
  { kind, words, on }: TypedStep,
  today: Day,
): Decision<TypedStep> => {
  const before = standing(request).at(-1)?.on ?? request.receivedOn
  const isLate = request.kind !== 'complaint' && on > lastDayOf(request, on)
  return decide(
    [
      !stepsToTake(request).includes(kind) && {
        field: 'kind',
        reason: 'That is done already, or something else comes first. Choose from the list',
      },
      isLate && IN_TIME[kind] !== undefined && { field: 'on', reason: IN_TIME[kind] },
      on > today && { field: 'on', reason: 'This day is still to come. Write when it was done' },
      kind !== 'taken-back' &&
        on < before && {
          field: 'on',
          reason: 'Something was done after that day, or it had not come to us yet',
        },
      !words.trim() &&
        NEEDS_WORDS[kind] !== undefined && { field: 'words', reason: NEEDS_WORDS[kind] },
    ],
    () => ({ kind, words: words.trim(), on }),
  )
}

export interface TypedRequest {
  kind: RequestKind
  text: string
  receivedOn: Day
  name: string
  reach: string
}

/** A request or a complaint that came to us by word, by phone or by letter. */
export const receive = (typed: TypedRequest, today: Day): Decision<TypedRequest> =>
  decide(
    [
      !typed.text.trim() && {
        field: 'text',
        reason: 'Write what they ask, in a few words. Not what happened to them',
      },
      typed.receivedOn > today && {
        field: 'receivedOn',
        reason: 'This day is still to come. The clock runs from the day that it came to us',
      },
    ],
    () => typed,
  )
