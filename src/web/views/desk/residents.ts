import type { Goes } from '../../../domain/people/erasing.ts'
import type { Message } from '../../../domain/residents/message.ts'
import type {
  Due,
  Request,
  RequestStep,
  RequestStepKind,
} from '../../../domain/residents/request.ts'
import type { Question, Verdicts } from '../../../domain/residents/verdict.ts'
import type { DeskFrame } from './frame.ts'
import type { Shown } from './frame.ts'
import type { Choices, Names } from '../../../work/names.ts'

/** Languages by their code, for texts that someone wrote in one. */
export type Tongues = Record<string, { name: string; locale: string; dir: 'ltr' | 'rtl' }>

/** What residents say of what is public now. */
export interface SaidOf {
  slug: string
  said: string
  publicationId: number
  question: Question
  verdicts: Verdicts
  actionIds: number[]
}

/** A request or a complaint, what it is called and what is due. */
export interface RequestLine extends Request {
  called: string
  due: Due | null
}
/** What would go, where someone looked first. */
export type ErasureLook =
  | {
      kind: 'address'
      typed: string
      goes: Goes[]
      /** Someone who signs in, or did, with that address. */
      person: { id: number; isHere: boolean } | null
    }
  | {
      kind: 'words'
      typed: string
      sentences: { key: string; what: string; text: string }[]
      /** What is public, or on its way there, and holds it. */
      told: { id: number; name: string }[]
    }
  | null

interface Choice {
  value: string
  label: string
}

/** Every template of desk/residents, and exactly what it is given. */
export interface ResidentsViews {
  'desk/residents/messages/index': {
    frame: DeskFrame
    /** Someone may be at risk: held in private. */
    held: Shown<Message>
    waiting: Shown<Message>
    done: Shown<Message>
    areas: Record<string, string>
    languages: Tongues
  }
  'desk/residents/messages/show': {
    frame: DeskFrame
    names: Names
    choices: Choices
    message: Message
    mayHandle: boolean
    /** What an erasure would take. */
    goes: Goes[]
    concerns: { id: number; text: string; isHeld: boolean }[]
    others: Shown<{ id: number; text: string }>
    area: number | null
    areas: Record<string, string>
    languages: Tongues
    steps: string
    grounds: readonly string[]
    requestKinds: Choice[]
    /** Requests that were written down from it. */
    requests: { id: number; called: string }[]
  }
  'desk/residents/requests/index': {
    frame: DeskFrame
    open: RequestLine[]
    answered: Shown<RequestLine>
    kinds: Choice[]
  }
  'desk/residents/requests/show': {
    frame: DeskFrame
    request: RequestLine
    names: Names
    mayHandle: boolean
    /** The steps that count no more. */
    wrong: RequestStep[]
    said: Record<RequestStepKind, string>
    steps: Choice[]
  }
  'desk/residents/erasures/index': {
    frame: DeskFrame
    look: ErasureLook
    /** What was erased just now. */
    done: string
  }
}
