import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Board } from '../../domain/board.ts'
import { dayOf, type Day } from '../../domain/day.ts'
import { keepPages, makePage, sendPage } from '../pages.ts'
import { view, type Drawn } from '../views.ts'

/** What a public page is a function of: never the store (R10). */
export interface Reader { board: Board; today: Day; params: Record<string, string>; query: Record<string, unknown> }
export interface PublicPage extends Drawn { status?: number }
export interface BoardDoor { page: (path: string, draw: (reader: Reader) => PublicPage) => void }

/** The residents' door: no cookie, no script, no sign-in, and nothing to read but the Board. */
export const boardDoor = (app: FastifyInstance, { board, now, rooms }: { board: () => Board; now: () => Date; rooms: ((room: BoardDoor) => void)[] }): void => {
  const kept = keepPages()
  const room: BoardDoor = {
    page: (path, draw) => {
      app.get(path, { config: { policy: 'public' } }, async (request, reply) => {
        const current = board()
        const today = londonDay(now())
        const edition = `${current.version} ${today}`
        const there = kept.find(edition, request.url)
        if (there) return sendPage(request, reply, there)
        const drawn = draw({ board: current, today, params: request.params as Record<string, string>, query: onlyStrings(request) })
        const page = makePage(await app.view(drawn.name, drawn.data), drawn.status ?? 200)
        return sendPage(request, reply, page.status === 404 ? page : kept.keep(request.url, page))
      })
    }
  }
  for (const open of rooms) open(room)
}

/** An address that is not on the board, as residents see it. */
export const missingPage = (board: Board): PublicPage => ({ ...view('board/pages/missing', { frame: { title: 'This page is not here', active: '', partnership: board.partnership } }), status: 404 })

/** A repeated parameter counts once. */
const onlyStrings = (request: FastifyRequest): Record<string, unknown> =>
  Object.fromEntries(Object.entries(request.query as Record<string, unknown>).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]))

/** The London day, worked out once a second: it stands in the key of every kept page. */
let clock = { second: 0, day: '' }
const londonDay = (instant: Date): Day => {
  const second = Math.floor(instant.getTime() / 1000)
  if (second !== clock.second) clock = { second, day: dayOf(instant) }
  return clock.day
}
