import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from '../page-cache.ts'
import type { Language } from '../words/languages.ts'
import { drawPage } from './drawing.ts'
import { missingPage } from './gone.ts'
import { keptPages } from './kept-pages.ts'
import { waysToLeave } from './leaving.ts'
import { keepReader } from './reader.ts'
import type { BoardDoor, Hall } from './room.ts'
import { unkeptPages } from './unkept-pages.ts'

interface Parts extends Omit<Hall, 'app' | 'readerOf' | 'inEachLanguage'> {
  languages: readonly Language[]
  publicUrl: string
  rooms: ((room: BoardDoor) => void)[]
}

/** The residents' door: no cookie, no script that is needed, no sign-in, and nothing to read but the Board. */
export const boardDoor = (app: FastifyInstance, parts: Parts) => {
  const others = parts.languages.slice(1).map((each) => each.code)
  const readerOf = keepReader(parts)
  const hall: Hall = { ...parts, app, readerOf, inEachLanguage: pathsIn(others) }
  const room: BoardDoor = { ...keptPages(hall), ...unkeptPages(hall), ...waysToLeave(hall) }
  for (const open of parts.rooms) open(room)
  return {
    /** An address that is not on the board, as residents see it, in the language of the address. */
    missing: async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const reader = readerOf(inLanguageOf(request, others))
      return sendPage(request, reply, await drawPage(app, reader, missingPage(reader)))
    },
  }
}

/** English at the root, the others under `/{language}/`. */
const pathsIn = (others: string[]) => {
  const inOthers = `/:language(^(?:${others.join('|')})$)`
  return (path: string): string[] =>
    others.length > 0 ? [path, path === '/' ? inOthers : inOthers + path] : [path]
}

/** No route has read the language of an address that is not there. */
const inLanguageOf = (request: FastifyRequest, others: string[]): FastifyRequest => {
  const code = request.url.split(/[/?]/)[1] ?? ''
  return Object.assign(Object.create(request) as FastifyRequest, {
    params: others.includes(code) ? { language: code } : {},
  })
}
