import { SAFE_HEADERS, sendDownload, sendPage, sendPicture } from '../page-cache.ts'
import { drawPage, sendUnkept } from './drawing.ts'
import type { BoardDoor, Hall } from './room.ts'

/** What is not kept here: files of someone's making, and pages that are one person's. */
export const unkeptPages = (hall: Hall): Pick<BoardDoor, 'download' | 'picture' | 'alone'> => ({
  download: (path, find) => {
    for (const each of hall.inEachLanguage(path)) download(hall, each, find)
  },
  picture: (path, of) => {
    for (const each of hall.inEachLanguage(path)) picture(hall, each, of)
  },
  alone: (path, draw) => {
    for (const each of hall.inEachLanguage(path)) alone(hall, each, draw)
  },
})

const download = (
  { app, readerOf, fileOf }: Hall,
  path: string,
  find: Parameters<BoardDoor['download']>[1],
): void => {
  app.get(path, { config: { policy: 'public' } }, async (request, reply) => {
    const reader = readerOf(request)
    const found = find(reader, fileOf)
    return 'bytes' in found
      ? sendDownload(request, reply, found)
      : sendPage(request, reply, await drawPage(app, reader, found))
  })
}

/** Whatever the address asks for besides: a picture is drawn once for all that it says. */
const picture = (
  { app, readerOf, pictures }: Hall,
  path: string,
  of: Parameters<BoardDoor['picture']>[1],
): void => {
  app.get(path, { config: { policy: 'public' } }, async (request, reply) => {
    const reader = readerOf(request)
    const found = of(reader)
    if ('data' in found) return sendPage(request, reply, await drawPage(app, reader, found))
    const drawn = pictures(found)
    return drawn === undefined
      ? reply
          .headers({ ...SAFE_HEADERS, 'retry-after': '60' })
          .code(503)
          .send()
      : sendPicture(request, reply, await drawn)
  })
}

const alone = (
  { app, readerOf, inbox, now }: Hall,
  path: string,
  draw: Parameters<BoardDoor['alone']>[1],
): void => {
  app.get(path, { config: { policy: 'public' } }, async (request, reply) => {
    const reader = readerOf(request)
    return sendUnkept(app, reply, reader, draw(reader, { inbox, nowMs: now().getTime() }))
  })
}
