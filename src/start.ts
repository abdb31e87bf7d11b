import type { Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { buildApp, type Parts } from './app.ts'
import { readersOf, type Readers } from './readers/workers.ts'
import type { Store } from './store/store.ts'

/**
 * Listens, says where, and stops gracefully: requests under way finish, then the record is closed.
 * @returns the address too, as it is in the end.
 */
export const serve = async (
  parts: Parts,
  close: () => void,
): Promise<{ app: FastifyInstance; url: string }> => {
  const { config, store } = parts
  const readers =
    (config.workers ?? 0) > 0
      ? readersOf(config, store.published, ({ reader, why }) =>
          app.log.error({ reader, why }, 'a process for readers was ended'),
        )
      : null
  const app: FastifyInstance = await buildApp({ ...parts, ...(readers && { readers }) })
  stopOnSignal(async () => {
    // Who reads is answered first: what they send goes through to us.
    await readers?.stop()
    await endingIn(app.server, app.close())
    close()
  })
  const port = await (readers ? listenBehind(app, readers) : listenOn(app, config))
  const url = `http://${config.host}:${port}`
  process.stdout.write(`Round Table is at ${url}\n`)
  return { app, url }
}

/**
 * What the desk chooses its lists by is made while nobody waits for it, a little at a time, as long as
 * the house is open; then what needs it to be there. Where the record cannot be read, that tells it.
 */
export const makeGlances = (
  steps: Iterator<undefined>,
  isOpen: () => boolean,
  next: () => void,
): void => {
  const step = (): void => {
    if (!isOpen()) return
    if (isMade(steps)) next()
    else setImmediate(step)
  }
  setImmediate(step)
}

const isMade = (steps: Iterator<undefined>): boolean => {
  try {
    return steps.next().done === true
  } catch {
    return true
  }
}

/**
 * What is needed no more goes back to the machine, where Node was told to let us ask for that
 * (`START`): after a minute in which nobody asked for much, as long as nobody who asks just then would
 * wait for it longer than a tenth of a second.
 * @returns what to call once all is there that the start makes: a moment later what that took for
 * itself goes back as well.
 */
export const giveBack = (machine: Machine = process): (() => void) => {
  let kept = 0
  let spent = machine.cpuUsage()
  const give = (): void => {
    globalThis.gc?.({ type: 'major', flavor: 'last-resort' })
    kept = machine.memoryUsage().heapTotal
  }
  const look = (): void => {
    const { user, system } = machine.cpuUsage(spent)
    spent = machine.cpuUsage()
    const isQuiet = (user + system) / 1000 < QUIET_MS
    if (!isQuiet || machine.memoryUsage().heapTotal <= kept + WORTH_IT) return
    // Only then it is known how much is there to look through.
    globalThis.gc?.({ type: 'major' })
    if (machine.memoryUsage().heapUsed <= MOST_LOOKED_THROUGH) give()
    else kept = machine.memoryUsage().heapTotal
  }
  setInterval(look, LOOK_EVERY_MS).unref()
  return () => void setTimeout(give, START_MS).unref()
}
type Machine = Pick<NodeJS.Process, 'cpuUsage' | 'memoryUsage'>
const START_MS = 1000
const LOOK_EVERY_MS = 60_000
/** Milliseconds of processor in that time: a few pages. */
const QUIET_MS = 300
const MB = 1024 ** 2
const WORTH_IT = 6 * MB
const MOST_LOOKED_THROUGH = 48 * MB

/** Writes a copy of the board at each change, for those who show it elsewhere. */
export const keepBoardFile = ({ log }: FastifyInstance, store: Store, file: string): void => {
  store.copyBoardTo(file)
  store.published.watch(() => {
    try {
      store.copyBoardTo(file)
    } catch (error) {
      // What was taken down still stands in the old one: whoever looks after it has to know.
      log.error(
        { fault: (error as { code?: unknown }).code },
        'the copy of the board was not written',
      )
    }
  })
}

/** A request that never ends must not hold the stop: what is under way has eight seconds. */
const endingIn = async (server: Server, stopped: PromiseLike<unknown>): Promise<void> => {
  setTimeout(() => server.closeAllConnections(), 8000).unref()
  await stopped
}

/** At a signal: `stop` answers what is under way, and the process ends well. */
export const stopWhenTold = (server: Server, stop: () => Promise<void>): void =>
  stopOnSignal(() => endingIn(server, stop()))

/** Where a server listens that is no house by itself. */
export const sayWhere = (server: Server, { host, port }: { host: string; port: number }): void => {
  const address = server.address()
  const listens = typeof address === 'object' && address ? address.port : port
  process.stdout.write(`Round Table is at http://${host}:${listens}\n`)
}

/** Ends once, whoever says so and however often. */
export const stopOnSignal = (end: () => Promise<void>): void => {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await end()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** @returns the port. */
export const listenOn = async (
  app: FastifyInstance,
  { host, port }: { host: string; port: number },
): Promise<number> => {
  await app.listen({ host, port })
  const address = app.server.address()
  return typeof address === 'object' && address ? address.port : port
}

const listenBehind = async (app: FastifyInstance, readers: Readers): Promise<number> => {
  await app.listen({ path: readers.socketPath })
  return readers.start()
}

/** Why a start failed, in words for whoever set the address where nothing can listen. */
export const whyNot = (error: unknown): string => {
  const { message, code, syscall, address, port } = error as NodeJS.ErrnoException & {
    address?: string
    port?: number
  }
  if (syscall !== 'listen') return message
  const where = port === undefined ? address : `${address}:${port}`
  const at = `Nothing can listen at ${where} (${code}).`
  if (code === 'EADDRINUSE') return `${at} Another program does: stop it, or choose another PORT.`
  if (code === 'EACCES') return `${at} This user may not: choose a PORT from 1024.`
  return `${at} HOST has to be an address of this machine.`
}

/** One plain line for each reason, and a non-zero exit. */
export const stopWith = (...lines: string[]): never => {
  for (const line of lines) process.stderr.write(`Cannot start: ${line}\n`)
  process.exit(1)
}
