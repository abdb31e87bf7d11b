import type { Action } from '../../../domain/actions/action.ts'
import type { Day, When } from '../../../domain/day.ts'
import type { ListAnswerKind, ListNoun } from '../../../domain/people/list-question.ts'
import type { Baton } from '../../../domain/people/baton.ts'
import type { Who } from '../../../domain/people/person.ts'
import type { Organisation, Seat } from '../../../domain/people/seat.ts'
import type { RoundTable } from '../../../domain/round-tables/round-table.ts'
import type { Path } from '../../to.ts'
import type { DeskFrame } from './frame.ts'
import type { MeViews } from './people/me.ts'
import type { Ended, Way } from './way.ts'
import type { PeoplePlan } from '../../../work/bringing-in/pasted-people.ts'
import type { Names } from '../../../work/names.ts'

interface CodePage {
  frame: DeskFrame<Who | null>
  shownCode: string | null
  /** Why no more codes go out: five are on their way from here, or many from elsewhere. */
  full: 'five' | 'many' | null
}

/** Someone who left, on the list of a matter held in private, as far as it may be shown (R11). */
export interface ListLine {
  form: string
  noun: ListNoun
  nounId: number
  leaverId: number
  leaver: string
  /** They do not sign in here any more. */
  isGone: boolean
  seats: string[]
  ground: string
  listedOn: When
  leftOn: Day
  successors: { id: number; name: string }[]
  /** How many else can open it. */
  others: number
  mayRemove: boolean
  page: Path | null
}

/** What was answered about someone's place on such a list, and no word of the matter (R11). */
export interface ListReceipt {
  form: string
  noun: ListNoun
  nounId: number
  leaverId: number
  answerId: number
  kind: ListAnswerKind
  leaver: string
  /** Whom the place was handed on to. */
  to: string | null
  by: string
  at: string
  ground: string
  page: Path | null
  wasOpened: boolean
  mayTakeBack: boolean
}

/** Every template of desk/people, and exactly what it is given. */
export interface PeopleViews extends MeViews {
  'desk/people/sign-in/email': {
    frame: DeskFrame<Who | null>
    kept: boolean
    withPasskey: boolean
    withAccount: boolean
  }
  'desk/people/sign-in/invitation': {
    frame: DeskFrame<Who | null>
    token: string
    organisation: string
    seat: string | null
    withAccount: boolean
  }
  'desk/people/sign-in/passkey': {
    frame: DeskFrame<Who | null>
    options: string
    isSecondStep: boolean
  }
  'desk/people/sign-in/new-passkey': {
    frame: DeskFrame<Who | null>
    options: string
    device: string
  }
  'desk/people/sign-in/leaving': { frame: DeskFrame<Who | null>; address: string }
  'desk/people/sign-in/back': { frame: DeskFrame<Who | null>; answer: string }
  'desk/people/sign-in/code': CodePage
  'desk/people/sign-in/_session': { at: string; isSoon: boolean; mayStay: boolean }
  'desk/people/sign-in/_code': CodePage
  'desk/people/sign-in/second-factor': {
    frame: DeskFrame<Who | null>
    withApp: boolean
    withPasskey: boolean
  }
  'desk/people/sign-in/enrol': {
    frame: DeskFrame<Who | null>
    secret: string
    square: { size: number; path: string }
    withPasskey: boolean
  }
  'desk/people/sign-in/recovery': {
    frame: DeskFrame<Who | null>
    codes: string[]
    goesOnTo: Path
  }
  'desk/people/sign-in/ending': { frame: DeskFrame<Who | null> } & Ended
  'desk/people/sign-in/again': {
    frame: DeskFrame
    /** Where what was typed goes on to, and all of it. */
    path: Path
    fields: [name: string, value: string][]
    way: Way
  }
  'desk/people/sign-in/set-up': { frame: DeskFrame<Who | null>; token: string; first: boolean }
  'desk/people/batons/show': {
    frame: DeskFrame
    names: Names
    seat: Seat
    actions: Action[]
    held: number
    baton: Baton | null
    ended: Baton | null
    lapsed: Baton | null
    sees: boolean
    mayHandOn: boolean
    mayAnswer: boolean
    mayStop: boolean
    mayInvite: boolean
    colleagues: { id: number; name: string }[]
    mySeats: Seat[]
    alumni: number[]
    invitedUntil: string | null
    ranOut: boolean
    cannot: boolean
  }
  'desk/people/seats/ending': {
    frame: DeskFrame
    names: Names
    seat: Seat
    actions: Action[]
    /** Who sits there, and how many of them have a calendar of their own. */
    holders: number[]
    calendars: number
    lists: number
    isHandedOn: boolean
    others: Seat[]
  }
  'desk/people/organisations/release': {
    frame: DeskFrame
    organisation: Organisation
    seats: Seat[]
    seatId: number | null
    waiting: number
    saved: boolean
  }
  'desk/people/organisations/ending': {
    frame: DeskFrame
    names: Names
    organisation: Organisation
    led: Action[]
    helped: Action[]
    seats: Seat[]
    people: { id: number; name: string }[]
    /** The tables ahead that it is expected at. */
    tables: RoundTable[]
    lists: number
    others: Organisation[]
  }
  'desk/people/private-lists/index': {
    frame: DeskFrame
    lines: ListLine[]
    answered: ListReceipt[]
  }
  'desk/people/private-lists/answer': { frame: DeskFrame; line: ListLine }
  'desk/people/bringing-in/index': {
    frame: DeskFrame
    organisations: Organisation[]
    /** What each line becomes; nothing before a list was read. */
    plan: PeoplePlan | null
    unread: { number: number; typed: string; why: string }[]
    news: { organisations: number; seats: number; people: number }
    /** The mark of what was read. */
    seen: string
    saved: string | null
  }
  'desk/people/index': {
    frame: DeskFrame
    unopenable: number
    /** Lists that wait for an answer of whoever reads. */
    lists: number
    organisations: Organisation[]
    seats: Seat[]
    people: {
      id: number
      name: string
      email: string
      role: Who['role']
      approves: boolean
      organisationId: number
      endedAt: string | null
      hasSecondFactor: boolean
      invitedUntil: string | null
      ranOut: boolean
    }[]
    /** Open actions that still hang on seats that ended, and on organisations that left. */
    leftOpen: { seats: Map<number, number>; organisations: Map<number, number> }
    /** What is said before a person is ended or has left: nothing for who may do neither. */
    hangsOn: {
      /** The open actions of each seat. */
      actions: Map<number, number>
      /** On how many lists of private matters each person stands. */
      lists: Map<number, number>
      /** Who has a calendar of their own. */
      calendars: number[]
    }
    handingOn: number[]
    alumni: number[]
    withAccounts: boolean
    today: Day
  }
}
