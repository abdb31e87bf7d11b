import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyServerFactory } from 'fastify'
import type { Board } from '../domain/publishing/board.ts'
import type { PATIENCE } from '../web/arriving/patience.ts'
import { readersDoor } from '../web/board/door.ts'
import type { FileOf } from '../web/board/room.ts'
import { serveHealth } from '../web/health.ts'
import { openServer } from '../web/open-server.ts'
import { registerSharedParts } from '../web/shared-parts.ts'
import type { Copied } from '../web/to.ts'
import { readFittings } from '../fittings.ts'
import { boardRoutes } from '../web/board/routes.ts'
import { serveAssets } from '../web/files/assets.ts'
import { keepPictures } from '../web/files/pictures/kept-pictures.ts'

/** Hands a request on to another server, and its answer back. */
export type Pass = (asked: IncomingMessage, answer: ServerResponse) => void

export interface ReadersParts {
  board: () => Board
  /** The files of what is told; null where they are elsewhere. */
  fileOf: FileOf | null
  now: () => Date
  publicUrl: string
  trustProxy: boolean
  logLevel: string
  logTo?: NodeJS.WritableStream
  /** Where this is a copy of the board, to read. */
  copied?: Copied
  /** The languages to read it in; all of them where none are named. */
  languages?: readonly string[]
  /** Is told each path that is read here, as the router knows it. */
  onPath?: (path: string) => void
  /** Takes whatever is not read here; without it that is an address which is not there. */
  pass?: Pass
}

/** The public side alone, for those who read: made of a Board, and with nothing else behind it. */
export const buildReadersApp = async (parts: ReadersParts): Promise<FastifyInstance> => {
  const { board, pass } = parts
  const app = openServer({ ...parts, ...(pass && { serverFactory: onlyReading(pass) }) })
  if (parts.onPath) tellPaths(app, parts.onPath)
  const { templates, assets, fonts, criteria, figures, ...fitted } = readFittings()
  const languages = fitted.languages.filter(({ code }) => parts.languages?.includes(code) ?? true)
  await registerSharedParts(app, {
    templates,
    asset: serveAssets(app, assets).at,
    english: languages[0]!,
    sample: board().sample !== null,
    contact: () => board().partnership,
  })
  if (!pass) serveHealth(app, () => 'ok')
  const door = readersDoor(app, {
    ...parts,
    languages,
    pictures: keepPictures(fonts),
    pageBytes: undefined,
    rooms: boardRoutes({ criteria, figures }),
  })
  app.setNotFoundHandler(
    pass
      ? (request, reply) => {
          reply.hijack()
          pass(request.raw, reply.raw)
        }
      : door.missing,
  )
  await app.ready()
  return app
}

/** English as it stands, and every other language in the place of all. */
const tellPaths = (app: FastifyInstance, onPath: (path: string) => void): void => {
  app.addHook('onRoute', ({ method, url }) => {
    if (method !== 'GET') return
    const [, codes, rest = ''] = /^\/:language\(\^\(\?:([\w|]+)\)\$\)(.*)$/.exec(url) ?? []
    if (codes === undefined) onPath(url)
    else for (const code of codes.split('|')) onPath(`/${code}${rest}`)
  })
}

/** What is sent here goes on as it comes, before anybody reads it. */
const onlyReading =
  (pass: Pass): FastifyServerFactory =>
  (handler, options) => {
    const { http, keepAliveTimeout, requestTimeout } = options as typeof PATIENCE
    const server = createServer(http, (asked, answer) =>
      asked.method === 'GET' || asked.method === 'HEAD'
        ? handler(asked, answer)
        : pass(asked, answer),
    )
    return Object.assign(server, { keepAliveTimeout, requestTimeout })
  }
