import type { FastifyReply } from 'fastify'
import type { Day } from '../../domain/day.ts'
import type { Store } from '../../store/store.ts'
import { show } from '../answer.ts'
import { inSixMoves, type Asked, type Failed, type Moves } from '../change.ts'
import type { DeskFrame } from '../views/desk/frame.ts'
import type { Drawn } from '../views/view.ts'
import { frameOf } from './route.ts'
import type { Desk } from './visit.ts'

/** Someone at the door who has no session yet, or the first half of one, and what they brought. */
export interface Arrival extends Asked {
  desk: Desk
  store: Store
  params: Record<string, string>
  query: Record<string, string>
  at: string
  today: Day
}

export type ArrivalHandler = (arrival: Arrival) => FastifyReply | Promise<FastifyReply>

/** One address of signing in: the only ones behind the desk's door that ask for no session. */
export interface ArrivalRoute {
  method: 'get' | 'post'
  path: `/${string}`
  policy: 'signing-in'
  handler: ArrivalHandler
  /** How often one caller may try in a quarter of an hour. */
  tries?: number
  /** R25: who is in already shows again who they are before their ways in change. */
  asksWho?: true
  /** Without it the address is not there at all: a way in that the settings have to name. */
  isThere?: (desk: Desk) => boolean
}

/** A page for someone who has not come in yet. */
export const arrivalPage = (
  path: ArrivalRoute['path'],
  draw: (arrival: Arrival) => Drawn,
): ArrivalRoute => arrivalGet(path, (arrival) => show(arrival.reply, draw(arrival)))

/** ... or a page that may send them elsewhere. */
export const arrivalGet = (path: ArrivalRoute['path'], handler: ArrivalHandler): ArrivalRoute => ({
  method: 'get',
  path,
  policy: 'signing-in',
  handler,
})

/** A form of theirs, in six moves. */
export const arrivalChange = <Found, Form, Value, Done>(
  path: ArrivalRoute['path'],
  tries: number,
  moves: Moves<Arrival, Found, Form, Value, Done>,
): ArrivalRoute =>
  arrivalPost(
    path,
    tries,
    inSixMoves(moves, ({ store }, work) => store.together(work)),
  )

/** ... and one whose moves are its own: a wrong code counts, and a device is waited for. */
export const arrivalPost = (
  path: ArrivalRoute['path'],
  tries: number,
  handler: ArrivalHandler,
  further: Pick<ArrivalRoute, 'asksWho'> = {},
): ArrivalRoute => ({ method: 'post', path, policy: 'signing-in', tries, handler, ...further })

/** The frame of a page before anyone has come in. */
export const arrivalFrame = (
  { desk, today, request }: Arrival,
  title: string,
  failed?: Failed,
): DeskFrame<null> => frameOf({ desk, today, request, who: null }, title, 'sign-in', failed)
