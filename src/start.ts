import type { Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { buildApp, type Parts } from './app.ts'

/**
 * Listens, says where, and stops gracefully: requests under way finish, then the record is closed.
 */
export const serve = async (parts: Parts, close: () => void): Promise<FastifyInstance> => {
  const app = await buildApp(parts)
  stopWhenTold(app.server, async () => {
    await app.close()
    close()
  })
  await app.listen({ host: parts.config.host, port: parts.config.port })
  sayWhere(app.server, parts.config)
  return app
}

/** At a SIGTERM or a SIGINT: `stop` answers what is under way, and the process ends well. */
export const stopWhenTold = (server: Server, stop: () => Promise<void>): void => {
  let stopping = false
  const begin = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    // A request that never ends must not hold the stop: what is under way has eight seconds.
    setTimeout(() => server.closeAllConnections(), 8000).unref()
    await stop()
    process.exit(0)
  }
  process.on('SIGTERM', begin)
  process.on('SIGINT', begin)
}

export const sayWhere = (server: Server, { host, port }: { host: string; port: number }): void => {
  const address = server.address()
  const listens = typeof address === 'object' && address ? address.port : port
  process.stdout.write(`Round Table is at http://${host}:${listens}\n`)
}

/** One plain line for each reason, and a non-zero exit. */
export const stopWith = (...lines: string[]): never => {
  for (const line of lines) process.stderr.write(`Cannot start: ${line}\n`)
  process.exit(1)
}
