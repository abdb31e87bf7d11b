import type { FastifyReply } from 'fastify'
import { show } from '../answer.ts'
import { inSixMoves, type Moves } from '../change.ts'
import { notFound } from '../errors.ts'
import { refuseTampered, typedIn } from '../forms.ts'
import { view } from '../views/report.ts'
import type { Drawn } from '../views/view.ts'
import { holderOf, type AtDoor, type Holder } from './holder.ts'

/** One address behind the report door. */
export interface Route {
  method: 'get' | 'post'
  path: `/${string}`
  handler: (atDoor: AtDoor) => FastifyReply | Promise<FastifyReply>
  /** A form here may bring photos. */
  photos?: true
  /** Answers, before a form is read, whoever holds nothing that opens this. */
  first?: (atDoor: AtDoor) => FastifyReply | undefined
}

/** A file for a program that holds an address of someone's own. */
export interface PrivateFile {
  type: string
  name: string
  body: string
}

/** What stands in place of a page for a link that opens nothing. */
export interface Gone {
  gone: 404 | 410
  /** With what was typed and could not be sent. */
  draw: (unsent: string[]) => Drawn
}

/**
 * Pages and changes for whoever holds one kind of link.
 * @param find who it is, or why the link opens nothing any more.
 */
export const forWhoHolds = <H extends AtDoor>(find: (atDoor: AtDoor) => H | Gone) => {
  const letIn =
    <Answer>(handler: (holder: H) => Answer) =>
    (atDoor: AtDoor): Answer | FastifyReply => {
      const found = find(atDoor)
      return 'gone' in found
        ? show(atDoor.reply.code(found.gone), found.draw(unsentIn(atDoor.body)))
        : handler(found)
    }
  /** A page to read, and one that may send them on. */
  const get = (path: Route['path'], handler: (holder: H) => FastifyReply): Route => ({
    method: 'get',
    path,
    handler: letIn(handler),
  })
  return {
    get,
    /**
     * Turns away whoever holds nothing, before a form is read; what was sent by a link that is too
     * old is read, and shown again.
     */
    first: (atDoor: AtDoor): FastifyReply | undefined => {
      const found = find(atDoor)
      return 'gone' in found && found.gone === 404
        ? show(atDoor.reply.code(404), found.draw([]))
        : undefined
    },
    page: (path: Route['path'], draw: (holder: H) => Drawn): Route =>
      get(path, (holder) => show(holder.reply, draw(holder))),
    /** A change, in six moves; a form that was tampered with gets no second look. */
    change: <Found, Form, Value, Done>(
      path: Route['path'],
      moves: Moves<H, Found, Form, Value, Done>,
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
    }),
  }
}

/** The fields of these forms that are typed in words. */
const TYPED = ['text', 'words', 'waitingFor', 'reason', 'standIn']

/** R23: a link may come to its end while its page lies open, and what was typed is not lost. */
const unsentIn = (body: unknown): string[] => {
  const typed = typedIn(body)
  return TYPED.flatMap((name) => typed[name] ?? []).filter((each) => each.trim() !== '')
}

/** For who holds the link to an action: where it is too old, they may ask for a new one. */
export const { get, page, change, first } = forWhoHolds<Holder>((atDoor) => {
  const holder = holderOf(atDoor)
  if (typeof holder !== 'string') return holder
  const mayAsk = holder === 'old'
  return {
    gone: mayAsk ? 410 : 404,
    draw: (unsent) => view('report/actions/gone', { token: atDoor.params.token!, mayAsk, unsent }),
  }
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
