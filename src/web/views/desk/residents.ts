import type { Goes } from '../../../domain/people/erasing.ts'
import type { Message } from '../../../domain/residents/message.ts'
import type { Question, Verdicts } from '../../../domain/residents/verdict.ts'
import type { DeskFrame } from './frame.ts'
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

/** Every template of desk/residents, and exactly what it is given. */
export interface ResidentsViews {
  'desk/residents/messages/index': {
    frame: DeskFrame
    messages: Message[]
    held: Message[]
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
    others: { id: number; text: string }[]
    area: number | null
    areas: Record<string, string>
    languages: Tongues
    steps: string
    grounds: readonly string[]
  }
}
