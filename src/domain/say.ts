import { SAY_QUESTION } from './residents/verdict.ts'
import { sayAttendance } from './round-tables/attendance/say-attendance.ts'
import { isTouchedAt } from './round-tables/reviews.ts'
import { attendanceFields, attendanceMark } from './round-tables/attendance/fields.ts'
import { readingGrade } from './publishing/wording/plain.ts'
import { firstFew } from './first-few.ts'
import { SAY_STANDING, STANDINGS, type Standing } from './concerns/standing.ts'
import { historyOf } from './actions/history.ts'
import { WITHDRAWAL_GROUNDS } from './publishing/approval.ts'
import { SAY_STRENGTH, STRENGTHS } from './publishing/told.ts'
import { sayPeriod } from './evidence/period.ts'
import {
  acceptanceOf,
  KINDS,
  SAY_KIND,
  STATUSES,
  happenedOn,
  isDeclined,
  isFinished,
  isOpen,
  isOverdue,
  isProposed,
  isStanding,
  latestOf,
  sayNoDate,
  silence,
  statusOf,
  termsOf,
  type Action,
  type Kind,
  type Status,
} from './actions/action.ts'
import { sayMoved } from './actions/pace/moved.ts'
import { SAY_AIM, type Aim } from './actions/aims.ts'
import { hasBeen, SAY_EVENT, tallyOf, eventTermsOf, type EventKind } from './evidence/event.ts'
import { handedOut, leafletTermsOf } from './evidence/leaflet.ts'
import { learningByTheme, pointsOf, sightOf, programmeTermsOf } from './evidence/programme.ts'
import { countOf } from './evidence/unrecorded-session.ts'
import { difference } from './evidence/small-numbers.ts'
import { ORIGINS, SAY_ORIGIN, wordingOf, type Concern } from './concerns/concern.ts'
import { sayConcern } from './concerns/say-concern.ts'
import { dayOf, daysBetween, lastDayOf, sayDays, sayShort, sayWhen, timeOf } from './day.ts'
import { sayReading } from './dates/say-reading.ts'
import { typedTime } from './dates/read-time.ts'
import { fieldName } from './field-names.ts'
import { GROUNDS, SAY_DEPTH } from './depth.ts'
import { may } from './may.ts'
import { TABLE_ONLY } from './round-tables/minutes.ts'
import { sharesOf, waitingShares } from './actions/shares.ts'
import { sayPace } from './actions/pace/say-pace.ts'
import { isRunningOut } from './evidence/quote.ts'
import { ROLES, SAY_ROLE } from './people/person.ts'
import { sayBytes } from './settings/backups.ts'
import { sayQuarter } from './quarter.ts'
import {
  PRESENCES,
  SAY_PRESENCE,
  SAY_STATE,
  isRepresented,
  monthTitle,
  stateOf,
  titleOf,
  type RoundTable,
} from './round-tables/round-table.ts'
import { sayPlanning } from './round-tables/planning/say-planning.ts'
import { noteInWords } from './round-tables/notes/say-note.ts'
import { SAY_DECIDED } from './round-tables/table-decisions.ts'
import { isEmpty, isHeldOn } from './people/seat.ts'

const STATUS: Record<Status, string> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  waiting: 'Waiting',
  done: 'Done',
  'could-not': 'Could not',
}
const STATUS_OF: Record<Kind, Partial<Record<Status, string>>> = {
  'one-off': {},
  standing: { done: 'Still going' },
  question: { 'not-started': 'Not answered', done: 'Answered' },
}

/** The look of a disc: `state--doing` and so on. Done has none of its own. */
const LOOK: Record<Status | Standing, string> = {
  done: 'done',
  standing: 'standing',
  'under-way': 'doing',
  waiting: 'waiting',
  'could-not': 'cannot',
  unanswered: 'unanswered',
  'not-started': 'unanswered',
}

const PAIR_LABEL: Record<Standing, string> = {
  done: 'We did',
  standing: 'Still going',
  'under-way': 'We are doing',
  'could-not': 'We could not, because',
  unanswered: 'No answer yet',
}

/** What every template can say: dates, statuses and lists in the same words on every page. */
export const say = {
  when: sayWhen,
  /** What was typed in a field of a date or a time, as it was read. */
  reading: sayReading,
  typedTime,
  short: sayShort,
  days: sayDays,
  day: dayOf,
  time: timeOf,
  bytes: sayBytes,
  quarter: sayQuarter,
  period: sayPeriod,
  between: daysBetween,
  standing: (standing: Standing) => SAY_STANDING[standing],
  pairLabel: (standing: Standing) => PAIR_LABEL[standing],
  look: (state: Status | Standing) => LOOK[state],
  /** ... of what an owner says: a standing action is never done. */
  lookOf: (status: Status, kind: Kind) =>
    LOOK[kind === 'standing' && status === 'done' ? 'standing' : status],
  noDate: sayNoDate,
  status: (status: Status, kind: Kind) => STATUS_OF[kind][status] ?? STATUS[status],
  statusOf: (action: Action) => say.status(statusOf(action), action.terms.at(-1)!.kind),
  stateOf: (action: Action): Status | Standing =>
    isStanding(action) && statusOf(action) === 'done' ? 'standing' : statusOf(action),
  shares: sharesOf,
  sharesWaiting: (action: Action) => waitingShares(action).map((share) => share.organisationId),
  isProposed,
  /** R6: its lead is at this table, and can say yes to what was proposed. */
  mayAcceptAt: (table: RoundTable, action: Action): boolean =>
    isProposed(action) && isRepresented(table, termsOf(action).leadId ?? 0),
  isDeclined,
  /** What would have to change, as its lead said; nothing of a named matter (R11). */
  whyDeclined: (action: Action) =>
    action.depth === 'named' ? '' : (acceptanceOf(action)?.words ?? ''),
  question: SAY_QUESTION,
  isStanding,
  isOpen,
  isFinished,
  isLate: isOverdue,
  silence,
  moved: sayMoved,
  history: historyOf,
  latest: latestOf,
  statusNow: statusOf,
  happenedOn,
  terms: termsOf,
  wording: wordingOf,
  ...sayConcern,
  tableState: stateOf,
  tableOnly: TABLE_ONLY,
  attendanceFields,
  here: sayAttendance,
  isTouchedAt,
  attendanceMark,
  isHeldOn,
  isEmptySeat: isEmpty,
  /** A named matter has no words outside its own page (R11). */
  action: (action: Action) =>
    action.depth === 'named' ? `Held in private. ${action.ground ?? ''}` : termsOf(action).text,
  concern: (concern: Concern) =>
    concern.depth === 'named' ? 'Held in private' : wordingOf(concern).text,
  endOf: lastDayOf,
  mayKeep: may.keep,
  mayReadJournal: may.readJournal,
  mayReadMessages: may.readMessages,
  grounds: GROUNDS,
  withdrawalGrounds: WITHDRAWAL_GROUNDS,
  presences: PRESENCES,
  roles: ROLES,
  statuses: STATUSES,
  kinds: KINDS,
  standings: STANDINGS,
  /** As a form offers them: what most things are stands first. */
  depths: ['table', 'named', 'public'] as const,
  origins: ORIGINS,
  strengths: STRENGTHS,
  aim: (aim: Aim) => SAY_AIM[aim],
  leafletTermsOf,
  handedOut,
  programmeTermsOf,
  pointsOf,
  sightOf,
  learningByTheme,
  countOf,
  event: (kind: EventKind) => SAY_EVENT[kind],
  eventTermsOf,
  tallyOf,
  difference,
  hasBeen,
  runsOut: isRunningOut,
  kind: (kind: Kind) => SAY_KIND[kind],
  depth: (depth: keyof typeof SAY_DEPTH) => SAY_DEPTH[depth],
  origin: (origin: keyof typeof SAY_ORIGIN) => SAY_ORIGIN[origin],
  strength: (strength: keyof typeof SAY_STRENGTH) => SAY_STRENGTH[strength],
  presence: (presence: keyof typeof SAY_PRESENCE) => SAY_PRESENCE[presence],
  decided: (what: keyof typeof SAY_DECIDED) => SAY_DECIDED[what],
  state: (state: keyof typeof SAY_STATE) => SAY_STATE[state],
  role: (role: keyof typeof SAY_ROLE) => SAY_ROLE[role],
  note: noteInWords,
  tableTitle: titleOf,
  ...sayPlanning,
  ...sayPace,
  isRepresented,
  monthTitle,
  grade: (text: string) => Math.max(1, Math.round(readingGrade(text))),
  /** What a form field was called, for text that was kept; nothing for what nobody typed. */
  field: fieldName,
  firstFew,
  /** `Mosaic, the police and the council`. */
  list: (names: string[]) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
  either: (names: string[]) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`,
  /** The first letter made a capital, for a name that begins a line. */
  first: (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1),
  count: (number: number, one: string, many = `${one}s`) =>
    `${number} ${number === 1 ? one : many}`,
}
