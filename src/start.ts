import type { FastifyInstance } from 'fastify'
import { buildApp, type Parts } from './app.ts'

/**
 * Listens, says where, and stops gracefully: requests under way finish, then the record is closed.
 */
export const serve = async (parts: Parts, close: () => void): Promise<FastifyInstance> => {
  const app = await buildApp(parts)
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    // A request that never ends must not hold the stop: what is under way has eight seconds.
    setTimeout(() => app.server.closeAllConnections(), 8000).unref()
    await app.close()
    close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  await app.listen({ host: parts.config.host, port: parts.config.port })
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : parts.config.port
  process.stdout.write(`Round Table is at http://${parts.config.host}:${port}\n`)
  return app
}

/** One plain line for each reason, and a non-zero exit. */
export const stopWith = (...lines: string[]): never => {
  for (const line of lines) process.stderr.write(`Cannot start: ${line}\n`)
  process.exit(1)
}
