import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import pino from 'pino'
import { readConfig } from '../config.ts'
import { readFittings } from '../fittings.ts'
import { misspelt } from '../misspelt.ts'
import { lockFolder } from '../store/folder.ts'
import { sayWhere, stopWhenTold, stopWith } from '../start.ts'
import { wrongKey } from '../work/backups/age.ts'
import { PATIENCE } from '../web/arriving/patience.ts'
import { keepPartnerships, type Partnerships } from './partnerships.ts'
import { wrongForMany, type Environment } from './settings.ts'

/** How often it is seen who came, who went, who is idle and who is due: one is woken each time. */
const LOOK_EVERY_MS = 2000

/** Serves every partnership of the folder that PARTNERSHIPS names, by host name, in this process. */
export const servePartnerships = async (
  environment: Environment,
  now: () => Date,
): Promise<void> => {
  const wrong = wrongForMany(environment)
  if (wrong.length > 0) return stopWith(...wrong)
  const read = readConfig(environment)
  if ('wrong' in read) return stopWith(...read.wrong)
  const { config } = read
  const wrongForAll = await wrongKey(config.backups?.keys ?? [])
  if (wrongForAll !== null) return stopWith(wrongForAll)
  const unlock = lockFolder(environment.PARTNERSHIPS!, 'PARTNERSHIPS')
  const logTo = pino.destination({ fd: 1, sync: true })
  const log = pino({ level: config.logLevel }, logTo)
  for (const line of misspelt(environment)) log.warn(line)
  const partnerships = keepPartnerships(
    { environment, fittings: readFittings(), now, log, logTo },
    config.trustProxy,
  )
  const server = openDoor(partnerships)
  const stopLooking = keepLooking(partnerships, (error) =>
    log.error({ fault: error.name }, 'looking after the partnerships failed'),
  )
  stopWhenTold(server, async () => {
    await closeDoor(server)
    await stopLooking()
    await partnerships.stop()
    unlock()
  })
  server.listen({ host: config.host, port: config.port })
  await once(server, 'listening')
  sayWhere(server, config)
}

/** One door for all of them, with the patience that a house by itself has. */
export const openDoor = (partnerships: Partnerships): Server => {
  const { requestTimeout, keepAliveTimeout, http, clientErrorHandler } = PATIENCE
  const server = createServer(
    { requestTimeout, keepAliveTimeout, ...http },
    (request, response) => {
      if (!server.listening) response.setHeader('connection', 'close')
      void partnerships.answer(request, response)
    },
  )
  return server.on('clientError', clientErrorHandler)
}

/** What is under way is answered; lines that are only kept open are cut. */
export const closeDoor = async (server: Server): Promise<void> => {
  const closed = once(server, 'close')
  server.close()
  const cut = setInterval(() => server.closeIdleConnections(), 50)
  await closed
  clearInterval(cut)
}

/** Looks after them again and again, never twice at once. @returns how to stop. */
const keepLooking = (
  partnerships: Partnerships,
  fault: (error: Error) => void,
): (() => Promise<void>) => {
  let looking: Promise<void> | undefined
  const timer = setInterval(() => {
    looking ??= partnerships
      .look()
      .catch(fault)
      .finally(() => {
        looking = undefined
      })
  }, LOOK_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await looking
  }
}
