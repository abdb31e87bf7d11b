import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serialize } from 'node:v8'
import { BUNDLED_READER, isCurrent } from '../bundle.ts'
import type { Config } from '../config.ts'
import type { Board } from '../domain/publishing/board.ts'
import type { Begin, FromReader, ToReader } from './between.ts'

/** How long a process may take to have a new board: what was withdrawn is gone within a second (R15). */
const TAKES_MS = 800
/** ... and to begin, on a machine that is busy. */
const BEGINS_MS = 60_000
/** One that ended as soon as it began is begun again no faster than this. */
const AGAIN_MS = 1000
const SOON_MS = 5000
/** One that says nothing to so many looks is stuck, whether or not there is news. */
const LOOK_MS = 2000
const MOST_UNANSWERED = 4
/** What is under way when the server stops has as long as in the server itself. */
const STOPS_MS = 9000

interface Worker {
  process: ChildProcess
  beganAt: number
  listens: boolean
  /** Ends it where it does not answer in time. */
  clock: NodeJS.Timeout
  /** True while it may still show a board that is not the newest. */
  isBehind: boolean
  /** Looks since it said anything. */
  unanswered: number
}

export type Readers = ReturnType<typeof readersOf>

/** What goes wrong with a process of readers, for whoever looks after the machine. */
export type Tell = (what: { reader: number | undefined; why: string }) => void

/**
 * Processes that answer who reads, on the port that the server would have: each is handed the Board
 * and nothing else, and hands on what is not read to the server, which listens inside the machine.
 * One that does not take a new board in time is killed, and another takes its place.
 */
export const readersOf = (
  config: Pick<Config, 'host' | 'port' | 'publicUrl' | 'trustProxy' | 'logLevel' | 'workers'>,
  published: { board: () => Board; watch: (tell: (next: Board) => void) => void },
  tell: Tell,
) => {
  const workers = new Set<Worker>()
  // What began together stays together, whatever stands here after an upgrade.
  const file = readerFile()
  const inside = mkdtempSync(join(tmpdir(), 'round-table-'))
  const socketPath = join(inside, 'server.sock')
  let begin: Begin | undefined
  let bytes: Uint8Array | undefined
  let waiting: (() => void)[] = []
  let isStopping = false

  const bytesNow = (): Uint8Array => (bytes ??= serialize(published.board()))
  const settle = (): void => {
    if ([...workers].some((each) => each.isBehind)) return
    for (const each of waiting) each()
    waiting = []
  }
  const caughtUp = (worker: Worker, version: number): void => {
    if (version !== published.board().version) return behind(worker)
    clearTimeout(worker.clock)
    worker.isBehind = false
    settle()
  }
  /** The time runs from the first board that it has not taken. */
  const behind = (worker: Worker): void => {
    if (worker.isBehind || !worker.listens) return
    worker.isBehind = true
    worker.clock = setTimeout(() => {
      // What it said while we were busy ourselves is heard first.
      setImmediate(() => worker.isBehind && end(worker, 'it did not take the new board in time'))
    }, TAKES_MS)
  }
  const end = (worker: Worker, why: string): void => {
    tell({ reader: worker.process.pid, why })
    worker.process.kill('SIGKILL')
  }
  const start = (onListening: (failed?: string) => void = () => {}): void => {
    const child = forkReader(file)
    const worker: Worker = {
      process: child,
      beganAt: Date.now(),
      listens: false,
      isBehind: false,
      unanswered: 0,
      clock: setTimeout(() => end(worker, 'it did not begin'), BEGINS_MS),
    }
    workers.add(worker)
    child.on('message', (said: FromReader) => {
      worker.unanswered = 0
      if ('up' in said) send(child, { begin: begin!, board: bytesNow() })
      else if ('failed' in said) onListening(said.failed)
      else if ('listens' in said || ('has' in said && worker.listens)) {
        if ('listens' in said) {
          worker.listens = true
          clearTimeout(worker.clock)
          onListening()
        }
        caughtUp(worker, 'has' in said ? said.has : said.listens)
      }
    })
    child.on('error', () => {})
    child.once('exit', (code, signal) => {
      clearTimeout(worker.clock)
      workers.delete(worker)
      settle()
      if (isStopping) return
      onListening(`a process for readers ended as it began (${code ?? signal})`)
      tell({ reader: child.pid, why: `it ended (${code ?? signal})` })
      const wasSoon = Date.now() - worker.beganAt < SOON_MS
      setTimeout(() => isStopping || start(), wasSoon ? AGAIN_MS : 0)
    })
  }

  const look = (): void => {
    for (const worker of workers) {
      if (!worker.listens) continue
      worker.unanswered += 1
      if (worker.unanswered > MOST_UNANSWERED) end(worker, 'it did not answer')
      else send(worker.process, { look: true })
    }
  }
  const looking = setInterval(look, LOOK_MS).unref()

  return {
    socketPath,
    /** @returns the port, once all of them listen on it. */
    start: async (): Promise<number> => {
      const port = await freePort(config)
      const { host, publicUrl, trustProxy, logLevel } = config
      begin = { host, port, publicUrl, trustProxy, logLevel, socketPath }
      published.watch(() => {
        bytes = undefined
        for (const worker of workers) {
          behind(worker)
          send(worker.process, { board: bytesNow() })
        }
      })
      await Promise.all(Array.from({ length: config.workers! }, () => started(start)))
      return port
    },
    /** Once every process has the board as it stands. */
    settled: (): Promise<void> =>
      new Promise((resolve) => {
        waiting.push(resolve)
        settle()
      }),
    /** Answers what is under way first. */
    stop: async (): Promise<void> => {
      isStopping = true
      clearInterval(looking)
      await Promise.all([...workers].map(stopped))
      rmSync(inside, { recursive: true, force: true })
    },
  }
}

/** Without our settings: a process that is broken into knows no key and no address. */
const forkReader = (file: string): ChildProcess => {
  const { NODE_ENV, TZ } = process.env
  return fork(file, [], {
    env: { NODE_ENV, TZ, NODE_COMPILE_CACHE: getCompileCacheDir() },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

const readerFile = (): string => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  return join(root, isCurrent(root) ? BUNDLED_READER : 'src/reader.ts')
}

/** One that ended meanwhile is heard of by its end. */
const send = (child: ChildProcess, words: ToReader): void => {
  if (child.connected) child.send(words, () => {})
}

const started = (start: (onListening: (failed?: string) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    start((failed) => (failed === undefined ? resolve() : reject(new Error(failed))))
  })

const stopped = ({ process: child }: Worker): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const clock = setTimeout(() => child.kill('SIGKILL'), STOPS_MS)
    child.once('exit', () => {
      clearTimeout(clock)
      resolve()
    })
    send(child, { stop: true })
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
