import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../domain/decision.ts'
import type { Day } from '../../domain/day.ts'
import type { Who } from '../../domain/people/person.ts'
import type { Post } from '../../mail/post.ts'
import type { Session } from '../../store/people/sign-in.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../../work/actor.ts'
import type { Policy } from '../policy.ts'
import type { Passkeys } from '../sign-in/passkeys.ts'
import type { WorkAccounts } from '../sign-in/work-accounts.ts'
import type { Address } from '../to.ts'
import type { DeskFrame } from '../views/desk/frame.ts'
import type { Language } from '../words/languages.ts'
import type { Handler } from './route.ts'

/** Someone who has come in, and what they brought. */
export interface Visit extends Actor {
  session: Session
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
  request: FastifyRequest
  reply: FastifyReply
  desk: Desk
  store: Store
}

/** What stands behind the desk's door, the same for everyone who comes in. */
export interface Desk {
  store: Store
  post: Post
  config: Address & { demo: boolean }
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
  /** Sends the postman round, once what was changed is on disk. */
  postLetters: () => void
  app: FastifyInstance
  get: (path: string, policy: Policy, handler: Handler) => void
  poll: (path: string, policy: Policy, handler: Handler) => void
  change: (path: string, policy: Policy, handler: Handler, more?: { fileBytes: number }) => void
  frame: <Reader extends Who | null>(
    visit: Pick<Visit, 'today'> & { who: Reader },
    title: string,
    active: string,
    failed?: { form: string; errors: Refusal[]; body: unknown },
  ) => DeskFrame<Reader>
}
