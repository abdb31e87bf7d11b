import { CannotStart } from '../store/cannot-start.ts'
import type { Config } from '../config.ts'
import { configOfOne } from '../partnerships/settings.ts'

type Work = (
  argument: string | undefined,
  config: Config,
  second: string | undefined,
) => string[] | Promise<string[]>

/**
 * Runs a command with the settings the server has, and prints the lines it answers; a refusal is
 * one plain line and exit 1.
 */
export const command = (work: Work): void => {
  // After the file has been read to its end, so that a command may stand above the functions it
  // calls.
  queueMicrotask(() => void run(work))
}

const run = async (work: Work): Promise<void> => {
  const read = configOfOne(process.env)
  if ('wrong' in read) return end(read.wrong)
  try {
    for (const line of await work(process.argv[2], read.config, process.argv[3]))
      process.stdout.write(`${line}\n`)
  } catch (error) {
    end([
      error instanceof CannotStart
        ? error.message
        : `This did not work: ${(error as Error).message}.`,
    ])
  }
}

const end = (lines: string[]): void => {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exitCode = 1
}
