import type { Session } from '../../store/people/sessions.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Day } from '../../domain/day.ts'
import type { TableKey, TableAnswer } from '../../domain/people/own-there.ts'
import type { Letter } from '../../mail/letter.ts'
import type { Post } from '../../mail/post.ts'
import type { NoticeRow } from '../../store/actions/notices.ts'
import type { LetterRow } from '../../store/letters/letters.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../../work/actor.ts'
import type { Backups } from '../../work/backups/keeper.ts'
import type { Example } from '../../work/letters/examples.ts'
import type { IsTooMuch } from '../limits.ts'
import type { keepShown, Once } from '../once.ts'
import type { Onward } from '../sign-in/onward.ts'
import type { Passkeys } from '../sign-in/passkeys.ts'
import type { WorkAccounts } from '../sign-in/work-accounts.ts'
import type { WrongNumbers } from '../sign-in/wrong-numbers.ts'
import type { Address } from '../to.ts'
import type { Drawn } from '../views/view.ts'
import type { Language } from '../words/languages.ts'

/** Someone who has come in, and what they brought. */
export interface Visit extends Actor {
  session: Session
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
  once: Once
  request: FastifyRequest
  reply: FastifyReply
  desk: Desk
  store: Store
}

/** Letters as a coordinator looks at them before they go: nothing is written by it (R21). */
export interface LettersToLookAt {
  /** One that waits or went; none where nothing is left to say. */
  look: (row: LetterRow, waiting?: NoticeRow[]) => Letter | undefined
  /** One of each kind, about nothing real. */
  examples: () => Example[]
}

/** What stands behind the desk's door, the same for everyone who comes in. */
export interface Desk {
  store: Store
  post: Post
  config: Address & { demo: boolean; smtpUrl: string | null; replyTo?: string | null }
  now: () => Date
  today: () => Day
  at: () => string
  /**
   * Every language the board is read in, English first, and how many words of the page one of them
   * lacks.
   */
  languages: readonly Language[]
  missingIn: (code: string) => number
  passkeys: Passkeys
  /** Where work accounts live, if the settings name it. */
  accounts: WorkAccounts | null
  /** The ways in beside the code, for the page that offers them. */
  waysIn: { withPasskey: boolean; withAccount: boolean }
  /** The demo alone shows a code on the page: by browser, for the page that asks. */
  shownCodes: Map<string, string>
  /** Pages that are shown once, for a second tap on the same form. */
  shown: ReturnType<typeof keepShown<Drawn>>
  /** Tokens of sessions that were renewed, for a second tap on the form that renewed one. */
  renewed: ReturnType<typeof keepShown<string>>
  /** Counts what comes in, in memory alone. */
  isTooMuch: IsTooMuch
  /** Where someone was going who has to sign in first. */
  onward: Onward
  /** How often the numbers of authenticator apps were wrong. */
  wrongNumbers: WrongNumbers
  letters: LettersToLookAt
  /** Asks another round table what is somebody's own there; nobody where this one is alone. */
  askTable?: (key: TableKey) => Promise<TableAnswer>
  /** Whole copies of the record; nobody keeps any in a house that is only tried. */
  backups: Backups | null
  /** Takes away letters that were written as files to an address that is erased (R29). */
  dropLettersTo: (address: string) => void
  /** Sends the postman round, once what was changed is on disk. */
  postLetters: () => void
}
