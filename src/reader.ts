import { deserialize } from 'node:v8'
import type { FastifyListenOptions } from 'fastify'
import type { Board } from './domain/publishing/board.ts'
import { takeNews, type News } from './readers/news.ts'
import { passTo } from './readers/passing.ts'
import { buildReadersApp } from './readers/readers-app.ts'
import type { Begin, FromReader, ToReader } from './readers/between.ts'

// A process that answers readers (see readers/workers.ts). It is told the Board and where the server
// of the record listens, and knows nothing else: neither settings, nor keys, nor where the record is.

// Who stops the server stops all that belongs to it. The server says when this is to end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit(0))

const take = takeNews()
let board: Board
let close = async (): Promise<void> => {}

process.on('message', (told: ToReader) => {
  if ('stop' in told) return void close().finally(() => process.disconnect())
  if ('look' in told) return say({ here: true })
  board = take(deserialize(told.news) as News)
  if ('begin' in told) void begin(told.begin)
  else say({ has: board.version })
})

const begin = async ({ host, port, socketPath, ...settings }: Begin): Promise<void> => {
  try {
    const app = await buildReadersApp({
      ...settings,
      board: () => board,
      // Files are read where they are.
      fileOf: null,
      now: () => new Date(),
      pass: passTo(socketPath, settings.trustProxy),
    })
    // Each has the port, and the system deals out who comes: none waits for the server.
    const shared: FastifyListenOptions & { reusePort: true } = { host, port, reusePort: true }
    await app.listen(shared)
    close = () => app.close()
    say({ listens: board.version })
  } catch (error) {
    process.send!({ failed: (error as Error).message } satisfies FromReader, () =>
      process.disconnect(),
    )
  }
}

const say = (words: FromReader): void => void process.send!(words)
say({ up: true })
