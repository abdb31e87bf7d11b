import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from '../page-cache.ts'
import type { Copied } from '../to.ts'
import type { Language } from '../words/languages.ts'
import { drawPage } from './drawing.ts'
import { missingPage } from './gone.ts'
import { keptPages } from './kept-pages.ts'
import { waysToLeave } from './leaving.ts'
import { keepReader } from './reader.ts'
import type { BoardDoor, FileOf, Hall, OpenHall } from './room.ts'
import { downloads, drawnPictures, ownPages } from './unkept-pages.ts'

type Given<H> = Omit<H, 'app' | 'readerOf' | 'inEachLanguage'> & {
  languages: readonly Language[]
  publicUrl: string
  rooms: ((room: BoardDoor) => void)[]
  /** Where this is a copy of the board, to read. */
  copied?: Copied
}

/** The residents' door: no cookie, no script that is needed, no sign-in, and nothing to read but the Board. */
export const boardDoor = (app: FastifyInstance, parts: Given<OpenHall>) => {
  const hall = hallOf(app, parts)
  const open = { ...parts, ...hall }
  const room: BoardDoor = {
    ...keptPages(hall),
    ...drawnPictures(hall),
    ...downloads(open),
    ...ownPages(open),
    ...waysToLeave(open),
  }
  for (const each of parts.rooms) each(room)
  return { missing: missingOf(hall, parts) }
}

/**
 * The same door for those who only read: nothing can be left here, and no page is one person's.
 * Where the files are elsewhere too, they have no address here.
 */
export const readersDoor = (
  app: FastifyInstance,
  { fileOf, ...parts }: Given<Hall> & { fileOf: FileOf | null },
) => {
  const hall = hallOf(app, parts)
  const kept = keptPages(hall)
  const room: BoardDoor = {
    ...kept,
    ...drawnPictures(hall),
    ...(fileOf ? downloads({ ...hall, fileOf }) : { download: () => {} }),
    alone: () => {},
    // A copy has no form, and says where there is one; beside the record its own server draws it.
    keyed: parts.copied ? kept.page : () => {},
    leave: () => {},
  }
  for (const each of parts.rooms) each(room)
  return { missing: missingOf(hall, parts) }
}

const hallOf = (app: FastifyInstance, parts: Given<Hall>): Hall => ({
  app,
  board: parts.board,
  pictures: parts.pictures,
  now: parts.now,
  pageBytes: parts.pageBytes,
  readerOf: keepReader(parts),
  inEachLanguage: pathsIn(othersOf(parts)),
})

const othersOf = ({ languages }: Pick<Given<Hall>, 'languages'>): string[] =>
  languages.slice(1).map((each) => each.code)

/** An address that is not on the board, as residents see it, in the language of the address. */
const missingOf =
  ({ app, readerOf }: Hall, parts: Pick<Given<Hall>, 'languages'>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const reader = readerOf(inLanguageOf(request, othersOf(parts)))
    return sendPage(request, reply, await drawPage(app, reader, missingPage(reader)))
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
