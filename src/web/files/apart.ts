import { Worker } from 'node:worker_threads'

/** What a thread sends back, or why it came to nothing. */
export type ReadApart<T> = { read: T } | { failed: 'broken' | 'too much' | 'busy' }

/** What is said where too many wait. */
export const BUSY = 'Many files are being read just now. Wait a minute, and send it again'

interface Limits {
  /** How long it may take, in milliseconds. */
  mostMs: number
  /** How much memory: of objects, and by how much the whole house may grow meanwhile. */
  mostMemoryMb: number
  mostGrowthMb: number
}

const LOOK_MS = 50
const MB = 1024 * 1024
/** So many wait for their turn: each holds a whole file in memory. */
const MOST_WAITING = 8

/**
 * Reads a file that someone brought in a thread of its own, one after another. Whatever is in it,
 * the worst that comes of it is that it could not be read: the house answers everyone else
 * meanwhile, and a thread that takes too long or too much is ended. What is packed lies outside the
 * memory that a thread is held to, so that of the whole house is watched.
 */
export const readApart = async <T>(
  thread: URL,
  data: unknown,
  limits: Limits,
): Promise<ReadApart<T>> => {
  if (waiting >= MOST_WAITING) return { failed: 'busy' }
  waiting += 1
  const mine = turn.then(() => readOne<T>(thread, data, limits))
  turn = mine
  try {
    return await mine
  } finally {
    waiting -= 1
  }
}
let turn: Promise<unknown> = Promise.resolve()
let waiting = 0

const readOne = <T>(
  url: URL,
  workerData: unknown,
  { mostMs, mostMemoryMb, mostGrowthMb }: Limits,
): Promise<ReadApart<T>> =>
  new Promise((resolve) => {
    const thread = new Worker(url, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb, maxYoungGenerationSizeMb: 32 },
      // What a library has to say of a file is words of the file: no log gets them.
      stdout: true,
      stderr: true,
    })
    const began = process.memoryUsage.rss()
    const end = (came: ReadApart<T>): void => {
      clearTimeout(clock)
      clearInterval(look)
      void thread.terminate()
      resolve(came)
    }
    const clock = setTimeout(() => end({ failed: 'too much' }), mostMs)
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - began > mostGrowthMb * MB) end({ failed: 'too much' })
    }, LOOK_MS)
    thread.once('message', (read: T) => end({ read }))
    thread.once('error', (error: Error & { code?: string }) =>
      end({ failed: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too much' : 'broken' }),
    )
    thread.once('exit', () => end({ failed: 'broken' }))
  })
