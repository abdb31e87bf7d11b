import { placesOf } from './places.ts'
import type { Desk, Visit } from './visit.ts'
import type { FastifyReply } from 'fastify'
import { inSixMoves, type Failed, type Moves } from '../change.ts'
import { show } from '../answer.ts'
import type { Policy } from '../policy.ts'
import type { Path } from '../to.ts'
import { typedIn } from '../forms.ts'
import { view } from '../views/desk.ts'
import type { DeskFrame } from '../views/desk/frame.ts'
import type { Drawn } from '../views/view.ts'

/** Whom a route is for, behind the door: signing in has routes of its own (`arrival.ts`). */
export type DeskPolicy = Exclude<Policy, 'public' | 'link' | 'signing-in'>
export type Handler = (visit: Visit) => FastifyReply | Promise<FastifyReply>

/** One address behind the desk's door, and all that the door needs to know of it. */
export interface Route {
  method: 'get' | 'post'
  path: `/${string}`
  policy: DeskPolicy
  handler: Handler
  /** What is typed here is kept when the session runs out (R25): words, and never a decision. */
  /** All of them; or these alone, where the rest of the form decides something. */
  keepsWords?: true | readonly string[]
  /** A page that asks by itself, so that a lid left open keeps no session alive (R25). */
  asksByItself?: true
  /** What a form here may bring in bytes, and as much of it is kept; forms are smaller elsewhere. */
  formBytes?: number
  /**
   * R25: who sends this shows again who they are, where they have not done so for a while. For a form
   * of several steps, whether this is the step that changes something; `taking` where they get a file.
   */
  asksWho?: true | 'taking' | ((body: unknown) => boolean)
  /** A form here may bring photos. */
  photos?: true
  /** The largest file that a form here may bring; what a form brings is small everywhere else. */
  fileBytes?: number
  /**
   * Asked before a large form is read, where the policy of the route does not say it all: whoever
   * may not do this is refused (thrown) before their file comes in.
   */
  first?: (visit: Visit) => void
  /** Whether there is such an address in this house at all. */
  isThere?: (desk: Desk) => boolean
}

/** A page to read. */
export const page = (
  path: Route['path'],
  policy: DeskPolicy,
  draw: (visit: Visit) => Drawn,
): Route => get(path, policy, (visit) => show(visit.reply, draw(visit)))

/** ... and anything else that changes nothing: a file, a page that may be asked for as a part. */
export const get = (path: Route['path'], policy: DeskPolicy, handler: Handler): Route => ({
  method: 'get',
  path,
  policy,
  handler,
})

/** What the door needs to know of a route beside its policy. */
export type Further = Pick<Route, 'keepsWords' | 'fileBytes' | 'formBytes' | 'asksWho' | 'first'>

/** A change, in six moves. */
export const change = <Found, Form, Value, Done>(
  path: Route['path'],
  policy: DeskPolicy,
  moves: Moves<Visit, Found, Form, Value, Done> & Further,
): Route => {
  const { keepsWords, fileBytes, formBytes, asksWho, first } = moves
  return post(
    path,
    policy,
    inSixMoves(moves, ({ store }, work) => store.together(work)),
    {
      ...(keepsWords && { keepsWords }),
      ...(fileBytes !== undefined && { fileBytes }),
      ...(formBytes !== undefined && { formBytes }),
      ...(asksWho && { asksWho }),
      ...(first && { first }),
    },
  )
}

/** ... and one whose moves are its own: signing in, a file that is read before it is decided. */
export const post = (
  path: Route['path'],
  policy: DeskPolicy,
  handler: Handler,
  further: Further = {},
): Route => ({ method: 'post', path, policy, handler, ...further })

/** The frame of a page: who reads it, and the form that was refused with all that was typed. */
export const frameOf = <Reader extends Visit['who'] | null>(
  { who, today, desk, request }: Pick<Visit, 'today' | 'desk' | 'request'> & { who: Reader },
  title: string,
  active: string,
  failed?: Failed,
): DeskFrame<Reader> => ({
  title,
  active,
  who,
  today,
  demo: desk.config.demo,
  lettersStay: desk.config.smtpUrl === null,
  form: failed?.form ?? '',
  errors: failed?.errors ?? [],
  typed: failed ? typedIn(failed.body) : {},
  kept: {},
  places: () => (who === null ? [] : placesOf({ who, today, desk, request }, active)),
})

/** R23: two people changed one thing. Nothing is saved, and both texts are shown. */
export const conflictPage = (
  visit: Visit,
  active: string,
  {
    reason,
    theirs,
    yours,
    back,
    title = 'Two people changed this',
  }: {
    reason: string
    theirs: string
    yours: string
    back: Path
    title?: string
  },
): Drawn =>
  view('errors/conflict', { frame: frameOf(visit, title, active), reason, theirs, yours, back })
