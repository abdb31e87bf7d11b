import type { FastifyReply } from 'fastify'
import { show } from '../answer.ts'
import { inSixMoves, type Moves } from '../change.ts'
import { notFound } from '../errors.ts'
import { refuseTampered } from '../forms.ts'
import { view } from '../views/report.ts'
import type { Drawn } from '../views/view.ts'
import { holderOf, type AtDoor, type Holder } from './holder.ts'

/** One address behind the report door. */
export interface Route {
  method: 'get' | 'post'
  path: `/${string}`
  handler: (atDoor: AtDoor) => FastifyReply
}

/** A file for a program that holds an address of someone's own. */
export interface PrivateFile {
  type: string
  name: string
  body: string
}

/** A page to read, by who holds its link. */
export const page = (path: Route['path'], draw: (holder: Holder) => Drawn): Route =>
  get(path, (holder) => show(holder.reply, draw(holder)))

/** ... and one that may send them on. */
export const get = (path: Route['path'], handler: (holder: Holder) => FastifyReply): Route => ({
  method: 'get',
  path,
  handler: letIn(handler),
})

/** A change, in six moves, by who holds its link; a form that was tampered with gets no second look. */
export const change = <Found, Form, Value, Done>(
  path: Route['path'],
  moves: Moves<Holder, Found, Form, Value, Done>,
): Route => ({
  method: 'post',
  path,
  handler: letIn(
    inSixMoves(
      {
        ...moves,
        again: (holder, found, failed) => {
          refuseTampered(failed.errors)
          return moves.again(holder, found, failed)
        },
      },
      ({ store }, work) => store.together(work),
    ),
  ),
})

/** ... and one whose moves are its own, by anyone at the door. */
export const post = (path: Route['path'], handler: Route['handler']): Route => ({
  method: 'post',
  path,
  handler,
})

/** A file. Nothing is the same as an address that never was. */
export const file = (
  path: Route['path'],
  make: (atDoor: AtDoor) => PrivateFile | undefined,
): Route => ({
  method: 'get',
  path,
  handler: (atDoor) => {
    const made = make(atDoor)
    if (!made) throw notFound()
    return atDoor.reply
      .header('content-disposition', `attachment; filename="${made.name}"`)
      .type(made.type)
      .send(made.body)
  },
})

/** Only who holds a link that still holds; where it is too old, they may ask for a new one. */
const letIn =
  (handler: (holder: Holder) => FastifyReply): Route['handler'] =>
  (atDoor) => {
    const holder = holderOf(atDoor)
    if (typeof holder !== 'string') return handler(holder)
    const mayAsk = holder === 'old'
    return show(
      atDoor.reply.code(mayAsk ? 410 : 404),
      view('report/actions/gone', { token: atDoor.params.token!, mayAsk }),
    )
  }
