import type { Frequency, Why } from '../../../domain/actions/notices.ts'
import type { Letter } from '../../../mail/letter.ts'
import type { LetterDecision } from '../../../store/letters/decisions.ts'
import type { LetterRow } from '../../../store/letters/letters.ts'
import type { ReturnedLetter } from '../../../store/letters/returned.ts'
import type { Example } from '../../../work/letters/examples.ts'
import type { Path } from '../../to.ts'
import type { DeskFrame } from './frame.ts'

/** A letter as the desk lists it: to whom, why, when, and what became of it. Never its words. */
export interface LetterLine extends Pick<
  LetterRow,
  'id' | 'kind' | 'at' | 'tryAt' | 'postedAt' | 'fault' | 'heldAt'
> {
  name: string
  /** The round table that it is about. */
  table: string | null
  about: ({ why: Why; isAnswer: boolean; isHeld: boolean; number: string } | null)[]
  isBack: boolean
  /** Another letter to the same person came back, and nobody has seen to that. */
  addressFails: boolean
  decisions: (LetterDecision & { name: string })[]
}

/** A letter that came back; the address of a resident is nobody's to see. */
export interface Back extends ReturnedLetter {
  name: string
  email: string
  isNoMailbox: boolean
}

/** Every template of the letters, and exactly what it is given. */
export interface LettersViews {
  'desk/actions/letters/index': {
    frame: DeskFrame
    frequency: Frequency
    mayKeep: boolean
    waiting: LetterLine[]
    gone: LetterLine[]
    later: { personId: number; name: string }[]
    returned: Back[][]
  }
  'desk/actions/letters/show': {
    frame: DeskFrame
    at: Path
    title: string
    says: string
    letter: Letter | undefined
    line: LetterLine | null
    isSent: boolean
    own: string
  }
  'desk/actions/letters/kinds': { frame: DeskFrame; examples: Example[] }
}
