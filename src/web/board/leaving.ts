import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isNoRoom, unsavedOf } from '../errors.ts'
import { takeFormKey } from '../arriving/form-key.ts'
import { sendUnkept, UNKEPT } from './drawing.ts'
import { noRoomPage } from './gone.ts'
import type { Reader } from './reader.ts'
import type { BoardDoor, Left, OpenHall, PublicPage } from './room.ts'

/** The ways to leave something: what was left is handed to its room, with the narrow box. */
export const waysToLeave = (hall: OpenHall): Pick<BoardDoor, 'leave'> => {
  const leftBy = keepLeft(hall)
  return {
    leave: (path, taker, options) => {
      for (const each of hall.inEachLanguage(path)) {
        const open = (scope: FastifyInstance): void => {
          const config = { policy: 'public' as const, ...options }
          scope.post(each, { config, preHandler: takeFormKey }, async (request, reply) => {
            const reader = hall.readerOf(request)
            const answer = (await hall.turn())
              ? unlessFull(reader, request, () => taker(reader, leftBy(request, reply, reader)))
              : noRoomPage(reader, unsavedOf(request))
            return 'to' in answer
              ? reply.headers(UNKEPT).redirect(answer.to, 303)
              : sendUnkept(hall.app, reply, reader, answer)
          })
        }
        if (options?.fromAnywhere) openToMailPrograms(hall.app, open)
        else open(hall.app)
      }
    },
  }
}

/** Where the disk has no room, what was typed stays on the page, with another way to reach us (R23). */
const unlessFull = <T>(reader: Reader, request: FastifyRequest, take: () => T): T | PublicPage => {
  try {
    return take()
  } catch (error) {
    if (!isNoRoom(error)) throw error
    request.log.error({ fault: error.name }, error.message)
    return noRoomPage(reader, unsavedOf(request))
  }
}

const keepLeft = ({ now, inbox, postLetters, isTooMuch, callerOf }: OpenHall) => {
  return (request: FastifyRequest, reply: FastifyReply, reader: Reader): Left => ({
    body: request.body,
    formKey: request.formKey,
    at: now().toISOString(),
    ...callerOf(request, reader.today),
    inbox,
    isTooMuch,
    // Letters go once the answer has gone, so that how long it took does not tell whether there
    // was one to write.
    postLetters: () => {
      reply.raw.once('finish', postLetters)
    },
  })
}

/**
 * A mail program sends its one word in parts rather than as a form (RFC 8058). The address of the
 * page says all there is.
 */
const openToMailPrograms = (app: FastifyInstance, open: (scope: FastifyInstance) => void): void => {
  void app.register(async (scope) => {
    scope.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: 16 * 1024 },
      (_request, _body, done) => {
        done(null, {})
      },
    )
    open(scope)
  })
}
