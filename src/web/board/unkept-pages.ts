import { sendDownload, sendPage } from '../page-cache.ts'
import { drawPage, sendUnkept } from './drawing.ts'
import type { BoardDoor, Hall } from './room.ts'

/** What is not kept here: files of someone's making, and pages that are one person's. */
export const unkeptPages = (hall: Hall): Pick<BoardDoor, 'download' | 'alone'> => ({
  download: (path, find) => {
    for (const each of hall.inEachLanguage(path)) download(hall, each, find)
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
