import { SAFE_HEADERS, sendDownload, sendPage, sendPicture } from '../page-cache.ts'
import { drawPage, sendUnkept } from './drawing.ts'
import type { BoardDoor, FilesHall, Hall, OpenHall } from './room.ts'

/** Pages that are one person's. */
export const ownPages = (hall: OpenHall): Pick<BoardDoor, 'alone' | 'keyed'> => ({
  keyed: (path, draw) => {
    for (const each of hall.inEachLanguage(path)) alone(hall, each, draw)
  },
  alone: (path, draw) => {
    for (const each of hall.inEachLanguage(path)) alone(hall, each, draw)
  },
})

/** Files of someone's making. */
export const downloads = (hall: FilesHall): Pick<BoardDoor, 'download'> => ({
  download: (path, find) => {
    for (const each of hall.inEachLanguage(path)) download(hall, each, find)
  },
})

/** Pictures, which are kept by what they say. */
export const drawnPictures = (hall: Hall): Pick<BoardDoor, 'picture'> => ({
  picture: (path, of) => {
    for (const each of hall.inEachLanguage(path)) picture(hall, each, of)
  },
})

const download = (
  { app, readerOf, fileOf }: FilesHall,
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
  { app, readerOf, inbox, now }: OpenHall,
  path: string,
  draw: Parameters<BoardDoor['alone']>[1],
): void => {
  app.get(path, { config: { policy: 'public' } }, async (request, reply) => {
    const reader = readerOf(request)
    return sendUnkept(app, reply, reader, draw(reader, { inbox, nowMs: now().getTime() }))
  })
}
