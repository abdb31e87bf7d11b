import type { TakenAway } from '../../../store/people/second-factors.ts'

/** How someone shows again who they are: by their second factor, or by a fresh code where there is none. */
export interface Way {
  withApp: boolean
  /** What a passkey is asked to sign; null where there is none. */
  options: string | null
  /** A code went to their address; in the demo it is shown. */
  withCode: boolean
  /** What they get is a file, and this page stays. */
  takes: boolean
  shownCode: string | null
  full: 'five' | 'many' | null
}

/** What the button of a letter about a new device ends, or has ended. */
export interface Ended {
  token: string
  isOver: boolean
  /** What ended beside the sessions, and whether they set up a second factor anew. */
  taken: TakenAway[]
  setsUpAnew: boolean
}
