import { keepPages, makePage, sendPage, type Page } from '../page-cache.ts'
import { drawPage, UNKEPT } from './drawing.ts'
import { londonDay, type Reader } from './reader.ts'
import type { BoardDoor, Hall, PublicFile } from './room.ts'

/** Pages and files that are drawn once, and kept for one Board and one London day. */
export const keptPages = (hall: Hall): Pick<BoardDoor, 'page' | 'file' | 'siteFile'> => {
  const { app } = hall
  const serve = keepServing(hall)
  const inEach = (path: string, make: Make): void => {
    for (const each of hall.inEachLanguage(path)) serve(each, make)
  }
  return {
    page: (path, draw) =>
      inEach(path, (reader) => {
        const drawn = draw(reader)
        return 'to' in drawn ? drawn : drawPage(app, reader, drawn)
      }),
    file: (path, draw) => inEach(path, (reader) => textFile(draw(reader))),
    siteFile: (path, draw) => serve(path, (reader) => textFile(draw(reader))),
  }
}

type Made = Page | { to: string }
type Make = (reader: Reader) => Made | Promise<Made>

const keepServing = ({ app, board, now, readerOf, pageBytes }: Hall) => {
  const kept = keepPages(pageBytes)
  return (path: string, make: Make): void => {
    app.get(path, { config: { policy: 'public' } }, async (request, reply) => {
      const edition = `${board().version} ${londonDay(now())}`
      const there = kept.find(edition, request.url)
      if (there) return sendPage(request, reply, there)
      const page = await make(readerOf(request))
      if ('to' in page) return reply.headers(UNKEPT).redirect(page.to, 303)
      return sendPage(
        request,
        reply,
        page.status === 404 ? page : kept.keep(edition, request.url, page),
      )
    })
  }
}

const textFile = ({ type, body, status, name }: PublicFile): Page =>
  makePage(body, status ?? 200, type, name)
