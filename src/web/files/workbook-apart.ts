import { Worker } from 'node:worker_threads'

/** The sheets of a workbook, each cell as a person would have typed it. */
export interface Sheet {
  sheet: string
  cells: string[][]
}

/** As much memory and time as one workbook may take. */
const MOST_MEMORY_MB = 160
const MOST_MS = 8000

/**
 * Reads a workbook in a thread of its own, one after another. Whatever is in it, the worst that comes
 * of it is that it could not be read: nothing.
 */
export const readApart = (bytes: Uint8Array): Promise<Sheet[] | undefined> => {
  const mine = turn.then(() => readOne(bytes))
  turn = mine
  return mine
}
let turn: Promise<unknown> = Promise.resolve()

const readOne = (bytes: Uint8Array): Promise<Sheet[] | undefined> =>
  new Promise((resolve) => {
    const thread = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: 32 },
    })
    const end = (sheets: Sheet[] | undefined): void => {
      clearTimeout(clock)
      void thread.terminate()
      resolve(sheets)
    }
    const clock = setTimeout(end, MOST_MS, undefined)
    thread.once('message', end)
    thread.once('error', () => end(undefined))
    thread.once('exit', () => end(undefined))
  })
