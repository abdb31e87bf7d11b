import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serialize } from 'node:v8'
import { BUNDLED_READER, isCurrent } from '../bundle.js'
import type { Config } from '../config.ts'
import type { Board } from '../domain/publishing/board.ts'
import type { Begin } from './between.ts'
import { keepNews } from './news.ts'
import { beginWorker, type Worker } from './worker.ts'

/** One that ended as soon as it began is begun again no faster than this. */
const AGAIN_MS = 1000
const LOOK_MS = 2000

export type Readers = ReturnType<typeof readersOf>

/** What goes wrong with a process of readers, for whoever looks after the machine. */
export type Tell = (what: { reader: number | undefined; why: string }) => void

interface Published {
  board: () => Board
  watch: (tell: (next: Board) => void) => void
}
type Settings = Pick<Config, 'host' | 'port' | 'publicUrl' | 'trustProxy' | 'logLevel' | 'workers'>

/**
 * Processes that answer who reads, on the port that the server would have: each is handed the Board
 * and nothing else, and hands on what is not read to the server, which listens inside the machine.
 * One that does not take a new board in time is killed, and another takes its place.
 */
export const readersOf = (config: Settings, published: Published, tell: Tell) => {
  const inside = mkdtempSync(join(tmpdir(), 'round-table-'))
  const socketPath = join(inside, 'server.sock')
  const crew = crewOf(published, tell)
  return {
    socketPath,
    /** @returns the port, once all of them listen on it. */
    start: async (): Promise<number> => {
      const port = await freePort(config)
      const { host, publicUrl, trustProxy, logLevel, workers = 0 } = config
      await crew.begin(workers, { host, port, publicUrl, trustProxy, logLevel, socketPath })
      return port
    },
    /** Once every process has the board as it stands. */
    settled: crew.settled,
    /** Answers what is under way first. */
    stop: async (): Promise<void> => {
      await crew.stop()
      rmSync(inside, { recursive: true, force: true })
    },
  }
}

/** As many processes as were asked for: who ends is followed by another. */
const crewOf = (published: Published, tell: Tell) => {
  // What began together stays together, whatever stands here after an upgrade.
  const file = readerFile()
  const workers = new Set<Worker>()
  let isStopping = false
  const { settle, settled } = waitUntil(() => ![...workers].some((each) => each.isBehind()))
  const start = (
    begin: Begin,
    all: () => Uint8Array,
    onListening: (failed?: string) => void = () => {},
  ): void => {
    const say = (why: string): void => tell({ reader: worker.pid, why })
    const worker: Worker = beginWorker(file, {
      begin,
      version: () => published.board().version,
      all,
      onListening,
      onCaughtUp: settle,
      onEnding: say,
      onEnded: (how, wasSoon) => {
        workers.delete(worker)
        settle()
        if (isStopping) return
        onListening(`a process for readers ended as it began (${how})`)
        say(`it ended (${how})`)
        setTimeout(() => isStopping || start(begin, all), wasSoon ? AGAIN_MS : 0)
      },
    })
    workers.add(worker)
  }
  const looking = setInterval(() => {
    for (const each of workers) each.look()
  }, LOOK_MS).unref()
  return {
    begin: async (count: number, begin: Begin): Promise<void> => {
      const bytes = keepBytes(published)
      published.watch((board) => {
        const news = bytes.since(board)
        for (const each of workers) each.bring(news)
      })
      await Promise.all(
        Array.from({ length: count }, () =>
          listening((onListening) => start(begin, bytes.all, onListening)),
        ),
      )
    },
    settled,
    stop: async (): Promise<void> => {
      isStopping = true
      clearInterval(looking)
      await Promise.all([...workers].map((each) => each.stop()))
    },
  }
}

/** Those who wait until something is so; whoever may have made it so says `settle`. */
const waitUntil = (isSo: () => boolean) => {
  let waiting: (() => void)[] = []
  const settle = (): void => {
    if (!isSo()) return
    for (const each of waiting) each()
    waiting = []
  }
  const settled = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve)
      settle()
    })
  return { settle, settled }
}

/** The board and its news as bytes, made once for however many processes. */
const keepBytes = ({ board }: Published) => {
  const news = keepNews(board())
  let made: { of: Board; bytes: Uint8Array } | undefined
  return {
    all: (): Uint8Array => {
      const of = board()
      if (made?.of !== of) made = { of, bytes: serialize(news.all(of)) }
      return made.bytes
    },
    since: (next: Board): Uint8Array => {
      made = undefined
      return serialize(news.since(next))
    },
  }
}

const readerFile = (): string => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  return join(root, isCurrent(root) ? BUNDLED_READER : 'src/reader.ts')
}

const listening = (start: (onListening: (failed?: string) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    start((failed) => (failed === undefined ? resolve() : reject(new Error(failed))))
  })

/**
 * The port, looked at as one would who has it alone: several processes of ours share it afterwards,
 * and another server that has it is found now.
 */
const freePort = ({ host, port }: Pick<Config, 'host' | 'port'>): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen({ host, port }, () => {
      const address = probe.address() as { port: number }
      probe.close(() => resolve(address.port))
    })
  })
